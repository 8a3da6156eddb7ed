"""Client Level Data: both releases are read, what is wrong is said without its value, and its events join the forms."""

import csv
import json
from pathlib import Path

import pytest
from kept import RULES

from sbp import schema
from sbp.audit import audit
from sbp.cld import build_events, open_cld, supported
from sbp.cld.costs import weekly_cost
from sbp.cld.events import LINKED, MISSING, UNORDERED
from sbp.cld.fields import fields
from sbp.cld.records import NO_EVENT, NO_EVENT_WANTED, NO_PERSON, postal_district
from sbp.cld.values import NO_HOME, NOT_A_DATE, NOT_A_NUMBER, OLD_LABEL
from sbp.cli.running import run
from sbp.errors import ExportError
from sbp.reports import REPORT, write_reports
from sbp.store import one, opened

CANARY = "Quetzalfeder"
PERSON = {
    "LA Code": "841",
    "NHS Number": "943 476 5919",
    "LA Person Unique Identifier": "P1",
    "Gender": "Female",
    "Ethnicity": "White: Irish",
    "Date of Birth": "01/05/1951",
    "Client Type": "Service user",
    "Primary Support Reason": "Mental health support",
    "Postcode": "DL1 1AA",
    "Accommodation Status": "Registered care home",
    "Has Unpaid Carer": "Yes",
    "Event Start Date": "01/02/2026",
    "Event End Date": "03/02/2026",
    "Event Outcome": "NFA: Support declined",
}
REQUEST = {**PERSON, "Event Type": "Request", "Request: Route of Access": "Prison"}
SERVICE = {
    **PERSON,
    "Event Type": "Service",
    "Client Funding Status": "Fully social care funded",
    "Service Type": "Long term support: Community",
    "Service Component": "Home support or domiciliary care",
    "Delivery Mechanism": "Direct payment",
    "Unit Cost": "£1,020.50",
    "Cost Frequency (Unit Type)": "Weekly",
    "Planned units per week": "7",
}
REVIEW = {
    **PERSON,
    "Event Type": "Review",
    "Client Funding Status": "Fully social care funded",
    "Review Reason": "Planned",
    "Review Outcomes Achieved": "Fully Met",
    "Method of Review": "Service user only",
}
ASSESSMENT = {
    **PERSON,
    "Event Type": "Assessment",
    "Assessment Type": "Long term assessment",
    "Method of Assessment": "Service user only",
}
COLUMNS = list(dict.fromkeys(name for row in (REQUEST, SERVICE, REVIEW, ASSESSMENT) for name in row))
COLUMNS += ["Adult 1 Linked Person ID"]


def written(folder: Path, *rows: dict[str, str], columns: list[str] = COLUMNS) -> Path:
    path = folder / "cld.csv"
    with path.open("w", encoding="utf-8", newline="") as handle:
        out = csv.writer(handle)
        out.writerow(columns)
        out.writerows([row.get(name, "") for name in COLUMNS] for row in rows)
    return path


def said(folder: Path, *rows: dict[str, str]) -> set[tuple[str, str]]:
    return {(problem.field, problem.sentence) for problem in open_cld(written(folder, *rows)).problems}


@pytest.mark.parametrize("row", [REQUEST, SERVICE, REVIEW, ASSESSMENT], ids=lambda row: row["Event Type"])
def test_a_row_as_it_should_be_has_nothing_wrong(tmp_path, row):
    assert said(tmp_path, row) == set()


@pytest.mark.parametrize("spelling", [lambda name: name, str.upper, lambda name: name.replace(" ", "_")])
def test_headings_of_files_and_of_the_checks_are_both_known(tmp_path, spelling):
    found = open_cld(written(tmp_path, REQUEST, columns=[spelling(name) for name in COLUMNS]))
    assert found.problems == ()
    assert found.unknown == ()


