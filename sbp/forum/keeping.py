"""The Forum's store: sittings and readings of records, in `forum.duckdb` beside an audit or in a folder of its own.

It is a file apart because an audit replaces `audit.duckdb` whole, and decisions must outlive it. Each change writes the
file anew and then changes places, so that what was taken out is gone from the disk and half a sitting is never there.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sbp.forum.sitting import SHEETS
from sbp.mapping.targets import own_targets
from sbp.store.database import plainly, quoted, reading, replacing, version_of
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


_READ: Final = {"reading": "VARCHAR", "reader": "VARCHAR", "record_id": "VARCHAR", "person_id": "VARCHAR"}

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
    "readings": {**_READ, "question": "VARCHAR", "answer": "VARCHAR", "tool": "BOOLEAN"},
    "finding_readings": {
        **_READ,
        "rule": "VARCHAR",
        "field": "VARCHAR",
        "start": "INTEGER",
        "end": "INTEGER",
        "fits": "BOOLEAN",
    },
    "missed": {**_READ, "words": "VARCHAR"},
    "reading_notes": {
        **_READ,
        "read_on": "DATE",
        "with_practitioner": "BOOLEAN",
        "grade": "VARCHAR",
        "strengths": "VARCHAR",
        "learning": "VARCHAR",
        "actions": "VARCHAR",
        "feedback_sought": "BOOLEAN",
    },
}
"""Every table and its columns. `sitting` is the id of a row's sitting, `reading` that of a reader's of a record."""


def erase_person(folder: Path, person_id: str) -> int:
    """Take one person's cases and readings out, and give how many cases went; nought where there is no store."""
    if not (folder / FILE).is_file():
        return 0
    with opened_forum(folder) as old:
        theirs = "SELECT DISTINCT case_id FROM submissions WHERE person_id = ?"
        cases = [row[0] for row in old.execute(theirs, [person_id]).fetchall()]
        read = int(one(old, "SELECT count(*) FROM readings WHERE person_id = ?", person_id))
    if cases or read:
        with anew(folder, {"case_id": cases, "person_id": [person_id]}):
            pass
    return len(cases)


@contextmanager
def opened_forum(folder: Path) -> "Iterator[DuckDBPyConnection]":
    """Open the Forum's store for reading. Raises `StoreError` when it is not one that this version can read."""
    path = folder / FILE
    with plainly(path, _SENTENCES), reading(path) as connection:
        version_of(connection, path, ("about", "forum_version"), latest=VERSION, maker="sbp forum")
        yield connection


@contextmanager
def anew(folder: Path, leave: Mapping[str, list[str]]) -> "Iterator[DuckDBPyConnection]":
    """A copy of the store to add to, which takes its place when all went well; an empty one where there is none.

    Rows that hold one of the values of `leave`, by column, are left behind, so that their words are gone from the file.
    """
    path = folder / FILE
    with plainly(path, _SENTENCES):
        folder.mkdir(parents=True, exist_ok=True)
        with replacing(path, TABLES) as connection:
            _copy(connection, path, leave)
            yield connection


def _copy(connection: "DuckDBPyConnection", path: Path, leave: Mapping[str, list[str]]) -> None:
    if not path.is_file():
        insert_rows(connection, "about", [("forum_version", str(VERSION))])
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


_DAMAGED: Final = (
    "{path} is damaged or is not the Forum's store. Put a copy back from the backup, or move it away and run "
    "'sbp forum decide' again with the workbook of each sitting, and 'sbp forum agreement' with those of readers."
)
_SENTENCES: Final = {
    "not a valid duckdb": _DAMAGED,
    "corrupt": _DAMAGED,
    "checksum": _DAMAGED,
    "permission denied": "{path} cannot be written to. Choose another folder.",
    "read-only file system": "{path} cannot be written to. Choose another folder.",
}


def insert_rows(connection: "DuckDBPyConnection", table: str, rows: list[tuple[Any, ...]]) -> None:
    """Add rows to a table, values in the order of `TABLES`."""
    columns = columns_of(rows)
    if columns:
        lists = ", ".join(f"unnest(?::{kind}[])" for kind in TABLES[table].values())
        connection.execute(f"INSERT INTO {table} SELECT {lists}", columns)
