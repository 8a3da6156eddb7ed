"""From an audit store to files people open. To add one, write its file here and one line in `WRITERS`.

A writer yields text or bytes; it decides how things look, never what is said.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sbp.errors import OutputError
from sbp.forum.summary import Summary, edited, gather
from sbp.forum.tables import Edition
from sbp.reports.html import html
from sbp.reports.jsonl import findings_jsonl
from sbp.reports.parquet import facts_parquet, findings_parquet
from sbp.reports.sheets import report_xlsx
from sbp.reports.summary_json import summary_json
from sbp.reports.tables import records_csv, set_aside_csv
from sbp.store import opened

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Writer = Callable[["DuckDBPyConnection", Summary], Iterator[str] | Iterator[bytes]]

WRITERS: Final[dict[Edition, dict[str, Writer]]] = {
    "internal": {
        "facts-internal.parquet": facts_parquet,
        "findings-internal.parquet": findings_parquet,
        "findings.jsonl": findings_jsonl,
        "records-internal.csv": records_csv,
        "report-internal.html": html,
        "report-internal.xlsx": report_xlsx,
        "set-aside.csv": set_aside_csv,
        "summary-internal.json": summary_json,
    },
    "shareable": {
        "report-shareable.html": html,
        "report-shareable.xlsx": report_xlsx,
        "summary-shareable.json": summary_json,
    },
}
"""The files of each edition. What is not marked shareable in its name is not for sharing."""

REPORT: Final = "report-internal.html"
"""The file a person opens first."""


def write_reports(folder: Path) -> tuple[Path, ...]:
    """Write every output of the audit in a folder, both editions, from its store alone.

    Raises `StoreError` when there is no store to read, `OutputError` when a file cannot be written.
    """
    with opened(folder) as store:
        found = gather(store)
        return tuple(
            _write(folder / name, writer(store, summary))
            for edition, writers in WRITERS.items()
            for summary in [edited(found, edition)]
            for name, writer in writers.items()
        )


def _write(path: Path, written: Iterator[str] | Iterator[bytes]) -> Path:
    """Write beside the file, then change places, so that no half report is ever there."""
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as handle:
            for some in written:
                handle.write(some.encode("utf-8", errors="replace") if isinstance(some, str) else some)
        os.replace(part, path)  # noqa: PTH105 - unlike Path.rename, it replaces on Windows too
    except OSError as problem:
        raise OutputError(
            f"{path} cannot be written: {problem.strerror}. Close it if it is open, or choose another folder."
        ) from None
    finally:
        part.unlink(missing_ok=True)
    return path
