"""The records of the people whose cases are brought, read from an export; everybody else's rows go by unread."""

from collections.abc import Collection, Mapping
from pathlib import Path

from attrs import field, frozen

from sbp.build import build
from sbp.casefile import gather
from sbp.drafted import mapping_of
from sbp.mapping.mapping import kinds_of
from sbp.readers import open_export
from sbp.records import Record


@frozen
class Known:
    """One person's records, oldest first, and which fields the export holds for each kind of record."""

    records: tuple[Record, ...] = field(repr=False)
    exported: Mapping[str, frozenset[str]] | None = None


def people_of(export: Path, mapping: Path | None, person_ids: Collection[str]) -> dict[str, Known]:
    """The people with these ids, as far as the export holds records of them.

    Raises `ExportError` or `MappingError` when the export cannot be read.
    """
    how, _ = mapping_of(export, mapping)
    opened = open_export(export)
    if how.layout != "records":
        how.check_columns(opened.columns, opened.file)
    wanted = frozenset(person_ids)
    rows = (row for row in opened.rows if not row.problem and how.person_id(row.cells) in wanted)
    built = build(rows, how)
    exported = None if how.layout == "records" else {kind: how.fields(kind) for kind in kinds_of(how)}
    return {one.person_id: Known(one.records, exported) for one in gather(built.records)}
