"""Support that costs much more or much less than similar support: questions for discussion, never verdicts.

Similar is: the same primary support reason, the same type of service, the same age group, on the day of the run.
Unlike is: beyond Tukey's fences (one and a half times the middle half's width beyond it) on the logarithm of pounds a
week, in a group of at least `FEWEST` people. By that rule about one person in a hundred is unlike in a group where
costs fall as chance has it. J. W. Tukey, Exploratory Data Analysis (1977).
"""

from collections.abc import Iterator, Mapping, Sequence
from math import exp, log
from statistics import quantiles
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from sbp.forum.demand.services import RUNNING
from sbp.forum.tables import Cell, Count, Table, measure

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FEWEST: Final = 12
WIDTH: Final = 1.5

Group = tuple[str, str, str]


@frozen(kw_only=True)
class Unlike:
    """One person's support and those it was compared with."""

    person_id: str
    group: str
    weekly_cost: float = field(repr=False)
    median: float
    people: int
    eligible_outcomes: int | None

    @property
    def is_more(self) -> bool:
        """Whether it costs more than similar support, not less."""
        return self.weekly_cost > self.median


@frozen
class _Person:
    id: str
    weekly_cost: float
    eligible_outcomes: int | None


def groups(store: "DuckDBPyConnection") -> Table | None:
    """Each group of similar support: how many people, and the middle of what it costs."""
    found = _groups(store)
    if not found:
        return None
    rows: list[tuple[str, tuple[Cell, ...]]] = []
    for group, people in found.items():
        low, middle, high = _quartiles([person.weekly_cost for person in people])
        outside = sum(1 for _ in _outside(people))
        number = len(people)
        costs = tuple(measure(value, number) for value in (low, middle, high))
        rows.append((_named(group), (Count(value=number), *costs, Count(value=outside))))
    return Table(
        id="packages-groups",
        caption="What support costs beside similar support, in pounds a week",
        first="Primary support reason, type of service, age",
        columns=("People", "Lower quartile", "Median", "Upper quartile", "Unlike"),
        rows=tuple(rows),
        notes=(
            f"Groups of fewer than {FEWEST} people are left out. Cost is gross and by the week, on the day of the run; "
            "it may decide between options that each meet the eligible needs, and never leaves one unmet "
            "(guidance 10.27).",
        ),
    )


def unlike(store: "DuckDBPyConnection") -> tuple[Unlike, ...]:
    """People whose support is unlike that of similar people, with more and with less support alike, by group and id."""
    return tuple(
        Unlike(
            person_id=person.id,
            group=_named(group),
            weekly_cost=person.weekly_cost,
            median=_quartiles([other.weekly_cost for other in people])[1],
            people=len(people),
            eligible_outcomes=person.eligible_outcomes,
        )
        for group, people in _groups(store).items()
        for person in _outside(people)
    )


def _groups(store: "DuckDBPyConnection") -> Mapping[Group, list[_Person]]:
    rows = store.execute(
        f"""SELECT max(support_reason) AS reason, max(service_type) AS kind,
              CASE WHEN max(age) < 65 THEN '18 to 64' ELSE '65 and over' END AS age, person_id, sum(weekly_cost),
              (SELECT arg_max(told.eligible_outcomes, told.started_on) FROM events AS told
               WHERE told.person_id = events.person_id AND told.eligible_outcomes IS NOT NULL)
            FROM events
            WHERE {RUNNING} AND weekly_cost > 0 AND service_type LIKE 'Long term support%' AND age IS NOT NULL
              AND support_reason IS NOT NULL
            GROUP BY person_id HAVING count(DISTINCT service_type) = 1 ORDER BY 1, 2, 3, 4"""
    ).fetchall()
    found: dict[Group, list[_Person]] = {}
    for reason, kind, age, person_id, cost, outcomes in rows:
        found.setdefault((reason, kind, age), []).append(_Person(person_id, float(cost), outcomes))
    return {group: people for group, people in found.items() if len(people) >= FEWEST}


def _outside(people: Sequence[_Person]) -> Iterator[_Person]:
    low, _, high = (log(cost) for cost in _quartiles([person.weekly_cost for person in people]))
    reach = WIDTH * (high - low)
    if reach:
        yield from (person for person in people if not low - reach <= log(person.weekly_cost) <= high + reach)


def _quartiles(costs: Sequence[float]) -> tuple[float, float, float]:
    """Quartiles on the logarithm, in pounds."""
    low, middle, high = (exp(value) for value in quantiles([log(cost) for cost in costs], n=4, method="inclusive"))
    return low, middle, high


def _named(group: Group) -> str:
    return ", ".join(group)
