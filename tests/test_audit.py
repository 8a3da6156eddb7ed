"""The whole road: an export in, a report out, and one clear sentence when that cannot be."""

import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kept import RULES

from sbp.audit import AuditResult, audit
from sbp.cli.running import run
from sbp.errors import ExportError, MappingError, OutputError
from sbp.reports import REPORT, WRITERS, write_reports
from sbp.rules import load_rules
from sbp.store import FILE, one, opened

CANARY = "Quetzalfeder"
MAPPING = """\
layout: wide
record: case_note
columns: {id: Note, person.id: Person, completed_on: Date, team: Team}
answers:
  Text: sections
"""
NOTES = [
    ("N1", "P1", "03/02/2026", "East", "She suffers-from arthritis and bakes on Fridays."),
    ("N2", "P2", "04/03/2026", "East", f"He refuses his {CANARY}."),
    ("N3", "P1", "31/13/2026", "North", "Out with her sister."),
    ("", "P3", "05/03/2026", "North", f"No id, but a {CANARY}."),
    ("N5", "P4", "", "", "Asked for a package."),
]


def export(folder: Path, rows: list[tuple[str, ...]] = NOTES) -> tuple[Path, Path]:
    """An export and its mapping."""
    lines = [",".join(row) for row in (("Note", "Person", "Date", "Team", "Text"), *rows)]
    file, mapping = folder / "notes.csv", folder / "notes.yaml"
    file.write_text("\n".join(lines), encoding="utf-8")
    mapping.write_text(MAPPING, encoding="utf-8")
    return file, mapping


def audited(folder: Path, out: str = "out", **other: Any) -> AuditResult:
    file, mapping = export(folder)
    return audit(file, folder / out, mapping=mapping, rules=RULES, **other)


def test_every_row_is_used_or_set_aside(tmp_path: Path) -> None:
    result = audited(tmp_path)
    assert (result.read, result.used, sum(result.set_aside.values())) == (5, 4, 1)
    assert (result.records, result.people) == (4, 3)
    with opened(tmp_path / "out") as store:
        assert one(store, "SELECT count(*) FROM records") == 4
        assert one(store, "SELECT count(*) FROM set_aside") == 1
        assert one(store, "SELECT count(*) FROM findings WHERE rule = 'language/refuses'") == 1
        assert one(store, "SELECT value FROM run WHERE name = 'rows_read'") == "5"


def test_dates_that_could_not_be_read_are_told_with_what_to_do(tmp_path: Path) -> None:
    [sentence] = audited(tmp_path).assumed
    assert sentence == (
        "1 date in 'Date' could not be read (first: notes.csv, row 4). "
        "Wanted is a day, a month and a year of four digits, such as 31/03/2026."
    )


def test_dates_that_would_be_dates_in_another_order_are_told_with_that_order(tmp_path: Path) -> None:
    file, mapping = export(tmp_path, [("N1", "P1", "12/31/2026", "East", "She bakes on Fridays."), *NOTES[1:2]])
    [sentence] = audit(file, tmp_path / "out", mapping=mapping, rules=RULES).assumed
    assert sentence == (
        "1 date in 'Date' could not be read day first (first: notes.csv, row 2). "
        "If the whole export writes the month first, say 'dates: month-first' in the mapping."
    )


def test_a_report_is_made_of_a_single_assessment_of_which_no_number_may_be_shared(tmp_path: Path) -> None:
    file, mapping = export(tmp_path, NOTES[:1])
    mapping.write_text(MAPPING.replace("case_note", "needs_assessment"), encoding="utf-8")
    audit(file, tmp_path / "out", mapping=mapping, rules=RULES)
    write_reports(tmp_path / "out")
    for report in (REPORT, "report-shareable.html"):
        text = (tmp_path / "out" / report).read_text(encoding="utf-8")
        assert 'id="demand-flow"' in text
        assert ('id="demand-flow-chart-title"' in text) == (report == REPORT)


def test_a_report_of_the_run_can_be_made_without_the_export(tmp_path: Path) -> None:
    audited(tmp_path)
    (tmp_path / "notes.csv").unlink()
    files = write_reports(tmp_path / "out")
    assert {path.name for path in files} == set(WRITERS)
    assert "Four records of three people" in (tmp_path / "out" / REPORT).read_text(encoding="utf-8")


