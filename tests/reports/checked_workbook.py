"""Whether a workbook keeps the rules of the Government Analysis Function, read from the file itself."""

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree as Tree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NOT_WANTED = ("mergeCells", "autoFilter", "conditionalFormatting", "drawing", "oleObjects")


def broken_rules(data: bytes) -> list[str]:
    """Every rule a workbook breaks, as a sentence; none is what is wanted."""
    with zipfile.ZipFile(BytesIO(data)) as book:
        return [*_of_the_book(book), *(said for name, path in sheets(book).items() for said in _of(book, name, path))]


def sheets(book: zipfile.ZipFile) -> dict[str, str]:
    """The sheets by name, in order, and where each stands in the file."""
    ends = {one.get("Id"): one.get("Target") for one in Tree.fromstring(book.read("xl/_rels/workbook.xml.rels"))}
    found = Tree.fromstring(book.read("xl/workbook.xml")).iter(f"{_MAIN}sheet")
    return {one.get("name", ""): f"xl/{ends[one.get(f'{_REL}id')]}" for one in found}


def cells(book: zipfile.ZipFile, path: str) -> dict[str, str]:
    """What stands in each cell of a sheet, by its address."""
    strings = ["".join(part.itertext()) for part in Tree.fromstring(book.read("xl/sharedStrings.xml"))]
    found = {}
    for cell in Tree.fromstring(book.read(path)).iter(f"{_MAIN}c"):
        value = cell.findtext(f"{_MAIN}v")
        if value is not None:
            found[cell.get("r", "")] = strings[int(value)] if cell.get("t") == "s" else value
    return found


def _of_the_book(book: zipfile.ZipFile) -> list[str]:
    names, about = list(sheets(book)), book.read("docProps/core.xml").decode()
    said = [f"the sheet {name} has a name of more than 31 characters" for name in names if len(name) > 31]
    if names[:3] != ["Cover", "Contents", "Notes"]:
        said.append("cover, contents and notes do not come first")
    if "<dc:title>" not in about:
        said.append("the document has no title")
    if any("vbaProject" in path or "externalLink" in path for path in book.namelist()):
        said.append("there is a macro or a link to another file")
    return said


def _of(book: zipfile.ZipFile, name: str, path: str) -> list[str]:
    page, held = Tree.fromstring(book.read(path)), cells(book, path)
    said = [f"{name}: there is {tag}" for tag in _NOT_WANTED if page.find(f".//{_MAIN}{tag}") is not None]
    if not held.get("A1", "").strip():
        said.append(f"{name}: A1 holds no title")
    if page.find(f".//{_MAIN}pane") is not None:
        said.append(f"{name}: panes are frozen")
    if any(row.get("hidden") for row in (*page.iter(f"{_MAIN}row"), *page.iter(f"{_MAIN}col"))):
        said.append(f"{name}: something is hidden")
    tagged = [link.get("Target", "") for link in _links(book, path) if "/table" in link.get("Type", "")]
    if name != "Cover" and len(tagged) != 1:
        said.append(f"{name}: {len(tagged)} tables in place of one")
    for target in tagged:
        said += [f"{name}: {fault}" for fault in _of_table(book, target.replace("..", "xl"), held)]
    return said


def _links(book: zipfile.ZipFile, path: str) -> list[Tree.Element]:
    beside = path.replace("worksheets/", "worksheets/_rels/") + ".rels"
    return list(Tree.fromstring(book.read(beside))) if beside in book.namelist() else []


def _of_table(book: zipfile.ZipFile, path: str, held: dict[str, str]) -> list[str]:
    table = Tree.fromstring(book.read(path))
    ref = re.fullmatch(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", table.get("ref", ""))
    assert ref, "the table does not say where it is"
    first, last, top, bottom = ref.group(1, 3, 2, 4)
    columns = [letters(at) for at in range(number(first), number(last) + 1)]
    said = ["the table does not begin at the left edge"] if first != "A" else []
    if table.get("headerRowCount") == "0":
        said.append("the table has no header row")
    empty = [
        f"{column}{row}"
        for row in range(int(top), int(bottom) + 1)
        for column in columns
        if not held.get(f"{column}{row}", "").strip()
    ]
    if empty:
        said.append(f"cells without a reason: {', '.join(empty[:3])}")
    below = [address for address in held if int(re.sub(r"\D", "", address)) > int(bottom)]
    if below:
        said.append("something stands below the table")
    if any(value.startswith(("=", "@")) for value in held.values()):
        said.append("a cell begins as a formula does")
    return said


def number(column: str) -> int:
    """A column's number: A is 1."""
    value = 0
    for letter in column:
        value = value * 26 + ord(letter) - 64
    return value


def letters(at: int) -> str:
    """A column's letters: 1 is A."""
    made = ""
    while at:
        at, rest = divmod(at - 1, 26)
        made = chr(65 + rest) + made
    return made
