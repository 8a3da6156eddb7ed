"""Counts against what was expected: FunnelPlotR's figures, the DHSC fixture, and lines that agree with exact tails."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbp.stats.distributions import poisson_tails
from sbp.stats.ratios import byar, chi_square_lines, ratio, ratio_lines
from sbp.stats.tails import P95, P998

LEVELS = st.sampled_from([P95, P998])


@pytest.mark.parametrize(
    ("expected", "low95", "high95", "low998", "high998"),
    [
        (15, 0.5596924, 1.649348, 0.3862650, 2.082907),
        (20, 0.6108260, 1.544419, 0.4479107, 1.902094),
        (30, 0.6746958, 1.427562, 0.5289724, 1.702771),
    ],
)
def test_the_chi_square_lines_are_those_of_funnelplotr(
    expected: float, low95: float, high95: float, low998: float, high998: float
) -> None:
    assert chi_square_lines(expected, P95) == pytest.approx((low95, high95), abs=5e-7)
    assert chi_square_lines(expected) == pytest.approx((low998, high998), abs=5e-7)


def test_the_chi_square_lines_flag_a_count_whose_chance_is_not_small() -> None:
    assert chi_square_lines(20, P95)[0] > 12 / 20
    assert poisson_tails(12, 20)[0] == pytest.approx(0.0390, abs=5e-5)
    assert ratio(12, 20, P95).flag == ""


@given(st.integers(0, 200), st.floats(0.05, 120), LEVELS)
def test_a_count_is_outside_the_lines_just_where_its_exact_tail_is_small(
    observed: int, expected: float, p: float
) -> None:
    low, high = ratio_lines(expected, p)
    share = observed / expected
    beyond = "low" if share < low else "high" if share > high else ""
    assert beyond == ratio(observed, expected, p).flag or min(abs(share - low), abs(share - high)) < 1e-7


@given(st.floats(0.05, 200))
def test_the_wider_limits_hold_the_narrower(expected: float) -> None:
    low998, high998 = ratio_lines(expected)
    low95, high95 = ratio_lines(expected, P95)
    assert 0 <= low998 <= low95 <= high95 <= high998


def test_where_nothing_was_expected_there_is_no_ratio() -> None:
    assert ratio(0, 0).value is None
    assert ratio_lines(0) == chi_square_lines(0) == (0.0, math.inf)
    assert ratio(30, 20).value == 1.5


@pytest.mark.parametrize(("count", "low", "high"), [(65, 50.163188, 82.849139), (1, 0.013072, 5.563756)])
def test_byar_gives_the_figures_of_the_fixture(count: int, low: float, high: float) -> None:
    assert byar(count) == pytest.approx((low, high), abs=5e-7)


@given(st.integers(0, 5000))
def test_byar_holds_the_count_and_grows_with_it(count: int) -> None:
    low, high = byar(count)
    assert 0 <= low <= count <= high
    assert byar(count + 1) > (low, high)
