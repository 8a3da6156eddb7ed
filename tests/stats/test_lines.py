"""Funnel lines: the figures of `statistics.md`, agreement with the exact test, and the swap of meeting and not."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from sbp.stats.dispersion import additive_lines
from sbp.stats.lines import exact_lines, fingertips_lines, lower_line, upper_line
from sbp.stats.tails import P95, P998, fewest_records, flag_of, tails, two_sided, z_of

CENTRES = st.floats(0.02, 0.98)
LEVELS = st.sampled_from([P95, P998])


def counts(most: int = 150) -> st.SearchStrategy[tuple[int, int]]:
    return st.integers(1, most).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


def printed_lines(of: int, centre: float, p: float) -> tuple[float, float]:
    """Both lines as the paper's appendix has them: the upper one interpolated at 1 - p."""

    def line(p: float) -> float:
        least = int(binom.ppf(p, of, centre))
        up_to, before = binom.cdf([least, least - 1], of, centre)
        return max(0.0, (least - (up_to - p) / (up_to - before)) / of)

    return line(p), line(1 - p)


@pytest.mark.parametrize(
    ("of", "centre", "low998", "low95", "high95", "high998", "printed95"),
    [
        (10, 0.5, 0.000240, 0.132444, 0.867556, 0.999760, 0.767556),
        (20, 0.8, 0.460746, 0.583885, 0.988316, 1.000000, 0.938316),
        (30, 0.8, 0.534814, 0.632059, 0.952328, 1.000000, 0.918995),
        (50, 0.5, 0.272771, 0.350702, 0.649298, 0.727229, 0.629298),
        (50, 0.8, 0.600856, 0.672906, 0.915595, 0.965224, 0.895595),
        (100, 0.5, 0.341216, 0.396824, 0.603176, 0.658784, 0.593176),
        (100, 0.8, 0.663234, 0.713524, 0.880258, 0.919022, 0.870258),
        (100, 0.15, 0.045097, 0.078383, 0.228332, 0.274953, 0.218332),
        (200, 0.15, 0.075037, 0.099777, 0.203701, 0.235055, 0.198701),
    ],
)
def test_the_lines_are_where_they_were_worked_out_to_be(
    of: int, centre: float, low998: float, low95: float, high95: float, high998: float, printed95: float
) -> None:
    found = (*exact_lines(of, centre), *exact_lines(of, centre, P95))
    assert found == pytest.approx((low998, high998, low95, high95), abs=5e-7)
    assert printed_lines(of, centre, P95) == pytest.approx((low95, printed95), abs=5e-7)


def test_a_line_never_goes_below_nothing() -> None:
    least = int(binom.ppf(0.001, 10, 0.15))
    up_to = float(binom.cdf(least, 10, 0.15))
    assert (least - (up_to - 0.001) / up_to) / 10 == pytest.approx(-0.099, abs=1e-3)
    assert lower_line(10, 0.15) == 0


def _flagged(of: int, lines: tuple[float, float]) -> np.ndarray:
    rates = np.arange(of + 1) / of
    return (rates < lines[0]) | (rates > lines[1])


def test_the_line_and_the_exact_test_never_differ_and_the_usual_lines_do() -> None:
    looks = ours = printed_false = arcsine = arcsine_false = 0
    for centre in (0.3, 0.5, 0.7, 0.8, 0.9, 0.95):
        for of in range(5, 121):
            met = np.arange(of + 1)
            exact = (binom.cdf(met, of, centre) < P998) | (binom.sf(met - 1, of, centre) < P998)
            looks += of + 1
            ours += int((_flagged(of, exact_lines(of, centre)) != exact).sum())
            printed_false += int((_flagged(of, printed_lines(of, centre, P998)) & ~exact).sum())
            common = _flagged(of, additive_lines(of, centre, 0.0))
            arcsine += int((common != exact).sum())
            arcsine_false += int((common & ~exact).sum())
    assert (looks, ours, printed_false, arcsine, arcsine_false) == (44196, 0, 696, 836, 764)


