"""Sittings kept in the Forum's store, and read from it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sbp.forum.keeping import FILE, TABLES, anew, insert_rows, opened_forum
from sbp.forum.sitting import SHEETS
from sbp.forum.sitting.parts import Part, Sitting
from sbp.forum.sitting.reading import Unread

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def keep_sitting(folder: Path, sitting: Sitting, unread: tuple[Unread, ...] = ()) -> None:
    """Keep a sitting, in place of what was kept under the same id before.

    Raises `StoreError` when the store cannot be read or written.
    """
    with anew(folder, {"sitting": [sitting.id]}) as store:
        insert_rows(store, "sittings", [(sitting.id, sitting.held_on, sitting.chair)])
        for name, _ in SHEETS.values():
            insert_rows(store, name, [_row(sitting.id, name, part) for part in getattr(sitting, name)])
        insert_rows(
            store,
            "unread",
            [(sitting.id, cell.sheet, cell.row, cell.column, cell.case_id, cell.words) for cell in unread],
        )


def _row(sitting: str, table: str, part: Part) -> tuple[Any, ...]:
    return (sitting, *(getattr(part, name) for name in TABLES[table] if name != "sitting"))


def sittings(folder: Path) -> tuple[Sitting, ...]:
    """Every sitting that is kept, oldest first; none where there is no store.

    Raises `StoreError` when the store cannot be read by this version.
    """
    if not (folder / FILE).is_file():
        return ()
    with opened_forum(folder) as store:
        rows = store.execute("SELECT sitting, held_on, chair FROM sittings ORDER BY held_on, sitting").fetchall()
        return tuple(_sitting(store, *row) for row in rows)


def _sitting(store: "DuckDBPyConnection", ident: str, held_on: Any, chair: str) -> Sitting:
    parts: dict[str, Any] = {name: tuple(_parts(store, ident, name, cls)) for name, cls in SHEETS.values()}
    return Sitting(id=ident, held_on=held_on, chair=chair, **parts)


def _parts(store: "DuckDBPyConnection", ident: str, table: str, cls: type[Part]) -> Iterator[Part]:
    names = [name for name in TABLES[table] if name != "sitting"]
    listed = ", ".join(f'"{name}"' for name in names)
    rows = store.execute(f"SELECT {listed} FROM {table} WHERE sitting = ? ORDER BY row", [ident])  # noqa: S608 - ours
    for row in rows.fetchall():
        yield cls(**dict(zip(names, row, strict=True)))
