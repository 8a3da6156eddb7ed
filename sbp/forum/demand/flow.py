"""Requests, assessments, plans, services and reviews: by month, and by support reason."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from sbp.forum.names import month_name, months_between
from sbp.forum.standards import NO_DATE
from sbp.forum.tables import Count, Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

HEADINGS: Final = ("Requests", "Assessments", "Plans", "Services started", "Reviews")
NO_REASON: Final = "No support reason recorded"

_SORTED: Final = """
    SELECT CASE WHEN kind = 'request' THEN 'Requests'
                WHEN kind IN ('needs_assessment', 'carers_assessment') THEN 'Assessments'
                WHEN kind IN ('care_and_support_plan', 'carers_support_plan') THEN 'Plans'
                WHEN kind = 'service' THEN 'Services started'
                WHEN kind = 'review' THEN 'Reviews' END AS what,
           CASE WHEN kind IN ('request', 'service') THEN coalesce(started_on, completed_on)
                ELSE coalesce(completed_on, started_on) END AS day,
           coalesce(support_reason, '') AS reason
    FROM events
    WHERE coalesce(assessment_type, '') <> 'Financial assessment' AND coalesce(available, true)
"""
"""A request and a service count on the day they begin; an assessment, a plan and a review on the day they end."""


def by_month(store: "DuckDBPyConnection") -> Table | None:
    """Every month from the first to the last in which something happened, those without anything too.

    What has no date stands in a row of its own, so that the sum is that of all.
    """
    counted = dict(
        store.execute(
            f"SELECT (coalesce(strftime(day, '%Y-%m'), ''), what), count(*) FROM ({_SORTED}) GROUP BY 1"
        ).fetchall()
    )
    there = {month for month, _ in counted}
    if not there - {""}:
        return None
    along = [(month, month_name(month)) for month in months_between(min(there - {""}), max(there))]
    along += [("", NO_DATE)] if "" in there else []
    shown, rows = _laid_out(counted, along, "All, dated or not" if "" in there else "All months", "events")
    return Table(
        id="demand-by-month",
        caption="What came in and what was done, by month",
        first="Month",
        columns=shown,
        rows=rows,
        total=True,
        notes=(
            "A request and a service count in the month they began; an assessment, a plan and a review in the month "
            "they were completed. The first and the last month may not be whole.",
        ),
    )


def by_reason(store: "DuckDBPyConnection") -> Table | None:
    """The same by primary support reason, in the order of the alphabet."""
    counted = dict(store.execute(f"SELECT (reason, what), count(*) FROM ({_SORTED}) GROUP BY 1").fetchall())
    reasons = sorted({reason for reason, _ in counted}, key=lambda reason: (not reason, reason))
    if not any(reasons):
        return None
    shown, rows = _laid_out(counted, [(reason, reason or NO_REASON) for reason in reasons], "All reasons", "events")
    return Table(
        id="demand-by-reason",
        caption="What came in and what was done, by primary support reason",
        first="Primary support reason",
        columns=shown,
        rows=rows,
        total=True,
    )


def _laid_out(
    counted: Mapping[tuple[str, str], int], along: Sequence[tuple[str, str]], all_of_them: str, key: str
) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[Count, ...]], ...]]:
    """Columns, what happened; and rows, months or reasons with their names, and their sum, known elsewhere by `key`."""
    there = {what for _, what in counted}
    shown = tuple(what for what in HEADINGS if what in there)
    rows = [(name, tuple(Count(value=counted.get((one, what), 0)) for what in shown)) for one, name in along]
    sums = tuple(
        Count(value=sum(number for (_, kind), number in counted.items() if kind == what), key=(key, what))
        for what in shown
    )
    return shown, (*rows, (all_of_them, sums))
