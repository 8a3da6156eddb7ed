"""The events of a Client Level Data file: each row checked, written as Release 2 has it, and made a record."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import field, frozen

from sbp import schema
from sbp.build.built import Built, SetAside, Tally, aside
from sbp.build.dates import read_date
from sbp.cld.fields import EVENT, PERSON, columns_of, fields
from sbp.cld.values import OLD_LABEL, written
from sbp.mapping.cells import NOTHING, identifier, short_text
from sbp.readers.rows import Row
from sbp.records import Record

NO_PERSON: Final = "There is no local person id, so the event cannot be joined to anybody."
NO_EVENT: Final = "The event type is not one of Request, Assessment, Service and Review."
NO_EVENT_WANTED: Final = "A carer known by association has no event of their own."
MISSING: Final = "The field is empty, and Release 1 rules ask for it here; the rules of Release 2 are not public."
UNORDERED: Final = "The event ends before it starts."
LINKED: Final = "The person cared for is nobody in this file."
FORM: Final = "Client Level Data"
_OPEN_ENDED: Final = frozenset({"Service"})
_CARERS: Final = frozenset({"Unpaid carer", "Unpaid carer known by association"})
_COSTED: Final = ("Long term support", "Short term support: Other short term", "Unpaid carer")
_COSTS: Final = frozenset({"Unit_Cost", "Cost_Frequency_Unit_Type", "Planned_units_per_week"})


@frozen
class Problem:
    """Something wrong in one cell of the file: where, and what was wanted. It never holds the value."""

    row: int
    field: str
    sentence: str


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
            yield Event(row, {}, (Problem(row.number, "", row.problem),))
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
                problems.append(Problem(row.number, name, found.problem))
        problems += _missing(said, {problem.field for problem in problems}, row)
        start, end = (_iso(said.get(name, "")) for name in ("Event_Start_Date", "Event_End_Date"))
        if start and end and end < start:
            problems.append(Problem(row.number, "Event_End_Date", UNORDERED))
        yield Event(row, said, tuple(problems))


def _missing(said: Mapping[str, str], told: set[str], row: Row) -> Iterator[Problem]:
    if said.get("Client_Type") == "Unpaid carer known by association":
        return
    event = said.get(EVENT, "")
    for name, about in fields().items():
        if name in said or name in told:
            continue
        if about.is_always or (about.is_conditional and _applies(name, about.event, event, said)):
            yield Problem(row.number, name, MISSING)


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


def unlinked(events: Iterable[Event]) -> Iterator[Problem]:
    """People said to be cared for who are nobody in the file."""
    kept = [(event.row.number, event.values) for event in events]
    people = {values[PERSON] for _, values in kept if PERSON in values}
    for number, values in kept:
        for place in (1, 2, 3):
            name = f"Adult_{place}_Linked_Person_ID"
            if values.get(name) and values[name] not in people:
                yield Problem(number, name, LINKED)


def build_events(events: Iterable[Event]) -> Built:
    """Records of the events. Each row is used in one or set aside; what is wrong in it is counted as a repair."""
    tally = Tally()
    records: list[Record] = []
    set_aside: list[SetAside] = []
    for event in events:
        made = _record(event)
        if isinstance(made, str):
            set_aside.append(aside(event.row, made))
            continue
        records.append(made)
        for problem in event.problems:
            if problem.sentence not in (OLD_LABEL, MISSING):
                tally.count(f"Client Level Data: {problem.sentence}", problem.field, event.row)
    return Built(records=tuple(records), used=len(records), set_aside=tuple(set_aside), repairs=tally.repairs())


def _record(event: Event) -> Record | str:
    said = event.values
    person = identifier(said.get(PERSON, ""))
    if event.row.problem:
        return event.row.problem
    if not person:
        return NO_PERSON
    if EVENT not in said:
        is_known = said.get("Client_Type") == "Unpaid carer known by association"
        return NO_EVENT_WANTED if is_known else NO_EVENT
    made = schema.load(_data(event, person))
    return f"Field {made.faults[0].field} {made.faults[0].wanted}." if isinstance(made, schema.Faults) else made


def _data(event: Event, person: str) -> dict[str, Any]:
    said = event.values
    about = {
        "id": person,
        "born_on": _iso(said.get("Date_of_Birth", "")),
        "gender": said.get("Gender"),
        "ethnicity": said.get("Ethnicity"),
        "support_reason": said.get("Primary_Support_Reason"),
        "client_type": said.get("Client_Type"),
    }
    header = {
        "id": f"CLD-{event.row.number}",
        "person": _filled(about),
        "started_on": _iso(said.get("Event_Start_Date", "")),
        "completed_on": _iso(said.get("Event_End_Date", "")),
        "form": FORM,
    }
    return {"kind": kind_of(said), "header": _filled(header), **_filled(_own(said))}


def kind_of(said: Mapping[str, str]) -> str:
    """The kind of record that an event is."""
    is_carer = said.get("Client_Type") in _CARERS
    assessment = "carers_assessment" if is_carer else "needs_assessment"
    return {"Request": "request", "Assessment": assessment, "Service": "service", "Review": "review"}[said[EVENT]]


def _own(said: Mapping[str, str]) -> dict[str, Any]:
    match said[EVENT]:
        case "Request":
            return {"route": said.get("Request_Route_of_Access"), "result": said.get("Event_Outcome")}
        case "Service":
            return {
                "service_type": said.get("Service_Type"),
                "component": said.get("Service_Component"),
                "delivery": said.get("Delivery_Mechanism"),
                "unit_cost": _number(said.get("Unit_Cost")),
                "cost_frequency": said.get("Cost_Frequency_Unit_Type"),
                "units_a_week": _number(said.get("Planned_units_per_week")),
            }
        case "Review":
            reason = said.get("Review_Reason", "").casefold()
            return {"review_type": next((kind for kind in ("planned", "unplanned") if reason.startswith(kind)), None)}
    return {}


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "")}


def _iso(text: str) -> str:
    found = read_date(text, "day-first") if text else ""
    return "" if isinstance(found, str) else found.isoformat()


def _number(text: str | None) -> float | None:
    return float(text) if text else None
