"""Whether the words are supposed, asked, planned for, feared or advised, and not stated."""

import re
from itertools import pairwise

from sbp.gates.match import Answer, Match, note, silent
from sbp.passage.lexicon import words

_IF = frozenset(["if", "unless", "whether", "lest", "should", "suppose"])
_POSSIBLE = frozenset(["may", "might", "could", "potentially", "possibly", "perhaps"])
_FRAGMENT = 5
_HINDSIGHT = frozenset(["expect", "happen"])
_SUBJECTS = frozenset(["he", "she", "they", "i", "we"])
_TURNS = frozenset(["but", "yet", "although", "though", ";"])
_STATES = frozenset(["note", "be", "see", "find", "remember"])
_REASON = frozenset([":", "-", "as", "because", "since"])
_CALL = frozenset("call ring phone contact text email tell alert ask see use go follow".split())
_PRESUMES = frozenset("assume assumes assumed assuming presume mistake".split())
_NOT = frozenset("not never".split())
_FEARS = _SUBJECTS | {"is", "was"}
_FEARED = frozenset("being to that of be becoming as about there".split())
_ANSWER = frozenset([("?", "("), ("?", "[")])
"""What follows a question is its answer: `Is he at risk? [left blank]`."""
_REGISTER = re.compile(
    r"(?:risks?|hazards?|triggers?)(?: (?:no\.? ?)?\d+| [a-z])?\s*[:.)-]|risks? of|"
    r"potential risk|risk register|contingency|likelihood|"
    r"early warning|warning sign|relapse (?:sign|indicator)|signs (?:of relapse|to )|worst case|likely scenario|"
    r"what to do|plan b"
)
"""How a line of a risk register or of a contingency plan begins."""
_IMPERATIVE = frozenset(["please", "avoid", "try", "do", "remember"])


def question(match: Match) -> Answer | None:
    """A question states nothing, but for `what did she expect?`, which is none."""
    if match.words[match.first : match.first + 2] == ("what", "did") and _HINDSIGHT.intersection(
        match.words[match.first : match.last]
    ):
        return None
    ending = match.words[match.last :] or match.words[-1:]
    if ending[-1] == "?" or (ending[-1] in ('"', "'", ")") and "?" in match.words[-2:]):
        return silent("is asked, not stated")
    if ending[-1] in (")", "]") and not _ANSWER.isdisjoint(pairwise(ending)):
        return silent("is asked, not stated")
    return None


_RISKS = ("risk of", "risk that", "likelihood of", "likelihood that")


def supposed(match: Match) -> Answer | None:
    """`If Ines refuses her tablets, ...`; `asked whether he suffers`; `may become`."""
    before = match.before()
    for position in range(len(before) - 1, -1, -1):
        token = before[position]
        if token in _IF and (token != "should" or not _IF.intersection(before[max(0, position - 3) : position])):
            return _after_if(before, position)
        if token in (",", ";", ":", "but"):
            break
    if _inverted(before) or (before[:1] == ("had",) and before[1:2] and before[1] in _SUBJECTS):
        return silent("is supposed, not stated")
    near = _since(match.before(5), _TURNS)
    if _POSSIBLE.intersection(near) and "," not in near:
        return silent("is a possibility")
    phrase = " ".join(before)
    if "is possible that" in phrase[-60:] or "a chance that" in phrase[-60:]:
        return silent("is a possibility")
    if "in the event" in phrase or "in case" in phrase or any(risk in phrase[-30:] for risk in _RISKS):
        return note("is planned for, not stated")
    return None


def _inverted(before: tuple[str, ...]) -> bool:
    """`Were she to refuse`, `what to do were he to wander`."""
    return any(
        before[at] == "were" and before[at + 1] in _SUBJECTS and before[at + 2] == "to" for at in range(len(before) - 2)
    )


def _since(tokens: tuple[str, ...], turns: frozenset[str]) -> tuple[str, ...]:
    """The tokens after the last turn: `she may be 90 but she is ...` supposes nothing after `but`."""
    last = max((at for at, token in enumerate(tokens) if token in turns), default=-1)
    return tokens[last + 1 :]


def _after_if(before: tuple[str, ...], position: int) -> Answer | None:
    between = before[position + 1 :]
    if between[:1] in (("anything",), ("only",)):
        return None
    if position and before[position - 1] in ("asked", "asks", "asking", "wondered", "see", "know"):
        return silent("is asked, not stated")
    if sum(token in _SUBJECTS for token in between) >= 2:
        return None
    if before[position] == "should":
        return note("is planned for, not stated") if position == 0 else None
    return silent("is supposed, not stated")


def planned(match: Match) -> Answer | None:
    """Contingency plans and risk registers name what might happen."""
    if match.passage.section_kind == "contingency":
        return note("stands in a plan for what might happen")
    if match.after(2)[:1] == (":",) and _CALL.intersection(match.after(2)):
        return note("is planned for, not stated")
    start, _ = match.line()
    if len(match.words) > _FRAGMENT:
        start = max(start, match.sentence.start)
    opening = match.passage.plain.lower[start : match.span[0]].lstrip(" -*\u2022")
    if _REGISTER.match(opening):
        return note("is a line of a risk register")
    return None


def feared(match: Match) -> Answer | None:
    """`She is afraid of being seen as difficult`."""
    before = match.before(9)
    for at in range(len(before) - 1):
        if before[at] in ("and", "but") and before[at + 1] in words("auxiliary"):
            return None
    if words("fear").intersection(before) and _FEARED.intersection((*before, *match.words[match.first : match.last])):
        return silent("is hoped or feared")
    if any(before[at] in words("fear") and before[at + 1] in _FEARS for at in range(len(before) - 1)):
        return silent("is hoped or feared")
    phrase = " ".join(before[-4:])
    if "being seen as" in phrase or "being thought" in phrase or "be seen as" in phrase or "thought of as" in phrase:
        return silent("is hoped or feared")
    return None


def advised(match: Match) -> Answer | None:
    """Advice to whoever supports the person."""
    nearby = match.before(6)
    if _PRESUMES.intersection(nearby) and _NOT.intersection(nearby):
        return silent("is advice")
    opening = (
        match.words[0] if match.words[0] not in ("-", "*", "\u2022") else match.words[min(1, len(match.words) - 1)]
    )
    if match.first == 0 or opening not in _IMPERATIVE or match.before(3)[-1:] == ("who",):
        return None
    before = match.before()
    stated = any(before[at] in _REASON and before[at + 1] in _SUBJECTS for at in range(len(before) - 1))
    return None if stated or (before[1:2] and before[1] in _STATES) else silent("is advice")
