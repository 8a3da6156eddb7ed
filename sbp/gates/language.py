"""Whether the sentence is in another language than English."""

from sbp.gates.match import Answer, Match, silent

_OTHER = frozenset(
    "mae mae'n yn yr ddim wedi eisiau nid ein ac gan eich hi'n hi fe'i gyda jest nie jest się ona que está "
    "pero para avec elle pas une nicht und ist sie waxay waa ama iyo hai ka ki ko mein nahi".split()
)


def other_language(match: Match) -> Answer | None:
    """Bilingual forms are passed over in the other language."""
    found = sum(word in _OTHER for word in match.words)
    return silent("is not in English") if found >= 2 and found * 5 >= len(match.words) else None
