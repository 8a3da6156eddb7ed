"""The pure function: a case file and rules in, findings, marks and facts out."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from attrs import define, evolve, field

from sbp.casefile import CaseFile, gather, last_day
from sbp.engine.compiled import Compiled
from sbp.engine.facts import facts
from sbp.engine.words import Hit, Reading, read
from sbp.errors import RecordError
from sbp.findings import Checked, Fact, Finding, Mark, Place
from sbp.passage import Passage, Who
from sbp.records import Record, prose
from sbp.rule import Rule
from sbp.rules import RuleSet, load_rules
from sbp.schema import Faults, load


@lru_cache(maxsize=4)
def compile_rules(rules: RuleSet) -> Compiled:
    """A rule set made ready, once a process."""
    return Compiled(rules)


def check(
    case_file: CaseFile,
    rules: RuleSet,
    as_at: date | None = None,
    exported: Mapping[str, frozenset[str]] | None = None,
) -> Checked:
    """Check one person's records. Pure: the same values give the same values, in the same order.

    `as_at` is the day lateness is judged against; without it nothing is late. `exported` names the fields the export
    holds for each kind of record: what was not exported is not missed. None says that the records were given whole.
    """
    ready = compile_rules(rules)
    case_file = evolve(
        case_file,
        as_at=as_at or case_file.as_at,
        exported=case_file.exported if exported is None else exported,
    )
    findings: list[Finding] = []
    marks: list[Mark] = []
    found_facts: list[Fact] = []
    findings.extend(_over_records(case_file, ready))
    for record in case_file.records:
        said, counted, words = _over_words(record, ready)
        findings += said
        marks += counted
        theirs = [finding for finding in findings if finding.place.record_id == record.header.id]
        found_facts += facts(record, words, theirs, counted, rules, case_file)
    return Checked(
        findings=tuple(sorted(findings, key=lambda finding: (finding.place.order, finding.rule))),
        marks=tuple(sorted(marks, key=lambda mark: (mark.place.order, mark.kind))),
        facts=tuple(sorted(found_facts, key=lambda fact: (fact.record_id, fact.name))),
    )


def _over_records(case_file: CaseFile, ready: Compiled) -> Iterable[Finding]:
    """Findings of the rules that look at records and not at words. What they point at is quoted."""
    words = {
        (record.header.id, item.pointer): item.entry.text for record in case_file.records for item in prose(record)
    }
    kinds = {record.kind for record in case_file.records}
    for rule, scope, check in ready.record_rules:
        if not kinds.isdisjoint(scope):
            for place in check.find(case_file, rule.scope):
                quote = words.get((place.record_id, place.field), "")[place.start : place.end]
                yield _finding(rule, place, quote=quote)


def _over_words(record: Record, ready: Compiled) -> tuple[list[Finding], list[Mark], int]:
    """Findings and marks of one record's narrative, and how many words it holds."""
    findings: list[Finding] = []
    marks: list[Mark] = []
    words = 0
    person = record.header.person
    who = Who.of({"name": f"{person.name} {person.known_as}", "pronouns": person.pronouns}) if person.name else Who()
    for item in prose(record):
        passage = Passage(item.entry.text, item.heading, record.kind, who, item.entry.speaker)
        reading = read(passage, ready)
        words += len(item.entry.text.split())
        findings += _findings(reading, record.header.id, item.pointer)
        for mark in reading.marks:
            start, end = passage.place(mark.start, mark.end)
            place = Place(record_id=record.header.id, field=item.pointer, start=start, end=end)
            marks.append(Mark(kind=mark.rule.id, place=place, quote=_sentence_at(passage, mark.start)))
    return findings, marks, words


def _findings(reading: Reading, record_id: str, pointer: str) -> list[Finding]:
    return [_worded(hit, reading.passage, record_id, pointer) for hit in reading.said()]


