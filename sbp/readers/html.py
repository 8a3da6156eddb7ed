"""HTML: a form saved as a page, or a table that a reporting system saved as one, also under the suffix .xls."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from sbp.errors import ExportError
from sbp.readers.document import Block, Paragraph, Table, document
from sbp.readers.encoding import encoding_of
from sbp.readers.header import LOOKED_AT, column_names, header_row
from sbp.readers.rows import Export, Row

_LARGEST: Final = 128 << 20
_HEADINGS: Final = {"h1": 0, "h2": 1, "h3": 1, "h4": 1, "h5": 1, "h6": 1, "dt": 2, "legend": 1}
_BREAKS: Final = frozenset({"p", "div", "li", "ul", "ol", "dl", "dd", "section", "article", "fieldset", "form", "body"})
_AS_TYPED: Final = frozenset({"pre", "textarea"})
_LEFT_OUT: Final = frozenset({"script", "style", "head", "del", "template", "noscript"})
_MOST_OTHER_TEXT: Final = 300


def read_html(path: Path) -> Export:
    """Open an HTML page: rows of its table when it is little else, and otherwise one document."""
    if path.stat().st_size > _LARGEST:
        raise ExportError(f"{path} is larger than {_LARGEST >> 20} MB. Export it as CSV UTF-8.")
    encoding = encoding_of(path)
    page = _Page()
    with path.open(encoding=encoding.name, errors=encoding.errors) as handle:
        page.feed(handle.read())
        page.close()
    page.flush()
    tables = [block for block in page.blocks if isinstance(block, Table)]
    other = sum(len(block.text) for block in page.blocks if isinstance(block, Paragraph))
    widest = max(tables, key=lambda table: len(table.rows), default=Table(()))
    place = header_row(widest.rows[:LOOKED_AT])
    is_table = path.suffix.lower() == ".xls" or (len(tables) == 1 and widest.has_header and other <= _MOST_OTHER_TEXT)
    if is_table and place is not None and len(widest.rows[place]) > 2 and len(widest.rows) > place + 1:
        return _table(path, widest, place, encoding.notes)
    return document(path, page.blocks, encoding.notes)


def _table(path: Path, table: Table, place: int, notes: tuple[str, ...]) -> Export:
    columns, said = column_names(table.rows[place])
    notes += ("The file is an HTML page; its table was read.", *said)
    return Export(file=path.name, columns=columns, rows=_rows(path.name, table, place, columns), notes=notes)


def _rows(file: str, table: Table, place: int, columns: tuple[str, ...]) -> Iterator[Row]:
    for number, cells in enumerate(table.rows, 1):
        if number <= place + 1 or not any(cells):
            continue
        told = dict(zip(columns, cells, strict=False))
        told |= {f"column {at + 1}": cell for at, cell in enumerate(cells) if at >= len(columns) and cell}
        yield Row(file=file, number=number, cells=told)


class _Page(HTMLParser):
    """The blocks of a page, in order; a table inside a cell stands before the table it is in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._tables: list[list[list[str]]] = []
        self._headers: list[bool] = []
        self._outer: list[list[str]] = []
        self._level: int | None = None
        self._left_out = 0
        self._choosing: bool | None = None
        self._bold = 0
        self._as_typed = 0
        self._thin = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block, a row, a cell, or note what a form field holds."""
        about = {name: value or "" for name, value in attrs}
        if tag in _LEFT_OUT:
            self._left_out += 1
        elif tag in _HEADINGS or tag in _BREAKS:
            self._left_out = 0
            self._break(_HEADINGS.get(tag))
        elif tag in ("table", "tr", "td", "th"):
            self._left_out = 0
            self._open_cell(tag)
        elif tag == "br":
            self._text.append("\n")
        elif tag == "option":
            self._choosing = "selected" in about
        elif tag == "input":
            self._field(about)
        elif tag in ("b", "strong"):
            self._bold += 1
        elif tag in _AS_TYPED:
            self._as_typed += 1

    def handle_endtag(self, tag: str) -> None:
        """Close what is open."""
        if tag in _LEFT_OUT:
            self._left_out = max(0, self._left_out - 1)
        elif tag == "select":
            self._choosing = None
        elif tag in _HEADINGS or tag in _BREAKS:
            self._break(None)
        elif tag in ("td", "th") and self._tables:
            self._close_cell()
        elif tag == "table" and self._tables:
            self._close_table()
        elif tag in ("b", "strong"):
            self._bold = max(0, self._bold - 1)
        elif tag in _AS_TYPED:
            self._as_typed = max(0, self._as_typed - 1)

    def handle_data(self, data: str) -> None:
        """Keep the words, but not those of options that were not chosen."""
        if self._left_out or self._choosing is False:
            return
        self._thin = self._thin or (not self._bold and bool(data.strip()))
        self._text.append(data if self._as_typed else data.replace("\n", " "))

    def flush(self) -> None:
        """Close everything: the page has ended."""
        while self._tables:
            self._close_table()
        self._break(None)

    def _field(self, about: dict[str, str]) -> None:
        kind = about.get("type", "text").lower()
        if kind in ("checkbox", "radio"):
            self._text.append(" ☒ " if "checked" in about else " ☐ ")
        elif kind not in ("hidden", "submit", "button", "reset", "image", "password"):
            self._text.append(f" {about.get('value', '')} ")
        self._thin = True

    def _break(self, level: int | None) -> None:
        if self._tables:
            self._text.append("\n")
            return
        text = _plain("".join(self._text))
        if text:
            is_bold = self._level is None and not self._thin and len(text) <= 150 and "\n" not in text
            self.blocks.append(Paragraph(text, 2 if is_bold else self._level))
        self._text, self._level, self._thin = [], level, False

    def _open_cell(self, tag: str) -> None:
        if tag == "table":
            if not self._tables:
                self._break(None)
            self._outer.append(self._text)
            self._text = []
            self._tables.append([])
            self._headers.append(False)
        elif self._tables:
            self._close_cell()
            table = self._tables[-1]
            if tag == "tr" or not table:
                table.append([])
            if tag != "tr":
                self._headers[-1] = self._headers[-1] or (tag == "th" and len(table) == 1)
                table[-1].append("")

    def _close_cell(self) -> None:
        table = self._tables[-1]
        if table and table[-1]:
            table[-1][-1] = (table[-1][-1] + "\n" + _plain("".join(self._text))).strip()
        self._text, self._thin = [], False

    def _close_table(self) -> None:
        self._close_cell()
        rows = [tuple(row) for row in self._tables.pop() if row]
        has_header = self._headers.pop() and len(rows) > 1
        self._text = self._outer.pop()
        if rows:
            self.blocks.append(Table(tuple(rows), has_header))


def _plain(text: str) -> str:
    lines = (" ".join(line.replace("\xa0", " ").split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
