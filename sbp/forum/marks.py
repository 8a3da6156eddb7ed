"""What is there: voices, strengths, people and places, counted."""

from typing import TYPE_CHECKING

from attrs import frozen

from sbp.forum.figures import Figure
from sbp.forum.tables import Count

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NOT_STRONG = ("hollow",)
"""Marks that say a strength is named without saying anything of the person."""


@frozen(kw_only=True)
class MarkFigures:
    """How often one thing was there, and in how many of the records that hold text."""

    id: str
    title: str
    why: str
    times: Count
    records: Figure

    @property
    def is_strong(self) -> bool:
        """Whether more of this is good recording."""
        return self.id not in NOT_STRONG


def marks(store: "DuckDBPyConnection") -> tuple[MarkFigures, ...]:
    """Every mark the rule set looks for, those never met included, by kind."""
    of = store.execute("SELECT count(*) FROM records WHERE words > 0").fetchall()[0][0]
    rows = store.execute(
        """SELECT a.id, a.title, a.why, coalesce(sum(m.count), 0)::BIGINT, count(DISTINCT m.record_id)
           FROM marks_about a LEFT JOIN marks m ON m.kind = a.id GROUP BY a.id, a.title, a.why ORDER BY a.id"""
    ).fetchall()
    return tuple(
        MarkFigures(
            id=ident,
            title=title,
            why=why,
            times=Count(value=times, key=("mark", ident, "times")),
            records=Figure(met=records, of=of, key=("mark", ident), of_key="records with words"),
        )
        for ident, title, why, times, records in rows
    )
