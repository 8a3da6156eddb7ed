"""The part of a record that invites strengths, when it has none or only praise."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.able import has_strength
from sbp.checks.clauses import People, verbs
from sbp.checks.cues import cues
from sbp.checks.family import family
from sbp.checks.invited import invited
from sbp.checks.sought import Sought, sought
from sbp.checks.wording import has_quotation, has_voice, is_brief, own_names, plain, says_nothing, whole, written
from sbp.findings import Place
from sbp.passage.lexicon import words
from sbp.records import Prose, Record, prose

_NOT_DOING = re.compile(
    r"\b(?:not|un|no longer|never|nobody|cannot|isn't|who|staff|carers?|wife|husband|daughter|son)\b[^.;\n]*"
)
"""What does not happen, or is done by somebody else, to the end of its sentence."""
_OWN = re.compile(r"\b(?:i|my|me|we)\b[^.\n]* \w+")
_NONE = re.compile(
    r"(?:no|nil|few) (?:\w+ ){0,3}strengths\b[^.;\n]*|(?:unable|not able) to (?:identify|name|give|list)\b[^.;\n]*"
)
_NAME = re.compile(r"(?<=[\w,] )([A-Z][a-z]\w*)")
_ABSTRACT = re.compile(
    r"\w{3,}(?:ly|ful|less|ous|ish|ive|able|ible|ness|ity|hood|ence|ance)|[\w-]+"
    r"(?:minded|hearted|natured|witted|spoken|mannered|tempered|humoured|going|loving|willed|spirited|meaning|adjusted|rounded)"
)
"""How words for what somebody is like end."""
_TITLES = frozenset(["mr", "mrs", "ms", "miss", "i", "i'm"])
_WORD = re.compile(r"[a-z0-9][a-z0-9'-]*")


@frozen(kw_only=True)
class Strengths:
    """Find records whose strengths are `absent` (a placeholder, or only what cannot be done) or `hollow` (only praise).

    Praise is what pleases others, or is true of anybody. One named thing, place, person or doing is enough to be
    silent; so is a strength anywhere else in the record, where the part itself is a placeholder.
    """

    about: Literal["absent", "hollow"]

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a record, at the first entry that invites strengths, or at the empty field."""
        for record in case_file.records:
            if record.kind not in scope or is_brief(record, words=12):
                continue
            asked = list(invited(record, "strengths"))
            told = [item for item in asked if not _tells_nothing(item.entry.text)]
            hollow = [_is_hollow(item, record) for item in told]
            if self.about == "hollow" and told and all(hollow):
                yield _at(record, told[0])
            if self.about == "absent" and not any(hollow):
                yield from _absent(record, asked, told, case_file)


def _absent(record: Record, asked: list[Prose], told: list[Prose], case_file: CaseFile) -> Iterator[Place]:
    people = People.of(record.header.person, frozenset(family(case_file)))
    if told and not any(has_strength(item.entry.text, people) for item in told):
        yield _at(record, told[0])
    elif is_brief(record):
        return
    elif not told and asked and not _does_elsewhere(record):
        yield _at(record, asked[0])
    elif record.kind != "needs_assessment":
        return
    elif not asked and case_file.knows(record, "strengths") and not _elsewhere(record) and not _is_alive(record):
        yield Place(record_id=record.header.id, field="/strengths")


def _elsewhere(record: Record) -> bool:
    """Whether a voice, a doing or a connection stands anywhere in the record."""
    own = [item for item in prose(record) if item.entry.speaker != "worker"]
    speaks = any(_OWN.search(plain(item.entry.text)) for item in own)
    around = any(one.who or (one.what and _is_around(one.what.text)) for one in getattr(record, "network", ()))
    return speaks or around or has_quotation(whole(record)) or _does_elsewhere(record)


def _does_elsewhere(record: Record) -> bool:
    """Whether somebody says what they do, or the record tells of more than one thing they do."""
    own = [plain(item.entry.text) for item in prose(record) if item.entry.speaker != "worker"]
    doing = set(_doing().findall(_NOT_DOING.sub(" ", plain(whole(record)))))
    says = any(_able().search(one) or cues("strengths.my_doing").search(one) for one in own)
    return says or len(doing) > 1


def _is_around(text: str) -> bool:
    return not says_nothing(text) and _able().search(plain(text)) is not None


def _is_alive(record: Record) -> bool:
    """Whether somebody is heard or does anything in a record whose strengths were merely not filled in."""
    text = whole(record)
    return has_voice(text) or _able().search(plain(text)) is not None


def _tells_nothing(text: str) -> bool:
    return says_nothing(text) or _NONE.fullmatch(plain(text).strip(" .\n")) is not None


def _is_hollow(item: Prose, record: Record) -> bool:
    """Whether an entry praises, and next to nothing is left of it once words that praise or fill are taken away.

    A name, a number or a doing of an ordinary life is something to build on.
    """
    if item.entry.speaker != "worker":
        return False
    praise, virtue, empty = (cues(f"praise.{name}") for name in ("phrase", "virtue", "empty"))
    said, own = plain(item.entry.text), own_names(record.header.person)
    every = _WORD.findall(said)
    rest = [word for word in _WORD.findall(praise.sub(" ", said)) if word not in own]
    left = [word for word in rest if not (empty.fullmatch(word) or _is_abstract(word))]
    praised = praise.search(said) or any(virtue.fullmatch(word) or word in words("hollow_word") for word in every)
    if not praised:
        return False
    spared = 0 if _names(item.entry.text, own) or not verbs("life_verb").isdisjoint(left) else len(every) // 8
    return len(left) <= spared


def _names(text: str, own: frozenset[str]) -> bool:
    """Whether somebody else, a place or a number stands in a text, or something somebody is told to do."""
    named = any(plain(met[1]) not in own | _TITLES for met in _NAME.finditer(written(text)))
    return named or any(map(str.isdigit, text)) or not set(_doing().findall(plain(text))) <= {"proud"}


def _is_abstract(word: str) -> bool:
    """Whether a word praises, fills, or says what somebody bears: nothing to hold, to visit or to do."""
    known = word in words("hollow_word") or word in words("filling_word") or word in verbs("hollow_verb")
    return known or (_ABSTRACT.fullmatch(word) is not None and word not in words("not_abstract"))


@cache
def _able() -> Sought:
    return sought(rf"\b(?:can (?!not\b)|could (?!manage if))\b|{cues('strengths.able').pattern}")


@cache
def _doing() -> Sought:
    return sought(rf"\b(?:can (?!not\b)|able to (?!\w+ without))\b|{cues('strengths.doing').pattern}")


def _at(record: Record, item: Prose) -> Place:
    return Place(record_id=record.header.id, field=item.pointer, start=0, end=len(item.entry.text))
