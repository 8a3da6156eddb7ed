"""All rows of one person together, in bounded memory: what does not fit goes to scratch files, one a bucket."""

import json
import shutil
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from pathlib import Path
from typing import Final

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
_UNKNOWN_AT_ONCE: Final = 1_000
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
    the first; the other's rows get a `problem`. `scratch` is a folder that is made when it is needed and deleted at the
    end, also after a fault.
    """
    placed = _placed(rows, mapping)
    first: list[_Placed] = []
    size = 0
    for one in placed:
        first.append(one)
        size += size_of(one.row)
        if len(first) >= IN_MEMORY or size > _MEMORY:
            yield from _through_files(_handed_over(first, placed), scratch)
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
    """About how many bytes of memory a row takes, whole records in its cells included."""
    return 200 + sum(map(_size, row.cells.values()))


def _size(cell: object) -> int:
    if isinstance(cell, str):
        return len(cell)
    held = cell.values() if isinstance(cell, dict) else cell if isinstance(cell, list) else ()
    return 50 + sum(map(_size, held))


def _grouped(found: list[_Placed]) -> Iterator[list[Row]]:
    found.sort(key=lambda one: (one.person, one.order))
    for person, theirs in groupby(found, key=lambda one: one.person):
        if person:
            yield [one.row for one in theirs]
        else:
            yield from _pieces(theirs)


def _pieces(unknown: Iterable[_Placed]) -> Iterator[list[Row]]:
    rows = (one.row for one in unknown)
    while piece := list(islice(rows, _UNKNOWN_AT_ONCE)):
        yield piece


def _handed_over(first: list[_Placed], rest: Iterable[_Placed]) -> Iterator[_Placed]:
    """The first rows and then the rest, none of them held any longer."""
    first.reverse()
    while first:
        yield first.pop()
    yield from rest


def _through_files(placed: Iterable[_Placed], scratch: Path) -> Iterator[list[Row]]:
    delete(scratch)
    try:
        _fill(scratch, placed)
        for bucket in range(_BUCKETS):
            yield from _grouped(list(_read(scratch, bucket)))
        yield from _pieces(_read(scratch, _BUCKETS))
    except OSError as problem:
        raise StoreError(
            f"The scratch folder {scratch} cannot be written or read: {problem.strerror}. Is the disk full?"
        ) from None
    finally:
        delete(scratch)


def delete(scratch: Path) -> None:
    """Remove the scratch folder, or whatever else a killed run left in its place."""
    shutil.rmtree(scratch, ignore_errors=True)
    if scratch.is_file():
        scratch.unlink()


def _fill(scratch: Path, placed: Iterable[_Placed]) -> None:
    """Write each row to the file of its bucket, in the order of the export."""
    scratch.mkdir()
    with ExitStack() as stack:
        names = (scratch / str(bucket) for bucket in range(_BUCKETS + 1))
        files = [stack.enter_context(name.open("w", encoding="ascii", newline="\n")) for name in names]
        for one in placed:
            row = one.row
            parts = [one.person, one.order, row.file, row.sheet, row.number, row.problem, row.repairs, dict(row.cells)]
            files[_bucket(one.person)].write(_ENCODER.encode(parts) + "\n")


def _read(scratch: Path, bucket: int) -> Iterator[_Placed]:
    """The rows of a bucket, in the order of the export."""
    with (scratch / str(bucket)).open(encoding="ascii") as handle:
        for line in handle:
            person, order, file, sheet, number, problem, repairs, cells = json.loads(line)
            row = Row(file=file, sheet=sheet, number=number, problem=problem, repairs=tuple(repairs), cells=cells)
            yield _Placed(person, order, row)
