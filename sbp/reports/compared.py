"""The page that sets an audit beside an earlier one."""

from pathlib import Path
from typing import Final

from sbp.forum.comparison import Comparison, compare
from sbp.forum.tables import Table
from sbp.store import opened

COMPARED: Final = "compared-internal.html"


def write_compared(folder: Path, earlier: Path) -> Path:
    """Write what moved since an earlier audit into the folder of this one.

    Raises `StoreError` when either holds no store that can be read, `OutputError` when the file cannot be written.
    """
    from sbp.reports.forum_pages import write_page

    with opened(earlier) as then, opened(folder) as now:
        found = compare(now, then)
    return write_page(folder / COMPARED, "compared", c=found, moved=_table(found))


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
