"""The part of a record for people and places around somebody, when it has none and nobody says that there are none."""

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.cues import any_of, cues, patterns
from sbp.checks.invited import invited
from sbp.checks.missing import is_filled
from sbp.checks.sought import Sought, sought
from sbp.checks.wording import any_name, is_brief, own_names, plain, says_nothing, whole, written
from sbp.findings import Place
from sbp.records import Prose, Record, prose


@frozen(kw_only=True)
class Alone:
    """Find records whose part for people and places is a placeholder, empty or all `paid`, with none anywhere else.

    `around` are cues of a person, place or group; `hollow` are cues that name nobody (*supportive family*); `nobody`
    are cues that tell of isolation, which is a finding of its own and no gap. Where each sentence of the part has a
    cue of the `paid`, isolation counts only there or in somebody's own words. There and beside a placeholder, cues
    `in_passing`, which stand in any record, count for nothing. A record of fewer than `enough` words is
    not asked, nor one of fewer than twice as many for a field that is merely empty.
    """

    around: tuple[str, ...]
    hollow: tuple[str, ...]
    nobody: tuple[str, ...]
    paid: tuple[str, ...]
    in_passing: tuple[str, ...] = ()
    enough: int = 40

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a record, at the first entry that invites or tells of a network, or at the empty field."""
        for record in case_file.records:
            if record.kind not in scope:
                continue
            asked = list(invited(record, "network"))
            part = "\n".join(written(item.entry.text) for item in asked)
            if not asked:
                asked, part = _told_of(record)
                asked = asked if self._is_staff(_with_he(record, part)) else []
            paid = self._is_staff(_with_he(record, part))
            if record.kind != "needs_assessment" and not paid:
                continue
            part = _with_he(record, part) if paid else part
            if is_brief(record, self.enough // 4 if paid else self.enough) or self._is_told(record, part):
                continue
            if asked:
                end = len(asked[0].entry.text)
                yield Place(record_id=record.header.id, field=asked[0].pointer, start=0, end=end)
            elif (
                record.kind == "needs_assessment"
                and len(whole(record).split()) >= 2 * self.enough
                and case_file.knows(record, "network")
                and not is_filled(getattr(record, "network", ()))
            ):
                yield Place(record_id=record.header.id, field="/network")

    def _is_told(self, record: Record, part: str) -> bool:
        told = plain(whole(record))
        circle = [one for one in getattr(record, "network", ()) if one.who and not says_nothing(one.who)]
        staff = bool(circle) and all(any_of(self.paid).search(plain(one.relation or one.who)) for one in circle)
        if self._is_paid(part) or (staff and not _tie().search(plain(part))):
            own = "\n".join(item.entry.text for item in prose(record) if item.entry.speaker != "worker")
            lone = any_of(self.nobody).search(plain(f"{part}\n{own}"))
            passing = (*self.in_passing, *(() if lone else self.nobody))
            told = any_of(passing).sub(" ", told)
        elif part and all(map(says_nothing, part.split("\n"))):
            told = any_of(self.in_passing).sub(" ", told)
        elif _names_somebody(_named_staff(self.paid).sub(" ", part)):
            return True
        said = any_of(self.hollow).sub(" ", told)
        names = bool(circle) and not staff
        others = any(item.entry.said_by or _names(item, record) for item in prose(record))
        spoken = any_of(self.nobody).search(told) or any_of(self.around).search(said) or _tie().search(said)
        return names or others or spoken is not None

    def _is_paid(self, part: str) -> bool:
        """Whether each sentence of a part tells of somebody who is paid, or no one else is in it."""
        sentences = [one for one in re.split(r"[.;\n]", plain(part)) if one.strip()]
        paid = [any_of(self.paid).search(one) is not None for one in sentences]
        return bool(sentences) and (all(paid) or self._has_nobody(part))

    def _is_staff(self, part: str) -> bool:
        """Whether a part has two who are paid, and nobody and nothing else."""
        return len(set(any_of(self.paid).findall(plain(part)))) > 1 and self._has_nobody(part)

    def _has_nobody(self, part: str) -> bool:
        """Whether a part has no tie, place or group, and no name but those of paid people and their firms."""
        unpaid = _named_staff(self.paid).sub(" ", part)
        said = any_of((*self.hollow, *self.in_passing, *self.paid)).sub(" ", plain(part))
        near = _tie().search(said) or any_of(self.around).search(said) or any_of(self.nobody).search(said)
        return near is None and not _names_somebody(unpaid)


def _with_he(record: Record, text: str) -> str:
    """A text with *he* for the person's name."""
    own = any_name(own_names(record.header.person))
    return re.sub(rf"(?i)\b(?:(?:mr|mrs|ms|miss)\.? )?(?:{own})\b", "he", text)


