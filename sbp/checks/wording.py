"""What the words of a record show at a glance: a placeholder, a quotation, an agreement, a death."""

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from sbp.checks.cues import any_of, cues
from sbp.checks.shorthand import written_out
from sbp.checks.sought import Sought, sought
from sbp.passage import Passage, Who
from sbp.passage.normalise import normalise
from sbp.passage.quotes import quotations
from sbp.records import Person, Prose, Record, narrative, prose

_DASHES = re.compile(r"[-–.?_/\s]*")
_OF_OTHERS = re.compile(
    r"(?: (?:his|her|their|the|a|late|own|much|loved|elder|younger|only|first|\w+'s)){0,4} "
    + cues("people.family").pattern
)


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """A text as a passage reads it, in lower case: straight quotation marks and dashes, no mark-up."""
    return normalise(text).lower


def written(text: str) -> str:
    """A text as a passage reads it, its capitals kept."""
    return normalise(text).text


@lru_cache(maxsize=256)
def read_once(text: str) -> Passage:
    """A text as a passage: many checks look at its sentences in turn."""
    return Passage(text)


def any_name(names: Collection[str]) -> str:
    """Any of some names, to build an expression with; without any, what nothing matches."""
    return "|".join(map(re.escape, sorted(names))) or "(?!)"


def own_names(person: Person) -> frozenset[str]:
    """The words of what somebody is called, in lower case, without titles."""
    return _words_of(f"{person.name} {person.known_as}")


@lru_cache(maxsize=64)
def _words_of(name: str) -> frozenset[str]:
    return Who.of({"name": name}).names


def has_word(text: str, word: str) -> bool:
    """Whether a text has a word, or several in a row."""
    return word in text and _as_word(word).search(text) is not None


@lru_cache(maxsize=1024)
def _as_word(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(word)}\b")


def called_he(record: Record, text: str) -> str:
    """A text in plain words, shorthand written out, with *he* for what the person is called."""
    return _with_he(plain(text), own_names(record.header.person))


@lru_cache(maxsize=2048)
def _with_he(said: str, names: frozenset[str]) -> str:
    return called_by(names).sub(r"he\g<own>", written_out(said))


@lru_cache(maxsize=64)
def called_by(names: frozenset[str]) -> re.Pattern[str]:
    """What somebody of these names is called, by title, by any of them or by all; `own` is an *'s*."""
    called = any_name(names)
    return re.compile(rf"\b(?:(?:mr|mrs|ms|miss)\.? )?(?:{called})(?: (?:{called}))*(?P<own>'s)?\b")


def sentences(said: str) -> list[str]:
    """A plain text cut after each full stop, semicolon and line: hardly any cue goes on over one."""
    return re.split(r"(?<=[.;\n])", said)


def says_nothing(text: str) -> bool:
    """Whether a text is a placeholder: empty, n/a, none, see above."""
    said = plain(text).strip(" .;:-\n\t*•")
    return _DASHES.fullmatch(said) is not None or cues("placeholder.whole").fullmatch(said) is not None


def has_quotation(text: str) -> bool:
    """Whether a text quotes somebody, at least a few words long or a few words in all."""
    return any(end - start > 6 for start, end in quotations(written(text)))


def has_voice(text: str) -> bool:
    """Whether somebody is heard in a text: quoted, or said to want, say or choose."""
    return has_quotation(text) or cues("voice.heard").search(plain(text)) is not None


def has_said(text: str) -> bool:
    """Whether somebody is quoted in a text, or told to have said, wanted or chosen something."""
    return has_quotation(text) or cues("voice.said").search(plain(text)) is not None


def has_agreement(text: str) -> bool:
    """Whether a text says that somebody was asked, offered or agreed."""
    return has_quotation(text) or cues("voice.agreed").search(plain(text)) is not None


def near_death(record: Record) -> bool:
    """Whether a record is about the end of somebody's life."""
    return _tells_of("life.near_death", plain(whole(record)))


def in_crisis(record: Record) -> bool:
    """Whether the form was a quick one: its name says duty, urgent, emergency, crisis."""
    return cues("life.crisis").search(plain(record.header.form)) is not None


@lru_cache(maxsize=64)
def _tells_of(what: str, text: str) -> bool:
    """Whether a text has a cue of a list: many checks ask the same of a record in turn."""
    return cues(what).search(text) is not None


def has_died(record: Record) -> bool:
    """Whether a record tells of the person's death; that of family, a friend or a pet is not meant."""
    return _tells_of_death(plain(whole(record)), _another(record.header.person))


@lru_cache(maxsize=64)
def _tells_of_death(text: str, another: str) -> bool:
    return any(
        not _of_another().search(text, 0, met.start())
        and not _OF_OTHERS.match(text, met.end())
        and not (another and text[: met.start()].endswith(another))
        for met in cues("life.died").finditer(text)
    )


@cache
def _of_another() -> Sought:
    """Somebody else before a death, with no *he* or *she* between them."""
    return sought(rf"{cues('life.another').pattern}(?:(?!\b(?:he|she|that|to say)\b)[^.;\n]){{0,60}}$")


def _another(person: Person) -> str:
    """The pronoun that somebody else goes by, where one is known of the person: *she* beside a man."""
    return {"she": " he ", "he": " she ", "": ""}[he_or_she(person)]


def he_or_she(person: Person) -> str:
    """The pronoun of a person, *he* or *she*; empty where it is another, or not known."""
    known = f"{person.pronouns} {person.gender}".lower()
    if re.search(r"\b(?:she|female|woman)\b", known):
        return "she"
    return "he" if re.search(r"\b(?:he|male|man)\b", known) else ""


def is_brief(record: Record, words: int = 25) -> bool:
    """Whether more cannot be asked of a record: open, refused, in a crisis, at the end of life, of very few words."""
    text = plain(whole(record))
    refused = getattr(record, "refusal", None) is not None or _tells_of("life.refused", text)
    short = len(text.split()) < words
    return refused or short or in_crisis(record) or near_death(record) or is_open(record)


def is_open(record: Record) -> bool:
    """Whether work on a record began and has not ended."""
    return record.header.started_on is not None and record.header.completed_on is None


def whole(record: Record) -> str:
    """Every word of a record's narrative, headings left out."""
    return narrative(record)


def under(record: Record, *named: str) -> Iterator[Prose]:
    """The entries under headings that hold one of some words."""
    for item in prose(record):
        heading = plain(item.heading)
        if item.pointer.startswith("/sections/") and any(name in heading for name in named):
            yield item


def speaks_of(record: Record, said: tuple[str, ...], apart: tuple[str, ...] = ()) -> bool:
    """Whether a heading with something under it, or the text itself, has one of the cues, fields `apart` left out."""
    told = any_of(said)
    return any(
        told.search(plain(item.entry.text)) or (told.search(plain(item.heading)) and not says_nothing(item.entry.text))
        for item in prose(record)
        if item.pointer.split("/")[1] not in apart
    )
