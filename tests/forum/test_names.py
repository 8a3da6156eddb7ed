"""Numbers, dates and kinds as people say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbp.forum.names import CATEGORIES as NAMES
from sbp.forum.names import KINDS, category_name, counted, date_name, kind_name, listed, of_them, percent
from sbp.records import RECORDS
from sbp.rule import CATEGORIES
from sbp.rules import load_rules


@pytest.mark.parametrize(
    ("share", "said"), [(0, "0%"), (0.001, "under 1%"), (0.5, "50%"), (0.999, "over 99%"), (1, "100%")]
)
def test_some_never_reads_as_none_and_nearly_all_never_as_all(share: float, said: str) -> None:
    assert percent(share) == said


@given(st.integers(1, 9999).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_only_all_is_a_hundred_per_cent(pair: tuple[int, int]) -> None:
    met, of = pair
    assert (percent(met / of) == "100%") == (met == of)
    assert (percent(met / of) == "0%") == (met == 0)


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_items_stand_as_in_a_sentence(items: list[str], said: str) -> None:
    assert listed(items) == said


@pytest.mark.parametrize(
    ("count", "said"), [(0, "no records"), (1, "one record"), (9, "nine records"), (1200, "1,200 records")]
)
def test_a_number_stands_with_its_noun(count: int, said: str) -> None:
    assert counted(count, "record") == said


def test_a_part_of_what_was_counted_is_all_of_it_or_so_many() -> None:
    assert [of_them(part, 52) for part in (3, 40, 52)] == ["three of them", "40 of them", "all of them"]


def test_every_kind_of_record_has_a_name() -> None:
    assert set(KINDS) == set(RECORDS)
    assert kind_name("carers_assessment", 2) == "carers’ assessments"


def test_every_category_reads_as_a_heading() -> None:
    ours = {rule.category for rule in load_rules().rules} | set(CATEGORIES)
    assert not {category for category in ours if not category.startswith("data.")} - set(NAMES)
    assert category_name("lang.winter_words") == "Winter words"


def test_a_date_is_written_out() -> None:
    assert date_name("2026-03-05") == "5 March 2026"
    assert date_name("") == ""
