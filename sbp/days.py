"""The last day of an export, read while its rows go by: lateness is judged against it when nobody names another day."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

from attrs import Factory, define

from sbp.build.dates import read_date
from sbp.mapping import Mapping
from sbp.mapping.cells import short_text
from sbp.readers import Row

_APART: Final = timedelta(days=366)
_FEW: Final = 100
"""Dates of fewer than one row in so many, over a year past all others, are slips of the pen."""


@define
class Days:
    """Counts the days on which the records of an export were completed, or else begun, a day for each row."""

    mapping: Mapping
    _rows: Counter[date] = Factory(Counter)

    def noting(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The same rows, and each one's day counted as it goes by. A row without ids makes no record."""
        for row in rows:
            if not row.problem and self.mapping.person_id(row.cells) and self.mapping.record_id(row.cells):
                day = self._day(row)
                if day is not None:
                    self._rows[day] += 1
            yield row

    def last(self) -> date | None:
        """The last day, or None where no row has one."""
        days = sorted(self._rows, reverse=True)
        beyond = 0
        for later, earlier in pairwise(days):
            beyond += self._rows[later]
            if later - earlier > _APART and beyond * _FEW < self._rows.total():
                days = [day for day in days if day <= earlier]
        return days[0] if days else None

    def _day(self, row: Row) -> date | None:
        """The day a record was completed, or else begun."""
        header: Any = row.cells["header"] if self.mapping.layout == "records" else None
        for name in ("completed_on", "started_on"):
            cell = header.get(name) if header else row.cells.get(self.mapping.columns.get(name, ""))
            found = _read(short_text(cell), self.mapping.dates) if cell else None
            if isinstance(found, date):
                return found
        return None


_read = lru_cache(maxsize=4096)(read_date)
