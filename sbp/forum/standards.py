"""Standards of practice: how many of the records in scope meet each, overall, by team and by month."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from sbp.forum.figures import Figure, Reading, figure, too_few
from sbp.forum.names import kind_name, listed

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NO_TEAM = "No team recorded"


@frozen(kw_only=True)
class StandardFigures:
    """One standard and its figures. `by_team` is alphabetical: nothing here ranks."""

    id: str
    title: str
    why: str
    source: str
    cqc: str
    scope: tuple[str, ...]
    overall: Figure
    by_team: tuple[tuple[str, Figure], ...] = ()
    by_month: tuple[tuple[str, Figure], ...] = ()
    left_out: str = ""


def standards(store: "DuckDBPyConnection") -> tuple[StandardFigures, ...]:
    """Every standard of the run with its figures, in the order of the rule set."""
    exported = exported_fields(store)
    writers = bool(store.execute("SELECT 1 FROM records WHERE worker IS NOT NULL LIMIT 1").fetchall())
    rows = store.execute("SELECT id, title, why, source, cqc, scope, fields FROM standards").fetchall()
    return tuple(_figures(store, row, exported, writers) for row in rows)


def exported_fields(store: "DuckDBPyConnection") -> dict[str, frozenset[str]]:
    """The fields the export holds, by kind of record."""
    rows = store.execute("SELECT kind, list(field) FROM fields GROUP BY kind ORDER BY kind").fetchall()
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
    store: "DuckDBPyConnection", row: Sequence[Any], exported: dict[str, frozenset[str]], writers: bool
) -> StandardFigures:
    ident, title, why, source, cqc, scope, fields = row
    present = [kind for kind in scope or exported if kind in exported]
    readable = [kind for kind in present if holds(fields, exported[kind])]
    about = {"id": ident, "title": title, "why": why, "source": source, "cqc": cqc, "scope": tuple(scope)}
    if not readable:
        return StandardFigures(**about, overall=figure((), _cannot(present, scope, fields)))
    readings = [reading for reading in _readings(store, ident) if reading.kind in readable]
    return StandardFigures(
        **about,
        overall=figure(readings),
        by_team=_split(readings, lambda reading: reading.team or NO_TEAM, writers=writers),
        by_month=_split([reading for reading in readings if reading.month], lambda reading: reading.month),
        left_out=listed([kind_name(kind, 2) for kind in present if kind not in readable]),
    )


def _cannot(present: Sequence[str], scope: Sequence[str], fields: Sequence[str]) -> str:
    if not present:
        return f"the export holds no {listed([kind_name(kind, 2) for kind in scope])}"
    names = listed([field.replace("_", " ").replace(".", ": ") for field in fields])
    return f"the export holds no field for it ({names})"


def _readings(store: "DuckDBPyConnection", standard: str) -> list[Reading]:
    rows = store.execute(
        """SELECT r.id, r.kind, coalesce(r.team, ''), coalesce(strftime(r.date, '%Y-%m'), ''), coalesce(r.worker, ''),
             s.met
           FROM standard_results s JOIN records r ON r.id = s.record_id WHERE s.standard = ? ORDER BY r.id""",
        [standard],
    ).fetchall()
    return [Reading(*row) for row in rows]


def _split(
    readings: Sequence[Reading], part: Callable[[Reading], str], *, writers: bool = False
) -> tuple[tuple[str, Figure], ...]:
    parts: dict[str, list[Reading]] = {}
    for reading in readings:
        parts.setdefault(part(reading), []).append(reading)
    order = sorted(parts, key=lambda name: (name == NO_TEAM, name.casefold(), name))
    return tuple((name, figure(parts[name], too_few(parts[name], writers=writers))) for name in order)
