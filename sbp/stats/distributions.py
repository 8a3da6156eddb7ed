"""Exact chances of counts, on `scipy.special` alone: importing `scipy.stats` would take longer than all it is asked.

Counts, and what they are of, may be arrays; what comes back is then an array too.
"""

from bisect import bisect_left
from math import ceil
from typing import Any


def binomial_tails(met: Any, of: Any, chance: float) -> tuple[Any, Any]:
    """The chance of `met` or fewer, and of `met` or more, of `of` when each meets with one chance."""
    import numpy as np
    from scipy.special import betainc, betaincc

    low, high = betaincc(met + 1, of - met, chance), betainc(met, of - met + 1, chance)
    return np.select([met < 0, met >= of], [0.0, 1.0], low), np.where(met <= 0, 1.0, high)


def binomial(of: int, chance: float) -> Any:
    """The chance of each count from 0 to `of`."""
    import numpy as np
    from scipy.special import betaln, xlog1py, xlogy

    met = np.arange(of + 1)
    return np.exp(xlogy(met, chance) + xlog1py(of - met, -chance) - betaln(met + 1, of - met + 1)) / (of + 1)


def binomial_least(p: float, of: int, chance: float) -> int:
    """The least count of `of` that, or fewer, has a chance of `p` or more."""
    return bisect_left(range(of), p, key=lambda met: binomial_tails(met, of, chance)[0])


def beta_binomial(of: int, a: float, b: float) -> Any:
    """The chance of each count from 0 to `of` when the chance itself is spread as a beta distribution."""
    import numpy as np
    from scipy.special import betaln

    met = np.arange(of + 1)
    return np.exp(betaln(met + a, of - met + b) - betaln(a, b) - betaln(met + 1, of - met + 1)) / (of + 1)


def poisson_tails(count: Any, mean: float) -> tuple[Any, Any]:
    """The chance of `count` or fewer, and of `count` or more, where `mean` are expected."""
    from scipy.special import gammainc, gammaincc

    return gammaincc(count + 1, mean), gammainc(count, mean)


def poisson_least(p: float, mean: float) -> int:
    """The least count that, or fewer, has a chance of `p` or more."""
    from scipy.special import pdtrik

    near = max(0, ceil(float(pdtrik(p, mean))))
    return near - 1 if near and float(poisson_tails(near - 1, mean)[0]) >= p else near


def chi_square_point(p: float, freedom: float) -> float:
    """The value below which a chi-square variable lies with chance `p`."""
    from scipy.special import gammaincinv

    return 2 * float(gammaincinv(freedom / 2, p))


def normal_point(p: float) -> float:
    """The value above which a normal variable lies with chance `p`."""
    from scipy.special import ndtri

    return -float(ndtri(p))
