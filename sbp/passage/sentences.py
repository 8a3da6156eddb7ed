"""Cutting a plain text into sentences: UK abbreviations, bullets, key-value lines, wrapped lines."""

import re

_BOUNDARY = re.compile(
    r"[.!?;:\n](?:"
    r"(?<=[.!?])([\"')\]]*)\s+(?=[\"'(\[]*[A-Z0-9£#@*•\-\u2022\u2610-\u2612])"
    r"|(?<=\n)\s*\n"
    r"|(?<=\n)(?=\s*(?:[-*•·o>+\u2022\u2610-\u2612]\s|\d{1,2}[.)]\s|[\"'(\[]*[A-Z0-9]))"
    r"|(?<=[;:.])\n)"
)
"""Begins with the signs a sentence can end with, and nothing else, so that what is between them is passed over fast."""
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"]|(?<!\w)')(?:st|mr|mrs|ms|mx|dr|prof|rev|sr|jr|no|nos|e\.g|i\.e|eg|ie|approx|c|ca|cf|s|ss|para|paras|reg|regs|"
    r"ref|tel|ext|rd|ave|ln|cres|inc|vs|v|p|pp|fig|al|dept|hosp|min|mins|hr|hrs|wk|wks|yr|yrs|mon|tue|tues|wed|thu|thur|"
    r"thurs|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|[A-Z])\.$",
    re.IGNORECASE,
)
_LONGEST = 9
_LONGEST_SENTENCE = 600
_WEEKDAY_OR_INITIAL = re.compile(
    r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|min|mins|hr|hrs|yr|yrs|s|v|c|p|no)\.$", re.I
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, in order; together they hold all but white space."""
    spans: list[tuple[int, int]] = []
    start = 0
    for boundary in _BOUNDARY.finditer(text):
        stop = boundary.end(1)
        if stop > 0 and "\n" not in boundary.group() and _is_abbreviation(text, start, stop, boundary.end()):
            continue
        _add(spans, text, start, boundary.end())
        start = boundary.end()
    _add(spans, text, start, len(text))
    return spans


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
    if text[stop - 1] != "." or stop - text.rfind(" ", start, stop) > _LONGEST:
        return False
    found = _ABBREVIATION.search(text, max(start, stop - 10), stop)
    if found is None:
        return False
    return not (
        _WEEKDAY_OR_INITIAL.search(text, max(start, stop - 6), stop) and text[following : following + 1].isupper()
    )