def _worded(hit: Hit, passage: Passage, record_id: str, pointer: str) -> Finding:
    start, end = passage.place(hit.start, hit.end)
    place = Place(record_id=record_id, field=pointer, start=start, end=end)
    finding = _finding(hit.rule, place, quote=passage.text[start:end], sentence=_sentence_at(passage, hit.start))
    return finding if hit.level in (None, finding.level) else _at_level(finding, hit)


def _at_level(finding: Finding, hit: Hit) -> Finding:
    assert hit.level is not None
    return evolve(finding, level=hit.level)


def _finding(rule: Rule, place: Place, quote: str = "", sentence: str = "") -> Finding:
    return Finding(
        rule=rule.id,
        category=rule.category,
        level=rule.level,
        message=rule.message,
        place=place,
        quote=quote,
        sentence=sentence,
        instead=rule.instead,
        ask=rule.ask,
        source=rule.source,
    )


def _sentence_at(passage: Passage, at: int) -> str:
    """The original words of the sentence that holds a plain position."""
    opening, closing = passage.sentence_spans[passage.sentence_number(at)]
    start, end = passage.place(opening, closing)
    return passage.text[start:end]


@define
class Checker:
    """Checks records, case files and texts with one rule set, compiled once.

    `as_at` is the day lateness is judged against; without it, the last day of the records given together.
    """

    rules: RuleSet = field(factory=load_rules)
    as_at: date | None = None

    def check(self, record: Record | Mapping[str, Any], *, notes: bool = False) -> list[Finding]:
        """Findings for one record, given as a record or as plain data.

        Raises `RecordError` when plain data is not a valid record.
        """
        return self.check_case([record], notes=notes)

    def check_case(self, records: Iterable[Record | Mapping[str, Any]], *, notes: bool = False) -> list[Finding]:
        """Findings for the records of one or more people, looked at together person by person."""
        known = [_record(record) for record in records]
        as_at = self.as_at or last_day(known)
        checked = [check(case_file, self.rules, as_at) for case_file in gather(known)]
        return [finding for each in checked for finding in each.findings if notes or finding.level != "note"]

    def check_text(
        self,
        text: str,
        *,
        section: str = "",
        record_type: str = "case_note",
        person: Mapping[str, str] | None = None,
        notes: bool = False,
    ) -> list[Finding]:
        """Findings for a text on its own. Offsets are code points of `text`.

        `section` is the heading it stands under, `person` has `name` and `pronouns`.
        """
        reading = self.read_text(text, section=section, record_type=record_type, person=person)
        return [finding for finding in _findings(reading, "", "") if notes or finding.level != "note"]

    def read_text(
        self, text: str, *, section: str = "", record_type: str = "case_note", person: Mapping[str, str] | None = None
    ) -> Reading:
        """Everything met in a text, with each gate's answer: what `sbp explain` prints."""
        return read(Passage(text, section, record_type, Who.of(person)), compile_rules(self.rules))


def _record(record: Record | Mapping[str, Any]) -> Record:
    if not isinstance(record, Mapping):
        return record
    loaded = load(dict(record))
    if isinstance(loaded, Faults):
        raise RecordError(loaded.faults)
    return loaded


@lru_cache(maxsize=1)
def _default() -> Checker:
    return Checker()


def check_record(record: Record | Mapping[str, Any], *, notes: bool = False) -> list[Finding]:
    """Findings for one record with the rules that come with `sbp`; see `Checker.check`."""
    return _default().check(record, notes=notes)


def check_case(records: Iterable[Record | Mapping[str, Any]], *, notes: bool = False) -> list[Finding]:
    """Findings for several records with the rules that come with `sbp`; see `Checker.check_case`."""
    return _default().check_case(records, notes=notes)


def check_text(
    text: str,
    *,
    section: str = "",
    record_type: str = "case_note",
    person: Mapping[str, str] | None = None,
    notes: bool = False,
) -> list[Finding]:
    """Findings for a text with the rules that come with `sbp`; see `Checker.check_text`."""
    return _default().check_text(text, section=section, record_type=record_type, person=person, notes=notes)
