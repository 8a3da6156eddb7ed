"""Whose words and whose conduct: relatives are named by what they are to the person, or the person by what they are."""

import pytest

from sbp.engine import Checker

WIN = {"name": "Win Tait", "pronouns": "she/her"}


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Her daughter says her mother is manipulative.", "suggestion"),
        ("Daughter of Mrs Tait says her mother is manipulative.", "suggestion"),
        ("Her niece told us that her aunt is manipulative.", "suggestion"),
        ("The sitters tell us she is manipulative.", "suggestion"),
    ],
)
def test_what_relatives_and_workers_say_of_the_person_is_passed_on(checker: Checker, text: str, level: str) -> None:
    assert [(one.category, one.level) for one in checker.check_text(text, person=WIN)] == [("lang.behaviour", level)]


@pytest.mark.parametrize(
    "text",
    [
        "Her daughter says her sister is manipulative.",
        "Another tenant is manipulative.",
        "The fellow resident is manipulative.",
        "Her twin, whose illness means that she refuses visitors, writes every day.",
    ],
)
def test_what_is_said_of_somebody_else_is_not_said_of_the_person(checker: Checker, text: str) -> None:
    of_the_person = {"language/character-verdict", "language/refuses"}
    assert not of_the_person & {one.rule for one in checker.check_text(text, person=WIN)}
