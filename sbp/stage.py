"""All rows of one person together, in bounded memory: what does not fit goes to a scratch DuckDB file."""

import json
import shutil
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from pathlib import Path
from typing import Any, Final

from attrs import evolve, frozen

from sbp.build import repeated
from sbp.errors import StoreError
from sbp.mapping import Mapping
from sbp.mapping.cells import text_of
from sbp.readers.rows import Row

IN_MEMORY: Final = 20_000
"""Up to this many rows are grouped in memory, if they are not long."""

_MEMORY: Final = 64 << 20
_BUCKETS: Final = 64
_BATCH: Final = 2_000
_BATCH_SIZE: Final = 8 << 20
_UNKNOWN_AT_ONCE: Final = 1_000
_SETTINGS: Final[dict[str, Any]] = {"memory_limit": "96MB", "threads": 1, "preserve_insertion_order": False}
_LONG_ROW: Final = 64 << 10
_MUCH: Final = 256 << 20
_MORE_ROOM: Final = "SET memory_limit = '768MB'"
"""Said when a very long row comes, or very many: what DuckDB may use it does use, so it is given little until then."""

_ENCODER: Final = json.JSONEncoder(default=text_of)


@frozen
class _Placed:
    """A row with what it is sorted by."""

    person: str
    order: int
    row: Row


def people(rows: Iterable[Row], mapping: Mapping, scratch: Path) -> Iterator[list[Row]]:
    """The rows of each person, as they stood in the export; rows whose person is not known come last.

    The order of people is the same however many rows there are. A record id that stands under two people is left to
    the first; the other's rows get a `problem`. The scratch file is deleted at the end, also after a fault.
    """
    placed = _placed(rows, mapping)
    first: list[_Placed] = []
    size = 0
    for one in placed:
        first.append(one)
        size += size_of(one.row)
        if len(first) >= IN_MEMORY or size > _MEMORY:
            yield from _through_file(chain(first, placed), scratch)
            return
    by_bucket: dict[int, list[_Placed]] = {}
    for one in first:
        by_bucket.setdefault(_bucket(one.person), []).append(one)
    for bucket in sorted(by_bucket):
        yield from _grouped(by_bucket[bucket])


def _placed(rows: Iterable[Row], mapping: Mapping) -> Iterator[_Placed]:
    owners: dict[str, tuple[str, str, int]] = {}
    for order, row in enumerate(rows):
        if row.problem:
            yield _Placed("", order, row)
            continue
        person, record = mapping.person_id(row.cells), mapping.record_id(row.cells)
        if person and record:
            owner, file, number = owners.setdefault(record, (person, row.file, row.number))
            if owner != person:
                row = evolve(row, problem=repeated(Row(file=file, number=number), row, is_other=True))
        yield _Placed(person, order, row)


def _bucket(person: str) -> int:
    return zlib.crc32(person.encode("utf-8", "surrogatepass")) % _BUCKETS if person else _BUCKETS


def size_of(row: Row) -> int:
    """About how much memory a row takes."""
    return 200 + sum(len(cell) if isinstance(cell, str) else 50 for cell in row.cells.values())


def _grouped(found: list[_Placed]) -> Iterator[list[Row]]:
    found.sort(key=lambda one: (one.person, one.order))
    for person, theirs in groupby(found, key=lambda one: one.person):
        rows = [one.row for one in theirs]
        step = len(rows) if person else _UNKNOWN_AT_ONCE
        yield from (rows[start : start + step] for start in range(0, len(rows), step))


def _through_file(placed: Iterable[_Placed], scratch: Path) -> Iterator[list[Row]]:
    try:
        import duckdb
    except ModuleNotFoundError:
        raise StoreError("Large exports need DuckDB: pip install 'strengths-based-practice[audit]'.") from None
    _delete(scratch)
    try:
        with duckdb.connect(str(scratch), config=_SETTINGS) as connection:
            _fill(connection, placed)
            for bucket in range(_BUCKETS + 1):
                yield from _grouped(_bucket_rows(connection, bucket))
    except duckdb.Error:
        raise StoreError(f"The scratch file {scratch} cannot be written or read. Is the disk full?") from None
    finally:
        _delete(scratch)


def _delete(scratch: Path) -> None:
    scratch.unlink(missing_ok=True)
    scratch.with_name(scratch.name + ".wal").unlink(missing_ok=True)
    shutil.rmtree(scratch.with_name(scratch.name + ".tmp"), ignore_errors=True)


def _fill(connection: Any, placed: Iterable[_Placed]) -> None:
    connection.execute("CREATE TABLE staged (bucket USMALLINT, person VARCHAR, place UBIGINT, packed VARCHAR)")
    batch: list[tuple[int, str, int, str]] = []
    size = 0
    staged = 0
    has_room = False
    for one in placed:
        packed = _pack(one.row)
        staged += len(packed)
        if not has_room and (len(packed) > _LONG_ROW or staged > _MUCH):
            connection.execute(_MORE_ROOM)
            has_room = True
        batch.append((_bucket(one.person), one.person, one.order, packed))
        size += len(packed)
        if len(batch) >= _BATCH or size > _BATCH_SIZE:
            _insert(connection, batch)
            batch, size = [], 0
    if batch:
        _insert(connection, batch)


def _insert(connection: Any, batch: Sequence[tuple[int, str, int, str]]) -> None:
    lists = [list(column) for column in zip(*sorted(batch), strict=True)]
    connection.execute("INSERT INTO staged SELECT unnest(?), unnest(?), unnest(?), unnest(?)", lists)


def _bucket_rows(connection: Any, bucket: int) -> list[_Placed]:
    found = connection.execute("SELECT person, place, packed FROM staged WHERE bucket = ?", [bucket]).fetchall()
    return [_Placed(person, order, _unpack(packed)) for person, order, packed in found]


def _pack(row: Row) -> str:
    parts = [row.file, row.sheet, row.number, row.problem, row.repairs, dict(row.cells)]
    return _ENCODER.encode(parts)


def _unpack(packed: str) -> Row:
    file, sheet, number, problem, repairs, cells = json.loads(packed)
    return Row(file=file, sheet=sheet, number=number, problem=problem, repairs=tuple(repairs), cells=cells)
