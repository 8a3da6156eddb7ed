"""The four rules of Making Data Count for a run of points against its limits, as NHSRplotthedots reads them."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, Literal

from attrs import frozen

Rule = Literal["outside", "trend", "two in three", "shift"]
Direction = Literal["up", "down"]

RUN: Final = 7
"""So many points in a row make a trend or a shift."""


@frozen(kw_only=True)
class Limits:
    """The mean of some points and what lies within chance of it."""

    mean: float
    lower: float
    upper: float

    @property
    def near_lower(self) -> float:
        """Two thirds of the way from the mean to the lower limit."""
        return self.mean - (self.mean - self.lower) * 2 / 3

    @property
    def near_upper(self) -> float:
        """Two thirds of the way from the mean to the upper limit."""
        return self.mean + (self.upper - self.mean) * 2 / 3


@frozen(kw_only=True)
class Signal:
    """One rule that holds, and the places of the points it marks."""

    rule: Rule
    direction: Direction
    places: tuple[int, ...]


def signals(values: Sequence[float], limits: Limits) -> tuple[Signal, ...]:
    """Every rule that holds, in the order in which the rules go before each other."""
    sides = [_sign(value - limits.mean) for value in values]
    return (*_outside(values, limits), *trends(values), *_near_a_limit(values, sides, limits), *shifts(sides))


def _outside(values: Sequence[float], limits: Limits) -> Iterator[Signal]:
    for place, value in enumerate(values):
        if not limits.lower <= value <= limits.upper:
            yield Signal(rule="outside", direction=_direction(value - limits.mean), places=(place,))


def trends(values: Sequence[float]) -> Iterator[Signal]:
    """Seven points or more, each above the one before, or each below; a tie breaks it."""
    steps = [_sign(after - before) for before, after in pairwise(values)]
    for step, start, length in _runs(steps):
        if step and length >= RUN - 1:
            yield Signal(rule="trend", direction=_direction(step), places=tuple(range(start, start + length + 1)))


def two_in_three(near: Sequence[bool], sides: Sequence[int]) -> Iterator[Signal]:
    """Two of three points near a limit, all three on one side of the mean; only those near the limit are marked."""
    for start in range(len(near) - 2):
        window = range(start, start + 3)
        places = tuple(place for place in window if near[place])
        if len(places) >= 2 and abs(sum(sides[place] for place in window)) == 3:
            yield Signal(rule="two in three", direction=_direction(sides[start]), places=places)


def shifts(sides: Sequence[int]) -> Iterator[Signal]:
    """Seven points or more on one side of the mean; a point on the mean breaks it."""
    for side, start, length in _runs(sides):
        if side and length >= RUN:
            yield Signal(rule="shift", direction=_direction(side), places=tuple(range(start, start + length)))


def _near_a_limit(values: Sequence[float], sides: Sequence[int], limits: Limits) -> Iterator[Signal]:
    near = [limits.lower <= value < limits.near_lower or limits.near_upper < value <= limits.upper for value in values]
    return two_in_three(near, sides)


def _runs(signs: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    start = 0
    for sign, run in groupby(signs):
        length = sum(1 for _ in run)
        yield sign, start, length
        start += length


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _direction(value: float) -> Direction:
    return "up" if value > 0 else "down"
