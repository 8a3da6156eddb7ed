"""A rule set made ready: one automaton over every written anchor, and a matcher for each anchor, built when first met."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import define, field

from sbp.checks import Pattern, Terms, Unbalanced
from sbp.checks.phrase import compile_phrase
from sbp.rules import Rule, RuleSet

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc

Tokens = tuple[dict[str, Any], ...]


@define(eq=False, slots=False)
class Compiled:
    """The word rules and marks of a rule set, ready to read passages with. Built once a process."""

    rules: RuleSet
    word_rules: tuple[Rule, ...] = field(init=False)
    anchors: list[str] = field(init=False)
    routes: list[dict[int, list[Tokens]]] = field(init=False)
    mark_routes: list[tuple[int, ...]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.word_rules = tuple(rule for rule in self.rules.rules if isinstance(rule.check, (Pattern, Terms, Unbalanced)))
        routes: dict[str, dict[int, list[Tokens]]] = {}
        for number, rule in enumerate(self.word_rules):
            for written in _looked_for(rule):
                for anchors, tokens in compile_phrase(written).patterns:
                    for anchor in anchors:
                        routes.setdefault(anchor, {}).setdefault(number, []).append(tokens)
        marks: dict[str, list[int]] = {}
        for number, mark in enumerate(self.rules.marks):
            for term in mark.terms:
                marks.setdefault(term.lower(), []).append(number)
        self.anchors = sorted({*routes, *marks})
        self.routes = [routes.get(anchor, {}) for anchor in self.anchors]
        self.mark_routes = [tuple(marks.get(anchor, ())) for anchor in self.anchors]
        self._matchers: dict[int, Matcher] = {}
        self._unless: dict[int, Matcher | None] = {}

    @cached_property
    def automaton(self) -> Any:
        """Aho-Corasick over all anchors, overlapping matches."""
        from ahocorasick_rs import AhoCorasick, Implementation

        return AhoCorasick(self.anchors, implementation=Implementation.DFA)

    def matches(self, anchor: int, doc: "Doc") -> list[tuple[int, int, int]]:
        """What the rules of one anchor find in a sentence: rule number, first token, one past the last."""
        matcher = self._matchers.get(anchor)
        if matcher is None:
            matcher = self._matchers[anchor] = _matcher({str(rule): list(tokens) for rule, tokens in self.routes[anchor].items()})
        strings = doc.vocab.strings
        return [(int(strings[key]), first, last) for key, first, last in matcher(doc)]

    def unless(self, rule: int, doc: "Doc") -> tuple[tuple[int, int], ...]:
        """Where a sentence holds one of the innocent senses a rule names."""
        if rule not in self._unless:
            written = getattr(self.word_rules[rule].check, "unless", ())
            patterns = [tokens for phrase in written for _, tokens in compile_phrase(phrase).patterns]
            self._unless[rule] = _matcher({"unless": patterns}) if patterns else None
        matcher = self._unless[rule]
        return tuple((first, last) for _, first, last in matcher(doc)) if matcher is not None else ()


def _looked_for(rule: Rule) -> tuple[str, ...]:
    return rule.check.terms if isinstance(rule.check, Terms) else getattr(rule.check, "patterns", ())


def _matcher(patterns: dict[str, list[Tokens]]) -> "Matcher":
    from spacy.matcher import Matcher

    from sbp.passage.pipeline import pipeline

    matcher = Matcher(pipeline().vocab)
    for key, tokens in patterns.items():
        matcher.add(key, [list(pattern) for pattern in tokens], greedy="LONGEST")
    return matcher
