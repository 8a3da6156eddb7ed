"""From a file to rows without meaning. To add a format, write its file here and one line in `READERS`."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from attrs import evolve

from sbp.errors import ExportError
from sbp.readers.delimited import read_delimited
from sbp.readers.json_file import read_json
from sbp.readers.json_lines import read_json_lines
from sbp.readers.rows import Export, Row

READERS: Final[dict[str, Callable[[Path], Export]]] = {
    ".csv": read_delimited,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".tsv": read_delimited,
}

_WORKBOOKS: Final = {b"PK\x03\x04": "an Excel or zip file", b"\xd0\xcf\x11\xe0": "an old Excel or Word file"}


def open_export(path: Path) -> Export:
    """Open an export by its suffix, without changing it.

    Raises `ExportError`, one sentence, when the file cannot be read at all.
    """
    try:
        reader = _reader(path)
        _look_inside(path)
        export = reader(path)
    except OSError as problem:
        raise _unreadable(path, problem) from None
    return evolve(export, rows=_safely(export.rows, path))


def _reader(path: Path) -> Callable[[Path], Export]:
    if path.is_dir():
        raise ExportError(f"{path} is a folder. Name the export inside it.")
    if not path.exists():
        raise ExportError(f"{path} is not there. Look at the spelling of the name and the folder.")
    if not path.is_file():
        raise ExportError(f"{path} is not a file. Save the export as a file and name that.")
    if path.suffix.lower() not in READERS:
        raise ExportError(f"{path} has a suffix that is not known. An export is one of: {', '.join(READERS)}.")
    return READERS[path.suffix.lower()]


def _safely(rows: Iterator[Row], path: Path) -> Iterator[Row]:
    try:
        yield from rows
    except OSError as problem:
        raise _unreadable(path, problem) from None


def _unreadable(path: Path, problem: OSError) -> ExportError:
    return ExportError(f"{path} cannot be read: {problem.strerror}. Is it open in another program?")


def _look_inside(path: Path) -> None:
    with path.open("rb") as handle:
        head = handle.read(4096)
    if not head.strip(b"\xef\xbb\xbf \t\r\n"):
        raise ExportError(f"{path} is empty. Export it again.")
    for magic, what in _WORKBOOKS.items():
        if head.startswith(magic):
            raise ExportError(
                f"{path} has the suffix {path.suffix} but is {what}. Open it and save it as CSV UTF-8, then try again."
            )


__all__ = ["READERS", "Export", "Row", "open_export"]
