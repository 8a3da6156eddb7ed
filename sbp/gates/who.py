"""Who is meant: the person, somebody else, an organisation, an animal, a thing, people in general."""

from sbp.gates.clause import subject
from sbp.gates.match import Answer, Match, note, silent
from sbp.passage.lexicon import words

_REASONS = {
    "kin": "is said of somebody else",
    "other": "is said of somebody else",
    "thing": "is said of a thing",
    "generic": "is said of people in general",
    "unclear": "may be said of somebody else",
}
_FEMALE_KIN = frozenset("sister sisters daughter mother mum wife aunt auntie niece granddaughter friend neighbour grandmother nan girlfriend cousin".split())
_MALE_KIN = frozenset("brother brothers son father dad husband uncle nephew grandson friend neighbour grandfather grandad boyfriend cousin".split())


def somebody_else(match: Match) -> Answer | None:
    """A verdict counts only where it is passed on the person."""
    if match.about == "anything":
        return None
    meant = subject(match.sentence, match.first)
    if meant == "kin" and match.about == "family":
        return None
    if meant in _REASONS:
        return silent(_REASONS[meant])
    if meant == "writer" and "i" in match.before() and match.first > 0:
        return silent("is said by the writer of themselves, or by the person in the first person")
    if meant == "person" and _drifts(match):
        return note("may be said of somebody else: the sentence before names another person")
    return None


def _drifts(match: Match) -> bool:
    """`She is worried about her sister. She ...`: the pronoun may mean either."""
    before = match.before()
    if match.sentence.number == 0 or not before or before[0] not in ("she", "he"):
        return False
    kin = _FEMALE_KIN if before[0] == "she" else _MALE_KIN
    previous = match.passage.sentence(match.sentence.number - 1).words
    return len(previous) > 2 and any(word in kin for word in previous[-4:]) and not words("say").intersection(previous)
