"""Determinations whose recorded parts do not carry them. Nobody's eligibility is computed; it is only asked after."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.blind import decides, leaves_out
from sbp.checks.cues import cues
from sbp.checks.family import family
from sbp.checks.wording import own_names, plain
from sbp.findings import Place
from sbp.passage.sections import section_kind
from sbp.records import CarersAssessment, Entry, NeedsAssessment, Prose, Review, prose


@frozen(kw_only=True)
class Eligible:
    """Find determinations where a part is missing or against them.

    `part` is `two-outcomes` (an adult found eligible with a single outcome named), `contradicted` (found eligible with
    a part of the test recorded as not met, or not eligible with every part recorded as met), or `carer-blind` (needs
    left out because a carer meets them), or `restated` (reasons that only say the decision again, in the words of the
    law).
    """

    part: Literal["two-outcomes", "contradicted", "carer-blind", "restated"]

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a determination, at the words where there are any."""
        names = family(case_file) if self.part == "carer-blind" else {}
        for record in case_file.records:
            if record.kind not in scope or not isinstance(record, (NeedsAssessment, CarersAssessment, Review)):
                continue
            if isinstance(record, Review) or record.eligibility is None:
                for item in _in_words(record, self.part, names):
                    yield Place(record_id=record.header.id, field=item.pointer, start=0, end=len(item.entry.text))
                continue
            for pointer, end in _PARTS[self.part](record, names):
                yield Place(record_id=record.header.id, field=pointer, start=0, end=end)


def _in_words(record: NeedsAssessment | CarersAssessment | Review, part: str, names: dict[str, str]) -> Iterator[Prose]:
    """The sections about eligibility, in a form without the field, that leave out for a carer or say only the law."""
    items = list(prose(record))
    headed = [item for item in items if item.pointer.startswith("/sections/") and _asks(item.heading)]
    if part == "carer-blind":
        for item in items:
            told = item in headed or (_is_reasoning(item) and decides(item.entry.text))
            if told and leaves_out(item.entry.text, names, against=False):
                yield item
    elsewhere = any("eligib" in plain(item.entry.text) for item in items if item not in headed)
    if isinstance(record, Review):
        return
    if part == "restated" and headed and not elsewhere and _says_the_law(record, [item.entry for item in headed]):
        yield headed[0]


def _is_reasoning(item: Prose) -> bool:
    """Whether an entry is a worker's, where they weigh or conclude."""
    return item.entry.speaker == "worker" and item.pointer.startswith(("/sections/", "/analysis/", "/reasons/"))


def _asks(heading: str) -> bool:
    """Whether a heading asks for a determination or its reasons."""
    return section_kind(heading) == "eligibility" or cues("eligible.reasons").search(plain(heading)) is not None


def _single(record: NeedsAssessment | CarersAssessment, _: dict[str, str]) -> Iterator[tuple[str, int]]:
    assert record.eligibility is not None
    named = set(record.eligibility.outcomes)
    said = any(need.eligible is not None for need in record.needs)
    for need in record.needs:
        if need.statutory_outcome and (need.eligible or (need.eligible is None and not said)):
            named.add(need.statutory_outcome)
    if isinstance(record, NeedsAssessment) and record.eligibility.decision == "eligible" and len(named) == 1:
        yield "/eligibility/outcomes", 0


def _contradicted(record: NeedsAssessment | CarersAssessment, _: dict[str, str]) -> Iterator[tuple[str, int]]:
    made = record.eligibility
    assert made is not None
    cause = made.from_impairment if isinstance(record, NeedsAssessment) else made.from_necessary_care
    if made.decision == "eligible" and cause is False:
        name = "from_impairment" if isinstance(record, NeedsAssessment) else "from_necessary_care"
        yield f"/eligibility/{name}", 0
    if made.decision == "eligible" and made.significant_impact is False:
        yield "/eligibility/significant_impact", 0
    unmet = len(set(made.outcomes)) > 1 if isinstance(record, NeedsAssessment) else made.carer_outcomes
    if made.decision == "not-eligible" and cause and made.significant_impact and unmet:
        yield "/eligibility/decision", 0


def _sighted(record: NeedsAssessment | CarersAssessment, names: dict[str, str]) -> Iterator[tuple[str, int]]:
    made = record.eligibility
    assert made is not None
    against = made.decision == "not-eligible"
    if isinstance(record, NeedsAssessment) and made.from_impairment is False:
        return
    for number, entry in enumerate(made.reasons):
        if leaves_out(entry.text, names, against=against):
            yield f"/eligibility/reasons/{number}/text", len(entry.text)
    for number, entry in enumerate(() if made.reasons or not against else record.analysis):
        if decides(entry.text) and leaves_out(entry.text, names, against=True):
            yield f"/analysis/{number}/text", len(entry.text)
    for place, need in enumerate(record.needs):
        for number, entry in enumerate(need.analysis):
            if need.eligible is False and leaves_out(entry.text, names, against=True):
                yield f"/needs/{place}/analysis/{number}/text", len(entry.text)


def _restated(record: NeedsAssessment | CarersAssessment, _: dict[str, str]) -> Iterator[tuple[str, int]]:
    assert record.eligibility is not None
    reasons = record.eligibility.reasons
    if _says_the_law(record, reasons):
        yield "/eligibility/reasons/0/text", len(reasons[0].text)


def _says_the_law(record: NeedsAssessment | CarersAssessment, entries: Sequence[Entry]) -> bool:
    """Whether entries have words, and none but those of the law and of forms."""
    own = own_names(record.header.person)
    told = " ".join(plain(entry.text) for entry in entries)
    words = [word.strip("'-.") for word in re.findall(r"[a-z0-9'.-]+", told)]
    words = [word for word in words if not word.isdigit() and word.removesuffix("'s") not in {"", *own}]
    return bool(words) and all(cues("eligible.of_the_law").fullmatch(word) for word in words)


_PARTS: dict[str, Callable[[NeedsAssessment | CarersAssessment, dict[str, str]], Iterator[tuple[str, int]]]] = {
    "two-outcomes": _single,
    "contradicted": _contradicted,
    "carer-blind": _sighted,
    "restated": _restated,
}
