"""One YAML file to a rule, a mark or a standard, or a clear refusal."""

import typing
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Literal

import attrs

from sbp.checks import CHECKS, Check, Pattern, Terms, Unbalanced
from sbp.checks.phrase import compile_phrase
from sbp.errors import RuleError
from sbp.findings import LEVELS
from sbp.gates.match import About
from sbp.passage.lexicon import classes
from sbp.records import RECORDS
from sbp.rule import Example, MarkRule, Rule, Standard
from sbp.shape import refusals
from sbp.yaml import read_yaml


def read_rule(path: Path, name: str) -> Rule | MarkRule | Standard:
    """The rule, mark or standard that a file holds; `name` is its path below `rules/`, without its ending.

    Raises `RuleError`, naming file, key and remedy.
    """
    data = read_yaml(path, RuleError)
    if not isinstance(data, dict):
        raise RuleError(f"{path}: the file should hold named keys such as 'title:' and 'check:'.")
    if name.startswith("marks/"):
        return _mark(path, name, data)
    if name.startswith("standards/"):
        return _standard(path, name, data)
    return _rule(path, name, data)


def _rule(path: Path, name: str, data: dict[str, Any]) -> Rule:
    _judge(path, data, _rule_schema())
    check = data.pop("check")
    kind = check.pop("type", None)
    if kind not in CHECKS:
        raise RuleError(f"{path}: check.type should be one of: {', '.join(CHECKS)}.")
    _judge(path, check, _class_schema(CHECKS[kind]), "check")
    examples = data.pop("examples")
    made = CHECKS[kind](**{key: _frozen(value) for key, value in check.items()})
    _compile(path, made)
    return Rule(
        id=name,
        check=made,
        flagged=tuple(_example(item) for item in examples["flagged"]),
        clean=tuple(_example(item) for item in examples["clean"]),
        **{key: _frozen(value) for key, value in data.items()},
    )


def _mark(path: Path, name: str, data: dict[str, Any]) -> MarkRule:
    _judge(path, data, _mark_schema())
    examples = data.pop("examples")
    return MarkRule(
        id=name.removeprefix("marks/"),
        flagged=tuple(_example(item) for item in examples["flagged"]),
        clean=tuple(_example(item) for item in examples["clean"]),
        **{key: _frozen(value) for key, value in data.items()},
    )


def _standard(path: Path, name: str, data: dict[str, Any]) -> Standard:
    _judge(path, data, _class_schema(Standard, leave_out=("id",)))
    return Standard(id=name.removeprefix("standards/"), **{key: _frozen(value) for key, value in data.items()})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _example(item: str | dict[str, Any]) -> Example:
    if isinstance(item, str):
        return Example(text=item)
    return Example(**{key: _frozen(value) for key, value in item.items()})


def _compile(path: Path, check: Check) -> None:
    """Refuse a phrase that cannot be looked for, naming it."""
    for written in phrases(check):
        try:
            compile_phrase(written)
        except ValueError as problem:
            raise RuleError(f"{path}: the phrase '{written}' {problem}.") from None
    only_where = getattr(check, "only_where", "")
    if only_where and only_where not in classes():
        near = " or ".join(get_close_matches(only_where, classes(), 3))
        raise RuleError(
            f"{path}: check.only_where names a class of words that is not known: {only_where}."
            + (f" Did you mean {near}?" if near else "")
        )


def phrases(check: Check) -> Iterator[str]:
    """The phrases of a check that looks for words."""
    if isinstance(check, (Pattern, Unbalanced)):
        yield from check.patterns
    elif isinstance(check, Terms):
        yield from check.terms
    if isinstance(check, (Pattern, Terms, Unbalanced)):
        yield from check.unless


def _judge(path: Path, data: Any, schema: dict[str, Any], under: str = "") -> None:
    """Refuse data that does not fit a schema, in our words."""
    for sentence in refusals(data, schema, under):
        raise RuleError(f"{path}: {sentence}")


_TEXT = {"type": "string", "minLength": 1}
_KINDS = {"type": "array", "items": {"enum": list(RECORDS)}, "minItems": 1}
_EXAMPLE = {
    "anyOf": [
        _TEXT,
        {
            "type": "object",
            "properties": {
                "text": _TEXT,
                "section": {"type": "string"},
                "record_type": {"enum": list(RECORDS)},
                "person": {"type": "object"},
                "records": {"type": "array", "items": {"type": "object"}},
                "as_at": {"type": "string", "format": "date"},
            },
            "additionalProperties": False,
        },
    ]
}
_EXAMPLES = {
    "type": "object",
    "properties": {key: {"type": "array", "items": _EXAMPLE, "minItems": 2} for key in ("flagged", "clean")},
    "required": ["flagged", "clean"],
    "additionalProperties": False,
}


@cache
def _rule_schema() -> dict[str, Any]:
    properties = {
        "title": _TEXT,
        "category": {
            "type": "string",
            "pattern": r"^(lang|qual|duty)\.[a-z0-9_-]+$",
            "description": "be like 'lang.blame'",
        },
        "level": {"enum": list(LEVELS)},
        "message": _TEXT,
        "why": _TEXT,
        "source": _TEXT,
        "scope": _KINDS,
        "reads": {"enum": ["term", "verdict"]},
        "about": {"enum": list(typing.get_args(About))},
        "from_memory": {"type": "boolean"},
        "check": {"type": "object"},
        "instead": {"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 2},
        "ask": {"type": "string", "pattern": r"\?$", "description": "end in a question mark"},
        "examples": _EXAMPLES,
    }
    optional = ("scope", "reads", "about", "from_memory")
    return _closed(properties, [key for key in properties if key not in optional])


@cache
def _mark_schema() -> dict[str, Any]:
    properties = {
        "title": _TEXT,
        "why": _TEXT,
        "source": _TEXT,
        "terms": {"type": "array", "items": _TEXT},
        "reads": {"enum": ["anywhere", "specific", "quotation", "hollow"]},
        "not_before": {"type": "array", "items": _TEXT},
        "examples": _EXAMPLES,
    }
    return _closed(properties, [key for key in properties if key not in ("reads", "not_before")])


def _class_schema(cls: type, leave_out: tuple[str, ...] = ()) -> dict[str, Any]:
    fields = [declared for declared in attrs.fields(cls) if declared.name not in leave_out]
    return _closed(
        {declared.name: _shape(declared.type) for declared in fields},
        [declared.name for declared in fields if declared.default is attrs.NOTHING],
    )


def _shape(declared: Any) -> dict[str, Any]:
    if typing.get_origin(declared) is tuple:
        return {"type": "array", "items": _TEXT}
    if typing.get_origin(declared) is Literal:
        return {"enum": list(typing.get_args(declared))}
    return {"type": {str: "string", int: "integer", bool: "boolean"}[declared]}


def _closed(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
