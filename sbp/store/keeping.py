"""Keeping what a run found, and taking one person out again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sbp.build import data_rules
from sbp.errors import StoreError
from sbp.findings import Checked, Fact, Finding, Mark
from sbp.rules import RuleSet
from sbp.store.database import quoted, refuse_if_open, remove
from sbp.store.opening import creating, opened
from sbp.store.tables import FILE, RUNNING, TABLES, columns_of, insert, insert_columns, one

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from sbp.alongside import Told

QUOTES_KEPT: Final = 3
"""How many quotes of one kind of mark are kept for one record."""

SENTENCE_KEPT: Final = 600
"""The longest sentence kept, in characters: notes without full stops run for pages."""


def describe(
    connection: "DuckDBPyConnection", rules: RuleSet, fields: Mapping[str, Iterable[str]], run: Mapping[str, str]
) -> None:
    """Keep what a report needs to know of the rules, the fields the export holds by kind, and the run itself."""
    insert(connection, "run", sorted(run.items()))
    insert(connection, "fields", [(kind, field) for kind in sorted(fields) for field in sorted(fields[kind])])
    insert(connection, "rules", [_columns("rules", rule) for rule in (*rules.rules, *data_rules().values())])
    insert(connection, "marks_about", [_columns("marks_about", mark) for mark in rules.marks])
    insert(connection, "standards", [_columns("standards", standard) for standard in rules.standards])


def _columns(table: str, item: object) -> list[Any]:
    values = [getattr(item, name) for name in TABLES[table]]
    return [list(value) if isinstance(value, tuple) else value for value in values]


def keep(
    connection: "DuckDBPyConnection",
    checked: Sequence[tuple[str, Checked]],
    *,
    batch: int,
    rules_hash: str,
    keep_text: bool = True,
) -> None:
    """Keep what checking gave for some people, in one transaction."""
    tables = columns(checked, keep_text)
    del tables["prints"]
    records = len(tables["records"][0]) if tables["records"] else 0
    tables["batches"] = columns_of([(batch, rules_hash, len(checked), records)])
    keep_columns(connection, tables)


def columns(checked: Sequence[tuple[str, Checked]], keep_text: bool = True) -> dict[str, list[list[Any]]]:
    """What checking gave for some people, as columns of the tables it is kept in."""
    rows = {
        "records": (row for person, found in checked for row in _record_rows(person, found.facts)),
        "events": (row for person, found in checked for row in _event_rows(person, found.facts, keep_text)),
        "standard_results": (row for person, found in checked for row in _results(person, found.facts)),
        "findings": (_finding_row(person, one, keep_text) for person, found in checked for one in found.findings),
        "marks": (row for person, found in checked for row in _mark_rows(person, found.marks, keep_text)),
        "prints": (
            (fact.record_id, person, fact.value)
            for person, found in checked
            for fact in found.facts
            if fact.name == "prints"
        ),
    }
    return {table: columns_of(those) for table, those in rows.items()}


def keep_columns(connection: "DuckDBPyConnection", tables: Mapping[str, list[list[Any]]]) -> None:
    """Add columns to their tables, in one transaction."""
    connection.execute("BEGIN")
    for table, those in tables.items():
        insert_columns(connection, table, those)
    connection.execute("COMMIT")


def keep_events(connection: "DuckDBPyConnection", told: Iterable["Told"]) -> None:
    """Keep the events of Client Level Data. What a form had told of one already fills what the file leaves open."""
    told = tuple(told)
    joined = [event.record_id for event in told if event.has_form]
    theirs = "FROM events WHERE record_id IN (SELECT unnest(?::VARCHAR[]))"
    found = connection.execute(f"SELECT * {theirs}", [joined])
    names = [about[0] for about in found.description or ()]
    of_form = {row[0]: dict(zip(names, row, strict=True)) for row in found.fetchall()}
    connection.execute(f"DELETE {theirs}", [joined])
    rows = []
    for event in told:
        values = {name: value for name, value in of_form.get(event.record_id, {}).items() if value is not None}
        told_by = "both" if event.has_form else "cld"
        rows.append(_event_row(event.record_id, event.person_id, told_by, {**values, **event.values}))
    insert(connection, "events", rows)


def erase(folder: Path, person_id: str) -> int:
    """Take one person out of a store and give how many of their records went.

    The file is written anew, so that the words are gone from it and not merely out of reach. A run that was stopped
    is given up, for it holds words too.
    Raises `StoreError` when nobody in the store has this id.
    """
    with opened(folder) as old:
        theirs = "SELECT count(*) FROM records WHERE person_id = ?"
        gone = int(one(old, theirs, person_id))
    if not gone:
        raise StoreError("No record in this audit belongs to a person with this id. Nothing was changed.")
    path = folder / FILE
    refuse_if_open(folder / RUNNING)
    remove(folder / RUNNING)
    with creating(path) as new:
        new.execute("DELETE FROM run")
        new.execute(f"ATTACH {quoted(path)} AS old (READ_ONLY)")
        for table, columns in TABLES.items():
            where = "WHERE person_id IS DISTINCT FROM ?" if "person_id" in columns else ""
            copy = f"INSERT INTO {table} SELECT * FROM old.{table} {where}"  # noqa: S608 - names are ours
            new.execute(copy, [person_id] if where else [])
        new.execute("DETACH old")
        erased = int(one(new, "SELECT coalesce(max(value), '0') FROM run WHERE name = 'erased'"))
        new.execute("DELETE FROM run WHERE name = 'erased'")
        insert(new, "run", [("erased", str(erased + 1))])
    return gone


def _record_rows(person: str, facts: Iterable[Fact]) -> list[tuple[Any, ...]]:
    by_record: dict[str, dict[str, Any]] = {}
    for fact in facts:
        by_record.setdefault(fact.record_id, {"id": fact.record_id, "person_id": person})[fact.name] = fact.value
    return [tuple(_said(values.get(name)) for name in TABLES["records"]) for values in by_record.values()]


def _event_rows(person: str, facts: Iterable[Fact], keep_text: bool) -> list[tuple[Any, ...]]:
    by_record: dict[str, dict[str, Any]] = {}
    for fact in facts:
        if fact.name.startswith("event/") and (keep_text or fact.name != "event/used_instead"):
            by_record.setdefault(fact.record_id, {})[fact.name.removeprefix("event/")] = fact.value
    return [_event_row(record_id, person, "form", values) for record_id, values in by_record.items()]


def _event_row(record_id: str, person: str, told_by: str, values: Mapping[str, Any]) -> tuple[Any, ...]:
    """A row of the table of events: the columns after the first three by their names."""
    return (record_id, person, told_by, *(values.get(name) for name in list(TABLES["events"])[3:]))


def _said(value: Any) -> Any:
    return None if value == "" else value


def _results(person: str, facts: Iterable[Fact]) -> Iterator[tuple[Any, ...]]:
    for fact in facts:
        if fact.name.startswith("standard/"):
            yield fact.record_id, person, fact.name.removeprefix("standard/"), bool(fact.value)


def _finding_row(person: str, finding: Finding, keep_text: bool) -> tuple[Any, ...]:
    place = finding.place
    words: tuple[Any, ...] = (None, None, None, None, None)
    if keep_text:
        sentence = clipped(finding.sentence, finding.quote)
        words = (finding.message, finding.quote, sentence, list(finding.instead), finding.ask)
    message, quote, sentence, instead, ask = words
    return (
        finding.rule,
        finding.category,
        finding.level,
        message,
        place.record_id,
        person,
        place.field,
        place.start,
        place.end,
        quote,
        sentence,
        instead,
        ask,
        finding.source,
    )


def _mark_rows(person: str, marks: Iterable[Mark], keep_text: bool) -> Iterator[tuple[Any, ...]]:
    grouped: dict[tuple[str, str], list[str]] = {}
    for mark in marks:
        grouped.setdefault((mark.place.record_id, mark.kind), []).append(mark.quote)
    for (record_id, kind), quotes in grouped.items():
        shown = [clipped(quote, quote) for quote in dict.fromkeys(quotes) if quote][:QUOTES_KEPT]
        yield record_id, person, kind, len(quotes), shown if keep_text else []


def clipped(sentence: str, quote: str) -> str:
    """A sentence no longer than is worth printing, with the quote inside it where it fits."""
    if len(sentence) <= SENTENCE_KEPT:
        return sentence
    start = max(0, sentence.find(quote) - SENTENCE_KEPT // 3)
    end = start + SENTENCE_KEPT
    return ("… " if start else "") + sentence[start:end].strip() + (" …" if end < len(sentence) else "")
