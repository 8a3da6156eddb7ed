"""Somebody made to speak as a form does: first person, and words of the trade."""

import re
from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.sought import Sought, sought
from sbp.checks.wording import plain, read_once, whole
from sbp.findings import Place
from sbp.records import Record, prose

_FIRST = re.compile(r"\b(?:i|i'm|i've|i'd|my|me)\b")
_THEIRS = re.compile(
    r"(?:\bthey |\b(?:he|she|who|you|worker|doctor|nurse|gp) (?:say|said|tell|told|call|write|wrote|keep)\w*\b|"
    r"\b(?:don't|do not|never|no|not|what's|whatever|hate|called|so-called|another)\b)[^.;]*$"
)
"""Words of the trade that somebody hands back: *they say I*, *I don't want any*."""
_AIDED = sought(r"\b(?:makaton|aac|symbols?|eye[- ]gaze|talking mats?|communication (?:aid|app|device|book)|tablet)\b")


@frozen(kw_only=True, slots=False)
class FirstPerson:
    """Find sentences in the first person that hold one of the `phrases`, which nobody says of themself.

    Quotations are somebody's real words, and some people choose the words of the trade: neither is touched. So are
    records that tell of signs, symbols or a communication aid.
    """

    phrases: tuple[str, ...]

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a sentence, at the phrase."""
        for record in case_file.records:
            if record.kind in scope and not _AIDED.search(plain(whole(record))):
                yield from self._in(record)

    def _in(self, record: Record) -> Iterator[Place]:
        for item in prose(record):
            said = plain(item.entry.text)
            if not self._phrase.search(said):
                continue
            passage = read_once(item.entry.text)
            met: dict[int, tuple[int, int]] = {}
            for found in self._phrase.finditer(said):
                met.setdefault(passage.sentence_number(found.start()), found.span())
            for number, (first, last) in met.items():
                opening, closing = passage.sentence_spans[number]
                theirs = _THEIRS.search(said[opening:first])
                if _FIRST.search(said[opening:closing]) and not theirs and not passage.in_quotes(first, last):
                    start, end = passage.place(first, last)
                    yield Place(record_id=record.header.id, field=item.pointer, start=start, end=end)

    @cached_property
    def _phrase(self) -> Sought:
        return sought(rf"\b(?:{'|'.join(map(re.escape, self.phrases))})\b")
