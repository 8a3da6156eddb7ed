"""A mapping drafted from an export: its columns, its questions, the shapes of its cells, and how sure each line is."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import PurePath
from typing import Any, Final

from attrs import field, frozen

from sbp.errors import MappingError
from sbp.mapping.cells import short_text
from sbp.mapping.documents import OWN, are_documents, printed
from sbp.mapping.drafting.answers import place_answers
from sbp.mapping.drafting.columns import Placed, has_no_header, nearest, place_columns, preset_for
from sbp.mapping.drafting.forms import kind_column, kind_of_form
from sbp.mapping.drafting.questions import Proposal, Question, seen_aliases
from sbp.mapping.drafting.shapes import Shape, shapes
from sbp.mapping.drafting.systems import PRESETS
from sbp.mapping.drafting.words import SURE, confidence
from sbp.mapping.drafting.writing import written
from sbp.mapping.load import mapping_from
from sbp.mapping.mapping import ABOUT_ROWS, ANSWER_COLUMNS, AS_RECORDS, LEAVE_OUT
from sbp.mapping.mapping import Mapping as ExportMapping
from sbp.mapping.targets import header_targets
from sbp.records import RECORDS

Rows = Callable[[], Iterable[Mapping[str, object]]]
"""Gives the cells of every row, each time it is called from the first."""

NO_HEADER: Final = "The first row holds dates or numbers: it is not the one with the column names. Put those above it."
_SAMPLE: Final = 5_000
_MOST_QUESTIONS: Final = 3_000
_MOST_FORMS: Final = 200
_SIGNS: Final = 150


@frozen(kw_only=True)
class Draft:
    """A proposal: the file to finish, the mapping it makes if nothing essential is missing, and what was assumed.

    `columns`, `questions` and `left` say where each column and question went; `unclear` what stops a run, each a
    sentence with the nearest guesses.
    """

    text: str = field(repr=False)
    mapping: ExportMapping | None
    columns: tuple[Placed, ...] = ()
    questions: tuple[tuple[str, Proposal], ...] = ()
    left: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()


def draft(columns: Sequence[str], rows: Rows, file: str, system: str = "") -> Draft:
    """Draft the mapping of an export. Of what its cells say nothing is kept but the names of forms and questions."""
    if {"kind", "header"} <= {*columns}:
        return Draft(text="layout: records\n", mapping=AS_RECORDS)
    if has_no_header(columns):
        return Draft(text=f"# TO DO: {NO_HEADER}\nlayout: long\n", mapping=None, unclear=(NO_HEADER,))
    is_of_documents = are_documents(columns)
    known = printed(rows()) if is_of_documents else set()
    sample = shapes(columns, islice(rows(), _SAMPLE))
    system = system or preset_for(columns)
    placed = place_columns(columns, sample, system)
    _place_kind(placed, sample, system)
    forms, questions = _read(rows(), placed)
    if len(questions) > _MOST_QUESTIONS:
        for name in ("question", "heading", *ANSWER_COLUMNS):
            placed.pop(name, None)
    is_long = "question" in placed
    if is_of_documents:
        forms = [form for form in forms if kind_of_form(form)]
        columns = [column for column in columns if column in known or column in OWN or column.startswith("(")]
    kinds = {form: kind_of_form(form) for form in forms}
    record = "" if "kind" in placed else _one_kind(file, sample, placed)
    if not is_long:
        questions = _columns_as_questions(columns, placed, sample, {*kinds.values(), record} - {""})
    answers, left = place_answers(questions.values(), is_long=is_long)
    if is_of_documents:
        answers = {code: one for code, one in answers.items() if code in known or one[0].field != "sections"}
    if is_long:
        left = [column for column in _free(columns, placed) if column not in questions]
    data = _data(placed, kinds, record, answers, sample, is_long=is_long)
    unclear = tuple(_unclear(placed, columns, sample, kinds, record, answers))
    return Draft(
        text=written(data, file, system, placed, questions, dict(answers), left, unclear, kinds),
        mapping=None if unclear else _checked(data, file),
        columns=tuple(placed.values()),
        questions=tuple((code, proposal) for code, (proposal, _) in answers.items()),
        left=tuple(left),
        assumed=tuple(_assumed(placed, answers, left, system, record)),
        unclear=unclear,
    )


def _place_kind(placed: dict[str, Placed], sample: Mapping[str, Shape], system: str) -> None:
    """The column that names the form is the one whose cells name forms; its own name counts less."""
    if system and "kind" in placed:
        return
    taken = {one.name for one in placed.values() if one.field != "kind"}
    column, score = kind_column(sample, taken)
    if column:
        placed["kind"] = Placed(column, "kind", max(score, placed["kind"].score if "kind" in placed else 0.0))
    elif "kind" in placed and (placed["kind"].score < SURE or sample[placed["kind"].name].names is None):
        del placed["kind"]


def _read(rows: Iterable[Mapping[str, object]], placed: Mapping[str, Placed]) -> tuple[list[str], dict[str, Question]]:
    """Every form and every question of the export, in the order in which they come."""
    names = {name: placed[name].name for name in ("kind", "question", "heading") if name in placed}
    answers = [placed[name].name for name in ANSWER_COLUMNS if name in placed]
    heads = {one.name for one in placed.values() if one.field not in ABOUT_ROWS or one.field == "kind"}
    forms: dict[str, str] = {}
    questions: dict[str, Question] = {}
    if not names:
        return [], {}
    for cells in rows:
        form = short_text(cells.get(names["kind"])) if "kind" in names else ""
        if form and form not in forms and len(forms) < _MOST_FORMS:
            forms[form] = kind_of_form(form)
        if "question" not in names or len(questions) > _MOST_QUESTIONS:
            continue
        code = short_text(cells.get(names["question"]))[:_SIGNS]
        if not code or (code in heads and code in cells):
            continue
        question = questions.setdefault(code, Question(code))
        question.wording = question.wording or short_text(cells.get(names.get("heading", "")))[:_SIGNS]
        if forms.get(form):
            question.kinds.add(forms[form])
        question.shape.add(next((cells[column] for column in answers if cells.get(column) not in (None, "")), None))
    return list(forms), questions


def _one_kind(file: str, sample: Mapping[str, Shape], placed: Mapping[str, Placed]) -> str:
    """The kind of all records, where no column says it: by the file's name, or because there is but one text."""
    named = kind_of_form(PurePath(file).stem)
    if named:
        return named
    taken = {one.name for one in placed.values()}
    texts = [name for name, shape in sample.items() if name not in taken and shape.length > 40]
    return "case_note" if len(texts) == 1 else ""


