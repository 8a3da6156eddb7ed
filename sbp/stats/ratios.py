"""Counts against what was expected, and intervals for a count. For intervals of a rate see `sbp.stats.intervals`."""

from math import inf, sqrt

from attrs import frozen

from sbp.stats.distributions import chi_square_point, poisson_least, poisson_tails
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
    low, high = map(float, poisson_tails(observed, expected))
    return Ratio(observed=observed, expected=expected, low=low, high=high, flag=flag_of(low, high, p))


def ratio_lines(expected: float, p: float = P998) -> tuple[float, float]:
    """Limits of observed over expected. A count is outside them if, and only if, its exact tail is under `p`."""
    if expected <= 0:
        return 0.0, inf
    least = poisson_least(p, expected)
    up_to, before = (float(poisson_tails(count, expected)[0]) for count in (least, least - 1))
    lower = least - (up_to - p) / (up_to - before)
    # The largest count with a tail of at least p: `poisson_least` gives the smallest m with P(R > m) <= p.
    most = poisson_least(1 - p, expected) + 1
    while poisson_tails(most, expected)[1] < p:
        most -= 1
    from_it, beyond = (float(poisson_tails(count, expected)[1]) for count in (most, most + 1))
    upper = most + (from_it - p) / (from_it - beyond)
    return max(0.0, lower) / expected, upper / expected


def chi_square_lines(expected: float, p: float = P998) -> tuple[float, float]:
    """The limits FunnelPlotR draws, for comparison.

    They turn the exact interval of a mean round, and lie above `ratio_lines` at both ends: they flag nothing here.
    """
    if expected <= 0:
        return 0.0, inf
    lower, upper = chi_square_point(p, 2 * expected), chi_square_point(1 - p, 2 * (expected + 1))
    return lower / (2 * expected), upper / (2 * expected)


def byar(count: int, z: float = Z95) -> tuple[float, float]:
    """Byar's interval for a count."""
    above = count + 1
    lower = count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3 if count else 0.0
    return max(0.0, lower), above * (1 - 1 / (9 * above) + z / (3 * sqrt(above))) ** 3
