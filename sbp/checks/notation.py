"""How a phrase is written in a rule: from its text to every way of reading it.

    refuse~ (all) <care>        any form of refuse, an optional `all`, one word of the class care
    will|would not accept       one word or the other
    [let~ himself go|gone to seed]   one phrase or the other
    fail~ to _2 engage          up to two words between
    wheelchair-bound            with hyphen, space or nothing between

Forms follow the English verb (`sbp.checks.verbs`): refuse~ is refuse, refuses, refused, refusing.
"""

import re
from functools import cache
from itertools import product

from sbp.checks.verbs import forms
from sbp.passage.lexicon import spellings, words

_MOST_FORMS = 400
_NONE: frozenset[str] = frozenset()
_BRACKETS = frozenset("[]()")
_GAP = re.compile(r"_\d*")

Element = frozenset[str] | int | tuple[frozenset[str]]
"""One set of words; up to so many words of any kind (`_` is -1: exactly one); words that may be left out."""


def read_notation(written: str) -> list[list[Element]]:
    """Every way of reading a phrase, as lists of elements.

    Raises `ValueError`, saying what is wrong, for brackets that do not close, a class that is not known, or a phrase
    that can be read in too many ways.
    """
    return _alternatives(_split(written))


def _split(written: str) -> list[str]:
    """Cut at spaces outside brackets."""
    if _BRACKETS.isdisjoint(written):
        return [part for part in written.split(" ") if part]
    parts, depth, current = [], 0, ""
    for character in written.strip():
        depth += (character in "[(") - (character in "])")
        if depth < 0:
            raise ValueError("closes a bracket that was never opened")
        if character == " " and depth == 0:
            parts.append(current)
            current = ""
        else:
            current += character
    if depth:
        raise ValueError("opens a bracket that is not closed")
    return [part for part in [*parts, current] if part]


def _alternatives(parts: list[str]) -> list[list[Element]]:
    """Every way of reading the parts, as flat lists of elements."""
    choices = [_choices(part) for part in parts]
    count = 1
    for choice in choices:
        count *= len(choice)
    if count > _MOST_FORMS:
        raise ValueError(f"can be read in {count} ways; split it into several phrases")
    return [[element for piece in pieces for element in piece] for pieces in product(*choices)]


@cache
def _choices(part: str) -> list[list[Element]]:
    if part.startswith("(") != part.endswith(")") or part.startswith("[") != part.endswith("]"):
        raise ValueError("has a bracket that does not stand around a whole part")
    if part.startswith("("):
        inner = part[1:-1]
        if inner.startswith("_"):
            return [[int(inner[1:] or 1)]]
        if not set(inner) & set(" [-'") and not _written_apart(inner):
            return [[(_set(inner),)]]
        return [[], *_alternatives(_split(inner))]
    if part.startswith("["):
        options = _options(part[1:-1])
        single = [option for option in options if not set(option) & set(" ([-")]
        readings = [reading for option in options if option not in single for reading in _alternatives(_split(option))]
        return [*readings, *_one_of("|".join(single))] if single else readings
    if _GAP.fullmatch(part):
        return [[int(part[1:] or -1)]]
    return _one_of(part)


def _one_of(part: str) -> list[list[Element]]:
    """The readings of words divided by bars."""
    several = _written_apart(part)
    if several:
        kept = "|".join(word for word in part.split("|") if word not in several)
        split: list[list[Element]] = [[_set(piece) for piece in pieces] for pieces in several.values()]
        return [*_one_of(kept), *split] if kept else split
    written = _set(part)
    possessive = frozenset(word[:-2] for word in written if word.endswith("'s") and len(word) > 2)
    found: list[list[Element]] = [[written | possessive, (frozenset(["'s"]),)]] if possessive else [[written]]
    if "-" in part.strip("-") and "|" not in part:
        first, *rest = part.split("-")
        apart: list[Element] = [_set(first)]
        for word in rest:
            apart += [(frozenset("-/"),), _set(word)]
        found.append(apart)
    return found


_TWO_TOKENS = re.compile(
    r"(\d+)([ap]m)|(\d+)(:\d+)|(\d+)(%)|(\w+)(/)(\w+)|(can)(not)|(he|she|they|who|you|we|i|it)('(?:ll|d))|(\w+s)(')"
)
_NOT = {"can't": "can", "cant": "can", "won't": "will", "wont": "will"}
_WILL = {"'ll": "will"}


def _written_apart(part: str) -> dict[str, list[str]]:
    """The words that a text is read as several tokens of: `1:1`, `9pm`, `p/w`, `cannot`, `won't`."""
    return {word: pieces for word in part.split("|") if (pieces := _pieces(word))}


@cache
def _pieces(word: str) -> list[str]:
    """The tokens of a word that is read as several; none of one that is read whole."""
    if word in _NOT or (word.endswith("n't") and len(word) > 3):
        return [_NOT.get(word, word[:-3]), "not"]
    match = _TWO_TOKENS.fullmatch(word)
    return [_WILL.get(piece, piece) for piece in match.groups() if piece] if match else []


def _options(inner: str) -> list[str]:
    """Alternatives inside square brackets, cut at bars outside inner brackets."""
    options, depth, current = [], 0, ""
    for character in inner:
        depth += (character in "[(") - (character in "])")
        if character == "|" and depth == 0:
            options.append(current)
            current = ""
        else:
            current += character
    return [*options, current]


def _set(part: str) -> frozenset[str]:
    """The written words one part stands for."""
    return _NONE.union(*map(_spelled, part.split("|")))


@cache
def _spelled(word: str) -> frozenset[str]:
    """The written words that one word, verb or class stands for: its forms, without hyphens too, and misspelt."""
    if word.startswith("<") and word.endswith(">"):
        try:
            found = words(word[1:-1])
        except KeyError:
            raise ValueError(f"names a class of words that is not known: {word}") from None
    elif word.endswith("~"):
        found = forms(word[:-1].lower())
    else:
        found = frozenset([word.lower()] if word else [])
    found |= {form.replace("-", "") for form in found if "-" in form.strip("-")}
    return found.union(*(spellings().get(form, _NONE) for form in found))
