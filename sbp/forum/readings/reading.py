"""Reading sheets read back: every answer, whether each finding fits, what was missed. Nothing is guessed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import Factory, define

from sbp.build.values import Wrong, value_of
from sbp.codes import labels_of
from sbp.errors import ExportError
from sbp.forum.readings.checklist import questions
from sbp.forum.readings.parts import Answer, Judged, Missed, Note, Readings
from sbp.forum.sitting.reading import place
from sbp.mapping.cells import short_text
from sbp.mapping.mapping import AS_RECORDS
from sbp.mapping.targets import Target
from sbp.readers import Row, open_export

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

READINGS, FINDINGS, MISSED = "Readings", "Findings", "Missed"
"""The sheets of a reader's workbook."""

NOT_APPLICABLE: Final = "not-applicable"


def _column(name: str, shape: Any = "text", codes: str = "") -> Target:
    return Target(name=name, field=name, shape=shape, codes=codes)


_WHO: Final = {"Reader": _column("reader"), "Record id": _column("record_id")}
_NOTES: Final = {
    "Read on": _column("read_on", "date"),
    "Read with the practitioner": _column("with_practitioner", "yes-no"),
    "Overall": _column("grade", "code", "reading_grades"),
    "Strengths of practice": _column("strengths"),
    "Learning": _column("learning"),
    "Actions, with owner and date": _column("actions"),
    "Person’s feedback sought": _column("feedback_sought", "yes-no"),
}
_PLACE: Final = {
    "Rule": _column("rule"),
    "Field": _column("field"),
    "Start": _column("start", "number"),
    "End": _column("end", "number"),
}
FITS: Final = {"fits": True, "does-not-fit": False}


def reading_columns() -> dict[str, Target]:
    """The columns of the sheet of readings: who and what, a column a question, the record as a whole."""
    asked = {question.column: _column(question.id, "code", "reading_answers") for question in questions()}
    return {**_WHO, "What it is": _column("what"), **asked, **_NOTES}


def finding_columns() -> dict[str, Target]:
    """The columns of the sheet of findings."""
    shown = {name: _column(name) for name in ("What was seen", "Words", "In the sentence")}
    return {**_WHO, **shown, "Does it fit?": _column("fits", "code", "reading_fits"), **_PLACE}


def missed_columns() -> dict[str, Target]:
    """The columns of the sheet of what the tool did not see."""
    return {**_WHO, "Words you would have talked about": _column("words")}


@define
class _Noticed:
    """What was read so far, and a sentence for each thing to look at."""

    answers: list[Answer] = Factory(list)
    judged: list[Judged] = Factory(list)
    missed: list[Missed] = Factory(list)
    notes: list[Note] = Factory(list)
    told: list[str] = Factory(list)


def read_sheets(paths: Sequence[Path], store: "DuckDBPyConnection") -> tuple[Readings, tuple[str, ...]]:
    """What readers wrote down, joined to what the audit says of the same records, and what is to be looked at.

    Raises `ExportError` when a file is not a reader's workbook.
    """
    people = dict(store.execute("SELECT id, person_id FROM records").fetchall())
    results = {(row[0], row[1]): bool(row[2]) for row in store.execute(_RESULTS).fetchall()}
    found = _Noticed()
    for path in paths:
        _read(path, people, results, found)
    read = Readings(
        answers=tuple(found.answers),
        judged=tuple(found.judged),
        missed=tuple(found.missed),
        notes=tuple(found.notes),
    )
    return read, tuple(found.told)


_RESULTS: Final = "SELECT record_id, standard, met FROM standard_results"


def _read(path: Path, people: Mapping[str, str], results: Mapping[tuple[str, str], bool], found: _Noticed) -> None:
    columns = {READINGS: reading_columns(), FINDINGS: finding_columns(), MISSED: missed_columns()}
    rows = [row for row in open_export(path).rows if row.sheet in columns]
    if not any(row.sheet == READINGS for row in rows):
        raise ExportError(
            f"{path} is not a workbook of readings: it has no sheet '{READINGS}' with rows. "
            "Name the ones that 'sbp forum sample' wrote and readers filled in."
        )
    for row in rows:
        missing = [name for name in columns[row.sheet] if name not in row.cells]
        if missing:
            raise ExportError(
                f"{path}, sheet '{row.sheet}': there is no column '{missing[0][:60]}'. Put the columns back as "
                "'sbp forum sample' wrote them."
            )
        reader, record = (short_text(row.cells[name]) for name in _WHO)
        said = {name for name in columns[row.sheet] if name not in _WHO and short_text(row.cells[name])}
        if row.sheet == MISSED and not said:
            continue
        if not reader or not record:
            where = f"{path.name}, {place(row.sheet, row.number)}"
            found.told.append(f"{where}: there is no reader or no record id; it is left out.")
        elif record not in people:
            found.told.append(
                f"{path.name}, {place(row.sheet, row.number)}: no record of this audit has this id; it is left out."
            )
        else:
            who = {"reader": reader, "record_id": record, "person_id": people[record]}
            _note(path, row, columns[row.sheet], who, results, found)


def _note(
    path: Path,
    row: Row,
    columns: Mapping[str, Target],
    who: dict[str, str],
    results: Mapping[tuple[str, str], bool],
    found: _Noticed,
) -> None:
    values: dict[str, Any] = dict(_values(path, row, columns, found.told))
    if row.sheet == MISSED:
        found.missed.append(Missed(**who, words=values["words"]))
    elif row.sheet == FINDINGS:
        if "fits" in values:
            found.judged.append(
                Judged(
                    **who,
                    rule=values.get("rule", ""),
                    field=values.get("field", ""),
                    start=int(values.get("start", 0)),
                    end=int(values.get("end", 0)),
                    fits=FITS.get(values["fits"]),
                )
            )
    else:
        answered = [question for question in questions() if question.id in values]
        for question in answered:
            tool = results.get((who["record_id"], question.standard)) if question.standard else None
            found.answers.append(Answer(**who, question=question.id, answer=values[question.id], tool=tool))
        about = {target.field for target in _NOTES.values()} & values.keys()
        if about or answered:
            note: dict[str, Any] = {**who, **{name: values[name] for name in about}}
            found.notes.append(Note(**note))


def _values(path: Path, row: Row, columns: Mapping[str, Target], told: list[str]) -> Iterator[tuple[str, Any]]:
    for name, target in columns.items():
        text = short_text(row.cells[name])
        if not text or name in _WHO:
            continue
        value = value_of(text, target, AS_RECORDS)
        if isinstance(value, Wrong):
            words = labels_of(target.codes).values() if target.codes else ()
            wanted = f" It should be one of: {'; '.join(words)}." if words else ""
            where = place(row.sheet, row.number, name if len(name) < 40 else f"{name[:36]}…")
            told.append(f"{path.name}, {where}: this cannot be read and is left out.{wanted}")
        else:
            yield target.field, date.fromisoformat(str(value)) if target.shape == "date" else value
