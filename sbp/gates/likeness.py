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
from itertools import pairwise
from pathlib import Path
from typing import Final

from attrs import frozen

from sbp import bundled
from sbp.gates.match import Answer, Match, note
from sbp.passage.pieces import pieces

LETTERS: Final = 5
"""So many letters of a word are looked at: `refuses`, `refused` and `refusing` are one."""
LONGEST: Final = 4
LEAST: Final = 0.005
"""A finding is a note where fewer than one in two hundred sentences like it were marked."""
MOST: Final = 0.6
"""A gate is outweighed where at least so many of the sentences like it were."""


def unlike(match: Match) -> Answer | None:
    """Whether the sentence as a whole says that the words are right here.

    It must hold more than the words met, and they must be none that were marked nearly wherever they stood.
    """
    likely = _likeness(match)
    if likely is None or likely >= LEAST or len(match.words) <= 2 * (match.last - match.first):
        return None
    words = pieces(match.passage.plain.lower[slice(*match.span)])
    is_proven = not learned()[match.category].proven.isdisjoint(stretches(words))
    return None if is_proven else note("stands in a sentence like those that are left alone")


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
    known = learned()[category]
    found = _grams_of(sentence)
    score = known.bias + sum(known.weights.get(gram, 0.0) for gram in found) / math.sqrt(len(found) or 1)
    return 1 / (1 + math.exp(-score))


@lru_cache(maxsize=256)
def _grams_of(sentence: str) -> set[str]:
    return grams(pieces(sentence))


def grams(words: Sequence[str]) -> set[str]:
    """The words of a sentence and its pairs of neighbours, each word cut to its first letters."""
    cut = [word[:LETTERS] for word in words]
    return {*cut, *map(" ".join, pairwise(cut))}


def stretches(words: Sequence[str]) -> set[str]:
    """Every run of up to four words."""
    ends = range(1, min(LONGEST, len(words)) + 1)
    return {" ".join(words[at : at + end]) for end in ends for at in range(len(words) - end + 1)}


@frozen
class Learned:
    """What is known of a category: the weight of each gram, and the words that were marked nearly wherever they stood.

    The score of a sentence, the log of the odds that it was marked, is the bias and the mean of its grams' weights
    times the root of their number.
    """

    bias: float
    weights: dict[str, float]
    proven: frozenset[str]


@cache
def learned() -> dict[str, Learned]:
    """What is known, by category."""
    data = json.loads(path().read_text(encoding="utf-8"))
    return {
        category: Learned(entry["bias"], entry["weights"], frozenset(entry["proven"]))
        for category, entry in data["categories"].items()
    }


def path() -> Path:
    """The file of weights that comes with `sbp`."""
    return bundled.path("rules") / "words" / "likeness.json"
