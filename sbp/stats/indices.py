"""The indices of agreement, each for many weightings of the records at once; not a number where undefined.

`counts` holds how often each record was given each category; a row of `weights` how often each record is drawn.
"""

from collections.abc import Callable, Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Distance = Callable[[Numbers], Numbers]
"""From how often each category was given (weightings by categories) to how far apart each two are, squared."""


def counted(marks: Sequence[Sequence[Hashable | None]], categories: Sequence[Hashable]) -> Numbers:
    """Marks as counts: a row a record, a column a category."""
    places = {category: place for place, category in enumerate(categories)}
    counts = np.zeros((len(marks), len(categories)))
    for row, record in enumerate(marks):
        for mark in record:
            if mark is not None and mark not in places:
                raise ValueError("a mark is not among the categories")
            if mark is not None:
                counts[row, places[mark]] += 1
    return counts


def crossed(marks: Sequence[Sequence[Hashable | None]], categories: Sequence[Hashable]) -> Numbers:
    """The marks of two readers as one table a record: first reader down, second across; empty unless both marked."""
    first, second = (counted([[pair[reader]] for pair in marks], categories) for reader in (0, 1))
    return first[:, :, None] * second[:, None, :]


def agreed(counts: Numbers, weights: Numbers) -> Numbers:
    """The share of pairs of marks on one record that are the same, averaged over records with two marks or more."""
    marks = counts.sum(axis=1)
    joint = marks >= 2
    pairs = np.where(joint, marks * (marks - 1), 1)
    same = (counts * (counts - 1)).sum(axis=1) / pairs
    return _over(weights @ same, weights @ joint)


def alpha(counts: Numbers, weights: Numbers, distance: Distance) -> Numbers:
    """Krippendorff's alpha; undefined where every mark is the same."""
    marks = counts.sum(axis=1)
    pairs = counts[:, :, None] * counts[:, None, :] - counts[:, :, None] * np.eye(counts.shape[1])
    pairs *= np.where(marks >= 2, 1 / np.maximum(marks - 1, 1), 0)[:, None, None]
    coincidences = np.einsum("br,rck->bck", weights, pairs)
    given = coincidences.sum(axis=2)
    apart = distance(given)
    seen = (coincidences * apart).sum(axis=(1, 2))
    by_chance = (given[:, :, None] * given[:, None, :] * apart).sum(axis=(1, 2))
    return 1 - _over((given.sum(axis=1) - 1) * seen, by_chance)


def nominal(given: Numbers) -> Numbers:
    """Any two categories are as far apart as any other two."""
    size = given.shape[1]
    return np.broadcast_to(1 - np.eye(size), (len(given), size, size))


def ordinal(given: Numbers) -> Numbers:
    """Categories are as far apart as there are marks between them; they come from least to most."""
    middle = given.cumsum(axis=1) - given / 2
    return np.asarray((middle[:, :, None] - middle[:, None, :]) ** 2)


def ac1(counts: Numbers, weights: Numbers) -> Numbers:
    """Gwet's AC1; undefined with fewer than two categories."""
    shares = _shares(counts, weights)
    by_chance = (shares * (1 - shares)).sum(axis=1)
    return _beyond(agreed(counts, weights), _over(by_chance, np.full(len(weights), counts.shape[1] - 1.0)))


def fleiss(counts: Numbers, weights: Numbers) -> Numbers:
    """Fleiss's kappa, for any number of readers, some of whom may have left records out."""
    return _beyond(agreed(counts, weights), (_shares(counts, weights) ** 2).sum(axis=1))


def cohen(tables: Numbers, weights: Numbers) -> Numbers:
    """Cohen's kappa, for two readers, from `crossed` marks."""
    table = np.einsum("br,rck->bck", weights, tables)
    total = table.sum(axis=(1, 2))
    same = _over(np.einsum("bcc->b", table), total)
    by_chance = _over((table.sum(axis=1) * table.sum(axis=2)).sum(axis=1), total**2)
    return _beyond(same, by_chance)


def _shares(counts: Numbers, weights: Numbers) -> Numbers:
    marks = counts.sum(axis=1, keepdims=True)
    return _over(weights @ (counts / np.maximum(marks, 1)), weights @ (marks > 0))


def _beyond(agreement: Numbers, by_chance: Numbers) -> Numbers:
    return _over(agreement - by_chance, 1 - by_chance)


def _over(part: Numbers, whole: Numbers) -> Numbers:
    defined = np.abs(whole) > 1e-12
    return np.where(defined, part / np.where(defined, whole, 1), np.nan)
