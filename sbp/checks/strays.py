"""Sentences about a man in a woman's record, or the reverse, who is nobody the record knows: where they stray in."""

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from sbp.checks.clauses import verbs
from sbp.checks.cues import cues
from sbp.checks.family import LETTER
from sbp.checks.sought import Sought, sought
from sbp.checks.wording import has_word, he_or_she, own_names, plain
from sbp.passage.lexicon import words
from sbp.records import Person

_CAPITAL = r"[A-Z][a-z]*(?:'?[A-Z])?[a-z]+(?:-[A-Z][a-z]+)?"
_HEAD = re.compile(
    rf"(?:^|(?<=[.;:\n] )|(?<=\n)|(?<=[-*•] )|(?<=\bFor )|(?<=^For ))"
    rf"(?:(?P<title>Mr|Mrs|Ms|Miss)\.? (?:{_CAPITAL} )?)?(?P<name>{_CAPITAL})\b(?=[' ])",
    re.MULTILINE,
)
_OWN = {"he": r"\b(?:he|him|his|himself)\b", "she": r"\b(?:she|her|hers|herself)\b"}
_OTHER = {"he": "she", "she": "he"}
_THEIR = {"he": "his", "she": "her"}
_WORD = re.compile(r"[a-z][\w'-]*")
_OPENS = re.compile(r"(?:^|[.;:\n]\s+|[-*•] )[a-z]")
_TITLED = re.compile(r"\b(mr|mrs|ms|miss)(\.? )([a-z])")
_ENDS = re.compile(r"(?<=[.;\n])\s+")


@frozen
class Stray:
    """A name and what follows of somebody who is not the person: `signs` is how many sides of a life it tells of."""

    name: str
    titled: bool
    start: int
    end: int
    signs: int


def strays(text: str, person: Person) -> Iterator[Stray]:
    """Names at the head of a sentence of whom the text goes on as *she* where the person is *he*, or the reverse.

    What follows is read up to the next sentence about the person, by name or pronoun.
    """
    own = he_or_she(person)
    if not own:
        return
    for met in _HEAD.finditer(text):
        title = met["title"]
        if plain(met["name"]) in _no_names():
            continue
        if title and (title == "Mr") == (own == "he"):
            continue
        told = _of_them(plain(text)[met.start() :], own, own_names(person))
        told = told if title or re.search(_OWN[_OTHER[own]], told) else ""
        if told and plain(met["name"]) not in own_names(person):
            outcome = text[: met.start()].endswith("For ")
            signs = _signs(told, plain(met["name"]), _OTHER[own]) + outcome
            yield Stray(met["name"], bool(title), met.start(), met.start() + len(told), signs)


def in_small_letters(text: str) -> str:
    """A text in capitals, with those alone that open a sentence or follow a title."""
    named = _TITLED.sub(lambda met: met[1].title() + met[2] + met[3].upper(), text.lower())
    return _OPENS.sub(lambda met: met[0].upper(), named)


def _of_them(told: str, own: str, names: frozenset[str]) -> str:
    """The sentences of a text before one that has the person's name or pronoun."""
    kept, at = "", 0
    for gap in [*_ENDS.finditer(told), None]:
        sentence = told[at : gap.start() if gap else len(told)]
        if re.search(_OWN[own], sentence) or any(has_word(sentence, name) for name in names):
            break
        kept, at = told[: at + len(sentence)], gap.end() if gap else at
    return kept


def signs_of(told: str, own: str) -> int:
    """How many sides of a life a text tells of somebody who is not *he* where the person is, or the reverse."""
    return _signs(told, _OTHER[own], _OTHER[own])


def _signs(told: str, name: str, pronoun: str) -> int:
    """How many sides of a life a text tells of: a body, family, wishes, needs, services, an illness."""
    over = re.sub(rf"\b{re.escape(name)}(?= |'s )", LETTER, told)
    ill = any(not words(name).isdisjoint(_WORD.findall(told)) for name in ("illness", "symptom", "diagnosis_noun"))
    signs = ill + sum(side.search(over) is not None for side in _sides(pronoun))
    return signs and signs + (cues("other_person.service").search(told) is not None)


@cache
def _sides(pronoun: str) -> tuple[Sought, ...]:
    """The sides of a life, in a text in which the name is written over."""
    theirs, them = f"(?:{_THEIR[pronoun]}|{LETTER}'s)", f"(?:{pronoun}|{LETTER})"
    sides = (
        rf"\b{theirs} (?:[\w-]+ ){{0,2}}?{cues('other_person.part').pattern}",
        rf"\b{theirs} (?:[\w-]+ )?{cues('people.family').pattern}",
        rf"\b{them} (?:\w+ )?{cues('other_person.wish').pattern}",
        rf"\b{them} {cues('other_person.needs').pattern}|\b{them} {cues('other_person.lives').pattern}",
        rf"\b{them} (?:\w+ )?(?:{_lacking()})\b",
        cues("other_person.clinical").pattern,
    )
    return tuple(map(sought, sides))


@cache
def _no_names() -> frozenset[str]:
    """Words of other kinds, which a capital does not make a name."""
    other = ("adverb", "auxiliary", "somebody_else", "service_word", "no_name")
    return frozenset[str]().union(*map(words, other), *map(verbs, ("life_verb", "lacking_verb", "neutral_verb")))


@cache
def _lacking() -> str:
    return "|".join(sorted(verbs("lacking_verb"), key=len, reverse=True))


@cache
def _named_self() -> re.Pattern[str]:
    says = r"(?:^|[.!?] )(?:I'm|I am|My name is|My name's)"
    return re.compile(rf"{says} (?P<name>{_CAPITAL})(?= and\b|,|\.)")


def names_self(text: str, person: Person) -> re.Match[str] | None:
    """Where somebody says that they are another: *I'm Gladys and I was a ward sister*; nothing of a name they go by."""
    met = _named_self().search(text)
    if met is None or plain(met["name"]) in own_names(person):
        return None
    return None if cues("other_person.goes_by").search(plain(text), met.end()) else met
