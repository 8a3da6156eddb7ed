"""JSON Lines: one object a line. A broken line is set aside alone and the rest goes on."""

import json
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Final

from sbp.errors import ExportError
from sbp.readers.encoding import Encoding, encoding_of
from sbp.readers.json_file import row_of
from sbp.readers.lines import TOO_LONG, line_of
from sbp.readers.rows import Export, Row

BROKEN: Final = "The line is not JSON that can be read."
_LOOKED_AT = 200


def read_json_lines(path: Path) -> Export:
    """Open a JSON Lines export. Columns are those of the first 200 lines; a row's number is its line."""
    encoding = encoding_of(path)
    with path.open(encoding=encoding.name, errors=encoding.errors) as handle:
        if handle.read(100).lstrip().startswith("["):
            raise ExportError(f"{path} is one JSON list, not an object a line. Give it the suffix .json.")
    rows = _rows(path, encoding)
    looked_at = list(islice(rows, _LOOKED_AT))
    if not looked_at:
        raise ExportError(f"{path} holds no records. Export it again with its records.")
    columns = dict.fromkeys(name for row in looked_at for name in row.cells)
    return Export(file=path.name, columns=tuple(columns), rows=chain(looked_at, rows), notes=encoding.notes)


def _rows(path: Path, encoding: Encoding) -> Iterator[Row]:
    with path.open(encoding=encoding.name, errors=encoding.errors, newline="\n") as handle:
        for number, (line, is_too_long) in enumerate(iter(lambda: line_of(handle), ("", False)), 1):
            if is_too_long:
                yield Row(file=path.name, number=number, problem=TOO_LONG)
                continue
            if not line.strip("\ufeff\0 \t\r\n"):
                continue
            try:
                entry = json.loads(line)
            except (ValueError, RecursionError):
                yield Row(file=path.name, number=number, problem=BROKEN)
                continue
            yield row_of(path.name, number, entry)
