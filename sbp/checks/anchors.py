"""The words by which an expression is looked for: a text that has none of them is not searched.

An expression is read as it is written, and only as far as it takes: letters, choices, how often, edges of words.
Whatever else it has is taken to match anything, which costs a search and never a finding.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from attrs import define

from sbp.checks.phrase import COMMON, EVERYWHERE

Anchors = frozenset[str]
"""Words one of which must stand in a text; one that ends in `*` is a beginning."""

_SIGN: Final = re.compile(
    r"(?P<letters>(?:[\w ',:-]|\\[ '-])+(?![*+?{]))|(?P<look>\(\?<?[=!])|(?P<open>\(\?P<\w+>|\(\?[a-z]*:|\((?!\?))"
    r"|(?P<close>\))|(?P<or>\|)|(?P<often>[*+?]|\{\d*,?\d*\})[?+]?|(?P<edge>\\b|\^|\$)"
    r"|(?P<kind>\[\^?\]?(?:\\.|[^\]\\])*\]|\\(?:u[0-9a-f]{4}|[a-zA-Z\d])|\.)|\(\?[a-z]+\)|(?P<letter>\\?.)",
    re.DOTALL,
)
_ANY_OF_WORD: Final = re.compile(r"\\w|\[[^^\]][^\]]*\\w[^\]]*\]|\[\\w[^\]]*\]")
_WORD: Final = re.compile(r"\w+")
_OF_WORDS: Final = "abcdefghijklmnopqrstuvwxyz0123456789_\u00e9\u0199ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_STOPS: Final = ".;\n"
_CUES: Final = (r"(?<!\w)(?:", "", r")(?!\w)")
"""What stands around a list of cues: an edge, their choice, an edge."""
_LONG: Final = 3000
"""Letters from which on a list of cues is not tried as a whole, but each cue for itself."""
_MOST: Final = 3
"""So many sets of words are asked for: more would hardly keep out another text."""


@define
class _Piece:
    """Letters, a choice of ways or any sign of a kind, `least` times or more, if `again`.

    A word may go on over its beginning or end, or may not; None says that this is for what stands beside it to say.
    """

    begins: bool | None = None
    ends: bool | None = None
    letters: str = ""
    ways: "tuple[_Way, ...]" = ()
    least: int = 1
    again: bool = False


_Way = Sequence[_Piece]
_Read = tuple[str, _Way]
"""A way as it is written, and its pieces."""


def ways(pattern: str) -> Iterator[tuple[str, tuple[Anchors, ...]]]:
    """Each way an expression may match, as written, with sets of words: a text must have a word of every set.

    A way without a set may match anywhere.
    """
    for written, way in _read(pattern, iter(_SIGN.finditer(pattern)), 0):
        if len(way) == 1 and way[0].ways and written.startswith("(?:") and way[0].least and not way[0].again:
            yield from ways(written[3:-1])
        elif len(written) > _LONG and len(way) == len(_CUES) and len(way[1].ways) > 1 and _is_cues(written):
            opening, closing = _CUES[0], _CUES[-1]
            inside = written[len(opening) : -len(closing)]
            for cue, _ in _read(inside, iter(_SIGN.finditer(inside)), 0):
                yield from ways(f"{opening}{cue}{closing}")
        else:
            met = dict.fromkeys(_of_way(way, begun=True, goes_on=True))
            yield written, tuple(sorted(met, key=_cost)[:_MOST])


def _is_cues(written: str) -> bool:
    return written.startswith(_CUES[0]) and written.endswith(_CUES[-1])


def captures(pattern: str) -> bool:
    """Whether an expression captures anything, so that its ways belong together."""
    return any(sign["open"] and not sign["open"].endswith(":") for sign in _SIGN.finditer(pattern))


def stays_in_sentence(pattern: str) -> bool:
    """Whether an expression finds nothing with a full stop, semicolon or line in it, and looks at none beside it."""
    for sign in _SIGN.finditer(pattern):
        written = sign.group()
        if sign["look"] and not pattern.startswith(r"\w)", sign.end()):
            return False
        if (sign["edge"] and written != r"\b") or (sign["kind"] and re.search(written, _STOPS)):
            return False
        if sign.lastgroup in ("letter", "letters") and not set(_STOPS).isdisjoint(written):
            return False
    return True


def _read(pattern: str, signs: Iterator[re.Match[str]], start: int) -> list[_Read]:
    """The ways from a place up to the bracket that closes them."""
    read: list[_Read] = []
    way: list[_Piece] = []
    for sign in signs:
        match sign.lastgroup:
            case "close":
                return [*read, (pattern[start : sign.start()], way)]
            case "or":
                read.append((pattern[start : sign.start()], way))
                way, start = [], sign.end()
            case "open":
                way.append(_choice([one for _, one in _read(pattern, signs, sign.end())]))
            case "look":
                inside = [written for written, _ in _read(pattern, signs, sign.end())]
                way.append(_look(inside, denied="!" in sign.group()))
            case "often":
                way[-1].least = int(re.sub(r"\D.*", "", sign.group()[1:]) or sign.group()[0] == "+")
                way[-1].again = not sign.group().startswith(("?", "{0,1}"))
            case "edge":
                way.append(_Piece(begins=False, ends=False))
            case "kind":
                of_word = re.search(sign.group(), _OF_WORDS) is not None
                way.append(_Piece(begins=of_word, ends=of_word))
            case "letters" | "letter":
                letters = sign.group().replace("\\", "")
                way.append(_Piece(_is_of_word(letters[0]), _is_of_word(letters[-1]), letters))
    return [*read, (pattern[start:], way)]


def _choice(inside: list[_Way]) -> _Piece:
    begins, ends = _either(_begins(way) for way in inside), _either(_ends(way) for way in inside)
    return _Piece(begins, ends, ways=tuple(inside))


def _look(inside: list[str], *, denied: bool) -> _Piece:
    """A look ahead or back: an edge where it denies any sign of a word, and otherwise nothing."""
    if denied and any(_ANY_OF_WORD.fullmatch(written) for written in inside):
        return _Piece(begins=False, ends=False)
    return _Piece()


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _either(sides: Iterable[bool | None]) -> bool | None:
    met = set(sides)
    return True if True in met else None if None in met else False


def _begins(way: _Way) -> bool | None:
    """Whether a word that began before a way may go on in it."""
    side = None
    for piece in reversed(way):
        side = _over(piece.begins, piece.least, side)
    return side


def _ends(way: _Way) -> bool | None:
    """Whether a word may go on after a way."""
    side = None
    for piece in way:
        side = _over(piece.ends, piece.least, side)
    return side


def _over(side: bool | None, least: int, beside: bool | None) -> bool | None:
    """What one side of a piece says, with what stands beside it if the piece may be left out or says nothing."""
    return beside if side is None else side if side or least else _either([False, beside])


def _of_way(way: _Way, *, begun: bool, goes_on: bool) -> Iterator[Anchors]:
    """A set of words for each piece of a way that must stand. `begun` is whether a word may have begun before it."""
    after = [goes_on]
    for piece in reversed(way):
        after.append(bool(_over(piece.begins, piece.least, after[-1])))
    for at, piece in enumerate(way):
        if piece.least and (piece.letters or piece.ways):
            again = piece.again and piece.begins is not False and piece.ends is not False
            yield from _of_piece(piece, begun=begun or again, goes_on=after[len(way) - 1 - at] or again)
        begun = bool(_over(piece.ends, piece.least, begun))


def _of_piece(piece: _Piece, *, begun: bool, goes_on: bool) -> Iterator[Anchors]:
    if piece.ways:
        chosen = [min(_of_way(way, begun=begun, goes_on=goes_on), key=_cost, default=None) for way in piece.ways]
        if None not in chosen:
            yield frozenset[str]().union(*filter(None, chosen))
    for word in _WORD.finditer(piece.letters):
        if word.start() > 0 or not begun:
            is_whole = word.end() < len(piece.letters) or not goes_on
            yield frozenset([word.group().lower() + ("" if is_whole else "*")])


def _cost(words: Anchors) -> float:
    """How often the words are likely to be met: lower is better."""
    return sum(map(_weight, words))


@cache
def _weight(word: str) -> float:
    bare = word.rstrip("*")
    return 40 + EVERYWHERE.get(bare, 0) if bare in COMMON or len(bare) < 3 else 1 + 4 / len(bare)
