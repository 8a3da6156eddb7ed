"""Support made less at a review, with nothing that shows a changed need, a reassessment or a wish."""

import re
from collections.abc import Iterator
from datetime import timedelta

from attrs import frozen

from sbp.casefile import CaseFile, written_on
from sbp.checks.reduction import cuts, explains, is_carried, is_cut, is_ours, is_spoken
from sbp.checks.wording import called_he, has_died, plain, says_nothing
from sbp.findings import Place
from sbp.records import Record, Review, prose

_NEAR = timedelta(days=120)
_OTHERWISE = ("reassess", "support-increased", "direct-payment-started", "safeguarding-raised", "moved-setting")
"""Results that leave nothing to be read as a cut."""


@frozen(kw_only=True)
class Reduced:
    """Find reviews that reduce or end support, when neither reasons nor a reassessment near by carry it.

    The result says so, or the words do: a cut with the panel, a policy or the cost as its only reason, or with none;
    under a heading of the form, only where money is named.
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
    """Words of a cut, where the result does not say so: in the reasons, or under a heading where the house is named."""
    for number, entry in enumerate(record.reasons):
        said = plain(entry.text)
        if entry.speaker == "worker" and is_cut(said) and not _is_carried(record):
            pointer = f"/reasons/{number}/text"
            yield Place(record_id=record.header.id, field=pointer, start=0, end=len(entry.text))
    for item in prose(record):
        said = called_he(record, item.entry.text)
        if item.entry.speaker != "worker" or not item.pointer.startswith("/sections/"):
            continue
        if is_ours(said) and any(map(cuts, re.split(r"[.\n]", said))) and not is_carried(said):
            yield Place(record_id=record.header.id, field=item.pointer, start=0, end=len(item.entry.text))
            return


def _is_carried(record: Review) -> bool:
    """Whether the reasons carry it, a sentence elsewhere about support or something new, or every outcome reached."""
    given = [entry for entry in record.reasons if not says_nothing(entry.text)]
    told = "\n".join(called_he(record, entry.text) for entry in given)
    if any(entry.speaker != "worker" or is_spoken(entry.text) for entry in given) or is_carried(told):
        return True
    graded = [outcome.grade for outcome in record.outcomes if outcome.grade]
    ours = is_ours(told)
    if record.result == "support-ended" and set(graded) == {"fully-met"} and not ours:
        return True
    rest = "\n".join(item.entry.text for item in prose(record) if not item.pointer.startswith("/reasons/"))
    return any(explains(sentence, strictly=ours) for sentence in re.split(r"[.;\n]", called_he(record, rest)))


def _reassessed(record: Record, case_file: CaseFile) -> bool:
    when = written_on(record)
    return any(
        other.kind == "needs_assessment" and (when is None or (day is not None and abs(day - when) <= _NEAR))
        for other in case_file.records
        for day in [written_on(other)]
    )
