"""A file under another name is read as what it is, and one that nothing here reads is said how to save."""

import csv
import shutil
from pathlib import Path

import pytest

from sbp.errors import ExportError
from sbp.readers import open_export

GOOD = Path(__file__).parents[1] / "exports" / "good"


@pytest.mark.parametrize("name", ["forms.csv", "forms.txt", "forms.tsv"])
@pytest.mark.parametrize("source", ["same_xlsx_long/forms.xlsx", "same_xls_long/forms.xls"])
def test_a_workbook_that_somebody_renamed_is_read_and_that_is_said(tmp_path, name, source):
    path = tmp_path / name
    shutil.copy(GOOD / source, path)
    found, wanted = open_export(path), open_export(GOOD / source)
    assert "a workbook is what it holds" in found.notes[0]
    assert [row.cells for row in found.rows] == [row.cells for row in wanted.rows]


@pytest.mark.parametrize("delimiter", [";", "|", "\t", ","])
def test_a_table_that_was_saved_as_text_is_read_as_one(tmp_path, delimiter):
    path = tmp_path / "forms.txt"
    heads = ["Form ID", "Person ID", "Form", "Completed", "What matters"]
    with path.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle, delimiter=delimiter).writerows([heads, ["F1", "P1", "Review", "", f"Tea{delimiter} cake"]])
    [row] = open_export(path).rows
    assert row.cells == dict(zip(heads, ["F1", "P1", "Review", "", f"Tea{delimiter} cake"], strict=True))


def test_a_letter_is_no_table(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("About me\n\nI like tea, cake, walks; and dogs.\nAnn, Bob; Cy and I sing.\n", encoding="utf-8")
    assert open_export(path).columns[:2] == ("Document", "Title")


@pytest.mark.parametrize(
    ("suffix", "advice"),
    [(".doc", "save it as .docx"), (".rtf", "save it as .docx"), (".pdf", "as Word or CSV"), (".jpg", "a picture")],
)
def test_what_is_not_read_here_is_said_how_to_save(tmp_path, suffix, advice):
    path = tmp_path / f"form{suffix}"
    path.write_bytes(b"x")
    with pytest.raises(ExportError, match=advice):
        open_export(path)
