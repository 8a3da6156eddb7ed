"""The file a run fills batch by batch, and goes on with after it was stopped. It becomes the store at the end."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sbp.errors import SbpError, StoreError
from sbp.store.opening import check_version, make, plain_sentence, plainly, quoted, refuse_if_open, remove, settings
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
    "keep_text": "The run was begun with another --no-text.",
    "as_at": "The run was begun with another --as-at.",
}


@contextmanager
def running(folder: Path, begun: Mapping[str, str], *, resume: bool) -> "Iterator[DuckDBPyConnection]":
    """Open the file of a run, new or, with `resume`, as it was left.

    `begun` is all that must be the same for the run to go on. The file stays until `finished`, so that a run that is
    stopped can go on. Raises `StoreError` when another run is writing to it, or when it cannot be gone on with.
    """
    import duckdb

    path = folder / RUNNING
    refuse_if_open(folder / FILE)
    with plainly(path):
        if not resume:
            refuse_if_open(path)
            remove(path)
        connection = duckdb.connect(config=settings(path))
        try:
            if path.exists():
                connection.execute(f"ATTACH {quoted(path)} AS store")
                connection.execute("USE store")
            if not _is_begun(connection):
                _begin(connection, path, begun)
            _check(connection, path, begun)
            yield from _keeping_on(connection, path)
        finally:
            connection.close()


def _keeping_on(connection: "DuckDBPyConnection", path: Path) -> "Iterator[DuckDBPyConnection]":
    """Hand the file out, and say what becomes of it when the run cannot be finished."""
    import duckdb

    before = kept(connection)
    last: SbpError | None = None
    try:
        yield connection
        connection.execute("CHECKPOINT store")
        return
    except SbpError as problem:
        last = problem
    except (duckdb.Error, OSError) as problem:
        last = StoreError(plain_sentence(path, str(problem)))
    finally:
        pass


def _is_begun(connection: "DuckDBPyConnection") -> bool:
    return bool(one(connection, "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'progress'"))


def _begin(connection: "DuckDBPyConnection", path: Path, begun: Mapping[str, str]) -> None:
    """Make the tables, all at once: a run that was killed earlier than that had not begun."""
    connection.execute("USE memory")
    connection.execute("DETACH DATABASE IF EXISTS store")
    remove(path)
    make(connection, path, {**TABLES, **{name: RUN_TABLES[name] for name in RUN_TABLES if name != "progress"}})
    insert(connection, "run", [("store_version", str(VERSION)), *begun.items()])
    connection.execute("CREATE TABLE progress (batch INTEGER, rows INTEGER, used INTEGER)")


def _check(connection: "DuckDBPyConnection", path: Path, begun: Mapping[str, str]) -> None:
    check_version(connection, path)
    then = dict(connection.execute("SELECT name, value FROM run").fetchall())
    for name, sentence in _CHANGED.items():
        if then.get(name) != begun.get(name):
            raise StoreError(f"{sentence} It cannot go on: run the command without --resume to start again.")


def kept(connection: "DuckDBPyConnection") -> tuple[int, int]:
    """How many batches are kept, and how many rows of the export are in them."""
    batches, rows = connection.execute("SELECT count(*), coalesce(sum(rows), 0)::BIGINT FROM progress").fetchall()[0]
    return int(batches), int(rows)


def copy_run(store: "DuckDBPyConnection", folder: Path) -> None:
    """Copy all tables of a finished run, with its results, into a new store."""
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
    """Remove the file of a run that is finished, or is not to go on."""
    remove(folder / RUNNING)

