"""The command line: what goes where, which exit code follows, and that every command is documented."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest

import sbp
from sbp.cli import COMMANDS
from sbp.cli.running import run
from sbp.findings import LEVELS
from sbp.generate.commands import all_commands
from sbp.records import RECORDS

CHECKOUT = Path(__file__).parents[1]
NOTE = "She suffers from arthritis and has refused to engage.\n"
RECORD: dict[str, Any] = {
    "kind": "case_note",
    "header": {"id": "r1", "person": {"id": "p1"}},
    "sections": [{"heading": "Visit", "entries": [{"text": f"Seen at home.\n{NOTE}"}]}],
}
HOUSE_RULE = """
title: “Nattering” is a word of the house
category: lang.label
level: error
message: These words stand in for what was said. Write what it was.
why: What was said is worth more than that somebody said it.
source: The house
check: {type: pattern, patterns: [nattering]}
instead: [what was said, the topic]
ask: What was it about?
examples:
  flagged: ["She was [nattering] again.", "They sat [nattering]."]
  clean: ["They talked about the garden.", "She chatters to her birds."]
"""


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text(NOTE, encoding="utf-8")
    return path


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "house" / "words").mkdir(parents=True)
    (tmp_path / "house" / "language").mkdir()
    (tmp_path / "house" / "language" / "nattering.yaml").write_text(HOUSE_RULE, encoding="utf-8")
    return tmp_path / "house"


def written(path: Path, data: Any) -> str:
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(("words", "command"), all_commands(), ids=lambda part: part if isinstance(part, str) else "")
def test_every_command_has_help_and_is_documented(words: str, command: click.Command) -> None:
    page = (CHECKOUT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert command.help
    assert f"## `{words}`" in page
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, f"{words} {option.name} has no help"
            assert option.opts[0] in page


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_its_own_module_and_has_its_name(name: str) -> None:
    assert COMMANDS[name] == f"sbp.cli.{name}"
    assert run([name, "--help"]) == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--help"], 0),
        (["--version"], 0),
        (["schema"], 0),
        (["schema", "review"], 0),
        (["schema", "--codes", "wellbeing_areas"], 0),
        (["rules", "list"], 0),
        (["rules", "test"], 0),
        (["rules", "show", "language/no-such-rule"], 1),
        (["check", "no-such-file.txt"], 1),
        (["check", "."], 1),
        (["report", "no-such-folder"], 1),
        (["audit", "no-such-export.csv", "-o", "no-such-folder"], 1),
        (["natter"], 2),
        (["check"], 2),
        (["check", "x.txt", "--fail-on", "disaster"], 2),
        (["check", "x.txt", "--record-type", "letter"], 2),
        (["schema", "letter"], 2),
        (["schema", "--codes", "letters"], 2),
        (["schema", "review", "--codes", "wellbeing_areas"], 2),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, list) else str(part),
)
def test_exit_codes(
    arguments: list[str],
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == code
    said = capsys.readouterr()
    assert "Something went wrong" not in said.err
    assert bool(said.err) == (code != 0)
    assert bool(said.out) == (code == 0)
    assert "Traceback" not in said.err


def test_a_text_is_shown_with_carets_under_its_words(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = sbp.check_text(NOTE)[0]
    assert first.quote.startswith("suffers from")
    assert run(["check", str(note)]) == 0
    head, line, carets, *rest, last = capsys.readouterr().out.splitlines()
    assert head == f"{note}, line 1, column 5: {first.level} {first.rule}"
    assert line == f"    1 | {NOTE.strip()}"
    assert line[carets.index("^") :].startswith(first.quote)
    assert carets.strip() == "| " + " " * 4 + "^" * len(first.quote)
    for lead in ("  Perhaps: ", "  Or: ", "  Ask: "):
        assert any(said.startswith(lead) for said in rest)
    assert last.endswith("to talk about, no strengths seen.")


def test_json_is_what_the_library_gives(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(note), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [finding.to_dict() for finding in sbp.check_text(NOTE)]


def test_a_record_gives_json_with_places_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", written(tmp_path / "r.json", RECORD), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found == [finding.to_dict() for finding in sbp.check(RECORD)]
    text = RECORD["sections"][0]["entries"][0]["text"]
    for finding in found:
        assert finding["field"] == "/sections/0/entries/0/text"
        assert text[finding["start"] : finding["end"]] == finding["quote"]


@pytest.mark.parametrize("level", LEVELS)
def test_fail_on_leaves_with_three_at_or_above_its_level(level: str, note: Path, house: Path) -> None:
    note.write_text("They sat nattering.", encoding="utf-8")
    assert run(["check", str(note), "--rules", str(house), "--fail-on", level]) == 3


def test_fail_on_leaves_with_nought_when_nothing_is_found(note: Path) -> None:
    note.write_text("They talked about the garden.", encoding="utf-8")
    assert run(["check", str(note), "--fail-on", "note"]) == 0


def test_house_rules_are_listed_shown_and_tested(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "list", "--rules", str(house)]) == 0
    assert "language/nattering" in capsys.readouterr().out
    assert run(["rules", "show", "language/nattering", "--rules", str(house)]) == 0
    assert "What was it about?" in capsys.readouterr().out
    assert run(["rules", "test", str(house)]) == 0
    assert capsys.readouterr().out == "One house rule, and our own beside it: every example holds.\n"


def test_a_folder_without_rules_has_nothing_to_test(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "test", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert "nothing to test" in said.err
    assert "holds." not in said.out


def test_a_house_rule_whose_example_does_not_hold_is_told(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rule = house / "language" / "nattering.yaml"
    rule.write_text(HOUSE_RULE.replace("They sat [nattering].", "They sat [chattering]."), encoding="utf-8")
    assert run(["rules", "test", str(house)]) == 1
    assert "language/nattering" in capsys.readouterr().out


def test_a_misspelt_key_is_refused_with_file_key_and_remedy(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rule = house / "language" / "nattering.yaml"
    rule.write_text(HOUSE_RULE.replace("message:", "mesage:"), encoding="utf-8")
    assert run(["rules", "list", "--rules", str(house)]) == 1
    said = capsys.readouterr().err
    assert "nattering.yaml" in said
    assert "'mesage' is not a name known here. The nearest is 'message'." in said


def test_records_that_are_not_valid_are_named_and_the_others_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {"kind": "review", "header": {"id": "r2"}}
    lines = [json.dumps(wrong), "{", json.dumps(RECORD), json.dumps(RECORD)]
    assert run(["check", written(tmp_path / "r.jsonl", "\n".join(lines))]) == 1
    said = capsys.readouterr()
    assert [line.split(": ", 1)[0].rsplit(", ", 1)[1] for line in said.err.splitlines()] == [
        "line 1",
        "line 2",
        "line 4",
    ]
    assert "record r2, field /header/person: is wanted and not there" in said.err
    assert "suffers from" in said.out


BEFORE = CHECKOUT / "examples" / "rob" / "before"


@pytest.mark.parametrize(
    "given", [[str(BEFORE)], [str(path) for path in sorted(BEFORE.glob("*.json"), reverse=True)]], ids=len
)
def test_records_in_several_files_are_one_case_file_of_a_person(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", *given, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    records = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(BEFORE.glob("*.json"))]
    assert found == [finding.to_dict() for finding in sbp.check_case(records) if finding.level != "note"]
    assert run(["check", *given]) == 0
    assert capsys.readouterr().out.count("The thread of ") == 1


def test_of_several_files_what_cannot_be_used_is_told_and_the_rest_checked(
    tmp_path: Path, note: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [str(note), *(written(tmp_path / name, RECORD) for name in ("a.json", "b.json")), str(tmp_path / "no.json")]
    assert run(["check", *given]) == 1
    said = capsys.readouterr()
    assert "suffers from" in said.out
    assert "suffers" not in said.err
    alone, same, missing = said.err.splitlines()
    assert alone.startswith(f"{note} is a plain text.")
    assert same.startswith(f"{tmp_path / 'b.json'}: another record here has the id r1")
    assert missing.startswith(f"{tmp_path / 'no.json'} cannot be read")
    assert run(["check", given[0], given[-1]]) == 1
    assert capsys.readouterr().out == ""


def test_a_folder_without_records_is_told(tmp_path: Path, note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(note.parent)]) == 1
    assert f"{tmp_path} holds no records" in capsys.readouterr().err


@pytest.mark.parametrize("kind", RECORDS)
def test_every_kind_can_be_checked(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    least = {"kind": kind, "header": {"id": "r1", "person": {"id": "p1"}}}
    assert run(["check", written(tmp_path / "r.json", [least])]) == 0
    assert "to talk about" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.json", b" \n", "is empty"),
        ("binary.txt", b"\0\1", "not a text file"),
        ("broken.json", b"{", "not JSON"),
        ("book.xlsx", b"PK", "exports go to 'sbp audit'"),
        ("neither.md", b"\x81", "Save it as UTF-8"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(
    name: str, content: bytes, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(content)
    assert run(["check", str(tmp_path / name)]) == 1
    said = capsys.readouterr().err
    assert sentence in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_may_be_written_as_windows_writes_it(
    encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "n.txt").write_bytes("“She suffers from pain”, £5\r\nShe suffers from it.".encode(encoding))
    assert run(["check", str(tmp_path / "n.txt")]) == 0
    assert "line 2, column 5" in capsys.readouterr().out


def command(*arguments: str, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sbp", *arguments],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


@pytest.mark.parametrize("given", [NOTE, json.dumps(RECORD), json.dumps([RECORD]), f"{json.dumps(RECORD)}\n" * 1])
def test_standard_input_is_a_text_or_records_by_its_first_character(given: str) -> None:
    done = command("check", "-", given=given)
    assert (done.returncode, done.stderr) == (0, "")
    assert ("standard input, line" if given is NOTE else "r1 /sections/0/entries/0/text: ") in done.stdout


def test_there_is_no_colour_where_nobody_sees_it() -> None:
    assert "\x1b" not in command("check", "-", given=NOTE).stdout


def test_a_reader_who_stops_early_is_no_trouble() -> None:
    lines = "\n".join(json.dumps({**RECORD, "header": {"id": f"r{n}", "person": {"id": "p"}}}) for n in range(300))
    with subprocess.Popen(
        [sys.executable, "-m", "sbp", "check", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        assert running.stdin
        assert running.stdout
        assert running.stderr
        running.stdin.write(lines.encode())
        running.stdin.close()
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""


def test_a_missing_extra_is_named(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    for name in [name for name in sys.modules if name.startswith("sbp.store")]:
        monkeypatch.delitem(sys.modules, name)
    assert run(["report", str(CHECKOUT)]) == 1
    assert "pip install 'strengths-based-practice[audit]'" in capsys.readouterr().err


def test_a_text_of_two_megabytes_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = tmp_path / "long.txt"
    note.write_text("They talked about the garden and the birds in it. " * 40_000 + NOTE, encoding="utf-8")
    assert run(["check", str(note)]) == 0
    shown = [line for line in capsys.readouterr().out.splitlines() if line.startswith("    1 | ")]
    assert shown
    assert max(map(len, shown)) <= 120


@pytest.mark.parametrize("written", ["15/09/2026", "2026-02-30", "tomorrow"])
def test_a_day_that_cannot_be_read_is_refused_with_how_to_write_it(
    written: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["forum", "sheet", str(tmp_path), "--on", written]) == 2
    said = capsys.readouterr().err
    assert "Write year, month and day, such as 2026-03-31." in said
    assert written not in said
