"""A refusal that was taken as the end of it: in its own field, or told in words."""

import re
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.harm import suspected
from sbp.checks.wording import KIN, plain, whole
from sbp.findings import Place
from sbp.passage import Passage
from sbp.records import Prose, Record, prose

_HIM = r"(?:him|her|them|his|their)"
_OBJECT = (
    r"(?:(?:to (?:be assess\w+|engage|have|take part|see us|let us)|with (?:the )?|being |an?|the|any|our|further|this|"
    r"care act|needs|carer'?s'?|social|offer of|of|all|assess\w+|me|us|it|one|help|support|services?|intervention|"
    r"involvement|input|contact|visits?|anybody|anyone|round|in)\s?)"
)
_ASSESSED = (
    r"(?:assess\w+|help|support|services?|intervention|involvement|input|one|it|anybody|anyone|contact|us|visit)"
)
_DECLINED = re.compile(
    rf"\b(?:(?:declin|refus)(?:ed|es|ing)|turned down|withdrew (?:\w+ )?consent (?:for|to)|said no "
    rf"to)\s{_OBJECT}{{0,5}}?"
    rf"{_ASSESSED}\b"
    rf"|\b(?:declin|refus)ed(?=\s*(?:$|[.;,]| and | with | by ))"
    rf"|\b(?:did not|didn't|does not|doesn't|do not|don't) (?:want|wish|need|wish for|require)(?:ing)? "
    rf"{_OBJECT}{{0,5}}?"
    rf"{_ASSESSED}\b|\b(?:did not|didn't|does not|doesn't) (?:want|wish to be) assess\w+"
    rf"|\b(?:assessment|services?|support|offer of (?:an? )?assessment|help)(?: was| were| is)? (?:politely |again )?"
    rf"(?:declined|refused|turned down|not wanted|unwanted)\b"
)
_ANSWERED = re.compile(
    rf"\b(?:(?:seen|saw|see|spoke|spoken|speak|asked|ask|told|met|meet|talked|visit\w*|rang|tell)(?:[ "
    rf",]+(?!liv)[\w']+){{0,8}}?[ ,]+"
    rf"(?:alone|on (?:his|her|their) own|by (?:him|her|them)sel(?:f|ves)|in private|privately|"
    rf"without (?:{_HIM} )?(?:{KIN}|{_HIM}))\b|(?:on (?:his|her) own|in private),? (?:he|she|they) |"
    r"when (?:he|she|they) (?:was|were) (?:alone|on|by)|(?:he|she) was (?:alone|on his own|on her own|by (?:him|"
    r"her)self)|s\.? ?11|section 11|(?:lacks|lacked) capacity|best interests|marac|idva|"
    r"(?:was|were|is|are) not (?:taken|accepted)|did not take that|asked again|ask again)"
)
_PROTECTED = re.compile(
    r"\b(?:safeguarding (?:referral|alert) (?:was )?(?:made|raised|sent)|safeguarding concern (?:was )?(?:raised|made|"
    r"sent)|(?:raised|made|sent) (?:in )?a (?:safeguarding )?(?:concern|referral|alert)|concern (?:was |has been "
    r")?raised|"
    r"referred to safeguarding|s\.? ?42|section 42|adult protection)\b"
)
_SHUT = re.compile(
    r"\b(?:(?:not|n't|no|below|under)\b[^.;\n]{0,40}\b(?:s\.? ?42|section 42|thresholds?|criteria|enquiry|"
    r"safeguarding)|"
    r"thresholds? (?:is |was )?not|log and close|logged and closed|screened out|not progress\w*)\b"
)
"""A concern that was shut again."""
"""That the person was seen alone, or the duty to assess went on."""
_CARERS = re.compile(r"\bca\b|\bcarer'?s'? (?:own )?assessment|\bassessment of (?:his|her) own\b")
"""An assessment offered to somebody else."""
_CLOSED = re.compile(r"\b(?:clos(?:e|ed|ing)|nfa|no further (?:action|involvement|role)|concluded|ended)\b")
_CONTACT = re.compile(r"\b(?:contact|visit|call|duty|referral|refusal|offer|telephone|outcome of)\b")


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
    if getattr(record, "refusal", None) is not None:
        return
    told = plain(whole(record))
    if not _DECLINED.search(told) or _is_answered(told) or not _suspects(record):
        return
    for item in prose(record):
        passage = Passage(item.entry.text)
        for start, end in passage.sentence_spans if item.entry.speaker == "worker" else ():
            sentence = plain(passage.plain.text[start:end])
            found = None if _CARERS.search(sentence) else _DECLINED.search(sentence)
            if found and not _is_whole(found.group(), item, told):
                continue
            if found and not passage.in_quotes(start + found.start(), start + found.end()):
                first, last = passage.place(start + found.start(), start + found.end())
                yield Place(record_id=record.header.id, field=item.pointer, start=first, end=last)
                return


def _is_answered(told: str) -> bool:
    protected = _PROTECTED.search(told) is not None and _SHUT.search(told) is None
    return protected or _ANSWERED.search(told) is not None


def _is_whole(words: str, item: Prose, told: str) -> bool:
    """Whether what was refused is the assessment, or all there was: not one service among others."""
    return "assess" in words or _CLOSED.search(told) is not None or _CONTACT.search(plain(item.heading)) is not None


def _too_soon(record: Record) -> bool:
    refusal = getattr(record, "refusal", None)
    if refusal is None:
        return False
    if refusal.had_capacity is False:
        return True
    asked = (refusal.had_capacity, refusal.abuse_considered, refusal.seen_alone, refusal.information_given)
    return _suspects(record) and not all(asked)


def _suspects(record: Record) -> bool:
    """Whether a record names a kind of abuse, or tells in words of what may be one and does not clear it."""
    safeguarding = getattr(record, "safeguarding", None)
    if safeguarding is not None and safeguarding.abuse_types:
        return True
    refusal = getattr(record, "refusal", None)
    unasked = refusal is not None and refusal.seen_alone is False and not refusal.abuse_considered
    return suspected(plain(whole(record)), unasked=unasked)