@given(counts(), CENTRES, LEVELS)
def test_the_line_and_the_tail_flag_the_same(pair: tuple[int, int], centre: float, p: float) -> None:
    met, of = pair
    low, high = exact_lines(of, centre, p)
    beyond = "low" if met / of < low - 1e-9 else "high" if met / of > high + 1e-9 else ""
    assert beyond == flag_of(*tails(met, of, centre), p) or min(abs(met / of - low), abs(met / of - high)) < 1e-8


@given(counts(), CENTRES, LEVELS)
def test_nothing_changes_when_meeting_and_not_meeting_swap(pair: tuple[int, int], centre: float, p: float) -> None:
    met, of = pair
    low, high = exact_lines(of, centre, p)
    assert exact_lines(of, 1 - centre, p) == pytest.approx((1 - high, 1 - low))
    assert tails(of - met, of, 1 - centre) == pytest.approx(tails(met, of, centre)[::-1])


@given(counts(), st.lists(CENTRES, min_size=2, max_size=2).map(sorted))
def test_a_higher_centre_makes_few_less_likely_and_many_more(pair: tuple[int, int], centres: list[float]) -> None:
    (low, high), (low_after, high_after) = (tails(*pair, centre) for centre in centres)
    assert low_after <= low + 1e-12
    assert high <= high_after + 1e-12


@given(st.integers(1, 300), CENTRES)
def test_the_wider_limits_hold_the_narrower_and_the_centre(of: int, centre: float) -> None:
    low998, high998 = exact_lines(of, centre, P998)
    low95, high95 = exact_lines(of, centre, P95)
    assert 0 <= low998 <= low95 <= centre <= high95 <= high998 <= 1


def test_no_records_say_nothing() -> None:
    assert exact_lines(0, 0.8) == fingertips_lines(0, 0.8) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("met", "of", "centre", "chance"), [(30, 40, 0.5, 0.00111072), (45, 50, 0.8, 0.04802722), (10, 10, 0.5, 0.00097656)]
)
def test_the_chance_of_so_many_is_exact(met: int, of: int, centre: float, chance: float) -> None:
    assert tails(met, of, centre)[1] == pytest.approx(chance, abs=5e-9)


@pytest.mark.parametrize(
    ("centre", "at998", "at95"),
    [(0.5, 10, 6), (0.6, 14, 8), (0.7, 20, 11), (0.8, 31, 17), (0.9, 66, 36), (0.95, 135, 72)],
)
def test_the_fewest_records_are_those_of_the_table(centre: float, at998: int, at95: int) -> None:
    assert (fewest_records(centre), fewest_records(centre, P95)) == (at998, at95)
    assert fewest_records(1 - centre) == at998


@given(CENTRES, LEVELS)
def test_below_the_fewest_records_one_end_cannot_be_reached(centre: float, p: float) -> None:
    fewest = fewest_records(centre, p)
    assert fewest is not None

    def both(of: int) -> bool:
        return flag_of(*tails(0, of, centre), p) == "low" and flag_of(*tails(of, of, centre), p) == "high"

    assert both(fewest)
    assert fewest == 1 or not both(fewest - 1)


@pytest.mark.parametrize("centre", [0.0, 1.0])
def test_where_all_or_none_meet_no_number_of_records_is_enough(centre: float) -> None:
    assert fewest_records(centre) is None


@pytest.mark.parametrize(
    ("of", "low95", "high95", "low998", "high998"),
    [(10, 56.154344, 100, 42.03259, 100), (539, 77.306949, 83.977947, 75.38344, 85.901456)],
)
def test_the_fingertips_method_gives_the_figures_of_its_fixture(
    of: int, low95: float, high95: float, low998: float, high998: float
) -> None:
    found = (*fingertips_lines(of, 0.80642448, P95), *fingertips_lines(of, 0.80642448, P998))
    assert [100 * line for line in found] == pytest.approx([low95, high95, low998, high998], abs=5e-6)


def test_normal_limits_and_two_sided_chances() -> None:
    assert (z_of(P95), z_of(P998)) == pytest.approx((1.959964, 3.090232), abs=5e-7)
    assert two_sided(0.01, 0.995) == 0.02
    assert two_sided(0.7, 0.6) == 1.0
    assert math.isclose(upper_line(50, 0.8), 1 - lower_line(50, 0.2), abs_tol=1e-9)
