"""One person's records together, oldest first."""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from sbp.records import Record


@frozen
class CaseFile:
    """All of one person's records, oldest first; undated ones last."""

    person_id: str
    records: tuple[Record, ...]


def gather(records: Iterable[Record]) -> Iterator[CaseFile]:
    """Group records by person, oldest first, people in the order in which they first appear.

    The order within a day is the order of the export.
    """
    by_person: dict[str, list[Record]] = {}
    for record in records:
        by_person.setdefault(record.header.person.id, []).append(record)
    for person_id, theirs in by_person.items():
        yield CaseFile(person_id, tuple(sorted(theirs, key=_when)))


def _when(record: Record) -> date:
    return record.header.completed_on or record.header.started_on or date.max
