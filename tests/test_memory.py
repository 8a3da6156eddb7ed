"""What is kept in memory does not grow with the number of words that go by."""

from sbp.findings import Finding
from sbp.passage import tokeniser as rooms
from sbp.passage.tokeniser import MOST_STRINGS, tokeniser


def test_the_vocabulary_of_spacy_is_bounded() -> None:
    for start in range(0, MOST_STRINGS + 40_000, 1_000):
        tokeniser()(" ".join(f"word{number}x" for number in range(start, start + 1_000)))
    assert len(tokeniser().vocab.strings) < 60_000


def test_findings_are_the_same_after_the_vocabulary_was_given_up() -> None:
    from kept import RULES

    from sbp import Checker

    def found() -> list[Finding]:
        return checker.check_text("She suffers-from arthritis. He refuses his tablets.")

    checker = Checker(rules=RULES)
    before = found()
    assert before
    old = tokeniser()
    rooms._made.cache_clear()
    assert found() == before
    assert tokeniser() is not old
