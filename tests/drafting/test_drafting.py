"""A drafted mapping places most columns, says how sure it is, keeps no value, and stops where it cannot know."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from laid_out import LAYOUTS, export, judged

import sbp.cli.map as map_command
from sbp.build import build
from sbp.cli.running import run
from sbp.drafted import drafted
from sbp.errors import MappingError
from sbp.mapping import load_mapping
from sbp.mapping.drafting import draft
from sbp.mapping.drafting.columns import preset
from sbp.mapping.drafting.systems import PRESETS
from sbp.mapping.load import mapping_from
from sbp.readers import open_export

GOOD = sorted(path for path in (Path(__file__).parents[1] / "exports" / "good").iterdir() if path.is_dir())
SYSTEMS = sorted(LAYOUTS)
CANARY = "Quetzalfeder"


@pytest.mark.parametrize("system", SYSTEMS)
def test_most_of_a_systems_export_is_placed_right_at_the_first_try(tmp_path, system):
    found = judged(system, drafted(export(system, tmp_path)))
    shares = {what: right / of for what, (right, of, _) in found.items()}
    assert shares["columns"] >= 0.9, found
    assert shares["forms"] == 1.0, found
    assert shares["questions"] >= 0.75, found


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_file_says_what_the_mapping_in_memory_does(tmp_path, system):
    found = drafted(export(system, tmp_path))
    path = tmp_path / "mapping.yaml"
    path.write_text(found.text, encoding="utf-8")
    written, drafted_one = load_mapping(path), found.mapping
    for name in ("layout", "dates", "columns", "kinds", "record", "answers", "values"):
        assert getattr(written, name) == getattr(drafted_one, name), name


@pytest.mark.parametrize("system", SYSTEMS)
def test_an_export_goes_all_the_way_with_its_draft(tmp_path, system):
    path = export(system, tmp_path)
    built = build(open_export(path).rows, drafted(path).mapping)
    assert built.used == sum(1 for _ in open_export(path).rows)
    assert len(built.records) == 240


def rows(*told):
    columns, *cells = told
    return columns, lambda: (dict(zip(columns, row, strict=True)) for row in cells)


LONG = ("Form ID", "Person ID", "Form", "Completed", "Question", "Answer")


def long(form="Review", question="Q1", answer="Words.", times=6):
    return rows(LONG, *((f"F{n}", f"P{n}", form, "01/02/2026", question, answer) for n in range(times)))


def test_no_value_is_in_a_draft():
    said = [(f"F{n}", f"{CANARY}{n}", "Review", "01/02/2026", "How is it?", f"{CANARY} said {n}") for n in range(9)]
    found = draft(*rows(LONG, *said), "notes.csv")
    assert CANARY not in found.text + repr(found) + " ".join((*found.assumed, *found.unclear))


def test_a_column_of_words_is_never_taken_for_questions():
    said = [(f"F{n}", "P1", "Review", "", f"{CANARY} {n}", "x") for n in range(4_000)]
    assert CANARY not in draft(*rows(LONG, *said), "notes.csv").text


@pytest.mark.parametrize("folder", GOOD, ids=lambda folder: folder.name)
def test_every_export_that_can_be_read_can_be_drafted(folder, tmp_path):
    [path] = [path for path in folder.iterdir() if path.name not in ("mapping.yaml", "records.json")]
    found = drafted(path)
    assert (found.mapping is None) == bool(found.unclear)
    if found.mapping:
        written = tmp_path / "mapping.yaml"
        written.write_text(found.text, encoding="utf-8")
        assert load_mapping(written).answers == found.mapping.answers


names = st.text(max_size=12) | st.sampled_from([*LONG, "Question", "Code", "Note", "Date of birth", "(sheet)"])
cells = st.none() | st.integers() | st.floats() | st.booleans() | st.text(max_size=20) | st.dates()


@given(
    st.lists(names, min_size=1, max_size=8, unique=True), st.lists(st.lists(cells, min_size=8, max_size=8), max_size=6)
)
@example(["", "0", ":", "FORMI", "PERSN", "\U00018d09"], [[None] * 8])
@settings(max_examples=150, deadline=None)
def test_whatever_columns_and_cells_hold_a_draft_is_made_and_can_be_read(columns, told):
    found = draft(columns, lambda: (dict(zip(columns, row, strict=False)) for row in told), "export.csv")
    assert (found.mapping is None) == bool(found.unclear)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mapping.yaml"
        path.write_text(found.text, encoding="utf-8")
        if found.mapping and found.mapping.layout != "records":
            assert load_mapping(path).columns == found.mapping.columns


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Person ID", "Zebra", "No column is clearly the person's id."),
        ("Form ID", "Zebra", "No column is clearly the record's id."),
        ("Answer", "Zebra", "No column clearly holds answers."),
        ("Form", "Zebra", "No column clearly says which form a row belongs to."),
    ],
)
def test_what_is_essential_and_unclear_stops_with_a_way_out(old, new, said):
    _, cells = long(form="Blob")
    columns = tuple(new if name == old else name for name in LONG)
    found = draft(columns, lambda: (dict(zip(columns, row.values(), strict=True)) for row in cells()), "export.csv")
    assert found.mapping is None
    assert said in " ".join(found.unclear)
    assert "# TO DO: " in found.text


@pytest.mark.parametrize(
    ("said", "field"),
    [(["Eligible", "Not eligible"], "eligibility.decision"), (["Long-term support", "NFA"], "sections")],
)
def test_the_outcome_of_an_assessment_is_never_taken_for_what_the_person_wants(said, field):
    columns, cells = rows(
        ("Form ID", "Person ID", "Form", "Outcome of assessment"),
        *((f"A{n}", f"P{n}", "Care Act Assessment", said[n % 2]) for n in range(8)),
    )
    found = draft(columns, cells, "export.csv")
    assert dict(found.mapping.answers)["Outcome of assessment"].field == field


def test_forms_of_no_known_kind_are_left_to_a_person():
    found = draft(*long(form="Blob"), "export.csv")
    assert found.mapping is None
    assert "of no kind that is known" in found.unclear[0]
    assert "# Blob:" in found.text


def test_the_nearest_columns_are_named():
    columns, cells = rows(
        ("Form ID", "Ident of client", "Note"), ("F1", "x" * 200, "Words."), ("F2", "y" * 200, "Words.")
    )
    [sentence] = [said for said in draft(columns, cells, "x.csv").unclear if "person's id" in said]
    assert "The nearest: 'Ident of client'" in sentence


def test_wide_columns_without_a_place_stand_as_remarks():
    columns, cells = rows(
        ("Note ID", "Person ID", "Case note text", "Flag"),
        *((f"N{n}", f"P{n}", f"She bakes. {n} " * 9, "1") for n in range(9)),
    )
    found = draft(columns, cells, "notes.csv")
    assert found.left == ("Flag",)
    assert found.mapping.record == "case_note"
    assert dict(found.mapping.answers)["Case note text"].field == "sections"


def test_only_known_short_codes_are_written_as_values():
    columns, cells = rows(
        ("Note ID", "Person ID", "Sex", "Text"), *((f"N{n}", "P1", "FMX"[n % 3], "a b c " * 20) for n in range(9))
    )
    assert draft(columns, cells, "notes.csv").mapping.values == {"person.gender": {"f": "Female", "m": "Male"}}


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_found_by_its_columns_and_says_where_it_comes_from(name):
    columns = preset(name)["signature"]
    text = draft(columns, lambda: iter(()), "export.csv").text
    assert "seen in public SQL" in text
    assert "check against yours" in text


def test_a_preset_that_is_not_there_is_refused_with_the_nearest():
    with pytest.raises(MappingError, match="The nearest is 'mosaic'"):
        preset("mosiac")


@pytest.mark.parametrize("name", PRESETS)
def test_every_column_a_preset_names_is_a_name_of_a_mapping(name):
    columns = {field: names[0] for field, names in preset(name)["columns"].items()}
    data = {"layout": "long", "columns": columns, "kinds": {"A": "review"}, "questions": {"Q": "sections"}}
    assert mapping_from(data, "preset").columns == columns


def test_the_command_prints_a_draft_and_says_what_it_placed(tmp_path, capsys):
    assert run(["map", str(export("mosaic", tmp_path))]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("# Drafted by `sbp map`")
    assert "Columns: 18 have a field, 2 found no place." in said.err


def test_the_command_does_not_write_over_a_file_unasked(tmp_path, capsys):
    file, out = export("eclipse", tmp_path), tmp_path / "mapping.yaml"
    assert run(["map", str(file), "-o", str(out)]) == 0
    assert load_mapping(out)
    assert run(["map", str(file), "-o", str(out)]) == 1
    assert "--force" in capsys.readouterr().err
    assert run(["map", str(file), "-o", str(out), "--force"]) == 0


def test_the_command_offers_every_preset():
    [option] = [option for option in map_command.map.params if option.name == "preset"]
    assert tuple(option.type.choices) == PRESETS


def document(name, **answers):
    short = {question: answer for question, answer in answers.items() if len(answer) < 100}
    return [
        {**short, "Document": name, "Title": "Review", "Question": question, "Answer": answer}
        for question, answer in answers.items()
    ]


DOCUMENTS = [
    *document("a", **{"Person ID": "P1", "Form": "Review", "Health": "Well.", f"{CANARY} hit me": "yes"}),
    *document("b", **{"Person ID": "P2", "Form": "Review", "Health": "Well.", "What matters to you?": "Tea."}),
]
LABELS = tuple(dict.fromkeys(["Document", "Title", "Question", "Answer", *(name for row in DOCUMENTS for name in row)]))


def test_what_one_document_alone_has_for_a_label_may_be_somebodys_words():
    found = draft(LABELS, lambda: iter(DOCUMENTS), "forms")
    assert CANARY not in found.text + " ".join((*found.assumed, *found.unclear))
    assert dict(found.mapping.answers)["Health"].field == "sections"
    assert dict(found.mapping.answers)["What matters to you?"].speaker == "person"


def test_labels_of_documents_are_not_listed_in_a_message():
    mapping = draft(LABELS, lambda: iter(DOCUMENTS), "forms").mapping
    with pytest.raises(MappingError) as caught:
        mapping.check_columns([name for name in LABELS if name != "Person ID"], "forms")
    assert CANARY not in str(caught.value)
    assert mapping.unused(LABELS) == ()


@pytest.mark.parametrize(
    "first", [("F1", "P1", "03/02/2026", f"The client {CANARY}"), ("1", "2", "x", f"{CANARY} client")]
)
def test_a_first_row_of_values_is_not_taken_for_names_nor_said_aloud(first, tmp_path, capsys):
    path = tmp_path / "export.csv"
    path.write_text(",".join(first) + "\nF2,P2,04/02/2026,Tea\n", encoding="utf-8")
    assert run(["map", str(path)]) == 0
    assert run(["audit", str(path), "-o", str(tmp_path / "out")]) == 1
    said = capsys.readouterr()
    assert CANARY not in said.out + said.err
    assert "it is not the one with the column names" in said.err


def test_a_column_of_answers_is_never_taken_for_the_worker_or_the_team():
    columns = ("Form ID", "Person ID", "Form", "Practitioner analysis", "Team", "Social worker")
    found = draft(*rows(columns, ("F1", "P1", "Review", "He sings.", "East", "W1")), "export.csv")
    assert {one.field: one.name for one in found.columns} == {
        "id": "Form ID",
        "person.id": "Person ID",
        "kind": "Form",
        "team": "Team",
        "worker": "Social worker",
    }
    assert [(code, proposal.field) for code, proposal in found.questions] == [("Practitioner analysis", "analysis")]


def test_a_column_of_words_is_never_taken_for_an_id_however_few_rows_there_are():
    found = draft(*rows(("Ref", "Date", "Notes"), ("12", "01/02/2026", "He sings in the choir on Fridays.")), "a.csv")
    assert {one.field: one.name for one in found.columns} == {"id": "Ref", "completed_on": "Date"}
    assert [code for code, _ in found.questions] == ["Notes"]
    alone = draft(*rows(("Notes",), ("He sings in the choir on Fridays.",)), "a.csv")
    assert alone.columns == ()
    assert "'Notes'" not in " ".join(alone.unclear), "nor named as the nearest"
