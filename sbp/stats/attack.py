"""What somebody who subtracts could find: whether hidden counts can take certain values, given all that is shown."""

from collections.abc import Hashable, Mapping, Sequence

Bounds = Mapping[Hashable, tuple[int, int | None]]
"""The least and the most each count can be; None is no bound."""


def possible(bounds: Bounds, sums: Sequence[tuple[Hashable, tuple[Hashable, ...]]]) -> dict[Hashable, int] | None:
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
