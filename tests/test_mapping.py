"""A mapping is read in the field's own words, and a wrong one is refused with the key and the way out."""

import pytest

from sbp.errors import MappingError
from sbp.mapping import AS_RECORDS, load_mapping
from sbp.mapping.cells import NOTHING, identifier, text_of
from sbp.mapping.codes import known_codes, plain
from sbp.mapping.targets import header_targets, targets
from sbp.records import RECORDS

LONG = """\
layout: long
columns:
  id: Form ID
  person.id: Person ID
  completed_on: Completed
  kind: Form
  question: Code
  answer: Answer
kinds: {Assessment: needs_assessment, Review: review}
questions:
  A: {field: in_their_words, speaker: person, kinds: [needs_assessment]}
  D: eligibility.decision
  R: eligibility.reasons
  G: outcomes.grade
"""
WIDE = """\
layout: wide
record: case_note
columns: {id: Note ID, person.id: Person ID}
answers: {Note: sections}
"""


def write(tmp_path, text):
    path = tmp_path / "mapping.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("layout: long", "layuot: long", "'layuot' is not a name known here. The nearest is 'layout'."),
        ("layout: long\n", "", "the file has no 'layout'. Add a line such as 'layout: long'."),
        ("layout: long", "layout: tall", "'layout' is 'tall'. It should be one of: long, wide, records."),
        ("layout: long", "layout: long\ndates: dayfirst", "'dates' is 'dayfirst'. The nearest is 'day-first'."),
        (
            "completed_on:",
            "compleeted_on:",
            "'columns.compleeted_on' is not a name known here. The nearest is 'completed_on'",
        ),
        ("  person.id: Person ID\n", "", "'columns' has no 'person.id', which a long export needs."),
        ("Form ID", "[Form ID]", "'columns.id' should be text."),
        ("Form ID", "''", "'columns.id' should not be empty."),
        ("Review: review", "Review: reveiw", "'kinds.Review' is 'reveiw'. The nearest is 'review'."),
        ("eligibility.decision", "eligibilty.decision", "'questions.D.field' is 'eligibilty.decision'. The nearest is"),
        ("speaker: person", "speaker: persn", "'questions.A.speaker' is 'persn'. The nearest is 'person'."),
        ("field: in_their_words", "feild: in_their_words", "'questions.A.feild' is not a name known here."),
        ("speaker: person", "split: line", "'questions.A.split' is 'line'. The nearest is 'lines'."),
        ("  D: eligibility.decision\n", "", "cannot stand without 'eligibility.decision', and nothing goes there"),
        ("D: eligibility.decision", "D: {field: eligibility.decision, split: lines}", "is to be split, and"),
        (
            "D: eligibility.decision",
            "D: {field: eligibility.decision, speaker: person}",
            "does not hold anybody's words",
        ),
        ("G: outcomes.grade", "G: contingency", "which no kind of record in this export has"),
        ("questions:", "answers:", "'answers' belongs to a wide export, and the layout is long."),
        ("kinds: {", "record: review\nkinds: {", "both are there"),
        ("  kind: Form\n", "", "give both"),
        ("questions:", "values: {person.gender: {F: Femal}}\nquestions:", "gives 'Femal'. The nearest is 'Female'."),
        ("questions:", "values: {person.name: {F: G}}\nquestions:", "'values.person.name' is not a name known here."),
        ("questions:", "values: {person.gender: F}\nquestions:", "'values.person.gender' should be names with values"),
        ("questions:", "layout: long\nquestions:", "the same name stands twice"),
        ("layout: long", "layout: [", "this is not YAML"),
    ],
)
def test_a_wrong_mapping_is_refused_with_its_key_and_the_nearest_name(tmp_path, old, new, said):
    path = write(tmp_path, LONG.replace(old, new, 1))
    with pytest.raises(MappingError) as caught:
        load_mapping(path)
    assert said in str(caught.value)
    assert str(caught.value).startswith(str(path))


@pytest.mark.parametrize("text", ["", "- a\n", "words", "3"])
def test_what_is_no_mapping_at_all_is_refused(tmp_path, text):
    with pytest.raises(MappingError, match="the file should be names with values"):
        load_mapping(write(tmp_path, text))


