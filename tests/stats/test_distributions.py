"""The exact chances are those of `scipy.stats`, at every edge too."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy import stats

from sbp.stats.distributions import (
    beta_binomial,
    binomial,
    binomial_least,
    binomial_tails,
    chi_square_point,
    normal_point,
    poisson_least,
    poisson_tails,
)

CHANCES = st.one_of(st.sampled_from([0.0, 1.0]), st.floats(1e-6, 1 - 1e-6))
LEVELS = st.floats(1e-6, 1 - 1e-6)
COUNTS = st.integers(0, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@given(COUNTS, CHANCES)
@example((0, 0), 0.5)
@example((7, 7), 1.0)
@example((0, 7), 0.0)
def test_binomial_tails_and_chances(counts: tuple[int, int], chance: float) -> None:
    met, of = counts
    wanted = stats.binom.cdf(met, of, chance), stats.binom.sf(met - 1, of, chance)
    assert binomial_tails(met, of, chance) == pytest.approx(wanted, rel=1e-10, abs=1e-300)
    assert binomial_tails(-1, of, chance)[0] == 0
    every = np.arange(of + 1)
    assert binomial(of, chance) == pytest.approx(stats.binom.pmf(every, of, chance), rel=1e-10, abs=1e-300)
    low, high = binomial_tails(every, np.full(of + 1, of), chance)
    assert (low[met], high[met]) == pytest.approx(wanted, rel=1e-10, abs=1e-300)


@given(LEVELS, st.integers(0, 400), CHANCES)
def test_the_least_count_of_a_binomial(p: float, of: int, chance: float) -> None:
    least, wanted = binomial_least(p, of, chance), max(0, int(stats.binom.ppf(p, of, chance)))
    is_on_the_edge = stats.binom.cdf(min(least, wanted), of, chance) == pytest.approx(p, rel=1e-12)
    assert least == wanted or (is_on_the_edge and abs(least - wanted) == 1)


@given(st.integers(0, 100), st.floats(0.01, 500), st.floats(0.01, 500))
def test_beta_binomial(of: int, a: float, b: float) -> None:
    wanted = stats.betabinom.pmf(np.arange(of + 1), of, a, b)
    assert beta_binomial(of, a, b) == pytest.approx(wanted, rel=1e-9, abs=1e-300)


@given(st.integers(0, 300), st.floats(0.001, 200), LEVELS)
def test_poisson(count: int, mean: float, p: float) -> None:
    wanted = stats.poisson.cdf(count, mean), stats.poisson.sf(count - 1, mean)
    assert poisson_tails(count, mean) == pytest.approx(wanted, rel=1e-10, abs=1e-300)
    assert poisson_tails(-1, mean)[0] == 0
    least, wanted = poisson_least(p, mean), int(stats.poisson.ppf(p, mean))
    is_on_the_edge = stats.poisson.cdf(min(least, wanted), mean) == pytest.approx(p, rel=1e-12)
    assert least == wanted or (is_on_the_edge and abs(least - wanted) == 1)


@given(LEVELS, st.floats(0.01, 500))
def test_the_points_of_chi_square_and_normal(p: float, freedom: float) -> None:
    assert chi_square_point(p, freedom) == pytest.approx(stats.chi2.ppf(p, freedom), rel=1e-9)
    assert normal_point(p) == pytest.approx(stats.norm.isf(p), rel=1e-9, abs=1e-12)
