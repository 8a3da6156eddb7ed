"""Whether the words mean something else here: `refuse collection`, `aggressive tumour`, `suffered a fall`."""

from sbp.gates.match import Answer, Match, silent


def other_sense(match: Match) -> Answer | None:
    """The rule's own `unless` phrases stand over the match."""
    if any(start < match.last and match.first < end for start, end in match.unless):
        return silent("means something else here")
    return None
