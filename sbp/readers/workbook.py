"""Workbooks: Excel and OpenDocument, every sheet with a table. Title rows are passed over, merged cells filled."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from sbp.errors import ExportError
from sbp.readers.header import LOOKED_AT, column_names, header_row
from sbp.readers.packed import check_extent, check_packed
from sbp.readers.rows import Export, Row

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

SHEET: Final = "(sheet)"
"""The column that holds the sheet's name, when more than one sheet has rows."""

MERGED: Final = "merged cells, filled down with what they hold"
BEYOND: Final = "cell beyond the last column name, kept"
FORMULAS: Final = "Some cells hold formulas; what Excel last worked out for them was read."
_LARGEST_OLD: Final = 512 << 20
_MOST_MERGED: Final = 1_000_000


@frozen
class _Sheet:
    """A sheet with a table in it: its rows, and where its column names stand."""

    name: str
    cells: "CalamineSheet"
    header: int
    columns: tuple[str, ...]


def read_workbook(path: Path) -> Export:
    """Open a workbook. A row's number is the one a person sees beside it."""
    notes = _checked(path)
    with path.open("rb") as handle:
        book = _book(handle, path)
        sheets, said = _sheets(book, path)
        book.close()
    notes += said
    if not sheets:
        raise ExportError(f"{path} has no sheet with column names and rows under them. Export it again.")
    columns = dict.fromkeys(name for sheet in sheets for name in sheet.columns)
    if len(sheets) > 1:
        notes += (f"It has {len(sheets)} sheets with rows; '{SHEET}' can be mapped like a column.",)
        columns[SHEET] = None
    rows = _all_rows(path.name, sheets, is_named=len(sheets) > 1)
    first = next(rows, None)
    if first is None:
        raise ExportError(f"{path} holds column names and no rows. Export it again with its rows.")
    return Export(file=path.name, columns=tuple(columns), rows=chain((first,), rows), notes=notes)


def _checked(path: Path) -> tuple[str, ...]:
    with path.open("rb") as handle:
        is_packed = handle.read(2) == b"PK"
    if is_packed:
        check_packed(path)
        return (FORMULAS,) if check_extent(path) else ()
    if path.stat().st_size > _LARGEST_OLD:
        raise ExportError(f"{path} is larger than {_LARGEST_OLD >> 20} MB. Save it as CSV UTF-8 and try again.")
    return ()


def _book(handle: Any, path: Path) -> "CalamineWorkbook":
    try:
        from python_calamine import CalamineError, CalamineWorkbook, PasswordError
    except ModuleNotFoundError:
        raise ExportError(
            f"{path} is a workbook, which needs python-calamine: pip install 'strengths-based-practice[audit]'. "
            "Or save it as CSV UTF-8."
        ) from None
    try:
        return CalamineWorkbook.from_filelike(handle)
    except PasswordError:
        raise ExportError(f"{path} is protected by a password. Save it without one and try again.") from None
    except (CalamineError, ValueError):
        raise ExportError(f"{path} is not a workbook that can be read. Save it again as .xlsx or CSV UTF-8.") from None


def _sheets(book: "CalamineWorkbook", path: Path) -> tuple[list[_Sheet], tuple[str, ...]]:
    from python_calamine import CalamineError, SheetVisibleEnum

    found: list[_Sheet] = []
    notes: tuple[str, ...] = ()
    for place, about in enumerate(book.sheets_metadata):
        if about.visible != SheetVisibleEnum.Visible:
            notes += (f"Sheet '{about.name}' is hidden and was left out.",)
            continue
        try:
            cells = book.get_sheet_by_index(place)
        except CalamineError:
            raise ExportError(f"{path}, sheet '{about.name}': the sheet is damaged. Save the workbook again.") from None
        sheet, said = _sheet(about.name, cells)
        notes += said
        if sheet:
            found.append(sheet)
    return found, notes


def _sheet(name: str, cells: "CalamineSheet") -> tuple[_Sheet | None, tuple[str, ...]]:
    head = list(islice(cells.iter_rows(), (cells.start[0] if cells.start else 0) + LOOKED_AT))
    place = header_row(head)
    if place is None:
        return None, (f"Sheet '{name}' holds no table and was left out.",) if any(any(row) for row in head) else ()
    columns, notes = column_names(_named(head[place]))
    above = sum(any(cell != "" for cell in row) for row in head[:place])
    if above:
        notes += (f"Sheet '{name}': the column names stand in row {place + 1}; what is above them was left out.",)
    return _Sheet(name, cells, place, columns), notes


def _named(row: Sequence[object]) -> list[str]:
    last = max(place for place, cell in enumerate(row) if str(cell).strip())
    return [str(cell) for cell in row[: last + 1]]


def _all_rows(file: str, sheets: list[_Sheet], *, is_named: bool) -> Iterator[Row]:
    while sheets:
        yield from _rows(file, sheets.pop(0), is_named=is_named)


def _rows(file: str, sheet: _Sheet, *, is_named: bool) -> Iterator[Row]:
    width = len(sheet.columns)
    filled = _merged(sheet)
    for number, found in enumerate(sheet.cells.iter_rows(), 1):
        if number <= sheet.header + 1:
            continue
        cells: list[Any] = [*found]
        repairs: tuple[str, ...] = ()
        for place, value in filled.pop(number, ()):
            if cells[place] == "":
                cells[place], repairs = value, (MERGED,)
        if not any(cell != "" for cell in cells):
            continue
        told: dict[str, object] = dict(zip(sheet.columns, cells, strict=False))
        for place in range(width, len(cells)):
            if cells[place] != "":
                told[f"column {place + 1}"] = cells[place]
                repairs = (*dict.fromkeys((*repairs, BEYOND)),)
        if is_named:
            told[SHEET] = sheet.name
        yield Row(file=file, sheet=sheet.name, number=number, cells=told, repairs=repairs)


def _merged(sheet: _Sheet) -> dict[int, list[tuple[int, object]]]:
    """What merged cells below the header hold, by row number and place, for the rows they hide."""
    ranges = [
        span for span in sheet.cells.merged_cell_ranges or () if span[0][0] > sheet.header and span[0][0] < span[1][0]
    ]
    if not ranges or sum(end[0] - start[0] for start, end in ranges) > _MOST_MERGED:
        return {}
    left = sheet.cells.start[1] if sheet.cells.start else 0
    wanted = {start[0] + 1 for start, _ in ranges}
    values = {number: cells for number, cells in enumerate(sheet.cells.iter_rows(), 1) if number in wanted}
    filled: dict[int, list[tuple[int, object]]] = {}
    for (top, first), (bottom, _) in ranges:
        place = first - left
        if top + 1 in values and 0 <= place < len(values[top + 1]):
            for row in range(top + 2, bottom + 2):
                filled.setdefault(row, []).append((place, values[top + 1][place]))
    return filled
