"""What a part of a record invites, be it a field of its own or a section under a heading.

Most real forms are headings and text. A check that looks for outcomes, strengths or the network asks here, and so
reads both.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from sbp.passage.normalise import normalise
from sbp.records import Prose, Record, prose

Matter = Literal["outcomes", "strengths", "network"]

_WHOSE = r"(?:my|his|her|their|your|own|(?:the )?(?:person|adult|individual|client|resident|carer)(?:'?s'?)?)"
_SOMEBODY = r"(?:i|we|you|he|she|they|(?:the )?(?:person|adult|individual|client|carer)|(?:m(?:r|rs|s|iss) )?[\w'-]+)"
_FIELDS = {
    "outcomes": re.compile(r"/outcomes/\d+/statement/"),
    "strengths": re.compile(r"/strengths/"),
    "network": re.compile(r"/network/"),
}
_HEADINGS = {
    "outcomes": re.compile(
        r"^outcomes$|\b(?:(?:personal|wanted|wished|desired|agreed|identified|intended|planned|individual|"
        r"wellbeing|key) "
        rf"(?:outcomes?|goals?|aims?)|{_WHOSE} (?:[\w-]+ )?(?:outcomes?|goals?|aims?|aspirations?|hopes|ambitions?)|"
        rf"(?:outcomes?|goals?|aims?|aspirations?) (?:{_SOMEBODY} wants?|wanted|the|for (?:the )?|to (?:be "
        rf")?achieved?\b|"
        r"\(|identified|agreed|sought|i\b)|goals?|aspirations?|aims\b|hopes and (?:dreams|wishes)|(?:goals|aims) "
        r"and outcomes|"
        r"outcomes and (?:goals|aims|aspirations)|short[- ]term outcomes?|long[- ]term outcomes?|"
        rf"what (?:(?:do|does|would|is) )?{_SOMEBODY} (?:wants?|wishes|hopes?|would like|like)(?: (?:to )?(?:achieve|"
        r"happen|change|do|be different|see|work (?:on|towards)|get back to)| from [\w -]+)?\??$|"
        r"want(?:s|ed)? to achieve|hop(?:e|es|ing) to achieve|to achieve|want(?:s)? to happen)"
    ),
    "strengths": re.compile(
        r"\b(?:strengths?|what (?:i|he|she|they|the person|[\w'-]+) (?:can do|does well|is good at|am good at|brings?|"
        r"do well|likes? and admires?)|good at|abilities|skills|talents?|gifts|going well|assets|what is strong|"
        r"what works well|(?:like|liked) and admired?|proud of|capabilities|can do)\b"
    ),
    "network": re.compile(
        r"\b(?:network|community|people around|people in (?:my|his|her|their) life|(?:family|friends),? (?:and|&) |"
        r"family, |who (?:is|are) (?:around|important|in)|people (?:who|that) (?:matter|are important)|important "
        r"people|"
        r"around me|relationships|who there is|social (?:contacts?|circle|support|life|circumstances|"
        r"situation|background)|who (?:helps|visits|comes|there is)|circle of support|(?:my|his|her|their) circle|"
        r"informal support|my people|connections|who matters)\b|^(?:people|family|friends)$"
    ),
}
_OTHERWISE = {
    "outcomes": re.compile(
        r"\b(?:eligib\w*|care act|specified|national|regulation|unable|limb|support|how|review|assessment|visit|"
        r"contact|"
        r"panel|meeting|referral|actions?|plan|service|progress|achieved\?|been|met|concern|enquiry|not|say|said|think|"
        r"know)\b"
    ),
    "strengths": re.compile(r"\b(?:needs?|difficult\w*|risks?|weakness\w*|challenges?|is not|isn't|cannot)\b"),
    "network": re.compile(
        r"\b(?:access\w*|using|nurs\w+|facilit\w+|services?|getting|using|equipment|eligib\w*|"
        r"affects?|changes|work|leisure|part of|involvement in)\b"
    ),
}
"""What makes of such a heading something else: the law's outcomes, whose views they are."""


def invited(record: Record, matter: Matter) -> Iterator[Prose]:
    """The entries that stand where a record asks for a matter: its own field first, then sections so headed."""
    yield from (item for item in prose(record) if _FIELDS[matter].match(item.pointer))
    for item in prose(record):
        if item.pointer.startswith("/sections/") and invites(item.heading, matter):
            yield item


@lru_cache(maxsize=4096)
def invites(heading: str, matter: Matter) -> bool:
    """Whether a heading asks for a matter: *What I am good at* for strengths, *Who there is* for the network."""
    lowered = normalise(heading).lower.strip(" :.\n\t*#-0123456789")
    return _HEADINGS[matter].search(lowered) is not None and _OTHERWISE[matter].search(lowered) is None
