"""Disclosure control: what is hidden, what is rounded, and that nobody can work a hidden count out.

The attack is made here again, apart from the code: every table is counted out where it is small, solved for where not.
"""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import LinearConstraint, milp

from sbp.stats.attack import Sum, possible, shifted
from sbp.stats.disclosure import Rounding, Shown, percentage, protect, table

tables = st.tuples(st.integers(1, 6), st.integers(2, 4)).flatmap(
    lambda shape: st.lists(
        st.lists(st.one_of(st.integers(0, 5), st.integers(5, 40)), min_size=shape[1], max_size=shape[1]),
        min_size=shape[0],
        max_size=shape[0],
    )
)


def narrowed(counts: dict, sums: list[Sum], shown: dict[object, Shown]) -> list[object]:
    """The hidden counts for which a reader can rule out 1, or 4."""
    keys = list(counts)
    rows = np.zeros((len(sums), len(keys)))
    for row, (total, parts) in enumerate(sums):
        rows[row, keys.index(total)] = 1
        for part in parts:
            rows[row, keys.index(part)] -= 1
    low = [0 if (value := shown[key].value) is None or value == 0 else max(5, value - 2) for key in keys]
    high = [np.inf if (value := shown[key].value) is None else value + 2 if value else 0 for key in keys]
    found = []
    for place, key in enumerate(keys):
        if shown[key].value is not None:
            continue
        ends = []
        for sign in (1, -1):
            goal = np.zeros(len(keys))
            goal[place] = sign
            bounds = (low, [*high[:place], 10_000, *high[place + 1 :]])
            solved = milp(goal, integrality=np.ones(len(keys)), bounds=bounds, constraints=LinearConstraint(rows, 0, 0))
            assert solved.success
            ends.append(round(sign * solved.fun))
        if not (ends[0] <= 1 and ends[1] >= 4):
            found.append(key)
    return found


@settings(max_examples=30, deadline=None)
@given(tables)
def test_no_hidden_count_can_be_narrowed_by_subtraction(rows: list[list[int]]) -> None:
    counts, sums = table(rows)
    assert narrowed(counts, sums, protect(counts, sums)) == []


@settings(max_examples=20, deadline=None)
@given(tables, st.data())
def test_nor_from_two_tables_that_share_their_totals(rows: list[list[int]], data: st.DataObject) -> None:
    """By team and by month: the columns of both add up to the same."""
    by_team, sums = table(rows)
    counts = dict(by_team)
    for column in range(len(rows[0])):
        whole = by_team["all", column]
        first = data.draw(st.integers(0, whole))
        counts |= {("may", column): first, ("june", column): whole - first}
        sums.append((("all", column), (("may", column), ("june", column))))
    assert narrowed(counts, sums, protect(counts, sums)) == []


def test_hiding_only_what_is_small_would_be_worked_out() -> None:
    counts, sums = table([[3, 30], [20, 25]])
    alone = {key: Shown(None if 0 < count < 5 else Rounding(base=1).shown(count)) for key, count in counts.items()}
    unrounded = Rounding(base=1)
    assert sum(cell.value is None for cell in alone.values()) == 1
    assert counts[0, "all"] - counts[0, 1] == 3
    assert sum(cell.value is None for cell in protect(counts, sums, unrounded).values()) > 1


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(st.integers(0, 6), min_size=2, max_size=2), min_size=1, max_size=2))
def test_every_value_from_one_to_four_stays_possible_when_all_tables_are_counted_out(rows: list[list[int]]) -> None:
    counts, sums = table(rows)
    shown = protect(counts, sums)
    cells = [key for key in counts if "all" not in key]
    seen: dict[object, set[int]] = {key: set() for key in counts}
    for values in product(range(15), repeat=len(cells)):
        guess, _ = table(list(zip(*[iter(values)] * 2, strict=True)))
        if all(cell.value is None or _fits(guess[key], cell.value) for key, cell in shown.items()):
            for key, value in guess.items():
                seen[key].add(value)
    assert [key for key, cell in shown.items() if cell.value is None and not {1, 2, 3, 4} <= seen[key]] == []