def test_the_same_export_gives_the_same_bytes(tmp_path: Path) -> None:
    audited(tmp_path, "one")
    audited(tmp_path, "two")
    for path in write_reports(tmp_path / "one"):
        write_reports(tmp_path / "two")
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_the_report_is_as_at_the_last_date_of_the_export(tmp_path: Path) -> None:
    assert audited(tmp_path).as_at == "2026-03-04"
    assert audited(tmp_path, as_at=date(2026, 5, 1)).as_at == "2026-05-01"


@pytest.mark.parametrize(("beyond", "last"), [("01/12/2026", "2026-12-01"), ("01/12/2062", "2026-04-10")])
def test_a_slip_of_the_pen_is_not_the_last_day(tmp_path: Path, beyond: str, last: str) -> None:
    usual = [(f"N{number}", f"P{number}", f"{number % 28 + 1:02}/03/2026", "East", "Out.") for number in range(150)]
    rows = [*usual, ("X0", "X0", "10/04/2026", "East", "Out."), ("X1", "X1", beyond, "East", "Out.")]
    file, mapping = export(tmp_path, rows)
    assert audit(file, tmp_path / "out", mapping=mapping, rules=RULES).as_at == last


def test_lateness_is_judged_against_the_last_day_of_the_export(tmp_path: Path) -> None:
    file, mapping = tmp_path / "plans.csv", tmp_path / "plans.yaml"
    file.write_text(
        "Id,Person,Form,Date,Due,Text\nA,P1,Plan,03/02/2025,03/02/2026,To bake.\nB,P2,Plan,01/03/2026,,To sing.\n"
    )
    mapping.write_text(
        "layout: wide\ncolumns: {id: Id, person.id: Person, kind: Form, completed_on: Date}\n"
        "kinds: {Plan: care_and_support_plan, Review: review}\n"
        "answers: {Text: sections, Due: review_due}\n"
    )
    late = "SELECT string_agg(record_id, ',') FROM findings WHERE category = 'duty.review-overdue' AND level = 'query'"
    for day, found in ((None, "A"), (date(2026, 1, 1), None)):
        audit(file, tmp_path / "out", mapping=mapping, rules=load_rules(), as_at=day)
        with opened(tmp_path / "out") as store:
            assert one(store, late) == found


def test_nothing_but_the_outputs_is_left_in_the_folder(tmp_path: Path) -> None:
    audited(tmp_path)
    assert [path.name for path in (tmp_path / "out").iterdir()] == [FILE]


def test_without_text_no_word_reaches_any_output(tmp_path: Path) -> None:
    audited(tmp_path, keep_text=False)
    for path in (*write_reports(tmp_path / "out"), tmp_path / "out" / FILE):
        assert CANARY.encode() not in path.read_bytes(), path.name


