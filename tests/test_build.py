"""Rows become records, or are set aside with a reason; nothing is lost and nothing is said aloud."""

import csv
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sbp import schema
from sbp.build import Repair, build, merge_repairs
from sbp.build.dates import CANNOT_BE, OTHER_ORDER, TWO_DIGITS, read_date
from sbp.mapping import AS_RECORDS, Answer, Mapping
from sbp.readers import Row, open_export
from sbp.stage import people

HEADS = {
    "id": "Form ID",
    "person.id": "Person ID",
    "person.born_on": "Born",
    "completed_on": "Completed",
    "team": "Team",
    "kind": "Form",
}
KINDS = {"Assessment": "needs_assessment", "Plan": "care_and_support_plan", "Old form": "leave out"}
ANSWERS = {
    "ABOUT": Answer(field="in_their_words", speaker="person"),
    "GOOD": Answer(field="strengths", speaker="person"),
    "OUT": Answer(field="outcomes", speaker="person", split="lines"),
    "GRADE": Answer(field="outcomes.grade"),
    "DEC": Answer(field="eligibility.decision"),
    "WHY": Answer(field="eligibility.reasons"),
    "PLAN_B": Answer(field="contingency"),
    "DUE": Answer(field="review_due"),
    "HOME": Answer(field="sections"),
}
LONG = Mapping(
    file="m",
    layout="long",
    columns={**HEADS, "question": "Code", "answer": "Answer"},
    kinds=KINDS,
    answers=ANSWERS,
)
WIDE = Mapping(file="m", layout="wide", columns=HEADS, kinds=KINDS, answers=ANSWERS)


def row(number=2, code="HOME", answer="Tidy.", **cells):
    told = {"Form ID": "F1", "Person ID": "P1", "Form": "Assessment", "Code": code, "Answer": answer}
    return Row(file="a.csv", number=number, cells={**told, **{name.replace("_", " "): cells[name] for name in cells}})


def made(rows, mapping=LONG):
    built = build(rows, mapping)
    assert built.used + len(built.set_aside) == len(rows)
    return built


def kinds_of_repair(built):
    return {(repair.kind.partition(",")[0], repair.column, repair.count) for repair in built.repairs}


@pytest.mark.parametrize(
    ("cells", "column", "sentence"),
    [
        ({"Form_ID": ""}, "Form ID", "There is no record id"),
        ({"Form_ID": "NULL"}, "Form ID", "There is no record id"),
        ({"Form_ID": "canary " * 40}, "Form ID", "cannot be one"),
        ({"Person_ID": None}, "Person ID", "There is no person id"),
        ({"Form": "canary"}, "Form", "does not say what kind of record this form is"),
        ({"Form": "Old form"}, "Form", "The mapping leaves this form out"),
        ({"answer": " \n"}, "", "no answers at all"),
        ({"answer": "\ud800canary"}, "", "Field /sections/0/entries/0/text should be a value that JSON can hold"),
    ],
)
def test_a_record_that_cannot_stand_is_set_aside_without_its_words(cells, column, sentence):
    [aside] = made([row(**cells)]).set_aside
    assert (aside.file, aside.row, aside.column) == ("a.csv", 2, column)
    assert sentence in aside.sentence
    assert "canary" not in repr(aside)


def test_one_record_that_cannot_stand_leaves_the_others(tmp_path):
    built = made([row(2), row(3, Form_ID="F2", Form="?"), row(4, Form_ID="F2", Form="?"), row(5)])
    assert (len(built.records), built.used) == (1, 2)
    assert [aside.row for aside in built.set_aside] == [3, 4]


def test_a_damaged_row_is_set_aside_with_the_readers_sentence():
    [aside] = made([Row(file="a.csv", number=9, problem="It is broken.")]).set_aside
    assert (aside.row, aside.sentence) == (9, "It is broken.")


