"""Whether a file is what its suffix says: told by its first bytes, before a reader meets it."""

from pathlib import Path
from typing import Final

from sbp.errors import ExportError

_PACKED: Final = b"PK\x03\x04"
_OLD: Final = b"\xd0\xcf\x11\xe0"
_PACKED_KINDS: Final = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".docx"})
_OLD_KINDS: Final = frozenset({".xls"})
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_LOOKED_AT: Final = 1 << 20


def look_inside(path: Path) -> None:
    """Raise `ExportError` when a file is empty, locked, or of another kind than its suffix says."""
    with path.open("rb") as handle:
        head = handle.read(4096)
    suffix = path.suffix.lower()
    if not head.strip(b"\xef\xbb\xbf \t\r\n"):
        raise ExportError(f"{path} is empty. Export it again.")
    if head.startswith(_OLD) and suffix in _PACKED_KINDS and _is_locked(path):
        raise ExportError(f"{path} is protected by a password. Save it without one and try again.")
    if head.startswith(_PACKED) and suffix not in _PACKED_KINDS:
        raise _another(path, "an Excel or zip file")
    if head.startswith(_OLD) and suffix not in _OLD_KINDS:
        raise _another(path, "an old Excel or Word file")
    if suffix in (".xlsx", ".xlsm", ".ods", ".docx") and not head.startswith(_PACKED):
        raise ExportError(f"{path} has the suffix {path.suffix} and is something else. Save or export it again.")


def disguised(path: Path) -> str:
    """`html` or `text` for a file that is named .xls and is that inside, as reporting systems write them."""
    if path.suffix.lower() != ".xls":
        return ""
    with path.open("rb") as handle:
        head = handle.read(4096)
    if head.startswith((_PACKED, _OLD, b"\x09")):
        return ""
    start = head.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip().lower()
    return "html" if start.startswith(b"<") else "text"


def _another(path: Path, what: str) -> ExportError:
    return ExportError(
        f"{path} has the suffix {path.suffix} but is {what}. Open it and save it as CSV UTF-8, then try again."
    )


def _is_locked(path: Path) -> bool:
    """Office puts what a password protects into an old-style file with this entry in its list of contents."""
    with path.open("rb") as handle:
        size = path.stat().st_size
        head = handle.read(_LOOKED_AT)
        handle.seek(max(0, size - _LOOKED_AT))
        return _LOCKED in head or _LOCKED in handle.read()
