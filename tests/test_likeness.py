"""A sentence as a whole can silence a finding and outweigh a gate, never for house rules, and never make one."""

import math
from pathlib import Path

import pytest
from gold.learn import fitted
from hypothesis import given
from hypothesis import strategies as st

from sbp.engine import Checker
from sbp.gates.likeness import LEAST, MOST, grams, learned, likeness, stretches
from sbp.passage.pieces import pieces
from sbp.rule import CATEGORIES
from sbp.rules import load_rules

ON_THE_WHOLE = "The plumber turned the water off by six, and the garden club moved the hens to Friday."


def test_every_category_that_one_sentence_can_show_has_been_learned() -> None:
    assert learned().keys() == set(CATEGORIES) - {"lang.deficit_only"}
    assert all(known.bias < 0 and known.weights and known.proven for known in learned().values())


@given(st.text())
def test_any_text_is_likely_to_some_degree(text: str) -> None:
    assert all(0 <= likeness(category, text.lower()) <= 1 for category in learned())


def test_forms_of_a_word_are_one_and_neighbours_are_pairs() -> None:
    assert grams(["refuses", "care"]) == grams(["refused", "care"]) == {"refus", "care", "refus care"}


def test_stretches_are_of_one_to_four_words() -> None:
    assert stretches(["a", "b"]) == {"a", "b", "a b"}
    assert max(len(one.split()) for one in stretches(["w"] * 9)) == 4


def test_what_was_marked_is_likelier_than_what_was_left() -> None:
    told = [({"refus", "care"}, {"lang.blame"}), ({"refus", "wast"}, set()), ({"care", "home"}, set())] * 9
    vocabulary = {gram: at for at, gram in enumerate(["refus", "care", "wast", "home"])}
    bias, weights = fitted(told, "lang.blame", vocabulary)

    def score(*found: str) -> float:
        return bias + sum(weights[vocabulary[gram]] for gram in found) / math.sqrt(len(found))

    assert score("refus", "care") > 0 > max(score("refus", "wast"), score("care", "home"))


def house(folder: Path, phrase: str) -> Checker:
    """A checker whose only house rule looks for a phrase that nobody has annotated."""
    rule = folder / "language" / "ours.yaml"
    rule.parent.mkdir()
    bundled = load_rules().rule("language/refuses")
    rule.write_text(
        "title: Ours\ncategory: lang.control\nlevel: suggestion\nmessage: A word of our house.\n"
        f"why: It is ours.\nsource: {bundled.source!r}\ncheck:\n  type: pattern\n  patterns: ['{phrase}']\n"
        "about: anything\ninstead: [one, two]\nask: What is meant?\n"
        f"examples:\n  flagged: ['The [{phrase}].', 'A [{phrase}].']\n  clean: ['None.', 'Nothing.']\n",
        encoding="utf-8",
    )
    return Checker(load_rules((folder,)))


def test_a_house_rule_is_never_asked_for_likeness(tmp_path: Path) -> None:
    assert likeness("lang.control", " ".join(pieces(ON_THE_WHOLE.lower()))) < LEAST
    assert [found.rule for found in house(tmp_path, "garden club").check_text(ON_THE_WHOLE)] == ["language/ours"]


@pytest.mark.parametrize("disposition", ["note", "outweighed"])
def test_in_the_gold_set_it_moves_some_findings_either_way(disposition: str, moved: dict[str, list[float]]) -> None:
    limit = {"note": lambda likely: likely < LEAST, "outweighed": lambda likely: likely >= MOST}[disposition]
    assert moved[disposition]
    assert all(map(limit, moved[disposition]))


@pytest.fixture(scope="module")
def moved() -> dict[str, list[float]]:
    """How likely the sentences were over which likeness had something to say."""
    from gold.measure import part

    checker, found = Checker(), {"note": [], "outweighed": []}
    for passage in part("tune")[:1000]:
        reading = checker.read_text(
            passage.text, section=passage.section, record_type=passage.record_type, person=passage.person
        )
        for hit in reading.hits:
            for gate, answer in hit.answers:
                if answer.disposition == "outweighed" or gate == "likeness":
                    sentence = hit.match.sentence
                    words = hit.match.passage.plain.lower[sentence.start : sentence.end]
                    found[answer.disposition].append(likeness(hit.rule.category, words))
    return found
