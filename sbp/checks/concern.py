"""A safeguarding concern and what was decided about it, with none of the three parts of the duty between them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.cues import cues
from sbp.checks.harm import is_explained, is_harm
from sbp.checks.sought import Sought, sought
from sbp.checks.wording import called_he, has_died, has_quotation, plain, read_once, says_nothing
from sbp.findings import Place
from sbp.records import Entry, Prose, Record, prose
from sbp.records.parts import Safeguarding

_PARTS = ("need_part", "harm_part", "protect_part")
_FEW = 6
_CLEAR = re.compile(
    r"\bnothing (?:has been|was|were|is|had been) (?:raised|reported|disclosed)\b|"
    r"\bno (?:\w+ ){0,2}(?:concerns?|issues|risks?) (?:identified|raised|noted|at|were|about|around|reported|known|"
    r"in)\b|\bno (?:current |known |safeguarding |active )*(?:concerns?|issues|alerts)\b(?! (?:about|that))"
)
"""That there was nothing."""


_RAISED = re.compile(r"\bconcerns? (?:was |were )?raised\b")


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
            elif kept is not None and case_file.knows(record, "safeguarding.limbs") and _is_undecided(record, kept):
                yield Place(record_id=record.header.id, field="/safeguarding/limbs")


def _is_undecided(record: Record, kept: Safeguarding) -> bool:
    return len(kept.limbs) < len(_PARTS) and not _has_reasons(record, kept.reasons)


def _has_reasons(record: Record, reasons: tuple[Entry, ...]) -> bool:
    """Whether reasons say something of the person, and more than the decision alone."""
    told = "\n".join(called_he(record, entry.text) for entry in reasons if not says_nothing(entry.text))
    bare = _decided().search(told) or cues("concern.bare").search(told) or len(told.split()) < _FEW
    nobody = cues("concern.person").search(told) is None
    return bool(told) and (_weighed(told) or not (bare or nobody))


def _in_words(record: Record) -> Iterator[Place]:
    sections: dict[str, list[Prose]] = {}
    for item in prose(record):
        sections.setdefault(item.pointer.split("/entries/")[0], []).append(item)
    told = [(items, "\n".join(called_he(record, item.entry.text) for item in items)) for items in sections.values()]
    harmed = [(items, said) for items, said in told if _tells_of_harm(plain(items[0].heading), said)]
    came_in = [items for items, said in harmed if _cleared_up().search(said) is None]
    met = [
        items
        for items, said in told
        if _is_a_concern(plain(items[0].heading), said, any(other is not items for other in came_in))
    ] or _put_away(told, came_in)
    for items in met:
        if any(item.entry.speaker != "worker" or has_quotation(item.entry.text) for item in items):
            continue
        decisions = [(item, found) for item in items if (found := _decision(item.entry.text))]
        item, (start, end) = decisions[0] if decisions else (items[-1], (0, len(items[-1].entry.text)))
        yield Place(record_id=record.header.id, field=item.pointer, start=start, end=end)


def _put_away(told: list[tuple[list[Prose], str]], came_in: list[list[Prose]]) -> list[list[Prose]]:
    """Sections that put away what they, or others, tell of as harm, and weigh nothing."""
    if any(_begun().search(said) for _, said in told):
        return []
    found = []
    for items, said in told:
        if not items[0].pointer.startswith(("/sections/", "/analysis/", "/reasons/")):
            continue
        heading, elsewhere = plain(items[0].heading), any(other is not items for other in came_in)
        answers = cues("concern.verdict_heading").search(heading) is not None and "view" not in heading
        about = items in came_in or (elsewhere and answers) or _is_labelled(said)
        open_yet = "assess" in said or cues("concern.under_way").search(said) is not None
        shut = about and cues("concern.shut").search(said) and not (open_yet or _weighed(said))
        if shut or (elsewhere and _is_bare(heading, said)):
            found.append(items)
    return found


def _is_labelled(said: str) -> bool:
    """Whether what was raised is called something else: *recorded it as a family disagreement*."""
    return cues("concern.labelled").search(said) is not None and cues("concern.referred").search(said) is not None


def _tells_of_harm(heading: str, said: str) -> bool:
    """Whether a section tells of harm of late, or of something that went wrong and came in as a concern."""
    parts = re.split(r"[.\n](?!\d)", _CLEAR.sub(" ", said))
    recent = [one for one in parts if not (cues("concern.long_ago").search(one) or is_explained(one))]
    headed = cues("concern.came_in").search(heading) is not None
    return any(map(is_harm, recent)) or (headed and any(map(cues("concern.wrong").search, recent)))


def _is_bare(heading: str, said: str) -> bool:
    if cues("concern.person").search(said) or cues("concern.under_way").search(said) or _CLEAR.search(said):
        return False
    if cues("concern.verdict_heading").search(heading) and cues("concern.service").search(said):
        return True
    about = cues("concern.answer").search(heading) or cues("concern.heading").search(heading)
    return _decided().search(said) is not None and bool(about or cues("concern.named").search(said))


@cache
def _begun() -> Sought:
    """That an enquiry was begun."""
    return sought(
        rf"(?<!no ){cues('concern.enquiry').pattern} (?:was |is |has been )?(?:opened|begun|started|open|ongoing)\b"
    )


def _is_a_concern(heading: str, told: str, elsewhere: bool) -> bool:
    """Whether a section is about safeguarding and decides of something raised, here or `elsewhere`; weighs nothing."""
    headed = cues("concern.heading").search(heading) is not None
    named = cues("concern.named").search(told) is not None or _RAISED.search(told) is not None
    left = _CLEAR.sub(" ", told)
    open_end = headed and cues("concern.under_way").search(left) is None
    if not (named or headed) or not (open_end or _decided().search(left)):
        return False
    raised = cues("concern.raised").search(left) is not None or is_harm(left) or elsewhere
    return raised and not _weighed(told) and (headed or _decides_of_it(told))


def _decides_of_it(told: str) -> bool:
    """Under a heading that is not about safeguarding: whether a sentence that names it decides."""
    named = cues("concern.named")
    parts = re.split(r"(?<=[.\n]) ", told)
    raised = _RAISED.search(told) is not None and any(_decided().search(one) for one in parts)
    return raised or any(named.search(one) and _decided().search(one) for one in parts)


@cache
def _decided() -> Sought:
    """What was decided about a concern; or *not*, and in the same sentence what it did not come to."""
    against = rf"\b(?:not|never|no)\b[^.;\n]{{0,60}}?{cues('concern.taken_up').pattern}"
    return sought(rf"{cues('concern.decided').pattern}|{against}|(?:^|\b[.;:-] ?)closed\b")


def _weighed(told: str) -> bool:
    """Whether two of the parts are weighed, or what keeps harm off, or something clears the concern up."""
    if cues("concern.parts").search(told) or _cleared_up().search(told):
        return True
    weighed = [part for part in _PARTS if cues(f"concern.{part}").search(told)]
    return len(weighed) > 1 or "protect_part" in weighed


@cache
def _cleared_up() -> Sought:
    """What clears a concern up: among it a year, or *as she* and what she does."""
    return sought(
        rf"{cues('concern.cleared_up').pattern}|\b(?:(?:in|of) (?:19|20)\d\d|as (?:he|she|they) (?!was|were))\b"
    )


def _decision(text: str) -> tuple[int, int] | None:
    passage = read_once(text)
    found = _decided().search(passage.plain.lower)
    return passage.place(*found.span()) if found else None
