"""The sorts of words an outcome statement is made of, from the classes `aim_*` of `rules/words/classes.yaml`.

A statement all of whose words are of a service, of care work, of a need or of praise for any life names nothing of this
life; one word of another sort, a place or a thing or a doing, and it is taken to be the person's.
"""

import re
from functools import cache

from sbp.checks.verbs import forms
from sbp.passage.lexicon import words

_TOKEN = re.compile(r"[a-z0-9][\w':/+-]*")
_MEASURED = re.compile(r"[\d/:x+%-]+(?:[ap]m|x|st|nd|rd|th|kg|hrs?|mins?|p|/7|/52|/12)?|x\d+")


_VERBS = frozenset(["work", "handled", "provided", "party_around"])
"""The classes that hold verbs; of the others only plurals are made."""


@cache
def sort(*names: str) -> frozenset[str]:
    """The words of some classes in all their forms: *sort("work")* holds those of `aim_work`."""
    return frozenset(
        form for name in names for word in words(f"aim_{name}") for form in (word, *_forms(word, name in _VERBS))
    )


def _forms(word: str, verb: bool) -> frozenset[str]:
    if verb:
        return forms(word)
    return frozenset([word + "s", word[:-1] + "ies" if word.endswith("y") else word + "es"])


def tokens(said: str) -> list[str]:
    """The words of a statement in plain words, without a closing *'s*."""
    return [token.removesuffix("'s").rstrip("'-/:") for token in _TOKEN.findall(said)]


def others(said: str | list[str], *names: str) -> list[str]:
    """The words that are neither grammar, time or amount nor of the sorts named; a compound is read by its parts."""
    known = sort("glue", *names)
    given = tokens(said) if isinstance(said, str) else said
    return [word for word in given if word not in known and not _is_number(word) and not _is_compound(word, known)]


def some(said: str | list[str], *names: str) -> list[str]:
    """The words that are of one of the sorts named."""
    known = sort(*names)
    return [word for word in (tokens(said) if isinstance(said, str) else said) if word in known]


def _is_number(word: str) -> bool:
    return _MEASURED.fullmatch(word) is not None


def _is_compound(word: str, known: frozenset[str]) -> bool:
    parts = [part for part in re.split(r"[-/]", word) if part]
    return len(parts) > 1 and all(part in known or part.isdigit() or part == "hourly" for part in parts)
