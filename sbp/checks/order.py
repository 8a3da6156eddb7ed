"""Dates that cannot stand in the order in which they stand, or stand too far apart."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.missing import value
from sbp.findings import Place


@frozen(kw_only=True)
class Order:
    """Find records where the date `later` comes before the date `earlier`. Fields are dotted names.

    With `days`, find instead those where it comes more than so many days after.
    """

    earlier: str
    later: str
    days: int = 0

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a record, at the later date."""
        for record in case_file.records:
            earlier, later = value(record, self.earlier), value(record, self.later)
            if record.kind in scope and isinstance(earlier, date) and isinstance(later, date):
                too_far = later - earlier > timedelta(self.days)
                if too_far if self.days else later < earlier:
                    yield Place(record_id=record.header.id, field="/" + self.later.replace(".", "/"))
