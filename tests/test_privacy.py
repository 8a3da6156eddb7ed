"""What a person said never leaves by the back door: no error, no log, no `repr` holds a word of a record."""

import copy
import json
import logging
from pathlib import Path
from typing import Any

import attrs
import pytest
from canary import WORD, everything_said, places, planted
from click.testing import CliRunner

import sbp
from sbp.cli.running import run
from sbp.findings import Finding, Mark, Place
from sbp.records import RECORDS
from sbp.schema import Faults, dump, load

WRONG: list[Any] = [
    f"{WORD} said so.",
    {WORD: WORD},
    [WORD],
    {f"{WORD}\ud800": 1},
    f"{WORD}\ud800",
    2**80,
    float("nan"),
    None,
]


def silent(*said: object) -> None:
    """Nothing that was said holds the word."""
    assert [text for text in map(str, said) if WORD.lower() in text.lower()] == []


def harmed(data: dict[str, Any], path: tuple[Any, ...], wrong: Any) -> dict[str, Any]:
    copied = copy.deepcopy(data)
    holder: Any = copied
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = wrong
    return copied


@pytest.mark.parametrize("kind", RECORDS)
def test_the_repr_of_a_record_holds_none_of_its_words(kind: str) -> None:
    record = planted(RECORDS[kind])
    assert WORD in json.dumps(dump(record))
    silent(repr(record), str(record))


@pytest.mark.parametrize("kind", RECORDS)
def test_faults_hold_no_value_wherever_the_record_is_damaged(kind: str) -> None:
    whole = dump(planted(RECORDS[kind]))
    every = [path for path in places(whole) if path[-1] != "id"]
    for path in every:
        refused = [loaded for wrong in WRONG if isinstance(loaded := load(harmed(whole, path, wrong)), Faults)]
        assert refused, path
        for loaded in refused:
            silent(loaded, repr(loaded), *loaded)


@pytest.mark.parametrize("kind", RECORDS)
@pytest.mark.parametrize("odd", [1, "\ud800", float("nan"), {WORD: "\ud800"}], ids=["number", "half", "nan", "nested"])
def test_faults_hold_no_name_that_is_not_ours(kind: str, odd: Any) -> None:
    whole = dump(planted(RECORDS[kind]))
    objects = [(), *(path for path in places(whole) if not isinstance(path[-1], int))]
    for path in objects:
        copied = copy.deepcopy(whole)
        holder: Any = copied
        for key in path:
            holder = holder[key]
        if isinstance(holder, dict):
            holder[WORD] = odd
            loaded = load(copied)
            assert isinstance(loaded, Faults)
            silent(loaded, repr(loaded), *loaded)


@pytest.mark.parametrize("wrong", [{"kind": WORD}, {"kind": "review", "header": WORD}, {WORD: WORD}])
def test_a_record_that_is_none_is_refused_without_its_words(wrong: Any) -> None:
    with pytest.raises(sbp.RecordError) as caught:
        sbp.check(wrong)
    silent(everything_said(caught.value))


def test_findings_and_marks_keep_their_quotes_out_of_their_repr() -> None:
    place = Place(record_id="r1")
    finding = Finding(
        rule="a/b", category="lang.label", level="query", message="m", place=place, quote=WORD, sentence=WORD
    )
    silent(finding, repr(finding), Mark(kind="network", place=place, quote=WORD))
    assert finding.to_dict()["quote"] == WORD


def test_a_case_file_of_planted_records_is_checked_without_a_word_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    records = [attrs.evolve(planted(cls), header=_header(number)) for number, cls in enumerate(RECORDS.values())]
    findings = sbp.check_case(records)
    assert findings
    silent(caplog.text, findings, sbp.CaseFile("p", tuple(records)))


def _header(number: int) -> Any:
    return attrs.evolve(planted(RECORDS["case_note"]).header, id=f"r{number}")


