"""What came in: what was read, built, set aside and put right, and what stands in no record."""

from typing import TYPE_CHECKING, Any

from attrs import frozen

from sbp.forum.names import kind_name, listed
from sbp.forum.tables import Count, Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

EXAMPLE_ROWS = 5


@frozen(kw_only=True)
class SetAside:
    """Rows set aside for one reason, with a few of their places."""

    reason: str
    count: int
    places: str


@frozen(kw_only=True)
class Repaired:
    """One kind of repair, how often it was needed, and where first."""

    kind: str
    column: str
    count: int
    place: str


@frozen(kw_only=True)
class Doubt:
    """Something about the data that somebody should look at: how often, in how many records, and a few of them."""

    rule: str
    sentence: str
    count: int
    records: int
    examples: tuple[str, ...]


@frozen(kw_only=True)
class Intake:
    """What a run was given and what became of it. `kinds` has records by kind, `months` first and last month.

    `kind_ids` are the kinds in the order of their table.
    """

    run: dict[str, str]
    kind_ids: tuple[str, ...]
    kinds: Table
    people: Count
    records: Count
    words: int
    teams: int
    months: tuple[str, str]
    undated: int
    without_team: int
    without_writer: int
    set_aside: tuple[SetAside, ...]
    repairs: tuple[Repaired, ...]
    doubts: tuple[Doubt, ...]
    notes: tuple[str, ...]

    def count(self, name: str) -> int:
        """A number the run noted, such as `rows_read`."""
        return int(self.run.get(name, "0"))


def intake(store: "DuckDBPyConnection") -> Intake:
    """What the store says about its own making."""
    people, records, words, teams, first, last, undated, no_team, no_writer = store.execute(
        """SELECT count(DISTINCT person_id), count(*), coalesce(sum(words), 0)::BIGINT, count(DISTINCT team),
             coalesce(strftime(min(date), '%Y-%m'), ''), coalesce(strftime(max(date), '%Y-%m'), ''),
             count(*) FILTER (date IS NULL), count(*) FILTER (team IS NULL), count(*) FILTER (worker IS NULL)
           FROM records"""
    ).fetchall()[0]
    kinds = store.execute("SELECT kind, count(*) FROM records GROUP BY kind ORDER BY kind").fetchall()
    return Intake(
        run=dict(store.execute("SELECT name, value FROM run ORDER BY name").fetchall()),
        kind_ids=tuple(kind for kind, _ in kinds),
        kinds=_kinds(kinds, records),
        people=Count(value=people, key="people"),
        records=Count(value=records, key="records"),
        words=words,
        teams=teams,
        months=(first, last),
        undated=undated,
        without_team=no_team,
        without_writer=no_writer,
        set_aside=_set_aside(store),
        repairs=_repairs(store),
        doubts=_doubts(store),
        notes=tuple(row[0] for row in store.execute("SELECT sentence FROM notes").fetchall()),
    )


def _kinds(rows: list[tuple[str, int]], records: int) -> Table:
    cells = [(kind_name(kind, 2).capitalize(), (Count(value=count),)) for kind, count in rows]
    return Table(
        id="by-kind",
        caption="Records by kind",
        first="Kind",
        columns=("Records",),
        rows=(*cells, ("All records", (Count(value=records, key="records"),))),
        total=True,
    )


def _set_aside(store: "DuckDBPyConnection") -> tuple[SetAside, ...]:
    """Reasons that differ only in a number, such as that of another row, are one reason, said without it."""
    rows = store.execute(
        """SELECT CASE WHEN count(DISTINCT sentence) = 1 THEN min(sentence)
                ELSE regexp_replace(min(sentence), '[0-9]+', '…', 'g') END, count(*),
              list(struct_pack(file, sheet, row) ORDER BY file, sheet, row)[:$rows]
            FROM set_aside GROUP BY regexp_replace(sentence, '[0-9]+', '0', 'g'), "column"
            ORDER BY count(*) DESC, 1""",
        {"rows": EXAMPLE_ROWS},
    ).fetchall()
    return tuple(SetAside(reason=reason, count=count, places=_places(places)) for reason, count, places in rows)


def _places(places: list[dict[str, Any]]) -> str:
    """Rows of a file together: *autumn.csv, rows 7, 8 and 12*."""
    by_file: dict[str, list[str]] = {}
    for place in places:
        where = f"{place['file']}, sheet {place['sheet']}" if place["sheet"] else place["file"]
        by_file.setdefault(where, []).append(f"{place['row']:,}")
    return "; ".join(
        f"{where}, {'row' if len(numbers) == 1 else 'rows'} {listed(numbers)}" for where, numbers in by_file.items()
    )


def _repairs(store: "DuckDBPyConnection") -> tuple[Repaired, ...]:
    rows = store.execute(
        """SELECT kind, coalesce("column", ''), count, file, row FROM repairs
           ORDER BY count DESC, kind, "column", file"""
    ).fetchall()
    return tuple(
        Repaired(kind=kind, column=column, count=count, place=_place(file, row))
        for kind, column, count, file, row in rows
    )


def _doubts(store: "DuckDBPyConnection") -> tuple[Doubt, ...]:
    """Findings about the data, those that say the same together."""
    rows = store.execute(
        """SELECT f.rule, coalesce(f.message, any_value(r.message), f.rule), count(*), count(DISTINCT f.record_id),
              list(DISTINCT f.record_id ORDER BY f.record_id)[:$rows]
            FROM findings f LEFT JOIN rules r ON r.id = f.rule
            WHERE starts_with(f.category, 'data.') GROUP BY f.rule, f.message
            ORDER BY count(*) DESC, f.rule, f.message""",
        {"rows": EXAMPLE_ROWS},
    ).fetchall()
    return tuple(
        Doubt(rule=rule, sentence=sentence, count=count, records=records, examples=tuple(examples))
        for rule, sentence, count, records, examples in rows
    )


def _place(file: str, row: int | None) -> str:
    return f"{file}, row {row:,}" if row else file
