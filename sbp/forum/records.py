"""Single records worth looking at together: good recording, and records worth a conversation."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from sbp.forum.names import times

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MOST_CONVERSATIONS = 12
MOST_GOOD = 8
FROM_ONE_TEAM = 3
QUOTES = 5
LOOK_FOR = "What does this person bring, and who is around them, that this record does not say yet?"


@frozen(kw_only=True)
class Conversation:
    """A record offered to the Forum as questions, never as a verdict."""

    record_id: str
    kind: str
    date: str
    seen: tuple[str, ...]
    questions: tuple[str, ...]


@frozen(kw_only=True)
class GoodRecord:
    """A record in which the person can be met, with a few of its own words."""

    record_id: str
    kind: str
    date: str
    unquoted: tuple[str, ...]
    quotes: tuple[tuple[str, str], ...] = field(default=(), repr=False)


_DEFICITS = """
WITH found AS (
  SELECT record_id, count(DISTINCT rule) FILTER (level IN ('query', 'error')) AS pressing,
    count(DISTINCT rule) FILTER (starts_with(category, 'lang.')) AS wordings
  FROM findings WHERE level <> 'note' AND NOT starts_with(category, 'data.') GROUP BY record_id),
brought AS (
  SELECT record_id, sum(count) AS marks FROM marks
  WHERE starts_with(kind, 'strength') OR kind IN ('voice-person', 'network', 'asset') GROUP BY record_id),
seen AS (
  SELECT found.*, coalesce(brought.marks, 0) = 0 AND EXISTS (FROM marks_about) AS bare
  FROM found LEFT JOIN brought ON brought.record_id = found.record_id)
SELECT r.id, r.person_id, coalesce(r.team, ''), r.kind, coalesce(r.date::VARCHAR, ''), bare
FROM records r JOIN seen ON seen.record_id = r.id
WHERE pressing >= 2 OR (wordings >= 2 AND bare)
ORDER BY pressing + wordings DESC, md5(r.id), r.id"""

_GOOD = """
WITH here AS (
  SELECT record_id, bool_or(kind = 'voice-person') AS voice, bool_or(kind = 'network') AS network,
    count(*) FILTER (starts_with(kind, 'strength')) AS strengths, bool_or(kind = 'hollow') AS hollow
  FROM marks GROUP BY record_id),
met AS (SELECT record_id, count(*) FILTER (met) AS met FROM standard_results GROUP BY record_id),
found AS (SELECT record_id, count(*) AS findings FROM findings WHERE level <> 'note' GROUP BY record_id)
SELECT r.id, r.person_id, coalesce(r.team, ''), r.kind, coalesce(r.date::VARCHAR, '')
FROM records r JOIN here ON here.record_id = r.id
  LEFT JOIN met ON met.record_id = r.id LEFT JOIN found ON found.record_id = r.id
WHERE voice AND network AND strengths >= 2 AND coalesce(findings, 0) * 250 <= greatest(r.words, 250)
ORDER BY least(strengths, 4) + coalesce(met, 0) - hollow::INTEGER DESC, md5(r.id), r.id"""


def conversations(store: "DuckDBPyConnection") -> tuple[Conversation, ...]:
    """At most twelve records, one a person and few from any team, listed by id: the order says nothing."""
    chosen = spread(store.execute(_DEFICITS).fetchall(), MOST_CONVERSATIONS)
    return tuple(sorted((_conversation(store, row) for row in chosen), key=lambda record: record.record_id))


def good_records(store: "DuckDBPyConnection") -> tuple[GoodRecord, ...]:
    """At most eight records with the person's voice, several kinds of strength and people around them, by id."""
    chosen = spread(store.execute(_GOOD).fetchall(), MOST_GOOD)
    return tuple(sorted((_good(store, row) for row in chosen), key=lambda record: record.record_id))


def spread(rows: Iterable[tuple[Any, ...]], most: int) -> list[tuple[Any, ...]]:
    """The first rows, one a person, and no more than a few from one team. A row is (record, person, team, …)."""
    chosen: list[tuple[Any, ...]] = []
    people: set[str] = set()
    teams: dict[str, int] = {}
    for row in rows:
        _, person, team, *_ = row
        if person not in people and (not team or teams.get(team, 0) < FROM_ONE_TEAM) and len(chosen) < most:
            chosen.append(row)
            people.add(person)
            teams[team] = teams.get(team, 0) + 1
    return chosen


def _conversation(store: "DuckDBPyConnection", row: tuple[Any, ...]) -> Conversation:
    record_id, _, _, kind, date, bare = row
    found = store.execute(
        """SELECT coalesce(any_value(r.title), f.rule), coalesce(any_value(r.ask), any_value(f.ask), ''), count(*)
           FROM findings f LEFT JOIN rules r ON r.id = f.rule WHERE f.record_id = ? AND f.level <> 'note'
           GROUP BY f.rule ORDER BY bool_or(f.level IN ('query', 'error')) DESC, count(*) DESC, f.rule""",
        [record_id],
    ).fetchall()
    seen = tuple(title if count == 1 else f"{title} ({times(count)})" for title, _, count in found)
    asks = tuple(dict.fromkeys(ask for _, ask, _ in found if ask))
    questions = ((LOOK_FOR,) if bare else ()) + asks
    return Conversation(record_id=record_id, kind=kind, date=date, seen=seen, questions=questions[:3])


def _good(store: "DuckDBPyConnection", row: tuple[Any, ...]) -> GoodRecord:
    record_id, _, _, kind, date = row
    marks = store.execute(
        """SELECT coalesce(a.title, m.kind), m.quotes FROM marks m LEFT JOIN marks_about a ON a.id = m.kind
           WHERE m.record_id = ? AND m.kind <> 'hollow' ORDER BY m.kind <> 'voice-person', m.kind""",
        [record_id],
    ).fetchall()
    quotes = tuple((title, quotes[0]) for title, quotes in marks if quotes)[:QUOTES]
    quoted = {title for title, _ in quotes}
    unquoted = tuple(title for title, _ in marks if title not in quoted)
    return GoodRecord(record_id=record_id, kind=kind, date=date, unquoted=unquoted, quotes=quotes)
