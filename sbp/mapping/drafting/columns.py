"""Which column says what: by its name, by a preset's, and by what its cells look like."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from sbp.errors import MappingError
from sbp.mapping.drafting.shapes import Shape
from sbp.mapping.drafting.systems import PRESETS
from sbp.mapping.drafting.words import GUESS, asked_of, known_names, likeness, words
from sbp.mapping.mapping import ANSWER_COLUMNS
from sbp.mapping.targets import header_targets
from sbp.near import near
from sbp.yaml import read_yaml

_IDS: Final = ("id", "person.id")
_SHORT: Final = ("worker", "team", "person.name", "person.known_as", "person.area", "person.faith")
"""What a column says in a word or two: a column whose name is more like a question holds an answer."""

_ENOUGH: Final = 0.5
_MOST_WORDS: Final = 5
_DATE: Final = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ].*)?")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")


@frozen
class Placed:
    """A column or question, the field it was placed in, and how surely (0 to 1)."""

    name: str
    field: str
    score: float


@cache
def preset(name: str) -> dict[str, Any]:
    """The shape of a system's export, as seen in public SQL."""
    if name not in PRESETS:
        raise MappingError(f"There is no preset '{name}'.{near(name, PRESETS)} The presets are: {', '.join(PRESETS)}.")
    found: dict[str, Any] = read_yaml(Path(__file__).parent / "presets" / f"{name}.yaml")
    return found


def preset_for(columns: Sequence[str]) -> str:
    """The preset whose columns these are, or nothing."""
    mine = {"".join(words(column)) for column in columns}
    shares = {
        name: sum("".join(words(column)) in mine for column in preset(name)["signature"])
        / len(preset(name)["signature"])
        for name in PRESETS
    }
    best = max(PRESETS, key=lambda name: shares[name])
    return best if shares[best] >= _ENOUGH else ""


def place_columns(columns: Sequence[str], shapes: Mapping[str, Shape], system: str) -> dict[str, Placed]:
    """The best column for each field that has one, no column twice."""
    found: dict[str, Placed] = dict(_by_preset(columns, system)) if system else {}
    taken = {placed.name for placed in found.values()}
    scored = sorted(_scores(columns, shapes), key=lambda placed: -placed.score)
    for placed in scored:
        if placed.score >= GUESS and placed.field not in found and placed.name not in taken:
            found[placed.field] = placed
            taken.add(placed.name)
    return _settled(found, shapes)


def has_no_header(columns: Sequence[str]) -> bool:
    """Whether the first row holds values where the names of columns should be: they are not to be said aloud."""
    return any(_DATE.fullmatch(column) for column in columns) or sum(map(_is_number, columns)) > 1


def _is_number(column: str) -> bool:
    return bool(_NUMBER.fullmatch(column))


def nearest(field: str, columns: Sequence[str]) -> list[str]:
    """The columns that come nearest to being a field, nearest first."""
    known = known_names()["columns"].get(field, [])
    ranked = sorted(
        (column for column in columns if len(column.split()) <= _MOST_WORDS),
        key=lambda column: -max(likeness(column, known), 0.3 * bool({*words(column)} & {*words(known[0])})),
    )
    return [column for column in ranked if {*words(column)} & {word for name in known for word in words(name)}][:3]


def _by_preset(columns: Sequence[str], system: str) -> Iterator[tuple[str, Placed]]:
    by_name = {"".join(words(column)): column for column in reversed(columns)}
    taken: set[str] = set()
    for field, names in preset(system)["columns"].items():
        column = next((by_name[key] for name in names if (key := "".join(words(name))) in by_name), None)
        if column is not None and column not in taken:
            taken.add(column)
            yield field, Placed(column, field, 0.95)


def _scores(columns: Sequence[str], shapes: Mapping[str, Shape]) -> Iterator[Placed]:
    for field, names in known_names()["columns"].items():
        for column in columns:
            score = likeness(column, names, is_id=field in _IDS)
            if score and not (field in _SHORT and score < asked_of(column)):
                yield Placed(column, field, score * _fits(field, shapes.get(column, Shape())))


def _fits(field: str, shape: Shape) -> float:
    """How well what the cells look like suits a field; 1 where nothing speaks against it."""
    if not shape.filled:
        return 0.9
    target = header_targets().get(field)
    if (target is not None and target.shape == "date") or field == "answer.date":
        return 1.0 if shape.share(shape.dates) > 0.5 else 0.4
    if shape.share(shape.dates) > 0.5 and field not in ANSWER_COLUMNS:
        return 0.3
    if target is not None and target.codes:
        return 1.0 if shape.share(shape.codes[target.codes]) > 0.3 or shape.length < 4 else 0.7
    if field in _IDS and shape.is_wordy:
        return 0.3
    if field in (*_IDS, "worker"):
        return 0.4 if shape.length > 60 else 1.0 if field != "id" or len(shape.seen) > 1 else 0.9
    if field == "kind":
        return 1.0 if shape.names is not None else 0.3
    if field in ("question", "heading", "team"):
        return 1.0 if shape.length < 200 else 0.3
    return 1.0


def _settled(found: dict[str, Placed], shapes: Mapping[str, Shape]) -> dict[str, Placed]:
    """A heading needs a question beside it, and of the two the code is the question."""
    if "heading" in found and "question" not in found:
        found["question"] = Placed(found["heading"].name, "question", found.pop("heading").score)
    if "heading" in found and "question" in found:
        code, wording = shapes.get(found["question"].name), shapes.get(found["heading"].name)
        if code and wording and code.filled and wording.filled and code.length > wording.length * 1.5:
            first, second = found["question"], found["heading"]
            found["question"] = Placed(second.name, "question", second.score)
            found["heading"] = Placed(first.name, "heading", first.score)
    if not {"question", "answer"} <= found.keys():
        for field in ("question", "heading", *ANSWER_COLUMNS):
            found.pop(field, None)
    return found
