"""The paper of a workshop: real headings, a table whose header repeats, no answers on the handout, the same bytes."""

from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn

from sbp.cli.running import run
from sbp.workshop.pack import load_pack


@pytest.fixture(scope="module")
def handout(one_hour: Path) -> Opened:
    return Document(str(one_hour / "handout.docx"))


@pytest.fixture(scope="module")
def notes(one_hour: Path) -> Opened:
    return Document(str(one_hour / "facilitator-notes.docx"))


def headings(paper: Opened, level: int) -> list[str]:
    return [one.text for one in paper.paragraphs if one.style and one.style.name == f"Heading {level}"]


def words(paper: Opened) -> str:
    return "\n".join(one.text for one in paper.paragraphs)


def test_steps_are_headings_on_both(handout: Opened, notes: Opened) -> None:
    steps = [f"{number}. {step.title}" for number, step in enumerate(load_pack("one-hour").steps, start=1)]
    assert headings(handout, 1) == steps
    assert headings(notes, 1)[:3] == ["Aims", "Bring", "Timings"]
    assert [one for one in headings(notes, 1) if one in steps] == steps
    assert headings(notes, 1)[-1] == "Rob: what no rewrite may lose"


def test_the_handout_holds_what_to_read_and_no_answers(handout: Opened) -> None:
    told = words(handout)
    assert "Mr Ellwood lacks insight into his limitations" in told
    assert "invented; not yet reviewed by people with lived experience" in told
    assert "Perhaps:" not in told
    assert "The law it serves" not in told
    assert "It marks the words underlined" not in told
    assert not [run for one in handout.paragraphs for run in one.runs if run.underline]


def test_the_notes_hold_timings_and_answers(notes: Opened) -> None:
    [timings] = notes.tables
    rows = [[cell.text for cell in row.cells] for row in timings.rows]
    assert rows[0] == ["From", "Step", "Minutes"]
    assert rows[-1] == ["0:55", "One sentence to take with you", "5"]
    assert timings.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    told = words(notes)
    for answer in (
        "Perhaps:",
        "The law it serves: Care Act 2014, section 9(4)(b)",
        "It passes over the words underlined",
    ):
        assert answer in told
    marked = [run.text for one in notes.paragraphs for run in one.runs if run.underline]
    assert {"lacks insight", "despite advice", "frequent flyer"} <= set(marked)


def test_papers_say_what_they_are(handout: Opened, notes: Opened) -> None:
    assert handout.core_properties.title == "Whose words are these?"
    assert notes.core_properties.title == "Notes for the facilitator: Whose words are these?"
    for paper in (handout, notes):
        assert paper.core_properties.language == "en-GB"
        assert paper.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val") == ["en-GB"]


def test_the_same_pack_gives_the_same_bytes(one_hour: Path, tmp_path: Path) -> None:
    assert run(["workshop", "build", "one-hour", "-o", str(tmp_path)]) == 0
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in one_hour.iterdir()}
    assert made.keys() == {"workshop.html", "handout.docx", "facilitator-notes.docx"}
