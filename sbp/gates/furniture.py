"""Whether the words belong to the form: headings, tick boxes, prompts, codes, guidance, footers."""

import re

from sbp.gates.match import Answer, Match, note, silent

_TICK = re.compile(
    r"[\u2610-\u2612\u2713-\u2718\u25a1\u25a0\u2b1c]|\[[ xX]?\]|\b(?:Yes|No)\s*/\s*(?:Yes|No)\b|\bY\s*/\s*N\b"
)
_TICKED = frozenset("\u2610\u2611\u2612\u2713\u2714\u2715\u2716\u2717\u2718\u25a1\u25a0\u2b1c[/")
"""One of these is on every line that `_TICK` finds."""
_HEADING = re.compile(
    r"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z]\d{1,2}[.)]?|[A-Z][.)]|section [a-z0-9]+[:.]?|"
    r"part [a-z0-9]+[:.]?)\s+\S+(?:\s+\S+){0,5}\s*:?\s*$",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"^\s*[-*\u2022]?\s*(?:outcome code|outcome(?=(?: \(\w+\))?\s*:\s*(?:\d|\S+(?:[ -]\S+){0,2}\s*$))"
    r"(?!.*\b(?:in (?:place|situ)|to continue|arranged|increased|restarted)\b)|"
    r"closure (?:reason|code)|reason(?: code| for closure| closed)?|"
    r"code|status|category|event outcome|drop-?down|selected|closed as|nfa reason|"
    r"contact outcome|end reason|referral reason|form|document|template|tag|flag|alert type)(?: \(\w+\)| \d{1,3})?\s*:",
    re.IGNORECASE,
)
_GUIDANCE = re.compile(
    r"^\s*[(\[]?\s*(?:guidance|guidance note|prompt|note to (?:worker|assessor)|help text|do not record|do not use|"
    r"don't use|avoid (?:using|writing|words)|tip|example|e\.g\.|template)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"^[^:.\n]{3,50}\b(?:reference|ref|number|no|id)\.?(?: no\.?)?\s*:\s*\S+\s*$", re.IGNORECASE)
_FOOTERS = {
    "page ": re.compile(r"\bpage \d+ of \d+\b"),
    "version ": re.compile(r"\bversion \d"),
    ".": re.compile(r"v(?<=\bv)\d+\.\d+\b"),
    "form ref": re.compile(r"\bform ref\b"),
}
"""What a footer holds, in lower case, each under the letters without which it is not looked for."""
_INDENT = 6


def furniture(match: Match) -> Answer | None:
    """Print that stands on every form says nothing of this person."""
    start, end = match.line()
    line = match.passage.plain.text[start:end]
    if not _TICKED.isdisjoint(line) and _TICK.search(line):
        return silent("belongs to a tick box")
    if _HEADING.match(line) or _GUIDANCE.match(line) or _has_footer(match.passage.plain.lower[start:end]):
        return silent("belongs to the form")
    if _REFERENCE.match(line):
        return silent("belongs to the form")
    if match.passage.section_kind == "prompt" and not match.passage.names_person:
        return silent("belongs to the form")
    of_the_code = match.sentence.start - start < _INDENT
    if _CODE.match(line) and of_the_code and match.span[0] - start < 60:
        return note("is a code chosen from a list")
    return None


def _has_footer(line: str) -> bool:
    return any(letters in line and footer.search(line) for letters, footer in _FOOTERS.items())
