"""What the big systems' exports need of a mapping: an answer by its type, groups, and ids that a document only says."""

import pytest

from sbp import schema
from sbp.build import build
from sbp.mapping import Answer, Mapping
from sbp.readers import Row

COLUMNS = {
    "id": "form_id",
    "person.id": "subject_person_id",
    "question": "code",
    "answer": "text_answer",
    "answer.date": "date_answer",
    "answer.number": "number_answer",
}
ANSWERS = {
    "DUE": Answer(field="review_due"),
    "COST": Answer(field="budget.cost"),
    "WHAT": Answer(field="contingency"),
}
MOSAIC = Mapping(file="m", layout="long", record="care_and_support_plan", columns=COLUMNS, answers=ANSWERS)


def row(number=2, code="WHAT", **cells):
    told = {"form_id": "F1", "subject_person_id": "7", "code": code, "text_answer": "", "date_answer": None}
    return Row(file="a.csv", number=number, cells={**told, "number_answer": "", **cells})


def test_the_first_column_that_holds_an_answer_counts():
    rows = [
        row(2, "WHAT", text_answer="Ring Ann.", date_answer="01/02/2026"),
        row(3, "DUE", date_answer="01/02/2027"),
        row(4, "COST", text_answer="NULL", number_answer=204.5),
    ]
    [record] = build(rows, MOSAIC).records
    dumped = schema.dump(record)
    assert dumped["contingency"][0]["text"] == "Ring Ann."
    assert (dumped["review_due"], dumped["budget"]["cost"]) == ("2027-02-01", 204.5)


def test_a_repair_names_the_column_where_the_answer_stood():
    [repair] = build([row(2, "WHAT", text_answer="Ann."), row(3, "DUE", date_answer="soon")], MOSAIC).repairs
    assert (repair.column, repair.row) == ("date_answer", 3)


@pytest.mark.parametrize("person", ["0", "-3", 0, -12.0])
def test_a_form_about_a_group_is_set_aside_and_never_made_one_persons(person):
    built = build([row(2, subject_person_id=person, text_answer="Tea.")], MOSAIC)
    assert [one.column for one in built.set_aside] == ["subject_person_id"]


def test_elsewhere_an_id_of_nought_is_an_id_and_one_below_nought_is_none():
    notes = Mapping(
        file="m",
        layout="wide",
        record="case_note",
        columns={"id": "DocumentID", "person.id": "DocumentID"},
        answers={"text": Answer(field="sections")},
    )
    rows = [
        Row(file="a.json", number=number + 2, cells={"DocumentID": number, "text": "Tea."}) for number in (0, 1, -1)
    ]
    built = build(rows, notes)
    assert [record.header.id for record in built.records] == ["0", "1"]
    assert [one.row for one in built.set_aside] == [1]


DOCUMENT = Mapping(
    file="m",
    layout="long",
    record="case_note",
    columns={"id": "Document", "person.id": "Person ID", "team": "Team", "question": "Question", "answer": "Answer"},
    answers={"Never": Answer(field="sections")},
)


def asked(number, question, answer, **short):
    cells = {"Document": "a", "Person ID": "P1", "Team": "East", **short, "Question": question, "Answer": answer}
    return Row(file="a.docx", number=number, cells=cells)


def test_what_a_document_says_in_its_header_is_not_said_twice():
    rows = [asked(1, "Person ID", "P1"), asked(2, "Team", "East"), asked(3, "Health", "Well.")]
    [record] = build(rows, DOCUMENT).records
    assert record.header.team == "East"
    assert [section.heading for section in record.sections] == ["Health"]


def test_a_second_and_other_answer_to_a_question_of_the_header_is_kept():
    rows = [asked(1, "Team", "East"), asked(2, "Team", "Then the North team.")]
    [record] = build(rows, DOCUMENT).records
    assert [section.entries[0].text for section in record.sections] == ["Then the North team."]
