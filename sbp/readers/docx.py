"""Word forms: content controls, tick boxes, old form fields, tables; insertions are kept and deletions dropped."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat

from sbp.errors import ExportError
from sbp.readers.document import Block, Paragraph, Table, document, label
from sbp.readers.packed import BROKEN, check_packed
from sbp.readers.rows import Export

_LARGEST: Final = 128 << 20
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DROPPED: Final = frozenset(
    {f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "tblPr", "tcPr", "instrText", "delText")}
    | {f"{_MC}Fallback"}
)
_SEEN_THROUGH: Final = frozenset({f"{_W}{name}" for name in ("ins", "moveTo", "customXml", "smartTag", "sdtContent")})
_MARKS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_SYMBOLS: Final = {"F0FE": "☒", "F0FD": "☒", "F0FC": "✓", "F052": "☑", "F0A8": "☐", "F06F": "☐", "F0A3": "☐"}
_TICKED, _OPEN = "☒", "☐"
TRACKED: Final = "It holds tracked changes: what was inserted was read, what was deleted was not."


def read_docx(path: Path) -> Export:
    """Open a Word form as one document."""
    check_packed(path)
    try:
        with zipfile.ZipFile(path) as packed:
            parts = [name for name in packed.namelist() if name.startswith("word/header")]
            heads = [_parsed(packed, name, path) for name in sorted(parts)]
            main = _parsed(packed, "word/document.xml", path)
        blocks = [block for head in heads for block in _blocks(head)]
        body = main.find(f"{_W}body")
        blocks += _blocks(main if body is None else body)
    except (*BROKEN, KeyError, RecursionError, expat.ExpatError, ElementTree.ParseError):
        raise ExportError(f"{path} is not a Word file that can be read. Save it again as .docx.") from None
    changed = any(next(main.iter(f"{_W}{name}"), None) is not None for name in ("ins", "del", "moveFrom"))
    return document(path, blocks, (TRACKED,) if changed else ())


def _parsed(packed: zipfile.ZipFile, name: str, path: Path) -> Element:
    if packed.getinfo(name).file_size > _LARGEST:
        raise ExportError(f"{path} is too large to be a form.")
    data = packed.read(name)
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(data, True)
    tree = ElementTree.fromstring(data)  # noqa: S314 - it has just been seen to define no entities
    for control in tree.iter(f"{_W}sdt"):
        if _is_on(control.find(f"{_W}sdtPr/{_W}showingPlcHdr")):
            _blank(control)
    return tree


def _blank(control: Element) -> None:
    """Take out "Click or tap here": nobody wrote it."""
    for text in control.iter(f"{_W}t"):
        text.text = ""


def _refuse(*_: object) -> None:
    """No Word file declares a document type; one that does may be built to fill the memory."""
    raise ValueError


def _blocks(parent: Element) -> Iterator[Block]:
    for child in parent:
        if child.tag == f"{_W}p":
            yield _paragraph(child)
        elif child.tag == f"{_W}tbl":
            yield _table(child)
        elif child.tag == f"{_W}sdt":
            yield from _control(child)
        elif child.tag not in _DROPPED:
            yield from _blocks(child)


def _control(control: Element) -> Iterator[Block]:
    """A content control around whole paragraphs: what it holds answers to its title."""
    content = control.find(f"{_W}sdtContent")
    inside = [] if content is None else list(_blocks(content))
    name = _name(control)
    if name and all(isinstance(block, Paragraph) and not block.name and block.level is None for block in inside):
        yield Paragraph("\n".join(block.text for block in inside if isinstance(block, Paragraph)), name=name)
    else:
        yield from inside


def _paragraph(paragraph: Element) -> Paragraph:
    text = _text(paragraph)
    level = _level(paragraph, text)
    boxes = [child for child in paragraph if child.tag == f"{_W}sdt" and child.find(f".//{_W14}checkbox") is None]
    if level is None and len(boxes) == 1:
        held = _text(boxes[0])
        before = text.partition(held)[0] if held else text
        name = label(before) or _name(boxes[0])
        if name and len(name) <= 150 and (text.rstrip().endswith(held.rstrip()) or not held):
            return Paragraph(held, name=name)
    return Paragraph(text, level)


def _level(paragraph: Element, text: str) -> int | None:
    """Whether it is a title (0) or a heading: by style, by outline level, or because all of it is bold and short."""
    if not text.strip() or "\n" in text.strip() or len(text) > 150:
        return None
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    named = "" if style is None else style.get(f"{_W}val", "").lower()
    if named.startswith("title"):
        return 0
    if named.startswith(("heading", "subtitle")) or paragraph.find(f"{_W}pPr/{_W}outlineLvl") is not None:
        return 1
    runs = [run for run in paragraph.iter(f"{_W}r") if _text(run).strip()]
    return 2 if runs and all(_is_on(run.find(f"{_W}rPr/{_W}b")) for run in runs) else None


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(f"{_W}val", "1") not in ("0", "false", "none", "off")


def _table(table: Element) -> Table:
    rows = [row for row in _inside(table, "tr") if row.find(f"{_W}trPr/{_W}del") is None]
    cells = tuple(tuple(_cell(cell) for cell in _inside(row, "tc")) for row in rows)
    return Table(cells, has_header=bool(rows) and rows[0].find(f"{_W}trPr/{_W}tblHeader") is not None)


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """Rows of a table, or cells of a row, also those in content controls or tracked changes."""
    for child in parent:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in _SEEN_THROUGH or child.tag == f"{_W}sdt":
            yield from _inside(child, name)


def _cell(cell: Element) -> str:
    merged = cell.find(f"{_W}tcPr/{_W}vMerge")
    if merged is not None and merged.get(f"{_W}val") != "restart":
        return ""
    return "\n".join(_lines(cell)).strip()


def _lines(parent: Element) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{_W}p":
            yield _text(child)
        elif child.tag == f"{_W}tr":
            yield " | ".join(text for text in (_cell(cell) for cell in _inside(child, "tc")) if text)
        elif child.tag not in _DROPPED:
            yield from _lines(child)


def _text(element: Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _DROPPED:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag == f"{_W}sym":
            yield _SYMBOLS.get(child.get(f"{_W}char", "").upper(), "")
        elif child.tag == f"{_W}fldChar":
            yield _old_field(child)
        elif child.tag == f"{_W}sdt":
            yield from _control_text(child)
        elif child.tag == f"{_W}r" and _is_on(child.find(f"{_W}rPr/{_W}vanish")):
            continue
        elif child.tag == f"{_W}p":
            yield "\n"
            yield from _pieces(child)
        else:
            yield from _pieces(child)


def _control_text(control: Element) -> Iterator[str]:
    box = control.find(f"{_W}sdtPr/{_W14}checkbox")
    if box is not None:
        state = box.find(f"{_W14}checked")
        yield _TICKED if state is not None and state.get(f"{_W14}val", "1") in ("1", "true") else _OPEN
    else:
        yield from _pieces(control)


def _old_field(mark: Element) -> str:
    """What an old form field says that stands in no text: a tick box, or the choice of a list."""
    box = mark.find(f"{_W}ffData/{_W}checkBox")
    if box is not None:
        state = box.find(f"{_W}checked")
        return _TICKED if _is_on(box.find(f"{_W}default") if state is None else state) else _OPEN
    choices = mark.find(f"{_W}ffData/{_W}ddList")
    if choices is None:
        return ""
    names = [entry.get(f"{_W}val", "") for entry in choices.findall(f"{_W}listEntry")]
    result = choices.find(f"{_W}result")
    place = "0" if result is None else result.get(f"{_W}val", "0")
    return names[int(place)] if place.isdecimal() and int(place) < len(names) else ""


def _name(control: Element) -> str:
    for tag in ("alias", "tag"):
        found = control.find(f"{_W}sdtPr/{_W}{tag}")
        if found is not None and found.get(f"{_W}val", "").strip():
            return found.get(f"{_W}val", "").strip()
    return ""
