"""Counts against what was expected, and intervals for a count. For intervals of a rate see `sbp.stats.intervals`."""

from math import inf, sqrt

from attrs import frozen

from sbp.stats.intervals import Z95
from sbp.stats.tails import P998, Flag, flag_of


@frozen(kw_only=True)
class Ratio:
    """A count against what was expected; `low` and `high` are the chances of so few, and of so many."""

    observed: int
    expected: float
    low: float
    high: float
    flag: Flag

    @property
    def value(self) -> float | None:
        """Observed over expected; None where nothing was expected."""
        return self.observed / self.expected if self.expected > 0 else None


def ratio(observed: int, expected: float, p: float = P998) -> Ratio:
    """A count against what was expected, flagged by its exact Poisson tail."""
    low, high = poisson_tails(observed, expected)
    return Ratio(observed=observed, expected=expected, low=low, high=high, flag=flag_of(low, high, p))


def poisson_tails(observed: int, expected: float) -> tuple[float, float]:
    """The chance of `observed` or fewer, and of `observed` or more, where `expected` are expected."""
    from scipy.stats import poisson

    return float(poisson.cdf(observed, expected)), float(poisson.sf(observed - 1, expected))


def ratio_lines(expected: float, p: float = P998) -> tuple[float, float]:
    """Limits of observed over expected. A count is outside them if, and only if, its exact tail is under `p`."""
    if expected <= 0:
        return 0.0, inf
    from scipy.stats import poisson

    least = int(poisson.ppf(p, expected))
    up_to, before = (float(tail) for tail in poisson.cdf([least, least - 1], expected))
    lower = least - (up_to - p) / (up_to - before)
    # The largest count with a tail of at least p: isf gives the smallest m with P(R > m) <= p.
    most = int(poisson.isf(p, expected)) + 1
    while poisson.sf(most - 1, expected) < p:
        most -= 1
    from_it, beyond = (float(tail) for tail in poisson.sf([most - 1, most], expected))
    upper = most + (from_it - p) / (from_it - beyond)
    return max(0.0, lower) / expected, upper / expected


def chi_square_lines(expected: float, p: float = P998) -> tuple[float, float]:
    """The limits FunnelPlotR draws, for comparison.

    They turn the exact interval of a mean round, and lie above `ratio_lines` at both ends: they flag nothing here.
    """
    if expected <= 0:
        return 0.0, inf
    from scipy.stats import chi2

    lower, upper = chi2.ppf(p, 2 * expected), chi2.ppf(1 - p, 2 * (expected + 1))
    return float(lower) / (2 * expected), float(upper) / (2 * expected)


def byar(count: int, z: float = Z95) -> tuple[float, float]:
    """Byar's interval for a count."""
    above = count + 1
    lower = count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3 if count else 0.0
    return max(0.0, lower), above * (1 - 1 / (9 * above) + z / (3 * sqrt(above))) ** 3
