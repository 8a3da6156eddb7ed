"""Tables that a spreadsheet opens: every record with its results, and the rows that were set aside."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from sbp.forum.names import kind_name
from sbp.forum.standards import StandardFigures
from sbp.forum.summary import Summary

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_BYTE_ORDER_MARK = "\ufeff"


def set_aside_csv(store: "DuckDBPyConnection", summary: Summary) -> Iterator[str]:
    """Every row that could not be used, where it is and why; never what was in it."""
    rows = store.execute(
        """SELECT file, sheet, row, "column", sentence FROM set_aside ORDER BY file, sheet, row, "column", sentence"""
    ).fetchall()
    yield from _lines(["File", "Sheet", "Row", "Column", "Why it was set aside"], rows)


def records_csv(store: "DuckDBPyConnection", summary: Summary) -> Iterator[str]:
    """Every record with its findings and standards: the way back from any figure of the report. Never the worker."""
    records = store.execute(
        """SELECT r.id, r.person_id, r.kind, r.date, r.team, r.words, count(f.rule) FILTER (f.level = 'error'),
             count(f.rule) FILTER (f.level = 'query'), count(f.rule) FILTER (f.level = 'suggestion')
           FROM records r LEFT JOIN findings f ON f.record_id = r.id GROUP BY ALL ORDER BY r.id"""
    ).fetchall()
    results = [_results(standard) for standard in summary.standards]
    head = ["Record", "Person", "Kind", "Date", "Team", "Words", "Findings: error", "Findings: query"]
    head += ["Findings: suggestion", *(f"Standard: {standard.title}" for standard in summary.standards)]
    rows = (
        (*row[:2], kind_name(row[2] or ""), *row[3:], *(said.get(row[0], "not read") for said in results))
        for row in records
    )
    yield from _lines(head, rows)


def _results(standard: StandardFigures) -> dict[str, str]:
    """What the report counts, by record; where it gives no figure, nothing is said of any record either."""
    figure = standard.overall
    return dict.fromkeys(figure.met_in, "met") | dict.fromkeys(figure.not_met_in, "not yet met")


def _lines(head: list[str], rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    yield _BYTE_ORDER_MARK
    for row in (head, *rows):
        line = io.StringIO()
        csv.writer(line).writerow([safe(value) for value in row])
        yield line.getvalue()


def safe(value: object) -> object:
    """A cell that a spreadsheet will not take for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
