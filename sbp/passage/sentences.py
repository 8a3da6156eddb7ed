"""Cutting a plain text into sentences: UK abbreviations, bullets, key-value lines, wrapped lines."""

import re
from functools import lru_cache

_BOUNDARY = re.compile(
    r"[.!?;:\n](?:"
    r"(?<=[.!?])([\"')\]]*)\s+(?=[\"'(\[]*[A-Z0-9£#@*•\-\u2022\u2610-\u2612])"
    r"|(?<=\n)\s*\n"
    r"|(?<=\n)(?=\s*(?:[-*•·o>+\u2022\u2610-\u2612]\s|\d{1,2}[.)]\s|[\"'(\[]*[A-Z0-9]))"
    r"|(?<=[;:.])\n)"
)
"""Begins with the signs a sentence can end with, and nothing else, so that what is between them is passed over fast."""
_ABBREVIATIONS = frozenset(
    """al approx apr aug ave c ca cf cres dec dept dr e.g eg ext feb fig fri hosp hr hrs i.e ie inc jan jr jul jun ln
    mar min mins mon mr mrs ms mx no nos nov oct p para paras pp prof rd ref reg regs rev s sat sep sept sr ss st sun
    tel thu thur thurs tue tues v vs wed wk wks yr yrs""".split()
)
_ABBREVIATION = re.compile(
    rf"(?:^|[\s(\"]|(?<!\w)')(?:{'|'.join(map(re.escape, sorted(_ABBREVIATIONS)))}|[A-Z])\.$", re.IGNORECASE
)
_LONGEST = 9
_LONGEST_SENTENCE = 600
_WEEKDAY_OR_INITIAL = re.compile(
    r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|min|mins|hr|hrs|yr|yrs|s|v|c|p|no)\.$", re.I
)


@lru_cache(maxsize=64)
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence, in order; together they hold all but white space.

    A few texts are remembered, because many checks ask of one in turn.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for boundary in _BOUNDARY.finditer(text):
        stop = boundary.end(1)
        if stop > 0 and "\n" not in boundary.group() and _is_abbreviation(text, start, stop, boundary.end()):
            continue
        _add(spans, text, start, boundary.end())
        start = boundary.end()
    _add(spans, text, start, len(text))
    return tuple(spans)


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add a stretch without the white space around it; one without an end in sight is cut at a space."""
    while end - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = start + _LONGEST_SENTENCE if cut < 0 else cut
        _add(spans, text, start, cut)
        start = cut
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        start += len(piece) - len(piece.lstrip())
        spans.append((start, start + len(stripped)))


def _is_abbreviation(text: str, start: int, stop: int, following: int) -> bool:
    opening = text.rfind(" ", start, stop)
    if text[stop - 1] != "." or stop - opening > _LONGEST:
        return False
    word = text[max(start, opening + 1) : stop - 1]
    if len(word) > 1 and word.isalpha() and word.lower() not in _ABBREVIATIONS:
        return False
    found = _ABBREVIATION.search(text, max(start, stop - 10), stop)
    if found is None:
        return False
    return not (
        _WEEKDAY_OR_INITIAL.search(text, max(start, stop - 6), stop) and text[following : following + 1].isupper()
    )
