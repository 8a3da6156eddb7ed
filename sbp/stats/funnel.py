"""A funnel plot: which teams differ from all of them by more than chance gives."""

from collections.abc import Sequence
from typing import Final, Literal

from attrs import evolve, frozen

from sbp.stats.clusters import Clusters, clustered_tails, likeness, together
from sbp.stats.dispersion import Dispersion, additive_lines, dispersion
from sbp.stats.distributions import binomial_tails
from sbp.stats.lines import fingertips_lines
from sbp.stats.tails import P998, Flag, fewest_records, flag_of, two_sided

FEWEST_TEAMS: Final = 10
"""With fewer teams, how they differ from each other cannot be told well enough to allow for it."""

Team = tuple[int, int]
"""How many records met, of how many."""


@frozen(kw_only=True)
class Point:
    """One team. `flag` is what the funnel says; `exact` what the exact tails alone say.

    `low` and `high` are the chances of so few, and of so many, if the team were like the others.
    """

    met: int
    of: int
    low: float
    high: float
    exact: Flag
    flag: Flag

    @property
    def p_value(self) -> float:
        """Both tails as one, for Benjamini-Hochberg."""
        return two_sided(self.low, self.high)


@frozen(kw_only=True)
class Funnel:
    """All teams against their centre. A team needs `fewest` records before it can be flagged at both ends.

    `alike` is how alike two records of one worker are, or None where workers are not known. `widened` says whether the
    flags allow for over-dispersion.
    """

    centre: float
    p: float
    fewest: int | None
    method: Literal["exact", "fingertips"]
    dispersion: Dispersion
    widened: bool
    alike: float | None
    points: tuple[Point, ...]


def funnel(
    teams: Sequence[Team],
    *,
    workers: Sequence[Clusters] | None = None,
    centre: float | None = None,
    p: float = P998,
    method: Literal["exact", "fingertips"] = "exact",
) -> Funnel:
    """A funnel of teams; the centre is their common rate unless one is given. At least one record is needed.

    Two allowances can take an exact flag away, and neither makes one: where `workers` gives each team's records by
    worker, the tail that knows records of one worker to be alike must be as small; and where ten teams or more are
    over-dispersed, the team must be outside the additive limits. The Fingertips method makes no allowance.
    """
    if not sum(of for _, of in teams):
        raise ValueError("a funnel needs at least one record")
    if workers is not None and [together(team) for team in workers] != [tuple(team) for team in teams]:
        raise ValueError("the records of each team's workers must be those of the team")
    middle = sum(met for met, _ in teams) / sum(of for _, of in teams) if centre is None else centre
    found = _all_tails(teams, middle)
    drawn = Funnel(
        centre=middle,
        p=p,
        fewest=fewest_records(middle, p),
        method=method,
        dispersion=(spread := dispersion(teams, middle)),
        widened=method == "exact" and spread.phi > 1 and sum(of > 0 for _, of in teams) >= FEWEST_TEAMS,
        alike=likeness(workers) if workers is not None else None,
        points=(),
    )
    clusters = workers or [()] * len(teams)
    points = (_point(drawn, team, *tail, by) for team, tail, by in zip(teams, found, clusters, strict=True))
    return evolve(drawn, points=tuple(points))


def _point(drawn: Funnel, team: Team, low: float, high: float, workers: Clusters) -> Point:
    exact = flag = flag_of(low, high, drawn.p)
    if drawn.method == "fingertips":
        flag = _outside(team, fingertips_lines(team[1], drawn.centre, drawn.p))
    if flag and drawn.widened:
        flag = _outside(team, additive_lines(team[1], drawn.centre, drawn.dispersion.tau_squared, drawn.p))
    if flag and drawn.method == "exact" and drawn.alike is not None:
        flag = flag_of(*clustered_tails(workers, drawn.centre, drawn.alike), drawn.p)
    return Point(met=team[0], of=team[1], low=low, high=high, exact=exact, flag=flag)


def _all_tails(teams: Sequence[Team], centre: float) -> list[tuple[float, float]]:
    import numpy as np

    met, of = np.array(teams).T
    low, high = binomial_tails(met, of, centre)
    return list(zip(low.tolist(), high.tolist(), strict=True))


def _outside(team: Team, lines: tuple[float, float]) -> Flag:
    met, of = team
    if not of:
        return ""
    return "low" if met / of < lines[0] else "high" if met / of > lines[1] else ""
