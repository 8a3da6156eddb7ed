"""Whether the words are denied, set aside or in the past."""

import re
from itertools import pairwise

from sbp.gates.clause import clause_start
from sbp.gates.match import Answer, Match, note, silent
from sbp.passage.lexicon import words

_PAIRS = frozenset(
    [
        ("far", "from"),
        ("anything", "but"),
        ("rather", "than"),
        ("instead", "of"),
        ("no", "longer"),
        ("as", "opposed"),
        ("free", "of"),
        ("used", "to"),
    ]
)
_NOT_DENYING = frozenset(
    "only just always surprisingly infrequently doubt uncertain unlike surprise wonder question secret".split()
)
_SUBJECTS = frozenset(["he", "she", "they", "i", "we"])
_WRITERS = frozenset(["we", "i"])
"""`We cannot take another frequent flyer` denies nothing of the person."""
_OWN_VERB = frozenset(["there", "it", "he", "she", "they", "is", "has", "will", "can", "was", "needs"])
_NEGATIVE_ITSELF = frozenset(["no", "not", "nothing", "never", "without", "hardly", "little"])
_AGREE = frozenset("accept agree believe think mean suggest true case find share".split())
_TURNS = frozenset(["but", "yet", "though", "although", "however"])
_ANY_MORE = (("any", "more"), ("any", "longer"))
"""`Not a bed blocker any more` still says that he was one."""
_INABILITY = (("can",), ("could",))
_PASSIVE = ((), ("be",))
"""`Cannot be shifted out yet` says what is meant to be done with somebody, and denies nothing of it."""
_PAST = (
    "as a lad",
    "as a youth",
    "as a youngster",
    "at school",
    "as a young",
    "as a boy",
    "as a girl",
    "as a child",
    "as a teenager",
    "in his youth",
    "in her youth",
    "in his twenties",
    "in her twenties",
    "years ago",
    "back then",
    "in those days",
    "used to be",
    "gone are the days",
    "days are gone",
)
_SUPPOSE = frozenset(["suggest", "think", "believe", "suppose", "indicate"])
_NIL = frozenset(["zero", "nil"])
_COUNTED = frozenset("incidents incident episodes reports instances signs sign evidence occurrences complaints".split())
_NONE_AFTER = frozenset(["none", "nil", "no", "not", "n/a", "0", "never"])
_DISPUTES = frozenset("rejects rejected disputes disputed refutes refuted rebuts contests contested".split())
_CEASED = frozenset(["stopped", "stops", "ceased", "quit"])
_LATER = frozenset([";", "now", "still", "today", "nowadays", "since", "remains"])
_YOUNG = re.compile(
    r"\b(?:when|while) (?:he|she|they) (?:was|were) "
    r"(?:1\d|2[0-5]|(?:a|at) (?:boy|girl|child|lad|teenager|student|school))\b"
    r"|\bin (?:his|her|their) (?:(?!last|final|recent|early)\w+ )?(?:days|teens|youth|twenties|thirties)\b"
)
_YEAR = re.compile(r"in (?:19|20)\d\d\b")
_ONCE = re.compile(
    r"\b(?:had been|had once been|was once|were once|once) "
    r"(?:described|labelled|called|branded|recorded|written off|written up|put down|marked down|dismissed|seen)"
    r"(?: as| by| up| down| an?\b|\W|\w+ ){0,3}$"
)
_DESCRIBED = re.compile(
    r"\b(?:was|were) (?:then )?"
    r"(?:described|labelled|called|branded|recorded|seen|thought|considered|deemed|judged|written|put|marked|noted)\b"
)


