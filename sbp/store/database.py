"""A database file of ours: made, replaced, read, its version known, and what can go wrong with it said plainly."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sbp.errors import StoreError
from sbp.store.tables import one

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY: Final = "256MB"
"""How much memory a database may take while it is written or read."""


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
def reading(path: Path) -> "Iterator[DuckDBPyConnection]":
    """A database file, to be read and not written to."""
    import duckdb

    connection = duckdb.connect(str(path), read_only=True, config=settings(path))
    try:
        yield connection
    finally:
        connection.close()


def version_of(connection: "DuckDBPyConnection", path: Path, kept: tuple[str, str], *, latest: int, maker: str) -> int:
    """The version of a database file. `kept` are the table and the name it is kept under, `maker` the command.

    Raises `StoreError` when the command did not make the file, or a newer `sbp` did.
    """
    table, name = kept
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    query = f"SELECT value FROM {table} WHERE name = ?"  # noqa: S608 - names are ours
    version = str(one(connection, query, name)) if table in tables else ""
    if not version.isdecimal():
        raise StoreError(f"{path} is a database, but not one that '{maker}' made.")
    if int(version) > latest:
        raise StoreError(
            f"{path} was made by a newer sbp (store version {version}; this one reads up to {latest}). Upgrade sbp."
        )
    return int(version)


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
def plainly(path: Path, own: Mapping[str, str] | None = None) -> Iterator[None]:
    """Turn what DuckDB and the disk say into one sentence; theirs can hold values.

    `own` are sentences of this kind of file, by signs of `SENTENCES`.
    """
    import duckdb

    try:
        yield
    except (duckdb.Error, OSError) as problem:
        raise StoreError(plain_sentence(path, str(problem), own)) from None


def plain_sentence(path: Path, problem: str, own: Mapping[str, str] | None = None) -> str:
    """What is wrong with a store file, from what DuckDB or the disk said; of their words nothing is passed on."""
    problem = problem.lower()
    for sign, sentence in {**SENTENCES, **(own or {})}.items():
        if sign in problem:
            return sentence.format(path=path, folder=path.parent)
    return f"{path} cannot be read or written. If it is on a shared drive, try a folder on this computer."


SENTENCES: Final = {
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
