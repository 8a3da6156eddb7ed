"""What building gives: records, the rows that could not be used, and what was put right on the way."""

from collections.abc import Iterable

from attrs import field, frozen

from sbp.findings import Finding
from sbp.readers.rows import Row
from sbp.records import Record


@frozen(kw_only=True)
class SetAside:
    """A row that is in no record, and why. The sentence never holds a value."""

    file: str
    sheet: str = ""
    row: int
    column: str = ""
    sentence: str


@frozen(kw_only=True)
class Repair:
    """Something put right or left out in a cell: what, in which column, how often, and the first row where it was."""

    kind: str
    count: int
    file: str
    row: int
    column: str = ""


@frozen(kw_only=True)
class Built:
    """The records made of some rows, and findings about their data. Every row is used in one of them or set aside."""

    records: tuple[Record, ...] = field(repr=False)
    used: int
    set_aside: tuple[SetAside, ...]
    repairs: tuple[Repair, ...]
    findings: tuple[Finding, ...] = ()


def merge_repairs(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    """Add up repairs of the same kind in the same column; the first row named is the earliest."""
    tally = Tally()
    for repair in repairs:
        tally.add(repair)
    return tally.repairs()


class Tally:
    """Repairs as they are counted."""

    def __init__(self) -> None:
        self._counted: dict[tuple[str, str, str], tuple[int, int]] = {}

    def count(self, kind: str, column: str, row: Row) -> None:
        """Count one repair."""
        self.add(Repair(kind=kind, count=1, file=row.file, row=row.number, column=column))

    def add(self, repair: Repair) -> None:
        """Count a repair as often as it says."""
        key = (repair.kind, repair.column, repair.file)
        count, first = self._counted.get(key, (0, repair.row))
        self._counted[key] = (count + repair.count, min(first, repair.row))

    def repairs(self) -> tuple[Repair, ...]:
        """All of them, by kind, column and file."""
        return tuple(
            Repair(kind=kind, count=count, file=file, row=row, column=column)
            for (kind, column, file), (count, row) in sorted(self._counted.items())
        )


def aside(row: Row, sentence: str, column: str = "") -> SetAside:
    """Set a row aside."""
    return SetAside(file=row.file, sheet=row.sheet, row=row.number, column=column, sentence=sentence)
