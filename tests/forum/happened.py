"""A store of events made by hand, for what the report says of demand and packages."""

from datetime import date
from typing import Any

import duckdb

from sbp.store.tables import TABLES

AS_AT = "2026-08-31"


def happened(*events: dict[str, Any]) -> duckdb.DuckDBPyConnection:
    """An audit store that holds these events and nothing else, made for the last day of August."""
    store = duckdb.connect()
    for name in ("events", "run"):
        store.execute(f"CREATE TABLE {name} ({', '.join(f'{column} {kind}' for column, kind in TABLES[name].items())})")
    store.execute("INSERT INTO run VALUES ('as_at', ?)", [AS_AT])
    for number, event in enumerate(events):
        row = {"record_id": f"R{number}", "told_by": "cld", **event}
        places = ", ".join("?" * len(row))
        store.execute(f"INSERT INTO events ({', '.join(row)}) VALUES ({places})", list(row.values()))
    return store


def request(person: str, day: date | None, **more: Any) -> dict[str, Any]:
    return {"person_id": person, "kind": "request", "started_on": day, **more}


def assessment(person: str, day: date, **more: Any) -> dict[str, Any]:
    return {"person_id": person, "kind": "needs_assessment", "completed_on": day, **more}


def plan(person: str, day: date, **more: Any) -> dict[str, Any]:
    return {"person_id": person, "kind": "care_and_support_plan", "completed_on": day, **more}


def review(person: str, day: date, **more: Any) -> dict[str, Any]:
    return {"person_id": person, "kind": "review", "completed_on": day, **more}


def service(person: str, day: date, **more: Any) -> dict[str, Any]:
    kind = {"service_type": "Long term support: Community", "age": 70, "support_reason": "Mental health support"}
    return {"person_id": person, "kind": "service", "started_on": day, **kind, **more}


def cells(table: Any) -> dict[str, list[str]]:
    """A table as text, by the name of its rows."""
    return {
        name: [f"{cell.met}/{cell.of}" if hasattr(cell, "met") else str(cell) for cell in row]
        for name, row in table.rows
    }
