"""Measures of the Adult Social Care Outcomes Framework that the records can support, and a plain list of the others.

Numbering from 2023-24. What stands here is near to a published measure and is not it: national figures are worked out
from Client Level Data of a whole year, matched with other sources.
"""

from typing import TYPE_CHECKING, Final

from attrs import frozen

from sbp.forum.demand.services import AS_AT, COMMUNITY, DIRECT, REABLEMENT, RUNNING, rate
from sbp.forum.figures import Figure
from sbp.forum.tables import Count, Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_CARER: Final = "client_type ILIKE '%carer%' AND client_type NOT ILIKE '%known%'"
_ENDED_WELL: Final = """
    SELECT person_id, completed_on, started_on,
      NOT EXISTS (SELECT 1 FROM events AS after WHERE after.person_id = short.person_id AND after.kind = 'service'
                  AND after.service_type LIKE 'Long term support%'
                  AND after.started_on BETWEEN short.completed_on AND short.completed_on + 7)
      AND coalesce(result, '') NOT LIKE 'Progress to%' AND coalesce(result, '') NOT LIKE 'Continuation%' AS independent
    FROM events AS short
    WHERE kind = 'service' AND service_type = ? AND completed_on IS NOT NULL AND result IS NOT NULL
      AND result NOT IN ('NFA: Deceased', 'Admitted to hospital',
                         'NFA: Responsibility moved to another local authority',
                         'NFA: Referral to NHS services or NHS funded social care')
      AND NOT EXISTS (SELECT 1 FROM events AS before WHERE before.person_id = short.person_id
                      AND before.kind = 'service' AND before.service_type LIKE 'Long term support%'
                      AND before.started_on < short.started_on
                      AND coalesce(before.completed_on, short.started_on) >= short.started_on - 91)
"""
"""ASCOF 2A's shape: people without long-term support in the three months before, looked at for seven days after."""

NOT_HERE: Final = (
    "1A to 1E, 3A to 3C, 4A and 5A: they come from the surveys of people who use services and of carers.",
    "2B and 2C as rates per 100,000: the records do not know how many people live in the area.",
    "2D: it needs hospital data matched with the council's own.",
    "2E: it needs where each person lives, which is not kept from the export.",
    "4B: it comes from the Safeguarding Adults Collection.",
    "6A and 6B: they come from workforce data and from the Care Quality Commission.",
)


@frozen(kw_only=True)
class Measured:
    """What the records support, and in `not_here` what they do not, with the reason."""

    rates: Table | None
    admissions: Table | None
    not_here: tuple[str, ...] = NOT_HERE


def measured(store: "DuckDBPyConnection") -> Measured:
    """The measures, each from the events of the run."""
    return Measured(rates=_rates(store), admissions=_admissions(store))


def _rates(store: "DuckDBPyConnection") -> Table | None:
    found = {
        "2A: reablement after which no further support was asked for": _rate(
            store, f"SELECT count(*) FILTER (independent), count(*) FROM ({_ENDED_WELL})", REABLEMENT
        ),
        "3D (1a): long-term support in the community through a personal budget": _rate(
            store,
            f"""SELECT count(*) FILTER (own), count(*) FROM (
                  SELECT person_id, bool_or({DIRECT} OR delivery = 'CASSR managed personal budget') AS own
                  FROM events WHERE {RUNNING} AND service_type = ? GROUP BY 1)""",
            COMMUNITY,
        ),
        "3D (2a): long-term support in the community through a direct payment": _rate(
            store,
            f"""SELECT count(*) FILTER (direct), count(*) FROM (
                  SELECT person_id, bool_or({DIRECT}) AS direct
                  FROM events WHERE {RUNNING} AND service_type = ? GROUP BY 1)""",
            COMMUNITY,
        ),
        "3D (2b): carers supported in the year through a direct payment": _rate(
            store,
            f"""SELECT count(*) FILTER (direct), count(*) FROM (
                  SELECT person_id, bool_or({DIRECT}) AS direct FROM events
                  WHERE kind = 'service' AND service_type LIKE ? AND {_CARER}
                    AND coalesce(completed_on, {AS_AT}) > {AS_AT} - 365 AND started_on <= {AS_AT} GROUP BY 1)""",
            "Unpaid carer support: Direct%",
        ),
    }
    rows = tuple((name, (figure,)) for name, figure in found.items() if figure.of)
    if not rows:
        return None
    return Table(
        id="demand-ascof",
        caption="Near to measures of the Adult Social Care Outcomes Framework",
        first="Measure",
        columns=("People",),
        rows=rows,
        notes=("Near to the published measures and not the same: they rest on this export alone.",),
    )


def _admissions(store: "DuckDBPyConnection") -> Table | None:
    row = store.execute(
        f"""SELECT count(*) FILTER (age < 65), count(*) FILTER (age >= 65) FROM (
              SELECT person_id, arg_min(age, started_on) AS age, min(started_on) AS since FROM events
              WHERE kind = 'service' AND service_type IN
                ('Long term support: Nursing care', 'Long term support: Residential care') GROUP BY 1)
            WHERE since > {AS_AT} - 365 AND since <= {AS_AT}"""
    ).fetchone()
    if row is None or not any(row):
        return None
    return Table(
        id="demand-admissions",
        caption="New long-term admissions to residential and nursing homes in the last 365 days (2B and 2C, as counts)",
        first="Age",
        columns=("People",),
        rows=(("18 to 64", (Count(value=row[0]),)), ("65 and over", (Count(value=row[1]),))),
    )


def _rate(store: "DuckDBPyConnection", sql: str, *values: str) -> Figure:
    row = store.execute(sql, values).fetchone()
    assert row is not None
    met, of = row
    return rate(met, of)
