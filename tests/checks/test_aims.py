"""What an outcome statement is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbp.checks.aims import aims


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("To have a package of care x4 daily.", "service"),
        ("Outcome: POC x2.", "service"),
        ("POC 4 x daily to be put in place.", "service"),
        ("To move to residential care.", "service"),
        ("Respite every six weeks, so that I can see my sister.", "life"),
        ("A ramp, so she can garden.", "life"),
        ("A package from her sister every month.", "life"),
        ("To stay at Rowan House, where the blackbirds are.", "life"),
        ("A visit to the care home where her sister lives.", "life"),
        ("Staff to anticipate all needs.", "task"),
        ("To be nursed in bed.", "task"),
        ("To be washed without fear: no more than one frightened evening a week.", "life"),
        ("To be nursed in bed by nobody but her sister.", "life"),
        ("Personal care needs met.", "need"),
        ("To comply with medication.", "professional"),
        ("To engage with her grandchildren.", "life"),
        ("To comply with the court order and see his son.", "life"),
        ("To maintain independence.", "vague"),
        ("To maintain her independence with the kettle tipper.", "life"),
        ("To remain safe in own home.", "vague"),
        ("To remain at home.", "life"),
        ("To be happier.", "unmeasured"),
        ("To be happier when the band plays.", "life"),
        ("“To have a package of care,” she laughed.", "life"),
        ("Home.", "life"),
        ("For the calls to be uplifted from 30 to 45 minutes, with a second carer morning and night.", "service"),
        ("The goal is for live-in care to be commissioned from a framework provider.", "service"),
        ("A stairlift, to sleep next to Bill again.", "life"),
        ("Two members of the team are to hoist her from bed to wheelchair.", "task"),
        ("Pads changed four times daily.", "task"),
        ("Carers knock and wait for a yes.", "life"),
        ("To help her granddaughter with her reading on Tuesdays.", "life"),
        ("Unable to wash below the waist.", "need"),
        ("To need no help with the stairs by May.", "life"),
        ("To accept carers at every scheduled visit and not cancel.", "professional"),
        ("A discharge that maintains flow through the acute bed base.", "professional"),
        ("Not to miss dominoes.", "life"),
        ("To have more energy than he has now.", "unmeasured"),
        ("To sleep upstairs again.", "life"),
        ("Optimum level of functioning across all domains, with risks managed.", "vague"),
        ("", None),
        ("1.", None),
    ],
)
def test_a_statement_is_read_by_its_head(text: str, about: str | None) -> None:
    assert [aim.about for aim in aims(text)] == ([about] if about else [])


@pytest.mark.parametrize("sign", ["We will know when she sings again.", "She will know it has worked when he rings."])
def test_the_persons_own_test_is_a_measure_for_the_box(sign: str) -> None:
    assert {aim.about for aim in aims(f"To be happier. {sign}")} == {"life"}


def test_each_statement_of_a_box_stands_where_it_is() -> None:
    box = "1. “A door with my name.”\r\n2. To be discharged to appropriate placement.\r\n3. A job where I count."
    found = [(aim.about, box[aim.start : aim.end]) for aim in aims(box)]
    assert ("service", "To be discharged to appropriate placement.") in [(a, t.removeprefix("2. ")) for a, t in found]
    assert [about for about, _ in found].count("life") == len(found) - 1


def test_what_stands_beside_a_wish_in_one_paragraph_is_there_for_its_sake() -> None:
    task = "Staff will run the shower and check the heat."
    wish = " She means to wash her own face and arms, sitting, three mornings in the week."
    assert [aim.about for aim in aims(task)] == ["task"]
    assert [aim.about for aim in aims(task + wish)] == ["life", "life"]
    assert [aim.about for aim in aims(f"{task}\n{wish}")] == ["task", "life"]


def test_a_person_may_ask_for_a_service_in_their_own_words() -> None:
    assert [aim.about for aim in aims("I want carers in the morning.", own=True)] == ["life"]


@given(st.text(max_size=200), st.booleans())
def test_any_text_is_read_and_every_aim_lies_inside_it(text: str, own: bool) -> None:
    for aim in aims(text, own):
        assert 0 <= aim.start <= aim.end <= len(text)
