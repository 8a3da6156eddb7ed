"""Whether a file is what its suffix says: told by its first bytes, before a reader meets it."""

import re
import zipfile
from pathlib import Path
from typing import Final

from sbp.errors import ExportError
from sbp.readers.packed import BROKEN

_PACKED: Final = b"PK\x03\x04"
_OLD: Final = b"\xd0\xcf\x11\xe0"
_PACKED_KINDS: Final = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".docx"})
_TEXT_KINDS: Final = frozenset({".csv", ".tsv", ".txt"})
_OLD_KINDS: Final = frozenset({".xls"})
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_BOOK: Final = b"\x09\x08\x10\x00\x00\x06\x05\x00"
_LOCKED_BOOK: Final = re.compile(re.escape(_BOOK) + rb".{12}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)
"""The first record of an old workbook (BOF), perhaps one that says it is not to be changed, and FILEPASS."""

_MANIFEST: Final = "META-INF/manifest.xml"
_LOOKED_AT: Final = 1 << 20


def look_inside(path: Path) -> None:
    """Raise `ExportError` when a file is empty, locked, or of another kind than its suffix says."""
    with path.open("rb") as handle:
        head = handle.read(4096)
    suffix = path.suffix.lower()
    if not head.strip(b"\xef\xbb\xbf \t\r\n"):
        raise ExportError(f"{path} is empty. Export it again.")
    if _is_locked(path, head):
        raise ExportError(f"{path} is protected by a password. Save it without one and try again.")
    if disguised(path):
        return
    if head.startswith(_PACKED) and suffix not in _PACKED_KINDS:
        raise _another(path, "an Excel or zip file")
    if head.startswith(_OLD) and suffix not in _OLD_KINDS:
        raise _another(path, "an old Excel or Word file")
    if suffix in (".xlsx", ".xlsm", ".ods", ".docx") and not head.startswith(_PACKED):
        raise ExportError(f"{path} has the suffix {path.suffix} and is something else. Save or export it again.")


def disguised(path: Path) -> str:
    """What a file is whose name says otherwise, where it can be read all the same; else nothing.

    `html` or `text` for one that is named .xls, as reporting systems write them; `workbook` for one that somebody
    renamed to .csv or the like.
    """
    suffix = path.suffix.lower()
    with path.open("rb") as handle:
        head = handle.read(4096)
    if suffix in _TEXT_KINDS:
        return "workbook" if head.startswith((_PACKED, _OLD)) and _is_workbook(path) else ""
    if suffix != ".xls" or head.startswith((_PACKED, _OLD, b"\x09")):
        return ""
    start = head.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip().lower()
    return "html" if start.startswith(b"<") else "text"


def _is_workbook(path: Path) -> bool:
    with path.open("rb") as handle:
        if _BOOK in handle.read(_LOOKED_AT):
            return True
    try:
        with zipfile.ZipFile(path) as packed:
            return "xl/workbook.xml" in packed.namelist()
    except BROKEN:
        return False


def _another(path: Path, what: str) -> ExportError:
    return ExportError(
        f"{path} has the suffix {path.suffix} but is {what}. Open it and save it as CSV UTF-8, then try again."
    )


def _is_locked(path: Path, head: bytes) -> bool:
    if head.startswith(_PACKED):
        return path.suffix.lower() == ".ods" and _has_locked_parts(path)
    return head.startswith(_OLD) and path.suffix.lower() in _PACKED_KINDS and _has_locked_stream(path)


def _has_locked_parts(path: Path) -> bool:
    """OpenDocument locks the files inside and says so in its list of them."""
    try:
        with zipfile.ZipFile(path) as packed, packed.open(_MANIFEST) as manifest:
            return b"encryption-data" in manifest.read(_LOOKED_AT)
    except (KeyError, *BROKEN):
        return False


def _has_locked_stream(path: Path) -> bool:
    """Newer Office puts what is locked into an old-style file with an entry of this name; old Excel marks its start."""
    with path.open("rb") as handle:
        size = path.stat().st_size
        start = handle.read(_LOOKED_AT)
        handle.seek(max(0, size - _LOOKED_AT))
        return _LOCKED in start or _LOCKED in handle.read() or _LOCKED_BOOK.search(start) is not None
