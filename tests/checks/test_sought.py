"""Expressions that are tried only where the words are that they need, against the same ones compiled."""

import json
import re
from pathlib import Path

import pytest

from sbp import bundled
from sbp.checks.anchors import stays_in_sentence, ways
from sbp.checks.cues import any_of, cues
from sbp.checks.sought import sought
from sbp.yaml import read_yaml

CASES = Path(__file__).parents[1] / "gold" / "cases"
LISTS = [
    f"{path.stem}.{name}"
    for path in sorted((bundled.path("rules") / "words" / "cues").glob("*.yaml"))
    for name in read_yaml(path)
]


def texts() -> list[str]:
    """What the entries of a few records say, in lower case, and every sentence of it."""
    said: list[str] = []
    for name in ("case-101",):
        held = re.findall(r'"text": ("(?:[^"\\]|\\.)*")', (CASES / f"{name}.json").read_text(encoding="utf-8"))
        said += [json.loads(text).lower() for text in held]
    return ["\n".join(said), *said]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"(?<!\w)(?:refus[\w-]*\ care|(?:his|her|)\ wish)(?!\w)", [[{"refus*", "wish"}]]),
        (r"\bconcerns? raised\b", [[{"concern*"}, {"raised"}]]),
        (r"colou?r\b", [[]]),
        (r"\bun(?:happy|well)\b", [[{"un*"}]]),
        (r"\b(?:night|wall)s\b|£ ?\d+", [[{"night*", "wall*"}], []]),
        (r"(?:(?:\bgone\b)|(?:\blost \w+))", [[{"gone"}], [{"lost"}]]),
        (r"\b(?:his )*(?P<kin>(?i:Sister|brother))(?= said)", [[{"sister*", "brother*"}]]),
    ],
)
def test_an_expression_needs_the_words_it_cannot_do_without(pattern: str, needed: list[list[set[str]]]) -> None:
    assert [list(map(set, sets)) for _, sets in ways(pattern)] == needed


def test_every_list_of_cues_finds_what_its_expression_does() -> None:
    said = texts()
    met = 0
    for name in LISTS:
        whole = re.compile(cues(name).pattern)
        for text in said:
            found = [one.span() for one in whole.finditer(text)]
            assert [one.span() for one in cues(name).finditer(text)] == found, name
            met += len(found)
    assert met > 1000


def test_ways_of_an_expression_are_found_in_the_order_in_which_they_stand() -> None:
    text = "the dog barked. " * 20 + "her son washes her; the dog barked and her son cooks."
    pattern = r"\bson (?:washes|cooks)\b|\bher son\b|\bbarked and her\b"
    compiled = re.compile(pattern)
    assert [one.group() for one in sought(pattern).finditer(text)] == compiled.findall(text)
    assert sought(pattern).sub("-", text) == compiled.sub("-", text)
    later = text.index("washes")
    first, same = sought(pattern).search(text, later), compiled.search(text, later)
    assert first is not None
    assert same is not None
    assert first.span() == same.span()


def test_what_reaches_over_a_full_stop_is_looked_for_in_the_whole_text() -> None:
    text = "nothing of note. " * 20 + "he left. she cried."
    assert not stays_in_sentence(r"left\. she")
    assert sought(r"\bleft\. she\b").search(text)
    assert sought(r"\bleft(?=\.)").search(text)
    assert sought(r"\bleft\b[^;\n]{0,9}\bcried\b").search(text)


def test_a_list_that_is_met_later_is_found_in_a_text_looked_at_before() -> None:
    text = "he keeps zebrafinches."
    assert any_of(("budgerigars",)).search(text) is None
    assert any_of(("zebrafinch*",)).search(text)


def test_a_cue_that_is_nothing_but_an_ending_ends() -> None:
    assert len(list(any_of(("*",)).finditer("a b"))) >= 2


def test_a_long_list_is_tried_cue_by_cue() -> None:
    pattern = cues("risk.ban").pattern
    each = list(ways(pattern))
    assert len(each) > 60
    text = "alcohol is not to be kept; he is not to go out alone and must not smoke"
    compiled = re.compile(pattern)
    assert [one.span() for one in sought(pattern).finditer(text)] == [one.span() for one in compiled.finditer(text)]
    assert compiled.search(text)
