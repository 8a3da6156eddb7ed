"""One standard month by month: whether it changed by more than it always did, and what may be said of it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from attrs import field, frozen

from sbp.forum.figures import Figure
from sbp.forum.names import counted, listed, percent
from sbp.forum.standards import ALL, NO_DATE, StandardFigures
from sbp.forum.tables import Table
from sbp.stats.signals import Rule, Signal
from sbp.stats.xmr import FEWEST, Phase, XmR, xmr

_FALSE_ALARMS: Final = ((17, "ten"), (22, "seven"), (29, "five"))
"""One chart in so many, by how many points it has, marks something although nothing changed (tests/forum)."""

_MEANINGS: Final = {
    "outside": "beyond the limits",
    "trend": "part of a run one way",
    "two in three": "near a limit",
    "shift": "part of a run on one side",
}


@frozen(kw_only=True)
class OverTime:
    """One standard's chart over time, the table beside it and what it says in words; `unsaid` where there is none."""

    months: tuple[str, ...] = ()
    xmr: XmR | None = field(default=None, repr=False)
    table: Table | None = None
    words: tuple[str, ...] = ()
    unsaid: str = ""


def over_time(standard: StandardFigures) -> OverTime:
    """What one standard says of time, from the figures that the edition shows."""
    rows = [(name, cell) for name, cell in _rows(standard.months) if name not in (ALL, NO_DATE)]
    values = [None if figure.unsaid else figure.share for _, figure in rows]
    if sum(value is not None for value in values) < 2:
        return OverTime(unsaid="fewer than two months have a figure")
    chart, months = xmr(values), tuple(name for name, _ in rows)
    return OverTime(
        months=months,
        xmr=chart,
        table=_table(standard, chart),
        words=tuple(_words(chart, months, sum(value is not None for value in values))),
    )


def _rows(table: Table | None) -> Iterator[tuple[str, Figure]]:
    for name, (cell, *_) in table.rows if table else ():
        if isinstance(cell, Figure):
            yield name, cell


def _table(standard: StandardFigures, chart: XmR) -> Table:
    assert standard.months is not None
    rules: list[Rule | str] = [point.rule for point in chart.points]
    rules += [""] * (len(standard.months.rows) - len(rules))
    rows = tuple(
        (name, (cells[0], _MEANINGS.get(rule, "as usual" if name not in (ALL, NO_DATE) else "[x]")))
        for (name, cells), rule in zip(standard.months.rows, rules, strict=True)
    )
    return Table(
        id=standard.months.id,
        caption=f"{standard.title}, by month",
        first="Month",
        columns=("Met", "Against the other months"),
        rows=rows,
        total=True,
    )


def _words(chart: XmR, months: Sequence[str], points: int) -> Iterator[str]:
    [phase] = chart.phases
    if phase.limits is None:
        yield (
            f"{counted(points, 'month').capitalize()} have a figure. With fewer than {FEWEST} there are no limits and "
            f"nothing is marked; the line is the middle month, {percent(phase.centre or 0)}."
        )
    else:
        yield (
            f"The middle line is the average month, {percent(phase.limits.mean)}; between the outer lines, "
            f"{percent(max(0, phase.limits.lower))} and {percent(min(1, phase.limits.upper))}, months move by chance. "
            "Moving ranges that are outliers themselves were left out of the limits."
        )
        yield why(phase, months)
        often = next((often for below, often in _FALSE_ALARMS if points < below), "three")
        yield f"Of charts with so many points, about one in {often} marks something although nothing changed."
    yield (
        "It takes no account of how many records a month has: see the table. Months with fewer than ten records are "
        "left out. It cannot say what changed, or whether that was practice, the form, or who came."
    )


def why(phase: Phase, months: Sequence[str]) -> str:
    """Why months are marked, in a sentence or a few; or that none is."""
    if not phase.signals:
        return "No month is marked: it moves as it always did."
    first = [next(found) for _, found in groupby(phase.signals, key=lambda signal: (signal.rule, signal.direction))]
    return " ".join(_signal(signal, months) for signal in first[:3])


def _signal(signal: Signal, months: Sequence[str]) -> str:
    names = [months[place] for place in signal.places]
    up = signal.direction == "up"
    match signal.rule:
        case "outside":
            return f"{names[0]} is {'above' if up else 'below'} the outer line."
        case "trend":
            return f"From {names[0]} to {names[-1]} each month is {'higher' if up else 'lower'} than the one before."
        case "shift":
            side = "above" if up else "below"
            return f"From {names[0]} to {names[-1]} all {len(names)} months are {side} the average: something changed."
        case _:
            return f"{listed(names)} are both near the {'upper' if up else 'lower'} line."
