"""How alike two names are, whatever their capitals, underscores and endings."""

import difflib
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from sbp.yaml import read_yaml

SURE: Final = 0.9
LIKELY: Final = 0.75
GUESS: Final = 0.55

_PARTS: Final = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")
_NOISE: Final = frozenset({"dim", "fact", "dm", "vw", "tbl", "desc", "the", "of", "a", "an", "and", "to", "for", "x"})
_SAME: Final = {
    "dttm": "date",
    "dt": "date",
    "datetime": "date",
    "no": "number",
    "num": "number",
    "nbr": "number",
    "identifier": "id",
    "uid": "id",
    "guid": "id",
    "ident": "id",
    "persons": "person",
    "carers": "carer",
}


_AS_IDS: Final = frozenset({"number", "ref", "reference", "code", "urn"})


@cache
def known_names() -> dict[str, Any]:
    """The names that councils use, as `names.yaml` tells them."""
    found: dict[str, Any] = read_yaml(Path(__file__).with_name("names.yaml"))
    return found


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of a name in plain form."""
    plain = name.replace("’", "'").replace("'s", "s")
    found = [part.lower() for part in _PARTS.findall(plain)]
    told = [_SAME.get(word, word) for word in found if word not in _NOISE] or found
    return tuple(map(_singular, told))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith(("shes", "ches", "sses", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def likeness(name: str, known: Sequence[str], *, is_id: bool = False) -> float:
    """How like the nearest of some known names it is, from 0 to 1; earlier ones count a little more.

    Among names of ids, a number or a reference is as good as an id, and counts a little less.
    """
    found = max((_like(words(name), words(other)) - 0.002 * place for place, other in enumerate(known)), default=0.0)
    last = words(name)[-1:]
    if is_id and last and last[0] in _AS_IDS:
        return max(found, likeness(" ".join((*words(name)[:-1], "id")), known) - 0.02)
    return found


def _like(mine: tuple[str, ...], other: tuple[str, ...]) -> float:
    squeezed, wanted = "".join(mine), "".join(other)
    if squeezed == wanted:
        return 1.0
    if set(mine) == set(other):
        return 0.95
    if set(other) <= set(mine):
        return 0.5 + 0.4 * len(other) / len(mine)
    ratio = difflib.SequenceMatcher(None, squeezed, wanted).ratio() if abs(len(squeezed) - len(wanted)) < 4 else 0.0
    return 0.8 * ratio if ratio > 0.85 else 0.0


def asked_of(name: str) -> float:
    """How like a known question a name is, from 0 to 1."""
    asked = {*words(name)}
    return max((covered(line["words"], asked) for line in known_names()["questions"]), default=0.0)


def covered(phrases: Sequence[str], asked: set[str]) -> float:
    """How well phrases that are all in a question cover it: more for more words, and where they are most of it."""
    found = {word for phrase in phrases if {*words(phrase)} <= asked for word in words(phrase)}
    return min(0.98, 0.5 + 0.1 * len(found) + 0.3 * len(found) / len(asked)) if found else 0.0


def confidence(score: float) -> str:
    """A score in a word."""
    return "sure" if score >= SURE else "likely" if score >= LIKELY else "a guess"
