"""Parquet, read in pieces by DuckDB, which writes nothing and fetches nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from sbp.errors import ExportError
from sbp.readers.rows import Export, Row

_AT_ONCE: Final = 2_000
_SETTINGS: Final[dict[str, Any]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "memory_limit": "512MB",
}


def read_parquet(path: Path) -> Export:
    """Open a Parquet export. A row's number is its place in the file, counted from one."""
    try:
        import duckdb
    except ModuleNotFoundError:
        raise ExportError(f"{path} needs DuckDB: pip install 'strengths-based-practice[audit]'.") from None
    refusal = f"{path} is not a Parquet file that can be read. Export it again, or as CSV UTF-8."
    try:
        connection = duckdb.connect(config=_SETTINGS)
        found = connection.execute("SELECT * FROM read_parquet(?)", [_one_file(path)])
        columns = tuple(about[0] for about in found.description or ())
        first = found.fetchmany(_AT_ONCE)
    except duckdb.Error:
        raise ExportError(refusal) from None
    if not first:
        raise ExportError(f"{path} holds columns and no rows. Export it again with its rows.")
    return Export(file=path.name, columns=columns, rows=_rows(path.name, columns, first, connection, refusal))


def _one_file(path: Path) -> str:
    """The path so that DuckDB takes no letter of it for a pattern."""
    return "".join(f"[{letter}]" if letter in "[*?" else letter for letter in str(path))


def _rows(file: str, columns: tuple[str, ...], first: list[Any], connection: Any, refusal: str) -> Iterator[Row]:
    import duckdb

    number = 0
    batch = first
    while batch:
        for cells in batch:
            number += 1
            yield Row(file=file, number=number, cells=dict(zip(columns, cells, strict=True)))
        try:
            batch = connection.fetchmany(_AT_ONCE)
        except duckdb.Error:
            raise ExportError(refusal) from None
    connection.close()
