"""Funnels: over-dispersion as published, who is flagged, and that allowances only ever take a flag away."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbp.stats.clusters import clustered_tails, likeness
from sbp.stats.dispersion import additive_lines, dispersion, multiplicative_lines
from sbp.stats.funnel import funnel
from sbp.stats.tails import P95, P998, tails

PORTED = list(zip([18, 33, 25, 41, 12, 60, 22, 30], [40, 50, 45, 60, 35, 75, 60, 42], strict=True))
OPPOSITE = {"low": "high", "high": "low", "": ""}

workers_of_a_team = st.lists(
    st.integers(0, 12).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))), max_size=8
)
workers_of_teams = st.lists(workers_of_a_team, min_size=1, max_size=14).filter(
    lambda teams: sum(of for team in teams for _, of in team) > 0
)


def together(team: list[tuple[int, int]]) -> tuple[int, int]:
    return sum(met for met, _ in team), sum(of for _, of in team)


def test_over_dispersion_is_that_of_the_worked_example() -> None:
    centre = sum(met for met, _ in PORTED) / sum(of for _, of in PORTED)
    found = dispersion(PORTED, centre)
    assert centre == pytest.approx(0.592137592, abs=5e-10)
    assert found.cuts == pytest.approx((-3.149438988, 2.358853474), abs=5e-10)
    assert found.phi == pytest.approx(4.232164341, abs=5e-10)
    assert found.tau_squared == pytest.approx(0.019015599, abs=5e-10)
    lines = (*additive_lines(40, centre, found.tau_squared), *additive_lines(40, centre, found.tau_squared, P95))
    assert lines == pytest.approx((0.142348, 0.959931, 0.288051, 0.861596), abs=5e-7)


@given(st.integers(1, 200), st.floats(0.02, 0.98), st.floats(0, 0.2), st.floats(1, 9))
def test_allowing_for_over_dispersion_never_narrows(of: int, centre: float, tau: float, phi: float) -> None:
    low, high = additive_lines(of, centre, 0.0)
    for wider in (additive_lines(of, centre, tau), multiplicative_lines(of, centre, phi)):
        assert 0 <= wider[0] <= low + 1e-12
        assert high - 1e-12 <= wider[1] <= 1


@given(st.integers(1, 100), st.floats(0.02, 0.98), st.floats(0, 0.2))
def test_lines_draw_together_as_records_grow(of: int, centre: float, tau: float) -> None:
    few, more = additive_lines(of, centre, tau), additive_lines(of + 1, centre, tau)
    assert few[0] <= more[0] + 1e-12
    assert more[1] <= few[1] + 1e-12


@pytest.mark.parametrize("team", [(3, 3), (0, 3), (10, 10)])
def test_where_everyone_is_the_same_nobody_stands_out(team: tuple[int, int]) -> None:
    found = funnel([team] * 12)
    assert {point.flag for point in found.points} == {""}
    assert found.dispersion.phi == pytest.approx(0, abs=1e-20)
    assert not found.widened


def test_the_team_that_differs_is_the_one_flagged() -> None:
    found = funnel([(40, 50)] * 11 + [(18, 50)])
    assert [point.flag for point in found.points] == [""] * 11 + ["low"]
    assert found.points[-1].p_value == pytest.approx(2 * tails(18, 50, found.centre)[0])


def test_with_few_teams_over_dispersion_is_told_and_not_allowed_for() -> None:
    found = funnel(PORTED)
    assert found.dispersion.phi > 1
    assert not found.widened
    assert [point.flag for point in found.points] == [point.exact for point in found.points]
    assert any(point.flag for point in found.points)


def test_with_ten_teams_over_dispersion_takes_flags_away() -> None:
    found = funnel(PORTED * 2)
    assert found.widened
    assert [point.exact for point in found.points if point.exact]
    assert [point.flag for point in found.points if point.flag] == []


def test_the_additive_limits_alone_would_flag_what_is_quite_likely() -> None:
    teams = [(met, 20) for met in (14, 15, 15, 15, 17, 17, 17, 18, 18, 19, 19, 20)]
    found = funnel(teams)
    assert found.widened
    assert additive_lines(20, found.centre, found.dispersion.tau_squared)[1] < 1
    assert found.points[-1].high == pytest.approx(0.03876, abs=5e-6)
    assert found.points[-1].flag == ""


def test_a_team_with_no_records_or_three_is_no_trouble() -> None:
    found = funnel([(0, 0), (0, 3), (40, 50), (38, 50)])
    assert [point.flag for point in found.points] == [""] * 4
    assert found.fewest is not None
    assert found.fewest > 3


def test_a_given_standard_is_the_centre() -> None:
    assert funnel([(5, 50)], centre=0.9).points[0].flag == "low"
    assert funnel([(5, 50)]).points[0].flag == ""


def test_fingertips_flags_by_its_own_lines() -> None:
    found = funnel([(4, 10)], centre=0.80642448, method="fingertips")
    assert (found.points[0].flag, found.points[0].exact) == ("low", "")
    assert funnel([(5, 10)], centre=0.80642448, method="fingertips").points[0].flag == ""


@pytest.mark.parametrize("teams", [[], [(0, 0)]])
def test_a_funnel_of_nothing_is_refused(teams: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="at least one record"):
        funnel(teams)


def test_workers_must_be_those_of_the_teams() -> None:
    with pytest.raises(ValueError, match="those of the team"):
        funnel([(3, 5)], workers=[[(3, 4)]])


@given(workers_of_teams, st.sampled_from([P95, P998]))
def test_an_allowance_takes_flags_away_and_never_makes_one(workers: list[list[tuple[int, int]]], p: float) -> None:
    found = funnel([together(team) for team in workers], workers=workers, p=p)
    assert all(point.flag in ("", point.exact) for point in found.points)


@given(workers_of_teams, st.sampled_from([P95, P998]))
def test_flags_turn_round_when_meeting_and_not_meeting_swap(workers: list[list[tuple[int, int]]], p: float) -> None:
    swapped = [[(of - met, of) for met, of in team] for team in workers]
    here = funnel([together(team) for team in workers], workers=workers, p=p)
    there = funnel([together(team) for team in swapped], workers=swapped, p=p)
    assert [OPPOSITE[point.flag] for point in here.points] == [point.flag for point in there.points]


@given(workers_of_teams, st.randoms(use_true_random=False))
def test_the_order_of_teams_and_workers_changes_nothing(
    workers: list[list[tuple[int, int]]], order: random.Random
) -> None:
    before = funnel([together(team) for team in workers], workers=workers)
    shuffled = [(place, order.sample(team, len(team))) for place, team in enumerate(workers)]
    order.shuffle(shuffled)
    after = funnel([together(team) for _, team in shuffled], workers=[team for _, team in shuffled])
    assert [after.points[[p for p, _ in shuffled].index(place)].flag for place in range(len(workers))] == [
        point.flag for point in before.points
    ]


@given(workers_of_a_team.filter(lambda team: together(team)[1] > 0), st.floats(0.05, 0.95))
def test_unlike_records_are_a_plain_binomial(team: list[tuple[int, int]], centre: float) -> None:
    assert clustered_tails(team, centre, 0.0) == pytest.approx(tails(*together(team), centre), abs=1e-9)


def test_records_wholly_alike_are_one_look_a_worker() -> None:
    assert clustered_tails([(5, 5), (0, 4)], 0.8, 1.0)[0] == pytest.approx(1 - 0.8 * 0.8)


@pytest.mark.parametrize(
    ("teams", "alike"),
    [
        ([[(5, 5), (0, 5)], [(4, 4), (0, 4)]], 1.0),
        ([[(2, 4), (2, 4)], [(3, 6), (1, 2)]], 0.0),
        ([[(1, 1), (0, 1)]], 0.0),
        ([[(4, 9)]], 0.0),
        ([[(3, 3), (5, 5)]], 0.0),
        ([], 0.0),
    ],
)
def test_likeness_is_one_where_workers_never_vary_and_nought_where_they_do_not_differ(
    teams: list[list[tuple[int, int]]], alike: float
) -> None:
    assert likeness(teams) == pytest.approx(alike)
