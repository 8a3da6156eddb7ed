"""Capacity given as a verdict on a person, and not on a decision."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.capacity_words import OF_ONE, TRADE, UNABLE, VERDICT, denied, is_named
from sbp.checks.wording import KIN, plain
from sbp.findings import Place
from sbp.passage import Passage
from sbp.records import Record, prose
from sbp.records.parts import Capacity

_DENIED = denied(KIN)
_HEADED = re.compile(r"\b(?:capacity|consent|mca)\b")
_GENERAL = frozenset(
    "all any every everything general generally global overall capacity decisions decision most welfare affairs "
    "consent capacitous na".split()
)
_MATTERS = frozenset(
    """care treatment health medical finances finance financial money property affairs welfare residence accommodation
    contact support medication personal placement life""".split()
)
_LINKS = frozenset(
    """mental and of about re regarding to make making own complex major his her their the in for relation with areas
    aspects test act mca day assessment assessed important daily day-to-day living other matters""".split()
)
"""Words of which the name of a decision is made that is none: all of them, or three matters and more."""


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
    """Verdicts in a worker's words, outside quotations and the reasons of a recorded conclusion: one an entry."""
    for item in prose(record):
        said = plain(item.entry.text)
        headed = _HEADED.search(plain(item.heading)) is not None
        if item.entry.speaker != "worker" or not (headed or "capacit" in said) or _is_concluded(record, item.pointer):
            continue
        passage = Passage(item.entry.text)
        for found in sorted(_verdicts(said, headed), key=re.Match.start):
            if not passage.in_quotes(*found.span()):
                yield Place(record_id=record.header.id, field=item.pointer, start=found.start(), end=found.end())
                break


def _verdicts(said: str, headed: bool) -> Iterator[re.Match[str]]:
    """Words that somebody has no capacity or, under such a heading, decides nothing; not denied, nor of an agency."""
    for found in (*VERDICT.finditer(said), *(UNABLE.finditer(said) if headed or "capacity" in said else ())):
        before = re.split(r"[.;\n]", said[: found.start()])[-1]
        if not _DENIED.search(before) and (headed or not TRADE.search(before)):
            yield found


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
    in_words = any(
        is_named(said) for heading, said in told if _HEADED.search(heading) or "capacit" in said or "mca" in said
    )
    headed = any(OF_ONE.search(f"{heading} ") for heading, _ in told)
    return in_words or headed or any(one.decision and not _is_general(one.decision) for one in _capacity(record))


def _capacity(record: Record) -> tuple[Capacity, ...]:
    found: tuple[Capacity, ...] = getattr(record, "capacity", ())
    return found
