"""Client Level Data beside the forms: its events as facts, joined by local id, each event counted once."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, field, frozen

from sbp.build import Built
from sbp.casefile import gather, written_on
from sbp.cld import ClientLevelData, beside, build_events, event_id
from sbp.engine import check
from sbp.engine.events import event
from sbp.findings import Checked, Fact, Finding
from sbp.records import Record
from sbp.rules import RuleSet

Key = tuple[str, str, str]
"""Person, kind and day: what tells that a form and an event are the same."""

_FINANCIAL = "financial"


@frozen(kw_only=True)
class Told:
    """One event: the record it is, a form's where there is one, and its columns in the store's table of events."""

    record_id: str
    person_id: str
    has_form: bool
    values: Mapping[str, Any] = field(repr=False)


@frozen(kw_only=True)
class Alongside:
    """What a file gave: facts and findings by person, its events, and a sentence about it."""

    built: Built
    checked: tuple[tuple[str, Checked], ...] = field(repr=False)
    events: tuple[Told, ...] = field(repr=False)
    told: str


def alongside(data: ClientLevelData, rules: RuleSet, forms: Iterable[tuple[str, str, str, str]]) -> Alongside:
    """The events of a file as facts. `forms` has record id, person, kind and day of each form.

    Events hold no words: no standard is asked of them, and findings are about their data alone.
    """
    built = build_events(data.events)
    said = {event_id(one.row): one.values for one in data.events}
    ids, people = _by_key(forms)
    form_of: dict[str, str] = {}
    for record in built.records:
        theirs = ids.get(_key(record))
        if theirs and not said[record.header.id].get("Assessment_Type", "").casefold().startswith(_FINANCIAL):
            form_of[record.header.id] = theirs.pop(0)
    joined = sum(record.header.person.id in people for record in built.records)
    told = (
        f"Client Level Data: {len(built.records):,} events, {joined:,} of people whose forms are here; "
        f"{len(form_of):,} are events whose form is here too, and are counted once."
    )
    return Alongside(
        built=built,
        checked=_checked(built, form_of, rules),
        events=tuple(_told(record, form_of.get(record.header.id), said) for record in built.records),
        told=told,
    )


def _by_key(forms: Iterable[tuple[str, str, str, str]]) -> tuple[dict[Key, list[str]], set[str]]:
    """The ids of the forms of each key, and the people who have forms. A form without a date is no event's."""
    ids: dict[Key, list[str]] = {}
    people: set[str] = set()
    for record_id, person, kind, day in forms:
        people.add(person)
        if day:
            ids.setdefault((person, kind, day), []).append(record_id)
    return ids, people


def _key(record: Record) -> Key:
    when = written_on(record)
    return record.header.person.id, record.kind, when.isoformat() if when else ""


def _checked(built: Built, form_of: Mapping[str, str], rules: RuleSet) -> tuple[tuple[str, Checked], ...]:
    """What is known of each person: facts of events that have no form, and findings about the data of any."""
    people: dict[str, Checked] = {}
    for case_file in gather(record for record in built.records if record.header.id not in form_of):
        people[case_file.person_id] = Checked(facts=tuple(_own(check(case_file, rules).facts)))
    person_of = {record.header.id: record.header.person.id for record in built.records}
    found: dict[str, list[Finding]] = {}
    for finding in built.findings:
        theirs = finding.place.record_id
        place = evolve(finding.place, record_id=form_of.get(theirs, theirs))
        found.setdefault(person_of[theirs], []).append(evolve(finding, place=place))
    for person, findings in found.items():
        people[person] = people.get(person, Checked()).with_findings(findings)
    return tuple(people.items())


def _own(facts: Iterable[Fact]) -> Iterator[Fact]:
    return (fact for fact in facts if not fact.name.startswith(("standard/", "event/")))


def _told(record: Record, form: str | None, said: Mapping[str, Mapping[str, str]]) -> Told:
    return Told(
        record_id=form or record.header.id,
        person_id=record.header.person.id,
        has_form=form is not None,
        values=event(record) | beside(said[record.header.id]),
    )
