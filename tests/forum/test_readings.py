"""Records read by hand: drawn fairly and the same each time, read back whole, compared by known figures."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from browser import chromium, violations
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from kept import sample as kept_sample
from sat import sitting

from sbp import bundled
from sbp.cli.running import run
from sbp.errors import ExportError
from sbp.forum.keeping import FILE, erase_person
from sbp.forum.readings import trust
from sbp.forum.readings.agreeing import agreed
from sbp.forum.readings.checklist import questions
from sbp.forum.readings.keeping import keep_readings, kept_readings
from sbp.forum.readings.parts import Answer, Judged, Missed, Note, Readings
from sbp.forum.readings.reading import FINDINGS, MISSED, READINGS, read_sheets, reading_columns
from sbp.forum.readings.sample import draw, shares
from sbp.forum.sitting.keeping import keep_sitting, sittings
from sbp.reports.reading_sheets import empty_rows, write_workbook
from sbp.rules import load_rules
from sbp.store import opened

WORD = "Quetzalfeder"
COUNCIL = bundled.path("examples") / "council"


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kept_sample(tmp_path_factory.mktemp("audit"))


def test_the_checklist_has_every_question_of_the_field() -> None:
    assert [question.number for question in questions()] == list(range(1, 27))
    assert len({question.id for question in questions()}) == 26
    names = [target.field for target in reading_columns().values()]
    assert len(set(names)) == len(names)


def test_every_standard_a_question_names_is_there() -> None:
    known = {standard.id for standard in load_rules().standards}
    named = {question.standard for question in questions() if question.standard}
    assert named <= known
    assert len(named) >= 6


def test_the_same_seed_draws_the_same_records_and_another_does_not(audit: Path) -> None:
    with opened(audit) as store:
        first, again, other = (draw(store, 40, seed) for seed in (1, 1, 2))
    assert first == again
    assert {one.record_id for one in first.drawn} != {one.record_id for one in other.drawn}
    assert len(first.drawn) == 40
    assert [one.record_id for one in first.drawn] == sorted(one.record_id for one in first.drawn)


def test_each_kind_of_record_has_its_share_and_a_person_one_record(audit: Path) -> None:
    with opened(audit) as store:
        drawn = draw(store, 60, 5)
    assert {kind: some for kind, some, _ in drawn.of} == {"case_note": 20, "needs_assessment": 20, "review": 20}
    assert max(Counter(one.person_id for one in drawn.drawn).values()) == 1
    assert sum(all_ for _, _, all_ in drawn.of) == 360


def test_more_records_than_there_are_draws_all_of_them(audit: Path) -> None:
    with opened(audit) as store:
        assert len(draw(store, 10_000, 1).drawn) == 360


@given(
    st.dictionaries(st.tuples(st.text(max_size=3), st.text(max_size=3)), st.integers(1, 400), min_size=1, max_size=30),
    st.integers(0, 200),
)
def test_shares_add_up_and_are_fair(sizes: dict[tuple[str, str], int], places: int) -> None:
    places = min(places, sum(sizes.values()))
    given_ = shares(sizes, places, 1)
    assert sum(given_.values()) == places
    for part, size in sizes.items():
        assert abs(given_[part] - places * size / sum(sizes.values())) < 1
        assert given_[part] <= size


def filled(audit: Path, folder: Path, *, reader: str = "A", answer: str = "yes", **cells: Any) -> Path:
    """A reader's workbook with one answer everywhere, every finding judged, and one thing missed."""
    with opened(audit) as store:
        drawn = draw(store, 12, 3)
    rows = empty_rows(drawn, reader)
    asked = len(questions())
    rows[READINGS] = [(*row[:3], *(answer,) * asked, *row[3 + asked :]) for row in rows[READINGS]]
    rows[FINDINGS] = [(*row[:5], cells.get("fits", "it fits"), *row[6:]) for row in rows[FINDINGS]]
    rows[MISSED][0] = (reader, drawn.drawn[0].record_id, WORD)
    for name in (READINGS, FINDINGS, MISSED):
        rows[name] += cells.get(name, [])
    return write_workbook(folder / f"{reader}.xlsx", drawn, reader, rows)


def read(audit: Path, *paths: Path) -> tuple[Readings, tuple[str, ...]]:
    with opened(audit) as store:
        return read_sheets(paths, store)


