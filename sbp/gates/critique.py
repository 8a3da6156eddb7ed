"""Whether the word itself is being talked about."""

import re

from sbp.gates.match import Answer, Match, silent

_HELD_UP = re.compile(
    r"\b(?:the|that|this|a|of|word|words|term|terms|phrase|label|labels|wording|language|expression|called|tag)\s+(?:word|words|term|terms|phrase|phrases|label|labels|wording|expression|tag|description)\b"
    r"|\b(?:stop|stopped|avoid|avoids|avoided|drop|drops|dropped|not|never|without|instead of|rather than|than|"
    r"no longer|try not to)\s+(?:\w+\s+){0,2}(?:describ\w+|writ\w+|say\w*|us\w+|call\w+|record\w*|label\w*|"
    r"putting|put)\b"
    r"|\b(?:wrong|unfair|unkind|misleading|inaccurate|unhelpful|easy|lazy|not right|not fair) to "
    r"(?:call|describe|label|say|write|think)\b"
    r"|\bplease (?:change|replace|amend|remove|swap|take out)\b|\b(?:reword|rewrite|rephrase|deleted?|strike|"
    r"cross(?:ed)? out|took out)\b"
    r"|\bwe (?:would|now|prefer to|try to) (?:say|write|call)\b|\b(?:insulting|offensive|unhelpful|outdated|"
    r"hurtful|disrespectful|demeaning) (?:word|term|label|phrase|language)\b"
    r"|\b(?:finds|found|hates|dislikes|objects to|objected to|is hurt by|resents)\s+(?:\w+\s+){0,3}(?:word|"
    r"term|label|phrase|being called|being described)\b",
    re.IGNORECASE,
)
_CLOSE = frozenset(
    "word words term terms phrase label labels wording describing saying writing calling called jargon".split()
)


def criticised(match: Match) -> Answer | None:
    """A word that is named, objected to or taken out is not being used."""
    if _CLOSE.intersection(match.before(4)) and _HELD_UP.search(match.sentence.text):
        return silent("is talked about, not used")
    start, _ = match.span
    before = match.passage.plain.text[match.sentence.start : start]
    held_up = list(_HELD_UP.finditer(before))
    if held_up and len(before) - held_up[-1].end() < 60:
        return silent("is talked about, not used")
    after = match.passage.plain.lower[match.span[1] : match.sentence.end]
    if re.match(
        r"[\"')\]]*\s+(?:is|was|isn't|as) (?:the|a|an|not|our|his|her|their)?\s*(?:\w+\s+){0,2}(?:word|term|"
        r"phrase|label|wording)\b",
        after,
    ):
        return silent("is talked about, not used")
    return None
