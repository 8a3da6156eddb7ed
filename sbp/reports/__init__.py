"""From an audit store to files people open. To add one, write its file here and one line in `WRITERS`.

A writer yields text; it decides how things look, never what is said.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sbp.errors import OutputError
from sbp.forum.summary import Summary, summarise
from sbp.reports.html import html
from sbp.reports.jsonl import findings_jsonl
from sbp.reports.tables import records_csv, set_aside_csv
from sbp.store import opened

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Writer = Callable[["DuckDBPyConnection", Summary], Iterator[str]]

WRITERS: Final[dict[str, Writer]] = {
    "findings.jsonl": findings_jsonl,
    "records-internal.csv": records_csv,
    "report-internal.html": html,
    "set-aside.csv": set_aside_csv,
}

REPORT: Final = "report-internal.html"
"""The file a person opens first."""


def write_reports(folder: Path) -> tuple[Path, ...]:
    """Write every output of the audit in a folder, from its store alone.

    Raises `StoreError` when there is no store to read, `OutputError` when a file cannot be written.
    """
    with opened(folder) as store:
        summary = summarise(store)
        return tuple(_write(folder / name, writer(store, summary)) for name, writer in WRITERS.items())


def _write(path: Path, text: Iterator[str]) -> Path:
    """Write beside the file, then change places, so that no half report is ever there."""
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8", errors="replace", newline="") as handle:
            handle.writelines(text)
        os.replace(part, path)  # noqa: PTH105 - unlike Path.rename, it replaces on Windows too
    except OSError as problem:
        raise OutputError(
            f"{path} cannot be written: {problem.strerror}. Close it if it is open, or choose another folder."
        ) from None
    finally:
        part.unlink(missing_ok=True)
    return path
