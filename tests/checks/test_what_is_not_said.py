"""What is silent by promise: lateness without a day, fields that were not exported, records that owe less."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbp.casefile import CaseFile, gather, is_form
from sbp.cli.running import run
from sbp.engine import Checker, check
from sbp.records import Record
from sbp.rules import load_rules
from sbp.schema import Faults, dump, load

RULES = load_rules()
LONG = "He goes up the stairs sitting down, once a day, and it takes him ten minutes; the bath is out of use."


def record(kind: str, **rest: Any) -> Record:
    header = {"id": rest.pop("id", "r1"), "person": {"id": "p1"}, "completed_on": rest.pop("on", "2025-06-01")}
    loaded = load({"kind": kind, "header": header | rest.pop("header", {}), **rest})
    assert not isinstance(loaded, Faults), [str(fault) for fault in loaded]
    return loaded


def words(text: str) -> dict[str, str]:
    return {"text": text}


def said(*records: Record, as_at: date | None = None, exported: dict[str, frozenset[str]] | None = None) -> set[str]:
    [case_file] = gather(records)
    return {one.category for one in check(case_file, RULES, as_at, exported).findings if one.category[:4] != "lang"}


LATE = record("care_and_support_plan", review_due="2026-01-01")
BARE = record("care_and_support_plan", outcomes=[{"statement": words("To have his boots on by nine, on his own.")}])


def test_nothing_is_late_when_nobody_says_which_day_it_is() -> None:
    assert "duty.review-overdue" not in said(LATE)
    assert "duty.review-overdue" not in {one.category for one in Checker().check_case([LATE])}


@pytest.mark.parametrize(("day", "late"), [("2026-01-01", False), ("2026-01-02", True), ("2027-01-01", True)])
def test_late_is_after_the_day_itself(day: str, late: bool) -> None:
    assert ("duty.review-overdue" in said(LATE, as_at=date.fromisoformat(day))) is late
    judged = Checker(RULES, date.fromisoformat(day)).check_case([LATE])
    assert any(one.category == "duty.review-overdue" for one in judged) is late


def test_the_command_line_hands_the_day_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(dump(LATE)), encoding="utf-8")
    assert run(["check", str(file), "--as-at", "2026-02-01", "--fail-on", "query"]) == 3
    assert "duties/review-overdue" in capsys.readouterr().out
    assert run(["check", str(file), "--fail-on", "query"]) == 0


def test_a_review_that_was_not_exported_is_not_a_review_that_was_not_held() -> None:
    plans = {"care_and_support_plan": frozenset({"review_due"})}
    assert "duty.review-overdue" not in said(LATE, as_at=date(2027, 1, 1), exported=plans)
    both = plans | {"review": frozenset({"sections"})}
    assert "duty.review-overdue" in said(LATE, as_at=date(2027, 1, 1), exported=both)


def test_a_field_the_export_does_not_hold_is_not_missed() -> None:
    assert {"duty.plan-s25-needs", "duty.plan-s25-how-met"} <= said(BARE)
    assert said(BARE, exported={"care_and_support_plan": frozenset({"outcomes"})}) == set()
    asked = {"care_and_support_plan": frozenset({"outcomes", "needs"})}
    assert said(BARE, exported=asked) == {"duty.plan-s25-needs"}


def test_an_export_that_names_no_field_of_a_kind_misses_nothing_of_it() -> None:
    assert said(BARE, exported={}) == set()


def form(kind: str) -> Record:
    return record(kind, sections=[{"heading": "Summary", "entries": [words(LONG)]}])


@pytest.mark.parametrize("kind", ["needs_assessment", "carers_assessment", "care_and_support_plan", "review"])
@pytest.mark.parametrize("exported", [None, {}])
def test_a_form_of_headings_and_text_owes_no_field(kind: str, exported: dict[str, frozenset[str]] | None) -> None:
    assert is_form(form(kind))
    assert said(form(kind), exported=exported) == set()


@pytest.mark.parametrize(
    "owes_less",
    [
        {"header": {"form": "Emergency Duty Assessment"}},
        {"refusal": {"had_capacity": True}},
        {"analysis": [words("She is dying and the hospice nurse comes daily.")]},
        {"header": {"started_on": "2025-05-01", "completed_on": None}},
    ],
    ids=["a crisis", "a refusal", "the end of life", "still open"],
)
def test_what_is_expected_changes(owes_less: dict[str, Any]) -> None:
    needs = [{"analysis": [words(LONG)]}]
    assert "qual.outcome_missing" in said(record("needs_assessment", needs=needs))
    header = {key: value for key, value in owes_less.get("header", {}).items() if value}
    kept = record("needs_assessment", needs=needs, **owes_less | {"header": header})
    if "completed_on" in owes_less.get("header", {}):
        kept = attrs.evolve(kept, header=attrs.evolve(kept.header, completed_on=None))
    assert not {one for one in said(kept) if one.startswith(("qual.outcome", "qual.voice", "qual.strengths"))}


@pytest.mark.parametrize("kind", ["case_note", "request"])
@given(text=st.text(min_size=1, max_size=60))
def test_a_short_contact_owes_nothing_whatever_stands_in_it(kind: str, text: str) -> None:
    owed = said(record(kind, sections=[{"heading": "Contact", "entries": [words(text)]}]))
    assert not {one for one in owed if one.startswith(("duty.", "qual.outcome", "qual.link", "qual.strengths"))}


def test_what_is_found_in_words_quotes_them_and_hides_them_from_repr() -> None:
    plan = record(
        "care_and_support_plan", sections=[{"heading": "Support", "entries": [words("Son will cover weekends.")]}]
    )
    [finding] = check(CaseFile("p1", (plan,)), RULES).findings
    assert finding.quote == "Son will cover"
    assert finding.quote not in repr(finding)


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("She refuses all offers of respite.", {"lang.blame"}),
        ("She needs respite at weekends.", {"lang.service_led"}),
        ("She refuses to engage. A respite placement is sought.", {"lang.blame", "lang.service_led"}),
        ("The dog does as he is told.", set()),
        ("Oscar is quiet and does as he is told.", {"lang.control"}),
        ("The wardrobe was shifted out by the weekend.", set()),
        ("He is to be shifted out by the weekend.", {"lang.object"}),
    ],
)
def test_what_was_refused_whom_a_pronoun_means_and_what_is_moved(text: str, categories: set[str]) -> None:
    assert {finding.category for finding in Checker(RULES).check_text(text)} == categories
