"""JSON: a list of objects, or an object whose `records` is one. Read whole, so there is a largest size."""

import json
from pathlib import Path
from typing import Any, Final

from sbp.errors import ExportError
from sbp.readers.encoding import Encoding, encoding_of
from sbp.readers.rows import Export, Row

LARGEST: Final = 512 << 20
_DEEPEST: Final = 40
TOO_DEEP: Final = "The entry has lists within lists too deep to be a record."
NO_OBJECT: Final = "The entry is not an object with named fields."


def read_json(path: Path) -> Export:
    """Open a JSON export. A row's number is its place in the list, counted from one."""
    if path.stat().st_size > LARGEST:
        raise ExportError(
            f"{path} is larger than {LARGEST >> 20} MB. Export it as JSON Lines (.jsonl), one object a line."
        )
    encoding = encoding_of(path)
    entries = _entries(path, encoding)
    columns = dict.fromkeys(key for entry in entries if isinstance(entry, dict) for key in entry)
    rows = (row_of(path.name, number, entry) for number, entry in enumerate(entries, 1))
    return Export(file=path.name, columns=tuple(columns), rows=rows, notes=encoding.notes)


def row_of(file: str, number: int, entry: object) -> Row:
    """A row of whatever stood in the place of an object."""
    if isinstance(entry, dict):
        if _is_deep(entry, _DEEPEST):
            return Row(file=file, number=number, problem=TOO_DEEP)
        return Row(file=file, number=number, cells=entry)
    return Row(file=file, number=number, problem=NO_OBJECT)


def _is_deep(value: object, left: int) -> bool:
    if isinstance(value, dict):
        return not left or any(_is_deep(item, left - 1) for item in value.values())
    return isinstance(value, list) and (not left or any(_is_deep(item, left - 1) for item in value))


def _entries(path: Path, encoding: Encoding) -> list[Any]:
    try:
        found = json.loads(path.read_text(encoding=encoding.name, errors=encoding.errors))
    except json.JSONDecodeError as problem:
        raise ExportError(
            f"{path}, line {problem.lineno}: this is not JSON that can be read. Export it again."
        ) from None
    except (ValueError, RecursionError):
        raise ExportError(f"{path} holds numbers too long or lists nested too deeply to be an export.") from None
    if isinstance(found, dict):
        found = found.get("records")
    if not isinstance(found, list):
        raise ExportError(f"{path} should hold a list of objects, or an object with a list named 'records'.")
    if not found:
        raise ExportError(f"{path} holds an empty list. Export it again with its records.")
    return found
