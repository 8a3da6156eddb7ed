"""Standards of practice: how many of the records in scope meet each, overall and in every split of the report."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from sbp.forum.figures import Figure, Reading, figure, too_few
from sbp.forum.groups import NOT_RECORDED, age_band, complexity, ethnic_group
from sbp.forum.names import approach_name, either, kind_name, listed, month_name, months_between
from sbp.forum.tables import Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NO_TEAM: Final = "No team recorded"
NO_DATE: Final = "No date recorded"
ALL: Final = "All records"
NO_KIND: Final = "the export holds no "
"""How the reason begins why a standard cannot be read from an export without records of its kinds."""

NO_FIELD: Final = "the export holds no field"
"""How the reason begins why a standard cannot be read from an export that lacks what it reads."""

_NOWHERE: Final = ", and no record speaks of it elsewhere"

_MOST_MONTHS: Final = 240
_LAST: Final = (NO_TEAM, NO_DATE, NOT_RECORDED)


@frozen(kw_only=True)
class StandardFigures:
    """One standard and its figures. Rows of teams and groups are alphabetical: nothing here ranks.

    `people` are tables by gender, age and ethnicity. A table is None where no record says what it would split by.
    """

    id: str
    title: str
    why: str
    source: str
    cqc: str
    scope: tuple[str, ...]
    overall: Figure
    teams: Table | None = None
    months: Table | None = None
    people: tuple[Table, ...] = ()
    approaches: Table | None = None
    complexity: Table | None = None
    left_out: str = ""

    def tables(self) -> Iterator[Table]:
        """Every table there is, as the standard is split."""
        yield from filter(None, (self.teams, self.months, *self.people, self.approaches, self.complexity))


@frozen(kw_only=True)
class Read:
    """What was read for one standard, record by record: never part of a report."""

    standard: str
    readings: tuple[Reading, ...]


def standards(store: "DuckDBPyConnection") -> tuple[StandardFigures, ...]:
    """Every standard of the run with its exact figures, in the order of the rule set."""
    return standards_read(store)[0]


def standards_read(store: "DuckDBPyConnection") -> tuple[tuple[StandardFigures, ...], tuple[Read, ...]]:
    """Every standard of the run with its figures, in the order of the rule set, and the readings behind them."""
    exported, used = exported_fields(store), used_fields(store)
    writers = bool(store.execute("SELECT 1 FROM records WHERE worker IS NOT NULL LIMIT 1").fetchall())
    rows = store.execute("SELECT id, title, why, source, cqc, scope, fields, by_marks FROM standards").fetchall()
    readings = _all_readings(store)
    found = [_figures(row, exported, used, writers, readings.get(row[0], [])) for row in rows]
    return tuple(figures for figures, _ in found), tuple(read for _, read in found)


def exported_fields(store: "DuckDBPyConnection") -> dict[str, frozenset[str]]:
    """The fields the export holds, by kind of record."""
    rows = store.execute("SELECT kind, list(field) FROM fields GROUP BY kind ORDER BY kind").fetchall()
    return {kind: frozenset(fields) for kind, fields in rows}


def used_fields(store: "DuckDBPyConnection") -> dict[str, frozenset[str]]:
    """The fields in which at least one record of a kind says something, by kind."""
    rows = store.execute(
        """SELECT kind, list(DISTINCT field) FROM (
             SELECT kind, unnest(string_split(filled, ';')) AS field FROM records WHERE filled IS NOT NULL)
           GROUP BY kind ORDER BY kind"""
    ).fetchall()
    return {kind: frozenset(fields) for kind, fields in rows}


def holds(fields: Iterable[str], exported: frozenset[str]) -> bool:
    """Whether at least one of the fields is in the export; a standard that names none can always be read."""
    wanted = tuple(fields)
    return not wanted or any(
        want == have or want.startswith(f"{have}.") or have.startswith(f"{want}.")
        for want in wanted
        for have in exported
    )


def _figures(
    row: Sequence[Any],
    exported: dict[str, frozenset[str]],
    used: dict[str, frozenset[str]],
    writers: bool,
    found: Sequence[Reading],
) -> tuple[StandardFigures, Read]:
    ident, title, why, source, cqc, scope, fields, by_marks = row
    present = [kind for kind in scope or exported if kind in exported]
    # That nobody speaks of something where no column asks for it says nothing; that somebody does says it can be read.
    told = {reading.kind for reading in found if reading.met} if by_marks else set()
    said = [kind for kind in present if kind in told or holds(fields, exported[kind])]
    # A field that no record of a kind fills belongs to another kind's form: that it is empty says nothing.
    tops = [name.split(".")[0] for name in fields]
    readable = [kind for kind in said if kind in told or holds(tops, used.get(kind, frozenset()))]
    about = {"id": ident, "title": title, "why": why, "source": source, "cqc": cqc, "scope": tuple(scope)}
    readings = tuple(reading for reading in found if reading.kind in readable)
    key = ("standard", ident)
    if not readable:
        none = figure((), _cannot(present, said, scope, fields) + (_NOWHERE if by_marks and present else ""), key)
        return StandardFigures(**about, overall=none), Read(standard=ident, readings=())
    overall = figure(readings, "", key)
    split = _Split(ident, title, readings, overall, writers)
    people = (
        split.by("gender", "Gender", lambda reading: reading.gender),
        split.by("age", "Age", lambda reading: reading.age),
        split.by("ethnicity", "Ethnic group", lambda reading: reading.ethnicity),
    )
    figures = StandardFigures(
        **about,
        overall=overall,
        teams=split.by("team", "Team", lambda reading: reading.team or NO_TEAM, of_people=True),
        months=split.by("month", "Month", lambda reading: reading.month or NO_DATE, rows=_months(readings)),
        people=tuple(filter(None, people)),
        approaches=split.by("approach", "Practice approach", lambda reading: reading.approach, of_people=True),
        complexity=split.by("complexity", "Circumstances", lambda reading: reading.complexity),
        left_out=listed([kind_name(kind, 2) for kind in present if kind not in readable]),
    )
    return figures, Read(standard=ident, readings=readings)


def _cannot(present: Sequence[str], said: Sequence[str], scope: Sequence[str], fields: Sequence[str]) -> str:
    if not present:
        return f"{NO_KIND}{either([kind_name(kind, 2) for kind in scope])}"
    names = listed([field.replace("_", " ").replace(".", ": ") for field in fields])
    return f"no record says anything in it ({names})" if said else f"{NO_FIELD} for it ({names})"


@frozen
class _Split:
    """One standard's readings, ready to be split in different ways."""

    ident: str
    title: str
    readings: tuple[Reading, ...]
    overall: Figure
    writers: bool

    def by(
        self,
        name: str,
        first: str,
        part: Callable[[Reading], str],
        *,
        rows: Sequence[str] = (),
        of_people: bool = False,
    ) -> Table | None:
        """A table with a row a part, and all records last; None where no record says which part it is.

        `of_people` are splits in which a row could be one worker's: five known writers are then wanted.
        """
        parts: dict[str, list[Reading]] = {row: [] for row in rows}
        for reading in self.readings:
            parts.setdefault(part(reading) or NOT_RECORDED, []).append(reading)
        if not set(parts) - set(_LAST):
            return None
        ident = f"{name}-{self.ident}"
        cells = [
            (row, figure(those, too_few(those, writers=self.writers and of_people), (ident, row)))
            for row, those in _in_order(parts, rows)
        ]
        return Table(
            id=ident,
            caption=f"{self.title}, by {first.lower()}",
            first=first,
            columns=("Met",),
            rows=(*((_shown(row), (found,)) for row, found in cells), (ALL, (self.overall,))),
            total=True,
        )


