"""The part of a record that invites strengths, when it has none or only praise."""

import re
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.wording import has_quotation, has_voice, is_brief, plain, says_nothing, under, whole
from sbp.findings import Place
from sbp.passage import Passage, Who
from sbp.records import Prose, Record, prose

_HEADINGS = ("strength", "what i can do", "abilities", "skills", "going well", "what i bring")
_CAN = re.compile(
    r"\b(?:can (?!not\b)|could (?!manage if)|able to|manages?|makes|cooks|bakes|sings|fixes|knows|teaches|"
    r"looks after|remembers|drives|uses|finds a way|"
    r"learnt|learned|adapted|enjoys|loves|likes|plays|walks|reads|writes|paints|knits|gardens|grows|worked|ran|"
    r"runs|volunteers|goes|visits|"
    r"rings|phones|neighbour|friend|club|church|choir|chapel|mosque|temple|allotment|skilled|proud|brought up|"
    r"raised)\b"
)
_DOING = re.compile(
    r"\b(?:can (?!not\b)|able to (?!\w+ without)|makes|cooks|bakes|sings|fixes|knows|teaches|looks after|drives|"
    r"finds a way|learnt|learned|adapted|enjoys|loves|likes|plays|reads|writes|paints|knits|gardens|grows|volunteers|"
    r"skilled|proud|brought up|raised|wants to|hopes to|would like to|chose|decided|helps)\b"
)
_NOT_DOING = re.compile(
    r"\b(?:not|un|no longer|never|nobody|cannot|isn't|who|staff|carers?|wife|husband|daughter|son)\b[^.;\n]*"
)
"""What does not happen, or is done by somebody else, to the end of its sentence."""
_OWN = re.compile(r"\b(?:i|my|me|we)\b[^.\n]* \w+")
_LACK = re.compile(r"\b(?:not|cannot|can't|unable|never|no longer|nobody|isn't|doesn't)\b(?:(?! but\b)[^,;.\n])*")
"""What is not, up to *but* or a comma."""
_CANNOT = re.compile(
    r"\b(?:not|cannot|can't|unable|never|no longer|nobody|isn't|doesn't|has no|no strengths)\b|"
    r"^(?:[\w'-]+ )?(?:is )?(?:needs? (?:help|prompting|support|assistance|full|supervision)|requires?|relies|reliant|"
    r"depends|dependent|limited)\b"
)
_PRAISE = re.compile(
    r"\b(?:(?:a |an |is |very |really |quite |such )*(?:lovely|pleasant|nice|sweet|charming|polite|friendly|kind|"
    r"cheerful|easy[- ]going|settled|compliant|"
    r"co-?operative|resilient|motivated|motivation|positive|independent|mobile|continent|verbal|well[- ]presented|"
    r"talkative|thoughtful|caring|happy|jolly|humorous|warm|gentle|placid|smiley|smiling|bubbly|likeable|delightful|"
    r"amiable|outgoing|loving|patient|grateful|appreciative|real|proper|true|old|elderly|young|"
    r"well[- ]groomed|well[- ]mannered|supportive|engaging|good|great|strong|determined|sociable|chatty)"
    r"(?: (?:lady|gentleman|man|woman|chap|person|character|personality|soul|manners|natured|attitude|outlook))?|"
    r"no trouble|(?:always |ever )smil\w+|"
    r"(?:a )?(?:delight|pleasure|joy)(?: to (?:visit|be with|be around|look after|support|meet|know))?|"
    r"(?:never |does not |rarely )complain(?:s|ed)?|no complaints|many strengths|lots of strengths|"
    r"(?:a )?good sense of hum(?:ou)?r|sense of hum(?:ou)?r|(?:has |have )?(?:a )?(?:good |supportive |close |"
    r"strong )*(?:family|support network|network|family support)|"
    r"fully engaged|engages well(?: with (?:staff|carers|services))?|enjoys (?:television|tv|activities|company|"
    r"a chat)|likes (?:a chat|company|tv|television|watching tv)|"
    r"watching (?:tv|television)|has (?:full )?capacity|(?:has )?good insight|accepts (?:support|care|help)|"
    r"bless (?:her|him)|(?:in )?good spirits|"
    r"has (?:some |good )?informal support|family (?:are |is )?(?:very )?supportive|aware of (?:her|his) needs)\b"
)
_FILLER = frozenset(
    "and with a an is has she he they mr mrs ms miss the very who to be can of in her his their also all "
    "care carers staff services everyone visitors when well always generally usually described as".split()
)


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
            if record.kind not in scope or is_brief(record):
                continue
            invited = _invited(record)
            own = Who.of({"name": f"{record.header.person.name} {record.header.person.known_as}"}).names
            told = [item for item in invited if not says_nothing(item.entry.text)]
            if self.about == "hollow" and told and all(_is_hollow(item, own) for item in told):
                yield _at(record, told[0])
            if (
                self.about == "absent"
                and not any(map(_is_strength, told))
                and not any(_is_hollow(item, own) for item in told)
            ):
                yield from _absent(record, invited, told, case_file)


def _absent(record: Record, invited: list[Prose], told: list[Prose], case_file: CaseFile) -> Iterator[Place]:
    if told and all(_CANNOT.search(plain(item.entry.text)) for item in told):
        yield _at(record, told[0])
    elif not told and invited and not _elsewhere(record):
        yield _at(record, invited[0])
    elif not invited and case_file.knows(record, "strengths") and not _elsewhere(record) and not _is_alive(record):
        yield Place(record_id=record.header.id, field="/strengths")


def _invited(record: Record) -> list[Prose]:
    own = [item for item in prose(record) if item.pointer.startswith("/strengths/")]
    return own + list(under(record, *_HEADINGS))


def _elsewhere(record: Record) -> bool:
    """Whether a voice, a doing or a connection stands anywhere in the record."""
    own = [item for item in prose(record) if item.entry.speaker != "worker"]
    speaks = any(_CAN.search(plain(item.entry.text)) or _OWN.search(plain(item.entry.text)) for item in own)
    around = any(one.who or (one.what and _is_around(one.what.text)) for one in getattr(record, "network", ()))
    text = whole(record)
    doing = set(_DOING.findall(_NOT_DOING.sub(" ", plain(text))))
    return speaks or around or has_quotation(text) or len(doing) > 1


def _is_around(text: str) -> bool:
    return not says_nothing(text) and _CAN.search(plain(text)) is not None


def _is_alive(record: Record) -> bool:
    """Whether somebody is heard or does anything in a record whose strengths were merely not filled in."""
    text = whole(record)
    return has_voice(text) or _CAN.search(plain(text)) is not None


def _is_strength(item: Prose) -> bool:
    """Whether a sentence names something that is not a lack."""
    passage = Passage(item.entry.text)
    sentences = [plain(passage.plain.text[start:end]) for start, end in passage.sentence_spans]
    return any(not _CANNOT.search(one) or " but " in one or _CAN.search(_LACK.sub(" ", one)) for one in sentences)


def _is_hollow(item: Prose, own: frozenset[str]) -> bool:
    """Whether nothing is left of an entry once praise and the person's `own` names are taken away."""
    if item.entry.speaker != "worker":
        return False
    said = plain(item.entry.text)
    left = re.findall(r"[a-z0-9']+", _PRAISE.sub(" ", said))
    return _PRAISE.search(said) is not None and all(word in _FILLER or word in own for word in left)


def _at(record: Record, item: Prose) -> Place:
    return Place(record_id=record.header.id, field=item.pointer, start=0, end=len(item.entry.text))