@pytest.mark.parametrize(
    ("second", "mapping", "said"),
    [
        ({"Person_ID": "P2"}, LONG, "row 2, about another person"),
        ({"Form": "Plan"}, LONG, "already stands in row 2;"),
        ({"HOME": "Other."}, WIDE, "already stands in row 2;"),
    ],
)
def test_a_record_id_used_twice_keeps_the_first(second, mapping, said):
    built = made([row(2, HOME="Tidy."), row(3, **second)], mapping)
    assert built.used == 1
    assert said in built.set_aside[0].sentence


def test_header_cells_may_stand_in_any_row_and_the_first_is_kept():
    [record] = (built := made([row(2, Team=""), row(3, Team="North"), row(4, Team="South"), row(5, Form="")])).records
    assert record.header.team == "North"
    assert record.header.form == "Assessment"
    assert kinds_of_repair(built) == {("cell that differs between rows of one record", "Team", 1)}


@pytest.mark.parametrize("nothing", ["NULL", "None", "n/a", " - "])
def test_a_header_cell_that_says_null_is_absent_and_counted(nothing):
    built = made([row(Team=nothing, Completed=nothing)])
    assert (built.records[0].header.team, built.records[0].header.completed_on) == ("", None)
    assert {count for _, _, count in kinds_of_repair(built)} == {1}


def test_an_impossible_date_is_left_out_and_the_record_stays():
    built = made([row(7, Completed="31/02/2026", Born="1 May 1951")])
    assert built.records[0].header.completed_on is None
    assert built.records[0].header.person.born_on == date(1951, 5, 1)
    assert built.repairs == (Repair(kind=CANNOT_BE, count=1, file="a.csv", row=7, column="Completed"),)


@pytest.mark.parametrize("text", ["None", "N/A", "  two\n\n<b>lines</b> \ufeff", "-"])
def test_an_answer_stays_exactly_as_exported(text):
    [record] = made([row(answer=text)]).records
    assert record.sections[0].entries[0].text == text


def test_a_databases_null_is_no_answer():
    built = made([row(2, answer="NULL"), row(3)])
    assert len(built.records[0].sections[0].entries) == 1
    assert built.used == 2


@pytest.mark.parametrize(
    ("code", "answer", "kind"),
    [
        ("NEW", "Words.", "question that the mapping does not name"),
        ("PLAN_B", "Words.", "answer for a field that this kind of record does not have"),
        ("GRADE", "Fully met", "answer about an item that is not there"),
        ("DEC", "Perhaps", "answer that cannot stand without another that is missing"),
        ("WHY", "Words.", "answer that cannot stand without another that is missing"),
    ],
)
def test_an_answer_without_a_place_is_kept_as_a_section_and_counted(code, answer, kind):
    built = made([row(code=code, answer=answer)])
    [section] = built.records[0].sections
    assert (section.heading, section.entries[0].text) == (code, answer)
    assert kinds_of_repair(built) == {(kind, "Answer", 1)}


def test_a_second_answer_for_a_field_that_holds_one_is_kept_as_a_section():
    rows = [row(2, "DUE", "01/02/2027", Form="Plan"), row(3, "DUE", "01/03/2027", Form="Plan")]
    [record] = made(rows).records
    assert record.review_due == date(2027, 2, 1)
    assert record.sections[0].entries[0].text == "01/03/2027"


def test_outcomes_and_their_grades_pair_by_order():
    rows = [row(2, "OUT", "- one\n2. two\n"), row(3, "GRADE", "Partially Met"), row(4, "OUT", "three")]
    [record] = made(rows).records
    assert [(o.statement.text, o.grade) for o in record.outcomes] == [
        ("one", None),
        ("two", "partially-met"),
        ("three", None),
    ]


