"""The header of a record, from cells that a long export repeats in every row."""

from collections.abc import Sequence
from typing import Any, Final

from sbp.build.built import Tally
from sbp.build.values import Wrong, value_of
from sbp.mapping.cells import NOTHING, short_text
from sbp.mapping.mapping import ABOUT_ROWS, Mapping
from sbp.mapping.targets import header_targets
from sbp.readers.rows import Row

SAYS_NOTHING: Final = "cell that says NULL or the like, read as empty"
DISAGREES: Final = "cell that differs between rows of one record, first one kept"
OUT_OF_ORDER: Final = "date that is before one it should follow, kept"
_IDS: Final = ("id", "person.id")
_OUT_OF_ORDER: Final = (
    ("completed_on", "started_on"),
    ("started_on", "person.born_on"),
    ("completed_on", "person.born_on"),
)


def header_of(rows: Sequence[Row], form: str, mapping: Mapping, tally: Tally) -> dict[str, Any]:
    """The header of the record that some rows make. What cannot be read is left out and counted."""
    person: dict[str, Any] = {"id": mapping.person_id(rows[0].cells)}
    header: dict[str, Any] = {"id": mapping.record_id(rows[0].cells), "person": person}
    rows_of: dict[str, Row] = {}
    for name, column in mapping.columns.items():
        if name in ABOUT_ROWS or name in _IDS:
            continue
        row, text = _first(rows, column, tally)
        if not text:
            continue
        target = header_targets()[name]
        value = value_of(text, target, mapping)
        if isinstance(value, Wrong):
            tally.count(value.kind, column, row)
        else:
            (person if target.part else header)[target.field] = value
            rows_of[name] = row
    for name, earlier in _OUT_OF_ORDER:
        if name in rows_of and earlier in rows_of and _value(header, name) < _value(header, earlier):
            tally.count(OUT_OF_ORDER, mapping.columns[name], rows_of[name])
    if form and "form" not in mapping.columns:
        header["form"] = form
    return header


def _value(header: dict[str, Any], name: str) -> str:
    """A date of the header as ISO text, which sorts as dates do."""
    value: str = header["person"]["born_on"] if name == "person.born_on" else header[name]
    return value


def _first(rows: Sequence[Row], column: str, tally: Tally) -> tuple[Row, str]:
    """The first row whose cell says something, and what it says."""
    kept, said, raw = rows[0], "", None
    for row in rows:
        cell = row.cells.get(column)
        if cell is None or cell == "" or (said and cell == raw):
            continue
        text = short_text(cell)
        if text.lower() in NOTHING:
            if text:
                tally.count(SAYS_NOTHING, column, row)
        elif not said:
            kept, said, raw = row, text, cell
        elif text != said:
            tally.count(DISAGREES, column, row)
    return kept, said