def test_what_readers_wrote_is_read_back(audit: Path, tmp_path: Path) -> None:
    found, told = read(audit, filled(audit, tmp_path), filled(audit, tmp_path, reader="B", answer="no"))
    assert told == ()
    assert len(found.answers) == 2 * 12 * 26
    assert {one.answer for one in found.answers if one.reader == "B"} == {"no"}
    assert len(found.missed) == 2
    assert all(one.fits for one in found.judged)
    own = [one for one in found.answers if one.question == "own-words" and one.record_id.startswith("RE")]
    assert {one.tool for one in own} <= {True, False}
    assert {one.tool for one in found.answers if one.question == "impact"} == {None}


def test_readings_are_kept_and_a_newer_reading_takes_the_place_of_the_older(audit: Path, tmp_path: Path) -> None:
    first, _ = read(audit, filled(audit, tmp_path))
    again, _ = read(audit, filled(audit, tmp_path, answer="partly"))
    keep_sitting(tmp_path, sitting())
    for readings in (first, again):
        keep_readings(tmp_path, readings)
    kept = kept_readings(tmp_path)
    assert {one.answer for one in kept.answers} == {"partly"}
    assert Counter(kept.answers) == Counter(again.answers)
    assert Counter(kept.judged) == Counter(again.judged)
    assert len(sittings(tmp_path)) == 1


def test_a_person_who_is_erased_goes_from_readings_too(audit: Path, tmp_path: Path) -> None:
    found, _ = read(audit, filled(audit, tmp_path))
    keep_readings(tmp_path, found)
    assert WORD.encode() in (tmp_path / FILE).read_bytes()
    erase_person(tmp_path, found.missed[0].person_id)
    assert WORD.encode() not in (tmp_path / FILE).read_bytes()
    assert found.missed[0].person_id not in {one.person_id for one in kept_readings(tmp_path).answers}


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({READINGS: [("A", WORD, "x", *("yes",) * 26, *(None,) * 7)]}, "no record of this audit has this id"),
        ({MISSED: [("A", None, WORD)]}, "there is no reader or no record id"),
        (
            {READINGS: [("A", "RE-0001", "x", WORD, *("yes",) * 25, *(None,) * 7)]},
            "It should be one of: no; partly; yes",
        ),
        ({"fits": WORD}, "'Does it fit?': this cannot be read"),
    ],
)
def test_what_cannot_be_read_is_said_by_row_and_column(
    cells: dict[str, Any], said: str, audit: Path, tmp_path: Path
) -> None:
    _, told = read(audit, filled(audit, tmp_path, **cells))
    assert [sentence for sentence in told if said in sentence and "Row " in sentence]
    assert WORD not in " ".join(told)


def test_another_workbook_is_refused(audit: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="not a workbook of readings"):
        read(audit, COUNCIL / "sitting-2026-09-15.xlsx")


def answers(question: str, marks: dict[str, tuple[str, ...]], tool: tuple[bool, ...] = ()) -> tuple[Answer, ...]:
    return tuple(
        Answer(reader=reader, record_id=f"R{at}", person_id=f"P{at}", question=question, answer=given_,
               tool=tool[at] if tool else None)
        for reader, theirs in marks.items()
        for at, given_ in enumerate(theirs)
    )  # fmt: skip


def asked(found: Readings, question: str) -> Any:
    return next(one for one in agreed(found).asked if one.question.id == question)


def test_agreement_between_readers_is_what_can_be_worked_out_by_hand() -> None:
    marks = {"A": ("yes",) * 30 + ("no",) * 10, "B": ("yes",) * 28 + ("no",) * 12}
    between = asked(Readings(answers=answers("impact", marks)), "impact").between
    assert (between.records, between.readers) == (40, 2)
    assert between.agreed == pytest.approx(38 / 40)
    same = (58 * 57 + 22 * 21) / (80 * 79)
    assert between.alpha.value == pytest.approx(1 - (1 - 38 / 40) / (1 - same), abs=1e-9)


def test_undefined_is_said() -> None:
    between = asked(Readings(answers=answers("impact", {"A": ("yes",) * 40, "B": ("yes",) * 40})), "impact").between
    assert between.alpha.value is None
    assert "undefined" in between.alpha.unsaid


def test_not_applicable_is_no_answer() -> None:
    marks = {"A": ("yes", "not-applicable"), "B": ("yes", "no")}
    assert asked(Readings(answers=answers("impact", marks)), "impact").between.records == 1


def test_readers_together_are_compared_with_the_tool() -> None:
    marks = {"A": ("yes",) * 40, "B": ("partly",) * 20 + ("no",) * 20}
    tool = (True,) * 30 + (False,) * 10
    with_tool = asked(Readings(answers=answers("own-words", marks, tool)), "own-words").with_tool
    assert with_tool.agreed == pytest.approx(30 / 40)


