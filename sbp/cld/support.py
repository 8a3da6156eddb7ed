"""What forms and a Client Level Data file together support, written in Release 2 labels, and what they cannot."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from attrs import frozen

from sbp.cld.events import Event
from sbp.cld.fields import EVENT, PERSON, fields
from sbp.records import CarersAssessment, NeedsAssessment, Record, Review

_EVENTS: Final = {"needs_assessment": "Assessment", "carers_assessment": "Assessment", "review": "Review"}
_GRADES: Final = ("fully-met", "partially-met")


@frozen
class Supported:
    """Rows in Release 2 labels, the fields that stand in none of them, and how many rows only the forms gave."""

    rows: tuple[Mapping[str, str], ...]
    never: tuple[str, ...]
    from_forms: int


def supported(events: Iterable[Event], records: Iterable[Record]) -> Supported:
    """The rows of the file, and one for each completed assessment or review that only the forms know."""
    rows = [dict(event.values) for event in events if event.values]
    known = {(row.get(PERSON), row.get(EVENT), row.get("Event_End_Date")) for row in rows}
    added = []
    for record in records:
        row = _row(record)
        if row and (row[PERSON], row[EVENT], row["Event_End_Date"]) not in known:
            added.append(row)
    every = (*rows, *added)
    never = tuple(name for name in fields() if not any(name in row for row in every))
    return Supported(every, never, len(added))


def _row(record: Record) -> dict[str, str] | None:
    """What a form supports of an event. Open forms are not submitted."""
    if record.kind not in _EVENTS or record.header.completed_on is None:
        return None
    person = record.header.person
    is_carer = isinstance(record, CarersAssessment)
    told = {
        PERSON: person.id,
        "Gender": person.gender,
        "Ethnicity": person.ethnicity,
        "Date_of_Birth": _day(person.born_on),
        "Client_Type": person.client_type or ("Unpaid carer" if is_carer else None),
        "Primary_Support_Reason": person.support_reason,
        EVENT: _EVENTS[record.kind],
        "Event_Reference": record.header.id,
        "Event_Start_Date": _day(record.header.started_on),
        "Event_End_Date": _day(record.header.completed_on),
        "Assessment_Type": _assessment_type(record),
        "Review_Outcomes_Achieved": _achieved(record),
    }
    return {name: value for name, value in told.items() if value}


def _assessment_type(record: Record) -> str | None:
    """Long term where a determination of eligibility was recorded, as the guidance has it."""
    if not isinstance(record, (NeedsAssessment, CarersAssessment)):
        return None
    is_determined = record.eligibility is not None and record.eligibility.decision != "not-determined"
    return "Long term assessment" if is_determined else "Short term assessment"


def _achieved(record: Record) -> str | None:
    """The grade that the agreed grades of all outcomes give by the rule; nothing while one is not graded."""
    grades = [outcome.grade for outcome in record.outcomes] if isinstance(record, Review) else []
    if not grades or None in grades:
        return None
    if all(grade == "fully-met" for grade in grades):
        return "Fully Met"
    return "Partially Met" if any(grade in _GRADES for grade in grades) else "Not Met"


def _day(when: date | None) -> str | None:
    return when.strftime("%d/%m/%Y") if when else None
