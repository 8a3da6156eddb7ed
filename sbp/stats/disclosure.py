"""Disclosure control: small counts hidden, others rounded, and more hidden until nothing hidden can be worked out.

Give all counts of one report that add up to each other together: what is protected table by table can be found by
subtracting one table from another. What is drawn or written must come from what `protect` returns and nothing else.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from sbp.stats.attack import Sum, possible, shifted

HIDDEN: Final = "[c]"


@frozen(kw_only=True)
class Rounding:
    """Counts from 1 up to, and not including, `smallest` are hidden; others go to the nearest `base`; 0 stays 0."""

    smallest: int = 5
    base: int = 5

    def __attrs_post_init__(self) -> None:
        if self.smallest < 2 or self.base < 1 or self.shown(self.smallest) == 0:
            raise ValueError("the smallest count shown must be 2 or more and not round to 0")

    def is_small(self, count: int) -> bool:
        """Whether a count must be hidden."""
        return 0 < count < self.smallest

    def shown(self, count: int) -> int:
        """A count as it is rounded."""
        return (count + self.base // 2) // self.base * self.base

    def could_be(self, shown: int) -> tuple[int, int]:
        """The least and the most that a rounded count can stand for."""
        if shown == 0:
            return 0, 0
        least = shown - self.base // 2
        return max(self.smallest, least), least + self.base - 1


@frozen
class Shown:
    """A count as the shareable edition shows it: None is hidden, whether small itself or hidden for another's sake."""

    value: int | None

    def __str__(self) -> str:
        return HIDDEN if self.value is None else f"{self.value:,}"


def protect(
    counts: Mapping[Hashable, int],
    sums: Sequence[Sum],
    rounding: Rounding | None = None,
    *,
    sparing: bool = False,
    unsaid: Collection[Hashable] = (),
) -> dict[Hashable, Shown]:
    """Counts as they may be shown, so that every hidden one could still be anything from 1 up to `smallest`.

    `sums` says which counts add up to which: a reader can see as much from the report. When one is hidden alone in a
    sum, the next smallest is hidden beside it. With `sparing`, only where rounding does not leave it all its values;
    and what is hidden for another's sake may then be seen to be large.
    `unsaid` are counts that are not shown whatever they are, and need no protection themselves.
    """
    rounding = rounding or Rounding()
    _must_add_up(counts, sums)
    hidden = {key for key, count in counts.items() if rounding.is_small(count) or key in unsaid}
    if not sparing:
        _hide_lone(counts, sums, hidden)
    net = _Net(counts, sums, rounding, frozenset(unsaid))
    small = frozenset(key for key in hidden if rounding.is_small(counts[key]))
    while exposed := net.exposed(hidden, small if sparing else hidden):
        enough = net.enough(exposed, hidden) if sparing else None
        hidden.add(enough or _next(counts, net.around(exposed), sums, hidden))
        if not sparing:
            _hide_lone(counts, sums, hidden)
    return {key: Shown(None if key in hidden else rounding.shown(count)) for key, count in counts.items()}


def percentage(part: Shown, rest: Shown) -> int | None:
    """A whole per cent made from shown counts alone: `part` of `part` and `rest`. None where either is hidden."""
    if part.value is None or rest.value is None or not part.value + rest.value:
        return None
    return round(100 * part.value / (part.value + rest.value))


def table(rows: Sequence[Sequence[int]]) -> tuple[dict[Hashable, int], list[Sum]]:
    """A table with its totals, as counts and sums: keys are (row, column), and "all" stands for a total."""
    counts: dict[Hashable, int] = {}
    columns = range(len(rows[0]))
    for row, cells in enumerate(rows):
        counts |= {(row, column): cells[column] for column in columns} | {(row, "all"): sum(cells)}
    for column in (*columns, "all"):
        counts["all", column] = sum(counts[row, column] for row in range(len(rows)))
    sums: list[Sum] = [((row, "all"), tuple((row, column) for column in columns)) for row in (*range(len(rows)), "all")]
    sums += [(("all", column), tuple((row, column) for row in range(len(rows)))) for column in (*columns, "all")]
    return counts, sums


def _must_add_up(counts: Mapping[Hashable, int], sums: Sequence[Sum]) -> None:
    if any(count < 0 for count in counts.values()):
        raise ValueError("a count is below 0")
    if any(counts[total] != sum(counts[part] for part in parts) for total, parts in sums):
        raise ValueError("a total is not the sum of its parts")


def _hide_lone(counts: Mapping[Hashable, int], sums: Sequence[Sum], hidden: set[Hashable]) -> None:
    """Wherever one count of a sum is hidden alone, hide the next smallest too, until there is none alone."""
    while lone := next(_lone(sums, hidden), None):
        hidden.add(_smallest(lone, counts, hidden))


def _lone(sums: Sequence[Sum], hidden: set[Hashable]) -> Iterator[Sum]:
    for total, parts in sums:
        if sum(key in hidden for key in (total, *parts)) == 1:
            yield total, parts


