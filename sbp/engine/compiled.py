"""A rule set made ready: what each piece of a text opens, and one automaton over the terms of marks."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, Final

from attrs import define, field, frozen

from sbp.checks import Pattern, Terms, Unbalanced
from sbp.checks.phrase import COMMON, Reading, compile_phrase
from sbp.engine.routes import Door, Filed, Opening, Route, behind, laid_out, opener, turned
from sbp.passage.tokens import Tokens
from sbp.rule import Rule
from sbp.rules import RuleSet

Span = tuple[int, int]
"""The first token of something in a sentence, and one past the last."""
Matched = tuple[int, int, int]
"""The number of a rule, and the span of what it found in a sentence."""


@frozen
class Met:
    """What a sentence holds: its tokens and all that word rules found in it, each with its rule's innocent senses."""

    tokens: Tokens = field(repr=False)
    matches: tuple[tuple[Matched, tuple[Span, ...]], ...]


@define(eq=False, slots=False)
class Compiled:
    """The word rules and marks of a rule set, ready to read passages with. Built once a process."""

    rules: RuleSet
    word_rules: tuple[Rule, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.word_rules = tuple(
            rule for rule in self.rules.rules if isinstance(rule.check, (Pattern, Terms, Unbalanced))
        )
        self.record_rules = tuple(
            (rule, frozenset(rule.scope), rule.check)
            for rule in self.rules.rules
            if not isinstance(rule.check, (Pattern, Terms, Unbalanced))
        )
        self._behind: dict[str, list[Opening]] = {}
        for number, rule in enumerate(self.word_rules):
            for written in _looked_for(rule):
                for reading in compile_phrase(written):
                    for anchor in reading.anchors:
                        self._behind.setdefault(opener(anchor), []).append((anchor, number, reading))
        self._turned: dict[str, list[Filed]] = {}
        for piece in sorted(COMMON & self._behind.keys()):
            for under, filed in turned(piece, self._behind.pop(piece)):
                self._turned.setdefault(under, []).append(filed)
        self.openers = self._behind.keys() | self._turned.keys()
        self._doors: dict[str, Door] = {}
        self._unless: dict[int, dict[str, list[Reading]]] = {}
        self.met: dict[str, Met | None] = {}

    def door(self, piece: str) -> Door:
        """What stands behind a piece, laid out when it is first met: most never are.

        What is looked for by a word that is met everywhere stands behind another that it needs.
        """
        door = laid_out(chain(behind(piece, self._behind.get(piece, ())), self._turned.get(piece, ())))
        self._doors[piece] = door
        return door

    @cached_property
    def mark_terms(self) -> tuple[tuple[str, list[int]], ...]:
        """Every term of a mark, in lower case, with the numbers of the marks that count it."""
        terms: dict[str, list[int]] = {}
        for number, mark in enumerate(self.rules.marks):
            for term in mark.terms:
                terms.setdefault(term.lower(), []).append(number)
        return tuple(terms.items())

    @cached_property
    def automaton(self) -> Any:
        """Aho-Corasick over the terms of marks, as whole words in a text reduced to letters; overlapping matches."""
        from ahocorasick_rs import AhoCorasick, Implementation

        return AhoCorasick([f" {letters(term)} " for term, _ in self.mark_terms], implementation=Implementation.DFA)

    def mark_hits(self, lower: str) -> Iterator[tuple[int, int, int]]:
        """Where terms of marks stand in a text in lower case: mark number, start, end."""
        terms = self.mark_terms
        for at, start, closing in self.automaton.find_matches_as_indexes(f" {letters(lower)} ", overlapping=True):
            term, numbers = terms[at]
            end = closing - 2
            if lower[start:end] == term:
                for number in numbers:
                    yield number, start, end

    def open_routes(self, sentence: list[str]) -> set[Route]:
        """The routes that a sentence in lower case, cut into its pieces, opens."""
        present = {"", *sentence}
        openers, doors = self.openers, self._doors
        opened: set[Route] = set()
        for before, piece, after in zip(["", *sentence], sentence, [*sentence[1:], ""], strict=False):
            if piece in openers:
                door = doors.get(piece) or self.door(piece)
                if before in door.before or after in door.after or not door.anywhere.keys().isdisjoint(present):
                    opened.update(door.open_to(before, after, present))
        return opened

    def matches(self, routes: Iterable[Route], words: tuple[str, ...]) -> set[Matched]:
        """What the rules of some routes find in a sentence."""
        return {
            (number, *found)
            for route in routes
            for at in _places(route.token, words)
            for number, reading in route.readings
            if (found := reading.match(words, at))
        }

    def unless(self, rule: int, words: tuple[str, ...]) -> tuple[Span, ...]:
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


def letters(text: str) -> str:
    """A text of the same length with a space for all that is not a letter (of Western Europe), and `n't` set apart."""
    return text.replace("n't", " nt").encode("latin-1", "replace").translate(_ONLY_LETTERS).decode("latin-1")


def _places(word: str, words: Sequence[str]) -> Iterator[int]:
    """Where a word stands among others."""
    at = -1
    for _ in range(words.count(word)):
        at = words.index(word, at + 1)
        yield at


def _looked_for(rule: Rule) -> tuple[str, ...]:
    return rule.check.terms if isinstance(rule.check, Terms) else getattr(rule.check, "patterns", ())
