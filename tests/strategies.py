"""Records, and data that nearly are, for the tests that hold for all of them."""

import copy
import string
import types
import typing
from datetime import date
from typing import Any, Literal

import attrs
from hypothesis import strategies as st

from sbp.codes import code_values
from sbp.records import RECORDS

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
_IDS = st.text(string.ascii_letters + string.digits + "-", min_size=1, max_size=8)
_NUMBERS = st.floats(min_value=0, max_value=1e9, allow_nan=False, width=32)
_PLAIN: dict[object, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    date: st.dates(date(1850, 1, 1), date(2199, 12, 31)),
    float: _NUMBERS,
}


def records(kind: str | None = None) -> st.SearchStrategy[Any]:
    """Records of one kind, or of any, built from their classes."""
    return st.sampled_from([kind] if kind else sorted(RECORDS)).flatmap(lambda name: built(RECORDS[name]))


def built(cls: type) -> st.SearchStrategy[Any]:
    """Instances of an attrs class; fields that may be left out sometimes are."""
    required = {field.name: _field(field) for field in attrs.fields(cls) if field.default is attrs.NOTHING}
    optional = {field.name: _field(field) for field in attrs.fields(cls) if field.default is not attrs.NOTHING}
    return st.fixed_dictionaries(required, optional=optional).map(lambda values: cls(**values))


def _field(field: Any) -> st.SearchStrategy[Any]:
    if field.name == "id":
        return _IDS
    return _of(field.type, field.metadata["codes"], needed=field.default is attrs.NOTHING)


def _of(declared: Any, codes: str, *, needed: bool) -> st.SearchStrategy[Any]:
    origin = typing.get_origin(declared)
    if origin in (typing.Union, types.UnionType):
        inner = next(option for option in typing.get_args(declared) if option is not type(None))
        return st.none() | _of(inner, codes, needed=needed)
    if origin is tuple:
        return st.lists(_of(typing.get_args(declared)[0], codes, needed=False), max_size=2).map(tuple)
    if origin is Literal:
        return st.just(typing.get_args(declared)[0])
    if attrs.has(declared):
        return built(declared)
    if codes:
        return st.sampled_from(code_values(codes))
    if declared is str:
        return _WORDS if needed else _TEXT
    return _PLAIN[declared]


def allowed(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Whatever a schema allows, drawn from the schema alone: it knows nothing of the classes."""
    return _allowed(schema, schema["$defs"])


def _allowed(node: dict[str, Any], parts: dict[str, Any]) -> st.SearchStrategy[Any]:
    if "$ref" in node:
        return _allowed(parts[node["$ref"].removeprefix("#/$defs/")], parts)
    if "const" in node:
        return st.just(node["const"])
    if "enum" in node:
        return st.sampled_from(node["enum"])
    match node["type"]:
        case "object":
            inner = {name: _allowed(part, parts) for name, part in node["properties"].items()}
            needed = {name: inner.pop(name) for name in node["required"]}
            return st.fixed_dictionaries(needed, optional=inner)
        case "array":
            return st.lists(_allowed(node["items"], parts), max_size=2)
        case "string" if node.get("format") == "date":
            return st.dates(date(1800, 1, 1), date(2199, 12, 31)).map(str)
        case "string":
            return st.text(st.characters(exclude_categories=["Cs"]), min_size=node.get("minLength", 0), max_size=12)
        case "number":
            return st.floats(min_value=node.get("minimum"), allow_nan=False, allow_infinity=False) | st.integers(
                0, 10**9
            )
        case "boolean":
            return st.booleans()
        case other:
            raise AssertionError(f"the schemas use a type this strategy does not know: {other}")


ODD_VALUES = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        1.5,
        float("nan"),
        float("inf"),
        2**70,
        "",
        "no",
        "2026-13-01",
        "2026-02-30",
        "\ud800",
        [],
        {},
        [[]],
    ]
)


@st.composite
def damaged(draw: st.DrawFn, data: dict[str, Any]) -> Any:
    """The same data with one to three things in it replaced, left out or added."""
    copied: Any = copy.deepcopy(data)
    for _ in range(draw(st.integers(1, 3))):
        copied = _damage(draw, copied)
    return copied


def _damage(draw: st.DrawFn, data: Any) -> Any:
    places = list(_places(data))
    if not places:
        return draw(ODD_VALUES)
    holder, key = draw(st.sampled_from(places))
    action = draw(st.sampled_from(["replace", "remove", "add"]))
    if action == "replace":
        holder[key] = draw(ODD_VALUES)
    elif action == "remove":
        del holder[key]
    elif isinstance(holder, dict):
        holder[draw(_TEXT)] = draw(ODD_VALUES)
    else:
        holder.append(draw(ODD_VALUES))
    return data


def _places(data: Any) -> list[tuple[Any, Any]]:
    keys: Any = data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
    own = [(data, key) for key in keys]
    return own + [place for _, key in own for place in _places(data[key])]
