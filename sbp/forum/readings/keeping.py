"""Readings kept in the Forum's store: a reader's newest reading of a record counts."""

from pathlib import Path
from typing import Any, Final

import attrs

from sbp.forum.keeping import FILE, TABLES, anew, insert_rows, opened_forum
from sbp.forum.readings.parts import Answer, Judged, Missed, Note, Readings

_KEPT: Final[dict[str, tuple[str, type]]] = {
    "readings": ("answers", Answer),
    "finding_readings": ("judged", Judged),
    "missed": ("missed", Missed),
    "reading_notes": ("notes", Note),
}
"""Each table: the field of `Readings` it holds, and what a row of it is."""


def keep_readings(folder: Path, readings: Readings) -> None:
    """Keep what was read, in place of what the same readers said of the same records before. Raises `StoreError`."""
    rows = {
        table: [(_key(one), *attrs.astuple(one)) for one in getattr(readings, name)]
        for table, (name, _) in _KEPT.items()
    }
    again = sorted({row[0] for those in rows.values() for row in those})
    with anew(folder, {"reading": again}) as store:
        for table, those in rows.items():
            insert_rows(store, table, those)


def _key(one: Any) -> str:
    return f"{one.reader}/{one.record_id}"


def kept_readings(folder: Path) -> Readings:
    """All that was read so far; nothing where there is no store. Raises `StoreError`."""
    if not (folder / FILE).is_file():
        return Readings()
    found: dict[str, Any] = {}
    with opened_forum(folder) as store:
        for table, (name, cls) in _KEPT.items():
            names = [column for column in TABLES[table] if column != "reading"]
            listed = ", ".join(f'"{column}"' for column in names)
            rows = store.execute(f"SELECT {listed} FROM {table} ORDER BY ALL").fetchall()  # noqa: S608 - names are ours
            found[name] = tuple(cls(**dict(zip(names, row, strict=True))) for row in rows)
    return Readings(**found)
