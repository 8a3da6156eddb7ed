"""Tables and lists beside the report: complete, safe to open, the same each time."""

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kept import made, sample

from sbp.errors import OutputError, StoreError
from sbp.findings import Checked, Fact, Finding
from sbp.reports import WRITERS, write_reports
from sbp.reports.tables import safe
from sbp.store import FILE, insert, opened


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = sample(tmp_path_factory.mktemp("store"))
    write_reports(made)
    return made


def test_every_writer_writes_its_file_and_leaves_nothing_half_done(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {FILE, *WRITERS}


def test_two_runs_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    for path in write_reports(sample(tmp_path)):
        assert path.read_bytes() == (folder / path.name).read_bytes(), path.name


def test_every_finding_is_a_line_in_the_shape_of_a_finding(folder: Path) -> None:
    lines = [json.loads(line) for line in (folder / "findings.jsonl").read_text(encoding="utf-8").splitlines()]
    with opened(folder) as store:
        assert len(lines) == store.execute("SELECT count(*) FROM findings").fetchall()[0][0]
    from sbp.findings import Place

    shape = Finding(rule="r", category="c", level="note", message="m", place=Place(record_id="R")).to_dict()
    assert {tuple(line) for line in lines} == {tuple(shape)}
    assert lines == sorted(lines, key=lambda line: (line["record_id"], line["field"], line["start"], line["end"]))


def test_without_text_findings_keep_the_words_of_the_rule(tmp_path: Path) -> None:
    write_reports(sample(tmp_path, 5, keep_text=False))
    for line in (tmp_path / "findings.jsonl").read_text(encoding="utf-8").splitlines():
        finding = json.loads(line)
        assert finding["quote"] == ""
        assert finding["message"]
        assert len(finding["instead"]) == 2
        assert finding["ask"].endswith("?")


def test_the_table_of_records_adds_up_to_the_figures_of_the_report(folder: Path) -> None:
    table = rows(folder / "records-internal.csv")
    assert len(table) == 360
    said = [row["Standard: The person speaks in the record"] for row in table]
    assert (said.count("met"), said.count("not yet met"), said.count("not read")) == (165, 75, 120)
    assert {row["Standard: Advocacy is considered"] for row in table} == {"not read"}


def test_every_row_set_aside_is_listed(folder: Path) -> None:
    aside = rows(folder / "set-aside.csv")
    assert [row["Row"] for row in aside] == [*map(str, range(7, 19)), "42", "49"]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(cell: str, tmp_path: Path) -> None:
    facts = tuple(Fact(record_id=cell, name=name, value=cell) for name in ("kind", "team"))
    folder = made(tmp_path, (cell, Checked(facts=facts)))
    write_reports(folder)
    [row] = rows(folder / "records-internal.csv")
    assert {row["Record"], row["Person"], row["Team"], row["Kind"]} == {f"'{cell}"}


@given(st.text() | st.integers())
def test_a_safe_cell_never_begins_as_a_formula_does(value: str | int) -> None:
    made = safe(value)
    assert not (isinstance(made, str) and made[:1] in ("=", "+", "-", "@", "\t", "\r"))
    assert str(made).endswith(str(value))


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    sample(tmp_path, 3)
    (tmp_path / "report-internal.html").mkdir()
    with pytest.raises(OutputError, match=r"report-internal\.html cannot be written"):
        write_reports(tmp_path)
    assert not list(tmp_path.glob("*.part"))


def test_a_report_of_nothing_asks_for_an_audit(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="sbp audit"):
        write_reports(tmp_path)


def test_a_reason_with_a_comma_and_a_line_break_is_one_cell(tmp_path: Path) -> None:
    import duckdb

    sample(tmp_path, 2)
    with duckdb.connect(str(tmp_path / FILE)) as store:
        insert(store, "set_aside", [("a, b.csv", "Sheet\n1", 3, None, 'says "no", twice')])
    write_reports(tmp_path)
    assert {
        "File": "a, b.csv",
        "Sheet": "Sheet\n1",
        "Row": "3",
        "Column": "",
        "Why it was set aside": 'says "no", twice',
    } in rows(tmp_path / "set-aside.csv")
