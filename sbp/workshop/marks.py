"""What a room of readers marked: the sheet they write on, reading it back, and where they differ."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from attrs import frozen

from sbp.errors import WorkshopError
from sbp.readers import open_export
from sbp.reports.workbook import Sheet, workbook
from sbp.stats.agreement import Agreement, agreement
from sbp.workshop.ten import Question, Reading

READERS: Final = 12
"""How many readers the sheet has room for; more may be added under them."""

_SHORT: Final = {"y": "yes", "n": "no", "unsure": "not sure", "don't know": "not sure", "?": "not sure"}


@frozen(kw_only=True)
class Marks:
    """Who marked what: record and question, then reader, to the mark. `aside` says what could not be used."""

    given: Mapping[tuple[str, str], Mapping[str, str]]
    readers: tuple[str, ...]
    aside: tuple[str, ...]


@frozen(kw_only=True)
class Divided:
    """One record and question: how often each mark was given, and the share of pairs of readers who said the same."""

    record: str
    title: str
    talk: str
    counts: tuple[tuple[str, int], ...]
    same: float


@frozen(kw_only=True)
class Answered:
    """One question: the records by how far readers differ, and agreement with what cannot be said of it."""

    question: str
    divided: tuple[Divided, ...]
    agreement: Agreement


def marks_sheet(reading: Reading) -> bytes:
    """A workbook for the room: a row a reader and record, a column a question with its marks to choose from."""
    names = tuple(question.question for question in reading.questions)
    rows = tuple(
        (f"Reader {reader}", record.id, *("" for _ in names))
        for reader in range(1, READERS + 1)
        for record in reading.records
    )
    sheet = Sheet(
        name="Marks",
        title="Marks: one row for each reader and record",
        headings=("Reader", "Record", *names),
        rows=rows,
        notes=("Write a made-up name or a number for each reader. Leave empty what was not read.",),
        choices={question.question: question.marks for question in reading.questions},
    )
    about = ("Marks of a room that read the same records.", "It holds no names of staff and no words of records.")
    return workbook([sheet], title="Marks of the readers", about=about, made_on="2026-01-01")


def read_marks(paths: Iterable[Path], reading: Reading) -> Marks:
    """Read marks from sheets, CSV or XLSX, with columns *Reader*, *Record* and one for each question.

    Raises `WorkshopError` when a file has no such columns or no mark can be used, `ExportError` when it cannot be read.
    """
    given: dict[tuple[str, str], dict[str, str]] = {}
    aside: Counter[str] = Counter()
    known = {record.id.casefold(): record.id for record in reading.records}
    for path in paths:
        export = open_export(path)
        columns = _columns(path, export.columns, reading)
        for row in export.rows:
            cells = {name: str(row.cells.get(column) or "").strip() for name, column in columns.items()}
            if not cells["reader"]:
                continue
            record = known.get(cells["record"].casefold())
            if record is None:
                aside["rows whose record is not one of those read"] += 1
                continue
            for question in reading.questions:
                mark = _mark(cells[question.id], question)
                if mark is None:
                    aside[f"marks that are not one of: {', '.join(question.marks)}"] += 1
                elif mark:
                    given.setdefault((record, question.id), {})[cells["reader"]] = mark
    if not given:
        raise WorkshopError("No mark could be used. Fill in the sheet that 'sbp workshop build' writes, and try again.")
    readers = sorted({reader for marks in given.values() for reader in marks})
    told = tuple(f"{count} {what}" for what, count in aside.items())
    return Marks(given=given, readers=tuple(readers), aside=told)


def _columns(path: Path, columns: tuple[str, ...], reading: Reading) -> dict[str, str]:
    """Which column holds what, however it is written: a question may be named by its id or its words."""
    there = {column.strip().casefold(): column for column in columns}
    wanted: dict[str, tuple[str, ...]] = {"reader": ("reader",), "record": ("record",)}
    wanted |= {one.id: (one.id.casefold(), one.question.casefold()) for one in reading.questions}
    found: dict[str, str] = {}
    for name, ways in wanted.items():
        column = next((there[way] for way in ways if way in there), None)
        if column is None:
            raise WorkshopError(f"{path} has no column '{name}'. It should have: {', '.join(wanted)}.")
        found[name] = column
    return found


def _mark(written: str, question: Question) -> str | None:
    """One of the question's marks, nothing for an empty cell, None for what is no mark."""
    plain = written.casefold()
    if not plain:
        return ""
    ways = {mark.casefold(): mark for mark in question.marks}
    return ways.get(plain) or ways.get(_SHORT.get(plain, ""))


def answered(marks: Marks, reading: Reading) -> Iterator[Answered]:
    """Each question, with the records over which readers differ most first."""
    for question in reading.questions:
        rows = [
            [marks.given.get((record.id, question.id), {}).get(reader) for reader in marks.readers]
            for record in reading.records
        ]
        found = []
        for record, row in zip(reading.records, rows, strict=True):
            counts = Counter(mark for mark in row if mark)
            if (total := counts.total()) >= 2:
                same = sum(count * (count - 1) for count in counts.values()) / (total * (total - 1))
                found.append(
                    Divided(
                        record=record.id,
                        title=record.title,
                        talk=record.talk,
                        counts=tuple((mark, counts[mark]) for mark in question.marks),
                        same=same,
                    )
                )
        yield Answered(
            question=question.question,
            divided=tuple(sorted(found, key=lambda one: one.same)),
            agreement=agreement(rows, question.marks),
        )
