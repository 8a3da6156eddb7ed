"""The tool is still wrong where we say that it is wrong: the cases are true, and nobody need take our word."""

from collections import Counter

import pytest

from sbp.engine import Checker
from sbp.rules import load_rules
from sbp.workshop.wrong import WrongCase, wrong_cases

CASES = wrong_cases()


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(load_rules())


def test_there_are_ten_half_flagged_and_half_missed() -> None:
    assert Counter(case.wrong for case in CASES) == {"flagged": 5, "missed": 5}
    assert len({case.id for case in CASES}) == 10


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_tool_is_wrong_in_the_way_said(case: WrongCase, checker: Checker) -> None:
    person = {"name": case.name, "pronouns": case.pronouns}
    found = checker.check_text(case.text, section=case.heading, record_type=case.record_type, person=person)
    start = case.text.index(case.words)
    met = [one for one in found if one.place.start < start + len(case.words) and one.place.end > start]
    learned = f"the tool has learned {case.id}: put a harder case in its place"
    if case.wrong == "flagged":
        assert (case.rule, case.words) in [(one.rule, one.quote) for one in met], learned
    else:
        assert met == [], learned
        assert not case.rule
