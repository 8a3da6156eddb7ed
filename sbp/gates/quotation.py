"""Who speaks: words inside quotation marks, in an own-words section, or of the person in the first person."""

import re

from sbp.gates.match import Answer, Match, note, silent

_SPEECH_COLON = re.compile(
    r"\b(?:said|says|(?<!sorry to )say|told (?:me|us)|wrote|writes|typed|signed|asked|replied|words|added|texted|"
    r"quote)(?: that| to me| to us| via [\w ]{1,30})?\s*[:;]\s*[^\n]*$",
    re.IGNORECASE,
)
_OWN_WORDS = re.compile(
    r"\bin (?:his|her|their) (?:own )?words?\s*[:,-][^\n]*$"
    r"|\b(?:he|she|they)(?: has| have|'s)? (?:put|puts|wrote|written|writes|typed|texted)"
    r"(?: down)?\s*:[^\n]*$",
    re.IGNORECASE,
)
_FIRST_PERSON = frozenset(["i", "me", "my", "mine", "myself", "im", "ive"])


def quoted(match: Match) -> Answer | None:
    """Words in quotation marks are somebody's voice, a title, or a word held up to be looked at."""
    start, end = match.span
    if match.passage.in_quotes(start, end):
        return silent("stands in quotation marks")
    text, opening = match.passage.plain.text, max(match.sentence.start, start - 200)
    told = text.find(":", opening, start) >= 0 or match.passage.plain.lower.find("word", opening, start) >= 0
    if told and _OWN_WORDS.search(text, opening, start):
        return silent("is in the person's own words")
    if not _FIRST_PERSON.isdisjoint(match.words) and _SPEECH_COLON.search(text, max(0, start - 300), start):
        return silent("is speech after a colon")
    return None


def own_words(match: Match) -> Answer | None:
    """What the person says of themselves is theirs to say."""
    if match.passage.speaker == "person":
        return silent("is in the person's own words")
    if match.passage.speaker in ("carer", "other"):
        return note("is in somebody else's words, kept as said")
    if match.passage.section_kind == "own-words" and _FIRST_PERSON.intersection(match.words):
        return silent("is in the first person, in a section for the person's own words")
    return None
