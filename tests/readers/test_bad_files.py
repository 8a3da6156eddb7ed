"""Each folder of `tests/exports/bad` holds a file that cannot be read, and part of the sentence that says so."""

import os
from pathlib import Path

import pytest

from sbp.errors import ExportError
from sbp.readers import open_export

BAD = Path(__file__).parents[1] / "exports" / "bad"
FOLDERS = sorted(path for path in BAD.iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_file_that_cannot_be_read_is_one_clear_sentence_with_its_name(folder):
    [export] = [path for path in folder.iterdir() if path.name != "expected.txt"]
    with pytest.raises(ExportError) as caught:
        open_export(export)
    assert (folder / "expected.txt").read_text(encoding="utf-8").strip() in str(caught.value)
    assert str(export) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    with pytest.raises(ExportError, match="is not there"):
        open_export(tmp_path / "notes.csv")


def test_an_empty_folder_is_said_to_hold_no_files(tmp_path):
    with pytest.raises(ExportError, match="holds no files to read"):
        open_export(tmp_path)


def test_what_is_no_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "notes.csv")
    with pytest.raises(ExportError, match="is not a file"):
        open_export(tmp_path / "notes.csv")


def test_what_the_system_refuses_is_one_sentence(tmp_path):
    with pytest.raises(ExportError, match="cannot be read: File name too long"):
        open_export(tmp_path / ("x" * 300 + ".csv"))
