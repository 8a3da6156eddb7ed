"""Many looks at once: how many flags chance alone would raise, and which stand when all are held together."""

from collections.abc import Sequence

from sbp.stats.tails import P998


def benjamini_hochberg(p_values: Sequence[float]) -> tuple[float, ...]:
    """Each p-value adjusted for all: to keep those up to 0.05 lets one flag in twenty, on average, be false."""
    order = sorted(range(len(p_values)), key=p_values.__getitem__, reverse=True)
    adjusted, least = [0.0] * len(p_values), 1.0
    for rank, position in zip(range(len(p_values), 0, -1), order, strict=True):
        least = min(least, p_values[position] * len(p_values) / rank)
        adjusted[position] = least
    return tuple(adjusted)


def expected_by_chance(looks: int, p: float = P998) -> float:
    """How many of so many looks fall outside, low or high, when nothing differs.

    It is the most there would be: counts come in whole records, so exact tails flag somewhat less often.
    """
    return looks * 2 * p
