"""What is there: voices, strengths, people and places, counted."""

from typing import TYPE_CHECKING

from attrs import frozen

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
    times: int
    records: int
    of: int

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
    return tuple(MarkFigures(id=row[0], title=row[1], why=row[2], times=row[3], records=row[4], of=of) for row in rows)
