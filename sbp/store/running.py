"""The file a run fills batch by batch, and goes on with after it was stopped. The store is made of it at the end."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sbp.errors import SbpError, StoreError
from sbp.store.database import make, plainly, quoted, refuse_if_open, remove, settings
from sbp.store.opening import check_version
from sbp.store.tables import FILE, RUN_TABLES, RUNNING, TABLES, VERSION, insert, one

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_GO_ON: Final = "What was done so far is kept: add --resume to go on from there."
_CHANGED: Final = {
    "sbp_version": "The run was begun by another version of sbp.",
    "rules_hash": "The rules have changed since the run began.",
    "export_sha256": "The export has changed since the run began.",
    "cld_sha256": "The Client Level Data are not those the run began with.",
    "mapping_sha256": "The mapping is not the one the run began with.",
    "keep_text": "The run was begun with another choice of --no-text.",
    "as_at": "The run was begun with another --as-at.",
}
"""All that must be the same for a run to go on, and what is said when it is not."""


@contextmanager
def running(folder: Path, begun: Mapping[str, str], *, resume: bool) -> "Iterator[DuckDBPyConnection]":
    """Open the file of a run: a new one or, with `resume`, the one that was left, if there is one.

    It stays until `forget_run`, unless it is left without a batch in it. Raises `StoreError` when another run is
    writing to it, or when `begun` is not what the run that was left began with.
    """
    path = folder / RUNNING
    with plainly(path):
        refuse_if_open(folder / FILE)
        connection = _begun(path, begun, resume)
    try:
        with plainly(path):
            yield connection
            connection.execute("CHECKPOINT store")
    except BaseException as problem:
        connection.close()
        if not _holds_batches(path):
            remove(path)
        elif isinstance(problem, SbpError):
            problem.args = (f"{problem} {_GO_ON}",)
        raise
    finally:
        connection.close()


def _begun(path: Path, begun: Mapping[str, str], resume: bool) -> "DuckDBPyConnection":
    import duckdb

    if not resume:
        refuse_if_open(path)
        remove(path)
    connection = duckdb.connect(config=settings(path))
    try:
        if path.exists():
            connection.execute(f"ATTACH {quoted(path)} AS store")
        if not one(connection, "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'progress'"):
            connection.execute("DETACH DATABASE IF EXISTS store")
            remove(path)
            _begin(connection, path, begun)
        connection.execute("USE store")
        _check(connection, path, begun)
    except BaseException:
        connection.close()
        raise
    return connection


def _begin(connection: "DuckDBPyConnection", path: Path, begun: Mapping[str, str]) -> None:
    """Make the tables. That of the progress is the last: without it, a run that was killed had not begun."""
    make(connection, path, {**TABLES, "prints": RUN_TABLES["prints"]})
    insert(connection, "run", [("store_version", str(VERSION)), *begun.items()])
    make_last = ", ".join(f"{name} {kind}" for name, kind in RUN_TABLES["progress"].items())
    connection.execute(f"CREATE TABLE progress ({make_last})")


def _check(connection: "DuckDBPyConnection", path: Path, begun: Mapping[str, str]) -> None:
    check_version(connection, path)
    then = dict(connection.execute("SELECT name, value FROM run").fetchall())
    for name, sentence in _CHANGED.items():
        if then.get(name) != begun.get(name):
            raise StoreError(f"{sentence} It cannot go on: run the command without --resume to start again.")


def _holds_batches(path: Path) -> bool:
    """Whether there is anything to go on from; a file that cannot be looked into is left for `--resume` to judge."""
    import duckdb

    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            return bool(one(connection, "SELECT count(*) FROM progress"))
    except duckdb.Error:
        return path.exists()


def kept(connection: "DuckDBPyConnection") -> tuple[int, int]:
    """How many batches are kept, and how many rows of the export are in them."""
    batches, rows = connection.execute("SELECT count(*), coalesce(sum(rows), 0)::BIGINT FROM progress").fetchall()[0]
    return int(batches), int(rows)


def copy_run(store: "DuckDBPyConnection", folder: Path) -> None:
    """Copy what a finished run kept into a new store."""
    store.execute(f"ATTACH {quoted(folder / RUNNING)} AS running (READ_ONLY)")
    for table in TABLES:
        if table not in ("run", "set_aside", "repairs"):
            store.execute(f"INSERT INTO {table} SELECT * FROM running.{table}")  # noqa: S608 - names are ours
    store.execute(
        """INSERT INTO set_aside SELECT * FROM running.set_aside ORDER BY file, sheet, row, "column", sentence"""
    )
    store.execute(
        """INSERT INTO repairs SELECT kind, "column", sum(count), file, min(row) FROM running.repairs
           GROUP BY ALL ORDER BY kind, "column", file"""
    )
    store.execute("DETACH running")


def forget_run(folder: Path) -> None:
    """Remove the file of a run that is finished, or that is not to go on."""
    remove(folder / RUNNING)
