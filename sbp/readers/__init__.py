"""From a file to rows without meaning. To add a format, write its file here and one line in `READERS`."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from attrs import evolve

from sbp.errors import ExportError
from sbp.readers.batch import read_folder, read_zip
from sbp.readers.delimited import read_delimited
from sbp.readers.docx import read_docx
from sbp.readers.html import read_html
from sbp.readers.json_file import read_json
from sbp.readers.json_lines import read_json_lines
from sbp.readers.parquet import read_parquet
from sbp.readers.rows import Export, Row
from sbp.readers.sniff import disguised, look_inside
from sbp.readers.text import read_text
from sbp.readers.workbook import read_workbook

READERS: Final[dict[str, Callable[[Path], Export]]] = {
    ".csv": read_delimited,
    ".docx": read_docx,
    ".htm": read_html,
    ".html": read_html,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".ods": read_workbook,
    ".parquet": read_parquet,
    ".tsv": read_delimited,
    ".txt": read_text,
    ".xls": read_workbook,
    ".xlsm": read_workbook,
    ".xlsx": read_workbook,
}
"""The reader of each suffix. Folders, and zip archives, hold files of these."""

_AS_DOCX: Final = "is of a kind that is not read here. Open it in Word or LibreOffice and save it as .docx."
_AS_CSV: Final = (
    "is of a kind that is not read here. Open it in Excel or LibreOffice and save it as .xlsx or CSV UTF-8."
)
_PICTURE: Final = "is a picture, whose words cannot be read here. Take the form from the system as Word or CSV."
_ELSEWHERE: Final[dict[str, str]] = {
    ".bmp": _PICTURE,
    ".doc": _AS_DOCX,
    ".gif": _PICTURE,
    ".jpeg": _PICTURE,
    ".jpg": _PICTURE,
    ".mht": _AS_DOCX,
    ".odt": _AS_DOCX,
    ".pdf": "is a PDF, which is made for printing. Take the form from the system as Word or CSV.",
    ".png": _PICTURE,
    ".rtf": _AS_DOCX,
    ".tif": _PICTURE,
    ".xlsb": _AS_CSV,
    ".xml": _AS_CSV,
}
"""What to do with files that people send and nothing here reads."""

_ZIP: Final = ".zip"
NAMED_OTHERWISE: Final = "The file is named {}, but {} is what it holds, and it was read as that."
_CALLED: Final = {"html": "an HTML page", "text": "a table as text", "workbook": "a workbook"}
_DISGUISED: Final[dict[str, Callable[[Path], Export]]] = {
    "html": read_html,
    "text": read_delimited,
    "workbook": read_workbook,
}


def open_export(path: Path) -> Export:
    """Open an export by its suffix, or a folder or zip archive of exports, without changing it.

    Raises `ExportError`, one sentence, when it cannot be read at all.
    """
    try:
        if path.is_dir():
            return read_folder(path, _open)
        if path.suffix.lower() == _ZIP and path.is_file():
            return read_zip(path, _open)
        return _open(path)
    except OSError as problem:
        raise _unreadable(path, problem) from None


def _open(path: Path) -> Export:
    try:
        reader = _reader(path)
        look_inside(path)
        what = disguised(path)
        export = _DISGUISED.get(what, reader)(path)
    except OSError as problem:
        raise _unreadable(path, problem) from None
    except MemoryError:
        raise ExportError(f"{path} is too large for the memory of this machine. Export it in parts.") from None
    notes = (NAMED_OTHERWISE.format(path.suffix, _CALLED[what]), *export.notes) if what else export.notes
    return evolve(export, rows=_safely(export.rows, path), notes=notes)


def _reader(path: Path) -> Callable[[Path], Export]:
    if not path.exists():
        raise ExportError(f"{path} is not there. Look at the spelling of the name and the folder.")
    if not path.is_file():
        raise ExportError(f"{path} is not a file. Save the export as a file and name that.")
    if path.suffix.lower() in _ELSEWHERE:
        raise ExportError(f"{path} {_ELSEWHERE[path.suffix.lower()]}")
    if path.suffix.lower() not in READERS:
        known = ", ".join((*READERS, _ZIP))
        raise ExportError(f"{path} has a suffix that is not known. An export is a folder or one of: {known}.")
    return READERS[path.suffix.lower()]


def _safely(rows: Iterator[Row], path: Path) -> Iterator[Row]:
    try:
        yield from rows
    except OSError as problem:
        raise _unreadable(path, problem) from None


def _unreadable(path: Path, problem: OSError) -> ExportError:
    return ExportError(f"{path} cannot be read: {problem.strerror}. Is it open in another program?")


__all__ = ["READERS", "Export", "Row", "open_export"]
