"""The page on duties and the rules agree: each names the other."""

import re
from pathlib import Path

import pytest

from sbp.rules import load_rules

PAGE = (Path(__file__).parents[2] / "docs" / "explanation" / "duties.md").read_text(encoding="utf-8")
IDS = {rule.id for rule in load_rules().rules}
ROWS = [
    line
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith(("| Duty", "| ---", "| Promise"))
]
DUTIES = """advocacy capacity-decision carer-willing-able date-impossible direct-payment direct-payment-terms
eligibility-carer-blind eligibility-reasons eligibility-two-outcomes plan-budget plan-s25-advice plan-s25-eligibility
plan-s25-needs refusal-s11 review-elements review-grades review-overdue safeguarding-limbs support-cut
plan-s25-how-met""".split()


def test_every_rule_the_page_names_is_a_rule() -> None:
    assert set(re.findall(r"`((?:outcomes|thread|duties|voice)/[a-z-]+)`", PAGE)) <= IDS


@pytest.mark.parametrize(
    "rule", sorted(one for one in IDS if one.startswith(("outcomes/", "thread/", "duties/", "voice/")))
)
def test_every_rule_of_these_families_is_on_the_page(rule: str) -> None:
    assert f"`{rule}`" in PAGE


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip()[:40])
def test_every_row_is_looked_for_or_says_why_not(row: str) -> None:
    assert any(cell.strip() for cell in row.split("|")[2:4])


@pytest.mark.parametrize("name", DUTIES)
def test_every_category_of_duty_has_a_rule(name: str) -> None:
    assert [rule.id for rule in load_rules().rules if rule.category == f"duty.{name}"]