@pytest.mark.parametrize(
    ("row", "field", "value", "sentence"),
    [
        (REQUEST, "Event Outcome", "NFA - Support declined", OLD_LABEL),
        (REQUEST, "Event Outcome", "Progress to Assessment", OLD_LABEL),
        (REQUEST, "Event Outcome", "Provision of service", NO_HOME),
        (REQUEST, "Event Outcome", "NFA: Support was declined", "The nearest is 'NFA: Support declined'."),
        (REQUEST, "Event Outcome", CANARY, "It has 16 labels, and none is near."),
        (REQUEST, "Event End Date", "31/02/2026", NOT_A_DATE),
        (REQUEST, "Event End Date", "31/01/2026", UNORDERED),
        (REQUEST, "Event End Date", "", MISSING),
        (REQUEST, "NHS Number", "123", "ten digits"),
        (REQUEST, "Gender", "", MISSING),
        (REQUEST, "Request: Route of Access", "", MISSING),
        (SERVICE, "Unit Cost", "lots", NOT_A_NUMBER),
        (SERVICE, "Unit Cost", "", MISSING),
        (SERVICE, "Service Type", "", MISSING),
        (REVIEW, "Review Outcomes Achieved", "", MISSING),
        (ASSESSMENT, "Assessment Type", "", MISSING),
        (REQUEST, "Adult 1 Linked Person ID", "P999", LINKED),
    ],
)
def test_what_is_wrong_is_said_with_its_field_and_the_nearest_label(tmp_path, row, field, value, sentence):
    found = said(tmp_path, {**row, field: value})
    assert any(sentence in told for _, told in found), found
    assert CANARY not in str(found)


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (SERVICE, "Event End Date"),
        ({**SERVICE, "Delivery Mechanism": "CASSR commissioned support"}, "Unit Cost"),
        ({**REVIEW, "Review Reason": "Review of short term support"}, "Review Outcomes Achieved"),
        (REQUEST, "Primary Support Reason"),
    ],
)
def test_a_field_that_the_rules_do_not_ask_for_may_be_empty(tmp_path, row, field):
    assert said(tmp_path, {**row, field: ""}) == set()


def test_events_become_records_of_their_kinds(tmp_path):
    carer = {**ASSESSMENT, "Client Type": "Carer"}
    found = open_cld(written(tmp_path, REQUEST, SERVICE, REVIEW, ASSESSMENT, carer))
    built = build_events(found.events)
    assert [record.kind for record in built.records] == [
        "request", "service", "review", "needs_assessment", "carers_assessment",
    ]  # fmt: skip
    service = schema.dump(built.records[1])
    assert (service["unit_cost"], service["cost_frequency"], service["units_a_week"]) == (1020.5, "Weekly", 7.0)
    assert (service["delivery"], service["header"]["started_on"]) == ("Direct payment", "2026-02-01")
    assert built.records[2].review_type == "planned"


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({**REQUEST, "LA Person Unique Identifier": "NULL"}, NO_PERSON),
        ({**REQUEST, "Event Type": CANARY}, NO_EVENT),
        ({**REQUEST, "Client Type": "Unpaid carer known by association", "Event Type": ""}, NO_EVENT_WANTED),
    ],
)
def test_a_row_that_is_no_event_is_set_aside(tmp_path, row, sentence):
    built = build_events(open_cld(written(tmp_path, row, REQUEST)).events)
    assert [(one.row, one.sentence) for one in built.set_aside] == [(2, sentence)]
    assert built.used == 1


def test_another_file_is_not_taken_for_client_level_data(tmp_path):
    path = tmp_path / "forms.csv"
    path.write_text("Form ID,Answer\n1,x\n", encoding="utf-8")
    with pytest.raises(ExportError, match="no column LA_Person_Unique_Identifier"):
        open_cld(path)


