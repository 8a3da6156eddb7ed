"""Part three of the report: demand, trends and whether there is enough to be had.

Everything rests on the store's events: requests, assessments, plans, services and reviews, told by forms, by Client
Level Data, or by both. What the records cannot support is said, and not estimated.
"""

from typing import TYPE_CHECKING

from attrs import frozen

from sbp.forum.demand.flow import by_month, by_reason
from sbp.forum.demand.measures import Measured, measured
from sbp.forum.demand.reviews import backlog, due
from sbp.forum.demand.services import direct_payments, mix, reablement, wanted
from sbp.forum.demand.waits import by_month_waited, waiting, waits
from sbp.forum.tables import Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@frozen(kw_only=True)
class Demand:
    """What came in, how long it took, what was due, what was to be had. A table is None where nothing tells of it."""

    as_at: str
    by_month: Table | None
    by_reason: Table | None
    waits: Table | None
    waited_by_month: Table | None
    waiting: Table | None
    reviews: Table | None
    backlog: Table | None
    wanted: Table | None
    mix: Table | None
    direct_payments: Table | None
    reablement: Table | None
    measured: Measured
    unsaid: tuple[str, ...]


def demand(store: "DuckDBPyConnection") -> Demand:
    """Sum up the events of a store."""
    tables = {
        "by_month": by_month(store),
        "by_reason": by_reason(store),
        "waits": waits(store),
        "waited_by_month": by_month_waited(store),
        "waiting": waiting(store),
        "reviews": due(store),
        "backlog": backlog(store),
        "wanted": wanted(store),
        "mix": mix(store),
        "direct_payments": direct_payments(store),
        "reablement": reablement(store),
    }
    unsaid = tuple(reason for name, reason in _UNSAID.items() if tables[name] is None)
    return Demand(**tables, as_at=as_at(store), measured=measured(store), unsaid=unsaid)


def as_at(store: "DuckDBPyConnection") -> str:
    """The day the run was made for, as an ISO date; empty where there is none."""
    row = store.execute("SELECT value FROM run WHERE name = 'as_at'").fetchone()
    return str(row[0]) if row and row[0] else ""


_UNSAID = {
    "by_month": "Demand by month: no request, assessment, plan, service or review has a date.",
    "waits": "Waiting times: no request is followed by a dated assessment, nor an assessment by a plan or a service.",
    "reviews": "Reviews due: no plan or review names the day its next review is due.",
    "wanted": "Services wanted and not available: no service is recorded as such.",
    "mix": "Short and long term support: no service is recorded. Client Level Data holds them: add it with --cld.",
    "direct_payments": "Direct payments: no long-term support in the community is recorded as running.",
    "reablement": "Results of reablement: no short-term support to maximise independence has ended.",
}
