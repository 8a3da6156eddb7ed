"""Danger and what is forbidden because of it, and nothing of the life on the other side."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.clauses import People
from sbp.checks.cues import cues
from sbp.checks.family import family
from sbp.checks.invited import invites
from sbp.checks.weighed import weighs
from sbp.checks.wording import has_died, near_death, plain, read_once
from sbp.findings import Place
from sbp.passage.lexicon import words
from sbp.records import Prose, Record, prose

_NOT_TO = re.compile(
    r"\b(?:not|never) to (?!be (?:rushed|woken|disturbed|called|hurried|shouted|spoken|moved|lifted by))"
)
"""A ban, unless it is kindness: *she is not to be rushed*."""
_STAFF_ARE_TO = re.compile(r"(?:staff|carers?|pa|two staff|all staff|visits?|checks?) (?:to|must|should|will)\b")


@frozen(kw_only=True)
class Risk:
    """Find sections of danger and of what is forbidden because of it, and nothing to weigh it against.

    A section is so where a third of its sentences name a danger, a ban or a control, two at least, and nothing in it
    weighs them (`sbp.checks.weighed`). With `banned`, only those in which something is forbidden; without, those in
    which nothing is, where they stand under a heading that asks for risks (a single sentence is enough) or name three.
    """

    banned: bool

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a section, at its first sentence of risk."""
        for record in case_file.records:
            if record.kind in scope and not has_died(record) and not near_death(record):
                yield from self._in(record, case_file)

    def _in(self, record: Record, case_file: CaseFile) -> Iterator[Place]:
        entries = list(prose(record))
        said: set[str] = set()
        for item in entries:
            section = _section(item)
            if section in said or not _is_of_the_person(item):
                continue
            found = self._of_danger(item)
            if found and not _is_weighed(item, entries, record, case_file):
                said.add(section)
                yield Place(record_id=record.header.id, field=item.pointer, start=found[0], end=found[1])

    def _of_danger(self, item: Prose) -> tuple[int, int] | None:
        """The first sentence of risk in an entry that has enough of it."""
        if self.banned and not _is_ban(plain(item.entry.text)):
            return None
        passage = read_once(item.entry.text)
        spans = [(start, end) for start, end in passage.sentence_spans if passage.plain.text[start:end].strip(" \n-*•")]
        said = [passage.plain.lower[start:end].strip(" \n-*•") for start, end in spans]
        hazards = [cues("risk.hazard").search(one) is not None or _is_bare(one) for one in said]
        if not (self.banned or any(hazards)):
            return None
        bans = [_is_ban(one) for one in said]
        if any(bans) is not self.banned:
            return None
        mishaps = [hazards[at] or cues("risk.mishap").search(one) is not None for at, one in enumerate(said)]
        headed = invites(item.heading, "risks")
        signs = mishaps if self.banned else hazards
        risky = [signs[at] or bans[at] or _is_control(one) for at, one in enumerate(said)]
        enough = sum(risky) >= 2 or sum(hazards) + sum(bans) >= 2 or (headed and risky == [True])
        if self.banned:
            named, dense = any(mishaps) or headed or sum(bans) > 2, sum(bans) > 1 or 3 * sum(risky) >= len(risky)
        else:
            named, dense = any(hazards) and (headed or sum(hazards) > 2), 10 * sum(risky) >= 6 * len(risky)
        eased = not self.banned and any(cues("risk.eased").search(one) for one in said)
        if eased or not (enough and named and dense):
            return None
        return passage.place(*spans[risky.index(True)])


def _is_weighed(item: Prose, entries: list[Prose], record: Record, case_file: CaseFile) -> bool:
    """Whether somebody else speaks in the section of an entry or answers it, or a worker weighs it there."""
    people, section = People.of(record.header.person, frozenset(family(case_file))), _section(item)
    return any(
        one.entry.speaker != "worker" or weighs(one.entry.text, people)
        for one in entries
        if _section(one) == section or _answers(one, item)
    )


def _section(item: Prose) -> str:
    return item.pointer.split("/entries/")[0]


def _is_of_the_person(item: Prose) -> bool:
    """Whether a worker writes of the person, and not of eligibility, of views or for those who visit."""
    heading = plain(item.heading)
    apart = cues("risk.to_visitors").search(heading) or (invites(heading, "views") and not invites(heading, "risks"))
    return item.entry.speaker == "worker" and not apart and not item.pointer.startswith("/eligibility/")


def _answers(one: Prose, item: Prose) -> bool:
    """Whether an entry is what somebody says beside another of the same field, or where a section weighs it."""
    field = item.pointer.split("/")[1]
    if one.entry.speaker != "worker":
        return field != "sections" and one.pointer.split("/")[1] == field
    return field == "sections" and cues("risk.weighing").search(plain(one.heading)) is not None


def _is_bare(said: str) -> bool:
    """Whether dangers are listed without a sentence around them."""
    listed = re.findall(r"[\w'-]+", said)
    return bool(listed) and not listed[0][0].isdigit() and words("danger_word").issuperset(listed)


def _is_ban(said: str) -> bool:
    bans = (*_NOT_TO.finditer(said), *cues("risk.ban").finditer(said))
    return any(not (_is_for_staff(said[: met.start()]) or said.startswith(" have ", met.end())) for met in bans)


def _is_for_staff(before: str) -> bool:
    """Whether what stands before a ban says that it binds staff or visitors, and not the person."""
    clause = re.split(r"[.;,]", before)[-1][-60:]
    return cues("risk.to_staff").search(clause) is not None


def _is_control(said: str) -> bool:
    return _STAFF_ARE_TO.match(said) is not None or cues("risk.control").search(said) is not None
