"""Rules, marks and standards: from YAML files to a rule set, or a clear refusal."""

import hashlib
import typing
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Literal

import attrs
from attrs import field, frozen

from sbp import bundled
from sbp.checks import CHECKS, Check, Pattern, Terms, Unbalanced
from sbp.checks.phrase import compile_phrase
from sbp.errors import RuleError
from sbp.findings import LEVELS, Level
from sbp.gates.match import About, Reads
from sbp.passage.lexicon import classes
from sbp.records import RECORDS
from sbp.yaml import read_yaml

CATEGORIES = (
    "lang.affliction",
    "lang.label",
    "lang.blame",
    "lang.behaviour",
    "lang.doubt",
    "lang.victim_blame",
    "lang.ageist_infantile",
    "lang.object",
    "lang.service_led",
    "lang.deficit_only",
    "lang.control",
    "lang.fatalism",
)
PRECEDENCE = (
    "lang.victim_blame",
    "lang.blame",
    "lang.behaviour",
    "lang.doubt",
    "lang.fatalism",
    "lang.affliction",
    "lang.label",
    "lang.object",
    "lang.ageist_infantile",
    "lang.control",
    "lang.service_led",
)
"""Which category is said when two meet on the same words (`domain/language.md`, section 6)."""


@frozen(kw_only=True)
class Example:
    """A text or records a rule is tried on; brackets mark the exact words that must be found.

    `as_at` is the day lateness is judged against, as ISO text.
    """

    text: str = ""
    section: str = ""
    record_type: str = "case_note"
    person: dict[str, str] | None = None
    records: tuple[dict[str, Any], ...] = ()
    as_at: str = ""


@frozen(kw_only=True)
class Rule:
    """One thing worth saying, and what is said of it. `id` is the path of its file below `rules/`."""

    id: str
    title: str
    category: str
    level: Level
    message: str
    why: str
    source: str
    check: Check
    instead: tuple[str, ...]
    ask: str
    scope: tuple[str, ...] = tuple(RECORDS)
    reads: Reads = "verdict"
    about: About = "person"
    from_memory: bool = False
    flagged: tuple[Example, ...] = field(default=(), repr=False)
    clean: tuple[Example, ...] = field(default=(), repr=False)

    @property
    def section(self) -> str:
        """The folder of the rule: a section of the report."""
        return self.id.rsplit("/", 1)[0]


@frozen(kw_only=True)
class MarkRule:
    """Something good that is there to be counted."""

    id: str
    title: str
    why: str
    source: str
    terms: tuple[str, ...]
    reads: Literal["anywhere", "specific", "quotation", "hollow"] = "anywhere"
    not_before: tuple[str, ...] = ()
    flagged: tuple[Example, ...] = field(default=(), repr=False)
    clean: tuple[Example, ...] = field(default=(), repr=False)


@frozen(kw_only=True)
class Standard:
    """A rate of records in scope: which records, and what decides that one meets it.

    In scope are records of the kinds in `scope` that say something in one of the fields of `where`, or hold one of the
    marks of `where_marks`. One meets it with `least` of the kinds of `marks`, or with more than three words in one of
    `holds`, or with anything in one of `filled`; and with no finding of a category that begins as one of `without`, of
    `without_level` or more pressing. `fields` are those one of which the export must hold before it can be said.
    """

    id: str
    title: str
    why: str
    source: str
    cqc: str
    scope: tuple[str, ...]
    fields: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    where_marks: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    least: int = 1
    holds: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    without_level: Level = "query"


