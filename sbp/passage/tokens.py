"""Sentences into tokens, many at a time, with spaCy's blank English tokeniser."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any, Final

from attrs import frozen

_KNOWN: dict[int, str] = {}
_MOST_KNOWN: Final = 100_000
_CONTRACTED: Final = {
    "ca": "can",
    "wo": "will",
    "sha": "shall",
    "n't": "not",
    "nt": "not",
    "'ll": "will",
    "'ve": "have",
    "'re": "are",
    "'m": "am",
}


@frozen
class Tokens:
    """The tokens of one sentence: words (contractions written out, `n't` as `not`), where they start, how long."""

    words: tuple[str, ...]
    positions: list[int]
    lengths: list[int]
    length: int
    """Of the whole text."""


def tokenised(texts: Sequence[str]) -> Iterator[Tokens]:
    """Tokens of each text. The texts are in lower case, with single spaces and none at either end.

    spaCy cuts at white space first and looks at nothing across it, so that several texts in one `Doc` give the same
    tokens as each on its own, at half the cost.
    """
    from spacy.attrs import IDX, LENGTH, ORTH

    from sbp.passage.tokeniser import tokeniser

    doc = tokeniser()(" ".join(texts))
    keys, positions, lengths = doc.to_array([ORTH, IDX, LENGTH]).T.tolist()
    strings = doc.vocab.strings
    words = [_KNOWN.get(key) or _known(key, strings) for key in keys]
    first = start = 0
    for text in texts:
        end = start + len(text)
        last = bisect_left(positions, end, first)
        yield Tokens(
            tuple(words[first:last]), [at - start for at in positions[first:last]], lengths[first:last], len(text)
        )
        first, start = last, end + 1


def _known(key: int, strings: Any) -> str:
    """The word a spaCy id stands for, remembered up to a bound."""
    if len(_KNOWN) >= _MOST_KNOWN:
        _KNOWN.clear()
    word = str(strings[key])
    word = _KNOWN[key] = _CONTRACTED.get(word, word)
    return word
