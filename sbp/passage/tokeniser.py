"""spaCy's tokeniser for English, made on first use."""

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

_SPLIT_INSIDE = (r"(?<=\w)[/+](?=\w)", r"(?<=\w)(?:--|\.\.+)(?=\w)", r"(?<=\w)[=:](?=\w)")
_SPLIT_OFF = r"(?<=[a-z])\++"


MOST_STRINGS: Final = 100_000
"""A vocabulary with more words than this is given up: spaCy remembers every word it ever met."""


def tokeniser() -> "Tokenizer":
    """English, made on first use, and made anew when it has met too many words."""
    made = _made()
    if len(made.vocab.strings) > MOST_STRINGS:
        _made.cache_clear()
        made = _made()
    return made


@cache
def _made() -> "Tokenizer":
    """English, which keeps `non-compliant` whole and splits `w/c`, `Behaviour:challenging` and `meds++`.

    Shape, norm and the other properties of a new word are not worked out: nobody asks for them. Nor are expressions
    for signs tried on a word of letters alone.
    """
    from spacy.lang.en import English
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
    from spacy.vocab import Vocab

    usual = English.Defaults
    infixes = [infix for infix in usual.infixes or () if "---" not in str(infix)]
    find_prefix = compile_prefix_regex(usual.prefixes or ()).search
    find_suffix = compile_suffix_regex([*(usual.suffixes or ()), _SPLIT_OFF]).search
    find_infixes = compile_infix_regex([*infixes, *_SPLIT_INSIDE]).finditer
    return Tokenizer(
        Vocab(),
        rules=usual.tokenizer_exceptions,
        prefix_search=lambda chunk: None if chunk.isalpha() else find_prefix(chunk),
        suffix_search=lambda chunk: None if chunk.isalpha() else find_suffix(chunk),
        infix_finditer=lambda chunk: () if chunk.isalpha() else find_infixes(chunk),
        token_match=usual.token_match,
        url_match=usual.url_match,
    )
