"""Whether the passage tells of what a rule presupposes: `went straight back` blames only where there is harm."""

from sbp.gates.match import Answer, Match, silent
from sbp.passage.lexicon import words


def out_of_setting(match: Match) -> Answer | None:
    """The class of words that a rule names under `only_where` has none in the passage or its heading."""
    if match.only_where and match.passage.vocabulary.isdisjoint(words(match.only_where)):
        return silent("means this only where the passage tells of something that this one does not")
    return None
