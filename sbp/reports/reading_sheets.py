"""Reading sheets: a workbook for each reader, and a form to print, as a page and as a Word file."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from sbp.codes import labels_of
from sbp.forum.names import counted, kind_name
from sbp.forum.readings.checklist import questions
from sbp.forum.readings.reading import (
    FINDINGS,
    MISSED,
    READINGS,
    finding_columns,
    missed_columns,
    reading_columns,
)
from sbp.forum.readings.sample import Drawn, Sample, SeenThere
from sbp.reports.forms import Form, add_form, add_text, workbook
from sbp.reports.forum_pages import write_page
from sbp.reports.word import Word
from sbp.reports.writing import write

PAGE: Final = "reading-sheet-internal.html"
WORD: Final = "reading-sheet-internal.docx"
EDITION: Final = "Internal: not for sharing."
LINES: Final = (
    "Read each record with the practitioner who wrote it, and fill in the sheet together: it is a conversation, and "
    "not a mark.",
    "First 'Readings', a row a record: yes, partly, no, or not applicable. Leave empty what was not looked at.",
    "Then 'Missed': words in the record you would have talked about, a row each, before you see what the tool found.",
    "Only then 'Findings': does what the tool saw fit this person and this record?",
    "Two people or more read the same records, apart from one another. 'sbp forum agreement' compares them.",
    "This workbook holds words from people's records. Keep it where the records may be kept, and delete it afterwards.",
)
COLUMNS: Final = {READINGS: reading_columns, MISSED: missed_columns, FINDINGS: finding_columns}
SENTENCES: Final = {
    READINGS: "A row a record: what you read, together with the practitioner.",
    MISSED: "Words you would have talked about, a row each. Fill this in before you look at 'Findings'.",
    FINDINGS: "What the tool saw. The last four columns say where it stands: leave them.",
}
MISSED_A_RECORD: Final = 3
PRINTED: Final = (
    LINES[0],
    "Circle an answer, and leave out what was not looked at. Two people or more read the same records, apart from one "
    "another; what they write goes into their workbooks, and 'sbp forum agreement' compares them.",
)
ANSWERS: Final = ("yes", "partly", "no", "n/a")
WHOLE: Final = (
    "Overall: " + " / ".join(reversed(labels_of("reading_grades").values())),
    "Strengths of practice",
    "Learning",
    "Actions, with owner and date",
    "Person’s feedback sought: yes / no",
)


def write_sample(folder: Path, sample: Sample, readers: Sequence[str]) -> tuple[Path, ...]:
    """Write a workbook for each reader and the form to print. Raises `OutputError`."""
    books = tuple(
        write_workbook(folder / f"readings-{reader}-internal.xlsx", sample, reader, empty_rows(sample, reader))
        for reader in readers
    )
    asked = {"questions": questions(), "groups": _groups(), "answers": ANSWERS, "whole": WHOLE}
    page = write_page(folder / PAGE, "reading", sample=sample, lines=PRINTED, **asked)
    return *books, page, write(folder / WORD, [_word(sample)])


def _groups() -> list[str]:
    return list(dict.fromkeys(question.group for question in questions()))


def empty_rows(sample: Sample, reader: str) -> dict[str, list[tuple[object, ...]]]:
    """The rows of a reader's workbook before they have read: what is asked about, and nothing said."""
    unread = (None,) * (len(reading_columns()) - 3)
    blank: tuple[object, ...] = (reader, None, None)
    return {
        READINGS: [(reader, one.record_id, what_it_is(one), *unread) for one in sample.drawn],
        MISSED: [blank] * MISSED_A_RECORD * len(sample.drawn),
        FINDINGS: [
            (reader, one.record_id, seen.title, seen.quote, seen.sentence, None, *_at(seen))
            for one in sample.drawn
            for seen in one.findings
        ],
    }


def write_workbook(path: Path, sample: Sample, reader: str, rows: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """Write the workbook of one reader with these rows, by sheet. Raises `OutputError`."""
    drawn = [f"{kind_name(kind, 2).capitalize()}: {some} of {all_}." for kind, some, all_ in sample.of]
    lines = (*LINES, f"{counted(len(sample.drawn), 'record').capitalize()} drawn with seed {sample.seed}.", *drawn)
    records = f"={READINGS}!$B$5:$B${4 + max(1, len(sample.drawn))}"
    with workbook(path, f"Records to read: reader {reader} (internal)") as book:
        add_text(book, "Read me", f"Records to read: reader {reader}", lines)
        for name, columns in COLUMNS.items():
            own = {"Record id": records} if name == MISSED else {}
            form = Form(
                name=name,
                title=name,
                sentence=SENTENCES[name],
                columns=columns(),
                helps={},
                rows=rows[name],
                spare=0,
                own=own,
            )
            add_form(book, form)
    return path


def what_it_is(one: Drawn) -> str:
    """A record as a reader knows it: its kind and its date."""
    return kind_name(one.kind) + _on(one.date)


def _at(seen: SeenThere) -> tuple[object, ...]:
    return seen.rule, seen.field, seen.start, seen.end


def _on(day: date | None) -> str:
    return f", {day:%d/%m/%Y}" if day else ""


def _word(sample: Sample) -> bytes:
    made = Word("Reading sheet", EDITION)
    for sentence in PRINTED:
        made.text(sentence)
    made.text("Record id: ____________    Reader: _________    Read on: _________    With the practitioner: yes / no")
    for group in _groups():
        made.heading(group)
        rows = [(str(one.number), one.ask, " / ".join(ANSWERS), "") for one in questions() if one.group == group]
        made.table(f"{group}: questions", ("No.", "Question", "Answer", "What shows it"), rows, (1.1, 8.1, 4.3, 3.5))
    made.heading("The record as a whole")
    made.table("To be filled in together", ("What", "Notes"), [(line, "") for line in WHOLE], (8, 9))
    made.heading("Records drawn", new_page=True)
    drawn = [(one.record_id, kind_name(one.kind), _on(one.date).strip(", ") or "no date") for one in sample.drawn]
    made.table("Records to read, by id", ("Record id", "What it is", "Date"), drawn, (5, 7, 5))
    return made.to_bytes()
