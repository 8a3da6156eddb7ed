"""The consistency report as one HTML file: no script, no outside reference, every word of a record escaped."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sbp.forum import names
from sbp.forum.demand.moved import moved
from sbp.forum.figures import FEWEST_RECORDS, Figure
from sbp.forum.names import so_many, so_often
from sbp.forum.summary import Summary
from sbp.forum.tables import Table
from sbp.reports.charts import Row, chart, points
from sbp.reports.charts.rows import funnel_rows, lines_of, xmr_rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from jinja2 import Environment
    from markupsafe import Markup

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


@cache
def environment(templates: Path = TEMPLATES) -> "Environment":
    """The templates of a folder, with escaping on and every unknown name refused."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )
    for name in (
        "category_name",
        "counted",
        "date_name",
        "kind_name",
        "month_name",
        "number",
        "of_them",
        "percent",
        "seldom",
        "times",
    ):
        made.filters[name] = getattr(names, name)
    made.filters["anchor"] = anchor
    made.filters |= {
        "figures": figures,
        "funnel_lines": lines_of,
        "funnel_rows": funnel_rows,
        "so_many": so_many,
        "so_often": so_often,
        "title_of": title_of,
        "xmr_rows": xmr_rows,
    }
    made.globals |= {"chart": drawn, "moved": moved, "points": points}
    return made


def figures(table: Table) -> list[tuple[str, Figure]]:
    """The rows of a table with one figure each."""
    return [(name, cell) for name, (cell, *_) in table.rows if isinstance(cell, Figure)]


def drawn(name: str, rows: Sequence[Row], **how: Any) -> "Markup":
    """A chart for a template; see `sbp.reports.charts.chart`."""
    from markupsafe import Markup

    return Markup(chart(name, rows, **how))  # noqa: S704 - `chart` escapes what it is given


def title_of(drawing: str) -> str:
    """The title of a chart."""
    found = re.search("<title[^>]*>(.*?)</title>", drawing)
    return unescape(found[1]) if found else ""


def anchor(name: str) -> str:
    """An id for a place in the page."""
    return re.sub("[^a-z0-9-]+", "-", name.lower()).strip("-")


def _printable(value: object) -> object:
    """Text without characters that HTML forbids or that turn the reading direction of what follows."""
    return _UNPRINTABLE.sub("\ufffd", value) if type(value) is str else value
