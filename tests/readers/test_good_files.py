"""Each folder of `tests/exports/good` holds an export, its mapping, and the records it must become."""

import json
from pathlib import Path

import pytest

from sbp import schema
from sbp.build import build
from sbp.mapping import load_mapping
from sbp.readers import READERS, open_export
from sbp.stage import people

GOOD = Path(__file__).parents[1] / "exports" / "good"
FOLDERS = sorted(path for path in GOOD.iterdir() if path.is_dir())
SAME = [folder for folder in FOLDERS if folder.name.startswith("same_")]


def export_in(folder: Path) -> Path:
    [found] = [path for path in folder.iterdir() if path.name not in ("mapping.yaml", "records.json")]
    return found


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_an_export_becomes_exactly_these_records(folder, tmp_path):
    mapping = load_mapping(folder / "mapping.yaml")
    export = open_export(export_in(folder))
    mapping.check_columns(export.columns, export.file)
    built = [build(rows, mapping) for rows in people(export.rows, mapping, tmp_path / "scratch")]
    made = [schema.dump(record) for group in built for record in group.records]
    expected = json.loads((folder / "records.json").read_text(encoding="utf-8"))
    assert [one for group in built for one in group.set_aside] == []
    assert sorted(made, key=record_id) == sorted(expected, key=record_id)


def record_id(record):
    return record["header"]["id"]


def test_every_format_has_a_good_file():
    found = {path.suffix for folder in FOLDERS for path in folder.rglob("*") if path.is_file()}
    assert set(READERS) - {".ndjson", ".htm", ".xlsm"} <= found
    assert ".zip" in found


def test_the_same_records_are_told_in_every_way():
    assert len(SAME) >= 8
    assert len({(folder / "records.json").read_text(encoding="utf-8") for folder in SAME}) == 1


@pytest.mark.parametrize(
    ("folder", "note"),
    [
        ("csv_bom", "byte order mark"),
        ("csv_cp1252", "read as Windows-1252"),
        ("csv_semicolons", "parted by semicolons"),
        ("csv_utf8", "read as UTF-8"),
        ("tsv_tabs", "parted by tabs"),
        ("tsv_utf16", "read as UTF-16"),
        ("same_xlsx_titles_and_merges", "the column names stand in row 5"),
        ("same_xlsx_sheet_a_form", "Sheet 'Lookups' is hidden"),
        ("same_html_named_xls", "is an HTML page; its table was read"),
    ],
)
def test_the_notes_say_how_a_file_was_read(folder, note):
    assert note in " ".join(open_export(export_in(GOOD / folder)).notes)
