"""Words that stand for a person's own, planted everywhere so that they can be looked for everywhere."""

import types
import typing
from datetime import date
from typing import Any, Literal

import attrs

from sbp.codes import code_values

WORD = "Zyxquillwort"


def planted(cls: type) -> Any:
    """An instance with every field filled, and the word in every text that is not an id."""
    return cls(**{field.name: _value(field.type, field) for field in attrs.fields(cls)})


def _value(declared: Any, field: Any) -> Any:
    origin = typing.get_origin(declared)
    if origin in (typing.Union, types.UnionType):
        return _value(next(option for option in typing.get_args(declared) if option is not type(None)), field)
    if origin is tuple:
        return (_value(typing.get_args(declared)[0], field),)
    if origin is Literal:
        return typing.get_args(declared)[0]
    if attrs.has(declared):
        return planted(declared)
    if field.metadata["codes"]:
        return code_values(field.metadata["codes"])[0]
    plain: dict[Any, Any] = {date: date(2026, 1, 31), bool: True, float: 1.0}
    return plain.get(declared, "id-1" if field.name == "id" else f"{WORD} said so.")


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in plain data, as the keys that lead to it."""
    keys: Any = data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
    return [path] * bool(path) + [found for key in keys for found in places(data[key], (*path, key))]


def everything_said(problem: BaseException | None) -> str:
    """All an exception says of itself and of what it came from."""
    if problem is None:
        return ""
    own = f"{problem} {problem!r} {problem.args} {vars(problem)} {getattr(problem, '__notes__', '')}"
    return own + everything_said(problem.__cause__) + everything_said(problem.__context__)
