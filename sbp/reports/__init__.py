"""From an audit store to files people open. To add one, write its file here and one line in `WRITERS`.

A writer yields text or bytes; it decides how things look, never what is said.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

from sbp.forum.summary import Summary, edited, gather
from sbp.forum.tables import Edition
from sbp.reports.html import html
from sbp.reports.jsonl import findings_jsonl
from sbp.reports.parquet import facts_parquet, findings_parquet
from sbp.reports.sheets import report_xlsx
from sbp.reports.summary_json import summary_json
from sbp.reports.tables import records_csv, set_aside_csv
from sbp.reports.writing import write
from sbp.store import opened

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Writer = Callable[["DuckDBPyConnection", Summary], Iterator[str] | Iterator[bytes]]

WRITERS: Final[dict[str, tuple[Edition, Writer]]] = {
    "facts-internal.parquet": ("internal", facts_parquet),
    "findings-internal.parquet": ("internal", findings_parquet),
    "findings.jsonl": ("internal", findings_jsonl),
    "records-internal.csv": ("internal", records_csv),
    "report-internal.html": ("internal", html),
    "report-internal.xlsx": ("internal", report_xlsx),
    "report-shareable.html": ("shareable", html),
    "report-shareable.xlsx": ("shareable", report_xlsx),
    "set-aside.csv": ("internal", set_aside_csv),
    "summary-internal.json": ("internal", summary_json),
    "summary-shareable.json": ("shareable", summary_json),
}
"""The files, each of one edition. What does not say shareable in its name is not for sharing."""

REPORT: Final = "report-internal.html"
"""The file a person opens first."""


def write_reports(folder: Path) -> tuple[Path, ...]:
    """Write every output of the audit in a folder, both editions, from its store alone.

    Raises `StoreError` when there is no store to read, `OutputError` when a file cannot be written.
    """
    with opened(folder) as store:
        found = gather(store, folder)
        summaries = {edition: edited(found, edition) for edition in get_args(Edition)}
        return tuple(
            write(folder / name, writer(store, summaries[edition])) for name, (edition, writer) in WRITERS.items()
        )
