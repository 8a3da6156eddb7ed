"""What `sbp check` is given: records as JSON, or a plain text. What cannot be used is told without its words."""

import codecs
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import field, frozen

from sbp.errors import ExportError
from sbp.records import Record
from sbp.schema import Faults, load

_TEXTS = (".txt", ".md")
_RECORDS = (".json", ".jsonl")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@frozen(kw_only=True)
class Input:
    """What was given: a plain text and its name, or records and a sentence for each thing that is not one."""

    text: str | None = field(default=None, repr=False)
    name: str = ""
    records: tuple[Record, ...] = field(default=(), repr=False)
    faults: tuple[str, ...] = ()


def read_inputs(paths: Sequence[Path]) -> Input:
    """Read one file of any kind, or several files and folders of records as if they were one.

    What cannot be used among several is told as a fault and the rest is kept.
    Raises `ExportError` when nothing of it can be used.
    """
    files = list(dict.fromkeys(file for path in paths for file in _files(path)))
    if len(files) == 1:
        return read_input(files[0])
    records: dict[str, Record] = {}
    faults: list[str] = []
    for file in files:
        try:
            given = read_input(file)
        except ExportError as problem:
            faults.append(str(problem))
            continue
        faults.extend(given.faults)
        if given.text is not None:
            faults.append(f"{given.name} is a plain text. Texts are checked one at a time; several files are records.")
        for record in given.records:
            if records.setdefault(record.header.id, record) is not record:
                faults.append(f"{file}: {_same_id(record)}")
    if not records:
        raise ExportError("\n".join(faults))
    return Input(records=tuple(records.values()), faults=tuple(faults))


def read_input(path: Path) -> Input:
    """Read a file, or standard input for `-`.

    Raises `ExportError` when nothing of it can be used: missing, of another kind, empty, not text.
    """
    name = "standard input" if str(path) == "-" else str(path)
    text = _decode(_bytes(path), name)
    if not text.strip():
        raise ExportError(f"{name} is empty.")
    if not _holds_json(path, text):
        return Input(text=text, name=name)
    return _records(text, name, by_line=path.suffix.lower() == ".jsonl")


def words_at(record: Record, pointer: str) -> str:
    """The words a JSON pointer leads to; nothing when it leads to something else."""
    value: object = record
    for part in pointer.split("/")[1:]:
        value = value[int(part)] if isinstance(value, tuple) else getattr(value, part, None)
    return value if isinstance(value, str) else ""


def _files(path: Path) -> list[Path]:
    """A file itself; of a folder the files of records directly in it, by name."""
    if str(path) == "-" or not path.is_dir():
        return [path]
    try:
        found = sorted(one for one in path.iterdir() if one.suffix.lower() in _RECORDS and one.is_file())
    except OSError as problem:
        raise ExportError(f"{path} cannot be read: {problem.strerror or 'reading failed'}.") from None
    if not found:
        raise ExportError(f"{path} holds no records: no {' or '.join(_RECORDS)} directly in it.")
    return found


def _same_id(record: Record) -> str:
    return f"another record here has the id {record.header.id}; each needs one of its own."


def _bytes(path: Path) -> bytes:
    if str(path) == "-":
        return sys.stdin.buffer.read()
    if path.is_dir():
        raise ExportError(f"{path} is a folder. Give one file.")
    if path.suffix.lower() not in _TEXTS + _RECORDS and path.exists():
        known = ", ".join(_RECORDS + _TEXTS)
        raise ExportError(f"{path}: 'sbp check' reads {known}. Whole exports go to 'sbp audit'.")
    try:
        return path.read_bytes()
    except OSError as problem:
        raise ExportError(f"{path} cannot be read: {problem.strerror or 'reading failed'}.") from None


def _decode(content: bytes, name: str) -> str:
    """By its mark, or as UTF-8, or as Windows text; line ends stay as they are."""
    if b"\0" in content and not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ExportError(f"{name} is not a text file.")
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "")
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ExportError(f"{name} is neither UTF-8 nor Windows text. Save it as UTF-8 and try again.")


def _holds_json(path: Path, text: str) -> bool:
    if str(path) == "-":
        return text.lstrip()[0] in "{["
    return path.suffix.lower() in _RECORDS


def _records(text: str, name: str, *, by_line: bool) -> Input:
    records: dict[str, Record] = {}
    faults: list[str] = []
    for place, data in _lines(text, name) if by_line else _items(text, name):
        loaded = data if isinstance(data, str) else load(data)
        if isinstance(loaded, str):
            faults.append(f"{place}: {loaded}")
        elif isinstance(loaded, Faults):
            faults.extend(f"{place}: {fault}" for fault in loaded)
        elif records.setdefault(loaded.header.id, loaded) is not loaded:
            faults.append(f"{place}: {_same_id(loaded)}")
    return Input(records=tuple(records.values()), faults=tuple(faults))


def _lines(text: str, name: str) -> Iterator[tuple[str, object]]:
    """Each line as data; a line that is no record as the sentence that says so."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield f"{name}, line {number}", _told(_parsed(line))


def _items(text: str, name: str) -> Iterator[tuple[str, object]]:
    data = _parsed(text)
    if data is _NOT_JSON:
        lines = list(_lines(text, name))
        if len(lines) == 1 or isinstance(lines[0][1], str):
            raise ExportError(f"{name} is not JSON that can be read. It may have been cut short: export it again.")
        yield from lines
    elif isinstance(data, list):
        yield from ((f"{name}, item {number}", _told(item)) for number, item in enumerate(data, start=1))
    else:
        yield name, _told(data)


def _told(data: object) -> object:
    """A text in place of a record could be anybody's words: it becomes our sentence."""
    return data if data is _NOT_JSON or not isinstance(data, str) else "this is not a record."


_NOT_JSON = "this is not JSON."


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return _NOT_JSON