def _fits(count: int, value: int) -> bool:
    return not 0 < count < 5 and (count + 2) // 5 * 5 == value


@settings(max_examples=25, deadline=None)
@given(tables)
def test_no_small_count_is_shown_and_what_is_shown_is_rounded(rows: list[list[int]]) -> None:
    counts, sums = table(rows)
    for key, cell in protect(counts, sums).items():
        if cell.value is None:
            continue
        assert not 0 < counts[key] < 5
        assert cell.value % 5 == 0
        assert abs(cell.value - counts[key]) <= 2
        assert (cell.value == 0) == (counts[key] == 0)


@settings(max_examples=25, deadline=None)
@given(tables)
def test_nothing_is_hidden_where_nothing_is_small(rows: list[list[int]]) -> None:
    counts, sums = table([[cell + 5 for cell in row] for row in rows])
    assert all(cell.value is not None for cell in protect(counts, sums).values())


def test_the_next_smallest_is_hidden_beside_a_lone_small_count() -> None:
    counts, sums = table([[3, 9, 40]])
    shown = protect(counts, sums)
    assert (str(shown[0, 0]), str(shown[0, 1]), str(shown[0, 2])) == ("[c]", "[c]", "40")


@pytest.mark.parametrize(
    ("count", "shown"), [(0, 0), (5, 5), (7, 5), (8, 10), (12, 10), (13, 15), (17, 15), (1234, 1235)]
)
def test_counts_go_to_the_nearest_five(count: int, shown: int) -> None:
    assert Rounding().shown(count) == shown


@given(st.integers(0, 400), st.integers(2, 12), st.integers(1, 10))
def test_a_shown_count_can_stand_for_what_it_was(count: int, smallest: int, base: int) -> None:
    if base // 2 + smallest < base:
        with pytest.raises(ValueError, match="not round to 0"):
            Rounding(smallest=smallest, base=base)
        return
    rounding = Rounding(smallest=smallest, base=base)
    if not rounding.is_small(count):
        low, high = rounding.could_be(rounding.shown(count))
        assert low <= count <= high
        assert {rounding.shown(each) for each in range(low, high + 1)} == {rounding.shown(count)}


def test_a_percentage_comes_from_shown_counts_alone() -> None:
    assert percentage(Shown(15), Shown(30)) == 33
    assert percentage(Shown(None), Shown(30)) is None
    assert percentage(Shown(15), Shown(None)) is None
    assert percentage(Shown(0), Shown(0)) is None
    assert percentage(Shown(0), Shown(20)) == 0


def test_counts_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ValueError, match="not the sum"):
        protect({"all": 7, "a": 3, "b": 3}, [("all", ("a", "b"))])
    with pytest.raises(ValueError, match="below 0"):
        protect({"a": -1}, [])


def test_a_thousand_is_written_with_a_comma() -> None:
    assert str(Shown(1235)) == "1,235"


@settings(deadline=None)
@given(tables, st.data())
def test_what_is_found_without_the_solver_adds_up_and_could_be(rows: list[list[int]], data: st.DataObject) -> None:
    counts, sums = table(rows)
    lines = {key: [line for line in sums if key in (line[0], *line[1])] for key in counts}
    bounds = {key: data.draw(st.sampled_from([(0, None), (count, count + 3)])) for key, count in counts.items()}
    key, value = data.draw(st.sampled_from(sorted(counts, key=str))), data.draw(st.integers(1, 4))
    changed = shifted(counts, key, value, lines, bounds.__getitem__)
    if changed is None:
        return
    tried = {**bounds, key: (value, value)}
    found = counts | changed
    assert all(found[total] == sum(found[part] for part in parts) for total, parts in sums)
    assert all(low <= found[one] and (high is None or found[one] <= high) for one, (low, high) in tried.items())
    assert possible(tried, sums) is not None
