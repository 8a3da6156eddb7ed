"""Opening and making the audit store."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sbp.errors import StoreError
from sbp.store.database import plainly, reading, replacing, version_of
from sbp.store.tables import FILE, TABLES, VERSION, insert

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@contextmanager
def creating(path: Path) -> "Iterator[DuckDBPyConnection]":
    """Make a new store at a path, replacing what stands there only when everything went well.

    Raises `StoreError` when the place cannot be written to or the disk is full.
    """
    with plainly(path), replacing(path, TABLES) as connection:
        insert(connection, "run", [("store_version", str(VERSION))])
        yield connection


@contextmanager
def opened(folder: Path) -> "Iterator[DuckDBPyConnection]":
    """Open the store of an audit for reading.

    Raises `StoreError` when the folder holds no store, or one that cannot be read by this version.
    """
    path = folder / FILE
    with plainly(path):
        if not path.is_file():
            raise StoreError(f"There is no {FILE} in {folder}. Name the folder that 'sbp audit' wrote to.")
        with reading(path) as connection:
            check_version(connection, path)
            yield connection


def check_version(connection: "DuckDBPyConnection", path: Path) -> None:
    """Refuse a database that is not a store of this version, with what to do."""
    version = version_of(connection, path, ("run", "store_version"), latest=VERSION, maker="sbp audit")
    if version < VERSION:
        raise StoreError(
            f"{path} was made by an older sbp (store version {version}; this one reads {VERSION}). "
            "Run 'sbp audit' again to make it anew."
        )
