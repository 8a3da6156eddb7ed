"""Workbooks by the rules of the Government Analysis Function: every sheet a title, a sentence, and one tagged table.

No merged cells, no blank rows or columns in a table, no cell without a reason, no colour that says something by
itself, nothing hidden, frozen or filtered, no macro, no outside link. The same values give the same bytes.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final

from attrs import frozen

from sbp.forum.figures import Figure
from sbp.forum.tables import HIDDEN, UNAVAILABLE, Cell, Count, Measure, Table
from sbp.reports.tables import safe

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Value = str | int | float | None

SHORTHAND: Final = {
    HIDDEN: "confidential: one to four, or hidden so that such a number cannot be worked out",
    UNAVAILABLE: "not available: the records do not say, or there are too few to go by",
}
_NARROW, _WIDE, _COVER, _MOST = 12, 60, 72, 31
_LINE: Final = 16
"""How high a line of text is, in points."""
_WHOLE, _PART = {"num_format": "#,##0"}, {"num_format": "#,##0.0#"}


@frozen(kw_only=True)
class Sheet:
    """One sheet: its name (31 characters at most), its title for A1, sentences under it, and one table.

    A cell that is None is written as `[x]`; one that is "" stays empty, for somebody to fill in. `choices` gives the
    values a column may take, by heading.
    """

    name: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[str, ...] = ()
    choices: Mapping[str, Sequence[str]] = {}


def workbook(sheets: Sequence[Sheet], *, title: str, about: Sequence[str], made_on: str) -> bytes:
    """A whole workbook: a cover with `about`, contents, notes on the shorthand, then the sheets. `made_on` as ISO."""
    from xlsxwriter import Workbook

    held = BytesIO()
    book = Workbook(held, {"in_memory": True, "strings_to_numbers": False, "strings_to_urls": False})
    book.set_properties({"title": title, "author": "sbp", "comments": " ".join(about), "created": _at(made_on)})
    book.formats[0].set_font_name("Arial")
    book.formats[0].set_font_size(12)
    named = _named(sheets)
    _cover(book, title, about)
    contents = tuple((name, sheet.title) for name, sheet in named)
    shorthand = tuple((sign, f"{sign} is {meaning}.") for sign, meaning in SHORTHAND.items())
    for name, sheet in (
        ("Contents", Sheet(name="", title="Contents", headings=("Sheet", "What it holds"), rows=contents)),
        ("Notes", Sheet(name="", title="Notes", headings=("Sign", "Meaning"), rows=shorthand)),
        *named,
    ):
        _sheet(book, name, sheet, linked=name == "Contents")
    book.close()
    return held.getvalue()


def sheet_of(table: Table) -> Sheet:
    """A table of the report as a sheet; a figure becomes three columns: met, of, and per cent."""
    kinds = [
        next((cell for _, cells in table.rows if isinstance(cell := cells[at], Figure)), None) is not None
        for at in range(len(table.columns))
    ]
    headings = [table.first]
    for heading, is_figure in zip(table.columns, kinds, strict=True):
        headings += [f"{heading}: met", f"{heading}: of", f"{heading}: per cent"] if is_figure else [heading]
    rows = tuple(
        (name, *(value for cell, wide in zip(cells, kinds, strict=True) for value in values_of(cell, wide=wide)))
        for name, cells in table.rows
    )
    return Sheet(name=table.id, title=table.caption, headings=tuple(headings), rows=rows, notes=table.notes)


def values_of(cell: Cell, *, wide: bool = False) -> list[Value]:
    """What stands in the sheet for a cell; a figure gives three values: met, of, and per cent. `wide` text does too."""
    match cell:
        case Figure(unsaid=unsaid) if unsaid:
            sign = HIDDEN if HIDDEN in unsaid else UNAVAILABLE
            return [sign, cell.of or sign, sign]
        case Figure():
            return [cell.met, cell.of, round(cell.share * 100)]
        case Count(value=value):
            return [HIDDEN if value is None else value]
        case Measure(value=value, unsaid=unsaid):
            return [(HIDDEN if HIDDEN in unsaid else UNAVAILABLE) if value is None else round(value, cell.digits)]
        case _:
            return [str(cell) or None, *([None, None] if wide else [])]


def _named(sheets: Sequence[Sheet]) -> list[tuple[str, Sheet]]:
    """Sheets with names that Excel takes, each once."""
    taken: set[str] = {"cover", "contents", "notes"}
    named = []
    for sheet in sheets:
        base = re.sub(r"[\[\]:*?/\\']", " ", sheet.name).strip() or "Table"
        name, number = base[:_MOST], 2
        while name.casefold() in taken:
            name, number = f"{base[: _MOST - 4]} {number}", number + 1
        taken.add(name.casefold())
        named.append((name, sheet))
    return named


def _cover(book: "Workbook", title: str, about: Iterable[str]) -> None:
    page = book.add_worksheet("Cover")
    page.set_column(0, 0, _COVER)
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.write_string(0, 0, title, _style(book, bold=True, font_size=16, text_wrap=True))
    for row, sentence in enumerate(about, start=1):
        page.set_row(row, _LINE * _lines(sentence, _COVER))
        page.write_string(row, 0, sentence, _style(book, text_wrap=True, valign="top"))


def _sheet(book: "Workbook", name: str, sheet: Sheet, *, linked: bool) -> None:
    page = book.add_worksheet(name)
    page.write_string(0, 0, sheet.title, _style(book, bold=True, font_size=14))
    for row, sentence in enumerate(sheet.notes or ("This sheet holds one table.",), start=1):
        page.write_string(row, 0, sentence)
    top = 1 + max(1, len(sheet.notes))
    rows = sheet.rows or (("[x]",) + (None,) * (len(sheet.headings) - 1),)
    heading = _style(book, bold=True, text_wrap=True, valign="top")
    page.add_table(
        top,
        0,
        top + len(rows),
        len(sheet.headings) - 1,
        {
            "name": "T_" + re.sub(r"\W", "_", name),
            "autofilter": False,
            "style": None,
            "columns": [{"header": text, "header_format": heading} for text in _once(sheet.headings)],
        },
    )
    styles = [_style(book, valign="top", **how) for how in ({"text_wrap": True}, _WHOLE, _PART)]
    for at, values in enumerate(rows, start=top + 1):
        for column, value in enumerate(values):
            _write(page, at, column, value, styles, f"internal:'{values[0]}'!A1" if linked and not column else "")
    widths = [_width(text, [row[column] for row in rows]) for column, text in enumerate(sheet.headings)]
    for at, values in enumerate((sheet.headings, *rows), start=top):
        page.set_row(at, _LINE * max(_lines(value, width) for value, width in zip(values, widths, strict=True)))
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    for column, text in enumerate(sheet.headings):
        page.set_column(column, column, widths[column])
        if text in sheet.choices:
            page.data_validation(
                top + 1, column, top + len(rows), column, {"validate": "list", "source": list(sheet.choices[text])}
            )


def _width(heading: str, values: Sequence[Value]) -> int:
    longest = max(len(heading), *(len(str(value)) for value in values if value is not None), 0)
    return min(_WIDE, max(_NARROW, longest + 2))


def _lines(value: Value, width: int) -> int:
    """How many lines a value takes; a character of the font is a little wider than a unit of width."""
    return max(1, -(-len(str(value)) * 23 // (width * 20)))


def _write(page: "Worksheet", row: int, column: int, value: Value, styles: list["Format"], link: str) -> None:
    words, whole, part = styles
    if link:
        page.write_url(row, column, link, words, str(value))
    elif isinstance(value, (int, float)):
        page.write_number(row, column, value, whole if value == int(value) else part)
    elif value == "":
        page.write_blank(row, column, None, words)
    else:
        page.write_string(row, column, UNAVAILABLE if value is None else str(safe(value)), words)


def _once(headings: Sequence[str]) -> list[str]:
    """Headings, each unlike the others, as a tagged table wants them."""
    seen: dict[str, int] = {}
    made = []
    for text in headings:
        seen[text.casefold()] = seen.get(text.casefold(), 0) + 1
        made.append(text if seen[text.casefold()] == 1 else f"{text} ({seen[text.casefold()]})")
    return made


def _style(book: "Workbook", **how: object) -> "Format":
    return book.add_format({"font_name": "Arial", "font_size": 12, **how})


def _at(made_on: str) -> datetime:
    return datetime.fromisoformat(made_on or "2026-01-01")
