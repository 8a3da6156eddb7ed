"""Workbooks to be filled in: drop-downs from the code lists, a word of help at every column, the same bytes each time.

They are forms, not published tables; those are in `sbp.reports.workbook`.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from sbp.codes import code_list, labels_of
from sbp.mapping.targets import Target
from sbp.reports.writing import write

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

HEADER: Final = 3
"""The row of the column names, counted from nought: a title and a sentence stand above."""

LISTS: Final = "Lists"
FORMULA_LIMIT: Final = 255
_WIDTHS: Final = {"date": 13, "yes-no": 10, "number": 12, "code": 26, "text": 34}
_IDS: Final = 18
PAGE: Final = 85
"""How wide a sheet of sentences is, in characters: it fits an upright page."""

LINE: Final = 15
"""The height of a line, in points."""


@frozen(kw_only=True)
class Form:
    """A sheet to be filled in: a column a field, and rows that are filled already."""

    name: str
    title: str
    sentence: str
    columns: Mapping[str, Target]
    helps: Mapping[str, str]
    rows: Sequence[Sequence[object]] = ()
    spare: int = 40
    own: Mapping[str, Sequence[str]] = {}
    """Drop-downs that are not from a code list, by column: their words, or one formula."""


@frozen
class Book:
    """A workbook that is being written, with the looks its cells have."""

    made: "Workbook"
    styles: Mapping[str, "Format"]


@contextmanager
def workbook(path: Path, title: str) -> Iterator[Book]:
    """A new workbook, written to its place when everything went well. Raises `OutputError`."""
    import xlsxwriter

    held = BytesIO()
    made = xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made.set_properties({"title": title, "created": datetime(2026, 1, 1)})
    yield Book(made, _styles(made))
    made.close()
    write(path, [held.getvalue()])


def add_form(book: Book, form: Form) -> None:
    """Add a sheet to be filled in."""
    sheet = book.made.add_worksheet(form.name)
    styles = book.styles
    sheet.write(0, 0, form.title, styles["title"])
    sheet.write(1, 0, form.sentence, styles["plain"])
    for place, (name, target) in enumerate(form.columns.items()):
        style = styles["date"] if target.shape == "date" else styles["cell"]
        sheet.set_column(place, place, _width(target), style)
        sheet.write(HEADER, place, name, styles["head"])
        first, last = HEADER + 1, HEADER + len(form.rows) + form.spare
        sheet.data_validation(first, place, last, place, _validation(form, name, target))
    for number, row in enumerate(form.rows, HEADER + 1):
        lines = 1
        for place, (value, target) in enumerate(zip(row, form.columns.values(), strict=True)):
            cell = shown(value, target)
            _write(sheet, number, place, cell, styles)
            lines = max(lines, _lines(cell, _width(target)))
        if lines > 1:
            sheet.set_row(number, LINE * lines)
    sheet.set_row(HEADER, 48)
    sheet.freeze_panes(HEADER + 1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(HEADER)
    sheet.repeat_columns(0)


def add_text(book: Book, name: str, title: str, lines: Sequence[str]) -> None:
    """Add a sheet of sentences, one below the other."""
    sheet = book.made.add_worksheet(name)
    styles = book.styles
    sheet.set_column(0, 0, PAGE, styles["cell"])
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.write(0, 0, title, styles["title"])
    for number, line in enumerate(lines, 2):
        sheet.write(number, 0, line, styles["cell"])
        sheet.set_row(number, LINE * _lines(line, PAGE) + LINE // 2)


def add_lists(book: Book, names: Sequence[str]) -> None:
    """Add the sheet of the words to choose from, a column a code list; drop-downs too long for a cell lead here."""
    sheet = book.made.add_worksheet(LISTS)
    styles = book.styles
    sheet.write(0, 0, "Words to choose from", styles["title"])
    for place, name in enumerate(names):
        sheet.set_column(place, place, 40, styles["cell"])
        sheet.write(HEADER, place, str(code_list(name)["title"]), styles["head"])
        labels = labels_of(name)
        for number, words in enumerate(labels.values(), HEADER + 1):
            sheet.write(number, place, words)
        book.made.define_name(name, f"={LISTS}!{_column(place, len(labels))}")


def shown(value: object, target: Target) -> object:
    """A value as a cell has it: a code by its label, true and false as yes and no."""
    if target.codes and isinstance(value, str):
        return labels_of(target.codes).get(value, value)
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


def _width(target: Target) -> int:
    return _IDS if target.field.endswith("_id") else _WIDTHS[target.shape]


def _lines(cell: object, width: int) -> int:
    """About how many lines a cell takes."""
    return sum(1 + len(line) // width for line in cell.split("\n")) if isinstance(cell, str) else 1


def _write(sheet: "Worksheet", row: int, column: int, value: object, styles: Mapping[str, "Format"]) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), styles["date"])
    elif isinstance(value, float | int):
        sheet.write_number(row, column, value)
    elif value:
        sheet.write_string(row, column, str(value))


def _validation(form: Form, name: str, target: Target) -> dict[str, Any]:
    """What a cell offers and accepts. Another value asks, and is not refused: nobody should lose what they typed."""
    kind: dict[str, Any] = {"validate": "any"}
    asks = {"error_type": "warning", "error_title": "Please look", "error_message": "Keep it as it is all the same?"}
    if name in form.own:
        kind = {"validate": "list", "source": form.own[name], **asks}
    elif target.codes:
        kind = {"validate": "list", "source": _source(target.codes), **asks}
    elif target.shape == "yes-no":
        kind = {"validate": "list", "source": ["yes", "no"], **asks}
    elif target.shape == "date":
        kind = {"validate": "date", "criteria": ">", "value": date(2000, 1, 1), **asks}
    elif target.shape == "number":
        kind = {"validate": "decimal", "criteria": ">=", "value": 0, **asks}
    return kind | {"input_title": name[:32], "input_message": form.helps.get(name, "")[:FORMULA_LIMIT]}


def _source(codes: str) -> list[str] | str:
    """The words themselves, or where they stand on the sheet of lists when they are too long for a cell."""
    words = [*labels_of(codes).values()]
    if len(",".join(words)) < FORMULA_LIMIT and not any("," in word for word in words):
        return words
    return f"={codes}"


def _column(place: int, words: int) -> str:
    """The cells below a column name, as a formula has them."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    first, last = (xl_rowcol_to_cell(row, place, True, True) for row in (HEADER + 1, HEADER + words))
    return f"{first}:{last}"


def _styles(made: "Workbook") -> dict[str, "Format"]:
    font = {"font_name": "Arial", "valign": "top"}
    return {
        "title": made.add_format({**font, "bold": True, "font_size": 14}),
        "head": made.add_format({**font, "bold": True, "text_wrap": True, "bottom": 2, "valign": "bottom"}),
        "cell": made.add_format({**font, "text_wrap": True}),
        "date": made.add_format({**font, "num_format": "dd/mm/yyyy", "align": "left"}),
        "plain": made.add_format(font),
    }
