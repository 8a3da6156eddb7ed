"""Pages around a sitting: written from a template, one file each, nothing loaded from anywhere."""

import os
from collections.abc import Iterable
from pathlib import Path

from sbp.errors import OutputError
from sbp.reports.html import TEMPLATES, environment


def write_page(path: Path, template: str, **names: object) -> Path:
    """Write a page of the Forum. Raises `OutputError`."""
    style = "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in ("report.css", "forum/forum.css"))
    return write_text(path, environment().get_template(f"forum/{template}.html.j2").generate(style=style, **names))


def write_text(path: Path, pieces: Iterable[str]) -> Path:
    """Write a file of text. Raises `OutputError`."""
    return write_bytes(path, "".join(pieces).encode("utf-8", "replace"))


def write_bytes(path: Path, content: bytes) -> Path:
    """Write beside a file's place, then change places, so that half a file is never there. Raises `OutputError`."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        os.replace(part, path)  # noqa: PTH105 - unlike Path.rename, it replaces on Windows too
    except OSError as problem:
        raise OutputError(
            f"{path} cannot be written: {problem.strerror}. Close it if it is open, or choose another folder."
        ) from None
    finally:
        part.unlink(missing_ok=True)
    return path
