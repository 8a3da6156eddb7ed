"""Promises over invented exports, held in every format: nothing lost, nothing changed, wide and long alike."""

import csv
import io
import json
import tempfile
import zipfile
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import duckdb
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from sbp import schema
from sbp.build import build
from sbp.errors import ExportError
from sbp.mapping import Answer, Mapping
from sbp.readers import open_export
from sbp.stage import people

HEADS = ["Form ID", "Person ID", "Form", "Completed"]
CODES = ["ABOUT", "GOOD", "HOME", "PLAN"]
COLUMNS = {"id": "Form ID", "person.id": "Person ID", "kind": "Form", "completed_on": "Completed"}
KINDS = {"Assessment": "needs_assessment", "Plan": "care_and_support_plan"}
ANSWERS = {
    "ABOUT": Answer(field="in_their_words", speaker="person"),
    "GOOD": Answer(field="strengths"),
    "HOME": Answer(field="sections"),
    "PLAN": Answer(field="contingency"),
}
LONG_COLUMNS = {**COLUMNS, "question": "Question", "answer": "Answer"}
LONG = Mapping(file="m", layout="long", columns=LONG_COLUMNS, kinds=KINDS, answers=ANSWERS)
WIDE = Mapping(file="m", layout="wide", columns=COLUMNS, kinds=KINDS, answers=ANSWERS)

signs = st.characters(
    min_codepoint=0x20, max_codepoint=0x2FFF, exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Zs", "Cn"]
)
lines = st.lists(st.text(signs, min_size=1, max_size=8), min_size=1, max_size=5).map(" ".join)
texts = st.lists(lines, min_size=1, max_size=3).map("\n".join)
answers = texts.filter(lambda text: text != "NULL" and not any(box in text for box in "☐□▢☒☑✓✔") and "[" not in text)
forms = st.fixed_dictionaries(
    {
        "Person ID": st.sampled_from(["P1", "P2", "P3"]),
        "Form": st.sampled_from(list(KINDS)),
        "Completed": st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(lambda day: day.strftime("%d/%m/%Y"))
        | st.just(""),
        "answers": st.dictionaries(st.sampled_from(CODES), answers, min_size=1),
    }
)
exports = st.lists(forms, min_size=1, max_size=5).map(
    lambda found: [{**form, "Form ID": f"F{number}"} for number, form in enumerate(found)]
)


def long_rows(export):
    return [[*HEADS, "Question", "Answer"]] + [
        [*(form[name] for name in HEADS), code, form["answers"][code]]
        for form in export
        for code in CODES
        if code in form["answers"]
    ]


def wide_rows(export):
    told = [[*(form[name] for name in HEADS), *(form["answers"].get(code, "") for code in CODES)] for form in export]
    return [[*HEADS, *CODES], *told]


# Writers of rows, each giving the file it wrote.


def as_csv(folder, rows):
    path = folder / "export.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        csv.writer(handle).writerows(rows)
    return path


def as_xlsx(folder, rows):
    path = folder / "export.xlsx"
    how = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), how) as book:
        sheet = book.add_worksheet("Forms")
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, place, cell)
    return path


def as_json(folder, rows):
    path = folder / "export.json"
    path.write_text(json.dumps([dict(zip(rows[0], row, strict=True)) for row in rows[1:]]), encoding="utf-8")
    return path


def as_jsonl(folder, rows):
    path = folder / "export.jsonl"
    told = "".join(json.dumps(dict(zip(rows[0], row, strict=True))) + "\n" for row in rows[1:])
    path.write_text(told, encoding="utf-8")
    return path


def as_parquet(folder, rows):
    path = folder / "export.parquet"
    with duckdb.connect() as connection:
        columns = ", ".join(f'"{name}" VARCHAR' for name in rows[0])
        connection.execute(f"CREATE TABLE t ({columns})")
        for row in rows[1:]:
            connection.execute(f"INSERT INTO t VALUES ({', '.join('?' * len(row))})", row)
        connection.execute(f"COPY t TO '{path}' (FORMAT parquet)")
    return path


