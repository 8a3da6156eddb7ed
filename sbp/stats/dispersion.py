"""Over-dispersion: teams that differ from each other by more than chance gives, and limits that allow for it.

After Spiegelhalter (2005, 2012). It most often means that teams meet different people: say that first.
"""

from collections.abc import Sequence
from math import asin, pi, sin, sqrt

from attrs import frozen

from sbp.stats.tails import P998, z_of


@frozen(kw_only=True)
class Dispersion:
    """How far teams differ: `phi` is 1 when chance explains all, `tau_squared` is what is left between teams.

    `cuts` are the two values to which the outermost tenths of the standardised rates were drawn in.
    """

    phi: float
    tau_squared: float
    cuts: tuple[float, float]


def dispersion(teams: Sequence[tuple[int, int]], centre: float) -> Dispersion:
    """The over-dispersion of teams, each as how many met of how many; at least one with records."""
    import numpy as np

    met, of = np.array([team for team in teams if team[1]], dtype=float).T
    z = (np.arcsin(np.sqrt(met / of)) - asin(sqrt(centre))) * 2 * np.sqrt(of)
    low, high = np.quantile(z, [0.1, 0.9])
    phi = float(np.mean(np.clip(z, low, high) ** 2))
    return Dispersion(phi=phi, tau_squared=_between(phi, (4 * of).tolist()), cuts=(float(low), float(high)))


def _between(phi: float, weights: Sequence[float]) -> float:
    spare = len(weights) * phi - (len(weights) - 1)
    if spare <= 0 or len(weights) == 1:
        return 0.0
    return spare / (sum(weights) - sum(weight**2 for weight in weights) / sum(weights))


def additive_lines(of: int, centre: float, tau_squared: float, p: float = P998) -> tuple[float, float]:
    """Limits widened by the variance between teams. With a `tau_squared` of 0 they are the arcsine limits."""
    return _arcsine(centre, 1 / (4 * of) + tau_squared, p) if of else (0.0, 1.0)


def multiplicative_lines(of: int, centre: float, phi: float, p: float = P998) -> tuple[float, float]:
    """Limits widened by the same factor for every team; shown for comparison, they flag nothing."""
    return _arcsine(centre, phi / (4 * of), p) if of else (0.0, 1.0)


def _arcsine(centre: float, variance: float, p: float) -> tuple[float, float]:
    middle, spread = asin(sqrt(centre)), z_of(p) * sqrt(variance)
    # Held within a quarter turn: beyond it the sine comes back, and a line for few records would turn inwards.
    return sin(max(0.0, middle - spread)) ** 2, sin(min(pi / 2, middle + spread)) ** 2
