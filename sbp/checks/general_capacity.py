"""Capacity given as a verdict on a person, and not on a decision."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.wording import KIN, plain
from sbp.findings import Place
from sbp.passage import Passage
from sbp.records import Record, prose

_LACKS = re.compile(
    r"\b(?:lacks?(?: the)?(?: mental| any)? capacity|lacking (?:in )?(?:mental )?capacity|"
    r"(?:unable|not able|cannot|can't|incapable)(?: to| of)? (?:make|making) (?:any |his own |her own |their own "
    r")decisions?"
    r"(?= ?(?:[.,;\n]|$| for (?:him|her|them)sel| due| because))|"
    r"capacity: ?(?:no|none|lacks|lacking)(?= ?(?:[.,;\n]|$))|does not have(?: the)?(?: mental)? capacity|not to "
    r"have(?: mental)? capacity|fluctuating capacity(?= ?(?:[.,;\n]|$))|"
    r"capacity (?:is|was|remains) (?:impaired|limited|lacking|reduced|poor)|doesn't have capacity|"
    r"has no(?: mental)? capacity|no capacity(?! (?:issues?|concerns?|assessment|in|at|until|till|for|to|with|"
    r"before|this|on|currently|available|left))|"
    r"deemed to lack capacity|without capacity)\b"
)
_TRADE = re.compile(
    r"\b(?:agency|agencies|provider\w*|team|service|centre|brokerage|rota|market|framework|waiting list|hospice|ward|"
    r"respite|rounds?|runs?|nurses|carers have|home has|staffing)\b"
)
"""Whoever has no capacity here has no places."""
_NOT_FOUND = re.compile(
    rf"(?:\b(?:not|never|no (?:reason|evidence|sign|suggestion|indication)|nobody|no one|rather than|worr\w+|fears?|"
    rf"wonder\w*|"
    r"query|queried|unclear|unlikely|instead of|last (?:assessment|review|year)|used to|previously)\b[^.;\n]*"
    rf"|\b(?:his|her|their) {KIN} (?:\w+ ){{0,4}})$"
)
"""What stands before a verdict that is denied, feared, over, or on somebody else."""
_DECISION = re.compile(
    r"capacity,? (?:(?:to|for|re|about|around|regarding|in relation|in respect|over|on|with regard|concerning)(?= +\w)|"
    r"assessment|:)|"
    r"\b(?:decisions?|(?:decide|deciding)(?! for)|deemed by|which|whether|best interests?|assessed (?:on|for)|"
    r"court|dols|lpa|"
    r"deputy|understand|retain|weigh|if|may|might|when)\b"
)
_ANY_DECISION = re.compile(
    r"\b(?:to )?(?:make|makes|making|take|taking|has|have) (?:any|all|most|his|her|their|own|complex|important|"
    r"informed|"
    r"major|safe|the|key| )*decisions?(?: (?:for (?:him|her|them)sel(?:f|ves)|independently|generally|in general|"
    r"at all|"
    r"safely|on (?:his|her|their) own|about (?:anything|everything|(?:his|her|their) (?:own )?(?:life|affairs)))|"
    r"(?= ?(?:[.,;\n]|$|and|due|because|as|owing)))|"
    r"(?:\b(?:to|for|re|about|regarding|over|in relation to|make|making) )*\b(?:any|all|most) (?:of (?:his|her|"
    r"their) )?decisions?\b|"
    r"\bdecision[- ]making\b|"
    r"\b(?:(?:all )?decisions?[\w ]{0,20} (?:in|under) )?(?:his |her |their )?(?:best interests?|bi)(?: decisions?)?"
    r"(?= ?(?:[.,;\n]|$|to be (?:followed|used|applied|made)|made|taken|appl(?:y|ies)|followed|process|checklist))"
)
"""Decisions in general, which name none."""
_GENERAL = frozenset(
    "all any every everything general generally global overall capacity decisions decision most".split()
)
_MATTERS = frozenset(
    """care treatment health medical finances finance financial money property affairs welfare residence accommodation
    contact support medication personal placement life""".split()
)
_LINKS = frozenset(
    """mental and of about re regarding to make making own complex major his her their the in for relation with areas
    aspects important daily day-to-day living other matters""".split()
)
"""Words of which the name of a decision is made that is none: all of them, or three matters and more."""
_OF_ONE = re.compile(r"capacity,? (?:to|for|re|about|around|regarding|in relation|over|on) ")
"""A heading that says which decision."""


@frozen(kw_only=True)
class GeneralCapacity:
    """Find sentences that say somebody lacks capacity, where no record of theirs names a decision that it is about.

    A recorded conclusion whose decision is *all decisions*, or three matters at once, is found too. Presuming
    capacity needs no decision, so *has capacity* is never found.
    """

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a conclusion or a verdict."""
        named = any(map(_is_named, case_file.records))
        for record in case_file.records:
            if record.kind in scope:
                yield from _concluded(record)
                yield from () if named else _in_words(record)


def _concluded(record: Record) -> Iterator[Place]:
    """Recorded conclusions with a decision that is none."""
    for number, one in enumerate(getattr(record, "capacity", ())):
        if one.has_capacity is False and _is_general(one.decision):
            yield Place(record_id=record.header.id, field=f"/capacity/{number}")


def _in_words(record: Record) -> Iterator[Place]:
    """Verdicts in a worker's words, outside quotations and the reasons of a recorded conclusion."""
    for item in prose(record):
        said = plain(item.entry.text)
        found = _LACKS.search(said)
        if (
            found is None
            or item.entry.speaker != "worker"
            or _TRADE.search(said)
            or _is_concluded(record, item.pointer)
        ):
            continue
        denied = _NOT_FOUND.search(said, 0, found.start())
        if not denied and not Passage(item.entry.text).in_quotes(*found.span()):
            yield Place(record_id=record.header.id, field=item.pointer, start=found.start(), end=found.end())


def _is_concluded(record: Record, pointer: str) -> bool:
    """Whether the words are the reasons of a recorded conclusion, which is asked for its decision as a whole."""
    parts = pointer.split("/")
    return parts[1] == "capacity" and getattr(record, "capacity", ())[int(parts[2])].has_capacity is False


def _is_general(decision: str) -> bool:
    """Whether the words that should name a decision name every one, or several matters at once."""
    words = re.findall(r"[a-z][a-z'-]*", plain(decision))
    matters = sum(word in _MATTERS for word in words)
    known = all(word in _GENERAL or word in _MATTERS or word in _LINKS for word in words)
    return known and (matters > 2 or any(word in _GENERAL for word in words))


def _is_named(record: Record) -> bool:
    """Whether a decision is named, in a field or wherever the words or a heading speak of capacity."""
    told = [(plain(item.heading), plain(item.entry.text)) for item in prose(record)]
    spoken = [_ANY_DECISION.sub(" ", said) for heading, said in told if "capacity" in heading or "capacity" in said]
    in_words = any(map(_DECISION.search, spoken)) or any(_OF_ONE.search(f"{heading} ") for heading, _ in told)
    return in_words or any(one.decision and not _is_general(one.decision) for one in getattr(record, "capacity", ()))
