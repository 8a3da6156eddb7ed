"""Wilson's interval, against published figures and what any interval must do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbp.stats.intervals import wilson


@pytest.mark.parametrize(
    ("met", "of", "z", "low", "high"),
    [
        (65, 100, 1.959963984540054, 0.552544, 0.736358),
        (65, 100, 3.090232306167813, 0.495495, 0.778354),
        (1045, 5000, 1.959963984540054, 0.197955, 0.220491),
    ],
)
def test_it_gives_the_published_figures(met: int, of: int, z: float, low: float, high: float) -> None:
    assert wilson(met, of, z) == pytest.approx((low, high), abs=5e-7)


@given(st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_it_holds_the_rate_and_mirrors(pair: tuple[int, int]) -> None:
    met, of = pair
    low, high = wilson(met, of)
    assert 0 <= low <= met / of + 1e-12
    assert met / of - 1e-12 <= high <= 1
    assert wilson(of - met, of) == pytest.approx((1 - high, 1 - low))


def test_nothing_read_says_nothing() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
