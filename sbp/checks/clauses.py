"""A text read clause by clause: who does what in it, and whether it is denied.

There is no parser here. A text is cut where a clause may begin, so that a piece has one verb at most; its subject is
the first name or word for somebody before a verb. A verb after a subject is known by its place and ending, so that any
will do; without one only a verb of `life_verb`, whose subject is that of the clause before.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from attrs import evolve, field, frozen

from sbp.checks.verbs import forms
from sbp.checks.wording import own_names, plain
from sbp.passage.lexicon import words
from sbp.records import Person

Doer = Literal["person", "other", "nobody"]
Form = Literal["does", "is", "has", "passive", ""]
_Met = tuple[str, Form, bool]
"""A verb as written, how it stands, and whether it is denied."""
_CUT = re.compile(
    r"(?P<cut>[;:,.()\n!?\"•]|(?<=\s)[-/+](?=\s)|\b(?:and|but|or|nor|so|yet|though|although|because|while|whilst|who|"
    r"which|that|when|whenever|until|unless|if|as|where|since|then|before|after)\b)"
)
_STOP = frozenset(";.\n!?•")
_ASIDE = frozenset("when whenever until unless if while whilst as where since before after".split())
_WORD = re.compile(r"[a-z0-9\u00c0-\u024f][\w'-]*")
_BE = frozenset("is was are were be been being am 's 're isn't wasn't aren't weren't he's she's they're i'm".split())
_HAVE = frozenset("has had have having hasn't hadn't haven't i've they've".split())
_MODAL = frozenset(
    "can could will would shall should may might must do does did cannot can't couldn't won't wouldn't don't doesn't "
    "didn't dont doesnt wont cant she'll he'll i'll they'll she'd he'd i'd they'd to".split()
)
_HELPER = dict.fromkeys(_MODAL, "modal") | dict.fromkeys(_HAVE, "have") | dict.fromkeys(_BE, "be")
_NOT = frozenset(
    "not never no cannot without neither nor hardly barely rarely seldom unable nobody nothing none".split()
)
_NOT_JOINED = re.compile(r"\w+n't|cant|wont|dont|doesnt|didnt|couldnt|isnt")
_BETWEEN = frozenset(
    "also still always often usually now then just only really well very quite always sometimes mostly happily quietly "
    "gladly regularly daily both all even once already later again first either herself himself themselves ever "
    "longer able twice once".split()
)
_NO_VERB = frozenset(
    "his its this thus plus less across always sometimes perhaps unless besides towards as us is was has does hers "
    "ours theirs yes glass class bed red need indeed aged gas bus address used".split()
)
_SELF = frozenset(["i", "we"])
_PREPOSITION = frozenset("of in at on for with by from into to about near".split())
_SMALL = _PREPOSITION | frozenset("his her their the a an".split())
_PRONOUNS = {
    "he": re.compile(r"\b(?:male|man|he|him)\b"),
    "she": re.compile(r"\b(?:female|woman|she|her)\b"),
    "they": re.compile(r"\b(?:they|them|non-binary)\b"),
}
_TITLES = {"mr": {"he"}, "mrs": {"she"}, "ms": {"she"}, "miss": {"she"}, "dr": set(_PRONOUNS)}


@frozen
class Clause:
    """One clause. `form` is how the verb stands: *does*, *is* (learning, proud), *has*, *passive*, or none."""

    text: str = field(repr=False)
    doer: Doer
    verb: str = field(repr=False)
    form: Form
    denied: bool
    aside: bool
    """Whether it only says when or whether: *whenever he goes out*."""
    named: bool
    """Whether its subject stands in it, or in the sentence before it."""
    sentence: int
    words: tuple[str, ...] = field(repr=False)


@frozen
class People:
    """Who is who in a record: the person by names and pronouns."""

    names: frozenset[str] = field(repr=False)
    pronouns: frozenset[str]
    family: frozenset[str] = field(default=frozenset(), repr=False)

    @classmethod
    def of(cls, person: Person, family: frozenset[str] = frozenset()) -> "People":
        """The person, and what the family of the case file are called."""
        known = plain(f"{person.pronouns} {person.gender}")
        told = frozenset(pronoun for pronoun, sign in _PRONOUNS.items() if sign.search(known))
        return cls(own_names(person), told or frozenset(_PRONOUNS), family)


@lru_cache(maxsize=512)
def clauses(text: str, people: People) -> tuple[Clause, ...]:
    """The clauses of a text, in order."""
    return tuple(_clauses(plain(text), people))


def _clauses(said: str, people: People) -> Iterator[Clause]:
    before: Doer = "person"
    sentence, sign, start, denied, named = 0, "", 0, False, False
    for cut in [*_CUT.finditer(said), None]:
        piece = said[start : cut.start() if cut else len(said)]
        found = _WORD.findall(piece)
        if found:
            relative: Doer = "other" if sign in ("who", "which") and before != "person" else before
            one = _read(piece, found, people, relative, sign, sentence)
            if one.verb and not one.named:
                one = evolve(one, named=named, denied=one.denied or (sign in ("or", "nor") and denied))
            yield one
            if one.verb:
                before, denied, named = one.doer, one.denied, one.named
            else:
                before = _stands_alone(found, people) or before
        if cut:
            sign, start = cut["cut"], cut.end()
            if sign in _STOP:
                sentence, before, named = sentence + 1, "person", False


def _stands_alone(found: list[str], people: People) -> Doer | None:
    """Who is named at the beginning of a piece without a verb, to be what the next piece is about."""
    doers = [_doer(found, at, people) for at in range(min(3, len(found)))]
    return next((doer for doer in doers if doer), None) if found[0] not in _PREPOSITION else None


def _read(piece: str, found: list[str], people: People, before: Doer, sign: str, sentence: int) -> Clause:
    aside = sign in _ASIDE or found[0] in _ASIDE
    opens = next((word for word in found if not (_is_between(word) or word in _NOT)), "")
    if _opens(opens) and not (opens.endswith("s") and _is_helper(_after(found, opens))):
        met = _verb(found, 0, 0, people)
        if met:
            return Clause(piece, before, met[0], met[1], met[2], aside, False, sentence, tuple(found))
    for at, word in enumerate(found):
        doer = _doer(found, at, people)
        met = _verb(found, at + 1, 0 if word in people.pronouns else 2, people) if doer else None
        if doer and met:
            doer = "person" if word in _SELF and met[0] not in verbs("worker_verb") else doer
            return Clause(piece, doer, met[0], met[1], met[2], aside and at < 3, True, sentence, tuple(found))
    denied = any(word in _NOT or _NOT_JOINED.fullmatch(word) for word in found)
    return Clause(piece, "nobody", "", "", denied, aside, False, sentence, tuple(found))


def _is_helper(word: str) -> bool:
    return word in _HELPER and word != "to"


def _is_between(word: str) -> bool:
    return word in _BETWEEN or (word.endswith("ly") and len(word) > 4)


def _after(found: list[str], word: str) -> str:
    at = found.index(word) + 1
    return found[at] if at < len(found) else ""


def _opens(word: str) -> bool:
    """Whether a word that opens a clause without a subject is a verb: *presses*, *cannot*, and not *pressing*."""
    if _is_helper(word):
        return True
    known = word in verbs("life_verb") or word in verbs("lacking_verb") or word in verbs("neutral_verb")
    return known and (word.endswith(("s", "ed")) or word in words("irregular_past"))


def _doer(found: list[str], at: int, people: People) -> Doer | None:
    word = found[at]
    pronoun = word.split("'")[0]
    if pronoun in _PRONOUNS:
        return "person" if pronoun in people.pronouns else "other"
    title = found[at - 1] if at else ""
    if word in people.names:
        return "person" if _TITLES.get(title, people.pronouns) & people.pronouns else "other"
    if title in _TITLES or word in people.family or word in words("somebody_else"):
        return "other"
    return None


def _verb(found: list[str], at: int, gap: int, people: People) -> _Met | None:
    """The verb from a place on, over adverbs and helping verbs, and so many words of other kinds."""
    first = found[at - 1] if at else ""
    helper = "be" if first.endswith(("'s", "'re", "'m")) else "modal" if first.endswith(("'d", "'ll")) else ""
    denied = False
    if not helper and found[at : at + 1] == ["to"]:
        return None
    while at < len(found):
        word = found[at]
        if word in _NOT or _NOT_JOINED.fullmatch(word):
            denied = True
        if word in _HELPER:
            helper = _HELPER[word]
        elif _is_between(word) or word in _NOT or word in people.names:
            pass
        elif helper:
            return _after_helper(word, helper, denied)
        elif _may_be_verb(word):
            return word, "does", denied
        elif gap and word not in _SMALL:
            gap -= 1
        else:
            return None
        at += 1
    return (helper, "is" if helper == "be" else "has" if helper == "have" else "does", denied) if helper else None


def _after_helper(word: str, helper: str, denied: bool) -> _Met:
    past = word.endswith(("ed", "en")) or word in words("irregular_past")
    if helper == "be":
        return word, "does" if word.endswith("ing") and len(word) > 4 else "passive" if past else "is", denied
    if helper == "have":
        return word, "does" if past or word in ("done", "gone", "begun", "sung", "swum", "become") else "has", denied
    return word, "does", denied


def _may_be_verb(word: str) -> bool:
    if word in _NO_VERB or len(word) < 3:
        return False
    return word.endswith(("s", "ed")) or word in words("irregular_past") or word in verbs("life_verb")


@cache
def verbs(name: str) -> frozenset[str]:
    """Every written form of the verbs of a class."""
    return frozenset[str]().union(*map(forms, words(name)))
