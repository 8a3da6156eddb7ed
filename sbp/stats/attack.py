"""What somebody who subtracts could find: whether hidden counts can take certain values, given all that is shown."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Final

Sum = tuple[Hashable, tuple[Hashable, ...]]
"""A count, and the counts that add up to it."""

Bounds = Mapping[Hashable, tuple[int, int | None]]
"""The least and the most each count can be; None is no bound."""


MOVES: Final = 5
TRIES: Final = 200


def shifted(
    counts: Mapping[Hashable, int],
    key: Hashable,
    value: int,
    lines: Mapping[Hashable, Sequence[Sum]],
    can_be: Callable[[Hashable], tuple[int, int | None]],
) -> dict[Hashable, int] | None:
    """Counts that change when one takes a value, so that all still add up: the difference moved from sum to sum.

    `lines` are the sums each count stands in, `can_be` its least and most. None says only that no few moves are
    enough: then it takes `possible` to know.
    """
    changed = {key: value}
    tries = iter(range(TRIES))

    def off(line: Sum) -> int:
        total, parts = line
        return sum(changed.get(part, counts[part]) for part in parts) - changed.get(total, counts[total])

    def settled(moves: int) -> bool:
        line = next((line for moved in changed for line in lines[moved] if off(line)), None)
        if line is None or not moves:
            return line is None
        total, parts = line
        for other in (*parts, total):
            moved = counts[other] + (off(line) if other == total else -off(line))
            least, most = can_be(other)
            if other in changed or moved < least or (most is not None and moved > most):
                continue
            if next(tries, None) is None:
                return False
            changed[other] = moved
            if settled(moves - 1):
                return True
            del changed[other]
        return False

    return changed if settled(MOVES) else None


def possible(bounds: Bounds, sums: Sequence[Sum]) -> dict[Hashable, int] | None:
    """Counts within their bounds that add up as they should; None where there are none."""
    import numpy as np
    from scipy.optimize import Bounds as Box
    from scipy.optimize import LinearConstraint, milp
    from scipy.sparse import csr_array

    places = {key: place for place, key in enumerate(bounds)}
    lines = [(total, *parts) for total, parts in sums]
    signs = [sign for line in lines for sign in (-1, *[1] * (len(line) - 1))]
    columns = [places[key] for line in lines for key in line]
    ends = np.cumsum([0, *map(len, lines)])
    rows = csr_array((signs, columns, ends), shape=(len(lines), len(places)), dtype=float)
    low = [least for least, _ in bounds.values()]
    high = [np.inf if most is None else most for _, most in bounds.values()]
    found = milp(
        np.zeros(len(places)),
        integrality=np.ones(len(places)),
        bounds=Box(low, high),
        constraints=LinearConstraint(rows, 0, 0) if sums else (),
    )
    if not found.success:
        return None
    return {key: round(value) for key, value in zip(places, found.x.tolist(), strict=True)}
