"""Promises over invented exports, held in every format: nothing lost, nothing changed, wide and long alike."""

import csv
import io
import json
import subprocess
import tempfile
import zipfile
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import duckdb
import pytest
import xlsxwriter
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from sbp import schema
from sbp.build import build
from sbp.errors import ExportError
from sbp.mapping import Answer, Mapping
from sbp.readers import Row, open_export
from sbp.readers.workbook import SHEET
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


def as_tsv(folder, rows):
    path = folder / "export.tsv"
    with path.open("w", encoding="utf-16", newline="") as handle:
        csv.writer(handle, dialect="excel-tab").writerows(rows)
    return path


def as_xlsx(folder, rows):
    return as_workbook(folder, {"Forms": rows})


def as_workbook(folder, sheets):
    path = folder / "export.xlsx"
    how = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), how) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
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
        connection.executemany(f"INSERT INTO t VALUES ({', '.join('?' * len(rows[0]))})", rows[1:])
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


ROW_WRITERS = (as_csv, as_tsv, as_xlsx, as_json, as_jsonl, as_parquet, as_html, as_zip)
WRITERS = {writer.__name__[3:]: writer for writer in ROW_WRITERS}
every_format = pytest.mark.parametrize("writer", WRITERS.values(), ids=list(WRITERS))


def road(writer, rows, mapping):
    """The rows of the file, and what was built of them."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        found = list(open_export(writer(folder, rows)).rows)
        return found, made(found, mapping)


def made(found, mapping):
    with tempfile.TemporaryDirectory() as place:
        return [build(theirs, mapping) for theirs in people(found, mapping, Path(place) / "scratch")]


def dumped(built):
    return {record.header.id: schema.dump(record) for group in built for record in group.records}


@every_format
@given(export=exports)
@settings(max_examples=15, deadline=None)
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


layouts = pytest.mark.parametrize(("written", "mapping"), [(wide_rows, WIDE), (long_rows, LONG)], ids=["wide", "long"])
damages = st.dictionaries(st.integers(0, 6), DAMAGE, max_size=3)


def spoilt(rows, damage):
    """The rows with some of them damaged, and those that were not."""
    head, *rest = rows
    every = [damage[number](row) if number in damage else row for number, row in enumerate(rest)]
    return [head, *every], [head, *(row for number, row in enumerate(rest) if number not in damage)]


def check_nothing_is_lost(found, built, expected):
    """Each row is used or set aside, and what was built is what the undamaged rows hold."""
    used, aside = sum(group.used for group in built), sum(len(group.set_aside) for group in built)
    assert used + aside == len(found)
    assert dumped(built) == dumped(expected)


@every_format
@layouts
@given(export=exports, damage=damages)
@settings(max_examples=15, deadline=None)
def test_damage_costs_the_damaged_rows_and_no_others(writer, written, mapping, export, damage):
    every, whole = spoilt(written(export), damage)
    found, built = road(writer, every, mapping)
    assert len(found) == len(every) - 1
    check_nothing_is_lost(found, built, rows_alone(whole, mapping))


def rows_alone(rows, mapping):
    """What is built of rows that stood in no file."""
    return made(
        [Row(file="m", number=n, cells=dict(zip(rows[0], row, strict=True))) for n, row in enumerate(rows[1:])], mapping
    )


# LibreOffice is slow: it is asked once, for a workbook in which each sheet is an export of its own.


@pytest.fixture(scope="session")
def drawn():
    """Exports with their damage, wide and long, by the name of a sheet."""
    sheets = {}

    @given(export=exports, damage=damages)
    @settings(max_examples=20, deadline=None, database=None, derandomize=True)
    def draw(export, damage):
        for written, mapping in ((wide_rows, WIDE), (long_rows, LONG)):
            sheets[f"Sheet {len(sheets)}"] = (*spoilt(written(export), damage), mapping)

    draw()
    return sheets


@pytest.fixture(scope="session", params=["xls", "ods"])
def by_libreoffice(request, drawn, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    source = as_workbook(folder, {name: every for name, (every, _, _) in drawn.items()})
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", request.param]
    subprocess.run([*command, "--outdir", str(folder), str(source)], check=True, capture_output=True)
    return open_export(source.with_suffix(f".{request.param}"))


def test_workbooks_of_libreoffice_lose_nothing(by_libreoffice, drawn):
    by_sheet = {}
    for row in by_libreoffice.rows:
        cells = {name: cell for name, cell in row.cells.items() if name != SHEET}
        by_sheet.setdefault(row.sheet, []).append(evolve(row, cells=cells))
    assert len(by_sheet) > 20
    for name, (every, whole, mapping) in drawn.items():
        found = by_sheet.get(name, [])
        assert len(found) == len(every) - 1
        check_nothing_is_lost(found, made(found, mapping), rows_alone(whole, mapping))


# A folder of documents, a form in each.


def as_docx(path, labelled):
    page = docx.Document()
    table = page.add_table(rows=0, cols=2)
    for name, said in labelled:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name, said
    page.save(str(path.with_suffix(".docx")))


def as_page(path, labelled):
    told = "".join(
        f"<dt>{name}</dt><dd>{'<br>'.join(escape(line) for line in said.split(chr(10)))}</dd>"
        for name, said in labelled
    )
    path.with_suffix(".htm").write_text(f"<meta charset=utf-8><dl>{told}</dl>", encoding="utf-8")


def as_text(path, labelled):
    told = "".join(f"# {name}\n{said}\n\n" for name, said in labelled)
    path.with_suffix(".txt").write_text(told, encoding="utf-8-sig")


words = st.text(st.characters(categories=["Ll", "Lu"], max_codepoint=0x24F), min_size=1, max_size=8)
plain_lines = st.lists(words, min_size=2, max_size=5).map(" ".join)
plain_answers = st.lists(plain_lines, min_size=1, max_size=3).map(lambda said: "\n".join(said).capitalize() + ".")
documents = st.lists(
    st.fixed_dictionaries(
        {
            "Person ID": st.sampled_from(["P1", "P2", "P3"]),
            "Form": st.sampled_from(list(KINDS)),
            "Completed": st.just("03/02/2026"),
            "answers": st.dictionaries(st.sampled_from(CODES), plain_answers, min_size=1),
        }
    ),
    min_size=2,
    max_size=4,
).map(lambda found: [{**form, "Form ID": f"F{number}"} for number, form in enumerate(found)])
TORN = st.sampled_from(["Form ID", "Person ID", "Form"])


@pytest.mark.parametrize("write", [as_docx, as_page, as_text])
@given(export=documents, damage=st.dictionaries(st.integers(0, 3), TORN, max_size=2))
@settings(max_examples=10, deadline=None)
def test_a_folder_of_documents_loses_nothing(write, export, damage):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "~$F0.docx").write_bytes(b"\x05Ann")
        for number, form in enumerate(export):
            heads = [(name, form[name]) for name in HEADS if damage.get(number) != name]
            write(
                folder / form["Form ID"],
                [*heads, *((code, form["answers"][code]) for code in CODES if code in form["answers"])],
            )
        found = list(open_export(folder).rows)
    whole = [form for number, form in enumerate(export) if number not in damage]
    built = made(found, LONG)
    assert sum(group.used + len(group.set_aside) for group in built) == len(found)
    assert dumped(built) == dumped(rows_alone(long_rows(whole), LONG))


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
