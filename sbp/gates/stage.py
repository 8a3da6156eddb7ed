"""Whether the words belong to a part that somebody plays: on a stage, in a film, in a story that is told."""

import re

from sbp.gates.match import Answer, Match, silent

_PART = re.compile(
    r"\b(?:in|for|from|of) (?:the|a|an|his|her|their|our|this year's) (?:[\w'-]+ ){0,2}"
    r"(?:play|panto|pantomime|musical|opera|operetta|film|sketch|drama|novel|sitcom|soap|ballad|fairy ?tale|nativity)\b"
    r"(?! (?:area|room|group|club|class|school|session|therapy|teacher|queen|time|studio|triangle))"
    r"|\bplay(?:s|ed|ing) (?:a|an|the) (?:[\w-]+ ){0,2}"
    r"(?:king|queen|prince|princess|witch|wizard|villain|baddie|ogre|giant|dame|aunt|uncle|stepmother|sister|landlord|"
    r"landlady|sheriff|murderer|detective|inspector|butler|pirate|captain|sergeant|thief|drunk|devil|ghost|vicar|"
    r"headmistress|headmaster|gangster|baron|duchess|lead)\b"
    r"|\b(?:his|her|the) (?:character|part|role) (?:in|is|was)\b|\b(?:rehears(?:es|ing|als?)|am-?dram)\b"
)
"""Looked for in lower case, which is faster than without regard to case."""


def played(match: Match) -> Answer | None:
    """`She plays a wicked aunt who throws tantrums`: nothing is said of the player."""
    lower = match.passage.plain.lower[match.sentence.start : match.sentence.end]
    return silent("is part of a play or a story") if _PART.search(lower) else None