def negated(match: Match) -> Answer | None:
    """`She is not aggressive`; `never refuses a cup of tea`; but not `not rude, but manipulative`."""
    if match.words[match.first] in _NEGATIVE_ITSELF:
        return _disagreed(match)
    then = match.after(2)
    if then[:1] in ((":",), ("=",), ("-",)) and _NONE_AFTER.intersection(then[1:]):
        return note("is denied") if match.reads == "term" else silent("is denied")
    if match.words[match.first] in _TURNS or _opens_a_line(match):
        return None
    before = match.words[_scope(match) : match.first]
    if before[-1:] == ("less",) and before[-2:-1] != ("or",):
        return note("is set aside") if match.reads == "term" else silent("is set aside, or no longer so")
    for position, token in enumerate(before):
        following = before[position + 1] if position + 1 < len(before) else match.words[match.first]
        rest = before[position + 1 :]
        denied = token in words("negation") and following not in _NOT_DENYING and len(rest) <= 8
        denied = denied and not (token == "non" and rest) and not _orders(match, before[:position])
        denied = denied or (token in _NIL and following in _COUNTED)
        denied = denied or (token in _DISPUTES and "that" in rest and len(rest) <= 8)
        ceased = token in _CEASED and len(rest) <= 1 and match.words[match.first].endswith("ing")
        aside = ceased or (token, following) in _PAIRS
        if match.reads == "term" and not _WRITERS.isdisjoint(before[max(0, position - 3) : position]):
            continue
        if not (denied or aside) or (not _SUBJECTS.isdisjoint(rest) and not _reaches(rest)):
            continue
        if match.reads == "term" and denied and before[position - 1 : position] in _INABILITY and rest in _PASSIVE:
            continue
        if match.reads == "verdict":
            return silent("is denied" if denied else "is set aside, or no longer so")
        return None if denied and match.after(2) in _ANY_MORE else note("is denied")
    return None


def _disagreed(match: Match) -> Answer | None:
    """`We do not accept that there is no rehab potential`: a denial of what is itself a denial."""
    before = match.before(8)
    for at, token in enumerate(before[:-1]):
        if token in words("negation") and _AGREE.intersection(before[at + 1 : at + 4]) and "that" in before[at:]:
            return silent("is denied")
    return None


def _opens_a_line(match: Match) -> bool:
    """A line that begins with its own denial, of a list without full stops: `can't read / can't write`."""
    if match.words[match.first + 1 : match.first + 2] != ("not",):
        return False
    start, _ = match.line()
    return not match.passage.plain.text[start : match.span[0]].strip(" -*\u2022")


def _orders(match: Match, before: tuple[str, ...]) -> bool:
    """`Must not be allowed out for her own good`: what is ordered is not denied."""
    return match.about == "setting" and before[-1:] in (("must",), ("should",), ("may",))


def _reaches(between: tuple[str, ...]) -> bool:
    """Whether a denial holds for a clause with a subject of its own.

    `No sign that he exaggerates`, `nothing to suggest that`, `I do not think she`, `at no time was he`.
    """
    opening = between[:1] in (("that",), ("think",), ("feel",), ("see",), ("because",))
    if opening or "that" in between[1:3] or _SUPPOSE.intersection(between[:3]):
        return True
    return any(one in words("auxiliary") and two in _SUBJECTS for one, two in pairwise(between[:7]))


def _scope(match: Match) -> int:
    """Where a denial would have to stand: in the clause, and not before `and` with a verb of its own."""
    start = clause_start(match.sentence, match.first)
    if match.words[max(0, start - 2) : start] in (("anything", "but"), ("nothing", "but"), ("not", "because")):
        start -= 2
    opening = match.words[match.first]
    is_verb = (opening.endswith("s") and not opening.endswith("ss")) or opening.endswith("ed")
    for at in range(match.first - 1, start - 1, -1):
        if match.words[at] in ("and", "then", "&", "+") and (
            is_verb or match.words[at + 1] in _OWN_VERB or "no" in match.words[start:at]
        ):
            return at + 1
    return start


def past(match: Match) -> Answer | None:
    """Only once, long ago: a story, not a verdict."""
    sentence = " ".join(match.words)
    for cue in _PAST:
        if cue in sentence and not _comes_after(match, tuple(cue.split())):
            return silent("is in the past")
    before = " ".join(match.before())
    if "until" in match.after(8) and before.endswith("had been"):
        return silent("was so until something changed")
    if _ONCE.search(before):
        return note("is what was once said")
    if _YOUNG.search(before) or (_YEAR.match(before) and _DESCRIBED.search(" ".join(match.words[: match.last]))):
        return None if _LATER.intersection(match.before()) else silent("is in the past")
    return None


def _comes_after(match: Match, cue: tuple[str, ...]) -> bool:
    """Whether the match speaks of a later time than the cue: `used to be a nurse and is ...`; `...; now she ...`."""
    before = match.before()
    for at in range(len(before) - len(cue) + 1):
        if before[at : at + len(cue)] == cue:
            between = match.words[at + len(cue) : match.last]
            return bool(_LATER.intersection(between)) or any(
                pair in (("and", "is"), ("and", "has"), ("and", "remains")) for pair in pairwise(between)
            )
    return False
