"""Agreement: every published example, other libraries as oracles, and what an index must and must not say."""

from collections.abc import Callable, Sequence
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa

from sbp.stats.agreement import Index, agreement
from sbp.stats.indices import Numbers, ac1, agreed, alpha, cohen, counted, crossed, fleiss, nominal, ordinal

NAMES = (
    "1 2 3 3 2 1 4 1 2 - - -",
    "1 2 3 3 2 2 4 1 2 5 - 3",
    "- 3 3 3 2 3 4 2 2 5 1 -",
    "1 2 3 3 2 4 4 1 2 5 1 -",
)
FOUR_READERS = [
    [None if mark == "-" else int(mark) for mark in row] for row in zip(*map(str.split, NAMES), strict=True)
]
THREE = ("* * * * * 3 4 1 2 1 1 3 3 * 3", "1 * 2 1 3 3 4 3 * * * * * * *", "* * 2 1 3 4 4 * 2 1 1 3 3 * 4")
THREE_CODERS = [
    [None if mark == "*" else int(mark) for mark in row] for row in zip(*map(str.split, THREE), strict=True)
]
TWO_READERS = list(zip(map(int, "0100000010"), map(int, "1110010000"), strict=True))
FLEISS_1971 = """
00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006
"""
WIKIPEDIA = """0 0 0 0 14,0 2 6 4 2,0 0 3 5 6,0 3 9 2 0,2 2 8 1 1,7 7 0 0 0,3 2 6 3 0,2 5 3 2 2,6 5 2 1 0,0 2 2 3 7"""

pairs = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=2, max_size=40)


def once(counts: Numbers) -> Numbers:
    return np.ones((1, len(counts)))


def interval(given: Numbers) -> Numbers:
    values = np.arange(1.0, given.shape[1] + 1)
    return np.broadcast_to((values[:, None] - values) ** 2, (len(given), len(values), len(values)))


def ratio(given: Numbers) -> Numbers:
    values = np.arange(1.0, given.shape[1] + 1)
    apart = ((values[:, None] - values) / (values[:, None] + values)) ** 2
    return np.broadcast_to(apart, (len(given), len(values), len(values)))