def _columns_as_questions(
    columns: Sequence[str], placed: Mapping[str, Placed], sample: Mapping[str, Shape], kinds: set[str]
) -> dict[str, Question]:
    return {column: Question(column, "", {*kinds}, sample[column]) for column in _free(columns, placed)}


def _free(columns: Iterable[str], placed: Mapping[str, Placed]) -> list[str]:
    """The columns without a field, but for names of sheets and files."""
    taken = {one.name for one in placed.values()}
    return [column for column in columns if column not in taken and not column.startswith("(")]


def _data(
    placed: Mapping[str, Placed],
    kinds: Mapping[str, str],
    record: str,
    answers: Mapping[str, tuple[Proposal, float]],
    sample: Mapping[str, Shape],
    *,
    is_long: bool,
) -> dict[str, Any]:
    order = [*header_targets(), *ABOUT_ROWS]
    columns = {name: placed[name].name for name in order if name in placed}
    data: dict[str, Any] = {"layout": "long" if is_long else "wide", "dates": "day-first", "columns": columns}
    if "kind" in columns:
        data["kinds"] = {form: kind for form, kind in kinds.items() if kind}
    elif record:
        data["record"] = record
    values = seen_aliases((name, sample[one.name]) for name, one in placed.items() if one.name in sample)
    if values:
        data["values"] = values
    data["questions" if is_long else "answers"] = {code: _said(proposal) for code, (proposal, _) in answers.items()}
    return data


def _said(proposal: Proposal) -> str | dict[str, Any]:
    more: dict[str, Any] = {}
    if proposal.speaker:
        more["speaker"] = proposal.speaker
    if proposal.split:
        more["split"] = proposal.split
    if proposal.kinds:
        more["kinds"] = list(proposal.kinds)
    return {"field": proposal.field, **more} if more else proposal.field


def _unclear(
    placed: Mapping[str, Placed],
    columns: Sequence[str],
    sample: Mapping[str, Shape],
    kinds: Mapping[str, str],
    record: str,
    answers: Mapping[str, object],
) -> Iterable[str]:
    short = [column for column in columns if not (column in sample and sample[column].is_wordy)]
    for name, what in (("id", "the record's id"), ("person.id", "the person's id")):
        if name not in placed:
            yield f"No column is clearly {what}. {_nearest(name, short)}Write '{name}: ' and the column's name."
    if "kind" in placed and not any(kinds.values()):
        yield (
            f"The forms named in column '{placed['kind'].name}' are of no kind that is known. "
            f"Write each under 'kinds' with one of: {', '.join(RECORDS)}, or '{LEAVE_OUT}'."
        )
    if "kind" not in placed and not record:
        yield (
            f"No column clearly says which form a row belongs to. {_nearest('kind', short)}"
            f"Write 'kind: ' and the column's name, or 'record: ' and one of: {', '.join(RECORDS)}."
        )
    if not answers:
        yield (
            f"No column clearly holds answers. {_nearest('answer', columns)}"
            "Write 'question: ' and 'answer: ' and the columns' names, or each column with text under 'answers'."
        )


def _nearest(name: str, columns: Sequence[str]) -> str:
    found = nearest(name, columns)
    return f"The nearest: {', '.join(repr(column) for column in found)}. " if found else ""


def _checked(data: dict[str, Any], file: str) -> ExportMapping | None:
    try:
        return mapping_from(data, f"the mapping drafted for {file}")
    except MappingError:
        return None


def _assumed(
    placed: Mapping[str, Placed],
    answers: Mapping[str, tuple[Proposal, float]],
    left: Sequence[str],
    system: str,
    record: str,
) -> Iterable[str]:
    told = sum(proposal.field != "sections" for proposal, _ in answers.values())
    yield (
        "No mapping was given, so one was drafted; 'sbp map' writes it down, to be checked. "
        f"Columns with a field: {len(placed)}. Questions with a field: {told}; kept as sections: {len(answers) - told}."
    )
    if system:
        yield f"The export looks like one of {system.capitalize()}; that shape was used, and should be checked."
    if record:
        yield f"Every row was taken for a {record.replace('_', ' ')}."
    sure = [f"'{one.name}' for {one.field}" for one in placed.values() if one.score >= SURE]
    if sure:
        yield f"Columns taken by their names: {', '.join(sure)}."
    for one in placed.values():
        if one.score < SURE:
            yield f"Column '{one.name}' was taken for {one.field} ({confidence(one.score)}): check."
    if left:
        yield f"Columns that found no place: {', '.join(left)}."


__all__ = ["PRESETS", "Draft", "Placed", "draft"]
