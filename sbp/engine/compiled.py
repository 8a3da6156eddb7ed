"""A rule set made ready: what each written word opens, and one automaton over the terms of marks."""

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import Any, Final

from attrs import define, field, frozen

from sbp.checks import Pattern, Terms, Unbalanced
from sbp.checks.phrase import EVERYWHERE, TOKEN_OF, Reading, beside, compile_phrase, spelled_out
from sbp.rules import Rule, RuleSet

Groups = tuple[frozenset[str], ...]
Needs = tuple[str, str, Groups, Groups, frozenset[str] | None, frozenset[str] | None]


@frozen(eq=False)
class Route:
    """Phrases looked for from one token, with the same needs, each with its rule's number.

    A sentence cannot match any of them unless it holds the anchor as `written`, where that is not only letters, and one
    word of each group of `partners` (rare words) and `company` (words met everywhere, signs, `#` for digits).
    `following` and `preceding` are the words that may stand next to the anchor, None where any may.
    """

    token: str
    written: str
    partners: Groups
    company: Groups
    following: frozenset[str] | None
    preceding: frozenset[str] | None
    readings: list[tuple[int, Reading]]


@frozen(eq=False)
class Door:
    """The routes behind one written word, filed under what a sentence must hold to open them."""

    partner: dict[str, list[Route]] = field(factory=dict)
    following: dict[str, list[Route]] = field(factory=dict)
    preceding: dict[str, list[Route]] = field(factory=dict)
    alone: list[Route] = field(factory=list)
    keys: set[str] = field(factory=set)
    """Words of which a sentence must hold one for any route to open; the empty word stands for all sentences."""

    def add(self, route: Route) -> None:
        """File a route under its smallest group of partners, or else under the word next to the anchor."""
        if route.partners:
            filed, words = self.partner, min(route.partners, key=lambda group: (len(group), sorted(group)))
        elif route.following:
            filed, words = self.following, route.following
        elif route.preceding:
            filed, words = self.preceding, route.preceding
        else:
            self.alone.append(route)
            self.keys.add("")
            return
        self.keys.update(words)
        for word in words:
            filed.setdefault(word, []).append(route)

    def near(self, anchor: str, words: list[str], present: set[str]) -> list[Route]:
        """The routes that the words of a sentence, and those next to the anchor, do not rule out."""
        routes = self.alone.copy()
        for partner in self.partner.keys() & present:
            routes += self.partner[partner]
        if self.following or self.preceding:
            at = -1
            for _ in range(words.count(anchor)):
                at = words.index(anchor, at + 1)
                if at + 1 < len(words):
                    routes += self.following.get(words[at + 1], ())
                if at:
                    routes += self.preceding.get(words[at - 1], ())
        return routes