def _in_order(parts: dict[str, list[Reading]], rows: Sequence[str]) -> Iterator[tuple[str, list[Reading]]]:
    names = list(rows) + sorted(set(parts) - set(rows), key=lambda name: (name in _LAST, name.casefold(), name))
    yield from ((name, parts[name]) for name in names)


def _shown(row: str) -> str:
    return month_name(row) if row[:4].isdecimal() and row[4:5] == "-" else row


def _months(readings: Sequence[Reading]) -> list[str]:
    """Every month from the first to the last, those without a record included."""
    there = sorted({reading.month for reading in readings if reading.month})
    return months_between(there[0], there[-1])[:_MOST_MONTHS] if there else []


def _all_readings(store: "DuckDBPyConnection") -> dict[str, list[Reading]]:
    """The readings of every standard, by record id."""
    groups = complexity(store).of
    about = {
        row[0]: row
        for row in store.execute(
            """SELECT id, kind, coalesce(team, ''), coalesce(strftime(date, '%Y-%m'), ''), coalesce(worker, ''), gender,
                 ethnicity, age, practice_approach, person_id, coalesce(support_reason, '') FROM records"""
        ).fetchall()
    }
    found: dict[str, list[Reading]] = {}
    rows = store.execute("SELECT standard, record_id, met FROM standard_results ORDER BY standard, record_id")
    while some := rows.fetchmany(10_000):
        for standard, record, met in some:
            if record not in about:
                continue
            ident, kind, team, month, worker, gender, ethnicity, age, approach, person, reason = about[record]
            found.setdefault(standard, []).append(
                Reading(
                    record_id=ident,
                    kind=kind,
                    team=team,
                    month=month,
                    worker=worker,
                    met=met,
                    gender=gender or NOT_RECORDED,
                    ethnicity=ethnic_group(ethnicity),
                    age=age_band(age),
                    approach=approach_name(approach) if approach else NOT_RECORDED,
                    complexity=groups.get(person, NOT_RECORDED),
                    support_reason=reason,
                )
            )
    return found
