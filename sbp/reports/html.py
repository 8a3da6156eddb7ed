"""The consistency report as one HTML file: no script, no outside reference, every word of a record escaped."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sbp.forum import names
from sbp.forum.figures import FEWEST_RECORDS
from sbp.forum.summary import Summary

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from jinja2 import Environment

TEMPLATES: Final = Path(__file__).parent / "templates"
WORDINGS: Final = 12
"""How many rules are shown in full; the others are in a table."""

LEVELS: Final = {
    "error": "Cannot be right",
    "query": "Please look",
    "suggestion": "An offer",
    "note": "A note",
}

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def html(store: "DuckDBPyConnection", summary: Summary) -> Iterator[str]:
    """The report, in pieces. It says what the summary says, and nothing else."""
    style = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    template = environment().get_template("report.html.j2")
    yield from template.generate(s=summary, style=style, levels=LEVELS, wordings=WORDINGS, fewest=FEWEST_RECORDS)


def environment() -> "Environment":
    """The templates, with escaping on and every unknown name refused."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )
    for name in ("category_name", "counted", "date_name", "kind_name", "month_name", "number", "percent", "times"):
        made.filters[name] = getattr(names, name)
    made.filters["anchor"] = anchor
    return made


def anchor(name: str) -> str:
    """An id for a place in the page."""
    return re.sub("[^a-z0-9-]+", "-", name.lower()).strip("-")


def _printable(value: object) -> object:
    """Text without characters that HTML forbids or that turn the reading direction of what follows."""
    return _UNPRINTABLE.sub("\ufffd", value) if type(value) is str else value