def test_progress_ends_with_every_row_dealt_with(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    audited(tmp_path, progress=lambda dealt, read: seen.append((dealt, read)))
    assert seen[-1] == (5, 5)
    assert seen == sorted(seen)


def test_a_run_that_cannot_be_done_leaves_the_last_one_standing(tmp_path: Path) -> None:
    audited(tmp_path)
    before = (tmp_path / "out" / FILE).read_bytes()
    with pytest.raises(ExportError):
        audit(tmp_path / "gone.csv", tmp_path / "out", mapping=tmp_path / "notes.yaml", rules=RULES)
    assert (tmp_path / "out" / FILE).read_bytes() == before


def test_an_export_that_cannot_be_guessed_needs_a_mapping(tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_text(f"A,B,C\n1,2,{CANARY}\n", encoding="utf-8")
    with pytest.raises(MappingError, match="--mapping") as caught:
        audit(file, tmp_path / "out", rules=RULES)
    assert CANARY not in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_without_a_mapping_one_is_drafted_and_what_it_takes_for_what_is_said(tmp_path: Path) -> None:
    file, _ = export(tmp_path)
    result = audit(file, tmp_path / "out", rules=RULES)
    with_one = audited(tmp_path, "other")
    assert (result.read, result.used, result.findings) == (with_one.read, with_one.used, with_one.findings)
    assert any("'Person' for person.id" in sentence for sentence in result.assumed)
    with opened(tmp_path / "out") as store:
        assert one(store, "SELECT count(*) FROM notes WHERE sentence LIKE 'No mapping was given%'") == 1


def test_a_folder_is_audited_as_one_export(tmp_path: Path) -> None:
    file, mapping = export(tmp_path)
    folder = tmp_path / "folder"
    folder.mkdir()
    file.rename(folder / "notes.csv")
    (folder / "broken.xlsx").write_bytes(b"no workbook")
    result = audit(folder, tmp_path / "out", mapping=mapping, rules=RULES)
    assert (result.read, result.used) == (6, 4)
    assert any("something else" in sentence for sentence in result.set_aside)


def test_a_folder_that_is_a_file_is_refused_before_work_begins(tmp_path: Path) -> None:
    file, mapping = export(tmp_path)
    with pytest.raises(OutputError, match="is a file"):
        audit(file, file, mapping=mapping, rules=RULES)


@pytest.mark.parametrize("people", [1, 499, 500, 501, 1100])
def test_every_person_is_in_exactly_one_batch(tmp_path: Path, people: int) -> None:
    rows = [(f"N{at}", f"P{at}", "01/02/2026", "East", "Likes tea.") for at in range(people)]
    random.Random(4).shuffle(rows)
    file, mapping = export(tmp_path, rows)
    audit(file, tmp_path / "out", mapping=mapping, rules=RULES)
    with opened(tmp_path / "out") as store:
        assert one(store, "SELECT sum(people) FROM batches") == people
        assert one(store, "SELECT count(*) FROM batches") == -(-people // 500)


def command(folder: Path, *more: str) -> int:
    file, mapping = export(folder)
    return run(["audit", str(file), "-o", str(folder / "out"), "--mapping", str(mapping), *more])


def test_the_command_says_what_it_did_and_where_the_report_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(tmp_path) == 0
    said = capsys.readouterr()
    assert said.out == f"{tmp_path / 'out' / REPORT}\n"
    assert "Read 5 rows: 4 used, 1 set aside." in said.err
    assert "Built 4 records of 3 people." in said.err
    assert CANARY not in said.err
    assert {path.name for path in (tmp_path / "out").iterdir()} == {FILE, *WRITERS}


def test_the_command_answers_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(tmp_path, "--format", "json") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["read"], said["used"], said["set_aside"], said["records"]) == (5, 4, 1, 4)
    assert all(Path(path).is_file() for path in said["files"])
    assert CANARY not in json.dumps(said)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["audit", "gone.csv", "-o", "out", "--mapping", "gone.yaml"], 1),
        (["audit", "gone.csv"], 2),
        (["audit", "gone.csv", "-o", "out", "--as-at", "31/13/2026"], 2),
        (["report", "nowhere"], 1),
        (["erase", "nowhere", "P1"], 1),
        (["erase", "nowhere"], 2),
    ],
)
def test_what_cannot_be_done_is_one_and_what_was_wrongly_asked_is_two(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err
    assert "Traceback" not in said.err


def test_the_number_of_processes_and_going_on_can_be_asked_for(tmp_path: Path) -> None:
    assert command(tmp_path, "--jobs", "2", "--resume") == 0
    assert command(tmp_path, "--jobs", "0") == 2


def test_findings_at_the_level_asked_for_give_exit_code_three(tmp_path: Path) -> None:
    assert command(tmp_path, "--fail-on", "note") == 3
    assert command(tmp_path, "--fail-on", "error") == 0


def test_erasing_a_person_writes_the_report_without_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(tmp_path) == 0
    out = tmp_path / "out"
    assert any(CANARY.encode() in path.read_bytes() for path in out.iterdir())
    assert run(["erase", str(out), "P2"]) == 0
    assert not [path.name for path in out.iterdir() if CANARY.encode() in path.read_bytes()]
    said = capsys.readouterr()
    assert "one person" in said.err
    assert "P2" not in said.err
    assert run(["report", str(out)]) == 0
