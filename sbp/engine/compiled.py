"""A rule set made ready: what each written word opens, and one automaton over the terms of marks."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import Any, Final

from attrs import define, field, frozen

from sbp.checks import Pattern, Terms, Unbalanced
from sbp.checks.phrase import COMMON, EVERYWHERE, TOKEN_OF, Reading, beside, compile_phrase, spelled_out
from sbp.rule import Rule
from sbp.rules import RuleSet

Groups = tuple[frozenset[str], ...]
Needs = tuple[str, str, Groups, Groups, frozenset[str] | None, frozenset[str] | None]
Opening = tuple[str, int, Reading]
"""A written word that a phrase is looked for by, the number of its rule, and the phrase."""


@frozen(eq=False)
class Route:
    """Phrases looked for from one token, with the same needs, each with its rule's number.

    A sentence cannot match any of them unless it holds the anchor as `written`, where that is not only letters, and one
    of each group of `partners` (words) and of `company` (words, signs, `#` for digits, `not` however it is written).
    `following` and `preceding` are the words that may stand next to the anchor, None where any may.
    """

    token: str
    written: str
    partners: Groups
    company: Groups
    following: frozenset[str] | None
    preceding: frozenset[str] | None
    readings: list[tuple[int, Reading]]

    def is_open(self, words: list[str], present: set[str], sentence: str) -> bool:
        """Whether a sentence holds all that does not need its signs to be counted."""
        if self.written not in sentence:
            return False
        for group in self.partners:
            if group.isdisjoint(present):
                return False
        return (self.following is None and self.preceding is None) or self._stands(words)

    def _stands(self, words: list[str]) -> bool:
        """Whether the anchor has neighbours in a sentence that the phrases can have."""
        for at in _places(self.token, words):
            if (self.following is None or (at + 1 < len(words) and words[at + 1] in self.following)) and (
                self.preceding is None or (at > 0 and words[at - 1] in self.preceding)
            ):
                return True
        return False


Door = tuple[frozenset[str], dict[str, list[Route]]]
"""The words a door is opened with, and the routes behind each; without a word, those that need none."""


@define(eq=False, slots=False)
class Compiled:
    """The word rules and marks of a rule set, ready to read passages with. Built once a process."""

    rules: RuleSet
    word_rules: tuple[Rule, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.word_rules = tuple(
            rule for rule in self.rules.rules if isinstance(rule.check, (Pattern, Terms, Unbalanced))
        )
        self._behind: dict[str, list[Opening]] = {}
        for number, rule in enumerate(self.word_rules):
            for written in _looked_for(rule):
                for reading in compile_phrase(written):
                    for anchor in reading.anchors:
                        self._behind.setdefault(_rarest(anchor), []).append((anchor, number, reading))
        self._turned: dict[str, list[tuple[str, Route]]] = {}
        for opener in sorted(COMMON & self._behind.keys()):
            for keys, route in _filed(opener, self._behind[opener]):
                for key in keys - COMMON - {""}:
                    self._turned.setdefault(key, []).append((opener, route))
        self.openers = frozenset(self._behind) | frozenset(self._turned)
        self._doors: dict[str, Door] = {}
        self._unless: dict[int, dict[str, list[Reading]]] = {}

    def door(self, opener: str) -> Door:
        """Lay out what stands behind a word, when it is first met: most words never are.

        Routes are filed behind two words that they need, the rarer first; or behind one and no other.
        """
        behind: dict[str, list[Route]] = {}
        for keys, route in _filed(opener, self._behind.get(opener, [])):
            for key in keys & (COMMON | {""}) if opener in COMMON else keys:
                behind.setdefault(key, []).append(route)
        for key, route in self._turned.get(opener, []):
            behind.setdefault(key, []).append(route)
        door = self._doors[opener] = frozenset(behind), behind
        return door

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
            for opener in self.openers & present
            for keys, behind in (self._doors.get(opener) or self.door(opener),)
            for key in keys & present
            for route in behind[key]
            if route.is_open(words, present, sentence)
        ]
        if any(route.company for route in near):
            _add_signs(present, sentence)
            near = [route for route in near if not any(map(present.isdisjoint, route.company))]
        return near

    def matches(self, routes: Iterable[Route], words: tuple[str, ...]) -> set[tuple[int, int, int]]:
        """What the rules of some routes find in a sentence: rule number, first token, one past the last."""
        return {
            (number, *found)
            for route in routes
            for at in _places(route.token, words)
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
        if by_word.keys().isdisjoint(words):
            return ()
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


def _places(word: str, words: Sequence[str]) -> Iterator[int]:
    """Where a word stands among others."""
    at = -1
    for _ in range(words.count(word)):
        at = words.index(word, at + 1)
        yield at


def _needs(opener: str, anchor: str, reading: Reading) -> Needs:
    """What must stand beside the written word a phrase is looked for by."""
    partners = {frozenset(map(_rarest, group)) for group in reading.partners}
    partners |= {frozenset([piece]) for piece in letters(anchor).split() if piece != opener}
    alone = anchor == opener and anchor not in TOKEN_OF
    return (
        TOKEN_OF.get(anchor, anchor),
        "" if anchor == opener or " " in anchor else anchor,
        tuple(sorted(partners, key=sorted)),
        reading.company,
        _edges(beside(reading.right), 0) if alone else None,
        _edges(beside(reading.left), -1) if alone else None,
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


def _filed(opener: str, openings: Iterable[Opening]) -> Iterator[tuple[frozenset[str], Route]]:
    """The routes behind a word, each with the words it is filed under: those of the rarest group it needs."""
    routes: dict[Needs, list[tuple[int, Reading]]] = {}
    for anchor, number, reading in openings:
        routes.setdefault(_needs(opener, anchor, reading), []).append((number, reading))
    for needs, readings in routes.items():
        yield _route(needs, readings)


def _route(needs: Needs, readings: list[tuple[int, Reading]]) -> tuple[frozenset[str], Route]:
    token, written, partners, company, following, preceding = needs
    beside_it = [group for group in (following, preceding) if group is not None]
    worded = [*partners, *filter(_is_worded, company)]
    keys = min(
        [*worded, *beside_it],
        key=lambda group: (len(group & EVERYWHERE), len(group)),
        default=frozenset([""]),
    )
    rest = tuple(group for group in worded if group != keys)
    signed = tuple(group for group in company if not _is_worded(group))
    return keys, Route(token, written, rest, signed, following, preceding, readings)


def _is_worded(group: frozenset[str]) -> bool:
    """Whether the words of a group can be seen without counting signs, digits and the ways of writing `not`."""
    return "not" not in group and all(map(str.isalpha, group))


def _add_signs(present: set[str], sentence: str) -> None:
    """Add the signs of a sentence to its words; `not` for every way of writing it, `#` where there are digits."""
    if not _NOT.isdisjoint(present):
        present.add("not")
    signs = set(sentence)
    if not _DIGITS.isdisjoint(signs):
        present.add("#")
    present |= signs - _NO_SIGNS


def _looked_for(rule: Rule) -> tuple[str, ...]:
    return rule.check.terms if isinstance(rule.check, Terms) else getattr(rule.check, "patterns", ())
