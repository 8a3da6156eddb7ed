"""A record's own facts, and for each standard whether the record is in scope and meets it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs

from sbp.casefile import CaseFile
from sbp.checks.missing import is_filled, value
from sbp.checks.wording import is_open
from sbp.engine.events import event
from sbp.engine.own import own
from sbp.findings import Fact, Finding, Mark, at_least
from sbp.records import Entry, Record
from sbp.rule import Standard
from sbp.rules import RuleSet


def facts(
    record: Record, words: int, findings: list[Finding], marks: list[Mark], rules: RuleSet, case_file: CaseFile
) -> Iterator[Fact]:
    """The facts of one record. Standards ask nothing of one that is still open, or of a refused assessment."""
    record_id = record.header.id
    for name, fact in own(record, words):
        yield Fact(record_id, name, fact)
    for name, told in event(record).items():
        yield Fact(record_id, f"event/{name}", told)
    if _is_unfinished(record, case_file):
        return
    counts = Counter(mark.kind for mark in marks)
    for standard in rules.standards:
        if _in_scope(record, standard, counts):
            yield Fact(record_id, f"standard/{standard.id}", _meets(record, standard, counts, findings))


def _is_unfinished(record: Record, case_file: CaseFile) -> bool:
    dated = case_file.exported is None or "completed_on" in case_file.exported.get(record.kind, frozenset())
    return getattr(record, "refusal", None) is not None or (dated and is_open(record))


def _in_scope(record: Record, standard: Standard, counts: Counter[str]) -> bool:
    """Whether a record is of a kind in scope and, where the standard asks for it, one in which the matter arises."""
    if record.kind not in standard.scope:
        return False
    asked = standard.where or standard.where_marks
    arises = any(is_filled(value(record, name)) for name in standard.where)
    return not asked or arises or any(counts[mark] for mark in standard.where_marks)


def _meets(record: Record, standard: Standard, counts: Counter[str], findings: list[Finding]) -> bool:
    """What is wanted is there, and none of the findings the standard rules out."""
    kinds = sum(counts[mark] > 0 for mark in standard.marks)
    there = any(_says_something(value(record, name)) for name in standard.holds)
    there |= any(is_filled(value(record, name)) for name in standard.filled)
    there |= bool(standard.marks) and kinds >= standard.least
    wanted = standard.marks or standard.holds or standard.filled
    against = any(
        finding.category.startswith(prefix) and at_least(finding.level, standard.without_level)
        for finding in findings
        for prefix in standard.without
    )
    return (there or not wanted) and not against


def _says_something(found: Any) -> bool:
    """Whether a field holds more than three words, which no placeholder such as `as above` does."""
    if isinstance(found, tuple):
        return any(map(_says_something, found))
    if isinstance(found, Entry):
        return len(found.text.split()) > 3
    if attrs.has(type(found)):
        return any(_says_something(getattr(found, field.name)) for field in attrs.fields(type(found)))
    return False
