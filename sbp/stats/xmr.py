"""XmR charts as Making Data Count draws them: whether a measure changes over time by more than it always did.

It takes no account of how many records each point rests on: show them, and leave out points that rest on few.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from statistics import mean, median
from typing import Final, Literal

from attrs import frozen

from sbp.stats.signals import Direction, Limits, Rule, Signal, signals

FEWEST: Final = 13
"""With fewer points there are no limits and no signals: a run chart, with the median as its centre."""

BASELINES: Final = range(12, 21)
"""How many points a fixed baseline may have."""

Meaning = Literal["common", "improvement", "concern", "neutral"]


@frozen(kw_only=True)
class Point:
    """One point. `rule` is the first that marks it, `directions` those of every rule that does."""

    value: float | None
    rule: Rule | Literal[""] = ""
    directions: tuple[Direction, ...] = ()

    def means(self, better: Direction | None) -> Meaning:
        """What the point shows; where rules point both ways, improvement shows."""
        if not self.rule:
            return "common"
        if better is None:
            return "neutral"
        return "improvement" if better in self.directions else "concern"


@frozen(kw_only=True)
class Phase:
    """Points that share limits: from `start` up to `end`, which is the next phase's start."""

    start: int
    end: int
    centre: float | None
    limits: Limits | None
    signals: tuple[Signal, ...]


@frozen(kw_only=True)
class XmR:
    """A chart: its points, and the phases they fall into."""

    points: tuple[Point, ...]
    phases: tuple[Phase, ...]


def limits_of(values: Sequence[float], *, mdc_excel: bool = False) -> Limits:
    """The mean and limits of two points or more.

    Moving ranges of 3.267 times their mean or more are left out once, as NHSRplotthedots does; `mdc_excel` keeps them,
    as the Excel tool does.
    """
    spread = 2.66 * average_range(values, mdc_excel=mdc_excel)
    middle = mean(values)
    return Limits(mean=middle, lower=middle - spread, upper=middle + spread)


def average_range(values: Sequence[float], *, mdc_excel: bool = False) -> float:
    """The mean distance from each point to the next, screened unless `mdc_excel`."""
    ranges = [abs(after - before) for before, after in pairwise(values)]
    average = mean(ranges)
    if mdc_excel or not average:
        return average
    return mean(step for step in ranges if step < 3.267 * average)


def xmr(
    values: Sequence[float | None],
    *,
    rebase_at: Sequence[int] = (),
    baseline: int | None = None,
    mdc_excel: bool = False,
) -> XmR:
    """A chart of values in order of time; None is a point left out, and does not break a run.

    Each place in `rebase_at` begins a phase with limits of its own, made from its first `baseline` points if given.
    """
    if baseline is not None and baseline not in BASELINES:
        raise ValueError("a baseline has 12 to 20 points")
    cuts = sorted({0, *(place for place in rebase_at if 0 < place < len(values)), len(values)})
    phases = tuple(_phase(values, start, end, baseline, mdc_excel) for start, end in pairwise(cuts))
    marked = [signal for phase in phases for signal in phase.signals]
    return XmR(points=tuple(_point(place, value, marked) for place, value in enumerate(values)), phases=phases)


def places_of(dates: Sequence[date], rebase_on: Sequence[date]) -> Iterator[int]:
    """Where each day to re-base on falls: the first point of that day or after it. Days after all points are none."""
    for day in rebase_on:
        yield from [place for place, at in enumerate(dates) if at >= day][:1]


def assurance(limits: Limits, target: float, better: Direction) -> Literal["passes", "fails", "hit and miss"]:
    """Whether a measure that goes on as it does will meet its target: always, never, or as chance has it."""
    if limits.lower <= target <= limits.upper:
        return "hit and miss"
    return "passes" if (target < limits.lower) == (better == "up") else "fails"


def _phase(values: Sequence[float | None], start: int, end: int, baseline: int | None, mdc_excel: bool) -> Phase:
    there = [(place, value) for place, value in enumerate(values[start:end], start) if value is not None]
    held = [value for _, value in there]
    if len(held) < FEWEST:
        return Phase(start=start, end=end, centre=median(held) if held else None, limits=None, signals=())
    limits = limits_of(held[:baseline], mdc_excel=mdc_excel)
    found = tuple(
        Signal(rule=signal.rule, direction=signal.direction, places=tuple(there[place][0] for place in signal.places))
        for signal in signals(held, limits)
    )
    return Phase(start=start, end=end, centre=limits.mean, limits=limits, signals=found)


def _point(place: int, value: float | None, marked: Sequence[Signal]) -> Point:
    mine = [signal for signal in marked if place in signal.places]
    directions: tuple[Direction, ...] = tuple(sorted({signal.direction for signal in mine}))
    return Point(value=value, rule=mine[0].rule if mine else "", directions=directions)
