"""The part of a record that invites somebody's own words, when nobody is heard in it."""

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.clauses import People, clauses
from sbp.checks.cues import cues, patterns
from sbp.checks.family import family
from sbp.checks.heard import hears_nobody, is_heard
from sbp.checks.in_their_place import is_unsaid
from sbp.checks.invited import invites
from sbp.checks.sought import Sought, sought
from sbp.checks.wording import (
    has_quotation,
    has_said,
    has_voice,
    is_brief,
    plain,
    says_nothing,
    sentences,
    whole,
    written,
)
from sbp.findings import Place
from sbp.passage.sections import section_kind
from sbp.records import Prose, Record, prose

_WHO = r"(?:(?:(?:the )?(?:client|service user|person|adult)|he|she|they|(?:mr|mrs|ms|miss) [\w'-]+|[\w'-]+)(?:'s)? )?"
_MARKS = str.maketrans("\u201c\u201d\u2019", '""\'')
_SAID_OF = re.compile(
    r"\b(?:is|was|are|were|be|been|being|as) (?:\w+ly )?(?:described|reported|said|stated|told|asked|explained)\b",
    re.IGNORECASE,
)
"""What is said of somebody, or to them."""
_ILLNESS = re.compile(r"\w(?:itis|osis|aemia|pathy|plegia|tension|algia|trophy|phasia|ectomy)\b")
"""How the names of conditions and operations end."""
_FIRST = re.compile(r"\b(?:i|i'm|i've|me|my|we)\b")


@frozen(kw_only=True)
class Unheard:
    """Find records where the part for somebody's own words is a placeholder, or says only that they cannot say.

    Nothing is said where they are heard anywhere else in the record, where it tells how their views were sought, or of
    brief records. In a carer's assessment the carer's voice is the one that counts.
    """

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a record, at what stands in the place of their words."""
        names = family(case_file)
        for record in case_file.records:
            if record.kind not in scope or is_brief(record, words=12):
                continue
            people = People.of(record.header.person, frozenset(names))
            asked = [item for item in prose(record) if _invites(item, record)]
            silent = [item for item in asked if _is_silent(item, people)]
            invited = [item for item in asked if item in silent or not _asks_what_matters(item)]
            if (is_brief(record) and all(map(_says_nothing, silent))) or _is_heard(record, names, silent):
                continue
            if invited and len(silent) == len(invited):
                end = len(invited[0].entry.text)
                yield Place(record_id=record.header.id, field=invited[0].pointer, start=0, end=end)
            elif (
                not invited
                and case_file.knows(record, "in_their_words")
                and not has_voice(_theirs(record, whole(record), names))
            ):
                yield Place(record_id=record.header.id, field="/in_their_words")


def _theirs(record: Record, text: str, names: dict[str, str]) -> str:
    """A text without the words that say that somebody else spoke; in a carer's records the carer is no one else."""
    if record.kind.startswith("carers_"):
        return text
    for one in getattr(record, "network", ()):
        if one.who.strip() and one.relation:
            text = re.sub(rf"\b{re.escape(one.who.split()[0])}\b", "staff", text)
    own = plain(f"{record.header.person.pronouns} {record.header.person.gender}")
    if re.search(r"\b(?:he|male|man|she|female|woman)\b", own) and "they" not in own:
        text = re.sub(r"\b[Ss]he\b" if re.search(r"\b(?:he|male|man)\b", own) else r"\b[Hh]e\b", "family", text)
    if names:
        text = re.sub(rf"(?i)\b(?:{'|'.join(names)})\b", "family", text)
    text = _quoted().sub(" ", _SAID_OF.sub(" ", text.translate(_MARKS)))
    return "".join(_others().sub(" ", one) for one in sentences(text)) if _others().search(text) else text


@cache
def _others() -> Sought:
    """Somebody else who speaks: their words are not the person's."""
    (other, speaks), kin = patterns("unheard", "somebody_else", "speaks"), cues("people.family").pattern
    between = r"(?: (?:and|also|has|have|who|the|is|are|at|from|\w+'s))*"
    asks = r"(?:has |have |had )?(?:said|told|asked|wants?|wished|would like|agreed)\b"
    return sought(rf"{other}{between} {speaks}|{kin},? who [^.;\n]{{3,60}}? and {asks}", re.IGNORECASE)


@cache
def _quoted() -> Sought:
    """Somebody else's words in quotation marks."""
    around = cues("unheard.around").pattern
    before = rf"(?:{around}|\b(?:ot|worker)\b)[^.\n\"]{{0,60}}[:,]? ?\"[^\"]*\""
    after = rf"\"[^\"]*\",? (?:(?:his|her|the|their) )?{around}(?: \w+)? (?:said|says|told|wrote|asked)\b"
    return sought(f"{before}|{after}", re.IGNORECASE)


@cache
def _cannot_say() -> Sought:
    """What stands, whole, in the place of somebody's words, after *n/a*, *due to* and whose words they would be."""
    whole, because = cues("unheard.cannot_say").pattern, cues("unheard.cannot_say_because").pattern
    before = r"(?:n/?a|none|nil|not applicable)?[ ,.:;()-]*+(?:due to |because of |as )?"
    told = rf"(?:{whole}|{because}[\w ,'-]*|as (?:per|above)(?: [\w']+){{0,3}})"
    return sought(rf"{before}{_WHO}(?:is |was |has |own )?{told}")


