"""The page that sets an audit beside an earlier one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sbp.forum.comparison import Comparison, compare
from sbp.forum.tables import Table
from sbp.reports.html import TEMPLATES, environment
from sbp.store import opened

COMPARED: Final = "compared-internal.html"


def write_compared(folder: Path, earlier: Path) -> Path:
    """Write what moved since an earlier audit into the folder of this one.

    Raises `StoreError` when either holds no store that can be read, `OutputError` when the file cannot be written.
    """
    from sbp.reports.writing import write

    with opened(earlier) as then, opened(folder) as now:
        found = compare(now, then)
    return write(folder / COMPARED, _page(found))


def _page(found: Comparison) -> Iterator[str]:
    style = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    yield from environment().get_template("compare.html.j2").generate(c=found, moved=_table(found), style=style)


def _table(found: Comparison) -> Table:
    return Table(
        id="standards-compared",
        caption="Standards then and now",
        first="Standard",
        columns=("Then", "Now", "Beyond chance", "Chance, all standards together"),
        rows=tuple(
            (moved.title, (moved.then, moved.now, "yes" if moved.beyond_chance else "no", _said(moved.held)))
            for moved in found.moved
        ),
        notes=("The last column is Fisher’s exact test, adjusted for all standards (Benjamini and Hochberg).",),
    )


def _said(p_value: float) -> str:
    return "under 0.001" if p_value < 0.001 else f"{p_value:.3f}"
