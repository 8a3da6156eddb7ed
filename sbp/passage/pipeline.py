"""The one spaCy pipeline: the blank English tokeniser, loaded on first use."""

from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    from spacy.language import Language

_SPLIT_INSIDE = (r"(?<=\w)[/+](?=\w)", r"(?<=\w)(?:--|\.\.+)(?=\w)", r"(?<=\w)[=:](?=\w)")
_SPLIT_OFF = r"(?<=[a-z])\++"


MOST_STRINGS: Final = 100_000
"""A vocabulary with more words than this is given up: spaCy remembers every word it ever met."""


def pipeline() -> "Language":
    """Blank English, made on first use, and made anew when it has met too many words."""
    made = _made()
    if len(made.vocab.strings) > MOST_STRINGS:
        _made.cache_clear()
        made = _made()
    return made


@cache
def _made() -> "Language":
    """Blank English, which keeps `non-compliant` whole and splits `w/c`, `Behaviour:challenging` and `meds++`.

    Shape, norm and the other properties of a new word are not worked out: nobody asks for them. Nor are expressions
    for signs tried on a word of letters alone.
    """
    import spacy
    from spacy.util import compile_infix_regex, compile_suffix_regex

    nlp = spacy.blank("en")
    cast(Any, nlp.vocab).lex_attr_getters = {}
    infixes = [infix for infix in nlp.Defaults.infixes or () if "---" not in str(infix)] + list(_SPLIT_INSIDE)
    tokeniser = cast(Any, nlp.tokenizer)
    find_infixes = compile_infix_regex(infixes).finditer
    find_prefix = tokeniser.prefix_search
    find_suffix = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), _SPLIT_OFF]).search
    tokeniser.infix_finditer = lambda chunk: () if chunk.isalpha() else find_infixes(chunk)
    tokeniser.prefix_search = lambda chunk: None if chunk.isalpha() else find_prefix(chunk)
    tokeniser.suffix_search = lambda chunk: None if chunk.isalpha() else find_suffix(chunk)
    return nlp
