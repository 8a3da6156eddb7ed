"""How far people who read the same records agree, beyond what chance would give.

Marks are a row a record and a column a reader; None where a reader did not mark a record.
"""

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Final

import numpy as np
from attrs import frozen

from sbp.stats.indices import Numbers, ac1, agreed, alpha, cohen, counted, crossed, fleiss, nominal, ordinal

FEWEST: Final = 30
"""With fewer records read by two or more, only the share agreed is given."""

ENOUGH: Final = 50
"""So many jointly read records are wanted before agreement is leaned on."""

RESAMPLES: Final = 2000
SEED: Final = 20261122


@frozen(kw_only=True)
class Index:
    """An index and its 95% interval; or None, and in `unsaid` why: it is then neither 0 nor 1.

    `undefined` is how many resamples gave no value; the interval leaves them out.
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None
    undefined: int = 0
    unsaid: str = ""


@frozen(kw_only=True)
class Agreement:
    """What belongs together in print: for a rare finding alpha alone looks bad, and AC1 alone looks good.

    `records` are those marked by two or more readers, and `counts` is how often each category was given in them.
    `agreed` is a share between 0 and 1. `kappa` is Cohen's with two readers and Fleiss's with more.
    """

    records: int
    readers: int
    counts: tuple[tuple[Hashable, int], ...]
    agreed: float | None
    alpha: Index
    ac1: Index
    kappa: Index


def agreement(
    marks: Sequence[Sequence[Hashable | None]],
    categories: Sequence[Hashable],
    *,
    in_order: bool = False,
    fewest: int = FEWEST,
) -> Agreement:
    """How far readers agree. `categories` lists every mark that could be given, from least to most if `in_order`."""
    if len(categories) < 2:
        raise ValueError("agreement needs at least two categories")
    fewest = max(fewest, 1)
    counts = counted(marks, categories)
    joint = counts[counts.sum(axis=1) >= 2]
    readers = sum(any(mark is not None for mark in column) for column in zip(*marks, strict=True))
    few = f"fewer than {fewest} records were read by two or more" if len(joint) < fewest else ""
    weights = _resamples(len(counts))
    index = partial(_index, weights=weights, few=few)
    if marks and len(marks[0]) == 2:
        kappa = index(partial(cohen, crossed(marks, categories)))
    else:
        kappa = index(partial(fleiss, counts))
    return Agreement(
        records=len(joint),
        readers=readers,
        counts=tuple(zip(categories, (int(count) for count in joint.sum(axis=0)), strict=True)),
        agreed=_said(agreed(counts, weights[:1])[0]),
        alpha=index(partial(alpha, counts, distance=ordinal if in_order else nominal)),
        ac1=index(partial(ac1, counts)),
        kappa=kappa,
    )


def _resamples(records: int) -> Numbers:
    """How often each record counts: once in the first row, and as drawn with replacement in those below."""
    draws = np.random.default_rng(SEED).integers(0, max(records, 1), size=(RESAMPLES, records))
    weights = np.ones((RESAMPLES + 1, records))
    for row, draw in enumerate(draws, start=1):
        weights[row] = np.bincount(draw, minlength=records)
    return weights


def _index(of: Callable[[Numbers], Numbers], *, weights: Numbers, few: str) -> Index:
    if few:
        return Index(unsaid=few)
    values = of(weights)
    value, drawn = _said(values[0]), values[1:][~np.isnan(values[1:])]
    if value is None:
        return Index(unsaid="undefined, because every mark is the same")
    low, high = np.quantile(drawn, [0.025, 0.975])
    return Index(value=value, low=float(low), high=float(high), undefined=RESAMPLES - len(drawn))


def _said(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
