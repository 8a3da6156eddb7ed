"""Packs: the ready ones hold together, and a wrong one is refused in a sentence that says where and what to do."""

from pathlib import Path

import pytest
import yaml

from sbp.cli.running import run
from sbp.errors import WorkshopError
from sbp.rules import RuleSet, load_rules
from sbp.workshop.material import Workshop, workshop
from sbp.workshop.pack import load_pack, ready_packs

READY = ready_packs()


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules()


@pytest.fixture(scope="module", params=READY)
def made(request: pytest.FixtureRequest, rules: RuleSet) -> Workshop:
    return workshop(load_pack(request.param), rules)


def test_three_packs_are_ready() -> None:
    assert sorted(READY) == ["forum-calibration", "one-hour", "outcomes-half-day"]
    assert {name: load_pack(name).minutes for name in READY} == {
        "one-hour": 60,
        "outcomes-half-day": 210,
        "forum-calibration": 90,
    }


def test_every_step_says_how_to_run_it_and_begins_when_the_last_one_ends(made: Workshop) -> None:
    at = 0
    for part in made.parts:
        assert part.starts == at
        assert part.step.run.strip()
        at += part.step.minutes
    assert at == made.pack.minutes


def test_a_passage_to_mark_has_something_to_find_or_the_notes_say_that_it_has_not(made: Workshop) -> None:
    for part in made.parts:
        if part.step.kind == "mark":
            assert any(passage.asked for passage in part.passages)
            assert part.step.answers


def pack(**step: object) -> dict[str, object]:
    first = {"kind": "talk", "title": "One", "minutes": 5, "run": "Talk.", **step}
    return {"title": "T", "who_for": "All", "minutes": 5, "aims": ["A"], "bring": ["B"], "steps": [first]}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({**pack(), "minutes": 6}, "the steps take 5 minutes together, and 'minutes' says 6"),
        ({**pack(), "aim": ["A"]}, "'aim' is not a name known here. The nearest is 'aims'."),
        (pack(kind="dance"), "'steps.1.kind' is 'dance'. It should be one of: talk, read, mark"),
        (pack(example="nobody"), "step 1: there is no worked example 'nobody'"),
        (pack(example="rob", passages=["It was a dark"]), "no passage of rob, before, assessment begins"),
        (pack(example="rob", record="diary", passages=["A"]), "rob has no record 'diary'. It has: assessment"),
        (pack(example="rob", changes=["Mud"]), "have no change about 'Mud'. They have: Who he is"),
        (pack(changes=["Mud"]), "'changes' needs an 'example'"),
        (pack(example="rob", discuss=[99]), "have 8 points to talk about, not 99"),
        (pack(cases=["nothing"]), "there is no case 'nothing' where the tool is wrong"),
        (pack(records="ten.yaml"), "ten.yaml cannot be read"),
    ],
)
def test_a_pack_that_cannot_be_used_is_refused(
    tmp_path: Path, rules: RuleSet, data: dict[str, object], sentence: str
) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(yaml.safe_dump(data), encoding="utf-8")
    with pytest.raises(WorkshopError) as refused:
        workshop(load_pack(str(path)), rules)
    assert str(path) in str(refused.value)
    assert sentence in str(refused.value)


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "there").write_text("", encoding="utf-8")
    assert run(["workshop", "build", "one-hour", "-o", str(tmp_path / "there")]) == 1
    assert "there is a file. Give the name of a folder" in capsys.readouterr().err


def test_a_pack_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(WorkshopError, match=r"no pack 'two-hours'\. Give a file, or one of: .*one-hour"):
        load_pack("two-hours")
