"""Capacity given as a verdict on a person, and not on a decision."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.capacity_words import denied, is_named, of_one, trade, unable, verdict
from sbp.checks.cues import cues
from sbp.checks.wording import plain, read_once
from sbp.findings import Place
from sbp.records import Record, prose
from sbp.records.parts import Capacity

_MAY_SAY = re.compile(
    r"\bcap\b|capacit|competent|incapable|sound mind|compos\b|beyond making|\bdecide|decisions\b|faculties"
)
"""Whether it is worth looking for a verdict."""


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
        passage = read_once(item.entry.text)
        said = passage.plain.lower
        headed = cues("capacity.headed").search(plain(item.heading)) is not None
        if (
            item.entry.speaker != "worker"
            or not (headed or _MAY_SAY.search(said))
            or _is_concluded(record, item.pointer)
        ):
            continue
        for found in sorted(_verdicts(said, headed), key=re.Match.start):
            if not passage.in_quotes(*found.span()):
                start, end = passage.place(*found.span())
                yield Place(record_id=record.header.id, field=item.pointer, start=start, end=end)
                break


def _verdicts(said: str, headed: bool) -> Iterator[re.Match[str]]:
    """Words that somebody has no capacity or, under such a heading, decides nothing; not denied, nor of an agency."""
    for found in (*verdict().finditer(said), *(unable().finditer(said) if headed or "capacity" in said else ())):
        before = re.split(r"[.;\n]| and | but ", said[: found.start()])[-1]
        if not denied().search(before) and (headed or not trade().search(before)):
            yield found


def _is_concluded(record: Record, pointer: str) -> bool:
    """Whether the words are the reasons of a recorded conclusion, which is asked for its decision as a whole."""
    parts = pointer.split("/")
    return parts[1] == "capacity" and getattr(record, "capacity", ())[int(parts[2])].has_capacity is False


def _is_general(decision: str) -> bool:
    """Whether the words that should name a decision name every one, or three matters and more, and nothing else."""
    words = re.findall(r"[a-z][a-z'-]*", plain(decision))
    matters = [word for word in words if cues("capacity.matter").fullmatch(word)]
    every = [word for word in words if cues("capacity.every_decision").fullmatch(word)]
    rest = [word for word in words if word not in matters and word not in every]
    return all(cues("capacity.small").fullmatch(word) for word in rest) and (len(matters) > 2 or bool(every))


def _is_named(record: Record) -> bool:
    """Whether a decision is named, in a field or wherever the words or a heading speak of capacity."""
    told = [(plain(item.heading), plain(item.entry.text)) for item in prose(record)]
    in_words = any(
        is_named(said)
        for heading, said in told
        if cues("capacity.headed").search(heading) or "capacit" in said or "mca" in said
    )
    headed = any(of_one().search(f"{heading} ") for heading, _ in told)
    return in_words or headed or any(one.decision and not _is_general(one.decision) for one in _capacity(record))


def _capacity(record: Record) -> tuple[Capacity, ...]:
    found: tuple[Capacity, ...] = getattr(record, "capacity", ())
    return found
