"""A comparison as one HTML file: no script, no outside reference, every word of a record escaped."""

from pathlib import Path
from typing import Final

from sbp.reports.html import TEMPLATES as REPORT_TEMPLATES
from sbp.reports.html import environment
from sbp.workshop.compare import Comparison
from sbp.workshop.lost import TITLES

TEMPLATES: Final = Path(__file__).parent / "templates"


def compare_page(comparison: Comparison, before: str, after: str) -> str:
    """The page. `before` and `after` are what the two tellings are called."""
    return (
        environment(TEMPLATES)
        .get_template("compare.html.j2")
        .render(
            c=comparison,
            verdict=comparison.said,
            lost_titles=TITLES,
            before=before,
            after=after,
            style=_style(),
        )
    )


def _style() -> str:
    """The report's look, and what only this page has."""
    sheets = (REPORT_TEMPLATES / "report.css", TEMPLATES / "compare.css")
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
