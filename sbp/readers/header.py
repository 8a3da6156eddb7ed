"""Which row of a sheet is the one with the column names: title rows may stand above it."""

from collections.abc import Iterable, Sequence
from typing import Final

LOOKED_AT: Final = 40
"""How many rows are looked at in search of the column names."""

_LONGEST_NAME: Final = 250


def header_row(rows: Sequence[Sequence[object]]) -> int | None:
    """The place of the first row that is filled like a header: nearly as wide as any, names alone, all different."""
    most = max((_filled(row) for row in rows), default=0)
    if most < 2:
        return None
    return next(
        (place for place, row in enumerate(rows) if _filled(row) >= max(2, 0.75 * most) and _are_names(row)), None
    )


def _filled(row: Iterable[object]) -> int:
    return sum(cell not in ("", None) for cell in row)


def _are_names(row: Iterable[object]) -> bool:
    names = [cell for cell in row if cell not in ("", None)]
    return (
        all(isinstance(name, str) and len(name) <= _LONGEST_NAME for name in names) and len({*names}) > len(names) / 2
    )


def column_names(raw: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names without stray marks and all different, and what is to be said of them."""
    columns: list[str] = []
    notes = []
    for position, given in enumerate(raw, 1):
        name = " ".join(given.replace("\ufeff", "").split()) or f"column {position}"
        if name in columns:
            notes.append(
                f"Two columns have the same name; the one in place {position} is called '{name} ({position})'."
            )
            name = f"{name} ({position})"
        columns.append(name)
    return tuple(columns), tuple(notes)
