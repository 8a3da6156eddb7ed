"""Support made less at a review, with nothing that shows a changed need, a reassessment or a wish."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from sbp.casefile import CaseFile, written_on
from sbp.checks.reduction import explains, is_as_needed, is_carried, is_ours, is_spoken, lessens
from sbp.checks.wording import called_he, has_died, says_nothing, whole
from sbp.findings import Place
from sbp.records import Record, Review, prose

_NEAR = timedelta(days=120)
_OTHERWISE = ("reassess", "support-increased", "direct-payment-started", "safeguarding-raised", "moved-setting")
"""Results that leave nothing to be read as a cut."""


@frozen(kw_only=True)
class Reduced:
    """Find reviews that reduce or end support, when neither reasons nor a reassessment near by carry it.

    The result says so, or the words do: a cut with the panel, a policy or the cost as its only reason, or with none
    anywhere in the review.
    """

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a review."""
        for record in case_file.records:
            if record.kind not in scope or not isinstance(record, Review) or has_died(record):
                continue
            if _reassessed(record, case_file) or record.result in _OTHERWISE:
                continue
            if record.result in ("support-reduced", "support-ended") and case_file.knows(record, "reasons"):
                if not _is_carried(record):
                    yield Place(record_id=record.header.id, field="/result")
            else:
                yield from _in_words(record)


def _in_words(record: Review) -> Iterator[Place]:
    """Words of a cut, where the result does not say so: in the reasons, or wherever else a worker writes."""
    for number, entry in enumerate(record.reasons):
        said = called_he(record, entry.text)
        if entry.speaker == "worker" and lessens(said) and not _is_carried(record):
            pointer = f"/reasons/{number}/text"
            yield Place(record_id=record.header.id, field=pointer, start=0, end=len(entry.text))
    told = [(item, called_he(record, item.entry.text)) for item in prose(record)]
    for item, said in told:
        if item.entry.speaker != "worker" or item.pointer.split("/")[1] not in ("sections", "analysis"):
            continue
        if not lessens(said) or is_spoken(item.entry.text):
            continue
        near, far = _around(said)
        rest = [*far, *(sentence for other, words in told if other is not item for sentence in _sentences(words))]
        strictly = any(map(is_as_needed, rest))
        if is_carried(near, strictly=strictly):
            continue
        if not any(explains(sentence, strictly=strictly or is_ours(said)) for sentence in rest):
            yield Place(record_id=record.header.id, field=item.pointer, start=0, end=len(item.entry.text))
            return


def _around(said: str) -> tuple[str, list[str]]:
    """The first sentence of a cut with those on both sides of it, and the other sentences."""
    parts = _sentences(said)
    at = next((number for number, sentence in enumerate(parts) if lessens(sentence)), 0)
    first, last = max(at - 1, 0), at + 2
    return ". ".join(parts[first:last]), parts[:first] + parts[last:]


def _sentences(said: str) -> list[str]:
    return re.split(r"[.;\n](?!\d)", said)


def _is_carried(record: Review) -> bool:
    """Whether the reasons carry it, a sentence elsewhere about support or something new, or every outcome reached.

    Where needs are said to be what they were, only a wish or something new does.
    """
    given = [entry for entry in record.reasons if not says_nothing(entry.text)]
    told = "\n".join(called_he(record, entry.text) for entry in given)
    others = (item.entry.text for item in prose(record) if not item.pointer.startswith("/reasons/"))
    rest = _sentences(called_he(record, "\n".join(others)))
    as_needed = any(map(is_as_needed, rest))
    if any(entry.speaker != "worker" or is_spoken(entry.text) for entry in given):
        return True
    graded = {outcome.grade for outcome in record.outcomes if outcome.grade}
    strictly = as_needed or is_ours(told)
    if is_carried(told, strictly=as_needed) or (
        record.result == "support-ended" and graded == {"fully-met"} and not strictly
    ):
        return True
    return any(explains(sentence, strictly=strictly) for sentence in rest)


def _reassessed(review: Review, case_file: CaseFile) -> bool:
    """Whether somebody was assessed anew near a review, and the assessment does not say that needs are as they were.

    The assessment that the plan was made from is none: it stands before all plans, and a plan before the review.
    """
    when = written_on(review)
    before = [other for other in case_file.records if other is not review and not _is_after(other, when)]
    plans = [at for at, other in enumerate(before) if other.kind == "care_and_support_plan"]
    for record in case_file.records:
        day = written_on(record)
        if record.kind != "needs_assessment" or not (when is None or (day is not None and abs(day - when) <= _NEAR)):
            continue
        first = record in before and bool(plans) and before.index(record) == 0 < plans[0]
        if not first and not _finds_the_same(record):
            return True
    return False


def _is_after(record: Record, when: date | None) -> bool:
    day = written_on(record)
    return when is not None and day is not None and day > when


def _finds_the_same(assessment: Record) -> bool:
    """Whether an assessment says that needs are as they were, and of nothing that is new or better."""
    said = _sentences(called_he(assessment, whole(assessment)))
    return any(map(is_as_needed, said)) and not any(explains(sentence, strictly=False) for sentence in said)
