"""Fingerprints of the long sentences of a record, by which copied text is known without keeping it."""

import re
from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

LENGTH: Final = 12
"""How many characters one print has: 48 bits, so that chance gives no three alike."""

WORDS: Final = 12
"""A sentence of fewer words says too little to be known by: many people write *She lives with her husband.*"""

_FEWEST_LETTERS: Final = 5 * WORDS // 2
_END: Final = re.compile(r"[.!?]+(?=\s|$)|[\r\n]+")


def prints(texts: Iterable[str]) -> str:
    """The prints of all long sentences, each once, sorted and end to end. Case and white space make no difference."""
    found = {
        blake2b(" ".join(words).lower().encode("utf-8", "replace"), digest_size=LENGTH // 2).hexdigest()
        for text in texts
        for sentence in _END.split(text)
        if len(sentence) > _FEWEST_LETTERS and len(words := sentence.split()) >= WORDS
    }
    return "".join(sorted(found))
