"""The rules about records hold on their own examples, by themselves and at their levels."""

import attrs
import pytest

from sbp.engine.examples import try_examples
from sbp.rules import load_rules

RULES = load_rules()
SECTIONS = ("outcomes", "thread", "duties", "voice")


@pytest.mark.parametrize("section", SECTIONS)
def test_every_example_holds(section: str) -> None:
    theirs = tuple(rule for rule in RULES.rules if rule.section == section)
    assert theirs
    assert [str(failure) for failure in try_examples(attrs.evolve(RULES, rules=theirs, marks=()))] == []


def test_only_what_cannot_be_right_is_an_error() -> None:
    errors = {rule.id for rule in RULES.rules if rule.level == "error" and rule.section in SECTIONS}
    assert errors == {"duties/before-birth", "duties/ended-before-begun", "voice/another-name-and-birthday"}
