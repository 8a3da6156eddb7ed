"""The Forum's store: every sitting that was read, in `forum.duckdb` beside an audit or in a folder of its own.

It is a file apart because an audit replaces `audit.duckdb` whole, and decisions must outlive it. Each change writes the
file anew and then changes places, so that what was taken out is gone from the disk and half a sitting is never there.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sbp.errors import StoreError
from sbp.forum.sitting import SHEETS
from sbp.forum.sitting.parts import Part, Sitting
from sbp.forum.sitting.reading import Unread
from sbp.mapping.targets import own_targets
from sbp.store.opening import make, quoted, refuse_if_open, remove, settings
from sbp.store.tables import columns_of, one

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FILE: Final = "forum.duckdb"
VERSION: Final = 1
"""Raised when the tables change in a way an older `sbp` would misread."""

_KINDS: Final = {"date": "DATE", "yes-no": "BOOLEAN", "number": "DOUBLE"}


def _columns(cls: type) -> dict[str, str]:
    return {"sitting": "VARCHAR", "row": "INTEGER"} | {
        name: _KINDS.get(target.shape, "VARCHAR") for name, target in own_targets(cls).items() if name != "row"
    }


TABLES: Final[dict[str, dict[str, str]]] = {
    "about": {"name": "VARCHAR", "value": "VARCHAR"},
    "sittings": {"sitting": "VARCHAR", "held_on": "DATE", "chair": "VARCHAR"},
    **{name: _columns(cls) for name, cls in SHEETS.values()},
    "unread": {
        "sitting": "VARCHAR",
        "sheet": "VARCHAR",
        "row": "INTEGER",
        "column": "VARCHAR",
        "case_id": "VARCHAR",
        "words": "VARCHAR",
    },
    "readings": {
        "reader": "VARCHAR",
        "record_id": "VARCHAR",
        "person_id": "VARCHAR",
        "question": "VARCHAR",
        "answer": "VARCHAR",
        "tool": "BOOLEAN",
    },
    "finding_readings": {
        "reader": "VARCHAR",
        "record_id": "VARCHAR",
        "person_id": "VARCHAR",
        "rule": "VARCHAR",
        "field": "VARCHAR",
        "start": "INTEGER",
        "end": "INTEGER",
        "fits": "BOOLEAN",
    },
    "missed": {"reader": "VARCHAR", "record_id": "VARCHAR", "person_id": "VARCHAR", "words": "VARCHAR"},
}
"""Every table and its columns. `sitting` is the id of the sitting a row belongs to."""


def keep_sitting(folder: Path, sitting: Sitting, unread: tuple[Unread, ...] = ()) -> None:
    """Keep a sitting, in place of what was kept under the same id before.

    Raises `StoreError` when the store cannot be read or written.
    """
    with _anew(folder, {"sitting": [sitting.id]}) as store:
        _insert(store, "sittings", [(sitting.id, sitting.held_on, sitting.chair)])
        for name, _ in SHEETS.values():
            _insert(store, name, [_row(sitting.id, name, part) for part in getattr(sitting, name)])
        _insert(
            store,
            "unread",
            [(sitting.id, cell.sheet, cell.row, cell.column, cell.case_id, cell.words) for cell in unread],
        )


def _row(sitting: str, table: str, part: Part) -> tuple[Any, ...]:
    return (sitting, *(getattr(part, name) for name in TABLES[table] if name != "sitting"))


def sittings(folder: Path) -> tuple[Sitting, ...]:
    """Every sitting that is kept, oldest first; none where there is no store.

    Raises `StoreError` when the store cannot be read by this version.
    """
    if not (folder / FILE).is_file():
        return ()
    with opened_forum(folder) as store:
        rows = store.execute("SELECT sitting, held_on, chair FROM sittings ORDER BY held_on, sitting").fetchall()
        return tuple(_sitting(store, *row) for row in rows)


def _sitting(store: "DuckDBPyConnection", ident: str, held_on: Any, chair: str) -> Sitting:
    parts: dict[str, Any] = {name: tuple(_parts(store, ident, name, cls)) for name, cls in SHEETS.values()}
    return Sitting(id=ident, held_on=held_on, chair=chair, **parts)


def _parts(store: "DuckDBPyConnection", ident: str, table: str, cls: type[Part]) -> Iterator[Part]:
    names = [name for name in TABLES[table] if name != "sitting"]
    listed = ", ".join(f'"{name}"' for name in names)
    rows = store.execute(f"SELECT {listed} FROM {table} WHERE sitting = ? ORDER BY row", [ident])  # noqa: S608
    for row in rows.fetchall():
        yield cls(**dict(zip(names, row, strict=True)))


def erase_person(folder: Path, person_id: str) -> int:
    """Take one person's cases and readings out, and give how many cases went; nought where there is no store."""
    if not (folder / FILE).is_file():
        return 0
    with opened_forum(folder) as old:
        theirs = "SELECT DISTINCT case_id FROM submissions WHERE person_id = ?"
        cases = [row[0] for row in old.execute(theirs, [person_id]).fetchall()]
        read = int(one(old, "SELECT count(*) FROM readings WHERE person_id = ?", person_id))
    if cases or read:
        with _anew(folder, {"case_id": cases, "person_id": [person_id]}):
            pass
    return len(cases)


