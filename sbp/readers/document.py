"""A form as a document: headings, labels, tables and tick boxes become questions and their answers, in order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from attrs import field, frozen

from sbp.errors import ExportError
from sbp.mapping.documents import ANSWER, DOCUMENT, QUESTION, TITLE
from sbp.readers.rows import Export, Row

NO_ANSWERS: Final = "The document holds no text that could be an answer."

_LONGEST_LABEL: Final = 60
_LONGEST_HEADING: Final = 150
_LONGEST_QUESTION: Final = 300
_LONGEST_SHORT: Final = 100
_LABELLED: Final = re.compile(r"([^\s:.!?][^:.!?\n]*):[ \t]+(\S.*)", re.DOTALL)
_BOX: Final = re.compile(r"([☐□▢☒☑✓✔]|\[[xX ]\](?!\())")
_TICKED: Final = frozenset({"☒", "☑", "✓", "✔", "[x]", "[X]"})


@frozen
class Paragraph:
    """A paragraph; `name` is the label of the box it stands in, `level` is set for a title (0) and headings."""

    text: str = field(repr=False)
    level: int | None = None
    name: str = field(default="", repr=False)


@frozen
class Table:
    """A table, row by row; `has_header` says that its first row holds names."""

    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    has_header: bool = False


Block = Paragraph | Table


@frozen
class Pair:
    """A question, and one answer to it."""

    question: str = field(repr=False)
    answer: str = field(repr=False)


def document(path: Path, blocks: Iterable[Block], notes: tuple[str, ...] = ()) -> Export:
    """An export of one document: a row for each answer.

    Short answers, such as ids and dates, also stand as columns of their own in every row, so that a mapping can say
    which of them is the person's id. A row's number is the answer's place in the document.
    """
    kept = list(blocks)
    title = next((block.text for block in kept if isinstance(block, Paragraph) and block.level is not None), "")
    found = [pair for pair in pairs(kept) if pair.answer.strip()]
    if not found:
        raise ExportError(f"{path}: {NO_ANSWERS[0].lower()}{NO_ANSWERS[1:]}")
    short: dict[str, object] = {}
    for pair in found:
        if pair.question and len(pair.answer) <= _LONGEST_SHORT and "\n" not in pair.answer:
            short.setdefault(pair.question, pair.answer)
    short |= {DOCUMENT: path.stem, TITLE: title}
    rows = (
        Row(file=path.name, number=number, cells={**short, QUESTION: pair.question, ANSWER: pair.answer})
        for number, pair in enumerate(found, 1)
    )
    columns = dict.fromkeys((DOCUMENT, TITLE, QUESTION, ANSWER, *short))
    return Export(file=path.name, columns=tuple(columns), rows=rows, notes=notes)


def pairs(blocks: Iterable[Block]) -> Iterator[Pair]:
    """The questions of a document and their answers. Text under no heading answers an unnamed question."""
    question, said = "", list[str]()
    for block in blocks:
        if isinstance(block, Paragraph) and not block.name:
            own = _opens(block, is_open=bool(question))
            if isinstance(own, str):
                yield from _answered(question, said)
                question, said = own, []
            elif own is None:
                said.append(block.text)
            else:
                yield own
            continue
        if isinstance(block, Paragraph) and question and not any(said) and block.text.strip():
            said.append(chosen(block.text))
            continue
        yield from _answered(question, said)
        question, said = ("", []) if isinstance(block, Table) else (question, [])
        yield from _of_table(block) if isinstance(block, Table) else [Pair(label(block.name), chosen(block.text))]
    yield from _answered(question, said)


def _opens(block: Paragraph, *, is_open: bool) -> str | Pair | None:
    """The question a paragraph asks, the question with its answer, or nothing when it is plain text."""
    text = block.text.strip()
    if block.level is not None:
        return label(text)
    if len(text) <= _LONGEST_HEADING and "\n" not in text and text.endswith((":", "?")) and not text.endswith(".?"):
        return label(text) if text.endswith(":") or not is_open else None
    found = None if is_open else _LABELLED.fullmatch(text)
    if found and len(found[1]) <= _LONGEST_LABEL:
        return Pair(label(found[1]), chosen(found[2]))
    return None


def _answered(question: str, said: Sequence[str]) -> Iterator[Pair]:
    text = chosen("\n".join(said).strip())
    if text:
        yield Pair(question, text)


def _of_table(table: Table) -> Iterator[Pair]:
    rows = [row for row in table.rows if any(cell.strip() for cell in row)]
    if _is_grid(rows, table):
        names = [label(cell) for cell in rows[0]]
        for row in rows[1:]:
            yield from (Pair(name, chosen(cell)) for name, cell in zip(names, row, strict=False) if cell.strip())
        return
    question = ""
    for place, row in enumerate(rows):
        if place == 0 and table.has_header and len(row) == 2:
            continue
        cells = [cell.strip() for cell in row]
        if len(cells) == 1:
            question, pair = _of_cell(cells[0], question)
            if pair:
                yield pair
        elif len(cells) > 2 and len(cells) % 2 == 0 and all(_is_label(cell) for cell in cells[::2] if cell):
            yield from (Pair(label(ask), chosen(said)) for ask, said in zip(cells[::2], cells[1::2], strict=True))
        else:
            question = label(cells[0]) if cells[0] else question
            yield Pair(question, chosen("\n".join(cell for cell in cells[1:] if cell)))


def _of_cell(cell: str, question: str) -> tuple[str, Pair | None]:
    """A row of one cell: a question and its answer, a question alone, or an answer to the last."""
    first, _, rest = cell.partition("\n")
    if rest and (_is_label(first) or first.endswith("?")):
        return label(first), Pair(label(first), chosen(rest.strip()))
    if not rest and len(cell) <= _LONGEST_HEADING and not cell.endswith("."):
        return label(cell), None
    return question, Pair(question, chosen(cell))


def _is_grid(rows: list[tuple[str, ...]], table: Table) -> bool:
    """Whether the first row of a table names its columns."""
    if len(rows) < 2 or len(rows[0]) < 3:
        return False
    names = [cell.strip() for cell in rows[0]]
    are_names = all(name and len(name) <= _LONGEST_LABEL and not name.endswith(":") for name in names)
    return are_names and (table.has_header or len(names) % 2 == 1 or len(rows) > 2)


def _is_label(cell: str) -> bool:
    return len(cell) <= _LONGEST_QUESTION and cell.endswith(":")


def label(text: str) -> str:
    """A question as a name: on one line, without the colon."""
    return " ".join(text.split()).removesuffix(":").rstrip()[:_LONGEST_QUESTION]


def chosen(text: str) -> str:
    """An answer with tick boxes as the answers ticked; a box alone says yes or no. Other text as it is."""
    if not _BOX.search(text):
        return text
    return "\n".join(line for line in (_ticked(line) for line in text.splitlines()) if line)


def _ticked(line: str) -> str:
    parts = [part.strip() for part in _BOX.split(line)]
    if len(parts) == 1:
        return line
    boxes, labels = parts[1::2], parts[0::2]
    if not any(labels):
        return "yes" if boxes[0] in _TICKED else "no"
    after = labels[1:] if not labels[0] else labels[:-1]
    kept = [words for box, words in zip(boxes, after, strict=True) if box in _TICKED and words]
    return "; ".join(kept)
