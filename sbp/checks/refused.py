"""A refusal that was taken as the end of it: in its own field, or told in words."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.beside import first_of
from sbp.checks.cues import cues
from sbp.checks.harm import suspected
from sbp.checks.shorthand import written_out
from sbp.checks.sought import Sought, sought
from sbp.checks.wording import called_he, plain, read_once
from sbp.findings import Place
from sbp.records import Prose, Record, prose


@frozen(kw_only=True)
class Refused:
    """Find refusals accepted without capacity, or where abuse is suspected without privacy, capacity or information.

    `part` is the `field` for a refusal, or the `words` of a worker where a record has no such field filled.
    """

    part: Literal["field", "words"] = "field"

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a refusal."""
        for record in case_file.records:
            if record.kind not in scope:
                continue
            if self.part == "words":
                yield from _in_words(record)
            elif _too_soon(record):
                yield Place(record_id=record.header.id, field="/refusal")


def _in_words(record: Record) -> Iterator[Place]:
    determined = getattr(record, "eligibility", None) is not None
    if determined or getattr(record, "refusal", None) is not None:
        return
    told = _told(record)
    if not _declined().search(told) or _is_answered(told):
        return
    assessment = any("assess" in met.group() for met in _declined().finditer(told))
    if not _suspects(record) and not (assessment and cues("refused.closed").search(told) and _is_in_doubt(record)):
        return
    for item in prose(record):
        passage = read_once(item.entry.text)
        if item.entry.speaker != "worker" or cues("refused.carers").search(written_out(passage.plain.lower)):
            continue
        for start, end in passage.sentence_spans:
            found = _declined().search(written_out(passage.plain.lower[start:end]))
            if found is None or not _is_whole(found.group(), item, told):
                continue
            if not any(first <= start and end <= last for first, last in passage.quotes):
                first, last = passage.place(start, end)
                yield Place(record_id=record.header.id, field=item.pointer, start=first, end=last)
                return


def _told(record: Record) -> str:
    """What a record tells, in plain words with shorthand written out, each entry a line."""
    return "\n".join(written_out(plain(item.entry.text)) for item in prose(record))


def _is_answered(told: str) -> bool:
    """Whether the person was seen alone or the duty to assess went on, or a concern was raised and not shut again."""
    shut = cues("refused.shut").search(told) or _below_threshold().search(told)
    protected = cues("refused.protected").search(told) is not None and shut is None
    return protected or any(sign.search(told) for sign in (cues("refused.answered"), _seen_alone(), _asked_of_harm()))


def _is_whole(words: str, item: Prose, told: str) -> bool:
    """Whether what was refused is the assessment, or all there was: not one service among others."""
    around = f"{words} {plain(item.entry.text)}"
    closed = cues("refused.closed").search(told) is not None
    return "assess" in around or closed or cues("refused.contact").search(plain(item.heading)) is not None


def _too_soon(record: Record) -> bool:
    refusal = getattr(record, "refusal", None)
    if refusal is None:
        return False
    if refusal.had_capacity is False or (refusal.had_capacity is None and _is_in_doubt(record)):
        return not (getattr(record, "needs", ()) or cues("refused.went_on").search(_told(record)))
    asked = (refusal.had_capacity, refusal.abuse_considered, refusal.seen_alone, refusal.information_given)
    if all(asked) or not _suspects(record):
        return False
    told = _told(record)
    answered = cues("refused.answered").search(told) or _seen_alone().search(told)
    return answered is None or any(answer is False for answer in asked)


def _is_in_doubt(record: Record) -> bool:
    """Whether a worker's words make it doubtful that the person could weigh a refusal: they did not follow."""
    said = (called_he(record, item.entry.text) for item in prose(record) if item.entry.speaker == "worker")
    return any(first_of(words) or cues("refused.doubt").search(words) for words in said)


def _suspects(record: Record) -> bool:
    """Whether a record names a kind of abuse, or tells in words of what may be one and does not clear it."""
    safeguarding = getattr(record, "safeguarding", None)
    if safeguarding is not None and safeguarding.abuse_types:
        return True
    refusal = getattr(record, "refusal", None)
    unasked = refusal is not None and refusal.seen_alone is False and not refusal.abuse_considered
    return suspected(_told(record), unasked=unasked)


@cache
def _declined() -> Sought:
    """A refusal, with what was refused: *turned down an assessment*, *never wanted any of us*, *refused.*"""
    no, denies, wish, what = (cues(f"refused.{name}").pattern for name in ("no", "denies", "wish", "object"))
    between = r"(?: (?!and\b|but\b|when\b)[\w'-]+){0,5}? "
    alone = r"\b(?:declin|refus)ed(?=\s*(?:$|[.;,]| and | with | by (?!the\b)))"
    unwanted = rf"{denies}(?: [\w']+){{0,2}}? {wish}{between}{what}"
    return sought(rf"{no}{between}{what}|{alone}|{unwanted}|{cues('refused.declined').pattern}")


@cache
def _seen_alone() -> Sought:
    """That the person was seen alone."""
    seen, alone = cues("refused.seen").pattern, cues("refused.alone").pattern
    return sought(rf"{seen}(?:[ ,]+(?!liv)[\w']+){{0,8}}?[ ,]+{alone}")


@cache
def _asked_of_harm() -> Sought:
    """That the person was asked how things are at home, or about harm."""
    asked, harm = cues("refused.asked").pattern, cues("refused.about_harm").pattern
    return sought(rf"{asked}\b[^.;\n]{{0,60}}?{harm}")


@cache
def _below_threshold() -> Sought:
    """That a concern was found to be none: *not a section 42 enquiry*."""
    return sought(rf"{cues('refused.below').pattern}[^.;\n]{{0,40}}{cues('refused.enquiry').pattern}")
