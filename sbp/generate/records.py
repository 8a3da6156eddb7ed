"""The reference page of records: every kind, every part, every field."""

import types
import typing
from datetime import date
from functools import cache
from typing import Any, Literal

import attrs

from sbp.generate.markdown import page, table
from sbp.generate.schema import schema_of
from sbp.records import RECORDS

_WORDS: dict[object, str] = {str: "text", bool: "true or false", int: "whole number", float: "number", date: "date"}


def records_page() -> str:
    """Every kind of record, then the parts they are made of."""
    parts: dict[str, type] = {}
    kinds = [_about(cls, kind, parts) for kind, cls in RECORDS.items()]
    described = [_about(part, "", parts) for part in _all(parts)]
    intro = (
        "A record is JSON (draft 2020-12 schemas: `schemas/`, or `sbp schema KIND`). "
        "Fields that are not required may be left out; dates are written year-month-day. "
        "References are to the Care Act 2014, SI 2015/313, the statutory guidance, or Client Level Data (CLD)."
    )
    return page("Records", intro, *kinds, "## Parts of records", *described)


def _all(parts: dict[str, type]) -> list[type]:
    """The parts, and the parts of parts, by name."""
    seen: dict[str, type] = {}
    while new := [name for name in parts if name not in seen]:
        for name in new:
            seen[name] = parts[name]
            _rows(parts[name], parts)
    return [seen[name] for name in sorted(seen)]


def _about(cls: type, kind: str, parts: dict[str, type]) -> str:
    heading = f"## {_title(cls)} (`{kind}`)" if kind else f"### {_title(cls)}"
    sentence = " ".join((cls.__doc__ or "").split())
    return "\n\n".join([heading, sentence, table(["Field", "Holds", "What it is", "Reference"], _rows(cls, parts))])


def _rows(cls: type, parts: dict[str, type]) -> list[list[str]]:
    return [_row(field, parts) for field in attrs.fields(cls)]


def _row(field: Any, parts: dict[str, type]) -> list[str]:
    about = field.metadata
    required = field.default is attrs.NOTHING or field.name == "kind"
    holds = _holds(field.type, parts)
    holds += f", one of [{about['codes']}](codes.md#{about['codes']})" if about["codes"] else ""
    holds += f", in {about['unit']}" if about["unit"] and about["unit"] != "date" else ""
    holds += f", {about['least']} or more" if about["least"] is not None else ""
    sentence = about["about"] + (" **Required.**" if required else "")
    return [f"`{field.name}`", holds, sentence, about["ref"]]


def _holds(declared: Any, parts: dict[str, type]) -> str:
    origin = typing.get_origin(declared)
    if origin in (typing.Union, types.UnionType):
        return _holds(next(option for option in typing.get_args(declared) if option is not type(None)), parts)
    if origin is tuple:
        return "list: " + _holds(typing.get_args(declared)[0], parts)
    if origin is Literal:
        return f"`{typing.get_args(declared)[0]}`"
    if attrs.has(declared):
        parts.setdefault(declared.__name__, declared)
        title = _title(declared)
        return f"[{title}](#{title.lower().replace(' ', '-')})"
    return _WORDS[declared]


def _title(cls: type) -> str:
    return _titles()[cls.__name__]


@cache
def _titles() -> dict[str, str]:
    """Each class's title, as the schemas give it."""
    schemas = [schema_of(kind) for kind in RECORDS]
    kinds = {RECORDS[schema["properties"]["kind"]["const"]].__name__: schema["title"] for schema in schemas}
    return kinds | {name: part["title"] for schema in schemas for name, part in schema["$defs"].items()}
