"""Trying every rule and mark on its own examples."""

import re
from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from sbp.engine import Checker
from sbp.rule import Example, MarkRule, Rule
from sbp.rules import RuleSet

_BRACKETS = re.compile(r"\[([^\]]*)\]|([^\[\]]+)")


@frozen
class Failure:
    """An example that does not hold: which rule, which example, what was found in place of what was wanted."""

    rule: str
    example: str
    wanted: tuple[str, ...]
    found: tuple[str, ...]

    def __str__(self) -> str:
        wanted = " and ".join(f"“{words}”" for words in self.wanted) or "nothing"
        found = " and ".join(f"“{words}”" for words in self.found) or "nothing"
        return f"{self.rule}: in “{self.example}” wanted {wanted}, found {found}"


def try_examples(rules: RuleSet) -> list[Failure]:
    """Run each rule and mark on its own examples; the failures, in the order of the rules.

    A flagged example of a rule holds when exactly the words in brackets are found, whatever the level; of a mark,
    when the mark is there at all. A clean one holds when nothing of that rule is found.
    """
    checker = Checker(rules)
    failures = [failure for rule in rules.rules for failure in _of_rule(checker, rule)]
    return failures + [failure for mark in rules.marks for failure in _of_mark(checker, mark)]


def _of_rule(checker: Checker, rule: Rule) -> Iterator[Failure]:
    for example in rule.flagged + rule.clean:
        if example.records:
            yield from _of_records(checker, rule, example)
            continue
        text, wanted = unbracketed(example.text)
        findings = checker.check_text(
            text, section=example.section, record_type=example.record_type, person=example.person, notes=True
        )
        found = [(finding.place.start, finding.place.end) for finding in findings if finding.rule == rule.id]
        if found != wanted:
            quoted = [tuple(text[start:end] for start, end in spans) for spans in (wanted, found)]
            yield Failure(rule.id, text, *quoted)


def _of_records(checker: Checker, rule: Rule, example: Example) -> Iterator[Failure]:
    judge = evolve(checker, as_at=date.fromisoformat(example.as_at)) if example.as_at else checker
    found = tuple(
        finding.place.field for finding in judge.check_case(example.records, notes=True) if finding.rule == rule.id
    )
    if bool(found) != (example in rule.flagged):
        yield Failure(rule.id, "the example records", ("a finding",) if example in rule.flagged else (), found)


def _of_mark(checker: Checker, mark: MarkRule) -> Iterator[Failure]:
    for example in mark.flagged + mark.clean:
        text, _ = unbracketed(example.text)
        reading = checker.read_text(
            text, section=example.section, record_type=example.record_type, person=example.person
        )
        found = tuple(text[met.start : met.end] for met in reading.marks if met.rule.id == mark.id)
        if bool(found) != (example in mark.flagged):
            yield Failure(f"marks/{mark.id}", text, ("a mark",) if example in mark.flagged else (), found)


def unbracketed(written: str) -> tuple[str, list[tuple[int, int]]]:
    """An example without its brackets, and where the bracketed words stand in it."""
    text, spans = "", []
    for match in _BRACKETS.finditer(written):
        if match.group(1) is not None:
            spans.append((len(text), len(text) + len(match.group(1))))
        text += match.group(1) if match.group(1) is not None else match.group(2)
    return text, spans
