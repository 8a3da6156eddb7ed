"""Indirect standardisation: what a team's rate would be expected to be, given what kinds of records it has.

Never adjust on something the team itself decides.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import Final

from attrs import frozen

from sbp.stats.distributions import binomial
from sbp.stats.tails import P998, Flag, flag_of

THIN: Final = 5
"""A stratum with fewer records than this says little about its rate, and is listed."""

Strata = Mapping[Hashable, tuple[int, int]]
"""One team's records by stratum: how many met of how many."""


@frozen(kw_only=True)
class Adjusted:
    """One team against what the rates of all teams would give for its own mix.

    `low` and `high` are the exact chances of so few, and of so many; `rate` is the centre times observed over expected.
    """

    observed: int
    of: int
    expected: float
    variance: float
    low: float
    high: float
    flag: Flag
    rate: float | None

    @property
    def ratio(self) -> float | None:
        """Observed over expected; None where nothing was expected."""
        return self.observed / self.expected if self.expected > 0 else None

    @property
    def z(self) -> float | None:
        """How many standard deviations from what was expected; None where nothing can vary."""
        return (self.observed - self.expected) / self.variance**0.5 if self.variance > 0 else None


@frozen(kw_only=True)
class CaseMix:
    """All teams, adjusted, in the order they came; `rates` is each stratum's, `thin` the strata with few records."""

    centre: float
    teams: tuple[Adjusted, ...]
    rates: tuple[tuple[Hashable, float], ...]
    thin: tuple[Hashable, ...]


def adjust(teams: Sequence[Strata], *, p: float = P998) -> CaseMix:
    """Teams adjusted for their mix. At least one record is needed."""
    met: Counter[Hashable] = Counter()
    of: Counter[Hashable] = Counter()
    for strata in teams:
        for stratum, (team_met, team_of) in strata.items():
            met[stratum] += team_met
            of[stratum] += team_of
    if not of.total():
        raise ValueError("case-mix needs at least one record")
    centre = met.total() / of.total()
    rates = {stratum: met[stratum] / count for stratum, count in of.items() if count}
    return CaseMix(
        centre=centre,
        teams=tuple(_adjusted(strata, rates, centre, p) for strata in teams),
        rates=tuple(rates.items()),
        thin=tuple(stratum for stratum, count in of.items() if 0 < count < THIN),
    )


def _adjusted(strata: Strata, rates: Mapping[Hashable, float], centre: float, p: float) -> Adjusted:
    parts = [(of, rates[stratum]) for stratum, (_, of) in strata.items() if of]
    observed, expected = sum(met for met, _ in strata.values()), expected_of(parts)
    low, high = mixed_tails(observed, parts)
    return Adjusted(
        observed=observed,
        of=sum(of for of, _ in parts),
        expected=expected,
        variance=sum(of * rate * (1 - rate) for of, rate in parts),
        low=low,
        high=high,
        flag=flag_of(low, high, p),
        rate=centre * observed / expected if expected > 0 else None,
    )


def expected_of(parts: Sequence[tuple[int, float]]) -> float:
    """How many are expected to meet, of parts each of so many records with one rate."""
    return sum(of * rate for of, rate in parts)


def mixed_tails(observed: int, parts: Sequence[tuple[int, float]]) -> tuple[float, float]:
    """The chance of `observed` or fewer, and of `observed` or more: the exact Poisson-binomial tails.

    The parts' binomials are convolved, so it is the same whatever the order of the parts.
    """
    import numpy as np

    chances = np.ones(1)
    for of, rate in sorted(parts):
        chances = np.convolve(chances, binomial(of, rate))
    low, high = chances[: observed + 1].sum(), chances[observed:].sum()
    return min(1.0, float(low)), min(1.0, float(high))