def _told_of(record: Record) -> tuple[list[Prose], str]:
    """An entry that tells, without being asked, who there is around the person, and its sentences that do."""
    for item in prose(record):
        if item.entry.speaker != "worker":
            continue
        of_ties = _is_need_of_ties(record, item.pointer)
        met = cues("alone.around").search(plain(item.entry.text))
        if not of_ties and met is None:
            continue
        text = written(item.entry.text)
        start = 0 if of_ties or met is None else max(text.rfind(mark, 0, met.start()) + 1 for mark in ".;\n")
        stop = re.compile(r"[.;\n](?=\s|$)").search(text, 0 if met is None else met.end())
        part = text if of_ties or stop is None else text[start : stop.start()]
        return [item], part
    return [], ""


def _is_need_of_ties(record: Record, pointer: str) -> bool:
    """Whether an entry is about the outcome of family and other personal ties."""
    parts = pointer.split("/")
    needs = getattr(record, "needs", ())
    return parts[1] == "needs" and parts[3] == "analysis" and needs[int(parts[2])].statutory_outcome == "relationships"


@cache
def _named_staff(roles: tuple[str, ...]) -> Sought:
    """A paid role with the name of who has it: *keyworker (Aneta)*, *OT: Jane Holt*."""
    title = r"(?:Dr |Mr |Mrs |Ms |Miss )?"
    role, name = any_of(roles).pattern, rf"{title}[A-Z][\w'-]+(?: [A-Z][\w'-]+)?"
    after = rf"(?i:{role})(?: (?:for|at|of) [\w ]{{3,30}})?(?: is|,|:| -)? ?\(?{name}(?:(?:,| and| &) {name})*\)?"
    before = rf"{name},? (?:at|from|of|with|his|her|their|the|is)[\w ,]{{1,40}}?(?i:{role})"
    firm = r"[A-Z][\w'-]+ (?i:home ?care|healthcare|care|support|services|nursing|living|lifeline)\b"
    return sought(rf"{firm}|{before}|{after}")


def _names(item: Prose, record: Record) -> bool:
    """Whether the person names somebody else in what they say."""
    own = own_names(record.header.person)
    named = {name.lower() for name in _name().findall(written(item.entry.text))}
    return item.entry.speaker == "person" and bool(named - own)


def _names_somebody(text: str) -> bool:
    """Whether a text has a name inside a sentence, or at the head of one about what they do."""
    return (_name().search(text) or _calls().search(text)) is not None


def _tie() -> Sought:
    return cues("people.family")


@cache
def _name() -> Sought:
    """Somebody's name inside a sentence."""
    no_place = r"(?<=[a-z,] )(?<! in )(?<! at )(?<! of )(?<! to )(?<! from )(?<! the )"
    no_month = r"(?!(?<=by )(?:April|May|June|August)\b)"
    return sought(rf"{no_place}(?!{cues('alone.no_name').pattern}){no_month}([A-Z][a-z]+)\b(?! \d)")


@cache
def _calls() -> Sought:
    """Somebody's name at the head of a sentence about what they do, or two names at the head of a text."""
    no_caller, calls, no_head = patterns("alone", "no_caller", "calls", "no_head")
    return sought(rf"(?:^|[.;\n] ?)(?!{no_caller})[A-Z][a-z]+ {calls}|^(?!{no_head})[A-Z][a-z]+,? and \w")
