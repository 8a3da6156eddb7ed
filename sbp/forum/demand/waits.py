"""How long people waited between one step and the next, and who is still waiting."""

from typing import TYPE_CHECKING, Any, Final

from sbp.forum.demand.ages import AGES, aged
from sbp.forum.demand.services import AS_AT
from sbp.forum.names import month_name
from sbp.forum.tables import Count, Table, measure

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LONGEST: Final = 365
"""A step more than this many days after another is not taken to follow from it."""

_REQUEST: Final = "kind = 'request'"
_ASSESSMENT: Final = (
    "kind IN ('needs_assessment', 'carers_assessment') AND coalesce(assessment_type, '') <> 'Financial assessment'"
)
_PLAN: Final = "kind IN ('care_and_support_plan', 'carers_support_plan')"
_SERVICE: Final = "kind = 'service' AND coalesce(available, true)"
_BEGAN: Final = "coalesce(started_on, completed_on)"
_ENDED: Final = "coalesce(completed_on, started_on)"

STEPS: Final = {
    "From request to assessment completed": (_REQUEST, _BEGAN, _ASSESSMENT, _ENDED),
    "From assessment completed to plan completed": (_ASSESSMENT, _ENDED, _PLAN, _ENDED),
    "From plan completed to service started": (_PLAN, _ENDED, _SERVICE, _BEGAN),
    "From request to service started": (_REQUEST, _BEGAN, _SERVICE, _BEGAN),
}

_WAITED: Final = """
    SELECT person_id, begun, min(day) AS ended, date_diff('day', begun, min(day)) AS days
    FROM (SELECT later.person_id, later.day, earlier.day AS begun
          FROM (SELECT person_id, {end} AS day FROM events WHERE {second} AND {end} IS NOT NULL) AS later
          ASOF JOIN (SELECT person_id, {start} AS day FROM events WHERE {first} AND {start} IS NOT NULL) AS earlier
          ON later.person_id = earlier.person_id AND later.day >= earlier.day)
    WHERE date_diff('day', begun, day) <= {longest}
    GROUP BY person_id, begun
"""
"""For each first step, the first second step that has no other first step between them."""


def _waited(step: str) -> str:
    first, start, second, end = STEPS[step]
    return _WAITED.format(first=first, start=start, second=second, end=end, longest=LONGEST)


def waits(store: "DuckDBPyConnection") -> Table | None:
    """Median and 90th centile of days, step by step, over all months."""
    rows = []
    for step in STEPS:
        number, median, ninety = _figures(store, step)
        if number:
            rows.append((step, (Count(value=number), measure(median, number), measure(ninety, number))))
    if not rows:
        return None
    return Table(
        id="demand-waits",
        caption="Days waited between one step and the next",
        first="Step",
        columns=("Times it happened", "Median days", "90th centile of days"),
        rows=tuple(rows),
        notes=(
            "Half waited no longer than the median; nine in ten no longer than the 90th centile. "
            f"A step counts as following another of the same person when it comes within {LONGEST} days.",
        ),
    )


def by_month_waited(store: "DuckDBPyConnection") -> Table | None:
    """The wait from request to assessment, by the month in which the assessment was completed."""
    [step, *_] = STEPS
    found: list[Any] = store.execute(
        f"""SELECT strftime(ended, '%Y-%m'), count(*), median(days), quantile_cont(days, 0.9)
            FROM ({_waited(step)}) GROUP BY 1 ORDER BY 1"""
    ).fetchall()
    if len(found) < 2:
        return None
    return Table(
        id="demand-waits-by-month",
        caption="Days from request to assessment, by the month the assessment was completed",
        first="Month",
        columns=("Times it happened", "Median days", "90th centile of days"),
        rows=tuple(
            (month_name(month), (Count(value=number), measure(median, number), measure(ninety, number)))
            for month, number, median, ninety in found
        ),
    )


def waiting(store: "DuckDBPyConnection") -> Table | None:
    """Requests that were to lead to an assessment or a plan, with none of these after them, by how long ago."""
    found: list[Any] = store.execute(
        f"""SELECT date_diff('day', {_BEGAN}, {AS_AT}) AS days
            FROM events AS asked
            WHERE {_REQUEST} AND (result IS NULL OR result LIKE 'Progress to%')
              AND {_BEGAN} IS NOT NULL AND days >= 0
              AND NOT EXISTS (SELECT 1 FROM events AS after WHERE after.person_id = asked.person_id
                              AND after.kind <> 'request'
                              AND coalesce(after.completed_on, after.started_on) >= asked.started_on)"""
    ).fetchall()
    if not found:
        return None
    return aged(
        [days for (days,) in found],
        ident="demand-waiting",
        caption="Requests with nothing recorded after them, by how long ago they came in",
        first="How long ago",
        heading="Requests",
        ages=AGES,
        notes=(
            "These people may be waiting, or what was done may stand somewhere the export does not reach. "
            "Requests that ended with advice, with a refusal or elsewhere are not counted.",
        ),
    )


def _figures(store: "DuckDBPyConnection", step: str) -> tuple[int, float | None, float | None]:
    row = store.execute(f"SELECT count(*), median(days), quantile_cont(days, 0.9) FROM ({_waited(step)})").fetchone()
    assert row is not None
    return row
