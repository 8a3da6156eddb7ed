"""Classes of words that rules and gates share, from `rules/words/`: kin, professions, negations, misspellings."""

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