def test_events_join_the_forms_and_one_event_is_counted_once(tmp_path):
    forms, mapping = tmp_path / "forms.csv", tmp_path / "mapping.yaml"
    forms.write_text("F,Who,When,Team,Text\nF1,P1,03/02/2026,North,She bakes.\n", encoding="utf-8")
    mapping.write_text(
        "layout: wide\nrecord: needs_assessment\n"
        "columns: {id: F, person.id: Who, completed_on: When, team: Team}\nanswers: {Text: sections}\n",
        encoding="utf-8",
    )
    other = {**SERVICE, "LA Person Unique Identifier": "P2", "Event Outcome": "NFA - Deceased"}
    financial = {**ASSESSMENT, "Assessment Type": "Financial assessment"}
    data = written(tmp_path, financial, ASSESSMENT, REQUEST, other)
    result = audit(forms, tmp_path / "out", mapping=mapping, cld=data, rules=RULES)
    assert (result.read, result.used, result.records, result.people) == (5, 5, 4, 2)
    assert "4 events, 3 of people whose forms are here; 1 are events whose form is here too" in result.assumed[-1]
    with opened(tmp_path / "out") as store:
        rows = store.execute(
            "SELECT record_id, told_by, kind, team, assessment_type, weekly_cost, area FROM events ORDER BY record_id"
        ).fetchall()
        assert rows == [
            ("CLD-2", "cld", "needs_assessment", None, "Financial assessment", None, "DL1"),
            ("CLD-4", "cld", "request", None, None, None, "DL1"),
            ("CLD-5", "cld", "service", None, None, 1020.5, "DL1"),
            ("F1", "both", "needs_assessment", "North", "Long term assessment", None, "DL1"),
        ]
        assert one(store, "SELECT result FROM events WHERE kind = 'service'") == "NFA: Deceased"
        assert one(store, "SELECT age FROM events WHERE record_id = 'F1'") == 74
        assert one(store, "SELECT count(*) FROM standard_results WHERE record_id LIKE 'CLD-%'") == 0
        assert one(store, "SELECT count(*) FROM records WHERE kind = 'needs_assessment'") == 2
    assert run(["erase", str(tmp_path / "out"), "P2"]) == 0
    with opened(tmp_path / "out") as store:
        assert one(store, "SELECT count(*) FROM events WHERE person_id = 'P2'") == 0


def test_values_outside_the_lists_are_findings_with_the_nearest_label(tmp_path):
    forms = tmp_path / "forms.json"
    header = {"id": "F1", "person": {"id": "P1"}, "completed_on": "2026-02-03"}
    forms.write_text(json.dumps([{"kind": "needs_assessment", "header": header}]), encoding="utf-8")
    bad = {**ASSESSMENT, "Gender": f"Female {CANARY}", "Event Outcome": "NFA: Support was declined"}
    worse = {**SERVICE, "Unit Cost": CANARY, "Adult 1 Linked Person ID": CANARY, "Ethnicity": "White: Irsh"}
    older = {**REQUEST, "Event Outcome": "NFA - Deceased"}
    audit(forms, tmp_path / "out", cld=written(tmp_path, bad, worse, older), rules=RULES, keep_text=False)
    write_reports(tmp_path / "out")
    lines = (tmp_path / "out" / "findings.jsonl").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    told = {(one["record_id"], one["rule"], one["level"], one["field"], one["message"]) for one in found}
    code, value = "data/cld-code", "data/cld-value"
    nearest = "The value is not in the code list. The nearest is"
    listed = "The value is not in the code list. Its labels are: Male; Female; Other; Unknown."
    assert told == {
        ("F1", code, "suggestion", "/header/person/gender", f"Gender: {listed}"),
        ("F1", code, "suggestion", "", f"Event_Outcome: {nearest} 'NFA: Support declined'."),
        ("CLD-3", code, "suggestion", "/header/person/ethnicity", f"Ethnicity: {nearest} 'White: Irish'."),
        ("CLD-3", value, "query", "/unit_cost", f"Unit_Cost: {NOT_A_NUMBER}"),
        ("CLD-3", value, "query", "", f"Adult_1_Linked_Person_ID: {LINKED}"),
    }
    page = (tmp_path / "out" / REPORT).read_text("utf-8")
    assert "The nearest is &#39;White: Irish&#39;." in page
    assert CANARY not in page + str(found)


