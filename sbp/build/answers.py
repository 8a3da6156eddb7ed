"""Putting answers where the mapping says. An answer that does not fit its field becomes a section: nothing is lost."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from attrs import frozen

from sbp.build.built import Tally
from sbp.build.oddities import oddities
from sbp.build.values import Wrong, value_of
from sbp.mapping.cells import short_text, text_of
from sbp.mapping.mapping import ABOUT_ROWS, ANSWER_COLUMNS, UNKNOWN, Answer, Mapping
from sbp.mapping.targets import Target
from sbp.readers.rows import Row

NOT_MAPPED: Final = "question that the mapping does not name, kept as a section"
NO_SUCH_FIELD: Final = "answer for a field that this kind of record does not have, kept as a section"
TAKEN: Final = "second answer for a field that holds one, kept as a section"
NO_ITEM: Final = "answer about an item that is not there, kept as a section"
STANDS_ALONE: Final = "answer that cannot stand without another that is missing, kept as a section"
DATABASE_NULL: Final = "answer that says NULL, read as empty"

_BULLET: Final = re.compile(r"^\s*(?:[-*•·–—●▪◦‣]|\(?\d{1,2}[.)])\s+")
_SPLITS: Final[dict[str, Callable[[str], list[str]]]] = {
    "": lambda text: [text],
    "lines": lambda text: [_BULLET.sub("", line).strip() for line in text.splitlines()],
    "semicolons": lambda text: [part.strip() for part in text.split(";")],
    "commas": lambda text: [part.strip() for part in text.split(",")],
}


@frozen(kw_only=True)
class Answered:
    """One answer of a record, on its way to its field."""

    row: Row
    code: str
    heading: str
    column: str
    answer: Answer
    text: str


def answered(rows: Sequence[Row], mapping: Mapping, tally: Tally) -> Iterator[Answered]:
    """The answers of a record in the order of the export; cells with nothing in them give none.

    In a document the person's id and the like are answers too: those that stand in the header are not said twice.
    """
    found = _long(rows, mapping, tally) if mapping.layout == "long" else _wide(rows[0], mapping)
    for one in found:
        if one.text == "NULL":
            tally.count(DATABASE_NULL, one.column, one.row)
        elif one.text and not one.text.isspace():
            for oddity in oddities(one.text):
                tally.count(oddity, one.column, one.row)
            yield one


def _long(rows: Sequence[Row], mapping: Mapping, tally: Tally) -> Iterator[Answered]:
    question, heading = mapping.columns["question"], mapping.columns.get("heading", "")
    columns = [mapping.columns[name] for name in ANSWER_COLUMNS if name in mapping.columns]
    heads = {column for name, column in mapping.columns.items() if name not in ABOUT_ROWS or name == "kind"}
    for row in rows:
        column, text = _said(row, columns)
        code = short_text(row.cells.get(question))
        answer = mapping.answers.get(code)
        if code in heads and answer is None and row.cells.get(code) == text:
            continue
        if answer is None and text:
            tally.count(NOT_MAPPED, column, row)
        worded = (answer.heading if answer else "") or (short_text(row.cells.get(heading)) if heading else "") or code
        yield Answered(row=row, code=code, heading=worded, column=column, answer=answer or UNKNOWN, text=text)


def _said(row: Row, columns: Sequence[str]) -> tuple[str, str]:
    """The column that holds the answer, and the answer."""
    for column in columns:
        text = text_of(row.cells.get(column))
        if text and text != "NULL":
            return column, text
    return columns[0], text_of(row.cells.get(columns[0]))


def _wide(row: Row, mapping: Mapping) -> Iterator[Answered]:
    for column, cell in row.cells.items():
        if answer := mapping.answers.get(column):
            worded = answer.heading or column
            yield Answered(row=row, code=column, heading=worded, column=column, answer=answer, text=text_of(cell))


def place(found: Sequence[Answered], kind: str, mapping: Mapping, tally: Tally) -> dict[str, Any]:
    """The fields of a record that some answers fill."""
    data: dict[str, Any] = {}
    alone = _standing_alone(found, kind, mapping)
    for one in found:
        target = mapping.target(one.answer, kind)
        problem = _place(data, one, target, mapping, is_alone=target is not None and target.part in alone)
        if problem:
            tally.count(problem, one.column, one.row)
            _add_section(data, one)
    return data


def _standing_alone(found: Sequence[Answered], kind: str, mapping: Mapping) -> set[str]:
    """The parts that lack something they cannot do without, such as the decision of an eligibility."""
    given: dict[str, set[str]] = {}
    needs: dict[str, tuple[str, ...]] = {}
    for one in found:
        target = mapping.target(one.answer, kind)
        if target is None or not target.needs or target.part_is_list:
            continue
        needs[target.part] = target.needs
        if not any(isinstance(value_of(text.strip(), target, mapping), Wrong) for text in _parts(one)):
            given.setdefault(target.part, set()).add(target.field)
    return {part for part, wanted in needs.items() if not given.get(part, set()).issuperset(wanted)}


def _place(data: dict[str, Any], one: Answered, target: Target | None, mapping: Mapping, *, is_alone: bool) -> str:
    """Put an answer in its field, or say why it does not fit."""
    if target is None:
        return NO_SUCH_FIELD
    if target.shape == "section":
        _add_section(data, one)
        return ""
    if is_alone:
        return STANDS_ALONE
    values = _values(one, target, mapping)
    if isinstance(values, Wrong):
        return values.kind.replace("left out", "kept as a section")
    if not values:
        return ""
    if target.words:
        items = data.setdefault(target.field, [])
        items.extend({target.words: [value] if target.words_is_list else value} for value in values)
        return ""
    owner = _owner(data, target)
    if owner is None:
        return NO_ITEM
    if target.is_list:
        owner.setdefault(target.field, []).extend(values)
        return ""
    return _put_once(owner, target.field, values[0])


def _owner(data: dict[str, Any], target: Target) -> dict[str, Any] | None:
    """What holds the field: the record, a part of it, or the newest item of a list."""
    if not target.part:
        return data
    if not target.part_is_list:
        part: dict[str, Any] = data.setdefault(target.part, {})
        return part
    items = data.get(target.part)
    return items[-1] if items else None


def _put_once(owner: dict[str, Any], field: str, value: object) -> str:
    if field in owner:
        return TAKEN
    owner[field] = value
    return ""


def _values(one: Answered, target: Target, mapping: Mapping) -> list[object] | Wrong:
    if target.shape == "entry":
        return [{"speaker": one.answer.speaker, "text": text} for text in _parts(one)]
    values = [value_of(text.strip(), target, mapping) for text in _parts(one)]
    return next((value for value in values if isinstance(value, Wrong)), values)


def _parts(one: Answered) -> list[str]:
    return [text for text in _SPLITS[one.answer.split](one.text) if text]


def _add_section(data: dict[str, Any], one: Answered) -> None:
    """Answers to the same question stand under one heading, in the order in which they come."""
    parts = _parts(one)
    if not parts:
        return
    sections = data.setdefault("sections", [])
    section = next((kept for kept in sections if (kept["code"], kept["heading"]) == (one.code, one.heading)), None)
    if section is None:
        section = {"heading": one.heading, "code": one.code, "entries": []}
        sections.append(section)
    section["entries"].extend({"speaker": one.answer.speaker, "text": text} for text in parts)
