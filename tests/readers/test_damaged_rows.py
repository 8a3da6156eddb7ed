"""A damaged row is set aside alone, with a sentence that holds no value; the rest is read on."""

import json

import pytest

from sbp.readers import delimited, json_file, json_lines, open_export


def rows_of(tmp_path, text, name="export.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(open_export(path).rows)


HEAD = "id,who,note\n"


@pytest.mark.parametrize(
    ("damaged", "problem"),
    [
        ("1,P1,canary, and more\n", delimited.TOO_MANY),
        ("1,canary\n", delimited.TOO_FEW),
        ('1,P1,"a "canary" b"\n', delimited.QUOTES),
        ('1,P1,"canary" x\n', delimited.QUOTES),
    ],
)
def test_a_damaged_row_of_a_csv_is_set_aside_and_the_next_is_whole(tmp_path, damaged, problem):
    damaged_row, whole = rows_of(tmp_path, HEAD + damaged + "2,P2,kept\n")
    assert damaged_row.problem == problem
    assert (damaged_row.number, dict(damaged_row.cells)) == (2, {})
    assert (whole.number, dict(whole.cells)) == (3, {"id": "2", "who": "P2", "note": "kept"})


def test_a_quotation_mark_never_closed_costs_one_row(tmp_path):
    rows = rows_of(tmp_path, HEAD + '1,P1,"never closed\n' + "".join(f"{n},P{n},kept\n" for n in range(2, 500)))
    assert [row.number for row in rows if row.problem] == [2]
    assert len([row for row in rows if row.cells]) == 498


def test_a_line_break_outside_quotes_spoils_its_pieces_and_no_other_row(tmp_path):
    rows = rows_of(tmp_path, HEAD + "1,P1\nand then he said\n2,P2,kept\n")
    assert [bool(row.problem) for row in rows] == [True, True, False]


def test_empty_cells_beyond_the_header_are_dropped_and_counted(tmp_path):
    [row] = rows_of(tmp_path, HEAD + "1,P1,kept,,,\n")
    assert dict(row.cells) == {"id": "1", "who": "P1", "note": "kept"}
    assert row.repairs == (delimited.TRAILING,)


def test_blank_rows_are_no_rows_but_keep_their_number(tmp_path):
    assert [row.number for row in rows_of(tmp_path, HEAD + "\n,,\n1,P1,kept\n\n")] == [4]


def test_nul_characters_are_taken_out_and_counted(tmp_path):
    [row] = rows_of(tmp_path, HEAD.encode() + b"1,P1,ke\x00pt\n")
    assert row.cells["note"] == "kept"
    assert row.repairs == (delimited.NUL,)


def test_two_columns_of_one_name_are_both_kept(tmp_path):
    [row] = rows_of(tmp_path, "id,note,note\n1,a,b\n")
    assert dict(row.cells) == {"id": "1", "note": "a", "note (3)": "b"}


def test_an_answer_of_two_megabytes_is_read_whole(tmp_path):
    answer = "She said “yes”.\n" * 140_000
    [row] = rows_of(tmp_path, f'{HEAD}1,P1,"{answer}"\n')
    assert row.cells["note"] == answer


def test_bytes_of_no_encoding_are_marked_and_said(tmp_path):
    path = tmp_path / "export.csv"
    path.write_bytes(HEAD.encode() + b"1,P1,\x81\xa320\n")
    export = open_export(path)
    assert "could not be read" in export.notes[-1]
    assert [row.cells["note"] for row in export.rows] == ["\ufffd£20"]


@pytest.mark.parametrize(
    "line", ['{"a": canary}', '{"a": "canary', "canary", "[" * 100_000, '{"a": ' + "9" * 9_000 + "}"]
)
def test_a_broken_json_line_is_set_aside_alone(tmp_path, line):
    first, broken, last = rows_of(tmp_path, f'{{"a": 1}}\n{line}\n{{"a": 3}}\n', "export.jsonl")
    assert (first.cells, last.cells) == ({"a": 1}, {"a": 3})
    assert broken.problem == json_lines.BROKEN
    assert broken.number == 2


@pytest.mark.parametrize("name", ["export.json", "export.jsonl"])
def test_an_entry_that_is_no_object_is_set_aside_alone(tmp_path, name):
    entries = [{"a": 1}, ["canary"], "canary", 3]
    text = json.dumps(entries) if name.endswith("json") else "\n".join(map(json.dumps, entries))
    rows = rows_of(tmp_path, text, name)
    assert [row.problem for row in rows] == [""] + [json_file.NO_OBJECT] * 3


def test_an_entry_too_deep_to_be_a_record_is_set_aside_alone(tmp_path):
    deep = json.dumps({"a": 1, "b": json.loads("[" * 60 + "]" * 60)})
    assert [row.problem for row in rows_of(tmp_path, deep + '\n{"a": 2}\n', "export.jsonl")] == [json_file.TOO_DEEP, ""]


def test_rows_and_exports_show_no_words_of_a_cell(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text(HEAD + "1,P1,canary\n")
    export = open_export(path)
    assert "canary" not in repr(export) + repr(list(export.rows))


def test_empty_lines_above_the_header_are_passed_over(tmp_path):
    [row] = rows_of(tmp_path, "\r\n\r\nid;note\r\n1;a\r\n")
    assert (row.number, dict(row.cells)) == (4, {"id": "1", "note": "a"})
