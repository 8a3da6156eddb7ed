"""Opening and making the audit store, and what can go wrong with a file said plainly."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sbp.errors import StoreError
from sbp.store.tables import FILE, TABLES, VERSION, insert, one

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY: Final = "256MB"
"""How much memory a database may take while it is written or read."""


@contextmanager
def creating(path: Path) -> "Iterator[DuckDBPyConnection]":
    """Make a new store at a path, replacing what stands there only when everything went well.

    Raises `StoreError` when the place cannot be written to or the disk is full.
    """
    with plainly(path), replacing(path, TABLES) as connection:
        insert(connection, "run", [("store_version", str(VERSION))])
        yield connection


@contextmanager
def replacing(path: Path, tables: Mapping[str, Mapping[str, str]]) -> "Iterator[DuckDBPyConnection]":
    """A new database file with these tables, which takes the place of what stands at a path when all went well."""
    import duckdb

    part = path.with_name(path.name + ".part")
    refuse_if_open(path)
    refuse_if_open(part)
    remove(part)
    connection = duckdb.connect(config=settings(part))
    try:
        make(connection, part, tables)
        yield connection
        connection.execute("CHECKPOINT store")
        connection.close()
        part.replace(path)
    finally:
        connection.close()
        remove(part)


def make(connection: "DuckDBPyConnection", path: Path, tables: Mapping[str, Mapping[str, str]]) -> None:
    """Make a database file with these tables and work in it."""
    connection.execute(f"ATTACH {quoted(path)} AS store (STORAGE_VERSION 'v1.5.0')")
    connection.execute("USE store")
    for table, columns in tables.items():
        listed = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
        connection.execute(f"CREATE TABLE {table} ({listed})")


def settings(path: Path) -> dict[str, str | bool | int | float | list[str]]:
    """How much memory a database may take, and that what does not fit goes beside its file."""
    return {"temp_directory": f"{path}.tmp", "memory_limit": MEMORY, "threads": 2}


@contextmanager
def opened(folder: Path) -> "Iterator[DuckDBPyConnection]":
    """Open the store of an audit for reading.

    Raises `StoreError` when the folder holds no store, or one that cannot be read by this version.
    """
    import duckdb

    path = folder / FILE
    if not path.is_file():
        raise StoreError(f"There is no {FILE} in {folder}. Name the folder that 'sbp audit' wrote to.")
    with plainly(path):
        connection = duckdb.connect(str(path), read_only=True, config=settings(path))
        try:
            check_version(connection, path)
            yield connection
        finally:
            connection.close()


def check_version(connection: "DuckDBPyConnection", path: Path) -> None:
    """Refuse a database that is not a store of this version, with what to do."""
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    version = one(connection, "SELECT value FROM run WHERE name = 'store_version'") if "run" in tables else None
    if not version or not str(version).isdecimal():
        raise StoreError(f"{path} is a database, but not one that 'sbp audit' made.")
    if int(version) > VERSION:
        raise StoreError(
            f"{path} was made by a newer sbp (store version {version}; this one reads up to {VERSION}). Upgrade sbp."
        )
    if int(version) < VERSION:
        raise StoreError(
            f"{path} was made by an older sbp (store version {version}; this one reads {VERSION}). "
            "Run 'sbp audit' again to make it anew."
        )


def refuse_if_open(path: Path) -> None:
    """Raise when another program is writing to a database file; anything else that is wrong with it may pass."""
    import duckdb

    if not path.exists():
        return
    try:
        duckdb.connect(str(path), read_only=True).close()
    except duckdb.Error as problem:
        sentence = plain_sentence(path, str(problem))
        if "open in another program" in sentence:
            raise StoreError(sentence) from None


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turn what DuckDB and the disk say into one sentence; theirs can hold values."""
    import duckdb

    try:
        yield
    except (duckdb.Error, OSError) as problem:
        raise StoreError(plain_sentence(path, str(problem))) from None


def plain_sentence(path: Path, problem: str) -> str:
    """What is wrong with a store file, from what DuckDB or the disk said; of their words nothing is passed on."""
    problem = problem.lower()
    for sign, sentence in _SENTENCES.items():
        if sign in problem:
            return sentence.format(path=path, folder=path.parent)
    return f"{path} cannot be read or written. If it is on a shared drive, try a folder on this computer."


_SENTENCES: Final = {
    "no space left": "The disk is full: {path} could not be written. Make room and run the command again.",
    "unique file handle": "{path} is open in another program. Close it there and try again.",
    "lock on file": "{path} is open in another program. Close it there, or ask who has it open, and try again.",
    "being used by another process": "{path} is open in another program. Close it there and try again.",
    "version number": "{path} was written by a newer DuckDB than the one installed here. Upgrade duckdb.",
    "not a valid duckdb": "{path} is not an audit store of sbp.",
    "corrupt": "{path} is damaged. Run 'sbp audit' again to make it anew.",
    "checksum": "{path} is damaged. Run 'sbp audit' again to make it anew.",
    "permission denied": "The folder {folder} cannot be written to. Choose another with -o.",
    "read-only file system": "The folder {folder} cannot be written to. Choose another with -o.",
}


def quoted(path: Path) -> str:
    """A path as SQL writes it."""
    return "'" + str(path).replace("'", "''") + "'"


def remove(part: Path) -> None:
    """Remove a database file and what DuckDB keeps beside it."""
    for leftover in (part, part.with_name(part.name + ".wal")):
        leftover.unlink(missing_ok=True)
    shutil.rmtree(f"{part}.tmp", ignore_errors=True)
