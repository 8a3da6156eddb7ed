"""Plain text: a form typed with headings and labels, or an export that somebody saved as .txt."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sbp.errors import ExportError
from sbp.readers.delimited import read_delimited
from sbp.readers.document import Block, Paragraph, document
from sbp.readers.encoding import encoding_of
from sbp.readers.rows import Export

_PARTED: Final = {"\t": 2, ";": 2, "|": 2, ",": 4}
"""How many of a sign the first two lines of a table hold at least, and the lines of a letter seldom."""

_LARGEST: Final = 64 << 20
_LINE: Final = re.compile(r"[=\-_*~]{3,}")
_CAPITALS: Final = re.compile(r"(?=[^a-z]*[A-Z]{3})[A-Z0-9 ,'’/&()\-]{4,80}")


def read_text(path: Path) -> Export:
    """Open a text file as one document, or as a table when its first lines look like rows of one."""
    encoding = encoding_of(path)
    with path.open(encoding=encoding.name, errors=encoding.errors) as handle:
        first, second = handle.readline(1 << 20), handle.readline(1 << 20)
    if any(first.count(sign) >= least and second.count(sign) >= first.count(sign) for sign, least in _PARTED.items()):
        return read_delimited(path)
    if path.stat().st_size > _LARGEST:
        raise ExportError(f"{path} is larger than {_LARGEST >> 20} MB and is no table. Export it as CSV UTF-8.")
    lines = path.read_text(encoding=encoding.name, errors=encoding.errors).replace("\0", "").splitlines()
    return document(path, _blocks(lines), encoding.notes)


def _blocks(lines: list[str]) -> Iterator[Block]:
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        text = line.strip()
        if _LINE.fullmatch(text):
            continue
        if text.startswith("#"):
            yield Paragraph(text.lstrip("# "), 1)
        elif text and len(text) <= 100 and (_CAPITALS.fullmatch(text) or _LINE.fullmatch(after.strip())):
            yield Paragraph(text, 1)
        else:
            yield Paragraph(line.rstrip())