def test_events_of_several_files_have_ids_of_their_own(tmp_path):
    folder = tmp_path / "quarters"
    folder.mkdir()
    for name in ("autumn", "winter"):
        written(tmp_path, REQUEST).rename(folder / f"{name}.csv")
    records = build_events(open_cld(folder).events).records
    assert [record.header.id for record in records] == ["CLD-autumn-2", "CLD-winter-2"]


def test_services_in_the_forms_are_events_too(tmp_path):
    path = tmp_path / "records.json"
    person = {"id": "P1", "born_on": "1950-02-03"}
    service = {
        "kind": "service",
        "header": {"id": "S1", "person": person, "started_on": "2026-02-02"},
        "available": False,
        "used_instead": CANARY,
    }
    note = {"kind": "case_note", "header": {"id": "N1", "person": person}}
    path.write_text(json.dumps([service, note]), encoding="utf-8")
    for keep_text, instead in ((True, CANARY), (False, None)):
        audit(path, tmp_path / "out", rules=RULES, keep_text=keep_text)
        with opened(tmp_path / "out") as store:
            rows = store.execute("SELECT record_id, told_by, available, used_instead, age FROM events").fetchall()
        assert rows == [("S1", "form", False, instead, 75)]


@pytest.mark.parametrize(
    ("cost", "frequency", "units", "weekly"),
    [
        (21.5, "Hourly", 14, 301.0),
        (21.5, "Hourly", None, None),
        (60, "Daily", 3, 180.0),
        (800, "Weekly", 7, 800.0),
        (800, "Fortnightly", None, 400.0),
        (1300, "Monthly", None, 300.0),
        (5200, "Annually", 1, 100.0),
        (500, "One-off", 1, None),
        (500, None, 1, None),
        (None, "Weekly", 1, None),
    ],
)
def test_the_weekly_cost_is_worked_out_as_the_department_does(cost, frequency, units, weekly):
    assert weekly_cost(cost, frequency, units) == weekly


@pytest.mark.parametrize(
    ("postcode", "district"),
    [("DL1 1AA", "DL1"), ("sw1a1aa", "SW1A"), ("DL1", ""), ("N1 9GU", "N1"), ("ZZ99 3VZ", "ZZ99"), ("", "")],
)
def test_of_a_postcode_only_the_district_is_kept(postcode, district):
    assert postal_district(postcode) == district


def test_forms_fill_what_the_file_lacks_in_release_2_labels(tmp_path):
    review = {
        "kind": "review",
        "header": {"id": "F9", "person": {"id": "P7", "gender": "Male"}, "completed_on": "2026-03-01"},
        "outcomes": [
            {"statement": {"text": "Swim"}, "grade": "fully-met"},
            {"statement": {"text": "Cook"}, "grade": "not-met"},
        ],
    }
    is_open = {"kind": "review", "header": {"id": "F8", "person": {"id": "P7"}}, "sections": []}
    data = open_cld(written(tmp_path, {**REQUEST, "Event Outcome": "NFA - Deceased"}))
    found = supported(data.events, [schema.load(review), schema.load(is_open)])
    assert found.from_forms == 1
    assert found.rows[0]["Event_Outcome"] == "NFA: Deceased"
    assert found.rows[1]["Review_Outcomes_Achieved"] == "Partially Met"
    assert found.rows[1]["Event_End_Date"] == "01/03/2026"
    assert "Unit_Cost" in found.never
    assert "Gender" not in found.never


def test_the_command_checks_and_writes_release_2(tmp_path, capsys):
    bad = {**SERVICE, "Gender": f"{CANARY}", "Event Outcome": "NFA - Deceased"}
    path = written(tmp_path, REQUEST, bad)
    assert run(["cld", str(path), "-o", str(tmp_path / "out")]) == 0
    told = capsys.readouterr()
    assert "Gender: The value is not in the code list." in told.out
    assert CANARY not in told.out + told.err
    with (tmp_path / "out" / "cld-release-2.csv").open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert list(rows[0]) == list(fields())
    assert rows[1]["Event_Outcome"] == "NFA: Deceased"
    assert CANARY not in str(rows)
