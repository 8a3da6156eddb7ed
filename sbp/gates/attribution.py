"""Reported words: the person's own report is silent, a verdict by others stays, one level down."""

import re
from itertools import pairwise

from sbp.gates.clause import subject
from sbp.gates.match import Answer, Match, down, note, silent
from sbp.gates.nouns import FEMALE_KIN, MALE_KIN
from sbp.passage.lexicon import words

_OF_ONESELF = frozenset(
    "see sees saw find finds found call calls called remember remembers add adds note notes rate rates".split()
)
_BE = frozenset("is are was were be been being 's".split())
_HEARD = frozenset("told asked advised called".split())
_TO_DO = frozenset("asked asks admits admitted confesses confessed owns owned".split())
"""`Asked to`, `admitted to drinking`: what follows is no view."""
_ALLEGES = frozenset(["alleged", "alleges", "allege"])
_WHEN = frozenset("when if once until unless after than as whenever being".split())
_NEW_SUBJECT = frozenset(["he", "she", "they", "who"])
_PREFERS = frozenset(["prefers", "prefer", "rather", "likes"])
_BY_DOING = frozenset(["by", "without", "of", "from"])
_COMMENT = frozenset("which likely probably doubtless presumably conveniently allegedly supposedly apparently".split())
"""Words that open the writer's own comment after a comma: `admits to four cans, likely double that`."""
_RANKS = frozenset("pc pcso sgt inspector dc dr amhp cpn sw".split())
_HEARERS = frozenset(["us", "me", "that"])
_TURNS = frozenset("but yet though although however whereas while whilst".split())
_LINKS = frozenset(["and", "but", ";", "so"])
_TRAILING = frozenset(
    "said says told tells explained added reports reported feels thinks wrote laughed laughs jokes joked grins".split()
)
_DOCUMENT_VERBS = frozenset(
    "described describes describe states stated says said lists listed records recorded refers referred "
    "mentions mentioned notes noted quotes quoted reads calls called "
    "has had have uses used contains gives gave labels labelled per list put puts down terms marks marked shows "
    "show".split()
)
_PROVIDER = frozenset("provider provider's agency agency's staff carers".split())
_LETTER = frozenset(["letter", "summary"])
_FOREWARNED = re.compile(
    r"\b(?:i|we|staff|i'd|we'd) (?:had been|was|were|had|been) "
    r"(?:warned|told|led|primed|written|recorded|noted)(?: to| that| us| down)?\b[^,;:.]*$"
)

_EARLIER = re.compile(
    r"\b(?:previous|last|former|old|earlier|then|2\d{3}) (?:\w+ ){0,2}"
    r"(?:worker|assessor|assessment|team|review|plan|note|entry)s? (?:has |had )?"
    r"(?:recorded|wrote|put|noted|has|had|said|described (?:him|her|them) as)(?: that)?(?: :)?(?: \w+,?){0,6}$"
)


def attributed(match: Match) -> Answer | None:
    """Who holds the view that the words express."""
    if _PREFERS.intersection(match.before()) and {"called", "described", "known", "said", "say"}.intersection(
        match.before()
    ):
        return silent("is the word the person prefers")
    if ("accused", "of") in pairwise(match.before(6)):
        return silent("is what others said of the person")
    at = _verb_of_saying(match)
    if at is None:
        return _trailing(match)
    if {"i", "we"}.intersection(match.words[max(0, at - 4) : at]):
        return None
    holder = "other" if _passes_on(match, at) else "person" if _opens(match, at) else subject(match.sentence, at)
    if holder in ("person", "writer") and _escapes(match, at, bare=True):
        return None
    if holder == "person":
        return silent("is what the person says of themselves")
    if holder == "generic" or (match.words[at] in _ALLEGES and not _escapes(match, at, bare=False)):
        return silent("is what people say, or a legal allegation")
    told = [word for word in match.words[at + 1 : at + 4] if word not in _HEARERS]
    if told[:1] in (["she"], ["he"], ["they"]) and _tells_of_themselves(match, at, holder, told[0]):
        return silent("is what somebody else says of themselves")
    if holder in ("kin", "named", "other") and not _escapes(match, at, bare=False):
        return down("is somebody else's view, passed on")
    return None


def _opens(match: Match, at: int) -> bool:
    """`Says he ...`, `Reports feeling ...`: a note without a subject, whose speaker is the person."""
    told = [word for word in match.words[1:3] if word != "that"]
    return at == 0 and bool(told) and (told[0] in _NEW_SUBJECT or told[0].endswith("ing"))


def _tells_of_themselves(match: Match, at: int, holder: str, told: str) -> bool:
    """`Dev says he cannot cope`; of family, `Dad admitted he ...` in the record of somebody who is she."""
    if holder == "named":
        return not _speaks_of_another(match, at, told)
    known = match.passage.who.pronouns
    return holder == "kin" and bool(known) and told not in known.split("/") and "they" not in (known, told)


