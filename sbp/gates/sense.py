"""Whether the words mean something else here: `refuse collection`, `aggressive tumour`, `suffered a fall`."""

from typing import Final

from sbp.gates.match import Answer, Match, silent
from sbp.passage.lexicon import words

_ARTICLES: Final = frozenset(["the", "a", "an", ",", "and", ""])
_NO_NOUN: Final = frozenset(
    "to of in on at by with from for and or but nor when whenever if while who that as than because so yet about "
    "around over under after before during due since until throughout overnight today tonight again once most some "
    "throughout overall despite even every all his her their the this he she they him them is was has had".split()
)
_OF_RULES: Final = frozenset(["non-compliant", "noncompliant"])
"""What a building, a form or a part is too: `non-compliant cladding`."""
_CONDUCT: Final = frozenset(
    "behaviour behaviours outburst outbursts episode episodes incident incidents manner attitude language tone way "
    "ways nature streak side tendencies personality character presentation mood moods gesture gestures comment "
    "comments remark remarks traits phase".split()
)
"""Nouns that show what somebody is like."""
_OF_PEOPLE: Final = ("person_noun", "kin", "label_noun", "sure_trait", "frame_trait", "adverb")


def other_sense(match: Match) -> Answer | None:
    """The rule's own `unless` phrases stand over the match, or its adjective belongs to something else."""
    if any(start < match.last and match.first < end for start, end in match.unless):
        return silent("means something else here")
    opening = match.words[match.first]
    is_trait = opening in _OF_RULES or opening in words("sure_trait")
    if match.last - match.first == 1 and is_trait and _is_of_a_noun(match):
        return silent("describes a thing")
    return None


def _is_of_a_noun(match: Match) -> bool:
    """`The aggressive setting on the machine`; but not `aggressive towards`, `an aggressive manner`."""
    before = match.words[match.first - 1] if match.first else ""
    if before not in _ARTICLES and match.words[match.first] not in _OF_RULES:
        return False
    noun = match.words[match.last] if match.last < len(match.words) else ""
    if len(noun) < 3 or not noun.isalpha() or noun.endswith(("ly", "ing", "wards")):
        return False
    return noun not in _NO_NOUN | _CONDUCT and not any(noun in words(name) for name in _OF_PEOPLE)
