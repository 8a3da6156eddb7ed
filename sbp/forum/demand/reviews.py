"""Reviews: which were due, which were done, and how old the backlog is."""

from typing import TYPE_CHECKING, Any, Final

from sbp.forum.demand.ages import aged
from sbp.forum.demand.services import AS_AT
from sbp.forum.tables import Count, Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_DUE: Final = f"""
    WITH named AS (
      SELECT person_id, review_due AS due, coalesce(completed_on, started_on) AS written, kind, review_result
      FROM events WHERE review_due IS NOT NULL AND coalesce(completed_on, started_on) <= review_due),
    reviewed AS (
      SELECT named.*, (SELECT min(coalesce(later.completed_on, later.started_on)) FROM events AS later
                       WHERE later.person_id = named.person_id AND later.kind = 'review'
                         AND coalesce(later.completed_on, later.started_on) > named.written) AS done,
             (SELECT max(coalesce(newer.completed_on, newer.started_on)) FROM events AS newer
              WHERE newer.person_id = named.person_id AND newer.review_due IS NOT NULL) AS latest
      FROM named)
    SELECT CASE WHEN kind = 'review' THEN 'Later reviews' ELSE 'First reviews of a plan' END AS which, due, done,
           {AS_AT} AS as_at
    FROM reviewed
    WHERE due <= as_at AND coalesce(review_result, '') NOT IN ('support-ended', 'moved-setting')
      AND (done IS NOT NULL OR written = latest)
"""
"""Each review that a plan or an earlier review named a day for, up to the day of the run, and when it was done.

A day named by a plan that a newer plan has replaced is not due any more.
"""
HEADINGS: Final = ("Due", "Done by the day named", "Done later", "Overdue")


def due(store: "DuckDBPyConnection") -> Table | None:
    """How many reviews were due by the day of the run, and what became of them."""
    found: list[Any] = store.execute(
        f"""SELECT which, count(*), count(*) FILTER (done <= due), count(*) FILTER (done > due),
              count(*) FILTER (done IS NULL) FROM ({_DUE}) GROUP BY 1 ORDER BY 1"""
    ).fetchall()
    if not found:
        return None
    rows = [(which, tuple(Count(value=number) for number in numbers)) for which, *numbers in found]
    sums = tuple(Count(value=sum(row[at] for row in found)) for at in range(1, 5))
    return Table(
        id="demand-reviews",
        caption="Reviews that plans and earlier reviews named a day for",
        first="Which reviews",
        columns=HEADINGS,
        rows=(*rows, ("All reviews", (*sums[:3], Count(value=sums[3].value, key=("demand-backlog", "all"))))),
        total=True,
        across=True,
        notes=(
            "The day is the one the plan or the review names. Statutory guidance (chapter 13) expects a review at "
            "least every 12 months, and a light-touch one 6 to 8 weeks after a plan begins.",
        ),
    )


def backlog(store: "DuckDBPyConnection") -> Table | None:
    """Reviews overdue on the day of the run, by how long."""
    found: list[Any] = store.execute(f"SELECT date_diff('day', due, as_at) FROM ({_DUE}) WHERE done IS NULL").fetchall()
    if not found:
        return None
    return aged(
        [days for (days,) in found],
        ident="demand-backlog",
        caption="Reviews overdue, by how long",
        first="How long overdue",
        heading="Reviews",
    )
