"""Writes the binary files of `good` and `bad` again, with real writers. Needs XlsxWriter, DuckDB and LibreOffice.

Run by hand: `.venv/bin/python tests/exports/make.py`. What it writes is committed; no test runs it.
Four files it does not write: `xlsx_password` and `docx_password` were locked by msoffcrypto-tool 6.1.0 (ECMA-376 agile
encryption), `ods_password` as ODF 1.2 has it (AES-256, PBKDF2), all with an invented password; in `xls_password`, of
LibreOffice, the record after the first was renamed FILEPASS by hand, since nothing here writes a locked one.
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
            "Health": "She refuses her tablets. Asked for a package.",
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
                "entries": [{"speaker": "worker", "text": "She refuses her tablets. Asked for a package."}],
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
        "sections": [{"heading": "Health", "code": "Health", "entries": [{"speaker": "worker", "text": "No change."}]}],
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


def par(inner: str = "", style: str = "") -> str:
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
    top = f"<!DOCTYPE html><html><head><title>x</title>{style}</head>"
    return f"{top}<body><h1>Form</h1><table>{heads}</table>{body}</body></html>"


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
        for row in others:
            connection.execute(f"INSERT INTO t VALUES ({', '.join('?' * len(names))})", list(row))
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
    titles = "Forms completed\r\nRun on 05/03/2026\r\n\r\n"
    (good("same_csv_titles", LONG) / "forms.csv").write_text(
        titles + csv_text(long_rows()), encoding="utf-8", newline=""
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


NOTE = {"layout": "long", "record": "case_note", "questions": {"Never asked": "sections"}}
NOTE["columns"] = {"id": "Document", "person.id": "Person ID", "question": "Question", "answer": "Answer"}


def note(name: str, answers: list[tuple[str, str]]) -> list[dict]:
    """The record of a document that answers some questions; answers to one question stand together."""
    sections: dict[str, list] = {}
    for question, answer in answers:
        sections.setdefault(question, []).append({"speaker": "worker", "text": answer})
    told = [{"heading": question, "code": question, "entries": entries} for question, entries in sections.items()]
    told = [{name: value for name, value in section.items() if value} for section in told]
    return [{"kind": "case_note", "header": {"id": name, "person": {"id": "P1"}}, "sections": told}]


PERSON = table(cell(par(run("Person ID:"))) + cell(par(run("P1"))))


def word_details() -> None:
    """One Word form for each thing that forms hold and that libraries lose."""
    told: dict[str, tuple[str, list[tuple[str, str]]]] = {
        "controls": (
            par(run("Likes: ") + control(run("Bingo")))
            + control(par(run("Tea")) + par(run("at four")), "Drinks")
            + table(cell(par(run("Home"))) + cell(control(par(run("Warm & dry"))))),
            [("Likes", "Bingo"), ("Drinks", "Tea\nat four"), ("Home", "Warm & dry")],
        ),
        "cell_controls": (
            table(
                cell(par(run("Home"))) + control(cell(par(run("Warm")))),
                control(cell(par(run("Garden"))) + cell(par(run("Big")))),
            ),
            [("Home", "Warm"), ("Garden", "Big")],
        ),
        "placeholders": (
            table(cell(par(run("Home"))) + cell(par(placeholder())), cell(par(run("Garden"))) + cell(par(run("Big")))),
            [("Garden", "Big")],
        ),
        "tick_boxes": (
            table(
                cell(par(run("Agrees?"))) + cell(par(box(True) + run(" Yes  ") + box(False) + run(" No"))),
                cell(par(run("Lives with"))) + cell(par(run("Family ") + box(True) + run(" Friends ") + box(True))),
                cell(par(run("Has a pet"))) + cell(par(box(False))),
                cell(par(run("Smokes"))) + cell(par(box(False) + run(" Yes ") + box(False) + run(" No"))),
            ),
            [("Agrees?", "Yes"), ("Lives with", "Family; Friends"), ("Has a pet", "no")],
        ),
        "old_fields": (
            table(
                cell(par(run("Agrees?"))) + cell(par(old_box(True) + run(" Yes ") + old_box(False) + run(" No"))),
                cell(par(run("Name liked"))) + cell(par(old_text("Bobby"))),
                cell(par(run("Area"))) + cell(par(old_list(["East", "North"], 1))),
            ),
            [("Agrees?", "Yes"), ("Name liked", "Bobby"), ("Area", "North")],
        ),
        "tracked_changes": (
            par(run("Health"), "Heading1")
            + par(
                run("Walks ")
                + '<w:del w:id="1"><w:r><w:delText>badly</w:delText></w:r></w:del>'
                + f'<w:ins w:id="2">{run("with a stick")}</w:ins>'
                + f"<w:moveFrom>{run(' and more')}</w:moveFrom><w:moveTo>{run(', slowly')}</w:moveTo>"
            ),
            [("Health", "Walks with a stick, slowly")],
        ),
        "grid": (
            table(
                cell(par(run("Outcome"))) + cell(par(run("Support"))) + cell(par(run("By whom"))),
                cell(par(run("Swim"))) + cell(par(run("A lift"))) + cell(par(run("Ann"))),
                cell(par(run("Cook"))) + cell(par(run("A class"))) + cell(par()),
            ),
            [
                ("Outcome", "Swim"),
                ("Support", "A lift"),
                ("By whom", "Ann"),
                ("Outcome", "Cook"),
                ("Support", "A class"),
            ],
        ),
        "bold_headings": (
            par(run("What matters", bold=True)) + par(run("Family.")) + par(run("Chapel: on Sundays.")),
            [("What matters", "Family.\nChapel: on Sundays.")],
        ),
        "four_cells": (
            table(
                *[cell(par(run("Team:"))) + cell(par(run("East"))) + cell(par(run("Day:"))) + cell(par(run("Monday")))]
            ),
            [("Team", "East"), ("Day", "Monday")],
        ),
        "text_box": (
            par(run("Health"), "Heading1")
            + par(
                "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>"
                + par(run("Well."))
                + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
                + par(run("Well."))
                + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
            ),
            [("Health", "Well.")],
        ),
        "field_codes_and_hidden": (
            par(run("Health"), "Heading1")
            + par(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>MERGEFIELD secret</w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>'
                + run("Well.")
            ),
            [("Health", "Well.")],
        ),
        "no_headings": (par(run("She came by.")) + par(run("We had tea.")), [("", "She came by.\nWe had tea.")]),
    }
    for name, (body, answers) in told.items():
        folder = good(f"docx_{name}", NOTE, note("form", answers))
        (folder / "form.docx").write_bytes(docx(PERSON + body))
    folder = good("docx_id_in_page_header", NOTE, note("form", [("Health", "Well.")]))
    (folder / "form.docx").write_bytes(
        docx(par(run("Health"), "Heading1") + par(run("Well.")), par(run("Person ID: P1")))
    )


def old_box(is_ticked: bool) -> str:
    state = f'<w:checkBox><w:default w:val="0"/><w:checked w:val="{int(is_ticked)}"/></w:checkBox>'
    return old_field(state, "")


def old_text(text: str) -> str:
    return old_field("<w:textInput/>", run(text))


def old_list(names: list[str], place: int) -> str:
    entries = "".join(f'<w:listEntry w:val="{name}"/>' for name in names)
    return old_field(f'<w:ddList><w:result w:val="{place}"/>{entries}</w:ddList>', "")


def old_field(inner: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{inner}</w:ffData></w:fldChar></w:r>'
        "<w:r><w:instrText>FORMTEXT</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def html_details() -> None:
    told = {
        "fields": (
            "<form><p>Person ID: P1</p><h3>Agrees?</h3><input type=radio checked> Yes <input type=radio> No"
            "<h3>Area</h3><select><option>East<option selected>North</select>"
            "<h3>Notes</h3><textarea>One\ntwo</textarea><h3>Name</h3><input value='Bobby'></form>",
            [("Agrees?", "Yes"), ("Area", "North"), ("Notes", "One\ntwo"), ("Name", "Bobby")],
        ),
        "unclosed": (
            "<body><p>Person ID: P1<h2>Health<p>Well &amp; warm.<p>She <del>said no</del> <ins>smiled</ins>.<li>Tea",
            [("Health", "Well & warm.\nShe smiled.\nTea")],
        ),
        "layout_tables": (
            "<table><tr><td><table><tr><td>Person ID:</td><td>P1</td></tr></table></td></tr>"
            "<tr><td><b>Home</b></td><td>Warm</td></tr></table>",
            [("Home", "Warm")],
        ),
    }
    for name, (body, answers) in told.items():
        (good(f"html_{name}", NOTE, note("form", answers)) / "form.html").write_text(body, encoding="utf-8")
    capitals = "Person ID: P1\n\nWHAT MATTERS\nFamily.\n\nHEALTH\nWell: mostly.\n[x] Walks  [ ] Drives\n"
    (
        good("txt_capitals", NOTE, note("form", [("WHAT MATTERS", "Family."), ("HEALTH", "Well: mostly.\nWalks")]))
        / "form.txt"
    ).write_text(capitals, encoding="utf-8")


def workbook_details() -> None:
    rows = [["Note ID", "Person ID", "Text"], ["form", "P1", "Well."]]
    mapping = {"layout": "wide", "record": "case_note", "columns": {"id": "Note ID", "person.id": "Person ID"}}
    mapping["answers"] = {"Text": "sections"}
    wanted = note("form", [("Text", "Well.")])
    with book(good("xlsx_formula", mapping, wanted) / "notes.xlsx") as made:
        page = sheet(made, "Notes", rows)
        page.write_formula(1, 2, '=CONCATENATE("We","ll.")', value="Well.")
    with book(good("xlsx_styled_to_the_edge", mapping, wanted) / "notes.xlsx") as made:
        page = sheet(made, "Notes", rows)
        grey = made.add_format({"bg_color": "#dddddd"})
        for place in range(3, 16_384):
            page.write_blank(5, place, None, grey)
        page.set_row(1_048_575, 20, grey)
    with book(
        good("xlsx_numbers_as_ids", mapping, json.loads(json.dumps(wanted).replace('"form"', '"3010007"')))
        / "notes.xlsx"
    ) as made:
        sheet(made, "Notes", [rows[0], [3010007, "P1", "Well."]])


def bad_files() -> None:
    (bad("xlsx_that_is_text", "is something else") / "export.xlsx").write_text(
        "Form ID,Person ID\n1,2\n", encoding="utf-8"
    )
    (bad("xlsx_cut_short", "damaged and cannot be unpacked") / "export.xlsx").write_bytes(
        (GOOD / "same_xlsx_long" / "forms.xlsx").read_bytes()[:3000]
    )
    (bad("xlsx_broken_inside", "not a workbook that can be read") / "export.xlsx").write_bytes(b"")
    zipped(BAD / "xlsx_broken_inside" / "export.xlsx", {"xl/workbook.xml": b"<workbook", "mimetype": b"x"})
    with book(bad("xlsx_cells_far_apart", "cells lie too far apart") / "export.xlsx") as made:
        page = sheet(made, "Forms", long_rows())
        page.write(1_048_575, 16_383, "x")
    with book(bad("xlsx_no_table", "no sheet with column names") / "export.xlsx") as made:
        made.add_worksheet("Cover").write(0, 0, "Forms of quarter four")
    with book(bad("xlsx_header_only", "column names and no rows") / "export.xlsx") as made:
        sheet(made, "Forms", [["Form ID", "Person ID"]])
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1016 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 480
    (bad("xls_broken", "not a workbook that can be read") / "export.xls").write_bytes(
        locked.replace(b"E\0n\0c\0", b"e\0N\0c\0")
    )
    (bad("doc_named_docx", "an old Excel or Word file") / "export.docx").write_bytes(
        locked.replace(b"E\0n\0c\0", b"e\0N\0c\0")
    )
    (bad("docx_cut_short", "damaged and cannot be unpacked") / "export.docx").write_bytes(
        docx(word_form(FORMS[0]))[:900]
    )
    (bad("docx_that_is_a_zip", "not a Word file that can be read") / "export.docx").write_bytes(b"")
    zipped(BAD / "docx_that_is_a_zip" / "export.docx", {"forms.csv": b"a,b\n"})
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    (bad("docx_entity_bomb", "not a Word file that can be read") / "export.docx").write_bytes(
        docx(par("<w:r><w:t>&b;</w:t></w:r>"), prolog=laughs)
    )
    (bad("docx_no_answers", "the document holds no text") / "export.docx").write_bytes(
        docx(par(run("Health"), "Heading1"))
    )
    deep = "<w:customXml>" * 20_000 + "</w:customXml>" * 20_000
    (bad("docx_too_deep", "not a Word file that can be read") / "export.docx").write_bytes(docx(deep))
    (bad("docx_zip_bomb", "would unpack to far more") / "export.docx").write_bytes(b"")
    zipped(BAD / "docx_zip_bomb" / "export.docx", {"word/document.xml": b" " * (80 << 20)})
    (bad("html_no_answers", "the document holds no text") / "export.html").write_text(
        "<p> <script>x</script>", encoding="utf-8"
    )
    (bad("txt_no_answers", "the document holds no text") / "export.txt").write_text("HEALTH\n\n", encoding="utf-8")
    (bad("parquet_that_is_text", "not a Parquet file") / "export.parquet").write_text("PAR1 and more", encoding="utf-8")
    write_parquet(bad("parquet_empty", "columns and no rows") / "export.parquet", [HEADS])
    (bad("zip_that_is_text", "not a zip archive") / "export.zip").write_text("PK and more", encoding="utf-8")
    zipped(bad("zip_of_nothing", "holds no files to read") / "export.zip", {"__MACOSX/._a.csv": b"x"})
    zipped(bad("zip_of_pictures", "holds no file that can be read") / "export.zip", {"a.png": b"x", "b.pdf": b"x"})
    zipped(bad("zip_of_zips", "An archive inside another is not opened") / "export.zip", {"a.zip": b"x"})
    zipped(bad("zip_bomb", "would unpack to far more") / "export.zip", {"a.csv": b"a,b\n" + b"1,2\n" * (20 << 20)})


if __name__ == "__main__":
    same_records()
    word_details()
    html_details()
    workbook_details()
    bad_files()