def as_html(folder, rows):
    path = folder / "export.html"
    cells = [["<br>".join(escape(line) for line in cell.split("\n")) for cell in row] for row in rows]
    head = "".join(f"<th>{cell}</th>" for cell in cells[0])
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells[1:])
    path.write_text(f"<meta charset=utf-8><table><tr>{head}</tr>{body}</table>", encoding="utf-8")
    return path


def as_zip(folder, rows):
    path = folder / "export.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for name, half in (("a", rows[1:2]), ("b", rows[2:])):
            told = io.StringIO(newline="")
            csv.writer(told).writerows([rows[0], *half])
            if half:
                packed.writestr(f"{name}.csv", told.getvalue())
    return path


WRITERS = {writer.__name__[3:]: writer for writer in (as_csv, as_xlsx, as_json, as_jsonl, as_parquet, as_html, as_zip)}
every_format = pytest.mark.parametrize("writer", WRITERS.values(), ids=list(WRITERS))


def road(writer, rows, mapping):
    """The rows of the file, and what was built of them."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        found = list(open_export(writer(folder, rows)).rows)
        built = [build(theirs, mapping) for theirs in people(found, mapping, folder / "scratch")]
    return found, built


def dumped(built):
    return {record.header.id: schema.dump(record) for group in built for record in group.records}


@every_format
@given(export=exports)
@settings(max_examples=25, deadline=None)
def test_wide_and_long_give_the_same_records_with_every_word(writer, export):
    _, wide = road(writer, wide_rows(export), WIDE)
    _, long = road(writer, long_rows(export), LONG)
    assert dumped(wide) == dumped(long)
    for form in export:
        told = json.dumps(dumped(long)[form["Form ID"]], ensure_ascii=False)
        assert all(json.dumps(text, ensure_ascii=False) in told for text in form["answers"].values())


DAMAGE = st.sampled_from(
    [
        lambda row: ["", *row[1:]],
        lambda row: [row[0], "NULL", *row[2:]],
        lambda row: [f"X{row[0]}", row[1], "No such form", *row[3:]],
        lambda row: [f"X{row[0]}", "P-other", "", *row[3:]],
        lambda row: ["\u200b", "", "", *["spoilt"] * (len(row) - 3)],
    ]
)


@every_format
@given(export=exports, damage=st.dictionaries(st.integers(0, 4), DAMAGE, max_size=3))
@settings(max_examples=25, deadline=None)
def test_damage_costs_the_damaged_rows_and_no_others(writer, export, damage):
    head, *rows = wide_rows(export)
    spoilt = [damage[number](row) if number in damage else row for number, row in enumerate(rows)]
    found, built = road(writer, [head, *spoilt], WIDE)
    used, aside = sum(group.used for group in built), sum(len(group.set_aside) for group in built)
    assert used + aside == len(found) == len(rows)
    whole = {form["Form ID"] for number, form in enumerate(export) if number not in damage}
    _, expected = road(writer, wide_rows(export), WIDE)
    assert dumped(built) == {name: record for name, record in dumped(expected).items() if name in whole}


@given(
    data=st.binary(max_size=400),
    suffix=st.sampled_from([".csv", ".xlsx", ".xls", ".ods", ".docx", ".html", ".txt", ".parquet", ".zip", ".jsonl"]),
    magic=st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PAR1", b"<table>"]),
)
@settings(max_examples=400, deadline=None)
def test_no_bytes_at_all_make_a_reader_break(data, suffix, magic):
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / f"export{suffix}"
        path.write_bytes(magic + data)
        assert "\n" not in refusal(path)


def refusal(path):
    """What is said when a file cannot be read; nothing when it can."""
    try:
        list(open_export(path).rows)
    except ExportError as problem:
        return str(problem)
    return ""
