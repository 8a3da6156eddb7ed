"""The records of the people whose cases are brought, read from an export.

Of everybody else's rows only this is kept, while they go by: which words stand there without a capital.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from attrs import field, frozen

from sbp.build import build
from sbp.casefile import gather
from sbp.drafted import mapping_of
from sbp.forum.pack.ordinary import small_words
from sbp.mapping.mapping import kinds_of
from sbp.readers import Row, open_export
from sbp.records import Record

ORDINARY_FROM: Final = 3
"""A word that stands without a capital in so many rows is an ordinary one, and no slip of the pen."""


@frozen
class Known:
    """One person's records, oldest first, and which fields the export holds for each kind of record."""

    records: tuple[Record, ...] = field(repr=False)
    exported: Mapping[str, frozenset[str]] | None = None


@frozen
class Brought:
    """The people of an agenda, as far as the export holds records of them, and the ordinary words of the export."""

    people: Mapping[str, Known] = field(factory=dict, repr=False)
    words: frozenset[str] = field(default=frozenset(), repr=False)


def people_of(export: Path, mapping: Path | None, person_ids: Collection[str]) -> Brought:
    """The people with these ids.

    Raises `ExportError` or `MappingError` when the export cannot be read.
    """
    how, _ = mapping_of(export, mapping)
    opened = open_export(export)
    if how.layout != "records":
        how.check_columns(opened.columns, opened.file)
    wanted = frozenset(person_ids)
    times: Counter[str] = Counter()
    rows = (row for row in _counted(opened.rows, times) if not row.problem and how.person_id(row.cells) in wanted)
    built = build(rows, how)
    exported = None if how.layout == "records" else {kind: how.fields(kind) for kind in kinds_of(how)}
    people = {one.person_id: Known(one.records, exported) for one in gather(built.records)}
    return Brought(people, frozenset(word for word, count in times.items() if count >= ORDINARY_FROM))


def _counted(rows: Iterable[Row], times: Counter[str]) -> Iterator[Row]:
    """The same rows, and in how many of them each word stands without a capital."""
    for row in rows:
        times.update(small_words(cell for cell in row.cells.values() if isinstance(cell, str)))
        yield row
