"""Findings as JSON Lines, one a line, in the shape of `Finding.to_dict`."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sbp.forum.summary import Summary

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_KEYS = (
    "rule",
    "category",
    "level",
    "message",
    "record_id",
    "field",
    "start",
    "end",
    "quote",
    "instead",
    "ask",
    "source",
)


def findings_jsonl(store: "DuckDBPyConnection", summary: Summary) -> Iterator[str]:
    """Every finding, notes included, by record and place. Without text, messages are the titles of the rules."""
    found = store.execute(
        """SELECT f.rule, f.category, f.level, coalesce(f.message, r.title, f.rule), f.record_id, f.field, f.start,
             f."end", coalesce(f.quote, ''), coalesce(f.instead, r.instead, []), coalesce(f.ask, r.ask, ''),
             coalesce(f.source, '')
           FROM findings f LEFT JOIN rules r ON r.id = f.rule
           ORDER BY f.record_id, f.field, f.start, f."end", f.rule, 4"""
    )
    while rows := found.fetchmany(10_000):
        for row in rows:
            yield json.dumps(dict(zip(_KEYS, row, strict=True)), ensure_ascii=False) + "\n"
