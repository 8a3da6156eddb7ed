"""Which records to read by hand: drawn at random within kind and team, the same for the same seed."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@frozen(kw_only=True)
class SeenThere:
    """A finding of the tool in a record, to be judged by a reader."""

    rule: str
    title: str
    field: str
    start: int
    end: int
    quote: str = attrs.field(default="", repr=False)
    sentence: str = attrs.field(default="", repr=False)


@frozen(kw_only=True)
class Drawn:
    """A record that was drawn, and what the tool found in it."""

    record_id: str
    person_id: str
    kind: str
    date: date | None
    findings: tuple[SeenThere, ...] = ()


@frozen(kw_only=True)
class Sample:
    """Records to be read, in the order of their ids, and how many of each kind there were to draw from."""

    seed: int
    drawn: tuple[Drawn, ...]
    of: tuple[tuple[str, int, int], ...]
    """Kind of record, how many were drawn, of how many."""


def draw(store: "DuckDBPyConnection", records: int, seed: int) -> Sample:
    """Draw records that hold words. Each kind of record in each team has its share, and a person one record if it can.

    Shares are those of the whole, rounded by largest remainder; a part of the records too small for a place has none.
    """
    rows = store.execute(
        "SELECT id, person_id, kind, coalesce(team, ''), date FROM records WHERE words > 0 ORDER BY id"
    ).fetchall()
    strata: dict[tuple[str, str], list[tuple[str, str, str, str, date | None]]] = {}
    for row in sorted(rows, key=lambda row: _turn(seed, row[0])):
        strata.setdefault((row[2], row[3]), []).append(row)
    places = shares({stratum: len(found) for stratum, found in strata.items()}, min(records, len(rows)), seed)
    people: set[str] = set()
    chosen = [row for stratum in sorted(strata) for row in _chosen(strata[stratum], places[stratum], people)]
    kinds = sorted({row[2] for row in rows})
    return Sample(
        seed=seed,
        drawn=tuple(
            Drawn(record_id=row[0], person_id=row[1], kind=row[2], date=row[4], findings=tuple(_found(store, row[0])))
            for row in sorted(chosen)
        ),
        of=tuple((kind, sum(row[2] == kind for row in chosen), sum(row[2] == kind for row in rows)) for kind in kinds),
    )


def shares(sizes: dict[tuple[str, str], int], places: int, seed: int) -> dict[tuple[str, str], int]:
    """How many places each part gets: its share of the whole, by largest remainder, ties by lot."""
    total = sum(sizes.values())
    exact = {part: places * size / total for part, size in sizes.items()} if total else {}
    given = {part: int(share) for part, share in exact.items()}
    left = places - sum(given.values())
    by_rest = sorted(exact, key=lambda part: (given[part] - exact[part], _turn(seed, "/".join(part))))
    for part in by_rest[:left]:
        given[part] += 1
    return given


def _chosen(
    rows: Sequence[tuple[str, str, str, str, date | None]], places: int, people: set[str]
) -> Iterator[tuple[str, str, str, str, date | None]]:
    """The first rows of people who have none yet, then others."""
    new = [row for number, row in enumerate(rows) if row[1] not in people | {one[1] for one in rows[:number]}]
    rest = [row for row in rows if row not in new]
    for row in [*new, *rest][:places]:
        people.add(row[1])
        yield row


def _turn(seed: int, name: str) -> str:
    return hashlib.sha256(f"{seed}/{name}".encode("utf-8", "surrogatepass")).hexdigest()


def _found(store: "DuckDBPyConnection", record_id: str) -> Iterable[SeenThere]:
    rows = store.execute(
        """SELECT f.rule, coalesce(r.title, f.rule), coalesce(f.field, ''), coalesce(f.start, 0), coalesce(f."end", 0),
             coalesce(f.quote, ''), coalesce(f.sentence, '')
           FROM findings f LEFT JOIN rules r ON r.id = f.rule
           WHERE f.record_id = ? AND f.level <> 'note' ORDER BY f.field, f.start, f."end", f.rule""",
        [record_id],
    ).fetchall()
    names = ("rule", "title", "field", "start", "end", "quote", "sentence")
    return (SeenThere(**dict(zip(names, row, strict=True))) for row in rows)
