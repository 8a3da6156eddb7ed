"""CSV and TSV: one record a row, line breaks inside quotes kept, damaged rows named and the rest read on."""

import csv
from collections import deque
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Final, TextIO

from sbp.errors import ExportError
from sbp.readers.encoding import Encoding, encoding_of
from sbp.readers.header import LOOKED_AT, column_names, header_row
from sbp.readers.lines import LONGEST, TOO_LONG, line_of
from sbp.readers.rows import Export, Row

_DELIMITERS: Final = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright bars"}

TOO_MANY: Final = "The row holds more cells than the header. Is there a comma in a cell without quotation marks?"
TOO_FEW: Final = "The row holds fewer cells than the header. Is there a line break in a cell without quotation marks?"
QUOTES: Final = "The quotation marks in the row do not pair up, so its cells cannot be told apart."
TRAILING: Final = "trailing empty cells"
NUL: Final = "NUL characters removed"


def read_delimited(path: Path) -> Export:
    """Open a CSV or TSV file. The delimiter is the one that makes the most columns of the header."""
    csv.field_size_limit(LONGEST)
    encoding = encoding_of(path)
    delimiter, header_row_at = _delimiter(path, encoding)
    records = _records(path, encoding, delimiter)
    names = next((cells for number, cells, _, _ in records if number == header_row_at), [])
    columns, notes = _columns(names, path)
    rows = _rows(path.name, columns, records)
    first = next(rows, None)
    if first is None:
        raise ExportError(f"{path} holds a header and no rows. Export it again with its rows.")
    spoken: tuple[str, ...] = () if delimiter == "," else (f"The cells are parted by {_DELIMITERS[delimiter]}.",)
    if header_row_at > 2:
        spoken += (f"The column names stand in row {header_row_at}; titles above them were left out.",)
    return Export(file=path.name, columns=columns, rows=chain((first,), rows), notes=encoding.notes + spoken + notes)


class _TooLong(csv.Error):
    """A line that was passed over."""


_HEADER_BY: Final = 20
"""By which record the header has been seen, titles above it or not."""


class _Lines:
    """The lines of a file, able to give back those of a record that turned out to be damaged."""

    def __init__(self, handle: TextIO) -> None:
        self._handle = handle
        self._again: deque[str] = deque()
        self.taken: list[str] = []
        self.had_nul = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line, is_too_long = (self._again.popleft(), False) if self._again else line_of(self._handle)
        if not line:
            raise StopIteration
        if is_too_long:
            raise _TooLong
        self.taken.append(line)
        if "\0" in line:
            self.had_nul = True
            return line.replace("\0", "")
        return line

    def start(self) -> None:
        self.taken.clear()
        self.had_nul = False

    def give_back_all_but_first(self) -> None:
        self._again.extendleft(reversed(self.taken[1:]))


def _records(path: Path, encoding: Encoding, delimiter: str) -> Iterator[tuple[int, list[str], str, bool]]:
    """Number, cells, why the record is not whole, whether it held NUL characters."""
    with path.open(encoding=encoding.name, errors=encoding.errors, newline="") as handle:
        lines = _Lines(handle)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        number = widest = 0
        while True:
            number += 1
            lines.start()
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as problem:
                lines.give_back_all_but_first()
                reader = csv.reader(lines, delimiter=delimiter, strict=True)
                yield number, [], TOO_LONG if isinstance(problem, _TooLong) else QUOTES, lines.had_nul
                continue
            if len(lines.taken) > 1 and len(cells) < widest:
                lines.give_back_all_but_first()
                yield number, [], QUOTES, lines.had_nul
                continue
            if number <= _HEADER_BY:
                widest = max(widest, *(place for place, cell in enumerate(cells, 1) if cell), 0)
            yield number, cells, "", lines.had_nul


def _rows(file: str, columns: tuple[str, ...], records: Iterator[tuple[int, list[str], str, bool]]) -> Iterator[Row]:
    width = len(columns)
    for number, cells, problem, had_nul in records:
        repairs: tuple[str, ...] = (NUL,) if had_nul else ()
        if problem:
            yield Row(file=file, number=number, problem=problem)
            continue
        if len(cells) != width:
            if not any(cells):
                continue
            if len(cells) < width or any(cells[width:]):
                yield Row(file=file, number=number, problem=TOO_FEW if len(cells) < width else TOO_MANY)
                continue
            repairs += (TRAILING,)
        elif not any(cells):
            continue
        yield Row(file=file, number=number, cells=dict(zip(columns, cells, strict=False)), repairs=repairs)


def _delimiter(path: Path, encoding: Encoding) -> tuple[str, int]:
    """The delimiter, and the number of the row that holds the header."""
    with path.open(encoding=encoding.name, errors=encoding.errors, newline="") as handle:
        head = handle.read(1 << 20).replace("\0", "")
    first = head.partition("\n")[0]
    said = first.strip().removeprefix("sep=")
    if said != first.strip() and said in _DELIMITERS:
        return said, 2
    blank = len(head) - len(head.lstrip("\r\n"))
    row = 1 + head[:blank].count("\n")
    counted = {delimiter: len(_first(head[blank:], delimiter)) for delimiter in _DELIMITERS}
    best = max(counted, key=lambda delimiter: counted[delimiter])
    return (best, row) if counted[best] > 1 else _below_titles(head[blank:], row, best)


def _below_titles(text: str, row: int, otherwise: str) -> tuple[str, int]:
    """Where the first line is a title, the header is the first row filled like one."""
    found = {}
    for delimiter in _DELIMITERS:
        rows = _rows_of(text, delimiter)
        place = header_row(rows)
        if place is not None:
            found[delimiter] = (len(rows[place]), place)
    best = max(found, key=lambda delimiter: found[delimiter][0], default=otherwise)
    return best, row + (found[best][1] if found else 0)


def _rows_of(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(islice(csv.reader(text.splitlines(keepends=True), delimiter=delimiter), LOOKED_AT))
    except csv.Error:
        return []


def _first(text: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(text.splitlines(keepends=True), delimiter=delimiter), [])
    except csv.Error:
        return []


def _columns(names: list[str], path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    while names and not names[-1].strip("\ufeff \t\r\n\xa0"):
        names.pop()
    if not names:
        raise ExportError(f"{path} has no column names in its first row. Put them there and try again.")
    return column_names(names)
