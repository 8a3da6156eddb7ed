"""Writes the binary files of `good` and `bad` again, with real writers. Needs XlsxWriter, DuckDB and LibreOffice.

Run by hand: `.venv/bin/python tests/exports/make.py`. What it writes is committed; no test runs it.
"""

import csv
import io
import json
import shutil
import subprocess
import tempfile
import zipfile
from datetime import date, datetime
from pathlib import Path
from xml.sax.saxutils import escape

import duckdb
import xlsxwriter
import yaml

HERE = Path(__file__).parent
GOOD, BAD = HERE / "good", HERE / "bad"

FORMS = [
    {
        "Form ID": "F1",
        "Person ID": "P1",
        "Date of birth": date(1951, 5, 1),
        "Form": "Assessment of Need",
        "Completed": date(2026, 2, 3),
        "Team": "East",
        "answers": {
            "What matters to you?": "My garden, and “Sunday” with the boys.\nA hot dinner for £4.",
            "What do you want to happen?": "Walk to the shop",
            "Health": "Arthritis; hip replaced.",
            "Decision": "Eligible",
            "Reasons": "Cannot wash or dress alone.",
        },
    },
    {
        "Form ID": "F2",
        "Person ID": "P1",
        "Date of birth": date(1951, 5, 1),
        "Form": "Care and Support Plan",
        "Completed": date(2026, 3, 4),
        "Team": "East",
        "answers": {"If things change": "Ring Ann next door.", "Plan reviewed by": "04/03/2027"},
    },
    {
        "Form ID": "F3",
        "Person ID": "P2",
        "Date of birth": None,
        "Form": "Review",
        "Completed": None,
        "Team": "North",
        "answers": {"How is it going?": "Good days & bad days.", "Health": "No change."},
    },
]
HEADS = ["Form ID", "Person ID", "Date of birth", "Form", "Completed", "Team"]
QUESTIONS = list(dict.fromkeys(question for form in FORMS for question in form["answers"]))
SHARED = {
    "columns": {
        "id": "Form ID",
        "person.id": "Person ID",
        "person.born_on": "Date of birth",
        "kind": "Form",
        "completed_on": "Completed",
        "team": "Team",
    },
    "kinds": {
        "Assessment of Need": "needs_assessment",
        "Care and Support Plan": "care_and_support_plan",
        "Review": "review",
    },
}
ANSWERS = {
    "What matters to you?": {"field": "in_their_words", "speaker": "person"},
    "What do you want to happen?": {"field": "outcomes", "speaker": "person"},
    "Health": "sections",
    "Decision": "eligibility.decision",
    "Reasons": "eligibility.reasons",
    "If things change": "contingency",
    "Plan reviewed by": "review_due",
    "How is it going?": {"field": "in_their_words", "speaker": "person"},
}
LONG = {
    "layout": "long",
    **SHARED,
    "columns": {**SHARED["columns"], "question": "Question", "answer": "Answer"},
    "questions": ANSWERS,
}
WIDE = {"layout": "wide", **SHARED, "answers": ANSWERS}
RECORDS = [
    {
        "kind": "needs_assessment",
        "header": {
            "id": "F1",
            "person": {"id": "P1", "born_on": "1951-05-01"},
            "completed_on": "2026-02-03",
            "team": "East",
            "form": "Assessment of Need",
        },
        "sections": [
            {
                "heading": "Health",
                "code": "Health",
                "entries": [{"speaker": "worker", "text": "Arthritis; hip replaced."}],
            }
        ],
        "in_their_words": [
            {"speaker": "person", "text": "My garden, and “Sunday” with the boys.\nA hot dinner for £4."}
        ],
        "outcomes": [{"statement": {"speaker": "person", "text": "Walk to the shop"}}],
        "eligibility": {
            "decision": "eligible",
            "reasons": [{"speaker": "worker", "text": "Cannot wash or dress alone."}],
        },
    },
    {
        "kind": "care_and_support_plan",
        "header": {
            "id": "F2",
            "person": {"id": "P1", "born_on": "1951-05-01"},
            "completed_on": "2026-03-04",
            "team": "East",
            "form": "Care and Support Plan",
        },
        "contingency": [{"speaker": "worker", "text": "Ring Ann next door."}],
        "review_due": "2027-03-04",
    },
    {
        "kind": "review",
        "header": {"id": "F3", "person": {"id": "P2"}, "team": "North", "form": "Review"},
        "sections": [
            {"heading": "Health", "code": "Health", "entries": [{"speaker": "worker", "text": "No change."}]}
        ],
        "in_their_words": [{"speaker": "person", "text": "Good days & bad days."}],
    },
]


