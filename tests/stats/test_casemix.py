"""Case-mix: the worked example, the convolution against every outcome counted out, and what adjusting must not do."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbp.stats.casemix import adjust, expected_of, mixed_tails
from sbp.stats.tails import tails

MIX = [(30, 0.4), (10, 0.8)]

RATES = st.integers(0, 1000).map(lambda met: met / 1000)
"""As rates are: so many of so many."""

cell = st.integers(0, 15).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
councils = st.lists(st.dictionaries(st.sampled_from("abc"), cell), min_size=1, max_size=6).filter(
    lambda teams: any(of for team in teams for _, of in team.values())
)


def test_the_worked_example() -> None:
    teams = [{"a": (14, 30), "b": (8, 10)}, {"a": (106, 270), "b": (72, 90)}]
    adjusted = adjust(teams).teams[0]
    assert dict(adjust(teams).rates) == pytest.approx({"a": 0.4, "b": 0.8})
    assert (adjusted.observed, adjusted.expected, adjusted.ratio) == pytest.approx((22, 20, 1.1))
    assert (adjusted.variance, adjusted.z) == pytest.approx((8.8, 0.674), abs=5e-4)
    assert (adjusted.high, adjusted.low) == pytest.approx((0.305708, 0.800754), abs=5e-7)
    assert adjusted.rate == pytest.approx(0.5 * 1.1)
    assert adjusted.flag == ""


@pytest.mark.parametrize(("observed", "chance"), [(22, 0.305708), (28, 0.005564), (29, 0.001965), (30, 0.000614)])
def test_the_chance_of_so_many_in_a_mix(observed: int, chance: float) -> None:
    assert mixed_tails(observed, MIX)[1] == pytest.approx(chance, abs=5e-7)


def test_thirty_is_the_first_count_flagged() -> None:

    def flag(more: int) -> str:
        team = {"a": (more - 10, 30), "b": (10, 10)}
        others = {"a": (120 - more + 10, 270), "b": (70, 90)}
        return adjust([team, others]).teams[0].flag

    assert [flag(observed) for observed in (29, 30)] == ["", "high"]


@given(st.lists(st.tuples(st.integers(1, 3), RATES), min_size=1, max_size=3), st.data())
def test_the_tails_are_those_of_every_outcome_counted_out(parts: list[tuple[int, float]], data: st.DataObject) -> None:
    rates = [rate for of, rate in parts for _ in range(of)]
    observed = data.draw(st.integers(0, len(rates)))
    low = high = 0.0
    for outcome in product((0, 1), repeat=len(rates)):
        chance = 1.0
        for met, rate in zip(outcome, rates, strict=True):
            chance *= rate if met else 1 - rate
        low += chance * (sum(outcome) <= observed)
        high += chance * (sum(outcome) >= observed)
    assert mixed_tails(observed, parts) == pytest.approx((low, high), abs=1e-9)


@given(st.integers(0, 60), RATES)
def test_one_stratum_is_a_plain_binomial(of: int, rate: float) -> None:
    assert mixed_tails(of // 2, [(of, rate)]) == pytest.approx(tails(of // 2, of, rate), abs=1e-9)


@given(st.permutations([(4, 0.2), (9, 0.7), (3, 0.95)]))
def test_the_order_of_strata_changes_nothing(parts: list[tuple[int, float]]) -> None:
    assert mixed_tails(8, parts) == mixed_tails(8, sorted(parts))


@given(councils)
def test_over_all_teams_what_is_expected_is_what_was_observed(teams: list[dict[str, tuple[int, int]]]) -> None:
    found = adjust(teams)
    assert sum(team.expected for team in found.teams) == pytest.approx(sum(team.observed for team in found.teams))


@given(councils)
def test_with_one_stratum_adjusted_is_crude(teams: list[dict[str, tuple[int, int]]]) -> None:
    merged = [{"all": (sum(met for met, _ in team.values()), sum(of for _, of in team.values()))} for team in teams]
    for team, found in zip(merged, adjust(merged).teams, strict=True):
        met, of = team["all"]
        if found.rate is not None:
            assert found.rate == pytest.approx(met / of)


def test_thin_strata_are_listed_and_nothing_is_refused() -> None:
    assert adjust([{"a": (1, 3), "b": (2, 40)}, {"a": (1, 1), "c": (0, 0)}]).thin == ("a",)
    with pytest.raises(ValueError, match="at least one record"):
        adjust([{"a": (0, 0)}])


def test_a_team_of_strata_that_nobody_meets_has_no_ratio() -> None:
    team = adjust([{"a": (0, 9)}, {"b": (3, 9)}]).teams[0]
    assert (team.ratio, team.rate, team.z, team.flag) == (None, None, None, "")
    assert expected_of([]) == 0
