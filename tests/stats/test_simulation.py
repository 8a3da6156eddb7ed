"""The simulation behind `docs/explanation/simulation.md`, on fewer quarters."""

import pytest
from simulate import FALL, LIKENESS, NOMINAL, PAGE, READINGS, read, simulate

EVERY, FIRST = slice(None), slice(0, 1)


@pytest.mark.parametrize("likeness", LIKENESS)
def test_when_all_teams_are_alike_no_more_is_flagged_than_the_limits_promise(likeness: float) -> None:
    run = simulate(likeness, quarters=20)
    assert run.share("`sbp`", EVERY) <= NOMINAL
    assert run.share("arcsine limits", EVERY) > NOMINAL
    assert run.share("league table", EVERY) == pytest.approx(0.08)


def test_a_team_that_differs_is_flagged_more_often_and_more_so_with_more_records() -> None:
    run = simulate(0.0, fall=FALL, quarters=20)
    few, many = run.share("`sbp`", FIRST, 10, 29), run.share("`sbp`", FIRST, 30, 60)
    assert 10 * NOMINAL < few < many


def test_a_quarter_is_read_in_every_way() -> None:
    found = read([[(9, 10), (9, 10)]] * 24 + [[(0, 10), (0, 10)]])
    assert set(found) == set(READINGS)
    assert {reading: [place for place, flag in enumerate(flags) if flag][-1] for reading, flags in found.items()} == (
        dict.fromkeys(READINGS, 24)
    )


def test_the_page_shows_every_reading() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [reading for reading in READINGS if f" {reading} |" not in page] == []
