"""From plain data to records and back, and what is wrong with some data, in our words and never with its value."""

import json
import math
import re
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

import attrs
from attrs import frozen

from sbp import bundled
from sbp.records import RECORDS, Record


@frozen
class Fault:
    """One thing wrong with the shape of some data: where, and what was wanted. It never holds the value."""

    record_id: str
    field: str
    wanted: str

    def __str__(self) -> str:
        where = f"field {self.field}" if self.field else "the record as a whole"
        return f"record {self.record_id}, {where}: {self.wanted}"


@frozen
class Faults:
    """Everything wrong with some data that was to be a record."""

    faults: tuple[Fault, ...]

    def __iter__(self) -> Iterator[Fault]:
        return iter(self.faults)

    def __len__(self) -> int:
        return len(self.faults)


def load(data: object) -> Record | Faults:
    """Turn plain data (as `json.loads` gives it) into a record, or into `Faults`, which say all that is wrong with it.

    Never raises for what the data holds. `Faults` is a sequence of faults with a `field` (a JSON pointer) and what was
    `wanted` there, and never the value; `str(fault)` is a sentence. Tell the two apart with `isinstance`.
    """
    wrong = faults(data)
    if wrong:
        return Faults(wrong)
    assert isinstance(data, dict)
    return typing.cast(Record, _converter().structure(data, RECORDS[data["kind"]]))


def dump(record: object) -> dict[str, Any]:
    """A record as plain data that `load` turns into the same record. Empty fields are left out."""
    return typing.cast(dict[str, Any], _converter().unstructure(record))


def faults(data: object) -> tuple[Fault, ...]:
    """Everything wrong with data that is to be a record; empty when it is one."""
    if not isinstance(data, dict):
        return (Fault("not known", "", "should be an object with 'kind' and 'header'"),)
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in RECORDS:
        return (Fault(_record_id(data), "/kind", f"should be one of: {', '.join(RECORDS)}"),)
    try:
        validator = _validator(kind)
        found = () if validator.is_valid(data) else tuple(validator.iter_errors(data))
        if not found and _is_encodable(data):
            return ()
    except (ValueError, TypeError, RecursionError):
        found = ()
    record_id = _record_id(data)
    # A day that is none breaks both the format and the pattern, and is told once.
    told = {str(fault): fault for fault in (_fault(record_id, error, kind) for error in found)}
    return tuple(told.values()) or _not_json(record_id, data)


def _record_id(data: Mapping[str, object]) -> str:
    header = data.get("header")
    value = header.get("id") if isinstance(header, dict) else None
    return value if isinstance(value, str) and value.isprintable() and 0 < len(value) <= 100 else "not known"


def _fault(record_id: str, error: Any, record_kind: str) -> Fault:
    path = list(error.instance_path)
    kind = error.kind
    if kind.name == "additionalProperties":
        known = ", ".join(_names_at(record_kind, path))
        return Fault(record_id, pointer(path), f"{_UNKNOWN_NAME}; known are: {known}")
    if kind.name == "required":
        path.append(kind.property)
    return Fault(record_id, pointer(path), _wanted(kind))


def _names_at(kind: str, path: list[str | int]) -> tuple[str, ...]:
    """The names of the fields that an object at this place of a record may have."""
    schema = schema_file(kind)
    part = schema
    for step in path:
        part = part["items"] if isinstance(step, int) else part["properties"][step]
        part = schema["$defs"][part["$ref"].split("/")[-1]] if "$ref" in part else part
    return tuple(part["properties"])


def _wanted(kind: Any) -> str:
    match kind.name:
        case "required":
            return "is wanted and not there"
        case "type":
            return "should be " + _TYPE_WORDS.get(str(kind.as_dict().get("types", [""])[0]), "another type of value")
        case "enum":
            return "should be one of: " + ", ".join(str(option) for option in kind.options)
        case "const":
            return "should be the kind of record this schema is for"
        case "format" | "pattern":
            return "should be a real date written year-month-day, such as 2026-03-31"
        case "minLength":
            return "should not be empty"
        case "minimum":
            return f"should be {kind.limit} or more"
        case _:
            return "does not fit the schema"


_UNKNOWN_NAME = "holds a name that is not known here"
_TYPE_WORDS = {
    "string": "text",
    "array": "a list",
    "object": "an object with named fields",
    "boolean": "true or false",
    "number": "a number",
    "integer": "a whole number",
}


def pointer(path: list[str | int]) -> str:
    """A JSON pointer (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def _not_json(record_id: str, data: object) -> tuple[Fault, ...]:
    """Locate what JSON cannot hold: half a character, a number that is none, keys that are not text."""
    stack: list[tuple[list[str | int], object]] = [([], data)]
    while stack:
        path, value = stack.pop()
        if isinstance(value, dict):
            if not value.keys() <= _known_names():
                return (Fault(record_id, pointer(path), _UNKNOWN_NAME),)
            stack.extend(([*path, key], item) for key, item in value.items())
        elif isinstance(value, list):
            stack.extend(([*path, position], item) for position, item in enumerate(value))
        elif not _is_plain(value):
            return (Fault(record_id, pointer(path), "should be a value that JSON can hold"),)
    return (Fault(record_id, "", "does not fit the schema, or is nested too deeply"),)


@cache
def _known_names() -> frozenset[str]:
    """Every field's name. A pointer holds no other: a name that is not ours could be anybody's words."""
    schemas = [schema_file(kind) for kind in RECORDS]
    parts = [part for schema in schemas for part in (schema, *schema["$defs"].values())]
    return frozenset(name for part in parts for name in part["properties"])


_HALF = re.compile("[\ud800-\udfff]")


def _is_encodable(data: object) -> bool:
    """Whether every text can be written as UTF-8: JSON escapes can smuggle in half a character."""
    if isinstance(data, str):
        return data.isascii() or _HALF.search(data) is None
    if isinstance(data, dict):
        return all(map(_is_encodable, data.values()))
    return not isinstance(data, list) or all(map(_is_encodable, data))


def _is_plain(value: object) -> bool:
    if isinstance(value, str):
        return _is_encodable(value)
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, int):
        return abs(value) < 2**53
    return value is None


@cache
def _validator(kind: str) -> Any:
    import jsonschema_rs

    return jsonschema_rs.validator_for(schema_file(kind), validate_formats=True, mask="[hidden]")


def schema_file(kind: str) -> dict[str, Any]:
    """The JSON Schema of a kind of record, as it comes with `sbp`."""
    text = (bundled.path("schemas") / f"{kind}.schema.json").read_text(encoding="utf-8")
    return typing.cast(dict[str, Any], json.loads(text))


@cache
def _converter() -> Any:
    import cattrs
    from cattrs.gen import make_dict_unstructure_fn

    converter = cattrs.Converter(prefer_attrib_converters=True)
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    converter.register_unstructure_hook(date, lambda value: value.isoformat())

    def omitting_empty(cls: type) -> Any:
        overrides: Any = {name: cattrs.override(omit_if_default=name not in _ALWAYS) for name in _field_names(cls)}
        return make_dict_unstructure_fn(cls, converter, **overrides)

    converter.register_unstructure_hook_factory(attrs.has, omitting_empty)
    converter.register_unstructure_hook_func(_is_tuple, lambda value: [converter.unstructure(item) for item in value])
    return converter


_ALWAYS = ("kind", "speaker")


def _is_tuple(cls: Any) -> bool:
    return cls is tuple or typing.get_origin(cls) is tuple


def _field_names(cls: type) -> list[str]:
    return [field.name for field in attrs.fields(cls)]
