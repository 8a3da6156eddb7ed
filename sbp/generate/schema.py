"""From attrs classes whose fields are declared with `about` to JSON Schema (draft 2020-12)."""

import types
import typing
from datetime import date
from typing import Any, Final, Literal

import attrs

from sbp.codes import code_values
from sbp.records import RECORDS

VERSION: Final = "1.0"
_DATE_PATTERN: Final = "^(18|19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_PLAIN: Final = {str: "string", bool: "boolean", int: "integer", float: "number"}


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


def _title(cls: type) -> str:
    words = "".join(" " + letter.lower() if letter.isupper() else letter for letter in cls.__name__).strip()
    return words.replace("carers", "carer's").capitalize()


def _sentence(cls: type) -> str:
    return (cls.__doc__ or "").strip().split("\n")[0]
