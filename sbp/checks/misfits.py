"""What cannot be of the person a record is about: another surname after their first name, another age, another sex."""

import re

from sbp.casefile import age_on, written_on
from sbp.checks.cues import cues
from sbp.checks.strays import signs_of
from sbp.checks.wording import he_or_she, own_names, plain, read_once, whole
from sbp.passage.lexicon import words
from sbp.records import Person, Prose, Record

_YEARS = 12
"""So far from the true age is no slip."""
_THRICE = 3
_OTHER = {"he": re.compile(r"\b(?:she|her|hers|herself)\b"), "she": re.compile(r"\b(?:he|him|his|himself)\b")}
_OWN = {"he": _OTHER["she"], "she": _OTHER["he"]}
_OPENS = re.compile(r"\W*(?:he|she|his|her)\b")
_AGED = re.compile(
    r"\W*(?:(?:this|he|she|they) (?:is )?)?(?:an? )?(?:(?P<old>\d\d)[- ]year[- ]old|aged (?P<aged>\d\d))\b"
)
_HEADS = re.compile(
    r"(?:^|(?<=[.;:\n] )|(?<=\n)|(?<=[-*•] ))(?P<name>\S+) "
    r"(?P<surname>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?= (?:is|was|has|had|would|will|can|cannot|[a-z]+(?:s|ed))\b)"
)
"""Two names and what somebody does, at the head of a sentence."""


def misfit(item: Prose, record: Record) -> tuple[int, int] | None:
    """Where a worker's entry tells of somebody else as of the person, by what the header says of the person."""
    if item.entry.speaker != "worker" or not record.header.person.name:
        return None
    passage = read_once(item.entry.text)
    text = passage.plain.text
    met = _of_another_age(text, record) or _of_a_namesake(text, record) or _of_the_other_sex(item, text, record)
    return passage.place(*met.span()) if met else None


def _of_another_age(text: str, record: Record) -> re.Match[str] | None:
    """Where an entry opens on an age that is far from the person's own."""
    met = _AGED.match(plain(text))
    age = age_on(record.header.person.born_on, written_on(record)) if met else None
    return met if met and age is not None and abs(int(met["old"] or met["aged"]) - age) >= _YEARS else None


def _of_a_namesake(text: str, record: Record) -> re.Match[str] | None:
    """Where the person's first name heads a sentence with another surname: two people of one name."""
    named = record.header.person.name.split()
    if len(named) < 2 or named[0] not in text:
        return None
    met = next((met for met in _HEADS.finditer(text) if met["name"] == named[0]), None)
    if met is None or plain(met["surname"]) in own_names(record.header.person):
        return None
    return None if cues("other_person.renamed").search(plain(whole(record))) else met


def _of_the_other_sex(item: Prose, text: str, record: Record) -> re.Match[str] | None:
    """Where a whole entry is of *he* in a woman's record, or the reverse, and nobody is named before."""
    told = plain(text)
    own = he_or_she(record.header.person) if _OPENS.match(told) else ""
    apart = item.pointer.startswith("/network/") or "/contributions/" in item.pointer
    if not own or apart or _names_somebody(item.heading, record.header.person):
        return None
    others = list(_OTHER[own].finditer(told))
    if len(others) < _THRICE or _OWN[own].search(told):
        return None
    lead = text[: others[0].start()]
    if _names_somebody(lead, record.header.person) or re.search(r"\w \W*[A-Z]", lead):
        return None
    changed = cues("other_person.transition").search(plain(whole(record)))
    return others[0] if signs_of(told, own) > 1 and not changed else None


def _names_somebody(text: str, person: Person) -> bool:
    """Whether a text has family, staff or the person in it."""
    found = set(re.findall(r"[\w'-]+", plain(text).replace("'s", "")))
    return (
        not found.isdisjoint(words("somebody_else") | own_names(person))
        or cues("people.somebody").search(plain(text)) is not None
    )