def judged(*votes: tuple[str, bool | None]) -> tuple[Judged, ...]:
    return tuple(
        Judged(reader=reader, record_id="R1", person_id="P1", rule="a/b", field="/x", start=1, end=2, fits=fits)
        for reader, fits in votes
    )


@pytest.mark.parametrize(
    ("votes", "met"),
    [
        ((("A", True), ("B", True)), 1),
        ((("A", True), ("B", False)), 0),
        ((("A", True), ("B", None)), 1),
        ((("A", True), ("B", False), ("C", True)), 1),
    ],
)
def test_a_finding_fits_when_most_readers_say_so(votes: tuple[tuple[str, bool | None], ...], met: int) -> None:
    found = agreed(Readings(judged=judged(*votes)))
    assert (found.fits.met, found.fits.of) == (met, 1)


def test_what_both_readers_missed_is_one_miss() -> None:
    missed = tuple(Missed(reader=reader, record_id="R1", person_id="P1", words=WORD) for reader in "AB")
    found = agreed(Readings(judged=judged(("A", True)), missed=missed))
    assert (found.missed, found.found.met, found.found.of) == (1, 1, 2)


def marked(records: int, readers: str = "AB") -> Readings:
    ids = [f"R{number}" for number in range(records)]
    about = [{"reader": reader, "record_id": one, "person_id": "P"} for one in ids for reader in readers]
    return Readings(
        answers=tuple(Answer(**who, question="impact", answer="yes") for who in about),
        judged=tuple(Judged(**who, rule="a/b", field="/x", start=1, end=2, fits=True) for who in about),
        missed=(Missed(reader="A", record_id="R0", person_id="P", words=WORD),),
        notes=(Note(reader="A", record_id="R0", person_id="P", grade="good"),),
    )


@pytest.mark.parametrize(
    ("readings", "checked"), [(marked(49), 0), (marked(50, "A"), 0), (marked(50), 3), (Readings(), 0)]
)
def test_the_tool_is_not_checked_here_until_two_have_read_fifty(
    readings: Readings, checked: int, tmp_path: Path
) -> None:
    keep_readings(tmp_path, readings)
    told = trust(tmp_path)
    assert len(told) == checked
    if checked:
        assert told[0].startswith("Checked against 50 of your own records")
        assert "50 fit: 100%" in told[1]
        assert "one thing the tool had not" in told[2]


def test_a_folder_without_readings_is_not_checked(tmp_path: Path) -> None:
    assert trust(tmp_path) == ()


def test_the_commands_go_from_a_sample_to_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "audit"
    folder.mkdir()
    kept_sample(folder)
    assert run(["forum", "sample", str(folder), "--records", "12", "--seed", "3"]) == 0
    books = [Path(line) for line in capsys.readouterr().out.split() if "readings-" in line]
    assert [book.name for book in books] == ["readings-A-internal.xlsx", "readings-B-internal.xlsx"]
    assert run(["forum", "sample", str(folder)]) == 1
    assert "may be filled in" in capsys.readouterr().err
    assert run(["forum", "agreement", str(folder), *map(str, books)]) == 1
    assert "No reading is kept" in capsys.readouterr().err
    both = [filled(folder, tmp_path, reader=reader, answer=said) for reader, said in (("A", "yes"), ("B", "partly"))]
    assert run(["forum", "agreement", str(folder), *map(str, both)]) == 0
    said = capsys.readouterr()
    assert "Not yet checked against your records." in said.out
    assert "12 records read by two people, all of them by two or more." in said.err
    assert WORD not in said.out + said.err
    with chromium() as browser:
        page = browser.new_page()
        for name in ("agreement-internal.html", "reading-sheet-internal.html"):
            page.goto((folder / name).as_uri())
            assert violations(page) == []
    form = Document(str(folder / "reading-sheet-internal.docx"))
    cells = [cell.text for table in form.tables for row in table.rows for cell in row.cells]
    assert all(question.ask in cells for question in questions())
    assert run(["forum", "sample", str(folder), "--reader", "../x"]) == 2


def test_the_readers_of_the_example_have_read_fifty_two_records() -> None:
    from sbp.mapping.cells import short_text
    from sbp.readers import open_export

    for reader in ("A", "B"):
        rows = list(open_export(COUNCIL / f"readings-{reader}.xlsx").rows)
        assert {row.sheet for row in rows} >= {READINGS, MISSED, FINDINGS}
        assert {short_text(row.cells["Reader"]) for row in rows if row.sheet == READINGS} == {reader}
        assert sum(row.sheet == READINGS for row in rows) == 52