def uk(value: object) -> object:
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else "" if value is None else value


def long_rows(forms=FORMS):
    yield [*HEADS, "Question", "Answer"]
    for form in forms:
        for question, answer in form["answers"].items():
            yield [*(form[name] for name in HEADS), question, answer]


def wide_rows(forms=FORMS):
    yield [*HEADS, *QUESTIONS]
    for form in forms:
        yield [*(form[name] for name in HEADS), *(form["answers"].get(question, "") for question in QUESTIONS)]


# Writers


def csv_text(rows, **how) -> str:
    told = io.StringIO(newline="")
    csv.writer(told, **how).writerows([uk(cell) for cell in row] for row in rows)
    return told.getvalue()


def sheet(book, name, rows, top=0, left=0):
    made = book.add_worksheet(name)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for number, row in enumerate(rows, top):
        for place, cell in enumerate(row, left):
            if isinstance(cell, date):
                made.write_datetime(number, place, datetime(cell.year, cell.month, cell.day), day)
            elif cell not in ("", None):
                made.write(number, place, cell)
    return made


def book(path: Path):
    return xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})


def by_libreoffice(source: Path, target: Path, how: str) -> None:
    with tempfile.TemporaryDirectory() as out:
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{out}/profile", "--convert-to", how]
        subprocess.run([*command, "--outdir", out, str(source)], check=True, capture_output=True)
        shutil.move(Path(out) / f"{source.stem}.{how.partition(':')[0]}", target)


def good(name: str, mapping: dict, records=RECORDS) -> Path:
    folder = GOOD / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "mapping.yaml").write_text(yaml.safe_dump(mapping, sort_keys=False, allow_unicode=True), encoding="utf-8")
    text = json.dumps(records, indent=2, ensure_ascii=False) + "\n"
    (folder / "records.json").write_text(text, encoding="utf-8")
    return folder


def bad(name: str, expected: str) -> Path:
    folder = BAD / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "expected.txt").write_text(expected + "\n", encoding="utf-8")
    return folder


# Word forms, by raw XML: what Word writes and python-docx does not see.

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def docx(body: str, header: str = "", prolog: str = "") -> bytes:
    told = io.BytesIO()
    spaces = f'xmlns:w="{W}" xmlns:w14="{W14}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    with zipfile.ZipFile(told, "w", zipfile.ZIP_DEFLATED) as packed:
        parts = {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELS,
            "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?>{prolog}'
            f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
        }
        if header:
            parts["word/header1.xml"] = f"<w:hdr {spaces}>{header}</w:hdr>"
        for name, text in parts.items():
            packed.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return told.getvalue()


def run(text: str, bold: bool = False) -> str:
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{lines}</w:r>"


def par(inner: str, style: str = "") -> str:
    return f"<w:p>{f'<w:pPr><w:pStyle w:val={chr(34)}{style}{chr(34)}/></w:pPr>' if style else ''}{inner}</w:p>"


def control(inner: str, title: str = "", more: str = "") -> str:
    alias = f'<w:alias w:val="{escape(title)}"/>' if title else ""
    return f"<w:sdt><w:sdtPr>{alias}{more}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def box(is_ticked: bool) -> str:
    state = f'<w14:checkbox><w14:checked w14:val="{int(is_ticked)}"/></w14:checkbox>'
    return control(run("☒" if is_ticked else "☐"), more=state)


