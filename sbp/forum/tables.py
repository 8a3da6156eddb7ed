"""A table of a report: what is printed in HTML, a workbook or JSON, and what disclosure control looks at.

Whatever counts records or people and may reach the shareable edition stands in a `Table` as a `Count`, a `Figure` or
a `Measure`, never as a plain number and never inside a sentence.
"""

from collections.abc import Hashable, Iterator
from typing import Any, Literal

import attrs
from attrs import field, frozen

from sbp.forum.figures import FEWEST_RECORDS, Figure

Edition = Literal["internal", "shareable"]

HIDDEN = "[c]"
"""Confidential: too few to be shown, or hidden so that something too small cannot be worked out."""

UNAVAILABLE = "[x]"
"""Not available: the records do not say, or there is too little to go by."""


@frozen(kw_only=True)
class Count:
    """How many; None is hidden. The same thing counted in two places has the same `key` in both."""

    value: int | None
    key: Hashable = field(default=None, repr=False)

    def __str__(self) -> str:
        return HIDDEN if self.value is None else f"{self.value:,}"


@frozen(kw_only=True)
class Measure:
    """A number that rests on `of` records and is no count of them: a median of days, pounds a week.

    None where there is too little to go by; `unsaid` then says why. `digits` is how many decimals are shown.
    """

    value: float | None
    of: Count
    unit: str = ""
    digits: int = 0
    unsaid: str = ""

    def __str__(self) -> str:
        return UNAVAILABLE if self.value is None else f"{self.value:,.{self.digits}f}"


@frozen(kw_only=True)
class AddsUp:
    """That counts with keys add up to another, where no table says so."""

    total: Hashable
    parts: tuple[Hashable, ...]


Cell = Count | Figure | Measure | str


@frozen(kw_only=True)
class Table:
    """Rows with a name each, and cells under headings. `id` is unlike any other's in the report.

    With `total`, the last row is what those above it add up to; with `across`, the first count of each row is what the
    other counts of the row add up to. Say so wherever it is so: a reader can see it and subtract.
    """

    id: str
    caption: str
    first: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    total: bool = False
    across: bool = False
    notes: tuple[str, ...] = ()

    def column(self, heading: str) -> Iterator[tuple[str, Cell]]:
        """One column, as pairs of a row's name and its cell."""
        at = self.columns.index(heading)
        yield from ((name, cells[at]) for name, cells in self.rows)


def tables_in(part: Any) -> Iterator[Table]:
    """Every table in a part of a report, however deep, in order."""
    if isinstance(part, Table):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from tables_in(one)
    elif attrs.has(type(part)):
        for declared in attrs.fields(type(part)):
            yield from tables_in(getattr(part, declared.name))


def measure(value: float | None, of: int, *, unit: str = "", digits: int = 0, fewest: int = FEWEST_RECORDS) -> Measure:
    """A measure of so many records, or why there is none."""
    few = of < fewest or value is None
    return Measure(
        value=None if few else value,
        of=Count(value=of),
        unit=unit,
        digits=digits,
        unsaid=f"fewer than {fewest} records" if few else "",
    )
