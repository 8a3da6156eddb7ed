"""Workbooks keep the rules of the Government Analysis Function, and say what was put in."""

import zipfile
from io import BytesIO

import pytest
from checked_workbook import broken_rules, cells, sheets

from sbp.forum.figures import Figure
from sbp.forum.tables import Count, Table, measure
from sbp.reports.workbook import Sheet, sheet_of, workbook

SHEET = Sheet(
    name="Requests: by month",
    title="Requests by month",
    headings=("Month", "Requests", "Requests"),
    rows=(("January 2026", 1200, None), ("=1+1", 4.5, "[c]")),
)


def made(*sheets: Sheet) -> bytes:
    return workbook(sheets, title="Consistency report", about=("Internal: not for sharing.",), made_on="2026-10-31")


def held(data: bytes, name: str) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(data)) as book:
        return cells(book, sheets(book)[name])


def test_a_workbook_keeps_every_rule() -> None:
    assert broken_rules(made(SHEET, SHEET, Sheet(name="", title="Nothing", headings=("A",), rows=()))) == []


def test_the_same_values_give_the_same_bytes() -> None:
    assert made(SHEET) == made(SHEET)


def test_cells_hold_numbers_reasons_and_no_formula() -> None:
    found = held(made(SHEET), "Requests  by month")
    assert (found["B4"], found["C4"]) == ("1200", "[x]")
    assert (found["A5"], found["B5"], found["C5"]) == ("'=1+1", "4.5", "[c]")
    assert [found[cell] for cell in ("A3", "B3", "C3")] == ["Month", "Requests", "Requests (2)"]


def test_a_table_of_the_report_becomes_a_sheet() -> None:
    table = Table(
        id="by-team", caption="Own words, by team", first="Team", columns=("Met", "Days", "Records"),
        rows=(
            ("East", (Figure(met=6, of=24), measure(12.4, 24, unit="days"), Count(value=24))),
            ("West", (Figure(met=0, of=3, unsaid="fewer than 10 records"), measure(3, 3), Count(value=None))),
        ),
    )  # fmt: skip
    sheet = sheet_of(table)
    assert sheet.headings == ("Team", "Met: met", "Met: of", "Met: per cent", "Days", "Records")
    assert sheet.rows == (("East", 6, 24, 25, 12, 24), ("West", "[x]", 3, "[x]", "[x]", "[c]"))
    assert broken_rules(made(sheet)) == []


@pytest.mark.parametrize("fault", ["merged", "second", "frozen", "empty"])
def test_the_checker_sees_a_fault(fault: str) -> None:
    from xlsxwriter import Workbook

    buffer = BytesIO()
    book = Workbook(buffer)
    for name in ("Cover", "Contents", "Notes"):
        page = book.add_worksheet(name)
        page.write(0, 0, name)
        page.add_table(1, 0, 2, 0, {"data": [["x"]], "autofilter": False})
    if fault == "merged":
        page.merge_range(5, 0, 5, 3, "both")
    elif fault == "second":
        page.add_table(4, 0, 6, 0, {"data": [["x"], ["y"]]})
    elif fault == "frozen":
        page.freeze_panes(1, 0)
    else:
        page.write_blank(2, 0, None)
        page.write_string(2, 0, " ")
    book.set_properties({"title": "T"})
    book.close()
    assert broken_rules(buffer.getvalue())
