"""What is odd about the text of an answer. It is counted and told; the text itself stays as exported."""

import re
from collections.abc import Iterator
from typing import Final

CUT: Final = "answer cut short at 32,767 characters, the most an Excel cell holds: the rest is not in the export"
HTML: Final = "answer with HTML mark-up, kept and read around"
WORD: Final = "answer with Word mark-up or fields, kept"
INVISIBLE: Final = "answer with a stray byte order mark or a character that nobody sees, kept"
CURLY: Final = "answer with curly quotation marks, kept and read as straight ones"
SPOILT: Final = "answer with characters spoilt by a wrong encoding, such as â€™, kept"
SAYS_NONE: Final = "answer that says only None, N/A or the like, kept"
LINE_BREAKS: Final = "answer with line breaks inside, kept"

_MOST_IN_A_CELL: Final = 32_767
_TAG: Final = re.compile(
    r"</?(?:p|br|div|span|b|i|u|strong|em|ul|ol|li|table|tr|td|th|font|h[1-6]|a)\b[^<>]*>|&(?:nbsp|amp|lt|gt|quot|#\d+);",
    re.IGNORECASE,
)
_WORD: Final = ("{\\rtf", "<w:", "<o:p>", "mso-", "MsoNormal", "MERGEFIELD", "FORMTEXT", 'HYPERLINK "')
_INVISIBLE: Final = re.compile("[\ufeff\u200b\u200e\u200f\u00ad\ufffe]")
_CURLY: Final = re.compile("[‘’“”]")
_SPOILT: Final = re.compile("â€|Ã[\u0080-\u00bf]|Â[£\u00a0]|\ufffd")
_NONE: Final = frozenset({"none", "n/a", "na", "nil", "null", "nan", "#n/a", "-", "(null)"})


def oddities(text: str) -> Iterator[str]:
    """The kinds of oddity an answer has, each once."""
    if len(text) < 10 and text.strip().casefold() in _NONE:
        yield SAYS_NONE
    if "\n" in text.strip():
        yield LINE_BREAKS
    if ("<" in text or "&" in text) and _TAG.search(text):
        yield HTML
    if any(mark in text for mark in _WORD):
        yield WORD
    if not text.isascii():
        yield from (kind for kind, pattern in _NOT_ASCII if pattern.search(text))
    if is_cut(text):
        yield CUT


_NOT_ASCII: Final = ((INVISIBLE, _INVISIBLE), (CURLY, _CURLY), (SPOILT, _SPOILT))


def is_cut(text: str) -> bool:
    """Whether a text is as long as the longest cell of Excel.

    Excel counts characters beyond the first 65,536 as two; a workbook's writer may have trimmed one.
    """
    if len(text) < _MOST_IN_A_CELL // 2:
        return False
    units = len(text) + sum(letter > "\uffff" for letter in text)
    return units in (_MOST_IN_A_CELL, _MOST_IN_A_CELL - 1)
