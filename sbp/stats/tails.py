"""How far out a count of records lies, exactly, and when that is far enough to be flagged."""

from functools import cache
from math import floor, log
from typing import Final, Literal

from sbp.stats.distributions import binomial_tails, normal_point

Flag = Literal["", "low", "high"]

P95: Final = 0.025
"""The tail on each side of a 95% limit."""

P998: Final = 0.001
"""The tail on each side of a 99.8% limit: the one that flags."""


def tails(met: int, of: int, centre: float) -> tuple[float, float]:
    """The chance of `met` or fewer, and of `met` or more, of `of` records when each meets with chance `centre`."""
    low, high = binomial_tails(met, of, centre)
    return float(low), float(high)


def flag_of(low: float, high: float, p: float = P998) -> Flag:
    """Which tail, if either, is smaller than `p`."""
    if low < p:
        return "low"
    return "high" if high < p else ""


def two_sided(low: float, high: float) -> float:
    """Both tails as one p-value: twice the smaller, and never over 1."""
    return min(1.0, 2 * min(low, high))


def fewest_records(centre: float, p: float = P998) -> int | None:
    """The fewest records with which a team can be outside at either end; None where no number is enough.

    Below it, a team that meets the standard in every record, or in none, may still be what chance gives.
    """
    often = max(centre, 1 - centre)
    if often >= 1:
        return None
    return floor(log(p) / log(often)) + 1


@cache
def z_of(p: float) -> float:
    """How many standard deviations leave `p` on one side of a normal distribution: 3.09 for 99.8%."""
    return normal_point(p)
