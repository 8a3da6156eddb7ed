"""One text made plain, with the way back to every original character.

Curly quotes, ligatures, non-breaking spaces, soft hyphens, words broken at a line end, HTML and Word mark-up.
"""

import html
import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache

from attrs import frozen

_PLAIN = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201a": "'",
    "\u201b": "'",
    "\u2032": "'",
    "\u02bc": "'",
    "\u00b4": "'",
    "`": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u201f": '"',
    "\u2033": '"',
    "\u00ab": '"',
    "\u00bb": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u00a0": " ",
    "\u2007": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\u200a": " ",
    "\t": " ",
    "\r": " ",
    "\x0b": "\n",
    "\x0c": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\x00": " ",
}


_MARKUP = re.compile(
    r"<!--.{0,2000}?-->|<(style|script|xml)\b[^<>]{0,200}>.{0,4000}?</\1\s*>|</?[a-z][a-z0-9:]{0,20}(?:\s[^<>]{0,2000})?/?>"
    r"|&(?:\#\d{1,7}|\#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK = re.compile(r"</?(?:p|div|br|li|ul|ol|tr|table|h[1-6]|w:p)\b", re.IGNORECASE)
_HALF = re.compile("[\ud800-\udfff]")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-[ ]?\n[ ]*(?=[a-z])")


@frozen(eq=False)
class Plain:
    """Plain text and where its characters came from.

    `text` keeps the case; `lower` is the same length. `origin` holds, for each character of `text`, its position in
    the original, or is None when the two are position for position alike.
    """

    original: str
    text: str
    lower: str
    origin: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the original that a stretch of plain text came from."""
        if self.origin is None:
            return start, end
        last = self.origin[end - 1]
        entity = _MARKUP.match(self.original, last)
        return self.origin[start], entity.end() if entity else last + 1

    def position(self, original: int) -> int:
        """The first plain position that came from this original position or a later one."""
        return original if self.origin is None else bisect_left(self.origin, original)


@lru_cache(maxsize=64)
def normalise(original: str) -> Plain:
    """Make a text plain. A few are remembered, because many checks ask of one in turn."""
    text = original if original.isascii() and original.isprintable() else _plain(original)
    origin: tuple[int, ...] | None = None
    if _needs_care(text):
        text, origin = _rewritten(text)
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(_lower(character) for character in text)
    return Plain(original, text, lower, origin)


def _plain(text: str) -> str:
    """The same length, with plain quotes, hyphens and spaces. Replacing sign by sign is faster than translating."""
    for sign in _PLAIN.keys() & set(text):
        text = text.replace(sign, _PLAIN[sign])
    return _HALF.sub("\ufffd", text)


def _needs_care(text: str) -> bool:
    if "<" in text or "&" in text:
        return True
    if not text.isascii() and (_INVISIBLE.search(text) or not unicodedata.is_normalized("NFKC", text)):
        return True
    return "-\n" in text or "- \n" in text


def _lower(character: str) -> str:
    lowered = character.lower()
    return lowered if len(lowered) == 1 else character


def _rewritten(text: str) -> tuple[str, tuple[int, ...] | None]:
    """Apply every replacement, keeping for each new character the old position it stands for."""
    stretches = _replacements(text)
    if all(replacement is None for _, _, replacement in stretches):
        return text, None
    pieces: list[str] = []
    origin: list[int] = []
    for start, end, replacement in stretches:
        if replacement is None:
            pieces.append(text[start:end])
            origin.extend(range(start, end))
        else:
            pieces.append(replacement)
            origin.extend([start] * len(replacement))
    return "".join(pieces), tuple(origin)


def _replacements(text: str) -> list[tuple[int, int, str | None]]:
    """The text cut into stretches that stay (None) and stretches that are replaced."""
    found = [(match.start(), match.end(), _for_markup(match.group())) for match in _MARKUP.finditer(text)]
    found += [(match.start(), match.end(), "-") for match in _BROKEN_WORD.finditer(text)]
    if not text.isascii():
        found += [(match.start(), match.end(), "") for match in _INVISIBLE.finditer(text)]
        found += [
            (match.start(), match.end(), wide)
            for match in _FOREIGN.finditer(text)
            if (wide := unicodedata.normalize("NFKC", match.group())) != match.group()
        ]
    stretches: list[tuple[int, int, str | None]] = []
    at = 0
    for start, end, replacement in sorted(found, key=lambda item: (item[0], -item[1])):
        if start < at:
            continue
        if start > at:
            stretches.append((at, start, None))
        stretches.append((start, end, _plain(replacement)))
        at = end
    if at < len(text):
        stretches.append((at, len(text), None))
    return stretches


def without_markup(text: str) -> str:
    """A text to be shown: HTML tags gone and entities read; quotes and all else as they were written."""
    return _MARKUP.sub(lambda found: _for_markup(found.group()), text) if "<" in text or "&" in text else text


def _for_markup(found: str) -> str:
    if found[0] == "&":
        return html.unescape(found)
    return "\n" if _BLOCK.match(found) else ""
