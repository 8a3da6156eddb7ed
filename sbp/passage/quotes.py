"""Which stretches of a plain text stand in quotation marks.

UK writers use single quotes for speech and the same sign as an apostrophe, so a single quote opens only where an
apostrophe cannot stand, and closes only where one can end.
"""

import re

_DOUBLE = re.compile(r'"')
_OPENS = re.compile(r"'(?:(?<=[\s(\[:,/-]')|(?<=^'))(?=[A-Za-z0-9(*.])", re.MULTILINE)
_CLOSES = re.compile(r"'(?<=[\w.,!?;:)*…-]')(?![A-Za-z0-9])")
"""Both begin with the mark itself, so that all else is passed over fast."""
_ELISION = re.compile(
    r"'(?:tis|twas|cause|cos|em|til|till|bout|ere|ave|ad|as|er|im|is|e|ello|ospital|ome|urts|n|nother|round|fraid|spose)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"' [a-z]")
_LONGEST = 1200
_UNCLOSED = 350


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """The quoted stretches, marks included, in order and apart from one another."""
    spans: list[tuple[int, int]] = []
    if '"' in text:
        spans += _double(text)
    if "'" in text:
        spans += [span for span in _single(text) if not _inside(span, spans)]
    return tuple(sorted(spans))


def _inside(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spans)


def _double(text: str) -> list[tuple[int, int]]:
    """Pairs of double quotes. An unclosed one reaches to the end of its paragraph, or not far."""
    marks = [match.start() for match in _DOUBLE.finditer(text) if not _is_inches(text, match.start())]
    spans: list[tuple[int, int]] = []
    index = 0
    while index < len(marks):
        start = marks[index]
        end = _paragraph_end(text, start)
        if index + 1 < len(marks) and (marks[index + 1] < end or _continues(text, start, marks[index + 1])):
            spans.append((start, marks[index + 1] + 1))
            index += 2
        else:
            spans.append((start, min(end, start + _UNCLOSED)))
            index += 1
    return spans


def _is_inches(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isdigit() and (at + 1 == len(text) or not text[at + 1].isalnum()) and at >= 2


def _continues(text: str, start: int, end: int) -> bool:
    """A quotation over several paragraphs, closed within reach."""
    closes = end + 1 == len(text) or not text[end + 1].isalnum()
    return end - start < _LONGEST and not text[end - 1].isspace() and closes


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _single(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at = 0
    for opening in _OPENS.finditer(text):
        start = opening.start()
        if start < at or _ELISION.match(text, start):
            continue
        limit = min(_paragraph_end(text, start), start + _LONGEST)
        end = _closing(text, start + 1, min(limit + 1, len(text)))
        if end is not None:
            spans.append((start, end + 1))
            at = end + 1
    return spans


def _closing(text: str, start: int, end: int) -> int | None:
    """The first mark of a stretch that closes; a plural possessive such as `carers' rota` is passed over, or last."""
    at = None
    for closing in _CLOSES.finditer(text, start, end):
        at = closing.start()
        if text[at - 1] not in "sS" or _GOES_ON.match(text, at) is None:
            break
    return at
