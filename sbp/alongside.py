"""Client Level Data beside the forms: its events as facts, joined by local id, each event counted once."""

from collections.abc import Collection
from typing import Any, Final

from attrs import field, frozen

from sbp.build import Built
from sbp.casefile import CaseFile, gather
from sbp.cld import ClientLevelData, build_events
from sbp.engine import check
from sbp.findings import Checked
from sbp.records import Record
from sbp.rules import RuleSet

_OWN: Final = (
    "route",
    "result",
    "service_type",
    "component",
    "delivery",
    "unit_cost",
    "cost_frequency",
    "units_a_week",
)


@frozen(kw_only=True)
class Alongside:
    """What a file gave: facts by person, rows for the table of events, how many records, and a sentence about it."""

    built: Built
    checked: tuple[tuple[str, Checked], ...] = field(repr=False)
    rows: tuple[tuple[Any, ...], ...] = field(repr=False)
    records: int
    told: str


def alongside(
    data: ClientLevelData, rules: RuleSet, known: Collection[tuple[str, str, str]], people: Collection[str]
) -> Alongside:
    """The events of a file as facts. `known` has person, kind and day of each form, `people` those who have forms.

    Events hold no words: no standard is asked of them, and nothing is found in them.
    """
    built = build_events(data.events)
    checked = []
    records = 0
    for case_file in gather(built.records):
        once = CaseFile(case_file.person_id, tuple(r for r in case_file.records if _key(r) not in known))
        facts = (fact for fact in check(once, rules).facts if not fact.name.startswith("standard/"))
        checked.append((case_file.person_id, Checked(facts=tuple(facts))))
        records += len(once.records)
    joined = sum(record.header.person.id in people for record in built.records)
    told = (
        f"Client Level Data: {len(built.records):,} events, {joined:,} of people whose forms are here; "
        f"{len(built.records) - records:,} are events whose form is here too, and are counted once."
    )
    rows = tuple(_row(record) for record in built.records)
    return Alongside(built=built, checked=tuple(checked), rows=rows, records=records, told=told)


def _key(record: Record) -> tuple[str, str, str]:
    when = record.header.completed_on or record.header.started_on
    return record.header.person.id, record.kind, when.isoformat() if when else ""


def _row(record: Record) -> tuple[Any, ...]:
    header = record.header
    dates = (header.started_on, header.completed_on)
    return (header.id, header.person.id, record.kind, *dates, *(getattr(record, name, None) for name in _OWN))