def test_an_answer_of_two_megabytes_is_built():
    text = "She walked to the shop. " * 90_000
    [record] = made([row(answer=text)]).records
    assert record.sections[0].entries[0].text == text


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("03/02/2026", "day-first", date(2026, 2, 3)),
        ("03/02/2026", "month-first", date(2026, 3, 2)),
        ("3.2.2026", "day-first", date(2026, 2, 3)),
        ("03-02-2026 00:00:00", "day-first", date(2026, 2, 3)),
        ("2026-02-03", "month-first", date(2026, 2, 3)),
        ("2026-02-03T09:30:00.000Z", "day-first", date(2026, 2, 3)),
        ("2026/02/03 09:30:00.0000000 +01:00", "day-first", date(2026, 2, 3)),
        ("03-FEB-2026", "month-first", date(2026, 2, 3)),
        ("Tuesday, 3rd February 2026", "day-first", date(2026, 2, 3)),
        ("Feb  3 2026 12:00AM", "day-first", date(2026, 2, 3)),
        ("29/02/2024", "day-first", date(2024, 2, 29)),
        ("29/02/2026", "day-first", CANNOT_BE),
        ("13/02/2026", "month-first", OTHER_ORDER),
        ("03/13/2026", "day-first", OTHER_ORDER),
        ("03/02/2026", "year-first", OTHER_ORDER),
        ("31/12/9999", "day-first", CANNOT_BE),
        ("00/00/0000", "day-first", CANNOT_BE),
        ("3 Mebruary 2026", "day-first", CANNOT_BE),
        ("45678", "day-first", CANNOT_BE),
        ("soon", "day-first", CANNOT_BE),
        ("03/02/26", "day-first", TWO_DIGITS),
    ],
)
def test_dates_are_read_in_the_declared_order_and_never_guessed(text, order, expected):
    assert read_date(text, order) == expected


@given(when=st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_every_date_written_as_declared_is_read_back(when):
    assert read_date(f"{when:%d/%m/%Y}".replace(f"{when:%Y}", str(when.year)), "day-first") == when
    assert read_date(f"{when.month}/{when.day}/{when.year} 10:00", "month-first") == when
    assert read_date(when.isoformat(), "year-first") == when


@given(st.text(max_size=40), st.sampled_from(["day-first", "month-first", "year-first"]))
def test_no_text_at_all_makes_reading_a_date_raise(text, order):
    assert isinstance(read_date(text, order), date | str)


def test_records_that_already_are_records_are_judged_one_by_one():
    good = {"kind": "case_note", "header": {"id": "N1", "person": {"id": "P1"}}}
    wrong = {"kind": "case_note", "header": {"id": "N2", "person": {"id": "P1"}, "completed_on": "canary"}}
    rows = [Row(file="a.json", number=n, cells=cells) for n, cells in enumerate([good, wrong, {}, good, {"header": 3}])]
    built = made(rows, AS_RECORDS)
    assert [schema.dump(record) for record in built.records] == [good]
    assert "Field /header/completed_on should be a real date" in built.set_aside[0].sentence
    assert "canary" not in repr(built)


def test_repairs_of_many_people_add_up():
    one = Repair(kind="k", count=2, file="a.csv", row=9, column="c")
    assert merge_repairs([one, Repair(kind="k", count=1, file="a.csv", row=4, column="c")]) == (
        Repair(kind="k", count=3, file="a.csv", row=4, column="c"),
    )


# Promises, held over invented exports.

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), min_size=1, max_size=30).filter(
    lambda text: text.strip() and text != "NULL"
)
dates = st.dates(date(1930, 1, 1), date(2030, 1, 1)).map(lambda when: when.strftime("%d/%m/%Y"))
forms = st.fixed_dictionaries(
    {
        "Person ID": st.sampled_from(["P1", "P2", "P3", "P4"]),
        "Form": st.sampled_from(["Assessment", "Plan"]),
        "Completed": dates | st.just(""),
        "Born": dates | st.just("NULL"),
        "Team": st.sampled_from(["North", "South", ""]),
        "answers": st.dictionaries(
            st.sampled_from(["ABOUT", "GOOD", "HOME", "PLAN_B", "WHY", "DEC"]), words, min_size=1
        ),
    }
)
exports = st.lists(forms, min_size=1, max_size=8).map(
    lambda found: [{**form, "Form ID": f"F{number}"} for number, form in enumerate(found)]
)
SHARED = ["Form ID", "Person ID", "Form", "Completed", "Born", "Team"]


def in_order(form):
    return [(code, form["answers"][code]) for code in ANSWERS if code in form["answers"]]


def long_rows(export):
    return [[form[name] for name in SHARED] + [code, text] for form in export for code, text in in_order(form)]


