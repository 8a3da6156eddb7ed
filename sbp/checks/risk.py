"""Danger and what is forbidden because of it, and nothing of the life on the other side."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.cues import any_of, cues
from sbp.checks.wording import any_name, has_died, has_quotation, near_death, own_names, plain, read_once
from sbp.findings import Place
from sbp.passage.lexicon import words
from sbp.records import Prose, Record, prose

_NOT_TO = re.compile(
    r"\b(?:not|never) to (?!be (?:rushed|woken|disturbed|called|hurried|shouted|spoken|moved|lifted by))"
)
"""A ban, unless it is kindness: *she is not to be rushed*."""
_STAFF_ARE_TO = re.compile(r"(?:staff|carers?|pa|two staff|all staff|visits?|checks?) (?:to|must|should|will)\b")
_DOES = re.compile(
    r"(?!(?:his|its|thus|plus|less|across)$)[a-z']+(?:s|ed)|kept|knew|went|took|made|rang|held|chose|came|sat|found"
)
"""A verb by its ending, or one of the commonest without."""


@frozen(kw_only=True)
class Risk:
    """Find sections of danger and of what is forbidden because of it, and nothing to weigh it against.

    A section is so where most of its sentences, two at least, name a risk, a ban or a control, and none tells of
    something the person does, wants or says, has one of the cues in `unless`, or quotes anybody. With `banned`, only
    those in which something is forbidden; without, those in which nothing is, under one of the `headings` (cues of
    asking for risks, where a single sentence is enough) or with three risks.
    """

    banned: bool
    unless: tuple[str, ...]
    headings: tuple[str, ...] = ()

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a section, at its first sentence of risk."""
        for record in case_file.records:
            if record.kind in scope and not has_died(record):
                yield from self._in(record)

    def _in(self, record: Record) -> Iterator[Place]:
        entries = list(prose(record))
        said: set[str] = set()
        for item in entries:
            section = item.pointer.split("/entries/")[0]
            if item.entry.speaker != "worker" or section in said or item.pointer.startswith("/eligibility/"):
                continue
            beside = [one for one in entries if one.pointer.split("/entries/")[0] == section]
            found = self._weighs_nothing(item, beside, record)
            if found:
                said.add(section)
                yield Place(record_id=record.header.id, field=item.pointer, start=found[0], end=found[1])

    def _weighs_nothing(self, item: Prose, beside: list[Prose], record: Record) -> tuple[int, int] | None:
        """The first sentence of risk in an entry that has little else, where its section weighs nothing."""
        passage = read_once(item.entry.text)
        spans = [(start, end) for start, end in passage.sentence_spans if passage.plain.text[start:end].strip(" \n-*•")]
        said = [passage.plain.lower[start:end].strip(" \n-*•") for start, end in spans]
        hazards = [cues("risk.hazard").search(one) is not None or _is_bare(one) for one in said]
        bans = [_is_ban(one) for one in said]
        risky = [hazards[at] or bans[at] or _is_control(one) for at, one in enumerate(said)]
        headed = any_of(self.headings).search(plain(item.heading)) is not None
        enough = sum(hazards) + sum(bans) >= 2 or sum(risky) >= 2 or (headed and sum(risky) == len(risky) == 1)
        dense = 10 * sum(risky) >= 6 * len(risky) and any(hazards)
        named = any(bans) if self.banned else not any(bans) and (headed or sum(hazards) > 2)
        if not (enough and dense and named) or near_death(record):
            return None
        if any(one.entry.speaker != "worker" or self._lives(one.entry.text, record) for one in beside):
            return None
        return passage.place(*spans[risky.index(True)])

    def _lives(self, text: str, record: Record) -> bool:
        """Whether a text tells of a wish, a word or a doing of the person."""
        said = plain(text)
        if has_quotation(text) or any_of(self.unless).search(said):
            return True
        called = any_name(own_names(record.header.person))
        verbs = re.finditer(
            rf"\b(?:he|she|they|i|{called}) (?:\w+ly |also |still |now |then |often )*(?:is |are |has |"
            rf"have )?(?P<does>[a-z']+)",
            said,
        )
        return any(_DOES.fullmatch(met["does"]) and met["does"] not in words("no_doing") for met in verbs)


def _is_bare(said: str) -> bool:
    """Whether dangers are listed without a sentence around them."""
    listed = re.findall(r"[\w'-]+", said)
    return bool(listed) and not listed[0][0].isdigit() and words("danger_word").issuperset(listed)


def _is_ban(said: str) -> bool:
    bans = (*_NOT_TO.finditer(said), *cues("risk.ban").finditer(said))
    return any(not _is_for_staff(said[: met.start()]) for met in bans)


def _is_for_staff(before: str) -> bool:
    """Whether what stands before a ban says that it binds staff or visitors, and not the person."""
    clause = re.split(r"[.;,]", before)[-1][-60:]
    return cues("risk.to_staff").search(clause) is not None


def _is_control(said: str) -> bool:
    return _STAFF_ARE_TO.match(said) is not None or cues("risk.control").search(said) is not None
