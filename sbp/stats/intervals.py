"""How sure one rate is."""

from math import sqrt
from typing import Final

Z95: Final = 1.959963984540054


def wilson(met: int, of: int, z: float = Z95) -> tuple[float, float]:
    """Wilson's interval for `met` of `of`, as two shares between 0 and 1; nothing read says nothing: 0 to 1."""
    if of == 0:
        return 0.0, 1.0
    share = met / of
    centre = share + z * z / (2 * of)
    spread = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    scale = 1 + z * z / of
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)
