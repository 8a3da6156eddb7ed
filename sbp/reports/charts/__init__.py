"""Charts: Vega-Lite files with data put in, drawn to static SVG. To add a shape, add its file to this folder.

A file says how things look and holds no data: `{"name": "rows"}` stands where the data go, and a text such as `$x` is
where a label goes. What is drawn comes from the tables of the summary, and so from numbers that may be shown.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from itertools import islice
from pathlib import Path
from typing import Any, Final

from sbp.forum.figures import Figure
from sbp.forum.standards import NO_DATE
from sbp.forum.tables import Count, Measure, Table

FOLDER: Final = Path(__file__).parent
VEGA_LITE: Final = "6.4"

Row = Mapping[str, str | float | int | None]

_ROLES = re.compile(r' (?:role|aria-[a-z]+|xmlns(?::xlink)?|version|class)="[^"]*"')
_OUTER = re.compile(r'<svg[^>]*width="(\d+)" height="(\d+)" viewBox="([^"]*)"[^>]*>(.*)</svg>', re.DOTALL)


def chart(
    name: str, rows: Sequence[Row], *, ident: str, title: str, desc: str, labels: Mapping[str, str] | None = None
) -> str:
    """One chart as SVG for a page: `role="img"`, a title and a description, and marks that no screen reader meets.

    `name` is a file of this folder without its ending, `ident` unlike any other id of the page, `labels` what stands
    for `$x`, `$y` and the like. Put the table the rows come from beside it. The same values give the same bytes.
    """
    import vl_convert

    drawn = vl_convert.vegalite_to_svg(spec(name, rows, labels or {}), vl_version=VEGA_LITE)
    found = _OUTER.fullmatch(drawn)
    if found is None:
        raise ValueError("the drawing is not an SVG of the expected shape")
    width, height, box, marks = found.groups()
    return (
        f'<svg class="chart" role="img" aria-labelledby="{ident}-title {ident}-desc" width="{width}" height="{height}" '
        f'viewBox="{box}"><title id="{ident}-title">{escape(title)}</title>'
        f'<desc id="{ident}-desc">{escape(desc)}</desc><g aria-hidden="true">{_ROLES.sub("", marks)}</g></svg>'
    )


def spec(name: str, rows: Sequence[Row], labels: Mapping[str, str]) -> dict[str, Any]:
    """A chart's whole Vega-Lite specification, data and house style in it: for analysts, and to be drawn."""
    made: dict[str, Any] = _labelled(_read(name), labels)
    made["config"] = _read("house")
    made["datasets"] = {"rows": [dict(row) for row in rows]}
    return made


def points(table: Table, *columns: str) -> list[Row]:
    """Columns of a table as rows for `line` and `bar`: name, value, series.

    The row of totals is left out, and so is that of no date, and what may not be shown.
    """
    found: list[Row] = []
    last = len(table.rows) - table.total
    for column in columns or table.columns:
        for place, (name, cell) in enumerate(islice(table.column(column), last)):
            value = _value(cell)
            if value is not None and name != NO_DATE:
                found.append({"name": name, "value": value, "series": column, "place": place})
    return found


def _value(cell: object) -> float | int | None:
    if isinstance(cell, Figure):
        return None if cell.unsaid else round(cell.share, 4)
    return cell.value if isinstance(cell, (Count, Measure)) else None


def _labelled(part: Any, labels: Mapping[str, str]) -> Any:
    if isinstance(part, dict):
        return {key: _labelled(value, labels) for key, value in part.items()}
    if isinstance(part, list):
        return [_labelled(value, labels) for value in part]
    return labels[part[1:]] if isinstance(part, str) and part.startswith("$") else part


@cache
def _text(name: str) -> str:
    return (FOLDER / f"{name}.vl.json").read_text(encoding="utf-8")


def _read(name: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(_text(name))
    return made
