"""Mark-up in a field changes neither what is found nor the words it points at."""

import re
from datetime import date
from typing import Any

import pytest

from sbp.engine import Checker
from sbp.passage import Passage
from sbp.passage.normalise import without_markup
from sbp.rule import Example
from sbp.rules import load_rules

RULES = load_rules()
EXAMPLES = [
    pytest.param(example, id=f"{rule.id}-{number}")
    for rule in RULES.rules
    for number, example in enumerate((*rule.flagged, *rule.clean))
    if example.records
]


def marked_up(data: Any) -> Any:
    """Records with every entry as a rich text box leaves it: paragraphs, runs of a style, entities."""
    if isinstance(data, list):
        return [marked_up(part) for part in data]
    if isinstance(data, dict):
        return {
            key: rich(value) if key == "text" and isinstance(value, str) else marked_up(value)
            for key, value in data.items()
        }
    return data


def rich(text: str) -> str:
    runs = re.sub(r"(?<=\w)(?= )", '</b><b style="x">', text.replace("'", "&#39;").replace('"', "&quot;"))
    return f'<!-- {"x" * 200} --><div class="note">&nbsp;<b>{runs}</b></div>'


def said(records: Any, example: Example) -> set[tuple[str, str, str, str]]:
    checker = Checker(RULES, date.fromisoformat(example.as_at) if example.as_at else None)
    found = checker.check_case(records, notes=True)
    return {(one.rule, one.place.record_id, one.place.field, without_markup(one.quote).strip()) for one in found}


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_is_found_in_plain_words_is_found_under_mark_up(example: Example) -> None:
    assert said(marked_up(list(example.records)), example) == said(example.records, example)


def test_a_verdict_in_quotation_marks_is_somebody_s_own_under_mark_up_too() -> None:
    told = 'The GP writes "Mrs Bell lacks capacity." She wants to be asked again about the house.'
    for text in (told, f"{'<p class=MsoNormal>' * 5}{told}"):
        found = Checker(RULES).check(
            {
                "kind": "needs_assessment",
                "header": {"id": "r1", "person": {"id": "p1", "name": "Joan Bell"}},
                "analysis": [{"text": text}],
            }
        )
        assert [one.rule for one in found if one.rule == "duties/capacity-verdict"] == []


def test_a_place_that_ends_in_an_entity_holds_it_whole() -> None:
    text = "<p>She sang at the caf&eacute;</p>"
    passage = Passage(text)
    [(start, end)] = passage.sentence_spans
    first, last = passage.place(start, end)
    assert text[first:last] == "She sang at the caf&eacute;"
