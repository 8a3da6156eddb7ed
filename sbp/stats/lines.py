"""The lines of a funnel plot. A point is outside the exact line if, and only if, the exact tail flags it."""

from math import sqrt

from sbp.stats.distributions import binomial_least, binomial_tails
from sbp.stats.tails import P998, z_of


def lower_line(of: int, centre: float, p: float = P998) -> float:
    """The lower limit for a rate of `of` records (Spiegelhalter 2005, appendix A.1.1), never below 0."""
    if of == 0:
        return 0.0
    least = binomial_least(p, of, centre)
    up_to, before = (float(binomial_tails(met, of, centre)[0]) for met in (least, least - 1))
    return max(0.0, (least - (up_to - p) / (up_to - before)) / of)


def upper_line(of: int, centre: float, p: float = P998) -> float:
    """The upper limit: the lower one of *not* meeting, so that the chart does not change when the two swap.

    The form in print, interpolated at `1 - p`, sits one record too low and flags teams that are not outside.
    """
    return 1 - lower_line(of, 1 - centre, p)


def exact_lines(of: int, centre: float, p: float = P998) -> tuple[float, float]:
    """The lower and upper limit for a rate of `of` records."""
    return lower_line(of, centre, p), upper_line(of, centre, p)


def fingertips_lines(of: int, centre: float, p: float = P998) -> tuple[float, float]:
    """The limits of the DHSC's Fingertips: Wilson's interval turned round, for a council that must match them."""
    if of == 0:
        return 0.0, 1.0
    spread = z_of(p) * sqrt(centre * (1 - centre) / of)
    return max(0.0, centre - spread), min(1.0, centre + spread)
