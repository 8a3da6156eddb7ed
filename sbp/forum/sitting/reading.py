"""A sitting's workbook read back: every row is kept, and what is not as it should be is said by row and field."""

from datetime import date
from pathlib import Path
from typing import Any, Final

import attrs
from attrs import field, frozen

from sbp.build.values import Wrong, value_of
from sbp.codes import labels_of
from sbp.errors import ExportError
from sbp.forum.sitting import SHEETS
from sbp.forum.sitting.parts import Part, Sitting, Submission
from sbp.mapping.cells import short_text
from sbp.mapping.mapping import AS_RECORDS
from sbp.mapping.targets import Target, own_targets
from sbp.readers import Row, open_export

ABOUT: Final = "Sitting"
"""The sheet that says which sitting it is: a field and its answer in each row."""

ASKED, ANSWER = "Field", "Answer"
_COLUMN_IS: Final = {"id": "Sitting id"}
_BEFOREHAND: Final = ("action_id", "case_id")
"""What is written beforehand: a row with nothing else is an empty one, but for a case."""


@frozen
class Unread:
    """A cell that could not be read as its field, kept with its words."""

    sheet: str
    row: int
    column: str
    case_id: str = field(default="", repr=False)
    words: str = field(default="", repr=False)


@frozen(kw_only=True)
class Read:
    """A workbook that was read: the sitting, what could not be read, and a sentence for each thing to look at."""

    sitting: Sitting = field(repr=False)
    unread: tuple[Unread, ...] = field(repr=False)
    told: tuple[str, ...]


def label(name: str) -> str:
    """The column of a field: `decided_on` is *Decided on*."""
    return _COLUMN_IS.get(name) or name.replace("_", " ").capitalize()


def columns(cls: type) -> dict[str, Target]:
    """The columns of a sheet, or the fields of the sheet of the sitting, with what each holds."""
    return {label(name): target for name, target in own_targets(cls).items() if name not in ("row", "kind")}


def read_sitting(path: Path) -> Read:
    """Read the workbook of a sitting.

    Raises `ExportError` when it is not one that `sbp forum sheet` wrote, or when it does not say which sitting it is.
    """
    if path.suffix.lower() not in (".xlsx", ".xlsm", ".ods", ".xls"):
        raise ExportError(f"{path} is not a workbook. Name the one that 'sbp forum sheet' wrote.")
    rows = [row for row in open_export(path).rows if row.sheet in SHEETS or row.sheet == ABOUT]
    unread: list[Unread] = []
    told: list[str] = []
    about = _about([row for row in rows if row.sheet == ABOUT], path, unread, told)
    parts: dict[str, Any] = {name: [] for name, _ in SHEETS.values()}
    for row in rows:
        if row.sheet in SHEETS:
            name, cls = SHEETS[row.sheet]
            made = _part(row, cls, path, unread, told)
            parts[name] += [made] if made else []
    about |= {name: tuple(those) for name, those in parts.items()}
    sitting = _numbered(Sitting(**about))
    return Read(sitting=sitting, unread=tuple(unread), told=tuple(told))


def _numbered(sitting: Sitting) -> Sitting:
    """Give an action that was added by hand an id of its own."""
    actions = tuple(
        action if action.action_id else attrs.evolve(action, action_id=f"{sitting.id}/row {action.row}")
        for action in sitting.actions
    )
    return attrs.evolve(sitting, actions=actions)


def _about(rows: list[Row], path: Path, unread: list[Unread], told: list[str]) -> dict[str, Any]:
    fields = columns(Sitting)
    asked = {short_text(row.cells.get(ASKED)): row for row in rows}
    if not asked.keys() & fields.keys():
        raise ExportError(
            f"{path} is not the workbook of a sitting: it has no sheet '{ABOUT}' with the fields "
            f"{', '.join(fields)}. Name the one that 'sbp forum sheet' wrote."
        )
    found = {
        target.field: value
        for name, target in fields.items()
        if name in asked and (value := _value(asked[name], ANSWER, name, target, "", unread, told)) is not None
    }
    found.setdefault("id", found["held_on"].isoformat() if "held_on" in found else "")
    if not found["id"]:
        raise ExportError(
            f"{path}, sheet '{ABOUT}': neither the sitting's id nor its date is filled in. Write when it was held."
        )
    return found


def _part(row: Row, cls: type[Part], path: Path, unread: list[Unread], told: list[str]) -> Part | None:
    """A row as what it is; nothing when it is empty, or when nobody can tell whose it is."""
    fields = columns(cls)
    missing = [name for name in fields if name not in row.cells]
    if missing:
        raise ExportError(
            f"{path}, sheet '{row.sheet}': there is no column '{missing[0]}'. Put the columns back as "
            "'sbp forum sheet' wrote them; columns of your own may stand after them."
        )
    filled = {name for name, cell in row.cells.items() if short_text(cell) and not name.startswith("(")}
    if not filled or (cls is not Submission and filled <= {label(name) for name in _BEFOREHAND}):
        return None
    case = short_text(row.cells.get("Case id"))
    unread += [
        Unread(row.sheet, row.number, name, case, short_text(row.cells[name])) for name in sorted(filled - {*fields})
    ]
    if _needs_case(cls) and not case:
        unread += [
            Unread(row.sheet, row.number, name, case, short_text(row.cells[name])) for name in fields if name in filled
        ]
        told.append(
            f"{place(row.sheet, row.number)} has no case id, so nobody can tell what it belongs to. "
            "It is kept as it stands. Fill it in and run this again."
        )
        return None
    values = {
        target.field: value
        for name, target in fields.items()
        if (value := _value(row, name, name, target, case, unread, told)) is not None
    }
    return cls(row=row.number, **values)


def _needs_case(cls: type[Part]) -> bool:
    declared = attrs.fields_dict(cls).get("case_id")
    return declared is not None and declared.default is attrs.NOTHING


def _value(
    row: Row, column: str, name: str, target: Target, case: str, unread: list[Unread], told: list[str]
) -> Any | None:
    """What a cell holds; None when it is empty, or when it cannot be read, which is then said."""
    text = short_text(row.cells.get(column))
    if not text:
        return None
    value = value_of(text, target, AS_RECORDS)
    if isinstance(value, Wrong):
        unread.append(Unread(row.sheet, row.number, name, case, text))
        told.append(f"{place(row.sheet, row.number, name)}: {_wanted(target)} What stands there is kept.")
        return None
    return date.fromisoformat(str(value)) if target.shape == "date" else value


def _wanted(target: Target) -> str:
    match target.shape:
        case "code":
            labels = labels_of(target.codes).values()
            few = f"It should be one of: {'; '.join(labels)}." if len(labels) < 13 else "Choose one from the list."
            return f"this is not a word of the list. {few}"
        case "date":
            return "this is not a date. Write it as 15/09/2026."
        case "yes-no":
            return "this should be yes or no."
        case _:
            return "this is not a number of pounds."


def place(sheet: str, row: int, column: str = "") -> str:
    """Where something stands, for a sentence: *Row 7 of 'Decisions', 'Told on'*."""
    return f"Row {row} of '{sheet}'" + (f", '{column}'" if column else "")