@cache
def _verdict() -> Sought:
    """What somebody seems to be, or how old they are, at the beginning of what stands in the place of their words."""
    who = r"(?:(?:service user|(?:mr|mrs|ms|miss) [\w'-]+|[\w'-]+) )?"
    return sought(rf"^{who}(?:{cues('unheard.verdict').pattern}|(?:a |an )?\d\d[- ]year)")


def _invites(item: Prose, record: Record) -> bool:
    """Whether an entry stands where the person's words are asked for; a carer is the person of their own record."""
    heading = plain(item.heading)
    if record.kind.startswith("carers_"):
        heading = heading.replace("carer", "person")
    own = section_kind(item.heading) == "own-words" and not invites(heading, "strengths")
    return item.pointer.startswith("/in_their_words/") or own or invites(heading, "views")


def _asks_what_matters(item: Prose) -> bool:
    """Whether an entry stands under a heading that a list may answer: *Important to me*."""
    matters = cues("unheard.heading_matters").search(plain(item.heading)) is not None
    return matters and section_kind(item.heading) != "own-words"


def _is_silent(item: Prose, people: People) -> bool:
    """Whether nobody is heard in an entry: by what it says, or because it says nothing."""
    if item.entry.speaker != "worker" and not _is_in_third_person(item, people):
        return _says_nothing(item)
    seen = is_heard(item.entry.text, people, by=("does",))
    return hears_nobody(item.entry.text, people) or (_says_nothing(item) and not seen)


def _is_in_third_person(item: Prose, people: People) -> bool:
    """Whether words that are put down as the person's tell of them by name."""
    said = plain(item.entry.text)
    return not _FIRST.search(said) and not people.names.isdisjoint(re.findall(r"[\w-]+", said))


def _by_word(text: str) -> str:
    """A text in which family who are named beside the word for it are called by the word alone."""
    named = {met[1] for met in re.finditer(rf"{cues('people.family').pattern},? ([A-Z][\w'-]+)", text)}
    return re.sub(rf"\b(?:{'|'.join(map(re.escape, sorted(named)))})\b", "family", text) if named else text


def _says_nothing(item: Prose) -> bool:
    said = plain(_by_word(written(item.entry.text))).strip(" .")
    worker = item.entry.speaker == "worker"
    verdict = worker and _verdict().search(said) and not _FIRST.search(said) and not cues("unheard.feels").search(said)
    parts = [part for part in re.split(r"[.;\n]", said) if part.strip()]
    return (
        says_nothing(said)
        or (bool(verdict) and not has_voice(item.entry.text))
        or all(_is_unsaid(part) or (worker and _is_clinical(part)) for part in parts)
    )


def _is_unsaid(part: str) -> bool:
    part = part.strip(" .")
    return _cannot_say().fullmatch(part) is not None or says_nothing(part) or is_unsaid(part)


def _is_clinical(part: str) -> bool:
    """Whether a part tells of a condition or its treatment, and of nothing that somebody says, wants or does."""
    wanted = re.search(r"^\s*(?:no |not )?(?!hearing)\w+ing\b|\b(?:to|so|for)\b", part)
    heard = has_voice(part) or _FIRST.search(part) or cues("unheard.feels").search(part)
    clinical = cues("unheard.clinical").search(part) or _ILLNESS.search(part)
    return clinical is not None and not wanted and not heard


def _is_of_others(item: Prose, record: Record) -> bool:
    """Whether a carer speaks, or an entry tells of somebody around the person."""
    around = item.pointer.startswith("/network/") and not record.kind.startswith("carers_")
    return item.entry.speaker == "carer" or around


def _is_known(item: Prose) -> bool:
    """Whether an entry tells what somebody likes or wants."""
    return cues("unheard.known_to_like").search(plain(item.entry.text)) is not None


def _is_heard(record: Record, names: dict[str, str], silent: list[Prose]) -> bool:
    """Whether somebody is heard anywhere in a record but in the silent entries."""
    others = [item for item in prose(record) if item not in silent]
    speakers = ("person", "carer") if record.kind.startswith("carers_") else ("person",)
    speaks = any(item.entry.speaker in speakers and not says_nothing(item.entry.text) for item in others)
    others = [item for item in others if not _is_of_others(item, record) or _is_known(item)]
    able = "\n".join(item.entry.text for item in others if item.pointer.startswith("/strengths/"))
    text = "\n".join(item.entry.text for item in others if not item.pointer.startswith("/strengths/"))
    text = _theirs(record, text, names)
    people = People.of(record.header.person, frozenset(names))
    said = has_quotation(text) or (has_said(text) and any(is_heard(item.entry.text, people) for item in others))
    return speaks or said or has_quotation(able) or _is_sought(record)


def _is_sought(record: Record) -> bool:
    """Whether a record tells how somebody was heard without words, or with an advocate."""
    told, people = whole(record), People.of(record.header.person)
    heard = cues("unheard.heard_otherwise")
    return heard.search(plain(told)) is not None and any(
        heard.search(one.text) and not one.denied for one in clauses(told, people)
    )