def test_a_wide_mapping_without_answers_is_refused(tmp_path):
    with pytest.raises(MappingError, match="needs 'answers'"):
        load_mapping(write(tmp_path, WIDE.replace("answers: {Note: sections}\n", "")))


def test_a_missing_column_is_named_with_the_nearest_and_those_found(tmp_path):
    mapping = load_mapping(write(tmp_path, LONG))
    with pytest.raises(MappingError) as caught:
        mapping.check_columns(("Form Id", "Person ID", "Completed", "Form", "Code", "Answer"), "forms.csv")
    said = str(caught.value)
    assert "forms.csv has no column 'Form ID'" in said
    assert "for 'id'. The nearest is 'Form Id'." in said
    assert "The columns found are: Form Id, Person ID" in said


def test_a_first_row_that_is_no_header_is_not_repeated(tmp_path):
    mapping = load_mapping(write(tmp_path, WIDE))
    with pytest.raises(MappingError, match="none of the columns") as caught:
        mapping.check_columns(("17", "canary said so"), "notes.csv")
    assert "canary" not in str(caught.value)


def test_a_wide_export_must_have_the_columns_of_its_answers(tmp_path):
    mapping = load_mapping(write(tmp_path, WIDE))
    with pytest.raises(MappingError, match=r"no column 'Note', which .* names for 'sections'"):
        mapping.check_columns(("Note ID", "Person ID"), "notes.csv")
    assert mapping.unused(("Note ID", "Person ID", "Note", "Other")) == ("Other",)


def test_fields_are_those_the_export_holds_for_the_kind(tmp_path):
    mapping = load_mapping(write(tmp_path, LONG))
    heads = {"id", "person.id", "completed_on"}
    eligibility = {"eligibility", "eligibility.decision", "eligibility.reasons"}
    graded = {"outcomes", "outcomes.grade", "sections"}
    assert mapping.fields("needs_assessment") == heads | eligibility | graded | {"in_their_words"}
    assert mapping.fields("review") == heads | graded
    assert {"contingency", "budget.cost", "completed_on"} <= AS_RECORDS.fields("care_and_support_plan")


def test_forms_are_known_whatever_their_capitals_and_spacing(tmp_path):
    mapping = load_mapping(write(tmp_path, LONG))
    assert [mapping.kind_of(form) for form in ("ASSESSMENT ", "review", "Plan")] == ["needs_assessment", "review", ""]


@pytest.mark.parametrize("kind", RECORDS)
def test_every_field_of_a_record_but_its_header_can_be_reached(kind):
    import attrs

    own = {field.name for field in attrs.fields(RECORDS[kind])} - {"kind", "header"}
    assert own == {name.partition(".")[0] for name in targets(kind)}


def test_every_code_list_a_target_names_is_there():
    for target in [*header_targets().values(), *(found for kind in RECORDS for found in targets(kind).values())]:
        assert not target.codes or known_codes(target.codes)


def test_release_1_labels_and_ours_mean_the_same():
    known = known_codes("cld_primary_support_reasons")
    assert known[plain("Support with Memory & Cognition")] == "Support with memory and cognition"
    assert known[plain("Social Support: Support to Carer")] == "Social support: Support to unpaid carer"
    assert known_codes("eligibility_decisions")[plain("Not eligible")] == "not-eligible"


@pytest.mark.parametrize(
    ("cell", "text"),
    [(None, ""), (3, "3"), (3.0, "3"), (2.5, "2.5"), (True, "yes"), (["a", "b"], "a\nb"), ({"a": 1}, '{"a": 1}')],
)
def test_cells_that_are_no_text_are_written_plainly(cell, text):
    assert text_of(cell) == text


@pytest.mark.parametrize("cell", [*sorted(NOTHING), " NULL ", "x" * 101, "two\nlines", None, float("nan")])
def test_what_cannot_be_an_id_is_none(cell):
    assert identifier(cell) == ""


@pytest.mark.parametrize(("cell", "found"), [(0, "0"), (12.0, "12"), (" \ufeffA-1 ", "A-1")])
def test_an_id_is_text_without_what_nobody_sees(cell, found):
    assert identifier(cell) == found
