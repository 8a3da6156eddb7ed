"""Which fields of a record a cell or an answer may go to: derived from the classes of the records."""

import types
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Final, Literal

import attrs
from attrs import frozen

from sbp.records import RECORDS, Entry, Header, Person, Section

Shape = Literal["section", "entry", "text", "date", "yes-no", "number", "code"]

_PLAIN: Final[dict[type, Shape]] = {str: "text", date: "date", bool: "yes-no", float: "number"}


@frozen(kw_only=True)
class Target:
    """A field that takes an answer.

    `part` is set for a field of a part, such as `eligibility.reasons`; `words` is the field that takes the answer
    when it makes an item of a list, such as `statement` of an outcome; `needs` are the fields the part must have.
    """

    name: str
    part: str = ""
    field: str
    shape: Shape
    is_list: bool = False
    part_is_list: bool = False
    codes: str = ""
    words: str = ""
    words_is_list: bool = False
    needs: tuple[str, ...] = ()


@cache
def targets(kind: str) -> Mapping[str, Target]:
    """The targets of a kind of record by name, such as `sections`, `outcomes`, `eligibility.decision`."""
    fields = (field for field in attrs.fields(RECORDS[kind]) if field.name not in ("kind", "header"))
    return {target.name: target for field in fields for target in _targets(field)}


@cache
def header_targets() -> Mapping[str, Target]:
    """What a column may say about a record as a whole: `id`, `person.id`, `completed_on` and so on."""
    own = [_leaf(field) for field in attrs.fields(Header) if field.type is not Person]
    person = [_leaf(field, part="person") for field in attrs.fields(Person)]
    return {target.name: target for target in own + person}


@cache
def own_targets(cls: type) -> Mapping[str, Target]:
    """The fields of a class that hold one value each, by name."""
    return {field.name: _leaf(field) for field in attrs.fields(cls) if _inner(field.type)[0] in (*_PLAIN,)}


def _targets(field: Any) -> Iterator[Target]:
    inner, is_list = _inner(field.type)
    if inner is Section or inner is Entry or not attrs.has(inner):
        yield _leaf(field)
        return
    needs = tuple(sub.name for sub in attrs.fields(inner) if sub.default is attrs.NOTHING)
    words = next((sub for sub in attrs.fields(inner) if _inner(sub.type)[0] is Entry), None)
    if is_list and words is not None:
        yield Target(
            name=field.name,
            field=field.name,
            shape="entry",
            is_list=True,
            words=words.name,
            words_is_list=_inner(words.type)[1],
        )
    for sub in attrs.fields(inner):
        kept = _inner(sub.type)[0]
        if kept is Entry or not attrs.has(kept):
            yield attrs.evolve(_leaf(sub, part=field.name), part_is_list=is_list, needs=needs)


def _leaf(field: Any, part: str = "") -> Target:
    inner, is_list = _inner(field.type)
    codes = field.metadata["codes"]
    shape: Shape = "section" if inner is Section else "entry" if inner is Entry else "code" if codes else _PLAIN[inner]
    name = f"{part}.{field.name}" if part else field.name
    return Target(name=name, part=part, field=field.name, shape=shape, is_list=is_list, codes=codes)


def _inner(declared: Any) -> tuple[Any, bool]:
    """The type inside a list or an optional, and whether it is a list."""
    origin = typing.get_origin(declared)
    if origin is tuple:
        return typing.get_args(declared)[0], True
    if origin in (typing.Union, types.UnionType):
        return next(option for option in typing.get_args(declared) if option is not type(None)), False
    return declared, False
