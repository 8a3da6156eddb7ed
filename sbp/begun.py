"""What a run begins with, as hashes: all of it must be the same for a run that was stopped to go on."""

import hashlib
from datetime import date
from importlib.metadata import version
from pathlib import Path

from sbp.errors import ExportError
from sbp.rules import RuleSet
from sbp.store import forget_run


def begun_with(
    export: Path, mapping: Path | None, cld: Path | None, rules: RuleSet, as_at: date | None, keep_text: bool
) -> dict[str, str]:
    """All that must be the same for a run to go on."""
    return {
        "sbp_version": version("strengths-based-practice"),
        "rules_hash": rules.hash,
        "export_sha256": _sha256(export),
        "mapping_sha256": _sha256(mapping) if mapping else "",
        "cld_sha256": _sha256(cld) if cld else "",
        "as_at": as_at.isoformat() if as_at else "",
        "keep_text": "yes" if keep_text else "no",
    }


def refuse_if_changed(export: Path, sha256: str, out: Path) -> None:
    """Raise when an export is no longer what was read, and give up what was made of it."""
    if _sha256(export) != sha256:
        forget_run(out)
        raise ExportError(f"{export} was changed while it was being read. Run the command again once it is whole.")


def _sha256(path: Path) -> str:
    """The hash of a file; of a folder, that of its files' names and hashes."""
    if path.is_dir():
        files = sorted(found for found in path.rglob("*") if found.is_file() and not found.is_symlink())
        told = "".join(f"{found.relative_to(path).as_posix()} {_sha256(found)}\n" for found in files)
        return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()
    try:
        with path.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()
    except OSError as problem:
        raise ExportError(f"{path} cannot be read: {problem.strerror}. Is the drive still there?") from None
