"""The Forum's store outlives audits, takes a sitting anew, lets a person go, and says plainly what is wrong with it."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import jsonschema
import pytest
from browser import chromium, violations
from kept import sample
from reports.checked_workbook import broken_rules
from sat import AMENDED, NOT_AGREED, book, changed, sitting, without_rows

from sbp import bundled
from sbp.cli.running import run
from sbp.errors import StoreError
from sbp.forum.keeping import FILE, TABLES, erase_person, opened_forum
from sbp.forum.sitting import Action
from sbp.forum.sitting.following import coming_back, is_overdue, open_actions, prepared
from sbp.forum.sitting.keeping import keep_sitting, sittings
from sbp.forum.sitting.log import decision_log
from sbp.forum.sitting.reading import Unread, read_sitting
from sbp.reports.decision_log import DATA, PAGE, WORKBOOK, write_log

WORD = "Quetzalfeder"


def test_a_sitting_that_is_kept_is_the_one_that_was_read(tmp_path: Path) -> None:
    read = read_sitting(book(tmp_path))
    keep_sitting(tmp_path, read.sitting, read.unread)
    assert sittings(tmp_path) == (read.sitting,)
    assert without_rows(sittings(tmp_path)[0]) == sitting()


def test_the_newest_reading_of_a_sitting_counts_and_others_stay(tmp_path: Path) -> None:
    other = sitting(id="2026-06-16", held_on=date(2026, 6, 16))
    for sat in (sitting(), other, sitting(decisions=(AMENDED,))):
        keep_sitting(tmp_path, sat, (Unread("Cases", 5, "Asked", "C1", WORD),))
    assert [sat.id for sat in sittings(tmp_path)] == ["2026-06-16", "2026-09-15"]
    assert sittings(tmp_path)[1].decisions == (AMENDED,)
    with opened_forum(tmp_path) as store:
        assert store.execute("SELECT count(*) FROM unread").fetchall() == [(2,)]


def test_an_audit_in_the_same_folder_leaves_decisions_alone(tmp_path: Path) -> None:
    keep_sitting(tmp_path, sitting())
    before = (tmp_path / FILE).read_bytes()
    sample(tmp_path, 5)
    assert (tmp_path / FILE).read_bytes() == before


def test_a_folder_without_sittings_has_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sittings(tmp_path) == ()
    assert run(["forum", "log", str(tmp_path)]) == 1
    assert "No sitting is kept" in capsys.readouterr().err


def test_a_person_who_was_erased_is_gone_from_the_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep_sitting(tmp_path, changed(sitting(), "Cases", 0, asked=WORD), (Unread("Options", 5, "x", "C1", WORD),))
    assert run(["erase", str(tmp_path), "P1"]) == 0
    assert "one person" not in capsys.readouterr().out
    assert WORD.encode() not in (tmp_path / FILE).read_bytes()
    [left] = sittings(tmp_path)
    assert {case.case_id for case in left.submissions} == {"C2", "C3"}
    assert {decision.case_id for decision in left.decisions} == {"C2", "C3"}
    assert left.attendance == sitting().attendance
    assert erase_person(tmp_path, "P1") == 0
    assert run(["erase", str(tmp_path), "P1"]) == 1


def test_somebody_who_is_in_the_audit_and_the_forum_goes_from_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample(tmp_path, 5)
    keep_sitting(tmp_path, changed(sitting(), "Cases", 0, person_id="P0003"))
    assert run(["erase", str(tmp_path), "P0003"]) == 0
    said = capsys.readouterr().err
    assert "Forum's store: 1 case." in said
    assert "Taken out: 3 records of one person." in said


def test_a_store_that_another_program_has_open_is_said_to_be_open(tmp_path: Path) -> None:
    keep_sitting(tmp_path, sitting())
    path = str(tmp_path / FILE)
    code = f"import duckdb, sys; held = duckdb.connect({path!r}); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=-1, stdout=-1, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        for use in (lambda: sittings(tmp_path), lambda: keep_sitting(tmp_path, sitting())):
            with pytest.raises(StoreError, match="is open in another program"):
                use()
        other.communicate("")


def test_a_damaged_store_says_that_the_workbooks_still_hold_everything(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database " * 1000)
    with pytest.raises(StoreError, match="'sbp forum decide' again"):
        sittings(tmp_path)


def test_a_store_of_a_newer_version_asks_for_an_upgrade(tmp_path: Path) -> None:
    keep_sitting(tmp_path, sitting())
    with duckdb.connect(str(tmp_path / FILE)) as store:
        store.execute("UPDATE about SET value = '99'")
    with pytest.raises(StoreError, match="newer sbp"):
        keep_sitting(tmp_path, sitting())


def test_somebody_elses_database_is_not_a_store(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / FILE)) as other:
        other.execute("CREATE TABLE people (id INTEGER)")
    with pytest.raises(StoreError, match="not one that 'sbp forum' made"):
        sittings(tmp_path)


NEXT = date(2026, 10, 13)


def test_what_is_not_done_and_what_was_put_off_comes_along(tmp_path: Path) -> None:
    keep_sitting(tmp_path, changed(sitting(), "Actions", 0, done_on=date(2026, 9, 20)))
    to_come = prepared(tmp_path, NEXT, "", ())
    assert [action.action_id for action in to_come.actions] == ["2026-09-15/2", "2026-09-15/3"]
    assert [case.case_id for case in to_come.submissions] == ["C2"]
    assert to_come.submissions[0].submitted_on == date(2026, 9, 2)


def test_an_action_done_at_a_later_sitting_is_done(tmp_path: Path) -> None:
    keep_sitting(tmp_path, sitting())
    done = Action(action_id="2026-09-15/2", case_id="C2", action="Ring him.", done_on=date(2026, 10, 1))
    later = sitting(id="2026-10-13", held_on=NEXT, submissions=(), decisions=(), actions=(done,))
    keep_sitting(tmp_path, later)
    assert [action.action_id for action in open_actions(sittings(tmp_path))] == ["2026-09-15/1", "2026-09-15/3"]


def test_a_case_that_was_decided_after_all_does_not_come_back() -> None:
    later = sitting(
        id="2026-10-13", held_on=NEXT, decisions=(changed(sitting(), "Decisions", 0, case_id="C2")).decisions[:1]
    )
    assert [case.case_id for case in coming_back([sitting()], NEXT)] == ["C2"]
    assert coming_back([sitting(), later], NEXT) == ()


def test_what_was_agreed_for_the_time_being_comes_back_when_the_time_is_over() -> None:
    until = changed(sitting(), "Decisions", 0, decision="agreed-interim", until=NEXT)
    assert [case.case_id for case in coming_back([until], date(2026, 10, 12))] == ["C2"]
    assert [case.case_id for case in coming_back([until], NEXT)] == ["C1", "C2"]


def test_a_workbook_that_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "there.xlsx").mkdir()
    out = str(tmp_path / "there.xlsx")
    assert run(["forum", "sheet", str(tmp_path), "--on", "2026-10-13", "-o", out, "--force"]) == 1
    assert "Close it if it is open" in capsys.readouterr().err


def test_an_action_is_overdue_the_day_after_it_was_due() -> None:
    [action, *_] = sitting().actions
    assert not is_overdue(action, date(2026, 9, 21))
    assert is_overdue(action, date(2026, 9, 22))
    assert not is_overdue(action, None)


def test_the_workbook_of_a_sitting_to_come_finds_its_records(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample(tmp_path, 5)
    keep_sitting(tmp_path, sitting())
    command = ["forum", "sheet", str(tmp_path), "--on", "2026-10-13", "--record", "NE-0002", "--record", "NE-9999"]
    assert run(command) == 0
    said = capsys.readouterr()
    path = Path(said.out.strip())
    assert "1 of the records are not in the audit" in said.err
    found = read_sitting(path).sitting
    assert [(case.case_id, case.person_id) for case in found.submissions] == [
        ("C2", "P2"),
        ("2026-10-13/2", "P0002"),
        ("2026-10-13/3", ""),
    ]
    assert found.decisions == ()
    assert run(command) == 1
    assert "may be filled in" in capsys.readouterr().err


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("log")
    sat = changed(sitting(), "Decisions", 2, conditions="", reasons=f"<script>{WORD}</script>")
    write_log(folder, decision_log((sat,), date(2026, 9, 23)), (sat,))
    return folder


def test_the_log_says_what_is_overdue_and_who_is_not_told(logged: Path) -> None:
    found = decision_log((sitting(),), date(2026, 9, 23))
    assert (found.overdue, found.not_told) == (2, ("C2",))
    text = (logged / PAGE).read_text(encoding="utf-8")
    assert text.count("(overdue)") == 2
    assert f"&lt;script&gt;{WORD}" in text
    assert "internal: not for sharing" in text.splitlines()[0]
    assert NOT_AGREED.how_each_need_met in text


def test_the_log_as_data_fits_its_schema(logged: Path) -> None:
    schema = json.loads((bundled.path("schemas") / "sitting.schema.json").read_text(encoding="utf-8"))
    sittings = json.loads((logged / DATA).read_text(encoding="utf-8"))
    assert sittings
    for data in sittings:
        jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(data)


def test_the_log_as_a_workbook_keeps_the_rules(logged: Path) -> None:
    assert broken_rules((logged / WORKBOOK).read_bytes()) == []


def test_the_log_page_is_accessible(logged: Path) -> None:
    with chromium() as browser:
        page = browser.new_page()
        page.goto((logged / PAGE).as_uri())
        assert violations(page) == []


def test_every_table_of_a_case_or_a_person_can_be_erased_from() -> None:
    apart = {"about", "sittings", "attendance", "lessons"}
    assert {name for name, columns in TABLES.items() if not {"case_id", "person_id"} & set(columns)} == apart
