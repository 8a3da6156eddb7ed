"""One person's records together, oldest first."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs
from attrs import frozen

from sbp.records import Record


@frozen(eq=False)
class CaseFile:
    """All of one person's records, oldest first; undated ones last. Equal to itself alone: records are long to compare.

    `as_at` is the day lateness is judged against; without it nothing is late. `exported` names, for each kind of
    record, the fields the export holds; None says that the records were given whole.
    """

    person_id: str
    records: tuple[Record, ...]
    as_at: date | None = None
    exported: Mapping[str, frozenset[str]] | None = None

    def knows(self, record: Record, dotted: str) -> bool:
        """Whether an empty field means that nothing was written, not that it was never exported.

        A form that is only headings and text says nothing about the fields it does not have.
        """
        if is_form(record):
            return False
        return self.exported is None or dotted in self.exported.get(record.kind, frozenset())


def is_form(record: Record) -> bool:
    """Whether a record is only headings and text."""
    beside = (declared.name for declared in attrs.fields(type(record)) if declared.name not in ("kind", "header"))
    filled = {name for name in beside if getattr(record, name) not in (None, (), "")}
    return filled <= {"sections"}


def gather(records: Iterable[Record]) -> Iterator[CaseFile]:
    """Group records by person, oldest first, people in the order in which they first appear.

    The order within a day is the order of the export.
    """
    by_person: dict[str, list[Record]] = {}
    for record in records:
        by_person.setdefault(record.header.person.id, []).append(record)
    for person_id, theirs in by_person.items():
        yield CaseFile(person_id, tuple(sorted(theirs, key=_when)))


def written_on(record: Record) -> date | None:
    """When a record was completed, or else begun."""
    return record.header.completed_on or record.header.started_on


def age_on(born_on: date | None, when: date | None) -> int | None:
    """Whole years on a day; None where that cannot be."""
    if born_on is None or when is None:
        return None
    years = when.year - born_on.year - ((when.month, when.day) < (born_on.month, born_on.day))
    return years if 0 <= years <= 130 else None


def last_day(records: Iterable[Record]) -> date | None:
    """The last day on which any of these records was completed or begun."""
    return max(filter(None, map(written_on, records)), default=None)


def _when(record: Record) -> date:
    return written_on(record) or date.max
