"""Which encoding a text file is in: byte order mark, then strict UTF-8, then Windows-1252. Never a guess."""

import codecs
from pathlib import Path

from attrs import frozen

_CHUNK = 1 << 20
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@frozen
class Encoding:
    """How to open a text file, and the sentences that tell a person so."""

    name: str
    errors: str
    notes: tuple[str, ...]


def encoding_of(path: Path) -> Encoding:
    """The encoding of a file, found by reading it once in pieces."""
    head = _head(path)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return _marked(path, name)
    if head[1::2].count(0) > len(head) // 4:
        return _marked(path, "utf-16-le")
    if _decodes(path, "utf-8"):
        return Encoding("utf-8", "strict", ("The text was read as UTF-8.",))
    if _decodes(path, "cp1252"):
        return Encoding("cp1252", "strict", ("The text is not UTF-8 and was read as Windows-1252.",))
    return Encoding("cp1252", "replace", ("The text is not UTF-8 and was read as Windows-1252.", _BROKEN))


_BROKEN = "Some characters could not be read and stand as \ufffd."


def _marked(path: Path, name: str) -> Encoding:
    note = f"The text was read as {'UTF-8, with a byte order mark' if name == 'utf-8-sig' else 'UTF-16'}."
    if _decodes(path, name):
        return Encoding(name, "strict", (note,))
    return Encoding(name, "replace", (note, _BROKEN))


def _head(path: Path) -> bytes:
    with path.open("rb") as handle:
        return handle.read(4096)


def _decodes(path: Path, name: str) -> bool:
    decoder = codecs.getincrementaldecoder(name)("strict")
    try:
        with path.open("rb") as handle:
            while chunk := handle.read(_CHUNK):
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
