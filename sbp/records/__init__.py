"""What a strengths-based record holds. To add a kind, write its class and one line in `RECORDS`."""

from collections.abc import Iterator
from functools import lru_cache

import attrs

from sbp.records.kinds import (
    CareAndSupportPlan,
    CarersAssessment,
    CarersSupportPlan,
    CaseNote,
    NeedsAssessment,
    Record,
    Request,
    Review,
    Service,
)
from sbp.records.people import Entry, Header, Person, Section

RECORDS: dict[str, type[Record]] = {
    "care_and_support_plan": CareAndSupportPlan,
    "carers_assessment": CarersAssessment,
    "carers_support_plan": CarersSupportPlan,
    "case_note": CaseNote,
    "needs_assessment": NeedsAssessment,
    "request": Request,
    "review": Review,
    "service": Service,
}


@attrs.frozen
class Prose:
    """One entry of a record with its place in it: JSON pointer of the words, heading above them."""

    pointer: str
    heading: str = attrs.field(repr=False)
    entry: Entry


def prose(record: Record) -> Iterator[Prose]:
    """Every narrative entry of a record, in the order of its fields."""
    return iter(_prose(_Itself(record)))


@attrs.frozen
class _Itself:
    """A record as itself and not as its values, for records are long to compare."""

    record: Record = attrs.field(eq=id, repr=False)


@lru_cache(maxsize=64)
def _prose(itself: _Itself) -> tuple[Prose, ...]:
    """The entries of a record just asked about: many rules ask in turn."""
    return tuple(_walk(itself.record, "", ""))


def narrative(record: Record) -> str:
    """Every word of a record's narrative, an entry a line, headings left out."""
    return _narrative(_Itself(record))


@lru_cache(maxsize=64)
def _narrative(itself: _Itself) -> str:
    return "\n".join(item.entry.text for item in _prose(itself))


def _walk(value: object, pointer: str, heading: str) -> Iterator[Prose]:
    if isinstance(value, Entry):
        yield Prose(f"{pointer}/text", heading, value)
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _walk(item, f"{pointer}/{position}", heading)
    elif isinstance(value, (Header, Person)):
        return
    elif isinstance(value, Section):
        yield from _walk(value.entries, f"{pointer}/entries", value.heading)
    elif attrs.has(type(value)):
        for name in _names(type(value)):
            yield from _walk(getattr(value, name), f"{pointer}/{name}", heading or _HEADINGS.get(name, ""))


def _names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(cls))


_HEADINGS = {
    "in_their_words": "In their words",
    "strengths": "Strengths",
    "network": "People and community",
    "needs": "Needs",
    "outcomes": "Outcomes",
    "analysis": "Analysis",
    "eligibility": "Eligibility",
    "contingency": "Contingency plan",
    "safeguarding": "Safeguarding",
}

__all__ = [
    "RECORDS",
    "CareAndSupportPlan",
    "CarersAssessment",
    "CarersSupportPlan",
    "CaseNote",
    "Entry",
    "Header",
    "NeedsAssessment",
    "Person",
    "Prose",
    "Record",
    "Request",
    "Review",
    "Section",
    "Service",
    "prose",
]