@contextmanager
def opened_forum(folder: Path) -> "Iterator[DuckDBPyConnection]":
    """Open the Forum's store for reading. Raises `StoreError` when it is not one that this version can read."""
    import duckdb

    path = folder / FILE
    with _plainly(path):
        connection = duckdb.connect(str(path), read_only=True, config=settings(path))
        try:
            _check_version(connection, path)
            yield connection
        finally:
            connection.close()


@contextmanager
def _anew(folder: Path, leave: Mapping[str, list[str]]) -> "Iterator[DuckDBPyConnection]":
    """A copy of the store to add to, which takes its place when all went well; an empty one where there is none.

    Rows that hold one of the values of `leave`, by column, are left behind, so that their words are gone from the file.
    """
    import duckdb

    path = folder / FILE
    part = path.with_name(path.name + ".part")
    with _plainly(path):
        folder.mkdir(parents=True, exist_ok=True)
        refuse_if_open(path)
        remove(part)
        connection = duckdb.connect(config=settings(part))
        try:
            make(connection, part, TABLES)
            _copy(connection, path, leave)
            yield connection
            connection.execute("CHECKPOINT store")
            connection.close()
            os.replace(part, path)  # noqa: PTH105 - unlike Path.rename, it replaces on Windows too
        finally:
            connection.close()
            remove(part)


def _copy(connection: "DuckDBPyConnection", path: Path, leave: Mapping[str, list[str]]) -> None:
    if not path.is_file():
        _insert(connection, "about", [("forum_version", str(VERSION))])
        return
    with opened_forum(path.parent):
        pass
    connection.execute(f"ATTACH {quoted(path)} AS old (READ_ONLY)")
    for table, columns in TABLES.items():
        held = {column: values for column, values in leave.items() if column in columns}
        where = " AND ".join(["TRUE", *(f"NOT coalesce(list_contains(?, {column}), FALSE)" for column in held)])
        copy = f"INSERT INTO {table} SELECT * FROM old.{table} WHERE {where}"  # noqa: S608 - names are ours
        connection.execute(copy, [*held.values()])
    connection.execute("DETACH old")


def _check_version(connection: "DuckDBPyConnection", path: Path) -> None:
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    version = one(connection, "SELECT value FROM about WHERE name = 'forum_version'") if "about" in tables else None
    if not version or not str(version).isdecimal():
        raise StoreError(f"{path} is a database, but not one that 'sbp forum' made.")
    if int(version) > VERSION:
        raise StoreError(
            f"{path} was made by a newer sbp (version {version}; this one reads up to {VERSION}). Upgrade sbp."
        )


@contextmanager
def _plainly(path: Path) -> Iterator[None]:
    """Turn what DuckDB and the disk say into one sentence; theirs can hold values."""
    import duckdb

    try:
        yield
    except (duckdb.Error, OSError) as problem:
        raise StoreError(_sentence(path, str(problem).lower())) from None


def _sentence(path: Path, problem: str) -> str:
    return next((sentence for sign, sentence in _SENTENCES.items() if sign in problem), _OTHERWISE).format(path=path)


_OPEN: Final = "{path} is open in another program. Close it there and try again."
_DAMAGED: Final = (
    "{path} is damaged or is not the Forum's store. Put a copy back from the backup, or move it away and run "
    "'sbp forum decide' again with the workbook of each sitting."
)
_SENTENCES: Final[Mapping[str, str]] = {
    "no space left": "The disk is full: {path} could not be written. Make room and run the command again.",
    "unique file handle": _OPEN,
    "lock on file": _OPEN,
    "being used by another process": _OPEN,
    "version number": "{path} was written by a newer DuckDB than the one installed here. Upgrade duckdb.",
    "not a valid duckdb": _DAMAGED,
    "corrupt": _DAMAGED,
    "checksum": _DAMAGED,
    "permission denied": "{path} cannot be written to. Choose another folder.",
    "read-only file system": "{path} cannot be written to. Choose another folder.",
}
_OTHERWISE: Final = "{path} cannot be read or written. If it is on a shared drive, try a folder on this computer."


def _insert(connection: "DuckDBPyConnection", table: str, rows: list[tuple[Any, ...]]) -> None:
    columns = columns_of(rows)
    if columns:
        lists = ", ".join(f"unnest(?::{kind}[])" for kind in TABLES[table].values())
        connection.execute(f"INSERT INTO {table} SELECT {lists}", columns)
