"""The invented council's Client Level Data (Release 2), from the forms it grew: `grow.py` writes it beside them.

Requests before assessments, requests that ended with advice, services with their costs, and the same assessments and
reviews as the forms. Figures are made up: prices a week, waits and shares are nobody's.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, Final

from invent import Chance
from journey import BEGIN, END, SEED, Form

CODE: Final = "999"
COLUMNS: Final = (
    *("LA_Code", "NHS_Number", "LA_Person_Unique_Identifier", "Gender", "Ethnicity", "Date_of_Birth", "Client_Type"),
    *("Primary_Support_Reason", "Postcode", "Accommodation_Status", "Has_Unpaid_Carer", "Client_Funding_Status"),
    *("Event_Type", "Event_Reference"),
    *("Event_Start_Date", "Event_End_Date", "Event_Outcome", "Request_Route_of_Access", "Assessment_Type"),
    *("Method_of_Assessment", "Service_Type", "Service_Component", "Delivery_Mechanism", "Review_Reason"),
    *("Review_Outcomes_Achieved", "Method_of_Review", "Unit_Cost", "Cost_Frequency_Unit_Type"),
    "Planned_units_per_week",
)
ROUTES: Final = {"Community / Other route": 0.62, "Discharge from Hospital": 0.24, "Self-Funder": 0.06}
ROUTES_IN: Final = ROUTES | {"Planned Entry (Transition)": 0.03, "Diversion from Hospital Services": 0.05}
ENDED: Final = {
    "NFA: Information and advice or signposting": 0.55,
    "NFA: Referral to other service within the local authority": 0.2,
    "NFA: Support declined": 0.13,
    "NFA: No services offered for other reason": 0.12,
}
REABLED: Final = {
    "NFA: Support ended as planned": 0.58,
    "Progress to assessment, review or reassessment": 0.2,
    "Progress to support planning or services": 0.14,
    "Admitted to hospital": 0.05,
    "NFA: Deceased": 0.03,
}
COMMUNITY: Final = {
    "Home support or domiciliary care": (0.55, 24, (5, 24)),
    "Community supported living": (0.17, 21, (20, 60)),
    "Day support": (0.15, 62, (1, 4)),
    "Extra care housing": (0.08, 23, (7, 15)),
    "Shared Lives": (0.05, 480, (1, 1)),
}
"""Share, pounds a unit, and units a week from the fewest to the most."""
DELIVERED: Final = {"CASSR managed personal budget": 0.6, "Direct payment": 0.24, "CASSR commissioned support": 0.16}
HOMES: Final = {"Long term residential care": (0.7, 980), "Long term nursing care": (0.3, 1130)}
GRADES: Final = {"Fully Met": 0.46, "Partially Met": 0.44, "Not Met": 0.1}

HOMES_OF_OWN: Final = {
    "Owner occupier or shared ownership scheme": 0.5,
    "Tenant: Local authority or other social housing provider": 0.38,
    "Tenant: Private landlord": 0.12,
}

Row = dict[str, str]


def flow(forms: Iterable[Form]) -> list[Row]:
    """One row an event, in the order of its day."""
    by_person: dict[str, list[Form]] = {}
    for form in forms:
        by_person.setdefault(form.person.id, []).append(form)
    rows = [row for theirs in by_person.values() for row in _events(theirs, Chance(SEED, "flow", theirs[0].person.id))]
    rows += _turned_elsewhere(by_person, Chance(SEED, "advice"))
    rows.sort(key=lambda row: (_day(row["Event_Start_Date"]), row["LA_Person_Unique_Identifier"], row["Event_Type"]))
    return [{**row, "Event_Reference": f"E{40_000 + number}"} for number, row in enumerate(rows)]


def _events(forms: list[Form], chance: Chance) -> Iterator[Row]:
    person = _person(forms[0])
    first = min(form.started for form in forms)
    for form in forms:
        if form.kind in ("needs_assessment", "carers_assessment") and form.completed:
            asked = form.started - timedelta(days=chance.between(3, 24) + chance.between(0, 30) * chance.between(0, 1))
            if asked >= BEGIN:
                yield _request(person, asked, "Progress to assessment, review or reassessment", chance)
            yield {
                **person,
                **_dated("Assessment", form.started, form.completed),
                "Event_Outcome": "Progress to support planning or services",
                "Assessment_Type": "Long term assessment",
                "Method_of_Assessment": "Service user only",
                "Client_Funding_Status": "Fully social care funded",
            }
        if form.kind == "review" and form.completed:
            yield {
                **person,
                **_dated("Review", form.started, form.completed),
                "Event_Outcome": "Continuation of support or services",
                "Review_Reason": "Planned" if chance.happens(0.8) else "Unplanned - Other Reason",
                "Review_Outcomes_Achieved": chance.weigh(GRADES),
                "Method_of_Review": "Service user only",
                "Client_Funding_Status": "Fully social care funded",
            }
    if person["Client_Type"] == "Service user":
        yield from _services(person, forms, first, chance)


def _services(person: Row, forms: list[Form], first: date, chance: Chance) -> Iterator[Row]:
    plan = next((form.completed for form in forms if form.kind == "care_and_support_plan" and form.completed), None)
    begin = plan or first
    old = (END - _day(person["Date_of_Birth"])).days > 65 * 365
    if plan and old and chance.happens(0.35):
        ended = min(begin + timedelta(days=chance.between(14, 42)), END)
        yield {
            **_service(person, begin, ended, "Short term support: ST-Max", "Reablement"),
            "Event_Outcome": chance.weigh(REABLED),
        }
        begin = ended + timedelta(days=1)
    if not chance.happens(0.72):
        return
    begin += timedelta(days=chance.between(1, 20) + chance.between(0, 40) * chance.between(0, 1))
    if begin > END:
        return
    if old and chance.happens(0.12):
        component = chance.weigh({name: share for name, (share, _) in HOMES.items()})
        kind = "Nursing care" if "nursing" in component else "Residential care"
        yield {
            **_service(person, begin, None, f"Long term support: {kind}", component),
            **_cost(HOMES[component][1] + chance.between(-90, 260), "Weekly", 1),
            "Delivery_Mechanism": "CASSR commissioned support",
        }
        return
    component = chance.weigh({name: share for name, (share, _, _) in COMMUNITY.items()})
    _, price, (fewest, most) = COMMUNITY[component]
    units = most * chance.between(2, 3) if chance.happens(0.02) else chance.between(fewest, most)
    yield {
        **_service(person, begin, None, "Long term support: Community", component),
        **_cost(price, "Weekly" if component == "Shared Lives" else "Hourly", units),
        "Delivery_Mechanism": chance.weigh(DELIVERED),
    }


def _turned_elsewhere(by_person: dict[str, list[Form]], chance: Chance) -> Iterator[Row]:
    """Requests of other people, month by month, that ended with advice or are not answered yet."""
    known = sorted(by_person)
    day = BEGIN
    number = 0
    while day <= END:
        late = day > END - timedelta(days=44)
        for _ in range(chance.between(2, 5) if late else chance.between(0, 3)):
            number += 1
            like = _person(by_person[chance.pick(known)][0])
            ident = f"P{700_000 + 13 * number}"
            person = {**like, "LA_Person_Unique_Identifier": ident, "NHS_Number": _nhs_number(ident)}
            open_ = day > END - timedelta(days=120) and chance.happens(0.7 if late else 0.2)
            result = "Progress to assessment, review or reassessment" if open_ else chance.weigh(ENDED)
            yield _request(person, day, result, chance)
        day += timedelta(days=2)


def _person(form: Form) -> Row:
    person = form.person
    carer = form.kind == "carers_assessment"
    chance = Chance(SEED, "home", person.id)
    return {
        "LA_Code": CODE,
        "NHS_Number": _nhs_number(person.id),
        "Postcode": f"FB{chance.between(1, 9)} {chance.between(1, 9)}ZZ",
        "Accommodation_Status": chance.weigh(HOMES_OF_OWN),
        "Has_Unpaid_Carer": "Yes" if chance.happens(0.6) else "No",
        "LA_Person_Unique_Identifier": person.id,
        "Gender": person.sex.capitalize(),
        "Ethnicity": person.ethnicity,
        "Date_of_Birth": f"{person.born:%d/%m/%Y}",
        "Client_Type": "Unpaid carer" if carer else "Service user",
        "Primary_Support_Reason": "Social support: Support to unpaid carer" if carer else person.reason,
    }


def _nhs_number(ident: str) -> str:
    """A number with the right check digit from the range kept for tests, which begins with 999."""
    for last in range(10):
        digits = f"999{ident[1:].zfill(6)[-5:]}{last}"
        check = 11 - sum(int(digit) * (10 - place) for place, digit in enumerate(digits)) % 11
        if check != 10:
            return digits + str(check % 11)
    raise ValueError("no number has a check digit")


def _request(person: Row, asked: date, result: str, chance: Chance) -> Row:
    return {
        **person,
        **_dated("Request", asked, min(END, asked + timedelta(days=chance.between(0, 2)))),
        "Event_Outcome": result,
        "Request_Route_of_Access": chance.weigh(ROUTES_IN),
    }


def _service(person: Row, begin: date, end: date | None, kind: str, component: str) -> Row:
    return {
        **person,
        **_dated("Service", begin, end),
        "Service_Type": kind,
        "Service_Component": component,
        "Event_Outcome": "Continuation of support or services",
        "Client_Funding_Status": "Fully social care funded",
    }


def _cost(price: int, frequency: str, units: int) -> Row:
    return {"Unit_Cost": f"{price}.00", "Cost_Frequency_Unit_Type": frequency, "Planned_units_per_week": str(units)}


def _dated(event: str, start: date, end: date | None) -> Row:
    return {
        "Event_Type": event,
        "Event_Start_Date": f"{start:%d/%m/%Y}",
        "Event_End_Date": f"{end:%d/%m/%Y}" if end else "",
    }


def _day(written: str) -> date:
    day, month, year = map(int, written.split("/"))
    return date(year, month, day)


def line(row: dict[str, Any]) -> list[str]:
    """A row's values in the order of the columns; what is not there is empty."""
    return [row.get(column, "") for column in COLUMNS]