def wide_rows(export):
    return [[form[name] for name in SHARED] + [form["answers"].get(code, "") for code in ANSWERS] for form in export]


def through_file(columns, lines, mapping, damage=()):
    """Write a CSV, spoil some of its lines, and take the whole road in."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        with path.open("w", encoding="utf-8", newline="") as handle:
            csv.writer(handle).writerow(columns)
            for number, cells in enumerate(lines):
                if number in damage:
                    handle.write(damage[number](cells))
                else:
                    csv.writer(handle).writerow(cells)
        export = open_export(path)
        rows = list(export.rows)
        built = [build(theirs, mapping) for theirs in people(rows, mapping, Path(folder) / "scratch")]
    return rows, built


def dumped(built):
    return {record.header.id: schema.dump(record) for group in built for record in group.records}


LONG_COLUMNS = [*SHARED, "Code", "Answer"]
WIDE_COLUMNS = [*SHARED, *ANSWERS]


@given(exports)
@settings(max_examples=60, deadline=None)
def test_wide_and_long_exports_of_the_same_forms_give_the_same_records(export):
    _, from_long = through_file(LONG_COLUMNS, long_rows(export), LONG)
    _, from_wide = through_file(WIDE_COLUMNS, wide_rows(export), WIDE)
    assert dumped(from_long) == dumped(from_wide)
    assert len(dumped(from_long)) == len(export)


@given(exports)
@settings(max_examples=60, deadline=None)
def test_every_word_of_every_answer_is_in_its_record(export):
    _, built = through_file(WIDE_COLUMNS, wide_rows(export), WIDE)
    found = dumped(built)
    for form in export:
        assert all(text in texts(found[form["Form ID"]]) for _, text in in_order(form) if text not in coded(text))


def coded(text):
    return {text} if text.strip().casefold() in {"eligible", "not eligible", "not-eligible"} else set()


def texts(value):
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    return [value]


DAMAGE = st.sampled_from(
    [
        lambda cells: ",".join(["spoilt"] * (len(cells) + 2)) + "\n",
        lambda cells: "spoilt, words\n",
        lambda cells: 'F,P,"a "spoilt" cell\n',
        lambda cells: ",".join(["", *["P1"] * (len(cells) - 1)]) + "\n",
        lambda cells: ",".join(["FX", "NULL", *["spoilt"] * (len(cells) - 2)]) + "\n",
        lambda cells: ",".join([f"X{cells[0]}", "P1", "No such form", *["spoilt"] * (len(cells) - 3)]) + "\n",
        lambda cells: '"never closed,' + ",".join(["x"] * len(cells)) + "\n",
    ]
)


@given(exports, st.dictionaries(st.integers(0, 7), DAMAGE, max_size=4))
@settings(max_examples=150, deadline=None)
def test_damage_costs_the_damaged_rows_and_no_others(export, damage):
    export = [{**form, "answers": {k: one_line(v) for k, v in form["answers"].items()}} for form in export]
    rows, built = through_file(WIDE_COLUMNS, wide_rows(export), WIDE, damage)
    used, aside = sum(group.used for group in built), sum(len(group.set_aside) for group in built)
    assert used + aside == len(rows) == len(export)
    undamaged = [form for number, form in enumerate(export) if number not in damage]
    _, expected = through_file(WIDE_COLUMNS, wide_rows(undamaged), WIDE) if undamaged else ([], [])
    assert dumped(built) == dumped(expected)


def one_line(text):
    return " ".join(text.replace('"', "'").split()) or "x"


cells = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.lists(st.text(max_size=5))


@given(
    st.lists(st.dictionaries(st.sampled_from([*LONG_COLUMNS, "header", "kind"]), cells)),
    st.sampled_from([LONG, WIDE, AS_RECORDS]),
)
def test_no_cells_at_all_make_building_raise(found, mapping):
    built = made([Row(file="a.json", number=number, cells=cells) for number, cells in enumerate(found)], mapping)
    assert all(aside.sentence for aside in built.set_aside)
    aside = [aside.row for aside in built.set_aside]
    assert aside == sorted(set(aside) & set(range(len(found))))
