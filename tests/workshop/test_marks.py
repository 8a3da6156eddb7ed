"""Marks of a room: the sheet goes out, comes back, and shows where people differ and why ten is too few."""

import csv
import re
from pathlib import Path

import numpy as np
import pytest
from python_calamine import CalamineWorkbook

from sbp.cli.running import run
from sbp.errors import WorkshopError
from sbp.stats.indices import alpha, nominal
from sbp.workshop.marks import answered, read_marks
from sbp.workshop.pack import load_pack, ready_packs
from sbp.workshop.ten import Reading, load_reading

TEN = ready_packs()["forum-calibration"].parent / "records" / "ten.yaml"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return load_reading(TEN)


def sheet(path: Path, marks: dict[tuple[str, str], tuple[str, str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["reader", "Record", "voice", "wants", "change"])
        writer.writerows((reader, record, *three) for (reader, record), three in marks.items())
    return path


def test_ten_records_are_read_for_three_questions(reading: Reading) -> None:
    assert len(reading.records) == 10
    assert len(reading.questions) == 3
    pack = load_pack("forum-calibration")
    assert [step.records for step in pack.steps if step.records] == ["records/ten.yaml"]


def test_the_sheet_that_goes_out_can_be_filled_in_and_read_back(calibration: Path, reading: Reading) -> None:
    book = CalamineWorkbook.from_path(str(calibration / "marks.xlsx"))
    rows = book.get_sheet_by_name("Marks").to_python()
    [at] = [number for number, row in enumerate(rows) if row[:2] == ["Reader", "Record"]]
    assert rows[at][2:5] == [question.question for question in reading.questions]
    assert rows[at + 1][:2] == ["Reader 1", "r01"]
    assert len(rows) - at - 1 == 120
    with pytest.raises(WorkshopError, match="No mark could be used"):
        read_marks([calibration / "marks.xlsx"], reading)


def test_readers_who_differ_are_shown_and_alpha_is_left_unsaid(tmp_path: Path, reading: Reading) -> None:
    marks = {
        (reader, record.id): ("yes" if record.id != "r05" or number % 2 else "no", "Y", "not sure")
        for number, reader in enumerate(("Ann", "Ben", "Cam", "Dee"))
        for record in reading.records
    }
    voice, wants, _ = answered(read_marks([sheet(tmp_path / "marks.csv", marks)], reading), reading)
    assert voice.divided[0].record == "r05"
    assert voice.divided[0].counts == (("yes", 2), ("no", 2), ("not sure", 0))
    assert voice.divided[0].same == pytest.approx(1 / 3)
    assert [one.same for one in voice.divided[1:]] == [1.0] * 9
    assert voice.agreement.agreed == pytest.approx((9 + 1 / 3) / 10)
    assert voice.agreement.alpha.value is None
    assert "fewer than 30 records" in voice.agreement.alpha.unsaid
    assert wants.agreement.agreed == 1.0


def test_the_command_says_it_in_the_room(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = sheet(tmp_path / "ann.csv", {("Ann", "R01"): ("yes", "no", "maybe"), ("Ann", "r99"): ("yes", "yes", "yes")})
    two = sheet(tmp_path / "ben.csv", {("Ben", "r01"): ("no", "no", "yes")})
    assert run(["workshop", "agreement", "forum-calibration", str(one), str(two)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Two readers, 10 records.\n")
    assert "Left aside: 1 rows whose record is not one of those read." in printed
    assert "Left aside: 1 marks that are not one of: yes, no, not sure." in printed
    assert "0%  r01  Pauline: yes 1, no 1, not sure 0" in printed
    assert "Krippendorff’s alpha is left unsaid: fewer than 30 records" in printed
    assert "No record was marked by two or more readers." in printed
    assert re.search(r"The tool, one more reader and not the judge, marks words in: .*r08", printed)


def test_marks_without_the_columns_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "m.csv").write_text("who,record\nAnn,r01\n", encoding="utf-8")
    assert run(["workshop", "agreement", "forum-calibration", str(tmp_path / "m.csv")]) == 1
    assert "has no column 'reader'. It should have: reader, record, voice" in capsys.readouterr().err


def test_a_pack_without_records_has_nothing_to_agree_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "m.csv").write_text("reader,record\nAnn,r01\n", encoding="utf-8")
    assert run(["workshop", "agreement", "one-hour", str(tmp_path / "m.csv")]) == 1
    assert "has no step in which records are read together" in capsys.readouterr().err


def test_ten_records_move_alpha_as_far_as_the_how_to_says() -> None:
    draws = np.random.default_rng(8)
    spread = {}
    for records in (10, 50):
        truth = draws.random((1000, records, 1)) < 0.5
        yes = (truth == (draws.random((1000, records, 6)) < 0.887)).sum(axis=2)
        found = [
            alpha(np.stack([6 - row, row], axis=1).astype(float), np.ones((1, records)), nominal)[0] for row in yes
        ]
        spread[records] = np.nanquantile(found, [0.025, 0.5, 0.975])
    assert spread[10] == pytest.approx([0.3, 0.6, 0.8], abs=0.05)
    assert spread[50] == pytest.approx([0.5, 0.6, 0.7], abs=0.05)
