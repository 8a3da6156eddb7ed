"""The summary as JSON, for programs: in the shape of `schemas/report/summary.schema.json`."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sbp.forum.figures import Figure
from sbp.forum.summary import Summary
from sbp.forum.tables import HIDDEN, UNAVAILABLE, Cell, Count, Measure, Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

VERSION = 1
"""Raised when the shape changes in a way an older reader would misread."""


def summary_json(store: "DuckDBPyConnection", summary: Summary) -> Iterator[str]:
    """One edition's summary."""
    yield json.dumps(as_json(summary), indent=2, ensure_ascii=False) + "\n"


def as_json(summary: Summary) -> dict[str, Any]:
    """A summary as plain values. What is hidden, or cannot be said, has a reason in the place of a number."""
    run = summary.intake.run
    return {
        "version": VERSION,
        "edition": summary.edition,
        "made_with": run["sbp_version"],
        "rules": run["rules_hash"],
        "as_at": run["as_at"],
        "records": _count(summary.intake.records),
        "people": _count(summary.intake.people),
        "words": summary.intake.words,
        "local_trust": list(summary.trust),
        "cannot_be_said": list(summary.glance.cannot),
        "standards": [_standard(summary, place) for place in range(len(summary.standards))],
        "tables": [_table(table) for table in summary.tables()],
        "good_recording": [
            {"id": mark.id, "title": mark.title, "times": _count(mark.times), "records": _figure(mark.records)}
            for mark in summary.marks
        ],
        "wording": [
            {
                "rule": rule.id,
                "title": rule.title,
                "category": rule.category,
                "findings": _count(rule.findings),
                "records": _count(rule.records),
            }
            for rule in summary.rules
        ],
    }


def _standard(summary: Summary, place: int) -> dict[str, Any]:
    standard = summary.standards[place]
    teams, months = summary.consistency[standard.id], summary.over_time[standard.id]
    instead = {table.id: table for table in (teams.table, months.table) if table}
    return {
        "id": standard.id,
        "title": standard.title,
        "source": standard.source,
        "cqc": standard.cqc,
        "overall": _figure(standard.overall),
        "outside": [{"team": name, "side": {"low": "below", "high": "above"}[flag]} for name, flag in teams.flags],
        "words": [*teams.words, *months.words],
        "tables": [_table(instead.get(table.id, table)) for table in standard.tables()],
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "id": table.id,
        "caption": table.caption,
        "first": table.first,
        "columns": list(table.columns),
        "rows": [{"name": name, "cells": [_cell(cell) for cell in cells]} for name, cells in table.rows],
        "notes": list(table.notes),
    }


def _cell(cell: Cell) -> dict[str, Any]:
    match cell:
        case Figure():
            return _figure(cell)
        case Count():
            return _count(cell)
        case Measure(value=value, unit=unit, unsaid=unsaid):
            return {"unsaid": unsaid or UNAVAILABLE} if value is None else {"value": round(value, 4), "unit": unit}
        case _:
            return {"text": cell}


def _count(count: Count) -> dict[str, Any]:
    return {"unsaid": HIDDEN} if count.value is None else {"count": count.value}


def _figure(figure: Figure) -> dict[str, Any]:
    if figure.unsaid:
        return {"unsaid": figure.unsaid} | ({"of": figure.of} if figure.of else {})
    low, high = figure.interval
    return {
        "met": figure.met,
        "of": figure.of,
        "share": round(figure.share, 4),
        "low": round(low, 4),
        "high": round(high, 4),
    }
