"""The events of a Client Level Data file: each row checked, and written as Release 2 has it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from attrs import evolve, field, frozen

from sbp.build.dates import read_date
from sbp.cld.fields import EVENT, PERSON, columns_of, fields
from sbp.cld.values import written
from sbp.mapping.cells import NOTHING, short_text
from sbp.readers.rows import Row

MISSING: Final = "The field is empty, and Release 1 rules ask for it here; the rules of Release 2 are not public."
UNORDERED: Final = "The event ends before it starts."
LINKED: Final = "The person cared for is nobody in this file."
_OPEN_ENDED: Final = frozenset({"Service"})
_COSTED: Final = ("Long term support", "Short term support: Other short term", "Unpaid carer")
_COSTS: Final = frozenset({"Unit_Cost", "Cost_Frequency_Unit_Type", "Planned_units_per_week"})


@frozen
class Problem:
    """Something wrong in one cell: where, and what was wanted. It never holds the value."""

    row: int
    field: str
    sentence: str
    file: str = ""


@frozen
class Event:
    """One row: as Release 2 writes it, and what is wrong with it."""

    row: Row = field(repr=False)
    values: Mapping[str, str] = field(repr=False)
    problems: tuple[Problem, ...]


def read_events(rows: Iterable[Row], columns: Iterable[str]) -> Iterator[Event]:
    """Every readable row of the file as an event; a row that could not be read has that as its problem."""
    where = columns_of(columns)
    for row in rows:
        if row.problem:
            yield Event(row, {}, (_problem(row, "", row.problem),))
            continue
        said: dict[str, str] = {}
        problems = []
        for name, column in where.items():
            text = short_text(row.cells.get(column))
            if text.lower() in NOTHING:
                continue
            found = written(text, fields()[name])
            if found.text:
                said[name] = found.text
            if found.problem:
                problems.append(_problem(row, name, found.problem))
        problems += _missing(said, {problem.field for problem in problems}, row)
        start, end = (iso(said.get(name, "")) for name in ("Event_Start_Date", "Event_End_Date"))
        if start and end and end < start:
            problems.append(_problem(row, "Event_End_Date", UNORDERED))
        yield Event(row, said, tuple(problems))


def _missing(said: Mapping[str, str], told: set[str], row: Row) -> Iterator[Problem]:
    if said.get("Client_Type") == "Unpaid carer known by association":
        return
    event = said.get(EVENT, "")
    for name, about in fields().items():
        if name in said or name in told:
            continue
        if about.is_always or (about.is_conditional and _applies(name, about.event, event, said)):
            yield _problem(row, name, MISSING)


def _applies(name: str, of: str, event: str, said: Mapping[str, str]) -> bool:
    """The conditions of Release 1, as the check of May 2024 has them."""
    is_financial = said.get("Assessment_Type", "").casefold().startswith("financial")
    if name in _COSTS:
        is_costed = said.get("Service_Type", "").startswith(_COSTED)
        return event == "Service" and is_costed and said.get("Delivery_Mechanism") != "CASSR commissioned support"
    match name:
        case "Event_End_Date":
            return event not in _OPEN_ENDED or "Date_of_Death" in said
        case "Event_Outcome" | "Method_of_Assessment" if is_financial:
            return False
        case "Primary_Support_Reason":
            return event != "Request"
        case "Employment_Status":
            return False
        case "Client_Funding_Status":
            return said.get("Client_Type") == "Service user" and (event in ("Service", "Review") or is_financial)
        case "Review_Outcomes_Achieved":
            return event == "Review" and said.get("Review_Reason", "").startswith("Planned")
    return not of or of == event


def linked(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events, people said to be cared for who are nobody among them told as a problem."""
    kept = tuple(events)
    people = {event.values[PERSON] for event in kept if PERSON in event.values}
    return tuple(evolve(event, problems=(*event.problems, *_unlinked(event, people))) for event in kept)


def _unlinked(event: Event, people: Collection[str]) -> Iterator[Problem]:
    for place in (1, 2, 3):
        name = f"Adult_{place}_Linked_Person_ID"
        if event.values.get(name) and event.values[name] not in people:
            yield _problem(event.row, name, LINKED)


def _problem(row: Row, name: str, sentence: str) -> Problem:
    return Problem(row.number, name, sentence, row.file)


def iso(text: str) -> str:
    """A date of the file as year-month-day; nothing where there is none."""
    found = read_date(text, "day-first") if text else ""
    return "" if isinstance(found, str) else found.isoformat()
