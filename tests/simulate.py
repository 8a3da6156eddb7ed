"""How often each way of reading a table of teams is wrong, and how often it sees what is there.

`make simulate` runs it and writes the figures of `docs/explanation/simulation.md`. Nothing here is measured on people:
every record is invented, with fixed seeds, so that the same version gives the same page.
"""

from pathlib import Path

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from sbp.stats.clusters import Clusters
from sbp.stats.dispersion import additive_lines
from sbp.stats.funnel import funnel

PAGE = Path(__file__).parents[1] / "docs" / "explanation" / "simulation.md"
SEED = 20261122
TEAMS, STANDARDS, QUARTERS = 25, 15, 300
RATES = np.linspace(0.40, 0.90, STANDARDS)
LIKENESS = (0.0, 0.05, 0.10, 0.20)
"""The correlation between two records of one worker."""
FALL = 0.20
READINGS = ("`sbp`", "`sbp`, workers not known", "exact limits alone", "arcsine limits", "league table")
NOMINAL = 0.002

Flags = NDArray[np.bool_]


@frozen(kw_only=True)
class Run:
    """What every reading flags, over quarters, standards and teams, and how many records each team had."""

    sizes: NDArray[np.int_]
    flags: dict[str, Flags]

    def share(self, reading: str, teams: slice, least: int = 0, most: int = 999) -> float:
        """The share flagged of some teams, where they have from `least` to `most` records."""
        flags, sizes = self.flags[reading][:, :, teams], self.sizes[:, :, teams]
        return float(flags[(sizes >= least) & (sizes <= most)].mean())


def simulate(likeness: float, *, fall: float = 0.0, quarters: int = QUARTERS) -> Run:
    """Quarters of invented records, read in each way; the first team is `fall` below the others on every standard."""
    chance = np.random.default_rng([SEED, round(likeness * 100), round(fall * 100)])
    flags = {reading: np.zeros((quarters, STANDARDS, TEAMS), dtype=bool) for reading in READINGS}
    sizes = np.zeros((quarters, STANDARDS, TEAMS), dtype=int)
    for quarter in range(quarters):
        sizes[quarter] = of = chance.integers(10, 61, TEAMS)
        shared = [np.bincount(chance.integers(0, max(5, size // 6), size)) for size in of]
        for standard, rate in enumerate(RATES):
            rates = np.where(np.arange(TEAMS) == 0, rate - fall, rate)
            teams = [_records(chance, by, each, likeness) for by, each in zip(shared, rates, strict=True)]
            for reading, found in read(teams).items():
                flags[reading][quarter, standard] = found
    return Run(sizes=sizes, flags=flags)


def _records(chance: np.random.Generator, by: NDArray[np.int_], rate: float, likeness: float) -> Clusters:
    each: float | NDArray[np.float64] = rate
    if likeness:
        spare = (1 - likeness) / likeness
        each = chance.beta(rate * spare, (1 - rate) * spare, len(by))
    return list(zip(chance.binomial(by, each).tolist(), by.tolist(), strict=True))


def read(workers: list[Clusters]) -> dict[str, Flags]:
    """Which teams each reading points at. The league table points at its first and its last."""
    teams = [(sum(met for met, _ in team), sum(of for _, of in team)) for team in workers]
    knowing, drawn = funnel(teams, workers=workers), funnel(teams)
    rates = np.array([met / of for met, of in teams])
    arcsine = np.array([additive_lines(of, drawn.centre, 0.0) for _, of in teams])
    places = np.arange(len(teams))
    return {
        "`sbp`": np.array([bool(point.flag) for point in knowing.points]),
        "`sbp`, workers not known": np.array([bool(point.flag) for point in drawn.points]),
        "exact limits alone": np.array([bool(point.exact) for point in drawn.points]),
        "arcsine limits": (rates < arcsine[:, 0]) | (rates > arcsine[:, 1]),
        "league table": (places == rates.argmin()) | (places == rates.argmax()),
    }


def page() -> str:
    """The page, with its figures worked out afresh."""
    alike = {likeness: simulate(likeness) for likeness in LIKENESS}
    differs = {likeness: simulate(likeness, fall=FALL) for likeness in LIKENESS}
    looks = QUARTERS * STANDARDS * TEAMS
    every, first, others = slice(None), slice(0, 1), slice(1, None)
    header = (
        "| Records of one worker correlate by | " + " | ".join(READINGS) + " |\n| --- |" + " ---: |" * len(READINGS)
    )

    def rows(runs: dict[float, Run], teams: slice, least: int = 0, most: int = 999, digits: int = 1) -> str:
        lines = [
            f"| {likeness:.2f} | "
            + " | ".join(f"{run.share(reading, teams, least, most):.{digits}%}" for reading in READINGS)
            + " |"
            for likeness, run in runs.items()
        ]
        return "\n".join([header, *lines])

    return TEXT.format(
        looks=f"{looks:,}",
        quarters=QUARTERS,
        nominal=f"{NOMINAL:.1%}",
        alike=rows(alike, every, digits=2),
        few=rows(differs, first, 10, 29),
        many=rows(differs, first, 30, 60),
        others=rows(differs, others, digits=2),
    )


TEXT = """# How often a flag is wrong, and how often it sees

Written by `tests/simulate.py` (`make simulate`), never by hand.
Every record is invented: this shows how the arithmetic behaves, and says nothing about any council.

Each of {quarters} invented quarters has 25 teams and 15 standards, met at between 40% and 90%.
A team has 10 to 60 records, written by up to ten workers, and the records of one worker are more or less alike.
That makes {looks} looks at a team for each row below.
A flag is one at 99.8%, which ought to strike no more than {nominal} of teams that do not differ.

The readings:

- `sbp`: teams outside the exact limits, outside the additive limits too where teams are over-dispersed,
  and unlikely still when it is allowed for that the records of one worker are alike.
- `sbp`, workers not known: the same without the last, for an export that does not say who wrote a record.
- Exact limits alone: teams outside the exact limits.
- Arcsine limits: teams outside the arcsine limits in common use.
- League table: the first and the last team, as a reader of a ranked table sees them. They are two of 25, always.

## When all teams are alike

The share of teams flagged. Every one of these flags is wrong.

{alike}

The first reading stays within {nominal} in every row.
The last two do so in none, and the two between only where one worker's records are hardly alike.
**Where an export does not say who wrote a record, more is flagged than the limits promise**: the report must say so.

The invented workers vary in the way the first reading assumes (beta-binomial), which is to its advantage.

## When one team is 20 points below the others

The share of looks in which that team is flagged, when it has 10 to 29 records:

{few}

and when it has 30 to 60:

{many}

The share of the other 24 teams, which do not differ, that are flagged in the same quarters:

{others}

## What it means for a reader

- A team that is not flagged has not been shown to be like the others.
  With so few records a difference of 20 points is mostly not seen,
  and it is seen less often the more alike one worker's records are.
- The league table points at the team that differs more often than `sbp` does.
  It also points at somebody when there is nothing to see, and cannot say which of the two it is.
- More records show more: compare the two tables above.
"""


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    print(f"Written: {PAGE}")
