"""What may be said of teams and months: why one is outside, how many would be by chance, and nothing given away."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sbp.forum.consistency import consistency, looks, sure_flag
from sbp.forum.figures import Figure, Reading, figure
from sbp.forum.over_time import over_time
from sbp.forum.standards import Read, StandardFigures
from sbp.forum.tables import Table
from sbp.stats.disclosure import Rounding
from sbp.stats.tails import flag_of, tails
from sbp.stats.xmr import xmr


def standard(parts: dict[str, tuple[int, int]], first: str = "Team") -> tuple[StandardFigures, Read]:
    """A standard with so many met of how many, by team; each record written by somebody else."""
    readings = [
        Reading(f"{name}-{at}", "review", name, "2026-01", f"{name}{at}", met=at < met)
        for name, (met, of) in parts.items()
        for at in range(of)
    ]
    rows = [(name, (figure([one for one in readings if one.team == name]),)) for name in parts]
    everyone = figure(readings)
    table = Table(
        id="t",
        caption="Own words",
        first=first,
        columns=("Met",),
        rows=(*rows, ("All records", (everyone,))),
        total=True,
    )
    made = StandardFigures(
        id="own-words",
        title="Own words",
        why="",
        source="",
        cqc="",
        scope=(),
        overall=everyone,
        teams=table,
        months=table,
    )
    return made, Read(standard="own-words", readings=tuple(readings))


def said(parts: dict[str, tuple[int, int]]) -> tuple[tuple[tuple[str, str], ...], str, str]:
    made, read = standard(parts)
    all_looks = looks([made], [read])
    found = consistency(made, all_looks.get("own-words"), all_looks, "internal")
    return found.flags, " ".join(found.words), found.unsaid


def test_a_team_far_below_the_others_is_outside_and_it_is_said_why() -> None:
    flags, words, _ = said({"East": (36, 40), "North": (35, 40), "South": (37, 40), "West": (12, 40)})
    assert ("West", "low") in flags
    assert "West is below the outer line" in words
    assert "chance alone would put at most one team in 125 such charts" in words
    assert "cannot say why" in words


def test_everyone_the_same_is_no_difference_and_no_chart_can_tell() -> None:
    flags, words, _ = said({"East": (20, 20), "North": (30, 30)})
    assert flags == ()
    assert "Where every record meets a standard, or none does, no chart can tell teams apart." in words


def test_one_team_alone_is_compared_with_nobody() -> None:
    assert said({"East": (12, 20)})[2] == "fewer than two teams have a figure"


@settings(max_examples=60, deadline=None)
@given(st.integers(5, 60), st.integers(5, 60), st.floats(0.2, 0.9))
def test_a_flag_to_be_shared_holds_for_every_count_the_rounding_could_stand_for(
    met: int, rest: int, centre: float
) -> None:
    rounding = Rounding()
    shown = Figure(met=rounding.shown(met), of=rounding.shown(met) + rounding.shown(rest))
    flag = sure_flag(shown, centre)
    if flag:
        low, high = rounding.could_be(shown.met)
        for exact in (low, met, high):
            assert flag_of(*tails(exact, exact + rest, centre)) == flag


def test_months_under_thirteen_have_no_limits_and_one_month_no_chart() -> None:
    few = over_time(standard({f"Month {at}": (12, 20) for at in range(5)}, "Month")[0])
    assert "With fewer than 13 there are no limits" in " ".join(few.words)
    assert over_time(standard({"Month 1": (12, 20)}, "Month")[0]).unsaid == "fewer than two months have a figure"


@pytest.mark.parametrize(("points", "often"), [(13, 10), (20, 7), (25, 5), (36, 3)])
def test_so_many_charts_mark_something_although_nothing_changed(points: int, often: int) -> None:
    draw = np.random.default_rng(20261122)
    charts = [xmr((draw.binomial(40, 0.7, points) / 40).tolist()) for _ in range(800)]
    share = sum(any(point.rule for point in chart.points) for chart in charts) / len(charts)
    assert 1 / (often * 1.5) < share < 1.5 / often
