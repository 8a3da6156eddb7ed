"""Whether the word itself is being talked about."""

import re

from sbp.gates.match import Answer, Match, silent

_HELD_UP = re.compile(
    r"\b(?:"
    r"(?:the|that|this|a|of|word|words|term|terms|phrase|label|labels|wording|language|expression|called|tag)\s+"
    r"(?:word|words|term|terms|phrase|phrases|label|labels|wording|expression|tag|description)\b"
    r"|(?:stop|stopped|avoid|avoids|avoided|drop|drops|dropped|not|never|without|instead of|rather than|than|"
    r"no longer|try not to)\s+(?:\w+\s+){0,2}(?:describ\w+|writ\w+|say\w*|us\w+|call\w*|record\w*|label\w*|"
    r"putting|put)\b"
    r"|(?:wrong|unfair|unkind|misleading|inaccurate|unhelpful|easy|lazy|not right|not fair) to "
    r"(?:call|describe|label|say|write|think)\b"
    r"|please (?:change|replace|amend|remove|swap|take out)\b"
    r"|(?:reword|rewrite|rephrase|deleted?|strike|cross(?:ed)? out|took out)\b"
    r"|we (?:would|now|prefer to|try to) (?:say|write|call)\b"
    r"|(?:insulting|offensive|unhelpful|outdated|hurtful|disrespectful|demeaning) (?:word|term|label|phrase|language)\b"
    r"|(?:finds|found|hates|dislikes|objects to|objected to|is hurt by|resents)\s+(?:\w+\s+){0,3}"
    r"(?:word|term|label|phrase|being called|being described)\b"
    r"|being (?:called|described|labelled|branded|written up|put down|referred to|known)\b"
    r"|(?:hurt|upset|angry|cross|sad|sorry|offended|distressed|shocked|hurts? (?:him|her)|upsets? (?:him|her)) to "
    r"(?:read|see|hear|find|learn)\b"
    r"|(?:reword|rephrase|replace|swap|delete|take out|suggest we lose)\b"
    r"|(?:inspect\w+|cqc|ombudsman|coroner|court|judge|report|reviewer|auditor)(?: \w+){0,3} "
    r"(?:criticis\w+|condemned|objected to|found fault)\b"
    r"|(?:language|style|recording|writing) (?:guide|guidance|list|policy|standards?)\b"
    r")"
)
"""Looked for in lower case, which is faster than without regard to case."""
_NAMED_AFTER = re.compile(
    r"[\"')\]]*\s+(?:is|was|isn't|as) (?:the|a|an|not|our|his|her|their)?\s*(?:\w+\s+){0,2}(?:word|term|"
    r"phrase|label|wording)\b"
    r"|[\"')\]]*\s+(?:turned out|turns out|proved) to be\b"
    r"|[\"')\]]*,? (?:and )?(?:which|that|this) (?:was|is|seems|felt) "
    r"(?:not |so |very )?(?:unfair|untrue|unkind|wrong|a mistake|right)\b"
)
_NEAR = 60
_CLOSE = frozenset(
    "word words term terms phrase label labels wording describing saying writing calling called jargon".split()
)


def criticised(match: Match) -> Answer | None:
    """A word that is named, objected to or taken out is not being used."""
    start, end = match.span
    lower, opening, closing = match.passage.plain.lower, match.sentence.start, match.sentence.end
    held_up = not _CLOSE.isdisjoint(match.before(4)) and _HELD_UP.search(lower[opening:closing])
    if held_up or _NAMED_AFTER.match(lower, end, closing):
        return silent("is talked about, not used")
    if any(start - opening - each.end() < _NEAR for each in _HELD_UP.finditer(lower[opening:start])):
        return silent("is talked about, not used")
    return None
