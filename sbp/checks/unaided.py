"""A difficulty in taking part, in its own field or told in words, and nobody beside the person."""

import re
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.beside import (
    first_of,
    has_family,
    has_somebody,
    is_alone,
    is_denied,
    is_made_easier,
    is_of_another,
    is_paid,
    is_process,
    is_told_by_law,
    is_with_family,
    sides,
)
from sbp.checks.family import called, family, speaks_of_any
from sbp.checks.harm import is_harm
from sbp.checks.missing import is_filled
from sbp.checks.wording import called_he, has_died, near_death, plain, read_once, says_nothing, sentences
from sbp.findings import Place
from sbp.passage import Passage
from sbp.records import Prose, Record, prose
from sbp.records.parts import Advocacy


@frozen(kw_only=True)
class Unaided:
    """Find a difficulty in understanding, retaining, weighing or saying, with nobody to help.

    `part` is the `field` for advocacy, or the `words` of a worker. Somebody helps where an advocate was asked for,
    where a person who is not paid to be there is named, or where the words tell of it. In words, nobody helps where the
    law's own words stand alone, where the record says that there is nobody, or where two sides of it, or taking part
    at all, are hard and no family or friend is beside them. A way found of asking answers it too: an
    interpreter anywhere, others in the same entry.
    """

    part: Literal["field", "words"] = "field"

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a record: its field, or the first such words."""
        for record in case_file.records:
            if record.kind not in scope:
                continue
            kept: Advocacy | None = getattr(record, "advocacy", None)
            coded = kept is not None and bool(kept.difficulties)
            if coded != (self.part == "field") or not (coded or _tells_of_difficulty(record)):
                continue
            told = "\n".join(_line(record, item) for item in prose(record))
            if (kept and _is_named(kept)) or has_somebody(told):
                continue
            if not coded:
                yield from _in_words(record, _without_suspects(record, told, case_file))
            elif all(case_file.knows(record, f"advocacy.{piece}") for piece in _PIECES):
                yield Place(record_id=record.header.id, field="/advocacy")


def _tells_of_difficulty(record: Record) -> bool:
    return any(first_of(one) for item in prose(record) for one in sentences(called_he(record, item.entry.text)))


_A_WORD = 12
"""Letters in a quotation of a word or two."""
_PIECES = ("appropriate_individual", "referred_on", "advocate")


def _is_named(kept: Advocacy) -> bool:
    beside = kept.appropriate_individual
    unpaid = is_filled(beside) and not is_paid(plain(beside))
    return unpaid or kept.referred_on is not None or is_filled(kept.advocate)


def _line(record: Record, item: Prose) -> str:
    """An entry in plain words, under its heading where it says something."""
    said = called_he(record, item.entry.text)
    return said if says_nothing(said) else f"{plain(item.heading)}: {said}"


def _without_suspects(record: Record, told: str, case_file: CaseFile) -> str:
    """What a record tells without the sentences about those of the family whom a concern in it is about."""
    kept = getattr(record, "safeguarding", None)
    if kept is None or not kept.abuse_types:
        return told
    names, sentences = family(case_file), re.split(r"(?<=[.;\n])", told)
    concern = [one for one in sentences if "£" in one or is_harm(one) or one.startswith("concern")]
    suspects = frozenset[str]().union(*(called(one, names) for one in concern))
    return "".join(one for one in sentences if not speaks_of_any(one, suspects))


def _in_words(record: Record, told: str) -> Iterator[Place]:
    if has_died(record) or near_death(record) or is_denied(told) or "interpreter" in told:
        return
    hard: set[str] = set()
    process = False
    first: Place | None = None
    law = is_told_by_law(told)
    for item in prose(record):
        said = plain(item.entry.text)
        if (
            item.pointer.startswith(("/strengths/", "/contingency/"))
            or item.entry.speaker != "worker"
            or (is_made_easier(said) and not is_told_by_law(said))
        ):
            continue
        passage = read_once(item.entry.text)
        for start, end in passage.sentence_spans:
            sentence = called_he(record, passage.plain.text[start:end])
            found = first_of(sentence)
            if found and not is_of_another(sentence[: found.start()]) and not _is_quoted(passage, start, end):
                at = passage.place(start, end)
                first = first or Place(record_id=record.header.id, field=item.pointer, start=at[0], end=at[1])
                hard |= sides(sentence)
                voice = item.pointer.startswith("/in_their_words/")
                process = process or (is_process(plain(item.heading), sentence) and not voice)
    lone = is_alone(told) or (not has_family(told) and (process or "taking part" in hard))
    if first and (law or lone or (len(hard) > 1 and not is_with_family(told))):
        yield first


def _is_quoted(passage: Passage, start: int, end: int) -> bool:
    """Whether somebody is quoted in a sentence with more than a word or two."""
    return any(first < end and start < last and last - first > _A_WORD for first, last in passage.quotes)
