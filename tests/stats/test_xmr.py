"""XmR charts: the published figures, the rules one by one, phases and baselines, and what no chart may say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbp.stats.signals import Limits, Signal, shifts, signals, trends, two_in_three
from sbp.stats.xmr import Point, assurance, average_range, limits_of, places_of, xmr

DEVIATIONS = [1.0, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
NIST = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
NORMAL = [
    *(-0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123),
    *(-0.68685285, -0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314),
    *(0.49785048, -1.96661716, 0.70135590, -0.47279141),
]
SPIKED = [*NORMAL[:14], 10.0, *NORMAL[15:]]
WIDE = Limits(mean=0, lower=-3, upper=3)

series = st.lists(st.integers(-20, 20).map(float), min_size=13, max_size=40)


def marked(found: list[Signal]) -> list[tuple[str, tuple[int, ...]]]:
    return [(signal.direction, signal.places) for signal in found]


@pytest.mark.parametrize(
    ("values", "mdc_excel", "mean", "lower", "upper"),
    [
        (DEVIATIONS, False, 1.944444, -0.715556, 4.604444),
        (DEVIATIONS, True, 1.944444, -3.062614, 6.951503),
        (NORMAL, False, 0.1416238, -3.01138, 3.294627),
        (SPIKED, False, 0.6694159, -2.383666, 3.722497),
        (SPIKED, True, 0.6694159, -4.596625, 5.935457),
    ],
)
def test_the_limits_are_those_published(
    values: list[float], mdc_excel: bool, mean: float, lower: float, upper: float
) -> None:
    limits = limits_of(values, mdc_excel=mdc_excel)
    assert (limits.mean, limits.lower, limits.upper) == pytest.approx((mean, lower, upper), abs=1e-6)


def test_the_nist_example_with_its_own_factor() -> None:
    spread = 3 / 1.128 * average_range(NIST)
    assert limits_of(NIST).mean == pytest.approx(50.81)
    assert (50.81 - spread, 50.81 + spread) == pytest.approx((45.8159, 55.8041), abs=5e-5)


def test_near_limits_are_two_thirds_of_the_way() -> None:
    limits = limits_of(DEVIATIONS)
    spread = 2 / 3 * 2.66
    assert (limits.near_lower, limits.near_upper) == pytest.approx((1.944444 - spread, 1.944444 + spread), abs=1e-6)


def test_a_shift_is_seen_from_its_seventh_point_and_marks_all_of_them() -> None:
    assert marked(list(shifts([1] * 8 + [-1]))) == [("up", tuple(range(8)))]
    assert marked(list(shifts([1] * 7))) == [("up", tuple(range(7)))]
    assert list(shifts([1] * 6 + [-1])) == []


@pytest.mark.parametrize("sides", [[1, 1, 1, 0, 1, 1, 1, 1], [-1, -1, -1, -1, 1, -1, -1, -1]])
def test_a_point_on_the_mean_or_beyond_it_breaks_a_shift(sides: list[int]) -> None:
    assert list(shifts(sides)) == []


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([1, 2, 3, 4, 5, 6, 7], [("up", tuple(range(7)))]),
        ([7, 6, 5, 4, 3, 2, 1], [("down", tuple(range(7)))]),
        ([1, 2, 3, 4, 5, 6], []),
        ([1, 2, 3, 3, 4, 5, 6], []),
        ([2, 1, 2, 3, 4, 5, 6, 7, 3], [("up", tuple(range(1, 8)))]),
    ],
)
def test_a_trend_is_seven_points_and_a_tie_breaks_it(values: list[float], found: list[tuple[str, object]]) -> None:
    assert marked(list(trends(values))) == found


@pytest.mark.parametrize(
    ("near", "window"),
    [([0, 0, 1, 0, 1, 0, 0], {2, 3, 4}), ([0, 0, 1, 1, 0, 0, 0], {1, 2, 3, 4}), ([1, 0, 1], {0, 1, 2})],
)
def test_two_of_three_near_a_limit_on_one_side(near: list[bool], window: set[int]) -> None:
    found = list(two_in_three(near, [1] * len(near)))
    assert {place for signal in found for place in signal.places} == {place for place in window if near[place]}
    assert list(two_in_three(near, [1, -1] * len(near))) == []


@pytest.mark.parametrize(("sign", "direction"), [(1, "up"), (-1, "down")])
def test_a_point_beyond_a_limit_is_outside_and_not_near_it(sign: int, direction: str) -> None:
    values = [sign * value for value in (2.5, 0.5, 3.5, 0.5, -0.5)]
    assert signals(values, WIDE) == (Signal(rule="outside", direction=direction, places=(2,)),)
    near = signals([sign * value for value in (2.5, 0.5, 2.5)], WIDE)
    assert near == (Signal(rule="two in three", direction=direction, places=(0, 2)),)


def test_the_first_rule_that_matches_names_the_point() -> None:
    assert [signal.rule for signal in signals([-2.0, -1, 0, 1, 2, 2.5, 4], WIDE)] == ["outside", "trend"]
    chart = xmr([0.1, -0.1] * 8 + [0.05, 0.06, 0.07, 0.08, 0.09, 0.1, 0.11])
    assert {point.rule for point in chart.points[16:]} == {"trend"}


def test_when_both_directions_fire_improvement_shows() -> None:
    both = Point(value=1, rule="trend", directions=("down", "up"))
    down = Point(value=1, rule="shift", directions=("down",))
    assert (both.means("up"), both.means("down"), both.means(None)) == ("improvement", "improvement", "neutral")
    assert (down.means("up"), down.means("down")) == ("concern", "improvement")
    assert Point(value=1).means("up") == "common"


def test_under_thirteen_points_there_are_no_limits_and_no_signals() -> None:
    chart = xmr([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 100])
    assert [(phase.limits, phase.signals, phase.centre) for phase in chart.phases] == [(None, (), 6.5)]
    assert {point.rule for point in chart.points} == {""}
    assert xmr([*chart_values(12), None]).phases[0].limits is None
    assert xmr(chart_values(13)).phases[0].limits is not None


def chart_values(length: int) -> list[float]:
    return [float(place % 2) for place in range(length)]


@pytest.mark.parametrize("values", [[], [None], [None] * 20])
def test_no_points_make_no_chart_and_no_fault(values: list[None]) -> None:
    assert all(phase.centre is None and phase.limits is None for phase in xmr(values).phases)


def test_a_month_left_out_changes_nothing_but_its_own_point() -> None:
    whole, gaps = xmr(DEVIATIONS), xmr([*DEVIATIONS[:9], None, *DEVIATIONS[9:]])
    assert gaps.phases[0].limits == whole.phases[0].limits
    assert [point for point in gaps.points if point.value is not None] == list(whole.points)
    assert gaps.points[9] == Point(value=None)


def test_re_basing_gives_each_phase_its_own_limits_and_ends_runs() -> None:
    low, high = chart_values(14), [value + 10 for value in chart_values(14)]
    assert any(point.rule for point in xmr(low + high).points)
    rebased = xmr(low + high, rebase_at=[14])
    assert [(phase.start, phase.end) for phase in rebased.phases] == [(0, 14), (14, 28)]
    assert [phase.centre for phase in rebased.phases] == [0.5, 10.5]
    assert {point.rule for point in rebased.points} == {""}


def test_a_day_to_re_base_on_is_the_first_point_of_that_day_or_after_it() -> None:
    months = [date(2026, month, 1) for month in range(1, 7)]
    assert list(places_of(months, [date(2026, 3, 1), date(2026, 4, 15), date(2027, 1, 1)])) == [2, 4]


@pytest.mark.parametrize("place", [0, -3, 18, 99])
def test_to_re_base_before_the_first_point_or_after_the_last_is_nothing(place: int) -> None:
    assert xmr(DEVIATIONS, rebase_at=[place]) == xmr(DEVIATIONS)


def test_a_baseline_judges_what_comes_after_it() -> None:
    values = [*chart_values(14), *[value + 10 for value in chart_values(6)]]
    chart = xmr(values, baseline=14)
    assert chart.phases[0].limits == limits_of(values[:14])
    assert {point.rule for point in chart.points[14:]} == {"outside"}


@pytest.mark.parametrize("points", [0, 11, 21])
def test_a_baseline_has_twelve_to_twenty_points(points: int) -> None:
    with pytest.raises(ValueError, match="12 to 20"):
        xmr(DEVIATIONS, baseline=points)


@pytest.mark.parametrize(
    ("target", "up", "down"), [(4, "fails", "passes"), (-4, "passes", "fails"), (0, "hit and miss", "hit and miss")]
)
def test_whether_a_target_will_be_met(target: float, up: str, down: str) -> None:
    assert (assurance(WIDE, target, "up"), assurance(WIDE, target, "down")) == (up, down)


@given(st.floats(-1e6, 1e6), st.integers(1, 40))
def test_where_every_month_is_the_same_there_is_no_signal(value: float, months: int) -> None:
    assert {point.rule for point in xmr([value] * months).points} == {""}


@given(series)
def test_upside_down_every_signal_is_the_same_the_other_way(values: list[float]) -> None:
    turned = {"up": "down", "down": "up"}
    here, there = xmr(values).points, xmr([-value for value in values]).points
    assert [point.rule for point in here] == [point.rule for point in there]
    assert [{turned[way] for way in point.directions} for point in here] == [set(point.directions) for point in there]


@given(series, st.integers(-50, 50))
def test_limits_move_with_the_values(values: list[float], shift: int) -> None:
    here, there = limits_of(values), limits_of([value + shift for value in values])
    assert (there.mean, there.lower, there.upper) == pytest.approx(
        (here.mean + shift, here.lower + shift, here.upper + shift), abs=1e-9
    )


@given(series)
def test_screening_never_widens(values: list[float]) -> None:
    assert average_range(values) <= average_range(values, mdc_excel=True)
