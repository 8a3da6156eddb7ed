"""Whether the words are those of the law, or bound to an order of a court."""

import re

from sbp.gates.match import Answer, Match, silent

_LAW = re.compile(
    r"\b(?:care act|mental capacity act|mental health act|mca|mha|cto|dols|dolsa|lps|"
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
    r"fire (?:safety|regulations?|doors?|rules|alarms?)|building regulations?|two or more of the|"
    r"personal independence payment|universal credit|attendance allowance)\b",
    re.IGNORECASE,
)

_HOME = re.compile(
    r"\b(?!(?:The|A|This|High|Crown|County|Family|Supreme|Magistrates|Youth|Combined|Coroners?|Appeal)\b)"
    r"[A-Z][a-z]+ Court\b(?! of\b| order)"
)
"""`Larch Court` is where somebody lives."""


def statutory(match: Match) -> Answer | None:
    """The words of a statute or an order must stay."""
    if match.passage.section_kind == "eligibility" and match.reads == "verdict":
        return silent("stands in the eligibility section")
    if match.reads == "verdict" and _LAW.search(_HOME.sub("", match.sentence.text)):
        return silent("is worded by law or an order")
    return None
