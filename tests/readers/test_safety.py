"""Hostile and broken files: a clear sentence, bounded memory, nothing written, and the rest goes on."""

import hashlib
import os
import struct
import sys
import zipfile
from pathlib import Path

import pytest

from sbp.errors import ExportError
from sbp.readers import batch, open_export
from sbp.readers.lines import LONGEST, TOO_LONG

GOOD = Path(__file__).parents[1] / "exports" / "good"
CSV = b"id,who,note\n1,P1,Tea.\n"
CANARY = "Quetzalfeder"


def archive(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return path


def told(path: Path) -> list[tuple[str, str]]:
    return [(row.file, row.problem) for row in open_export(path).rows]


@pytest.mark.parametrize(
    "name", ["../../evil.csv", "/etc/evil.csv", "..\\evil.csv", "a/../../evil.csv", "evil\x00.csv"]
)
def test_no_name_in_an_archive_leads_out_of_it(tmp_path, name):
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    path = archive(inside / "export.zip", {"whole.csv": CSV, "x" * len(name): CSV})
    path.write_bytes(path.read_bytes().replace(b"x" * len(name), name.encode()))
    before = sorted(tmp_path.rglob("*"))
    assert [problem for _, problem in told(path)].count("") >= 1
    assert sorted(tmp_path.rglob("*")) == before
    assert all(".." not in Path(file).parts and not file.startswith("/") for file, _ in told(path))


def test_links_in_a_folder_are_not_followed(tmp_path):
    (tmp_path / "secret.csv").write_bytes(CSV)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.csv").write_bytes(CSV)
    (folder / "b.csv").symlink_to(tmp_path / "secret.csv")
    (folder / "loop").symlink_to(folder)
    export = open_export(folder)
    assert len(list(export.rows)) == 1
    assert batch.LINKS.format(2) in export.notes


def test_links_in_an_archive_are_not_followed(tmp_path):
    path = archive(tmp_path / "export.zip", {"a.csv": CSV})
    with zipfile.ZipFile(path, "a") as packed:
        link = zipfile.ZipInfo("b.csv")
        link.external_attr = 0o120777 << 16
        packed.writestr(link, "/etc/passwd")
    assert told(path) == [("a.csv", "")]


def test_what_cannot_be_read_in_a_batch_is_set_aside_and_the_rest_goes_on(tmp_path):
    files = {
        "a.csv": CSV,
        "b.xlsx": b"PK\x03\x04 no workbook",
        "c.pdf": b"%PDF",
        "d.csv": b"",
        "e.zip": b"x",
        "f.csv": b"id\n",
        "g.csv": CSV,
        "h.docx": b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
    }
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    for path in (folder, archive(tmp_path / "export.zip", files)):
        found = dict(told(path))
        assert [name for name, problem in found.items() if not problem] == ["a.csv", "g.csv"]
        assert len(found) == len(files)
        assert "password" in found["h.docx"]
        assert all(str(tmp_path) not in problem and "/tmp" not in problem for problem in found.values())


def test_a_locked_file_in_an_archive_is_set_aside(tmp_path):
    path = archive(tmp_path / "export.zip", {"a.csv": CSV, "b.csv": CSV})
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert told(path) == [("a.csv", batch.LOCKED), ("b.csv", "")]


def test_an_archive_that_lies_about_its_sizes_is_not_believed(tmp_path):
    path = archive(tmp_path / "export.zip", {"a.csv": CSV * 50_000, "b.csv": CSV})
    data = bytearray(path.read_bytes())
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = struct.pack("<I", 100)
    path.write_bytes(data)
    assert told(path) == [("a.csv", batch.BROKEN_MEMBER), ("b.csv", "")]


def test_a_file_that_vanishes_mid_read_costs_its_rows_and_no_others(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.csv").write_bytes(CSV)
    rows = open_export(tmp_path).rows
    first = next(rows)
    (tmp_path / "b.csv").unlink()
    second, third = rows
    assert (first.problem, third.problem) == ("", "")
    assert second.file == "b.csv"
    assert "is not there" in second.problem


def test_a_line_too_long_for_the_memory_is_passed_over(tmp_path):
    path = tmp_path / "export.csv"
    with path.open("wb") as handle:
        handle.write(CSV)
        for _ in range(80):
            handle.write(b"x" * (1 << 20))
        handle.write(b"\n3,P3,Tea.\n")
    assert path.stat().st_size > LONGEST
    assert [(row.number, row.problem) for row in open_export(path).rows] == [(2, ""), (3, TOO_LONG), (4, "")]


def test_a_million_empty_columns_are_none(tmp_path):
    path = tmp_path / "export.csv"
    path.write_bytes(b"id,who" + b"," * 1_000_000 + b"\n1,P1" + b"," * 1_000_000 + b"\n")
    export = open_export(path)
    assert export.columns == ("id", "who")
    assert [dict(row.cells) for row in export.rows] == [{"id": "1", "who": "P1"}]


def test_entities_in_a_workbook_are_not_unfolded(tmp_path):
    source = GOOD / "same_xlsx_long" / "forms.xlsx"
    laughs = b'<!DOCTYPE x [<!ENTITY a "hahahahahaha">' + b"".join(
        b'<!ENTITY %s "%s">' % (bytes([n + 1]), (b"&%s;" % bytes([n])) * 40) for n in range(97, 105)
    )
    path = tmp_path / "export.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "xl/sharedStrings.xml":
                data = data.replace(b"?>", b"?>" + laughs + b"]>", 1).replace(b"East", b"&i;")
            new.writestr(info, data)
    try:
        longest = max(len(str(cell)) for row in open_export(path).rows for cell in row.cells.values())
    except ExportError:
        longest = 0
    assert longest < 1_000


def test_a_formula_gives_what_excel_last_worked_out_and_is_never_run():
    export = open_export(GOOD / "xlsx_formula" / "notes.xlsx")
    assert [row.cells["Text"] for row in export.rows] == ["Well."]
    assert any("hold formulas" in note for note in export.notes)


def test_no_refusal_holds_a_word_of_the_file(tmp_path):
    for suffix in (".csv", ".xlsx", ".xls", ".ods", ".docx", ".html", ".txt", ".parquet", ".zip", ".json", ".jsonl"):
        path = tmp_path / f"export{suffix}"
        path.write_text(f"{CANARY} <p>{CANARY}", encoding="utf-8")
        assert CANARY not in said_of(path)


def said_of(path: Path) -> str:
    try:
        return "".join(row.problem for row in open_export(path).rows)
    except ExportError as problem:
        return str(problem)


opened_to_write: list[str] = []
watching: list[str] = []


def _watch(event: str, arguments: tuple) -> None:
    if event == "open" and watching and str(arguments[0]).startswith(watching[0]):
        mode, flags = arguments[1] or "", arguments[2] or 0
        if set(str(mode)) & set("wax+") or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            opened_to_write.append(str(arguments[0]))


def test_inputs_are_opened_to_read_and_stay_as_they_were():
    sys.addaudithook(_watch)
    watching.append(str(GOOD))
    before = hashes()
    for folder in sorted(path for path in GOOD.iterdir() if path.is_dir()):
        [export] = [path for path in folder.iterdir() if path.name not in ("mapping.yaml", "records.json")]
        list(open_export(export).rows)
    watching.clear()
    assert opened_to_write == []
    assert hashes() == before


def hashes() -> dict[Path, str]:
    files = [path for path in GOOD.rglob("*") if path.is_file()]
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