@frozen(kw_only=True, eq=False)
class RuleSet:
    """All rules, marks and standards of a run, and a hash that changes when any of them does."""

    rules: tuple[Rule, ...]
    marks: tuple[MarkRule, ...]
    standards: tuple[Standard, ...]
    hash: str

    def rule(self, rule_id: str) -> Rule:
        """One rule. Raises `RuleError` with the nearest ids for an id that is not known."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        near = get_close_matches(rule_id, [rule.id for rule in self.rules], 3)
        raise RuleError(f"There is no rule '{rule_id}'." + (f" Did you mean {' or '.join(near)}?" if near else ""))


@cache
def load_rules(folders: tuple[Path, ...] = ()) -> RuleSet:
    """The rules that come with `sbp`, and then those of each folder of house rules.

    A house rule with the id of a bundled one takes its place. Raises `RuleError`, naming file, key and remedy,
    for the first file that cannot be used.
    """
    found: dict[str, Rule | MarkRule | Standard] = {}
    digest = hashlib.sha256()
    for folder in (bundled.path("rules"), *folders):
        if not folder.is_dir():
            raise RuleError(f"{folder} is not a folder. Give the folder that holds the rule files.")
        for path in sorted(folder.rglob("*.yaml")):
            name = path.relative_to(folder).with_suffix("").as_posix()
            digest.update(name.encode() + b"\0" + path.read_bytes())
            if not name.startswith("words/"):
                found[name] = _read(path, name)
    items = [found[name] for name in sorted(found)]
    return RuleSet(
        rules=tuple(item for item in items if isinstance(item, Rule)),
        marks=tuple(item for item in items if isinstance(item, MarkRule)),
        standards=tuple(item for item in items if isinstance(item, Standard)),
        hash=digest.hexdigest()[:16],
    )


def _read(path: Path, name: str) -> Rule | MarkRule | Standard:
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
    _judge(path, check, _class_schema(CHECKS[kind]), "check.")
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


def _judge(path: Path, data: Any, schema: dict[str, Any], prefix: str = "") -> None:
    """Refuse data that does not fit a schema, in our words."""
    if _fits(data, schema):
        return
    import jsonschema

    errors = sorted(
        jsonschema.Draft202012Validator(schema).iter_errors(data),
        key=lambda error: (error.validator != "additionalProperties", list(map(str, error.path))),
    )
    if errors:
        raise RuleError(f"{path}: {_sentence(errors[0], prefix)}.")


def _fits(data: Any, schema: dict[str, Any]) -> bool:
    """Whether data fits a schema: told faster than what is wrong with it."""
    import jsonschema_rs

    try:
        return bool(jsonschema_rs.is_valid(schema, data))
    except ValueError:  # a key that is no text
        return False


def _sentence(error: Any, prefix: str) -> str:
    where = prefix + ".".join(map(str, error.absolute_path)) if error.absolute_path else "the file"
    match error.validator:
        case "additionalProperties":
            known = list(error.schema["properties"])
            unknown = next(key for key in error.instance if key not in known)
            near = get_close_matches(str(unknown), known, 1)
            return f"{prefix}{unknown} is not a known key" + (
                f"; did you mean '{near[0]}'?" if near else f". Known: {', '.join(known)}"
            )
        case "required":
            absent = [key for key in error.validator_value if key not in error.instance]
            return f"{prefix}{absent[0]} is wanted and not there"
        case "enum":
            return f"{where} should be one of: {', '.join(map(str, error.validator_value))}"
        case "type" | "anyOf":
            words = {
                "string": "text",
                "array": "a list",
                "object": "named keys",
                "integer": "a whole number",
                "boolean": "true or false",
            }
            wanted = error.validator_value if error.validator == "type" else "object"
            return f"{where} should be {words.get(str(wanted), 'another type of value')}"
        case "minItems" | "maxItems":
            return (
                f"{where} should hold {error.validator_value} or {'more' if error.validator == 'minItems' else 'fewer'}"
            )
        case "pattern":
            return (
                f"{where} should end in a question mark" if where == "ask" else f"{where} should be like 'lang.blame'"
            )
        case _:
            return f"{where} should not be empty"


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
        "category": {"type": "string", "pattern": r"^(lang|qual|duty)\.[a-z0-9_-]+$"},
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
        "ask": {"type": "string", "pattern": r"\?$"},
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
