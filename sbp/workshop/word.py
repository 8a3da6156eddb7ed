"""Word files that anybody can read: real headings and lists, header rows that repeat, British English, a title.

The same words give the same bytes.
"""

import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from docx.document import Document
_MADE: Final = datetime(2026, 1, 1)
_INK: Final = "10181F"
_LINE: Final = 16.6
"""How long a line to write on is, in centimetres: the width of the page less its margins."""
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Paper:
    """One Word file, written from top to bottom."""

    def __init__(self, title: str) -> None:
        import docx

        self._document: Document = docx.Document()
        _look(self._document, title)
        self.heading(title, 0)

    def heading(self, words: str, level: int) -> None:
        """A heading: 0 for the title, 1 to 3 below it."""
        self._document.add_heading(_plain(words), level)

    def text(self, words: str, *, bold: str = "", is_kept: bool = False) -> None:
        """A paragraph, with a few words in bold before it; kept on one page with what follows where that is wanted."""
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = is_kept
        if bold:
            paragraph.add_run(f"{_plain(bold)} ").bold = True
        paragraph.add_run(_plain(words))

    def quote(self, pieces: Iterable[tuple[str, bool]]) -> None:
        """Words of a record, some of them marked."""
        paragraph = self._document.add_paragraph(style="Quote")
        for words, is_marked in pieces:
            run = paragraph.add_run(_plain(words))
            run.bold = run.underline = is_marked

    def bullets(self, items: Iterable[str], *, numbered: bool = False) -> None:
        """A list."""
        for item in items:
            self._document.add_paragraph(_plain(item), style="List Number" if numbered else "List Bullet")

    def lines(self, count: int) -> None:
        """Empty lines to write on, kept on one page with what stands before them."""
        from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
        from docx.shared import Cm, Pt

        self._document.paragraphs[-1].paragraph_format.keep_with_next = True
        for line in range(count):
            paragraph = self._document.add_paragraph("\t")
            paragraph.paragraph_format.space_before = Pt(10)
            paragraph.paragraph_format.keep_with_next = line < count - 1
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(_LINE), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)

    def table(self, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """A table with a header row that repeats on each page; `widths` in centimetres."""
        from docx.shared import Cm

        table = self._document.add_table(rows=1, cols=len(headings), style="Table Grid")
        table.autofit = False
        for cell, words in zip(table.rows[0].cells, headings, strict=True):
            cell.paragraphs[0].add_run(_plain(words)).bold = True
        _flag(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
        for values in rows:
            added = table.add_row()
            _flag(added._tr.get_or_add_trPr(), "w:cantSplit")
            for cell, words in zip(added.cells, values, strict=True):
                cell.paragraphs[0].add_run(_plain(words))
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
            for cell in column.cells:
                cell.width = Cm(width)
        self._document.add_paragraph()

    def content(self) -> bytes:
        """The file."""
        held = BytesIO()
        self._document.save(held)
        return _still(held.getvalue())


def _plain(words: str) -> str:
    return _NOT_XML.sub("\ufffd", words)


def _look(document: "Document", title: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    properties = document.core_properties
    properties.title, properties.author, properties.language = title, "sbp", "en-GB"
    properties.created = properties.modified = _MADE
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin = section.bottom_margin = Cm(2)
    sizes = {"Normal": 12, "Quote": 12, "Title": 24, "Heading 1": 18, "Heading 2": 14, "Heading 3": 12}
    for name, size in sizes.items():
        style: Any = document.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size)
        style.font.color.rgb = RGBColor.from_string(_INK)
        style.font.italic = False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(script), None)
        fonts.set(qn("w:hAnsi"), "Arial")
        fonts.set(qn("w:cs"), "Arial")
    normal: Any = document.styles["Normal"]
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    language = normal.element.get_or_add_rPr().makeelement(qn("w:lang"), {qn("w:val"): "en-GB"})
    normal.element.get_or_add_rPr().append(language)
    quote: Any = document.styles["Quote"]
    quote.paragraph_format.left_indent = Cm(0.8)
    quote.paragraph_format.space_before = quote.paragraph_format.space_after = Pt(8)
    quote.paragraph_format.keep_with_next = True
    _line_at_the_left(quote.element.get_or_add_pPr())


def _line_at_the_left(properties: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders: Any = OxmlElement("w:pBdr")
    line: Any = OxmlElement("w:left")
    for name, value in (("w:val", "single"), ("w:sz", "18"), ("w:space", "6"), ("w:color", _INK)):
        line.set(qn(name), value)
    borders.append(line)
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _flag(properties: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    properties.append(OxmlElement(name))


def _still(content: bytes) -> bytes:
    """The same file without the time at which it was zipped."""
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as given, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), given.read(name), zipfile.ZIP_DEFLATED)
    return held.getvalue()
