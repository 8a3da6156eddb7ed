"""Word files that anybody can read: real headings and lists, header rows that repeat, British English, a title.

The same words give the same bytes.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from sbp.reports.word import INK, blank, clean, in_arial, packed

if TYPE_CHECKING:
    from docx.document import Document
_LINE: Final = 16.6
"""How long a line to write on is, in centimetres: the width of the page less its margins."""


class Paper:
    """One Word file, written from top to bottom."""

    def __init__(self, title: str) -> None:
        self._document = blank(title)
        _look(self._document)
        self.heading(title, 0)

    def heading(self, words: str, level: int) -> None:
        """A heading: 0 for the title, 1 to 3 below it."""
        self._document.add_heading(clean(words), level)

    def text(self, words: str, *, bold: str = "", is_kept: bool = False) -> None:
        """A paragraph, with a few words in bold before it; kept on one page with what follows where that is wanted."""
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = is_kept
        if bold:
            paragraph.add_run(f"{clean(bold)} ").bold = True
        paragraph.add_run(clean(words))

    def quote(self, pieces: Iterable[tuple[str, bool]]) -> None:
        """Words of a record, some of them marked."""
        paragraph = self._document.add_paragraph(style="Quote")
        for words, is_marked in pieces:
            run = paragraph.add_run(clean(words))
            run.bold = run.underline = is_marked

    def bullets(self, items: Iterable[str], *, numbered: bool = False) -> None:
        """A list."""
        for item in items:
            self._document.add_paragraph(clean(item), style="List Number" if numbered else "List Bullet")

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
            cell.paragraphs[0].add_run(clean(words)).bold = True
        _flag(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
        for values in rows:
            added = table.add_row()
            _flag(added._tr.get_or_add_trPr(), "w:cantSplit")
            for cell, words in zip(added.cells, values, strict=True):
                cell.paragraphs[0].add_run(clean(words))
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
            for cell in column.cells:
                cell.width = Cm(width)
        self._document.add_paragraph()

    def content(self) -> bytes:
        """The file."""
        return packed(self._document)


def _look(document: "Document") -> None:
    from docx.shared import Cm, Pt

    [section] = document.sections
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    sizes = {"Normal": 12, "Quote": 12, "Title": 24, "Heading 1": 18, "Heading 2": 14, "Heading 3": 12}
    styles: Any = document.styles
    in_arial(styles, *sizes)
    for name, size in sizes.items():
        styles[name].font.size = Pt(size)
        styles[name].font.italic = False
    styles["Normal"].paragraph_format.space_after = Pt(6)
    styles["Normal"].paragraph_format.line_spacing = 1.15
    quote = styles["Quote"]
    quote.paragraph_format.left_indent = Cm(0.8)
    quote.paragraph_format.space_before = quote.paragraph_format.space_after = Pt(8)
    quote.paragraph_format.keep_with_next = True
    _line_at_the_left(quote.element.get_or_add_pPr())


def _line_at_the_left(properties: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders: Any = OxmlElement("w:pBdr")
    line: Any = OxmlElement("w:left")
    for name, value in (("w:val", "single"), ("w:sz", "18"), ("w:space", "6"), ("w:color", INK)):
        line.set(qn(name), value)
    borders.append(line)
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _flag(properties: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    properties.append(OxmlElement(name))