@define(eq=False, slots=False)
class Compiled:
    """The word rules and marks of a rule set, ready to read passages with. Built once a process."""

    rules: RuleSet
    word_rules: tuple[Rule, ...] = field(init=False)
    doors: dict[str, Door] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.word_rules = tuple(
            rule for rule in self.rules.rules if isinstance(rule.check, (Pattern, Terms, Unbalanced))
        )
        routes: dict[tuple[str, Needs], list[tuple[int, Reading]]] = {}
        for number, rule in enumerate(self.word_rules):
            for written in _looked_for(rule):
                for reading in compile_phrase(written):
                    for opener, needs in _openings(reading):
                        routes.setdefault((opener, needs), []).append((number, reading))
        self.doors = {}
        for (opener, needs), readings in routes.items():
            door = self.doors.get(opener)
            if door is None:
                door = self.doors[opener] = Door()
            door.add(Route(*needs, readings))
        self._openers = frozenset(self.doors)
        self._keys = {opener: door.keys for opener, door in self.doors.items()}
        self._unless: dict[int, dict[str, list[Reading]]] = {}

    @cached_property
    def mark_terms(self) -> dict[str, list[int]]:
        """Every term of a mark, in lower case, with the numbers of the marks that count it."""
        terms: dict[str, list[int]] = {}
        for number, mark in enumerate(self.rules.marks):
            for term in mark.terms:
                terms.setdefault(term.lower(), []).append(number)
        return terms

    @cached_property
    def automaton(self) -> Any:
        """Aho-Corasick over the terms of marks, as whole words in a text reduced to letters; overlapping matches."""
        from ahocorasick_rs import AhoCorasick, Implementation

        return AhoCorasick([f" {letters(term)} " for term in self.mark_terms], implementation=Implementation.DFA)

    def mark_hits(self, lower: str, spaced: str) -> Iterator[tuple[int, int, int]]:
        """Where terms of marks stand in a text in lower case, `spaced` to its letters: mark number, start, end."""
        terms = list(self.mark_terms.items())
        for at, start, closing in self.automaton.find_matches_as_indexes(f" {spaced} ", overlapping=True):
            term, numbers = terms[at]
            end = closing - 2
            if lower[start:end] == term:
                for number in numbers:
                    yield number, start, end

    def open_routes(self, words: list[str], sentence: str) -> list[Route]:
        """The routes that a sentence in lower case opens; `words` are its letters, cut at all else."""
        present = {"", *words}
        near = [
            route
            for anchor in self._openers & present
            if not self._keys[anchor].isdisjoint(present)
            for route in self.doors[anchor].near(anchor, words, present)
        ]
        if near:
            _add_signs(present, sentence)
        return [route for route in near if _is_open(route, present, sentence)]

    def matches(self, routes: Iterable[Route], words: tuple[str, ...]) -> set[tuple[int, int, int]]:
        """What the rules of some routes find in a sentence: rule number, first token, one past the last."""
        places: dict[str, list[int]] = {}
        for at, word in enumerate(words):
            places.setdefault(word, []).append(at)
        return {
            (number, *found)
            for route in routes
            for at in places.get(route.token, ())
            for number, reading in route.readings
            if (found := reading.match(words, at))
        }

    def unless(self, rule: int, words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
        """Where a sentence holds one of the innocent senses a rule names."""
        by_word = self._unless.get(rule)
        if by_word is None:
            by_word = self._unless[rule] = {}
            for phrase in getattr(self.word_rules[rule].check, "unless", ()):
                for reading in compile_phrase(phrase):
                    for word in reading.anchored:
                        by_word.setdefault(word, []).append(reading)
        found = (reading.match(words, at) for at, word in enumerate(words) for reading in by_word.get(word, ()))
        return tuple(span for span in found if span is not None)


_ONLY_LETTERS: Final = bytes(code if chr(code).isalpha() else 32 for code in range(256))
_NO_SIGNS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_DIGITS: Final = frozenset("0123456789")
_NOT: Final = frozenset(["nt", "cannot", *(form for form in TOKEN_OF if form.endswith("nt"))])
"""How `not` is written as part of a word: `n't` set apart, `cannot`, `wont`."""


def letters(text: str) -> str:
    """A text of the same length with a space for all that is not a letter (of Western Europe), and `n't` set apart."""
    return text.replace("n't", " nt").encode("latin-1", "replace").translate(_ONLY_LETTERS).decode("latin-1")


def _openings(reading: Reading) -> Iterator[tuple[str, Needs]]:
    """Every written word a phrase is looked for by, and what must stand beside it."""
    partners = {frozenset(map(_rarest, group)) for group in reading.partners}
    for anchor in reading.anchors:
        opener = _rarest(anchor)
        alone = anchor == opener and anchor not in TOKEN_OF
        groups = partners | {frozenset([piece]) for piece in letters(anchor).split() if piece != opener}
        yield (
            opener,
            (
                TOKEN_OF.get(anchor, anchor),
                "" if anchor == opener or " " in anchor else anchor,
                tuple(sorted(groups, key=sorted)),
                reading.company,
                _edges(beside(reading.right), 0) if alone else None,
                _edges(beside(reading.left), -1) if alone else None,
            ),
        )


@cache
def _rarest(written: str) -> str:
    """The word by which a written form is looked for: of several, one that is not met everywhere, and the longest."""
    return max(letters(written).split(), key=lambda piece: (piece not in EVERYWHERE, len(piece)))


@cache
def _edges(words: frozenset[str] | None, edge: int) -> frozenset[str] | None:
    """How the words that may stand next to an anchor begin (0) or end (-1), as letters; None where that is unsure."""
    if words is None or "not" in words:
        return None
    pieces = [letters(form).split() for form in spelled_out(words)]
    return frozenset(piece[edge] for piece in pieces) if all(pieces) else None


def _is_open(route: Route, present: set[str], sentence: str) -> bool:
    for group in route.partners:
        if group.isdisjoint(present):
            return False
    for group in route.company:
        if group.isdisjoint(present):
            return False
    return route.written in sentence


def _add_signs(present: set[str], sentence: str) -> None:
    """Add the signs of a sentence to its words; `not` for every way of writing it, `#` where there are digits."""
    signs = set(sentence) - _NO_SIGNS
    present |= signs
    if not _NOT.isdisjoint(present):
        present.add("not")
    if not _DIGITS.isdisjoint(sentence):
        present.add("#")


def _looked_for(rule: Rule) -> tuple[str, ...]:
    return rule.check.terms if isinstance(rule.check, Terms) else getattr(rule.check, "patterns", ())
