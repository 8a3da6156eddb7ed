"""Classes of words that rules and gates share, from `rules/words/`: kin, professions, negations, misspellings."""

import re
from collections.abc import Iterable
from functools import cache

from sbp import bundled
from sbp.yaml import read_yaml


@cache
def classes() -> dict[str, frozenset[str]]:
    """Every class of words by name."""
    data = read_yaml(bundled.path("rules") / "words" / "classes.yaml")
    return {name: frozenset(str(word) for word in entry["words"]) for name, entry in data.items()}


@cache
def words(name: str) -> frozenset[str]:
    """One class of words. Raises `KeyError` for a name that `rules/words/classes.yaml` does not hold."""
    return classes()[name]


@cache
def spellings() -> dict[str, frozenset[str]]:
    """The written variants (misspelt, American, abbreviated) of a word, by the word as we write it."""
    data = read_yaml(bundled.path("rules") / "words" / "spellings.yaml")
    return {str(word): frozenset(str(variant) for variant in variants) for word, variants in data.items()}


def any_word(those: Iterable[str]) -> str:
    """An expression for any of some words, the longest first: by first letter, so that most places are left at once."""
    by_initial: dict[str, list[str]] = {}
    for word in sorted(those, key=len, reverse=True):
        by_initial.setdefault(word[0], []).append(re.escape(word[1:]))
    initials = [f"{re.escape(initial)}(?:{'|'.join(rest)})" for initial, rest in sorted(by_initial.items())]
    return f"(?:{'|'.join(initials)})"
