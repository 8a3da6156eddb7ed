"""Support: short and long term, direct payments, what reablement led to, and what was wanted and not to be had."""

from typing import TYPE_CHECKING, Any, Final

from sbp.forum.figures import Figure, few
from sbp.forum.tables import Count, Table, measure

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

REABLEMENT: Final = "Short term support: ST-Max"
COMMUNITY: Final = "Long term support: Community"
AGE_GROUPS: Final = {"18 to 64": "age < 65", "65 and over": "age >= 65", "Age not recorded": "age IS NULL"}

AS_AT: Final = "(SELECT value::DATE FROM run WHERE name = 'as_at')"
RUNNING: Final = (
    f"kind = 'service' AND coalesce(available, true) AND started_on <= {AS_AT} "
    f"AND (completed_on IS NULL OR completed_on >= {AS_AT})"
)
"""Services that were running on the day of the run."""
DIRECT: Final = "(delivery = 'Direct payment' OR component ILIKE '%direct payment%')"
"""ASCOF 3D counts a direct payment shown in either field."""


def mix(store: "DuckDBPyConnection") -> Table | None:
    """Services that began, and people with one running on the day of the run, by type."""
    found: list[Any] = store.execute(
        f"""SELECT coalesce(service_type, 'Type not recorded'), count(*), count(DISTINCT person_id) FILTER ({RUNNING})
            FROM events WHERE kind = 'service' AND coalesce(available, true) GROUP BY 1 ORDER BY 1"""
    ).fetchall()
    if not found:
        return None
    return Table(
        id="demand-mix",
        caption="Short and long term support, by type of service",
        first="Type of service",
        columns=("Services recorded", "People with one running"),
        rows=tuple((kind, (Count(value=all_of), Count(value=running))) for kind, all_of, running in found),
        notes=("People are counted on the day the run was made for; a person may have more than one type.",),
    )


def direct_payments(store: "DuckDBPyConnection") -> Table | None:
    """People with long-term support in the community, and how many take any of it as a direct payment."""
    rows = []
    for name, who in AGE_GROUPS.items():
        row = store.execute(
            f"""SELECT count(*) FILTER (direct), count(*) FROM
                (SELECT person_id, bool_or({DIRECT}) AS direct FROM events
                 WHERE {RUNNING} AND service_type = '{COMMUNITY}' AND {who} GROUP BY 1)"""
        ).fetchone()
        assert row is not None
        if row[1]:
            rows.append((name, (rate(*row),)))
    if not rows:
        return None
    return Table(
        id="demand-direct-payments",
        caption="People with long-term support in the community who have a direct payment",
        first="Age",
        columns=("With a direct payment",),
        rows=tuple(rows),
        notes=("On the day of the run. A direct payment may be a part of somebody's support or all of it.",),
    )


def reablement(store: "DuckDBPyConnection") -> Table | None:
    """What short-term support to maximise independence led to."""
    found: list[Any] = store.execute(
        """SELECT coalesce(result, 'Nothing recorded of what it led to'), count(*) FROM events
           WHERE kind = 'service' AND service_type = ? AND completed_on IS NOT NULL GROUP BY 1 ORDER BY 1""",
        [REABLEMENT],
    ).fetchall()
    if not found:
        return None
    return Table(
        id="demand-reablement",
        caption="What reablement led to",
        first="What came next",
        columns=("Times it ended so",),
        rows=(
            *((result, (Count(value=number),)) for result, number in found),
            ("All that ended", (Count(value=sum(number for _, number in found), key=("reablement", "ended")),)),
        ),
        total=True,
    )


def wanted(store: "DuckDBPyConnection") -> Table | None:
    """Services wanted and not to be had, by service and area, and for how long."""
    found: list[Any] = store.execute(
        f"""SELECT coalesce(component, service_type, 'Service not named') AS what, coalesce(area, 'Area not recorded'),
              count(*), count(*) FILTER (completed_on IS NULL), count(*) FILTER (used_instead IS NOT NULL),
              median(date_diff('day', started_on, coalesce(completed_on, {AS_AT})))
            FROM events WHERE kind = 'service' AND available = false GROUP BY 1, 2 ORDER BY 1, 2"""
    ).fetchall()
    if not found:
        return None
    return Table(
        id="demand-wanted",
        caption="Services wanted and not available",
        first="Service and area",
        columns=("Times", "Still wanted", "Something else used instead", "Median days so far"),
        rows=tuple(
            (
                f"{what}, {area}",
                (Count(value=times), Count(value=open_), Count(value=instead), measure(days, times)),
            )
            for what, area, times, open_, instead, days in found
        ),
        notes=("What was used instead stands in the records, and in the options of the Forum's cases.",),
    )


def rate(met: int, of: int) -> Figure:
    """A rate of people."""
    return Figure(met=met, of=of, unsaid=few(of, "people"))
