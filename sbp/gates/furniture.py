"""Whether the words belong to the form: headings, tick boxes, prompts, codes, guidance, footers."""

import re

from sbp.gates.match import Answer, Match, note, silent

_TICK = re.compile(r"[\u2610-\u2612\u2713-\u2718\u25a1\u25a0\u2b1c]")
_TICKS = {
    "[": re.compile(r"\[[ xX]?\]"),
    "/": re.compile(r"Yes(?<=\bYes)\s*/\s*(?:Yes|No)\b|No(?<=\bNo)\s*/\s*(?:Yes|No)\b|Y(?<=\bY)\s*/\s*N\b"),
}
"""How a tick box is written without a sign of its own, each under the sign without which it is not looked for."""
_HEADING = re.compile(
    r"^(?!\s*\d{1,2}[.)]?\s[^:]*[.;]\s*$)"
    r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z]\d{1,2}[.)]?|[A-Z][.)]|section [a-z0-9]+[:.]?|"
    r"(?:part|domain|item|field|box|row) [a-z0-9]+[:.]?)\s+\S+(?:\s+\S+){0,5}\s*:?\s*$",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"^\s*[-*\u2022]?\s*(?:previous |last |old )?(?:outcome code|"
    r"outcome(?=(?: \(\w+\))?\s*:\s*(?:\d|\S+(?:[ -]\S+){0,2}\s*$))"
    r"(?!.*\b(?:in (?:place|situ)|to continue|arranged|increased|restarted)\b)|"
    r"closure (?:reason|code)|reason(?: code| for (?:closure|referral)| closed)?|"
    r"(?:case|referral|record) status|(?:contact|visit) type|"
    r"(?:referral |form )*heading(?: [\w ]{1,30})?|"
    r"code|status|category|event outcome|drop-?down|selected|closed as|nfa reason|"
    r"contact outcome|end reason|referral reason|form|document|template|tag|flag|"
    r"alert type)(?: \([\w -]+\)| \d{1,3})?\s*:",
    re.IGNORECASE,
)
_ANSWERED_NO = re.compile(
    r"[^:.;,?\n]{0,40}:\s*(?:(?:entry|answer|response)\s*:\s*)?"
    r"(?:no|none|nil|never|n/?a|nothing|(?:left )?(?:blank|empty)|un(?:ticked|answered|completed)|"
    r"not (?:applicable|known|seen|asked|answered|completed|filled in|ticked|used|relevant))\b\s*"
    r"(?:to (?:note|report|add|record)\s*)?(?:[.;,|]|$)",
    re.I,
)
"""What follows the words where they are a question that is answered: `Confined to bed: No`."""
_CHOICES = re.compile(
    r"^\s*[-*\u2022(\[]?\s*(?:tick|select|choose|circle|delete|options?|answers?|choices)\b[^:.]{0,30}:", re.IGNORECASE
)
_GUIDANCE = re.compile(
    r"^\s*[(\[]?\s*(?:guidance|guidance note|prompt|note to (?:worker|assessor)|help text|do not record|do not use|"
    r"don't use|avoid (?:using|writing|words)|tip|example|e\.g\.|template)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"^[^:.\n]{3,50}\b(?:reference|ref|number|no|id)\.?(?: no\.?)?\s*:\s*\S+\s*$", re.IGNORECASE)
_ADDRESS = re.compile(r"^\s*(?:from|to|cc|bcc|sent)\s*:[^.!?]{0,80}$", re.IGNORECASE)
"""Who wrote a pasted message, and to whom."""
_FOOTERS = {
    "page ": re.compile(r"\bpage \d+ of \d+\b"),
    "version ": re.compile(r"\bversion \d"),
    ".": re.compile(r"v(?<=\bv)\d+\.\d+\b"),
    "form ref": re.compile(r"\bform ref\b"),
}
"""What a footer holds, in lower case, each under the letters without which it is not looked for."""
_LONGEST_CODE = 3
"""Letters of a code that is explained: `R = refused`."""
_INDENT = 6
_SHORT = 160
"""A longer line is prose, and a tick box belongs to its own sentence."""


def furniture(match: Match) -> Answer | None:
    """Print that stands on every form says nothing of this person."""
    start, end = match.line()
    line = match.passage.plain.text[start:end]
    keyed = ":" in line
    boxes = line if len(line) <= _SHORT else match.sentence.text
    if (not boxes.isascii() and _TICK.search(boxes)) or _has_one(_TICKS, boxes):
        return silent("belongs to a tick box")
    if keyed and (_CHOICES.match(line) or _ANSWERED_NO.match(match.passage.plain.text[:end], match.span[1])):
        return silent("belongs to the form")
    if _HEADING.match(line) or _GUIDANCE.match(line) or _has_one(_FOOTERS, match.sentence.text.lower()):
        return silent("belongs to the form")
    if keyed and (_REFERENCE.match(line) or _ADDRESS.match(line)):
        return silent("belongs to the form")
    if match.before(1) == ("=",) and len(match.before(2)[0]) <= _LONGEST_CODE:
        return silent("explains a code")
    if match.passage.section_kind == "prompt" and not match.passage.names_person:
        return silent("belongs to the form")
    first = match.sentence.start
    is_near = match.span[0] - first < 60
    if keyed and is_near and ((first - start < _INDENT and _CODE.match(line)) or _CODE.match(match.sentence.text)):
        return note("is a code chosen from a list")
    return None


def _has_one(written: dict[str, re.Pattern[str]], line: str) -> bool:
    return any(signs in line and expression.search(line) for signs, expression in written.items())