def _speaks_of_another(match: Match, at: int, told: str) -> bool:
    """`Wife Amina says he ...`, `PC says they ...`: by their part or their gender, nobody who speaks of themselves."""
    speaker = frozenset(match.words[max(0, at - 4) : at])
    if not speaker.isdisjoint(words("professional") | words("organisation") | _RANKS):
        return True
    others = {"he": FEMALE_KIN - MALE_KIN, "she": MALE_KIN - FEMALE_KIN, "they": FEMALE_KIN | MALE_KIN}[told]
    return not speaker.isdisjoint(others)


def _passes_on(match: Match, at: int) -> bool:
    """`The warden told the PCSO, who told us that ...`: who told us is not the person."""
    return match.words[at - 1 : at] == ("who",) and not words("say").isdisjoint(match.words[: at - 1])


def _verb_of_saying(match: Match) -> int | None:
    for at in range(match.first - 1, -1, -1):
        token = match.words[at]
        if token in ("because", ";", "."):
            return None
        if token in words("say") and _reports(match, at):
            return at
    return None


def _reports(match: Match, at: int) -> bool:
    """Whether the verb reports a view: `asked to`, `was told` and `see` without `herself` do not."""
    following = match.words[at + 1 : at + 3]
    before = match.words[max(0, at - 3) : at]
    heard = match.words[at] in _HEARD and (_BE.intersection(before[-2:]) or _WHEN.intersection(before[-1:]))
    if "what" in before or heard:
        return False
    if '"' in before or (match.words[at].endswith("ing") and before[-1:] and before[-1] in _BY_DOING):
        return False
    if match.words[at] in _OF_ONESELF:
        return any(word.endswith("self") for word in following)
    return not (match.words[at] in _TO_DO and following[:1] == ("to",))


def _escapes(match: Match, at: int, *, bare: bool) -> bool:
    """Whether a new clause of the writer's own has begun between the verb of saying and the match."""
    between = match.words[at + 1 : match.first]
    opening = match.words[match.first]
    if bare and (opening in _TURNS or (opening in _COMMENT and between[-1:] == (",",))):
        return True
    for position, token in enumerate(between):
        following = between[position + 1] if position + 1 < len(between) else ""
        if not bare and token in _LINKS and following in _NEW_SUBJECT:
            return True
        if bare and token == "then" and between[position - 1] in (",", "and"):
            return True
        if (
            bare
            and token in ("and", "but", "yet")
            and position >= len(between) - 2
            and match.words[match.first].endswith("s")
        ):
            return True
    return False


def _trailing(match: Match) -> Answer | None:
    """`..., she says.`"""
    after = match.after(12)
    for position, token in enumerate(after):
        if token not in _TRAILING or "," not in after[:position]:
            continue
        if after[position - 1] in _NEW_SUBJECT or (
            after[position - 1] == "," and not match.passage.who.names.isdisjoint(after[position + 1 : position + 2])
        ):
            return silent("is what the person says of themselves")
    return None


def _heads_a_line(after: tuple[str, ...]) -> bool:
    """`CPN letter 4/6: ...`: nothing but a date before the colon."""
    between = after[: after.index(":")] if ":" in after else ("",)
    return all(not token[:1].isalpha() and token for token in between)


def _since_turn(before: tuple[str, ...]) -> tuple[str, ...]:
    """`The sheet has him down in one line; to us he is ...`: only what stands after the semicolon."""
    return before[max((at for at, token in enumerate(before) if token == ";"), default=-1) + 1 :]


def other_document(match: Match) -> Answer | None:
    """A label quoted from a letter or an old file is shown on request: is it still needed?"""
    documents = words("document")
    before = _since_turn(match.before())
    for position, token in enumerate(before):
        if token in documents and _DOCUMENT_VERBS.intersection(before[position + 1 : position + 5]):
            if not _PROVIDER.isdisjoint(before[max(0, position - 3) : position]):
                continue
            return note("is taken from another document")
        if token in _LETTER and position and _heads_a_line(before[position + 1 : position + 6]):
            return note("is taken from another document")
        if token in ("per", "extract", "according") and documents.intersection(before[position + 1 : position + 6]):
            return note("is taken from another document")
    before = match.before()
    if match.passage.section_kind == "history" and match.reads == "verdict":
        return note("stands in a history brought over from elsewhere")
    if before[:1] in (("hx",), ("dx",)) or {"pmh", "pmhx", "pasted", "copied"}.intersection(before):
        return note("stands in a history brought over from elsewhere")
    if ("history", ":") in pairwise(before) and match.reads == "verdict":
        return note("stands in a history brought over from elsewhere")
    phrase = " ".join(before)
    if _EARLIER.search(phrase) or _FOREWARNED.search(phrase):
        return note("is what an earlier record says")
    return None