def _smallest(line: Sum, counts: Mapping[Hashable, int], hidden: set[Hashable]) -> Hashable:
    """The next count to hide: the smallest part above 0, then a part that is 0, then the total."""
    total, parts = line
    shown = [key for key in parts if key not in hidden]
    return min(shown, key=lambda key: (counts[key] == 0, counts[key])) if shown else total


class _Net:
    """Counts and what adds up to what, as somebody sees them who tries to work out what is hidden.

    What is proven possible stays so, since hiding more only helps.
    """

    def __init__(
        self, counts: Mapping[Hashable, int], sums: Sequence[Sum], rounding: Rounding, unsaid: frozenset[Hashable]
    ) -> None:
        self.unsaid = unsaid
        self.counts = counts
        self.sums = sums
        self.rounding = rounding
        self.proven: set[tuple[Hashable, int]] = set()
        self.lines: dict[Hashable, list[Sum]] = {key: [] for key in counts}
        for line in sums:
            for key in (line[0], *line[1]):
                self.lines[key].append(line)

    def around(self, key: Hashable) -> list[Sum]:
        """The sums a count stands in."""
        return self.lines[key]

    def enough(self, exposed: Hashable, hidden: set[Hashable]) -> Hashable | None:
        """The count that hides the exposed one when it is hidden too: parts before totals, and the smallest first."""
        totals, places = Counter(total for total, _ in self.sums), {key: at for at, key in enumerate(self.counts)}
        near = {key for total, parts in self._near(exposed, 3) for key in (total, *parts)} - hidden
        order = sorted(
            near,
            key=lambda key: (totals[key] > 0, self.counts[key] == 0, self.counts[key], places[key]),
        )
        values = range(1, self.rounding.smallest)
        for key in order:
            if all(self._guess(exposed, value, hidden | {key}) is not None for value in values):
                return key
        return None

    def exposed(self, hidden: set[Hashable], guarded: Collection[Hashable]) -> Hashable | None:
        """A guarded count that a reader could narrow."""
        self.proven |= {(key, self.counts[key]) for key in hidden}
        for key in (key for key in self.counts if key in guarded and key not in self.unsaid):
            for value in range(1, self.rounding.smallest):
                if (key, value) in self.proven:
                    continue
                found = self._guess(key, value, hidden)
                if found is None:
                    return key
                self.proven |= set(found.items())
        return None

    def _guess(self, key: Hashable, value: int, hidden: set[Hashable]) -> dict[Hashable, int] | None:
        """Counts that fit all that is shown and in which one has a value: first with only those near it changed."""
        found = shifted(self.counts, key, value, self.lines, lambda other: self._can_be(other, hidden))
        if found is not None:
            return found
        for steps in (2, 4):
            lines = self._near(key, steps)
            found = possible(self._bounds({key: value}, lines, hidden), lines)
            if found is not None or len(lines) == len(self.sums):
                return found
        return possible(self._bounds({key: value}, self.sums, hidden), self.sums)

    def _near(self, key: Hashable, steps: int) -> list[Sum]:
        """The sums that can be reached from a count in so many steps."""
        reached, keys = dict.fromkeys(self.lines[key]), {key}
        for _ in range(steps - 1):
            keys = {other for total, parts in reached for other in (total, *parts)}
            reached |= dict.fromkeys(line for other in keys for line in self.lines[other])
        return list(reached)

    def _bounds(
        self, guess: Mapping[Hashable, int], lines: Sequence[Sum], hidden: set[Hashable]
    ) -> dict[Hashable, tuple[int, int | None]]:
        """What each count of some sums can be; one that stands in others too is left as it is."""
        within = Counter(key for total, parts in lines for key in (total, *parts))
        bounds: dict[Hashable, tuple[int, int | None]] = {}
        for key in (*within, *guess):
            count = self.counts[key]
            if key in guess:
                bounds[key] = guess[key], guess[key]
            elif within[key] < len(self.lines[key]):
                bounds[key] = count, count
            else:
                bounds[key] = self._can_be(key, hidden)
        return bounds

    def _can_be(self, key: Hashable, hidden: set[Hashable]) -> tuple[int, int | None]:
        """The least and the most that a reader can think of a count looked at alone."""
        return (0, None) if key in hidden else self.rounding.could_be(self.rounding.shown(self.counts[key]))


def _next(counts: Mapping[Hashable, int], near: Sequence[Sum], sums: Sequence[Sum], hidden: set[Hashable]) -> Hashable:
    """What to hide for the sake of a count that could be narrowed: the smallest near it, else the smallest of all."""
    for lines in (near, sums):
        shown = [_smallest(line, counts, hidden) for line in lines]
        shown = [key for key in shown if key not in hidden]
        if shown:
            totals = {total for total, _ in lines}
            return min(shown, key=lambda key: (key in totals, counts[key] == 0, counts[key]))
    raise ValueError("everything is hidden and a count can still be narrowed")
