"""Whether a sentence is like those in which hands marked a category, or like those they left alone.

What makes a phrase unfair is often spread over its whole sentence. The weights are learned from the annotated passages
in `tests/gold` by `make likeness`: logistic regression for each category over the sentence's words and pairs of words,
each by its first letters. They never make a finding. They take one out of sight where next to no sentence like it was
marked, and they outweigh a gate that goes by a few words of the sentence where most sentences like it were.
"""

import json
import math
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from sbp import bundled
from sbp.gates.match import Answer, Match, note
from sbp.passage.pieces import pieces

LETTERS: Final = 5
"""So many letters of a word are looked at: `refuses`, `refused` and `refusing` are one."""
LEAST: Final = 0.01
"""A finding is a note where fewer than one sentence in a hundred like it was marked."""
MOST: Final = 0.5
"""A gate is outweighed where at least so many of the sentences like it were."""


def unlike(match: Match) -> Answer | None:
    """Whether the sentence as a whole says that the words are right here."""
    likely = _likeness(match)
    is_unlike = likely is not None and likely < LEAST
    return note("stands in a sentence like those that are left alone") if is_unlike else None


def outweighs(match: Match) -> bool:
    """Whether the sentence as a whole says that the words are meant."""
    likely = _likeness(match)
    return likely is not None and likely >= MOST


def _likeness(match: Match) -> float | None:
    if match.category not in learned():
        return None
    return likeness(match.category, match.passage.plain.lower[match.sentence.start : match.sentence.end])


@lru_cache(maxsize=1024)
def likeness(category: str, sentence: str) -> float:
    """How many of the sentences like this one, in lower case, were marked with a category: 0 to 1."""
    bias, weights = learned()[category]
    found = grams(pieces(sentence))
    score = bias + sum(weights.get(gram, 0.0) for gram in found) / math.sqrt(len(found) or 1)
    return 1 / (1 + math.exp(-score))


def grams(words: Sequence[str]) -> set[str]:
    """The words of a sentence and its pairs of neighbours, each word cut to its first letters."""
    cut = [word[:LETTERS] for word in words]
    return {*cut, *map(" ".join, zip(cut, cut[1:], strict=False))}


@cache
def learned() -> dict[str, tuple[float, dict[str, float]]]:
    """For each category the bias, and the weight of each gram that tells for or against it."""
    data = json.loads(path().read_text(encoding="utf-8"))
    return {category: (entry["bias"], entry["weights"]) for category, entry in data["categories"].items()}


def path() -> Path:
    """The file of weights that comes with `sbp`."""
    return bundled.path("rules") / "words" / "likeness.json"
