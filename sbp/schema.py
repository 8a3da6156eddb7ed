"""From attrs classes to JSON Schema, and what is wrong with some data, in our words and never with its value."""

import json
import math
import re
import types
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Literal

import attrs
from attrs import frozen

from sbp import bundled
from sbp.records import RECORDS, Record
from sbp.yaml import read_yaml

VERSION = "1.0"
_DATE_PATTERN = "^(18|19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_PLAIN = {str: "string", bool: "boolean", int: "integer", float: "number"}


@frozen
class Fault:
    """One thing wrong with the shape of some data: where, and what was wanted. It never holds the value."""

    record_id: str
    field: str
    wanted: str
    keyword: str

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
    """Turn plain data (as `json.loads` gives it) into a record, or say everything that is wrong with it.

    Never raises for what the data holds.
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
        return (Fault("not known", "", "should be an object with 'kind' and 'header'", "type"),)
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in RECORDS:
        return (Fault(_record_id(data), "/kind", f"should be one of: {', '.join(RECORDS)}", "enum"),)
    try:
        validator = _validator(kind)
        found = () if validator.is_valid(data) else tuple(validator.iter_errors(data))
        if not found and _is_encodable(data):
            return ()
    except (ValueError, TypeError, RecursionError):
        found = ()
    record_id = _record_id(data)
    return tuple(_fault(record_id, error) for error in found) or _not_json(record_id, data)


def _record_id(data: Mapping[str, object]) -> str:
    header = data.get("header")
    value = header.get("id") if isinstance(header, dict) else None
    return value if isinstance(value, str) and value.isprintable() and 0 < len(value) <= 100 else "not known"


def _fault(record_id: str, error: Any) -> Fault:
    path = list(error.instance_path)
    kind = error.kind
    if kind.name == "required":
        path.append(kind.property)
    return Fault(record_id, pointer(path), _wanted(kind), kind.name)


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
        case "additionalProperties":
            return _UNKNOWN_NAME
        case "format" | "pattern":
            return "should be a real date written year-month-day, such as 2026-03-31"
        case "minLength":
            return "should not be empty"
        case "minimum":
            return f"should be {kind.limit} or more"
        case _:
            return "does not fit the schema"


_UNKNOWN_NAME = "holds a name that is not known here; see the schema for the names that are"
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
                return (Fault(record_id, pointer(path), _UNKNOWN_NAME, "additionalProperties"),)
            stack.extend(([*path, key], item) for key, item in value.items())
        elif isinstance(value, list):
            stack.extend(([*path, position], item) for position, item in enumerate(value))
        elif not _is_plain(value):
            return (Fault(record_id, pointer(path), "should be a value that JSON can hold", "type"),)
    return (Fault(record_id, "", "does not fit the schema, or is nested too deeply", "schema"),)


@cache
def _known_names() -> frozenset[str]:
    """Every field's name. A pointer holds no other: a name that is not ours could be anybody's words."""
    schemas = [schema_of(kind) for kind in RECORDS]
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


def schema_of(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) generated from the class of a kind of record."""
    return schema_for(RECORDS[kind], kind)


def schema_for(cls: type, kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) generated from a class whose fields are declared with `about`."""
    definitions: dict[str, Any] = {}
    top = _object(cls, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:sbp:{VERSION}:{kind}",
        "title": _title(cls),
        **top,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    fields = attrs.fields(cls)
    required = [field.name for field in fields if field.default is attrs.NOTHING]
    if "kind" in (field.name for field in fields):
        required.insert(0, "kind")
    return {
        "description": _sentence(cls),
        "type": "object",
        "properties": {field.name: _property(field, definitions) for field in fields},
        "required": required,
        "additionalProperties": False,
    }


def _property(field: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    metadata = field.metadata
    shape = _shape(field.type, metadata["codes"], definitions)
    if field.type is str and field.default is attrs.NOTHING and not metadata["codes"]:
        shape["minLength"] = 1
    if metadata["least"] is not None:
        shape["minimum"] = metadata["least"]
    described = {"description": metadata["about"], **shape}
    if metadata["unit"]:
        described["x-unit"] = metadata["unit"]
    if metadata["ref"]:
        described["x-reference"] = metadata["ref"]
    if metadata["codes"]:
        described["x-codes"] = metadata["codes"]
    return described


def _shape(declared: Any, codes: str, definitions: dict[str, Any]) -> dict[str, Any]:
    origin = typing.get_origin(declared)
    if origin in (typing.Union, types.UnionType):
        [inner] = [option for option in typing.get_args(declared) if option is not type(None)]
        return _shape(inner, codes, definitions)
    if origin is tuple:
        return {"type": "array", "items": _shape(typing.get_args(declared)[0], codes, definitions)}
    if origin is Literal:
        return {"const": typing.get_args(declared)[0]}
    if declared is date:
        return {"type": "string", "format": "date", "pattern": _DATE_PATTERN}
    if attrs.has(declared):
        name = declared.__name__
        if name not in definitions:
            definitions[name] = {}
            definitions[name] = {"title": _title(declared), **_object(declared, definitions)}
        return {"$ref": f"#/$defs/{name}"}
    if codes:
        return {"type": "string", "enum": list(code_values(codes))}
    return {"type": _PLAIN[declared]}


def code_values(name: str) -> tuple[str, ...]:
    """The values of a code list that a record may hold: slugs, or for Client Level Data the label text."""
    items = code_list(name)["items"]
    return tuple(item["label"] if name.startswith("cld_") else item["slug"] for item in items)


@cache
def code_list(name: str) -> Any:
    """A code list with its source, dates and references, from `schemas/codes/`."""
    return read_yaml(bundled.path("schemas") / "codes" / f"{name}.yaml")


def _title(cls: type) -> str:
    words = "".join(" " + letter.lower() if letter.isupper() else letter for letter in cls.__name__).strip()
    return words.replace("carers", "carer's").capitalize()


def _sentence(cls: type) -> str:
    return (cls.__doc__ or "").strip().split("\n")[0]
