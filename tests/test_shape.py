"""What is wrong with a file written by hand is said with its place, what was wanted and the nearest name."""

from typing import Any

import pytest

from sbp.shape import refusals

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "title": {"type": "string", "minLength": 1, "examples": ["Rob"]},
        "level": {"enum": ["note", "query"]},
        "status": {"const": "Invented."},
        "ask": {"type": "string", "pattern": r"\?$", "description": "end in a question mark"},
        "pair": {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2},
        "steps": {"type": "array", "items": {"type": "integer", "minimum": 1}, "minItems": 1},
        "either": {"anyOf": [{"type": "string"}, {"type": "object"}]},
    },
    "required": ["title"],
    "additionalProperties": False,
}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"title": "A", "levle": "note"}, "'rule.levle' is not a name known here. The nearest is 'level'."),
        ({"title": "A", 1: "note"}, "'rule.1' is not a name known here."),
        ({}, "'rule' has no 'title'. Add a line such as 'title: Rob'."),
        ({"title": ""}, "'rule.title' should not be empty."),
        ({"title": ["A"]}, "'rule.title' should be text."),
        ({"title": "A", "level": "notes"}, "'rule.level' is 'notes'. The nearest is 'note'. It should be one of: note"),
        ({"title": "A", "level": ["words"]}, "'rule.level' should be one of: note, query."),
        ({"title": "A", "status": "Real."}, "'rule.status' should be “Invented.”."),
        ({"title": "A", "ask": "Why"}, "'rule.ask' should end in a question mark."),
        ({"title": "A", "pair": ["a"]}, "'rule.pair' should hold 2 or more."),
        ({"title": "A", "pair": ["a", "b", "c"]}, "'rule.pair' should hold 2 or fewer."),
        ({"title": "A", "steps": []}, "'rule.steps' should not be empty."),
        ({"title": "A", "steps": [3, 0]}, "'rule.steps.2' should be 1 or more."),
        ({"title": "A", "either": 3}, "'rule.either' should be text or names with values, one a line."),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_what_was_wanted(data: object, sentence: str) -> None:
    [said] = refusals(data, SCHEMA, "rule")
    assert said.startswith(sentence)


def test_what_is_right_is_let_pass_and_the_whole_is_called_the_file() -> None:
    assert [*refusals({"title": "A", "level": "query"}, SCHEMA)] == []
    assert [*refusals([], SCHEMA)] == ["the file should be names with values, one a line."]