BROKEN = {
    "not-json.json": f'{{"kind": "{WORD}"',
    "a-text.json": f'"{WORD}"',
    "unknown-kind.json": json.dumps({"kind": WORD, "header": {"id": "r1"}}),
    "unknown-name.json": json.dumps({"kind": "review", "header": {"id": "r1", "person": {"id": "p"}}, WORD: WORD}),
    "list.json": json.dumps([WORD, {WORD: WORD}, [WORD], 3]),
    "lines.jsonl": f'{WORD}\n"{WORD}"\n{{"{WORD}": 1}}\n[["{WORD}"',
    "deep.json": "[" * 100_000 + WORD,
    "half.json": f'{{"kind": "review", "header": "{WORD}\\ud800", "{WORD}": 1}}',
    "binary.txt": f"{WORD}\0{WORD}",
    "neither.txt": f"{WORD}\x81".encode("latin-1"),
    "wrong.docx": WORD,
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("debug", ["", "1"])
def test_a_file_that_cannot_be_used_is_told_without_its_words(
    name: str, debug: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SBP_DEBUG", debug)
    content = BROKEN[name]
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    assert run(["check", str(tmp_path / name)]) == 1
    said = capsys.readouterr()
    assert said.err
    assert "Something went wrong" not in said.err
    silent(said.err, said.out)


@pytest.mark.parametrize("debug", ["", "1"])
def test_something_unforeseen_is_told_by_its_place_alone(
    debug: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ValueError(WORD) from KeyError(WORD)

    monkeypatch.setenv("SBP_DEBUG", debug)
    monkeypatch.setattr("sbp.schema.schema_file", fails)
    assert run(["schema", "review"]) == 1
    said = capsys.readouterr().err
    silent(said)
    assert said.startswith("Something went wrong inside sbp (ValueError in ")
    assert (len(said.splitlines()) > 1) == (debug == "1")


def test_words_go_to_standard_output_alone(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text(f"{WORD} suffers from dementia and refused to engage.", encoding="utf-8")
    done = CliRunner().invoke(sbp_command(), ["check", str(note)])
    assert WORD in done.stdout
    silent(done.stderr)


def sbp_command() -> Any:
    from sbp.cli import sbp as command

    return command


COLUMNS = "Note ID,Person ID,Born,Written,Reason,Team,Note"
ROW = ["n1", "p1", "01/02/1950", "03/04/2026", "Social Support", "East", "Words."]
MAPPING = """
layout: wide
record: case_note
columns:
  id: Note ID
  person.id: Person ID
  person.born_on: Born
  completed_on: Written
  person.support_reason: Reason
  team: Team
answers:
  Note: sections
"""


def audited(folder: Path, rows: list[str], header: str = COLUMNS, mapping: str = MAPPING) -> int:
    """Audit an export of these rows; the exit code."""
    (folder / "export.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    (folder / "mapping.yaml").write_text(mapping, encoding="utf-8")
    export, how, out = (str(folder / name) for name in ("export.csv", "mapping.yaml", "out"))
    return run(["audit", export, "--mapping", how, "-o", out])


@pytest.mark.parametrize("column", range(len(ROW)), ids=COLUMNS.split(","))
@pytest.mark.parametrize("cell", [WORD, f'"{WORD}', f"{WORD},{WORD}", f"{WORD}\0", f"31/13/{WORD}", f"{WORD} " * 40])
def test_a_cell_of_an_export_reaches_no_standard_error(
    column: int, cell: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    rows = [",".join(ROW), ",".join([*ROW[:column], cell, *ROW[column + 1 :]])]
    assert audited(tmp_path, rows) in (0, 1)
    said = capsys.readouterr()
    assert "Something went wrong" not in said.err
    silent(said.err, said.out, caplog.text)
    set_aside = tmp_path / "out" / "set-aside.csv"
    silent(set_aside.read_text(encoding="utf-8") if set_aside.exists() else "")


def test_the_words_of_an_audit_are_in_its_internal_report(tmp_path: Path) -> None:
    assert audited(tmp_path, [",".join([*ROW[:-1], f"{WORD} suffers from dementia."])]) == 0
    out = tmp_path / "out"
    assert WORD in (out / "report-internal.html").read_text(encoding="utf-8")


def test_an_export_without_its_line_of_names_is_refused_without_its_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = f"n1,p1,01/02/1950,03/04/2026,Social Support,{WORD},{WORD} suffers from dementia."
    assert audited(tmp_path, [words], header=words) == 1
    silent(capsys.readouterr().err)


def test_a_report_without_text_holds_no_words(tmp_path: Path) -> None:
    audited(tmp_path, [])
    row = ",".join([*ROW[:-1], f"{WORD} suffers from dementia and refused to engage with {WORD}."])
    (tmp_path / "export.csv").write_text(f"{COLUMNS}\n{row}\n", encoding="utf-8")
    export, how, out = (str(tmp_path / name) for name in ("export.csv", "mapping.yaml", "bare"))
    assert run(["audit", export, "--mapping", how, "-o", out, "--no-text"]) == 0
    for path in Path(out).iterdir():
        assert WORD.encode() not in path.read_bytes(), path.name


def test_a_name_is_not_kept(tmp_path: Path) -> None:
    header, row = f"{COLUMNS},Name", ",".join([*ROW, WORD])
    assert audited(tmp_path, [row], header, MAPPING.replace("  team:", "  person.name: Name\n  team:")) == 0
    for path in (tmp_path / "out").iterdir():
        assert WORD.encode() not in path.read_bytes(), path.name
