"""Pages around a sitting and beside the report: one file each, from a template, nothing loaded from anywhere."""

from pathlib import Path

from sbp.reports.html import TEMPLATES, environment
from sbp.reports.writing import write


def write_page(path: Path, template: str, **names: object) -> Path:
    """Write a page of the Forum. Raises `OutputError`."""
    style = "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in ("report.css", "forum/forum.css"))
    return write(path, environment().get_template(f"forum/{template}.html.j2").generate(style=style, **names))
