"""The one spaCy pipeline: the blank English tokeniser, loaded on first use."""

from functools import cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language

_SPLIT_INSIDE = (r"(?<=\w)[/+](?=\w)", r"(?<=\w)(?:--|\.\.+)(?=\w)", r"(?<=\w)[=:](?=\w)")


@cache
def pipeline() -> "Language":
    """Blank English, which keeps `non-compliant` whole and splits `w/c` and `Behaviour:challenging`."""
    import spacy
    from spacy.util import compile_infix_regex

    nlp = spacy.blank("en")
    infixes = [infix for infix in nlp.Defaults.infixes or () if "---" not in str(infix)] + list(_SPLIT_INSIDE)
    tokeniser = cast(Any, nlp.tokenizer)
    tokeniser.infix_finditer = compile_infix_regex(infixes).finditer
    return nlp