def cell(inner: str) -> str:
    return f"<w:tc>{inner}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def heads_table(form) -> str:
    told = [(name, str(uk(form[name]))) for name in HEADS if form[name]]
    return table(*(cell(par(run(f"{name}:", bold=True))) + cell(par(control(run(value)))) for name, value in told))


def word_form(form) -> str:
    """Title, a table of ids, then headings with a content control around each answer's paragraphs."""
    body = par(run("Adult social care"), "Title") + heads_table(form)
    for question, answer in form["answers"].items():
        inner = "".join(par(run(line)) for line in answer.split("\n"))
        body += par(run(question), "Heading2") + control(inner, "Answer")
    return body


def placeholder() -> str:
    return control(run("Click or tap here to enter text."), more="<w:showingPlcHdr/>")


def html_form(form) -> str:
    heads = "".join(f"<tr><td>{name}</td><td>{escape(str(uk(form[name])))}</td></tr>" for name in HEADS if form[name])
    body = "".join(
        f"<h2>{escape(question)}</h2><p>{escape(answer).replace(chr(10), '<br>')}</p>"
        for question, answer in form["answers"].items()
    )
    style = "<style>p {color: red}</style><script>var x = '<p>no</p>';</script>"
    return f"<!DOCTYPE html><html><head><title>x</title>{style}</head><body><h1>Form</h1><table>{heads}</table>{body}</body></html>"


def html_table(rows) -> str:
    first, *others = [[escape(str(uk(cell))).replace("\n", "<br>") for cell in row] for row in rows]
    head = "".join(f"<th>{name}</th>" for name in first)
    body = "".join("<tr>" + "".join(f"<td>{one}</td>" for one in row) + "</tr>\n" for row in others)
    return f"<html><body><table border=1><tr>{head}</tr>\n{body}</table></body></html>"


def text_form(form) -> str:
    heads = "\n".join(f"{name}: {uk(form[name])}" for name in HEADS if form[name])
    asked = (f"{question}\n{'-' * len(question)}\n{answer}\n" for question, answer in form["answers"].items())
    return heads + "\n\n" + "\n".join(asked)


def write_parquet(path: Path, rows) -> None:
    names, *others = rows
    with duckdb.connect() as connection:
        kinds = ["DATE" if name in ("Date of birth", "Completed") else "VARCHAR" for name in names]
        told = ", ".join(f'"{name}" {kind}' for name, kind in zip(names, kinds, strict=True))
        connection.execute(f"CREATE TABLE t ({told})")
        connection.executemany(f"INSERT INTO t VALUES ({', '.join('?' * len(names))})", [list(row) for row in others])
        connection.execute(f"COPY t TO '{path}' (FORMAT parquet, COMPRESSION zstd)")


