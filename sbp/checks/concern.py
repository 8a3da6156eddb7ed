"""A safeguarding concern and what was decided about it, with none of the three parts of the duty between them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.cues import cues
from sbp.checks.harm import is_harm
from sbp.checks.wording import called_he, has_died, has_quotation, plain, read_once, says_nothing
from sbp.findings import Place
from sbp.records import Entry, Prose, Record, prose
from sbp.records.parts import Safeguarding

_PARTS = 3
_FEW = 6
_CLEAR = re.compile(
    r"\bno (?:\w+ ){0,2}(?:concerns?|issues|risks?) (?:identified|raised|noted|at|were|about|around|reported|known|"
    r"in)\b|\bno (?:current |known |safeguarding |active )*(?:concerns?|issues|alerts)\b(?! (?:about|that))"
)
"""That there was nothing."""


@frozen(kw_only=True)
class Concern:
    """Find safeguarding concerns that end in an answer, with fewer than three parts and no reasons for it.

    `part` is the `field` for a concern, or the `words` of a worker where that field holds no reasons. In words, a
    section must be about safeguarding by its heading or its text, tell of something raised, and decide.
    """

    part: Literal["field", "words"] = "field"

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a concern, or one a section, at the decision."""
        for record in case_file.records:
            if record.kind not in scope or has_died(record):
                continue
            kept: Safeguarding | None = getattr(record, "safeguarding", None)
            if self.part == "words":
                yield from _in_words(record) if kept is None or not kept.reasons else ()
            elif kept is not None and case_file.knows(record, "safeguarding.limbs") and _is_undecided(kept):
                yield Place(record_id=record.header.id, field="/safeguarding/limbs")


def _is_undecided(kept: Safeguarding) -> bool:
    return len(kept.limbs) < _PARTS and not _has_reasons(kept.reasons)


def _has_reasons(reasons: tuple[Entry, ...]) -> bool:
    """Whether reasons say something, and more than the decision alone."""
    told = "\n".join(entry.text for entry in reasons if not says_nothing(entry.text))
    bare = _decided().search(plain(told)) or cues("concern.bare").search(plain(told)) or len(told.split()) < _FEW
    return bool(told) and (_weighed().search(plain(told)) is not None or not bare)


def _in_words(record: Record) -> Iterator[Place]:
    sections: dict[str, list[Prose]] = {}
    for item in prose(record):
        sections.setdefault(item.pointer.split("/entries/")[0], []).append(item)
    for items in sections.values():
        together = "\n".join(called_he(record, item.entry.text) for item in items)
        if not _is_a_concern(plain(items[0].heading), together):
            continue
        if any(item.entry.speaker != "worker" or has_quotation(item.entry.text) for item in items):
            continue
        for item in items:
            found = _decision(item.entry.text)
            if found:
                yield Place(record_id=record.header.id, field=item.pointer, start=found[0], end=found[1])
                break


def _is_a_concern(heading: str, told: str) -> bool:
    """Whether a section is about safeguarding, tells of something raised and decides, and weighs nothing."""
    headed = cues("concern.heading").search(heading) is not None
    named = cues("concern.named").search(told) is not None
    left = _CLEAR.sub(" ", told)
    if not (named or headed) or not _decided().search(left):
        return False
    raised = cues("concern.raised").search(left) is not None or is_harm(left)
    return raised and not _weighed().search(told) and (headed or _decides_of_it(told))


def _decides_of_it(told: str) -> bool:
    """Under a heading that is not about safeguarding: whether a sentence that names it decides."""
    return any(cues("concern.named").search(one) and _decided().search(one) for one in re.split(r"(?<=[.\n]) ", told))


@cache
def _decided() -> re.Pattern[str]:
    """What was decided about a concern; or *not*, and in the same sentence what it did not come to."""
    against = rf"\b(?:not|never|no)\b[^.;\n]{{0,60}}?{cues('concern.taken_up').pattern}"
    return re.compile(rf"{cues('concern.decided').pattern}|{against}|(?:^|\b[.;:-] ?)closed\b")


@cache
def _weighed() -> re.Pattern[str]:
    """What weighs a part, clears a concern up, or gives the person's wish; a year, or *as she* and what she does."""
    return re.compile(
        rf"{cues('concern.weighed').pattern}|\b(?:(?:in|of) (?:19|20)\d\d|as (?:he|she|they) (?!was|were))\b"
    )


def _decision(text: str) -> tuple[int, int] | None:
    passage = read_once(text)
    found = _decided().search(plain(passage.plain.text))
    return passage.place(*found.span()) if found else None
