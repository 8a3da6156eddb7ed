"""Word files: built-in heading styles, header rows that repeat, language and title set, always the same bytes."""

import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from attrs import define, field

if TYPE_CHECKING:
    from docx.document import Document

_WHEN: Final = (2026, 1, 1, 0, 0, 0)
INK: Final = "16202A"
_NOT_XML: Final = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TURNS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")


def blank(title: str) -> "Document":
    """A document of A4 pages without a word in it, but with its title and language set."""
    from docx import Document
    from docx.oxml.ns import qn
    from docx.shared import Cm

    document = Document()
    properties = document.core_properties
    properties.title, properties.language, properties.author = title, "en-GB", "sbp"
    properties.created = properties.modified = datetime(2026, 1, 1)
    styles: Any = document.styles
    defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    defaults.find(qn("w:lang")).set(qn("w:val"), "en-GB")
    [section] = document.sections
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    return document


def in_arial(styles: Any, *names: str) -> None:
    """Set styles in Arial and dark ink, whatever the theme of the reader's Word."""
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    for name in names:
        fonts = styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):
            del fonts.attrib[attribute]
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), "Arial")
        styles[name].font.color.rgb = RGBColor.from_string(INK)


def packed(document: "Document") -> bytes:
    """The file of a document, without the time at which it was made."""
    held, still = BytesIO(), BytesIO()
    document.save(held)
    with zipfile.ZipFile(held) as made, zipfile.ZipFile(still, "w", zipfile.ZIP_DEFLATED) as out:
        for name in made.namelist():
            out.writestr(zipfile.ZipInfo(name, _WHEN), made.read(name), zipfile.ZIP_DEFLATED)
    return still.getvalue()


def clean(text: str) -> str:
    """Text that a Word file can hold."""
    return _TURNS.sub("\ufffd", _NOT_XML.sub("\ufffd", text))


@define
class Word:
    """A Word file that is being written. `edition` stands in the header of every page."""

    title: str
    edition: str
    document: "Document" = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        from docx.shared import Cm, Pt

        self.document = blank(self.title)
        styles: Any = self.document.styles
        in_arial(styles, "Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "Caption")
        styles["Normal"].font.size = styles["Caption"].font.size = Pt(11)
        styles["Normal"].paragraph_format.space_after = Pt(4)
        styles["Heading 1"].paragraph_format.space_before = Pt(12)
        [section] = self.document.sections
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(1.6)
        section.header_distance = section.footer_distance = Cm(0.8)
        section.header.paragraphs[0].text = self.edition
        self.document.add_heading(self.title, 0)

    def heading(self, text: str, level: int = 1, *, new_page: bool = False) -> None:
        """A heading of a level from 1; on a new page if wanted."""
        made = self.document.add_heading(clean(text), level)
        made.paragraph_format.page_break_before = new_page
        made.paragraph_format.keep_with_next = True

    def text(self, text: str) -> None:
        """A paragraph; line ends stay."""
        if text:
            self.document.add_paragraph(clean(text))

    def words(self, text: str, where: str) -> None:
        """Words that somebody said or wrote, set apart, and where they stand."""
        made = self.document.add_paragraph(clean(text), style="Quote")
        made.paragraph_format.keep_together = True
        made.add_run(f" ({clean(where)})").italic = False

    def bullets(self, items: Iterable[str]) -> None:
        """A list."""
        for item in items:
            self.document.add_paragraph(clean(item), style="List Bullet")

    def table(self, caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float]) -> None:
        """A table under its caption, with a header row that repeats on every page. `widths` are centimetres."""
        from docx.oxml import OxmlElement
        from docx.shared import Cm, Pt

        said = self.document.add_paragraph(clean(caption), style="Caption")
        said.paragraph_format.keep_with_next = True
        lines = [heads, *rows]
        made = self.document.add_table(len(lines), len(heads), style="Table Grid")
        made.autofit = False
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Cm(width)
        for row, line in zip(made.rows, lines, strict=True):
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for cell, text, width in zip(row.cells, line, widths, strict=True):
                cell.width = Cm(width)
                cell.text = clean(text)
                cell.paragraphs[0].paragraph_format.space_after = Pt(2)
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell in made.rows[0].cells:
            cell.paragraphs[0].runs[0].bold = True
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def to_bytes(self) -> bytes:
        """The file, packed with fixed times."""
        return packed(self.document)
