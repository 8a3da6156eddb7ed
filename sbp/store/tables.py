"""The tables of the audit store, and how rows get into them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FILE: Final = "audit.duckdb"
RUNNING: Final = "audit.running.duckdb"
VERSION: Final = 5
"""Raised when the tables change in a way an older `sbp` would misread."""

_RULE = {"id": "VARCHAR", "title": "VARCHAR", "why": "VARCHAR", "source": "VARCHAR"}
_ROW = {"file": "VARCHAR", "sheet": "VARCHAR", "row": "INTEGER"}
_OWNER = {"record_id": "VARCHAR", "person_id": "VARCHAR"}

TABLES: Final[dict[str, dict[str, str]]] = {
    "run": {"name": "VARCHAR", "value": "VARCHAR"},
    "fields": {"kind": "VARCHAR", "field": "VARCHAR"},
    "rules": _RULE
    | {"category": "VARCHAR", "level": "VARCHAR", "message": "VARCHAR", "instead": "VARCHAR[]", "ask": "VARCHAR"},
    "marks_about": _RULE,
    "standards": _RULE | {"cqc": "VARCHAR", "scope": "VARCHAR[]", "fields": "VARCHAR[]", "by_marks": "BOOLEAN"},
    "records": {
        "id": "VARCHAR",
        "person_id": "VARCHAR",
        "kind": "VARCHAR",
        "date": "DATE",
        "team": "VARCHAR",
        "worker": "VARCHAR",
        "support_reason": "VARCHAR",
        "area": "VARCHAR",
        "gender": "VARCHAR",
        "ethnicity": "VARCHAR",
        "age": "INTEGER",
        "practice_approach": "VARCHAR",
        "complexity": "VARCHAR",
        "complex_by": "VARCHAR",
        "eligible": "INTEGER",
        "outcomes": "INTEGER",
        "graded": "INTEGER",
        "achieved": "INTEGER",
        "themes": "VARCHAR",
        "filled": "VARCHAR",
        "words": "INTEGER",
    },
    "findings": {
        "rule": "VARCHAR",
        "category": "VARCHAR",
        "level": "VARCHAR",
        "message": "VARCHAR",
        **_OWNER,
        "field": "VARCHAR",
        "start": "INTEGER",
        "end": "INTEGER",
        "quote": "VARCHAR",
        "sentence": "VARCHAR",
        "instead": "VARCHAR[]",
        "ask": "VARCHAR",
        "source": "VARCHAR",
    },
    "events": {
        **_OWNER,
        "told_by": "VARCHAR",
        "kind": "VARCHAR",
        "started_on": "DATE",
        "completed_on": "DATE",
        "review_due": "DATE",
        "age": "INTEGER",
        "client_type": "VARCHAR",
        "support_reason": "VARCHAR",
        "gender": "VARCHAR",
        "ethnicity": "VARCHAR",
        "team": "VARCHAR",
        "area": "VARCHAR",
        "funding": "VARCHAR",
        "route": "VARCHAR",
        "result": "VARCHAR",
        "assessment_type": "VARCHAR",
        "review_type": "VARCHAR",
        "review_reason": "VARCHAR",
        "review_result": "VARCHAR",
        "achieved": "VARCHAR",
        "service_type": "VARCHAR",
        "component": "VARCHAR",
        "delivery": "VARCHAR",
        "available": "BOOLEAN",
        "used_instead": "VARCHAR",
        "unit_cost": "DOUBLE",
        "cost_frequency": "VARCHAR",
        "units_a_week": "DOUBLE",
        "weekly_cost": "DOUBLE",
        "eligible_outcomes": "INTEGER",
        "outcomes": "INTEGER",
        "parts": "INTEGER",
        "parts_joined": "INTEGER",
        "contributions": "VARCHAR",
        "budget": "DOUBLE",
        "payment_offered": "BOOLEAN",
        "payment_response": "VARCHAR",
        "payment_reason": "BOOLEAN",
    },
    "marks": {**_OWNER, "kind": "VARCHAR", "count": "INTEGER", "quotes": "VARCHAR[]"},
    "standard_results": {**_OWNER, "standard": "VARCHAR", "met": "BOOLEAN"},
    "copied": {"text": "INTEGER", **_OWNER, "sentences": "INTEGER"},
    "set_aside": _ROW | {"column": "VARCHAR", "sentence": "VARCHAR"},
    "repairs": {"kind": "VARCHAR", "column": "VARCHAR", "count": "INTEGER", "file": "VARCHAR", "row": "INTEGER"},
    "notes": {"sentence": "VARCHAR"},
    "batches": {"id": "INTEGER", "rules_hash": "VARCHAR", "people": "INTEGER", "records": "INTEGER"},
}
"""Every table and its columns. What has a `person_id` is what `erase` looks through.

`events` holds each request, assessment, plan, service and review once, whether a form told of it (`told_by` is
`form`), Client Level Data (`cld`) or both. `result` is an event outcome and `achieved` a review's outcomes achieved,
both as Release 2 of Client Level Data writes them; `weekly_cost` is pounds, as its rule works it out.
"""

RUN_TABLES: Final[dict[str, dict[str, str]]] = {
    "prints": {**_OWNER, "prints": "VARCHAR"},
    "progress": {"batch": "INTEGER", "rows": "INTEGER", "used": "INTEGER"},
}
"""What is needed while a run goes on, and not afterwards."""


def insert(connection: "DuckDBPyConnection", table: str, rows: Iterable[Sequence[Any]]) -> None:
    """Add rows to a table, values in the order of `TABLES`."""
    insert_columns(connection, table, columns_of(rows))


def columns_of(rows: Iterable[Sequence[Any]]) -> list[list[Any]]:
    """Rows turned into columns of values that can be written."""
    return [[_writable(value) for value in column] for column in zip(*rows, strict=True)]


def insert_columns(connection: "DuckDBPyConnection", table: str, columns: list[list[Any]]) -> None:
    """Add what `columns_of` gave to a table."""
    if columns:
        kinds = (TABLES.get(table) or RUN_TABLES[table]).values()
        lists = ", ".join(f"unnest(?::{kind}[])" for kind in kinds)
        connection.execute(f"INSERT INTO {table} SELECT {lists}", columns)


def one(connection: "DuckDBPyConnection", sql: str, *values: object) -> Any:
    """The single value a query gives."""
    row = connection.execute(sql, values).fetchone()
    return row[0] if row else None


def _writable(value: Any) -> Any:
    """Text with what UTF-8 cannot hold, such as half an emoji, replaced."""
    if isinstance(value, list):
        return [_writable(item) for item in value]
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode()
    return value
