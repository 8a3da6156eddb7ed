"""Whether a count by month moved by more than it always did, in words, from what the edition shows."""

from collections.abc import Iterator

from sbp.forum.over_time import why
from sbp.forum.standards import NO_DATE
from sbp.forum.tables import Count, Table
from sbp.stats.xmr import FEWEST, xmr


def moved(table: Table, column: str) -> Iterator[str]:
    """What an XmR chart of one column would say, by the rules of Making Data Count.

    Rows of totals and of no date are left out. Counts that are hidden in the edition have no point.
    """
    cells = [cell for cell in list(table.column(column))[: len(table.rows) - table.total] if cell[0] != NO_DATE]
    values = [float(cell.value) if isinstance(cell, Count) and cell.value is not None else None for _, cell in cells]
    months = [name for name, _ in cells]
    if sum(value is not None for value in values) < FEWEST:
        yield f"{column}: fewer than {FEWEST} months, so nothing can be told from chance."
        return
    [phase] = xmr(values).phases
    if phase.limits is None:
        return
    low, high = max(0, round(phase.limits.lower)), round(phase.limits.upper)
    yield f"{column}: between {low:,} and {high:,} a month is what chance gives. {why(phase, months)}"
