"""Whether the words are those of the law, or bound to an order of a court."""

import re

from sbp.gates.match import Answer, Match, silent
from sbp.passage import Sentence

_LAW = re.compile(
    r"\b(?=[abcdefhijlmnoprstuw])(?:care act|mental capacity act|mental health act|mca|mha|cto|dols|dolsa|lps|"
    r"(?<!holds )(?<!holding )(?<!held )court|"
    r"(?:the|a|district|circuit|high court) judge|judge's|deputyship|"
    r"injunction|bail|licence conditions?|probation|mappa|tenancy (?:agreement|condition|breach|notice|law)s?|"
    r"magistrates?|landlord and tenant|"
    r"standard authorisation|urgent authorisation|deprivation of liberty|advance decision|adrt|respect form|"
    r"dnacpr|restraining order|non-molestation|exclusion order|"
    r"eligibility (?:criteria|decision|determination|outcomes?|test)|eligible needs?|"
    r"specified outcomes|statutory|regulations?|ombudsman|lgsco|equality act|human rights|"
    r"section \d+|s\.?\s?\d{1,3}(?:\(\d\))?|ss\.?\s?\d+|reg(?:ulation)?\.? \d|unwise decision|nearest relative|"
    r"able and willing|willing and able|"
    r"supervision and control|acid test|in advance|as is (?:his|her|their) right|priority need|"
    r"breach of tenancy|notice (?:of )?seeking|possession (?:order|notice|proceedings)|"
    r"habitable home|maintaining nutrition|necessary facilities|"
    r"fire (?:safety|regulations?|rules|alarms?)|building regulations?|two or more of the|"
    r"personal independence payment|universal credit|attendance allowance)\b"
)
"""Looked for in lower case, which is faster than without regard to case."""

_ORDER = re.compile(
    r"\b(?:bail|probation|injunction|(?:restraining|non-molestation|exclusion|community|court) order|mappa|"
    r"licence conditions?|electronic tag|tagged by)\b"
)
"""An order told of a sentence or two earlier: `Bail runs to May. He must be in by nine.`"""
_EARLIER = 2

_HOME = re.compile(
    r"\b(?!(?:The|A|This|High|Crown|County|Family|Supreme|Magistrates|Youth|Combined|Coroners?|Appeal)\b)"
    r"[A-Z][a-z]+ Court\b(?! of\b| order)"
)
"""`Larch Court` is where somebody lives."""


def statutory(match: Match) -> Answer | None:
    """The words of a statute or an order must stay."""
    if match.passage.section_kind == "eligibility" and match.reads == "verdict":
        return silent("stands in the eligibility section")
    if match.reads == "verdict" and _LAW.search(_without_homes(match.sentence)):
        return silent("is worded by law or an order")
    if match.reads == "verdict" and match.about == "setting" and _ORDER.search(_lately(match.sentence)):
        return silent("is worded by law or an order")
    return None


def _lately(sentence: Sentence) -> str:
    """What stands in the two sentences before, in lower case."""
    opening, _ = sentence.passage.sentence_spans[max(0, sentence.number - _EARLIER)]
    return sentence.passage.plain.lower[opening : sentence.start]


def _without_homes(sentence: Sentence) -> str:
    """A sentence in lower case, without the courts where people live."""
    if "Court" in sentence.text:
        return _HOME.sub("", sentence.text).lower()
    return sentence.passage.plain.lower[sentence.start : sentence.end]
