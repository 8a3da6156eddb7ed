"""Records that are alike because one worker wrote them: fewer independent looks than there are records."""

from collections.abc import Sequence

from sbp.stats.distributions import beta_binomial, binomial

Clusters = Sequence[tuple[int, int]]
"""One team's records by worker: how many met of how many. A record whose worker is unknown stands by itself."""


def likeness(teams: Sequence[Clusters]) -> float:
    """How alike two records of one worker are, within teams: 0 as any two of the team, 1 the same.

    It is the correlation between them, from the analysis of variance of workers within teams, and never below 0.
    """
    kept = [[worker for worker in team if worker[1]] for team in teams]
    kept = [team for team in kept if team]
    records = sum(of for team in kept for _, of in team)
    workers = sum(len(team) for team in kept)
    if workers == len(kept) or records == workers:
        return 0.0
    between = sum(_square(team) - _square([together(team)]) for team in kept) / (workers - len(kept))
    within = sum(met for team in kept for met, _ in team) - sum(_square(team) for team in kept)
    within /= records - workers
    repeated = sum(sum(of**2 for _, of in team) / together(team)[1] for team in kept)
    size = (records - repeated) / (workers - len(kept))
    total = between + (size - 1) * within
    return min(1.0, max(0.0, (between - within) / total)) if total > 0 else 0.0


def clustered_tails(workers: Clusters, centre: float, alike: float) -> tuple[float, float]:
    """The chance of so few met, and of so many, when each worker's rate varies around the centre (beta-binomial)."""
    import numpy as np

    observed, chances = sum(met for met, _ in workers), np.ones(1)
    varies = 0 < alike < 1 and 0 < centre < 1
    for of in sorted(of for _, of in workers if of):
        if varies:
            spare = (1 - alike) / alike
            part = beta_binomial(of, centre * spare, (1 - centre) * spare)
        elif alike >= 1:
            part = np.array([1 - centre, *[0.0] * (of - 1), centre])
        else:
            part = binomial(of, centre)
        chances = np.convolve(chances, part)
    return min(1.0, float(chances[: observed + 1].sum())), min(1.0, float(chances[observed:].sum()))


def together(team: Clusters) -> tuple[int, int]:
    """How many met of how many, all workers of a team together."""
    return sum(met for met, _ in team), sum(of for _, of in team)


def _square(team: Clusters) -> float:
    return sum(met**2 / of for met, of in team)
