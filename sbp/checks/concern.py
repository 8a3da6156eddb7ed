"""A safeguarding concern and what was decided about it, with none of the three parts of the duty between them."""

import re
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.harm import is_harm
from sbp.checks.wording import called_he, has_died, has_quotation, plain, says_nothing
from sbp.findings import Place
from sbp.passage import Passage
from sbp.records import Entry, Prose, Record, prose
from sbp.records.parts import Safeguarding

_PARTS = 3
_FEW = 6
_HEADED = re.compile(
    r"\b(?:safeguarding|adult protection|abuse|neglect|s\.? ?42|section 42|allegations?|adult at risk|"
    r"at risk of (?:abuse|harm)|safe from harm)\b"
)
_NAMED = re.compile(
    r"\b(?:safeguard\w*|adult protection|s\.? ?42|section 42|mash|sg1|abuse|multi[- ]agency hub|safeguarding hub)\b"
)
_RAISED = re.compile(
    r"\b(?:alleg\w+|concerns?|concerned|disclos\w+|notif\w+|alerts?|alerted|referr\w+|reports?|reported|raised|logged|"
    r"submitted|incident\w*|shared (?:with|by)|flagged|told|mash|police|theft|stole\w*|missing|bruis\w+|hit|struck|"
    r"pushed|slapped|sworn|swearing|threshold|criteria|triage\w*|screen\w*|passed to|discussed with|(?:aware|"
    r"informed))\b"
)
_ENQUIRY = r"(?:enquir(?:y|ies)|inquiry|s\.? ?42|section 42|safeguarding|threshold|criteria|adult protection)"
_DECIDED = re.compile(
    r"\b(?:no further (?:action|steps?|involvement|role|work|enquir\w+)|nfa|no (?:formal |statutory |s\.? ?42 |"
    r"section 42 |"
    r"safeguarding |further )*(?:enquir(?:y|ies)|inquiry|s\.? ?42|section 42)|no role for safeguarding|no action "
    r"(?:taken|required|needed)|"
    rf"(?:not|n't|never|no)\b[^.;\n]{{0,60}}?\b(?:{_ENQUIRY}|progress\w*|proceed\w*|pursu\w+|taken (?:further|forward|"
    r"any further)|go(?:ing)? (?:further|forward)|accepted|substantiat\w+|upheld|opened|required|warranted|needed)|"
    r"(?:below|under|beneath) (?:the )?(?:\w+ )?(?:threshold|criteria)|(?:screened|filtered|triaged) out|"
    r"(?:referral|alert|concern|case|it|matter|and|was|been|is|now|have) (?:\w+ )?(?:closed|rejected|declined|"
    r"discounted|"
    r"withdrawn)|closed (?:at|by|to|it|down|following|after|on)|(?:^|[.;:-] ?)closed\b|stood down|discontinued|low[- "
    r"]level|"
    r"(?:family|private|domestic|civil|internal|care quality|quality|practice|provider|staffing|contract\w*) (?:matter|"
    r"issue|dispute|procedures?|concern|monitoring)|poor practice|(?:provider|home|ward|scheme|hospital|agency|"
    r"police|service|manager|management) (?:to|is|are|will) (?:be )?(?:manag\w+|investigat\w+|deal\w*|monitor\w*|"
    r"address\w*|look\w* into)|(?:dealt with|managed|investigated|looked into|handled|addressed|"
    r"monitored|followed up) by (?:the )?\w+|to be monitored|continue to monitor|(?:un|not )substantiated|unfounded|"
    r"inconclusive|information only|"
    r"signposted|recorded for information|logged only|log only|"
    rf"(?:progress(?:ed)?|proceed(?:ed)?|moved|taken|escalated) (?:on )?to (?:a |an )?(?:\w+ )?{_ENQUIRY}|"
    rf"{_ENQUIRY} (?:\w+ )?(?:opened|begun|started|commenced|to proceed|initiated|not \w+)|"
    rf"(?:meets?|met|reached|satisfie[sd]) (?:the )?(?:\w+ )?{_ENQUIRY}|{_ENQUIRY} (?:is |are |was |were )?met)\b"
)
_WEIGHED = re.compile(
    r"\b(?:three (?:parts|limbs|questions|tests)|all three|(?:first|second|third) (?:part|limb|question|test|of them)|"
    r"limbs?\b|on the (?:first|second|third)|(?:needs?|has needs?|needs) for care|care and support(?: needs)?|"
    r"(?:able|unable) to (?:protect|keep|say|stop|defend|leave|tell|check|see|hear|manage|shut|ring|refuse|look)|"
    r"protect(?:s|ed|ing)? (?:him|her|them)sel|can and (?:does|did)|(?:he|she|they) (?:can|cannot|could|can't|"
    r"couldn't|is "
    r"able|is unable|is not able|was able|does not (?:need|draw|have)|draws|needs (?:help|support|care|somebody)|has "
    r"(?:since|"
    r"changed|blocked|stopped|cancelled|moved|left|ended|taken back|told (?:him|her|them) to))\b|"
    r"(?:because|as a result) of (?:his|her|their|this|that|these|those|the)\b|on account of (?:his|her|their)|"
    r"(?:not|no longer|nobody|never) (?:at risk|harmed|hurt)|no (?:abuse|evidence|loss|harm|injury)|turned out|was "
    r"found|laughed|it was (?:in|behind|under|with|at)|had (?:lent|"
    r"given|moved|put|forgotten)|(?:him|her|them)sel(?:f|ves)|"
    r"found (?:in|to have)|explained|mistake|misunderst\w+|accident\w*|saw it happen|"
    r"years ago|in (?:19|20)\d\d|of (?:19|20)\d\d|has (?:left|gone|died|moved)|(?:he|she|they) (?:\w+ )?(?:wanted|"
    r"wants|"
    r"wished|wishes|asked (?:for|that|us|me|not)|decided|chose|preferred|prefers|would rather|would sooner|agreed)|"
    r"(?:at|by|against) (?:his|her|their) (?:own )?(?:wish\w*|request)|content|does not want|did not want|reasons? "
    r"(?:are|is|"
    r"was|given|for this)|because (?:he|she|they)|since (?:he|she|they)|as (?:he|she|they) (?!was\b|were\b))\b"
)
"""Words that weigh one of the parts, clear the concern up, or give the person's wish."""
_CLEAR = re.compile(
    r"\bno (?:\w+ ){0,2}(?:concerns?|issues|risks?) (?:identified|raised|noted|at|were|about|around|reported|known|"
    r"in)\b|\bno (?:current |known |safeguarding |active )*(?:concerns?|issues|alerts)\b(?! (?:about|that))"
)
"""That there was nothing."""
_BARE = re.compile(
    r"\b(?:not met|does not meet|did not meet|nfa|no further action|closed|screened|not safeguarding|not s42|"
    r"proceed\w*|"
    r"progress\w*|provider|family (?:matter|dispute)|discussed with|decision|outcome|monitor\w*|as per|isolated)\b"
)


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
    bare = _DECIDED.search(plain(told)) or _BARE.search(plain(told)) or len(told.split()) < _FEW
    return bool(told) and (_WEIGHED.search(plain(told)) is not None or not bare)


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
    headed = _HEADED.search(heading) is not None
    named = _NAMED.search(told) is not None
    left = _CLEAR.sub(" ", told)
    if not (named or headed) or not _DECIDED.search(left):
        return False
    raised = _RAISED.search(left) is not None or is_harm(left)
    return raised and not _WEIGHED.search(told) and (headed or _decides_of_it(told))


def _decides_of_it(told: str) -> bool:
    """Under a heading that is not about safeguarding: whether a sentence that names it decides."""
    return any(_NAMED.search(one) and _DECIDED.search(one) for one in re.split(r"(?<=[.\n]) ", told))


def _decision(text: str) -> tuple[int, int] | None:
    passage = Passage(text)
    found = _DECIDED.search(plain(passage.plain.text))
    return passage.place(*found.span()) if found else None
