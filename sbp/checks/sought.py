"""Expressions that are tried on those texts alone that have the words without which they find nothing.

Most of what a check looks for is not in most texts. So the words of a text are looked up once, for all expressions
together; what each needs stands in `sbp.checks.anchors`.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, lru_cache, reduce
from operator import or_
from typing import Final

from attrs import frozen

from sbp.checks.anchors import Anchors, captures, stays_in_sentence, ways

_WORD: Final = re.compile(r"\w+")
_SENTENCE: Final = re.compile(r"[^.;\n]+")
_LONG: Final = 200
_AROUND: Final = " .,;:-*\n\t"
"""What may stand around a sentence and is of no word."""
_opens: Final[dict[str, int]] = {}
"""Which doors each word opens, a bit for each; a word that ends in `*` does so as a beginning."""


@frozen(eq=False, slots=False)
class _Way:
    """One way to match, and its doors: a text must open one of them, which is all bits of it."""

    pattern: str
    flags: int
    doors: tuple[int, ...]

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The expression, compiled when a text first opens it: most are never."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def _in_sentence(self) -> bool:
        return stays_in_sentence(self.pattern)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Where it first stands in a text that opens it; of a long text only the sentences that do are searched."""
        if len(text) < _LONG or not self._in_sentence:
            return self.expression.search(text, start, end)
        for opening, closing, opened in _sentences(text):
            for door in self.doors:
                if door & opened == door and opening < end and start < closing:
                    met = self.expression.search(text, max(start, opening), min(end, closing))
                    if met:
                        return met
                    break
        return None


@frozen(eq=False, slots=False)
class Sought:
    """An expression, which stands for a compiled one and finds what that would."""

    pattern: str
    flags: int = 0

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """The expression, compiled."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def _behind(self) -> tuple[int, tuple[tuple[int, _Way], ...]]:
        """A door that every text opens that opens any, and doors with the way behind each.

        All is one way where it captures anything.
        """
        read = list(ways(self.pattern))
        if len(read) < 2 or captures(self.pattern):
            all_ = [_Way(self.pattern, self.flags, _doors(needed for _, needed in read))]
        else:
            all_ = [_Way(written, self.flags, _doors([needed])) for written, needed in read]
        gate = _door(frozenset[str]().union(*(needed[0] for _, needed in read))) if all(met for _, met in read) else 0
        return gate, tuple((door, way) for way in all_ for door in way.doors)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Where it first stands."""
        gate, behind = self._behind  # first, for it may be made just now, and add doors
        opened = _opened(text)
        if gate & opened != gate:
            return None
        first = None
        for door, way in behind:
            if door & opened == door:
                met = way.search(text, start, end)
                if met and (first is None or met.start() < first.start()):
                    first = met
        return first

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Wherever it stands."""
        while met := self.search(text, start, end):
            yield met
            start = max(met.end(), met.start() + 1)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Whether it stands at the beginning."""
        return self.whole.match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Whether it is the whole of a text."""
        return self.whole.fullmatch(text)

    def findall(self, text: str) -> list[str]:
        """What stands wherever it does."""
        return [met.group() for met in self.finditer(text)]

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str) -> str:
        """A text with something else wherever it stands."""
        kept: list[str] = []
        at = 0
        for met in self.finditer(text):
            kept += [text[at : met.start()], met.expand(instead) if isinstance(instead, str) else instead(met)]
            at = met.end()
        return "".join([*kept, text[at:]])


@cache
def sought(pattern: str, flags: int = 0) -> Sought:
    """An expression to look for in many texts."""
    return Sought(pattern, flags)


def _doors(ways: Iterable[tuple[Anchors, ...]]) -> tuple[int, ...]:
    """The doors of some ways; one that is always open where a way has no words. Ways of one set share a door."""
    needed = list(ways)
    alone = [met[0] for met in needed if len(met) == 1]
    together = [reduce(or_, map(_door, met)) for met in needed if len(met) > 1]
    return (*together, *([_door(frozenset().union(*alone))] if alone else [])) if all(needed) else (0,)


@cache
def _door(words: Anchors) -> int:
    """The door that any of some words opens."""
    door = 1 << _door.cache_info().currsize
    for word in words:
        _opens[word] = _opens.get(word, 0) | door
    _opened.cache_clear()
    _opened_in.cache_clear()
    _sentences.cache_clear()
    _opened_by.cache_clear()
    return door


@lru_cache(maxsize=4096)
def _opened(text: str) -> int:
    """The doors that the words of a text open."""
    if len(text) >= _LONG:
        return reduce(or_, [opened for _, _, opened in _sentences(text)], 0)
    return _opened_in(text.strip(_AROUND))


@lru_cache(maxsize=4096)
def _opened_in(sentence: str) -> int:
    """The doors that the words of a sentence open, which many checks cut out with more or less around it."""
    return reduce(or_, map(_opened_by, set(_WORD.findall(sentence.lower()))), 0)


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[tuple[int, int, int], ...]:
    """Where each sentence of a long text stands, and the doors that its words open."""
    return tuple([(*met.span(), _opened_in(met.group().strip(_AROUND))) for met in _SENTENCE.finditer(text)])


@lru_cache(maxsize=16384)
def _opened_by(word: str) -> int:
    """The doors that a word opens, whole or by how it begins."""
    return reduce(or_, [_opens.get(f"{word[:end]}*", 0) for end in range(1, len(word) + 1)], _opens.get(word, 0))