def zipped(path: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def same_records() -> None:
    """The same records, each way that an export can hold them."""
    (good("same_csv_long", LONG) / "forms.csv").write_text(csv_text(long_rows()), encoding="utf-8", newline="")
    (good("same_csv_wide", WIDE) / "forms.csv").write_text(csv_text(wide_rows()), encoding="utf-8-sig", newline="")
    (good("same_csv_cp1252", LONG) / "forms.csv").write_text(
        csv_text(long_rows(), delimiter=";"), encoding="cp1252", newline=""
    )
    for name, mapping, rows in (("long", LONG, long_rows), ("wide", WIDE, wide_rows)):
        folder = good(f"same_xlsx_{name}", mapping)
        with book(folder / "forms.xlsx") as made:
            sheet(made, "Forms", rows())
        for suffix, how in (("xls", "xls:MS Excel 97"), ("ods", "ods")):
            by_libreoffice(folder / "forms.xlsx", good(f"same_{suffix}_{name}", mapping) / f"forms.{suffix}", how)
        write_parquet(good(f"same_parquet_{name}", mapping) / "forms.parquet", rows())
        (good(f"same_html_{name}", mapping) / "forms.html").write_text(html_table(rows()), encoding="utf-8")
        entries = [dict(zip(HEADS + list(more), map(uk, row), strict=True)) for more, row in keyed(rows())]
        text = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)
        (good(f"same_jsonl_{name}", mapping) / "forms.jsonl").write_text(text, encoding="utf-8")
    (good("same_html_named_xls", LONG) / "forms.xls").write_text(html_table(long_rows()), encoding="utf-8")
    (good("same_text_named_xls", LONG) / "forms.xls").write_text(
        csv_text(long_rows(), delimiter="\t"), encoding="utf-16", newline=""
    )
    (good("same_tabs_named_txt", LONG) / "forms.txt").write_text(
        csv_text(long_rows(), delimiter="\t"), encoding="cp1252", newline=""
    )
    as_documents()
    zipped(
        good("same_zip", LONG) / "forms.zip",
        {
            "east/assessment.csv": csv_text(long_rows(FORMS[:1])).encode("utf-8-sig"),
            "east/plan.csv": csv_text(long_rows(FORMS[1:2]), delimiter=";").encode("cp1252"),
            "north/review.jsonl": json.dumps(
                dict(zip([*HEADS, "Question", "Answer"], map(uk, list(long_rows(FORMS[2:]))[1]), strict=True))
            ).encode()
            + b"\n"
            + json.dumps(
                dict(zip([*HEADS, "Question", "Answer"], map(uk, list(long_rows(FORMS[2:]))[2]), strict=True))
            ).encode(),
            "__MACOSX/._plan.csv": b"\0\0",
        },
    )
    folder = good("same_xlsx_sheet_a_form", {**LONG, "columns": {**LONG["columns"], "kind": "(sheet)"}})
    with book(folder / "forms.xlsx") as made:
        for form in FORMS:
            sheet(made, form["Form"], ([c for i, c in enumerate(row) if i != 3] for row in long_rows([form])))
        made.add_worksheet("Empty")
        sheet(made, "Lookups", [["Code", "Label"], ["a", "b"]]).hide()
    folder = good("same_xlsx_titles_and_merges", LONG)
    with book(folder / "forms.xlsx") as made:
        page = sheet(made, "Report", long_rows(), top=4, left=1)
        page.merge_range("B1:I1", "Forms completed, quarter four", made.add_format({"bold": True}))
        page.write("B2", "Run on")
        page.write("C2", "05/03/2026")
        page.merge_range(5, 1, 9, 1, "F1")
        page.merge_range(5, 2, 9, 2, "P1")


def keyed(rows):
    first, *others = rows
    return [(first[len(HEADS) :], row) for row in others]


def as_documents() -> None:
    for name, write in (("docx", lambda form: docx(word_form(form))), ("html", html_form), ("txt", text_form)):
        folder = good(f"same_{name}_folder", LONG) / "forms"
        folder.mkdir()
        for form in FORMS:
            told = write(form)
            (folder / f"{form['Form ID']}.{name}").write_bytes(told if isinstance(told, bytes) else told.encode())
    zipped(
        good("same_docx_zip", LONG) / "forms.zip",
        {f"forms/{form['Form ID']}.docx": docx(word_form(form)) for form in FORMS},
    )
    folder = good("same_docx_libreoffice_folder", LONG) / "forms"
    folder.mkdir()
    with tempfile.TemporaryDirectory() as place:
        for form in FORMS:
            page = Path(place) / f"{form['Form ID']}.html"
            page.write_text(html_form(form), encoding="utf-8")
            by_libreoffice(page, folder / f"{form['Form ID']}.docx", "docx:Office Open XML Text")


if __name__ == "__main__":
    same_records()