def from_table(cells: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    return [(row, column) for row, line in enumerate(cells) for column, count in enumerate(line) for _ in range(count)]


@pytest.mark.parametrize(
    ("marks", "distance", "value"),
    [
        (FOUR_READERS, nominal, 0.743421),
        (FOUR_READERS, ordinal, 0.815388),
        (FOUR_READERS, interval, 0.849107),
        (FOUR_READERS, ratio, 0.797403),
        (THREE_CODERS, nominal, 0.691358),
        (THREE_CODERS, interval, 0.810845),
    ],
)
def test_alpha_is_as_published(
    marks: list[list[int | None]], distance: Callable[[Numbers], Numbers], value: float
) -> None:
    counts = counted(marks, range(1, 6))
    assert alpha(counts, once(counts), distance)[0] == pytest.approx(value, abs=5e-7)


def test_alpha_of_two_observers_on_ten_binary_units() -> None:
    assert agreement(TWO_READERS, [0, 1], fewest=2).alpha.value == pytest.approx(0.095238, abs=5e-7)


def test_four_readers_by_every_index() -> None:
    found = agreement(FOUR_READERS, range(1, 6), fewest=2)
    assert (found.records, found.readers) == (11, 4)
    assert found.agreed == pytest.approx(0.81818, abs=5e-6)
    assert found.ac1.value == pytest.approx(0.77544, abs=5e-6)
    assert found.kappa.value == pytest.approx(0.76117, abs=5e-6)
    assert found.alpha.value == pytest.approx(0.74342, abs=5e-6)
    assert dict(found.counts) == {1: 9, 2: 13, 3: 10, 4: 5, 5: 3}


def test_the_interval_of_twelve_records_is_as_wide_as_it_was_worked_out_to_be() -> None:
    found = agreement(FOUR_READERS, range(1, 6), fewest=2).alpha
    assert (found.low, found.high) == pytest.approx((0.417, 1.000), abs=5e-4)


@pytest.mark.parametrize(
    ("cells", "kappa", "ac1", "agreed"),
    [
        ([[13, 0, 0], [0, 20, 7], [0, 4, 56]], 0.79641, 0.84933, 0.89),
        ([[20, 5], [10, 15]], 0.4, None, 0.7),
        ([[106, 10, 4], [22, 28, 10], [2, 12, 6]], 0.428571, None, 0.7),
        ([[118, 5], [2, 0]], -0.023392, 0.940776, 0.944),
    ],
)
def test_two_readers_as_published(cells: list[list[int]], kappa: float, ac1: float | None, agreed: float) -> None:
    found = agreement(from_table(cells), range(len(cells)))
    assert found.agreed == pytest.approx(agreed)
    assert found.kappa.value == pytest.approx(kappa, abs=5e-6)
    assert ac1 is None or found.ac1.value == pytest.approx(ac1, abs=5e-6)
    assert found.kappa.value == pytest.approx(cohens_kappa(np.array(cells)).kappa)


def test_scotts_pi_of_the_three_by_three_example_is_fleiss_for_two() -> None:
    counts = counted(from_table([[13, 0, 0], [0, 20, 7], [0, 4, 56]]), range(3))
    assert fleiss(counts, once(counts))[0] == pytest.approx(0.79624, abs=5e-6)


def test_the_oracle_gives_the_published_errors() -> None:
    simple = cohens_kappa(np.array([[20, 5], [10, 15]]))
    assert simple.std_kappa == pytest.approx(0.126996, abs=5e-7)
    assert (simple.kappa_low, simple.kappa_upp) == pytest.approx((0.151092, 0.648907), abs=2e-6)
    three = cohens_kappa(np.array([[106, 10, 4], [22, 28, 10], [2, 12, 6]]))
    assert (three.std_kappa, three.std_kappa0) == pytest.approx((0.053711, 0.055512), abs=5e-7)


@pytest.mark.parametrize(
    ("rows", "kappa"),
    [([row.split() for row in WIKIPEDIA.split(",")], 0.209931), (list(map(list, FLEISS_1971.split())), 0.430245)],
)
def test_fleiss_as_published(rows: list[list[str]], kappa: float) -> None:
    counts = np.array([[float(count) for count in row] for row in rows])
    assert fleiss(counts, once(counts))[0] == pytest.approx(kappa, abs=5e-7)


@given(
    st.integers(2, 5).flatmap(
        lambda readers: st.lists(
            st.lists(st.integers(0, 3), min_size=readers, max_size=readers), min_size=3, max_size=30
        )
    )
)
def test_fleiss_agrees_with_statsmodels(marks: list[list[int]]) -> None:
    counts = counted(marks, range(4))
    with np.errstate(invalid="ignore", divide="ignore"):
        oracle = fleiss_kappa(counts)
    assert fleiss(counts, once(counts))[0] == pytest.approx(oracle, nan_ok=True)


@given(pairs)
def test_cohen_agrees_with_statsmodels(marks: list[tuple[int, int]]) -> None:
    tables = crossed(marks, range(3))
    found = cohen(tables, once(tables))[0]
    if not np.isnan(found):
        assert found == pytest.approx(cohens_kappa(tables.sum(axis=0), return_results=False))


@given(pairs, st.randoms(use_true_random=False))
def test_the_order_of_records_and_readers_and_categories_changes_nothing(
    marks: list[tuple[int, int]], order: Random
) -> None:
    counts = counted(marks, range(3))
    turned = counted([pair[::-1] for pair in order.sample(marks, len(marks))], [2, 0, 1])
    for index in (agreed, ac1, fleiss, lambda c, w: alpha(c, w, nominal)):
        assert index(counts, once(counts)) == pytest.approx(index(turned, once(turned)), nan_ok=True)


@given(pairs)
def test_ordinal_alpha_is_the_same_from_most_to_least(marks: list[tuple[int, int]]) -> None:
    up, down = counted(marks, range(3)), counted(marks, [2, 1, 0])
    assert alpha(up, once(up), ordinal) == pytest.approx(alpha(down, once(down), ordinal), nan_ok=True)


@given(pairs)
def test_no_index_is_over_one_and_full_agreement_is_one(marks: list[tuple[int, int]]) -> None:
    counts = counted(marks, range(3))
    same = counted([(first, first) for first, _ in marks], range(3))
    for index in (ac1, fleiss, lambda c, w: alpha(c, w, nominal), lambda c, w: alpha(c, w, ordinal)):
        assert not index(counts, once(counts))[0] > 1 + 1e-12
        assert index(same, once(same))[0] == pytest.approx(1) or len({first for first, _ in marks}) == 1


def test_with_two_categories_ordinal_is_nominal() -> None:
    counts = counted(TWO_READERS, [0, 1])
    assert alpha(counts, once(counts), ordinal) == pytest.approx(alpha(counts, once(counts), nominal))


def test_where_every_mark_is_the_same_alpha_is_said_to_be_undefined() -> None:
    found = agreement([("met", "met")] * 50, ["met", "not met"])
    undefined = Index(unsaid="undefined, because every mark is the same")
    assert (found.alpha, found.kappa) == (undefined, undefined)
    assert found.agreed == found.ac1.value == 1
    assert dict(found.counts) == {"met": 100, "not met": 0}


def test_under_thirty_records_only_the_share_agreed_is_given() -> None:
    few = agreement([(0, 0), (1, 1), (0, 1)] * 9 + [(1, 1), (0, 0)], [0, 1])
    assert few.records == 29
    assert few.agreed == pytest.approx(20 / 29)
    assert {few.alpha, few.ac1, few.kappa} == {Index(unsaid="fewer than 30 records were read by two or more")}
    assert agreement([(0, 0), (1, 1), (0, 1)] * 10, [0, 1]).alpha.value is not None


def test_records_read_by_one_do_not_count_as_read_by_two() -> None:
    found = agreement([(0, None)] * 40 + [(1, 1)] * 3, [0, 1])
    assert (found.records, found.agreed, dict(found.counts)) == (3, 1.0, {0: 0, 1: 6})


@pytest.mark.parametrize("marks", [[], [(0, None)], [(None, None)]])
def test_nothing_read_twice_gives_no_share(marks: list[tuple[int | None, ...]]) -> None:
    found = agreement(marks, [0, 1], fewest=0)
    assert (found.records, found.agreed, found.alpha.value) == (0, None, None)
    assert found.alpha.unsaid


def test_resamples_without_a_value_are_counted_and_left_out() -> None:
    rare = agreement([(0, 0)] * 49 + [(1, 1)], [0, 1]).alpha
    assert rare.value == 1
    assert 600 < rare.undefined < 850
    assert (rare.low, rare.high) == (1, 1)


def test_the_same_marks_always_give_the_same_interval() -> None:
    marks = [(0, 0), (1, 1), (0, 1), (1, 1)] * 12
    assert agreement(marks, [0, 1]) == agreement(marks, [0, 1])


def test_a_mark_that_is_no_category_is_refused_and_not_shown() -> None:
    with pytest.raises(ValueError, match="not among the categories") as refused:
        agreement([("canary", "met")], ["met", "not met"])
    assert "canary" not in str(refused.value)
    with pytest.raises(ValueError, match="two categories"):
        agreement([(0, 0)], [0])


@pytest.mark.parametrize(
    ("records", "often", "alphas", "ac1s", "undefined"),
    [
        (20, 0.50, (0.32, 1.00), None, None),
        (50, 0.50, (0.48, 0.88), None, None),
        (100, 0.50, (0.56, 0.84), None, None),
        (200, 0.50, (0.60, 0.79), None, None),
        (20, 0.20, (0.00, 1.00), (0.62, 1.00), None),
        (50, 0.20, (0.40, 0.92), (0.71, 0.97), None),
        (100, 0.20, (0.49, 0.86), (0.76, 0.94), None),
        (200, 0.20, (0.57, 0.82), (0.79, 0.92), None),
        (20, 0.05, (-0.03, 1.00), (0.87, 1.00), 0.26),
        (50, 0.05, (-0.02, 1.00), (0.91, 1.00), 0.04),
        (100, 0.05, (0.22, 1.00), (0.93, 1.00), 0.001),
        (200, 0.05, (0.40, 0.91), (0.94, 0.99), 0.0),
    ],
)
def test_how_sure_so_many_records_make_two_readers_whose_true_agreement_is_0_7(
    records: int,
    often: float,
    alphas: tuple[float, float],
    ac1s: tuple[float, float] | None,
    undefined: float | None,
) -> None:
    chance = np.random.default_rng(20261122)
    both = often * (1 - often) * 0.7
    cells = [(1 - often) ** 2 + both, 2 * often * (1 - often) * 0.3, often**2 + both]
    drawn = chance.multinomial(records, cells, size=40_000).astype(float)
    counts = np.array([[2.0, 0], [1, 1], [0, 2]])
    found = alpha(counts, drawn, nominal)
    if undefined is not None:
        assert np.isnan(found).mean() == pytest.approx(undefined, abs=0.01)
    assert holds_the_middle(found[~np.isnan(found)], alphas)
    assert ac1s is None or holds_the_middle(ac1(counts, drawn), ac1s)


def holds_the_middle(values: Numbers, ends: tuple[float, float]) -> bool:
    """Whether 2.5% lie beyond each end, within a hundredth: values come in steps, so the ends themselves may jump."""
    low, high = ends
    below = (values < low - 0.0051).mean(), (values <= low + 0.0051).mean()
    above = (values > high + 0.0051).mean(), (values >= high - 0.0051).mean()
    return all(outside <= 0.035 and up_to >= 0.015 for outside, up_to in (below, above))
