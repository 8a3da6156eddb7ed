"""A record's own facts, and for each standard whether the record is in scope and meets it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs

from sbp.checks.missing import value
from sbp.engine.events import event
from sbp.findings import Fact, Finding, Mark, at_least
from sbp.prints import prints
from sbp.records import Entry, Record, prose
from sbp.rules import RuleSet, Standard


def facts(record: Record, words: int, findings: list[Finding], marks: list[Mark], rules: RuleSet) -> Iterator[Fact]:
    """The facts of one record."""
    record_id = record.header.id
    for name, fact in _own(record, words):
        yield Fact(record_id, name, fact)
    for name, told in event(record).items():
        yield Fact(record_id, f"event/{name}", told)
    counts = Counter(mark.kind for mark in marks)
    for standard in rules.standards:
        if record.kind in standard.scope:
            yield Fact(record_id, f"standard/{standard.id}", _meets(record, standard, counts, findings))


def _own(record: Record, words: int) -> Iterator[tuple[str, str | int]]:
    header = record.header
    written = header.completed_on or header.started_on
    values: dict[str, str | int | None] = {
        "kind": record.kind,
        "person_id": header.person.id,
        "date": written.isoformat() if written else None,
        "team": header.team,
        "worker": header.worker,
        "support_reason": header.person.support_reason,
        "area": header.person.area,
        "gender": header.person.gender,
        "ethnicity": header.person.ethnicity,
        "practice_approach": header.practice_approach,
        "words": words,
        "prints": prints(item.entry.text for item in prose(record)),
    }
    yield from ((name, fact) for name, fact in values.items() if fact not in (None, ""))


def _meets(record: Record, standard: Standard, counts: Counter[str], findings: list[Finding]) -> bool:
    """At least so many kinds of the marks (or one of the fields filled), and none of the findings it rules out."""
    kinds = sum(counts[mark] > 0 for mark in standard.marks)
    enough = not standard.marks or kinds >= standard.least
    filled = any(_says_something(value(record, name)) for name in standard.holds)
    against = any(
        finding.category.startswith(prefix) and at_least(finding.level, standard.without_level)
        for finding in findings
        for prefix in standard.without
    )
    positive = (enough or filled) if standard.marks else (filled or not standard.holds)
    return positive and not against


def _says_something(found: Any) -> bool:
    """Whether a field holds more than three words, which no placeholder such as `as above` does."""
    if isinstance(found, tuple):
        return any(map(_says_something, found))
    if isinstance(found, Entry):
        return len(found.text.split()) > 3
    if attrs.has(type(found)):
        return any(_says_something(getattr(found, field.name)) for field in attrs.fields(type(found)))
    return False
