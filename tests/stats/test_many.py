"""Many looks at once, with scipy and statsmodels as oracles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control
from statsmodels.stats.multitest import multipletests

from sbp.stats.many import benjamini_hochberg, expected_by_chance
from sbp.stats.tails import P95

chances = st.lists(st.floats(0, 1), min_size=1, max_size=60)


@given(chances)
def test_it_adjusts_as_two_other_libraries_do(p_values: list[float]) -> None:
    found = benjamini_hochberg(p_values)
    assert found == pytest.approx(multipletests(p_values, method="fdr_bh")[1], abs=1e-12)
    assert found == pytest.approx(false_discovery_control(p_values), abs=1e-12)


@given(chances)
def test_it_never_makes_a_p_value_smaller_and_keeps_their_order(p_values: list[float]) -> None:
    found = benjamini_hochberg(p_values)
    assert all(p <= q + 1e-15 and q <= 1 for p, q in zip(p_values, found, strict=True))
    assert [q for _, q in sorted(zip(p_values, found, strict=True))] == sorted(found)


def test_no_looks_give_no_p_values() -> None:
    assert benjamini_hochberg([]) == ()


def test_twenty_five_teams_on_thirteen_standards() -> None:
    assert 25 * 13 == 325
    assert expected_by_chance(325, P95) == pytest.approx(16.25)
    assert expected_by_chance(325) == pytest.approx(0.65)
