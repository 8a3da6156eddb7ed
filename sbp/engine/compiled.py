"""A rule set made ready: one automaton over every written anchor, and the routes each anchor opens."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from attrs import define, field, frozen

from sbp.checks import Pattern, Terms, Unbalanced
from sbp.checks.phrase import TOKEN_OF, Reading, compile_phrase
from sbp.rules import Rule, RuleSet

Company = tuple[frozenset[str], ...]
_DIGIT = re.compile(r"\d")


@frozen(eq=False)
class Route:
    """Phrases that start from one anchor and need the same company, each with its rule's number."""

    needed: frozenset[int]
    company: Company
    readings: list[tuple[int, Reading]]


@define(eq=False, slots=False)
class Compiled:
    """The word rules and marks of a rule set, ready to read passages with. Built once a process.

    A *route* leads from an anchor to the phrases it may open; it is open where each group of partners has a word in
    the same sentence.
    """

    rules: RuleSet
    word_rules: tuple[Rule, ...] = field(init=False)
    anchors: list[str] = field(init=False)
    routes: list[tuple[Route, ...]] = field(init=False)
    partner_of: list[tuple[int, ...]] = field(init=False)
    mark_routes: list[tuple[int, ...]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.word_rules = tuple(
            rule for rule in self.rules.rules if isinstance(rule.check, (Pattern, Terms, Unbalanced))
        )
        routes: dict[str, dict[tuple[frozenset[int], Company], list[tuple[int, Reading]]]] = {}
        groups: dict[tuple[str, ...], int] = {}
        for number, rule in enumerate(self.word_rules):
            for written in _looked_for(rule):
                for reading in compile_phrase(written):
                    needed = frozenset(groups.setdefault(members, len(groups)) for members in reading.partners)
                    for anchor in reading.anchors:
                        by_need = routes.setdefault(anchor, {})
                        by_need.setdefault((needed, reading.company), []).append((number, reading))
        marks: dict[str, list[int]] = {}
        for number, mark in enumerate(self.rules.marks):
            for term in mark.terms:
                marks.setdefault(term.lower(), []).append(number)
        partners: dict[str, list[int]] = {}
        for members, group in groups.items():
            for word in members:
                partners.setdefault(word, []).append(group)
        self.anchors = sorted({*routes, *marks, *partners})
        self.routes = [
            tuple(Route(*need, readings) for need, readings in routes.get(anchor, {}).items())
            for anchor in self.anchors
        ]
        self.partner_of = [tuple(partners.get(anchor, ())) for anchor in self.anchors]
        self.mark_routes = [tuple(marks.get(anchor, ())) for anchor in self.anchors]
        self._unless: dict[int, dict[str, list[Reading]]] = {}

    @cached_property
    def automaton(self) -> Any:
        """Aho-Corasick over all anchors, as whole words in a text reduced to letters; overlapping matches."""
        from ahocorasick_rs import AhoCorasick, Implementation

        return AhoCorasick([f" {letters(anchor)} " for anchor in self.anchors], implementation=Implementation.DFA)

    def met(self, lower: str) -> Iterator[tuple[int, int, int]]:
        """Where anchors stand in a text in lower case: anchor, start, end."""
        for anchor, start, end in self.automaton.find_matches_as_indexes(f" {letters(lower)} ", overlapping=True):
            yield anchor, start, end - 2

    def open_routes(self, anchors: set[int], groups: set[int], sentence: str) -> list[tuple[int, Route]]:
        """The routes that the anchors, partners and words of a sentence (in lower case) open."""
        near = [(anchor, route) for anchor in anchors for route in self.routes[anchor] if route.needed <= groups]
        if not near:
            return near
        present = _present(sentence)
        return [opened for opened in near if not any(group.isdisjoint(present) for group in opened[1].company)]

    def matches(self, anchor: int, route: Route, words: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
        """What the rules of one route find in a sentence: rule number, first token, one past the last."""
        written = self.anchors[anchor]
        token = TOKEN_OF.get(written, written)
        places = [at for at, word in enumerate(words) if word == token]
        for number, reading in route.readings:
            for at in places:
                if found := reading.match(words, at):
                    yield (number, *found)

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


_ONLY_LETTERS = bytes(code if chr(code).isalpha() else 32 for code in range(256))


def letters(text: str) -> str:
    """A text of the same length with a space for all that is not a letter (of Western Europe), and `n't` set apart."""
    return text.replace("n't", " nt").encode("latin-1", "replace").translate(_ONLY_LETTERS).decode("latin-1")


def _present(sentence: str) -> set[str]:
    """The words and signs of a sentence; `not` for every way of writing it, `#` where there are digits."""
    spaced = letters(sentence)
    found = set(spaced.split())
    found.update(sign for sign in set(sentence) if not sign.isalnum())
    if "nt " in spaced + " " or "cannot" in found:
        found.add("not")
    if _DIGIT.search(sentence):
        found.add("#")
    return found


def _looked_for(rule: Rule) -> tuple[str, ...]:
    return rule.check.terms if isinstance(rule.check, Terms) else getattr(rule.check, "patterns", ())
