"""A sentence cut finer than any tokeniser cuts it, and much faster."""

import re
from typing import Final

_PIECE: Final = re.compile(r"[a-z]+|[0-9]+|\S")


def pieces(text: str) -> list[str]:
    """The runs of letters a to z, the runs of digits and all other signs of a text in lower case; `n't` is `nt`.

    A token is one piece or several that stand together, save for contractions written as one word (`dont`, `cannot`).
    """
    return _PIECE.findall(text.replace("n't", " nt"))
