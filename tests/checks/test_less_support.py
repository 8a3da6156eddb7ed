"""Amounts of support set against each other, and hurried notes written out."""

import pytest

from sbp.checks.fewer import becomes_fewer
from sbp.checks.shorthand import written_out


@pytest.mark.parametrize(
    "said",
    [
        "1:1 hrs 35 to 21 from 6/4",
        "dom care 14h > 10.5h",
        "three nights a quarter in place of six",
        "support is now ten hours (was 16)",
        "package revised to 3 calls. previously 4",
        "calls x4 → x3",
    ],
)
def test_less_than_there_was_is_met(said: str) -> None:
    assert becomes_fewer(written_out(said))


@pytest.mark.parametrize(
    "said",
    [
        "hours go up from 6 to 12",
        "two to three calls a day",
        "carers come at ten to nine",
        "the clinic has cut his tablets from four to two a day and the visits stay",
        "calls on 12 to 14 may",
        "one to one hours as before",
    ],
)
def test_more_or_something_else_is_not(said: str) -> None:
    assert not becomes_fewer(written_out(said))


def test_shorthand_is_written_out() -> None:
    assert written_out("cant hold on to it, w dtr b/c nok") == "can't hold on to it, with daughter because next of kin"
    assert written_out("he sat with sue in the sun") == "he sat with sue in the sun"
