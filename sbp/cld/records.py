"""Records of the events of Client Level Data, and what the file says of an event that no record has a field for."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from sbp import schema
from sbp.build.built import Built, SetAside, aside
from sbp.build.said import CLD_CODE, CLD_VALUE, data_rules
from sbp.cld.events import MISSING, Event, Problem, iso
from sbp.cld.fields import EVENT, PERSON, fields
from sbp.cld.values import OLD_LABEL
from sbp.findings import Finding, Place
from sbp.mapping.cells import identifier
from sbp.readers.batch import FILE
from sbp.readers.rows import Row
from sbp.readers.workbook import SHEET
from sbp.records import Record

NO_PERSON: Final = "There is no local person id, so the event cannot be joined to anybody."
NO_EVENT: Final = "The event type is not one of Request, Assessment, Service and Review."
NO_EVENT_WANTED: Final = "A carer known by association has no event of their own."
FORM: Final = "Client Level Data"
_CARERS: Final = frozenset({"Unpaid carer", "Unpaid carer known by association"})
_POSTCODE: Final = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?) ?[0-9][A-Z]{2}")
_NOT_FOUND: Final = (OLD_LABEL, MISSING)
"""What is no finding: a label of Release 1 is read for what it means, and the rules for what is missing are old."""

_FIELDS: Final = {
    "Date_of_Birth": "/header/person/born_on",
    "Gender": "/header/person/gender",
    "Ethnicity": "/header/person/ethnicity",
    "Primary_Support_Reason": "/header/person/support_reason",
    "Client_Type": "/header/person/client_type",
    "Postcode": "/header/person/area",
    "Event_Start_Date": "/header/started_on",
    "Event_End_Date": "/header/completed_on",
    "Request_Route_of_Access": "/route",
    "Service_Type": "/service_type",
    "Service_Component": "/component",
    "Delivery_Mechanism": "/delivery",
    "Unit_Cost": "/unit_cost",
    "Cost_Frequency_Unit_Type": "/cost_frequency",
    "Planned_units_per_week": "/units_a_week",
}
"""Where a value would stand in the record, for those that have a place there."""

_BESIDE: Final = {
    "funding": "Client_Funding_Status",
    "result": "Event_Outcome",
    "assessment_type": "Assessment_Type",
    "review_reason": "Review_Reason",
    "achieved": "Review_Outcomes_Achieved",
}
"""Columns of the store's table of events that no field of a record holds for every kind, and the fields they hold."""


def build_events(events: Iterable[Event]) -> Built:
    """Records of the events. Each row is used in one or set aside; what is wrong in it is a finding."""
    records: list[Record] = []
    findings: list[Finding] = []
    set_aside: list[SetAside] = []
    for event in events:
        made = _record(event)
        if isinstance(made, str):
            set_aside.append(aside(event.row, made))
            continue
        records.append(made)
        findings += (_finding(made, problem) for problem in event.problems if problem.sentence not in _NOT_FOUND)
    return Built(
        records=tuple(records),
        used=len(records),
        set_aside=tuple(set_aside),
        repairs=(),
        findings=tuple(findings),
    )


def _finding(record: Record, problem: Problem) -> Finding:
    rule = data_rules()[CLD_CODE if fields()[problem.field].codes else CLD_VALUE]
    place = Place(record_id=record.header.id, field=_FIELDS.get(problem.field, ""))
    return rule.finding(place, message=f"{problem.field}: {problem.sentence}")


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
        "born_on": iso(said.get("Date_of_Birth", "")),
        "gender": said.get("Gender"),
        "ethnicity": said.get("Ethnicity"),
        "support_reason": said.get("Primary_Support_Reason"),
        "client_type": said.get("Client_Type"),
        "area": postal_district(said.get("Postcode", "")),
    }
    header = {
        "id": event_id(event.row),
        "person": _filled(about),
        "started_on": iso(said.get("Event_Start_Date", "")),
        "completed_on": iso(said.get("Event_End_Date", "")),
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


def _number(text: str | None) -> float | None:
    return float(text) if text else None


def event_id(row: Row) -> str:
    """The id of the record that an event becomes: its row, and its file and sheet where there are several."""
    places = [str(row.cells[name]) for name in (FILE, SHEET) if name in row.cells]
    return "-".join(["CLD", *places, str(row.number)])


def postal_district(postcode: str) -> str:
    """The first half of a postcode: some thousands of homes, so that nobody is found by it."""
    found = _POSTCODE.fullmatch(postcode.upper())
    return found[1] if found else ""


def beside(said: Mapping[str, str]) -> dict[str, str]:
    """What an event says besides its record, by column of the store's table of events."""
    return {column: said[name] for column, name in _BESIDE.items() if name in said}
