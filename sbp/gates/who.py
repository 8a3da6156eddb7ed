"""Who is meant: the person, somebody else, an organisation, an animal, a thing, people in general."""

from itertools import pairwise

from sbp.gates.clause import label, subject
from sbp.gates.match import Answer, Match, note, silent
from sbp.gates.nouns import FEMALE_KIN, MALE_KIN, by_pronoun, meaning, passed_over
from sbp.passage.lexicon import words

_REASONS = {
    "kin": "is said of somebody else",
    "named": "is said of somebody else",
    "other": "is said of somebody else",
    "animal": "is said of an animal",
    "thing": "is said of a thing",
    "generic": "is said of people in general",
    "unclear": "may be said of somebody else",
    "writer": "is said by the writer of themselves, or by the person in the first person",
}
_ALLOWED: dict[str, frozenset[str]] = {
    "person": frozenset(),
    "family": frozenset(["kin"]),
    "matter": frozenset(["thing"]),
    "handled": frozenset(["thing", "other", "writer"]),
    "setting": frozenset(["thing", "other", "writer"]),
}
_TURNED_DOWN = frozenset("refused declined rejected".split())
"""What may be done with an offer, and by others with a request."""
_PASSIVE = frozenset("is are was were be been being gets got sent put left done fed kept shut".split())
_JUDGE = frozenset(
    "find finds found consider considers considered call calls called caught seen saw observed spotted witnessed "
    "watched filmed clocked noticed".split()
)
_ASSERTS = frozenset("claims claimed claiming insists insisted alleges alleged maintains maintained reckons".split())
_OF_THE_SAME = frozenset(["as", "what", "whatever", "than"])
"""After these a pronoun means the subject of the clause before it: `the dog does as he is told`."""
_OBJECTS = (("him",), ("her",), ("them",))
_PERSONAL = {"him": "he", "her": "she", "them": "they"}
_AIMED = frozenset(["to", "towards", "toward", "with", "at"])
_GOES_ON = frozenset("and but on in at when while after before so that last again because who as for".split())
_OTHERS = frozenset(
    "pupils children students people adults patients prisoners offenders teenagers youngsters kids boys girls men "
    "women dogs horses families those clients inmates parents passengers customers".split()
)
_CARED_FOR = frozenset(["for", "after"])
_POINTED_AT = frozenset((one, verb) for one in ("this", "that", "here") for verb in ("is", "'s", "was"))
"""`This is a known faller`: the noun is the person."""
_ARTICLES = frozenset(["a", "an", "another", "the"])
_NO_VERB = frozenset(["as", "and", "or", ","])
_BE = frozenset("am is are was were be been 'm 's 're".split())
_DEMONSTRATIVE = frozenset(["this", "these", "that", "those"])
_PARENTS, _CHILDREN = frozenset("mother mum mam father dad parent".split()), frozenset("son daughter child".split())
_SIBLINGS = frozenset("sister brother twin".split())
_CALLED_BY: dict[str, frozenset[str]] = {
    **dict.fromkeys(_CHILDREN, _PARENTS),
    **dict.fromkeys(_PARENTS, _CHILDREN),
    **dict.fromkeys(_SIBLINGS, _SIBLINGS),
    **dict.fromkeys(["wife", "husband"], frozenset(["wife", "husband"])),
    **dict.fromkeys(["niece", "nephew"], frozenset(["aunt", "auntie", "uncle"])),
    **dict.fromkeys(["grandson", "granddaughter"], frozenset("nan gran grandmother grandfather grandad".split())),
}
"""What somebody's relatives call them: what a daughter says of her mother is said of the person."""
_ASIDE = frozenset(["that", "which", "whom", "who", "by", "with"])
"""Words after which a relative is only mentioned in passing: `a book that her sister made`."""


def somebody_else(match: Match) -> Answer | None:
    """A verdict counts only where it is passed on the person."""
    if match.about == "anything":
        return None
    if match.words[max(0, match.first - 1)] in _DEMONSTRATIVE and _names_somebody(match):
        return None
    if match.reads == "term" and _POINTED_AT.intersection(pairwise(match.before(3))):
        return None
    meant = _meant(match)
    if _is_the_person_still(match, meant):
        return None
    if match.about == "person" and (_is_done_by_another(match) or _is_done_to_the_person(match)):
        return silent("is somebody else's doing")
    if meant == "thing" and match.about == "handled" and _is_passive(match):
        return silent(_REASONS[meant])
    if meant in _REASONS and meant not in _ALLOWED[match.about]:
        return silent(_REASONS[meant])
    if meant == "person" and _drifts(match):
        return note("may be said of somebody else: the sentence before names another person")
    return None


def _is_the_person_still(match: Match, meant: str) -> bool:
    """Where somebody or something else is the subject, and the words are said of the person all the same."""
    if meant in ("kin", "named") and match.passage.record_type.startswith("carers_"):
        return match.reads == "term" or match.about != "person"
    if meant == "kin" and _is_called_so(match):
        return True
    if meant == "writer" and match.reads == "term" and "i" not in match.before():
        return True
    if meant in ("writer", "named") and match.reads == "term" and _is_brought_in(match):
        return True
    return meant == "thing" and match.words[match.first] in _TURNED_DOWN and _is_care(match)


def _is_called_so(match: Match) -> bool:
    """`Daughter says her mother is manipulative`: a relative's word for the person, in what that relative says."""
    before, pronouns = match.before(), match.passage.who.pronouns
    called = max((at for at, word in enumerate(before) if word in words("kin")), default=0)
    if not called or before[called - 1] not in ("his", "her", "their"):
        return False
    if pronouns and before[called] in (FEMALE_KIN if pronouns.startswith("he") else MALE_KIN):
        return False
    return any(
        before[called] in _CALLED_BY.get(word, ()) and not words("say").isdisjoint(before[at + 1 : called])
        for at, word in enumerate(before[:called])
    )


def _is_care(match: Match) -> bool:
    """`Shower refused`, `bath declined and refused all meds`: what was offered, and by whom it was turned down."""
    if not words("care").isdisjoint(match.words[match.first + 1 : match.last]):
        return True
    passed = passed_over()
    return next((word for word in reversed(match.before()) if word not in passed), "") in words("care")


def _is_done_by_another(match: Match) -> bool:
    """`Refused by the panel`, `was turned down by her bank`: who did it stands after `by`."""
    if match.words[match.last - 1] not in _TURNED_DOWN or match.after(1) != ("by",):
        return False
    return any(
        meaning(match.sentence, at) in ("other", "kin", "named")
        for at in range(match.last + 1, min(match.last + 5, len(match.words)))
    )


def _is_done_to_the_person(match: Match) -> bool:
    """`A boy on the bus was abusive to him`: at whom it was aimed is the person, and who did it no pronoun or name."""
    after, who = match.after(3), match.passage.who
    if len(after) < 2 or after[0] not in _AIMED or after[1] not in _PERSONAL or not match.before(1):
        return False
    owns = after[1] == "her" and after[2:] and after[2].isalpha() and after[2] not in _GOES_ON
    if owns or by_pronoun(_PERSONAL[after[1]], who) != "person" or not who.pronouns:
        return False
    return all(by_pronoun(word, who) != "person" and word not in who.names for word in match.before())


def _is_brought_in(match: Match) -> bool:
    """`I was asked to look at a bariatric`: whom the writer speaks of, and not what the writer is."""
    before = match.before(2)
    return (
        match.words[match.first] in _ARTICLES and bool(before) and _BE.isdisjoint(before) and before[-1] not in _NO_VERB
    )


def _names_somebody(match: Match) -> bool:
    """`This serial complainer`, `that elderly gentleman`: the words of the match are the noun that `this` points at."""
    return match.reads == "term" or bool(words("person_noun").intersection(match.words[match.first : match.last]))


def _meant(match: Match) -> str:
    """The subject: kin or a pronoun at the start of the match itself, or what stands before it."""
    if match.about == "family" and match.words[match.first] in words("kin"):
        return "kin"
    if match.before(1) == ("with",) and match.before(2)[0] in _OTHERS:
        return "generic"
    if match.words[match.first + 1 : match.first + 2] == (":",) and label(match.sentence, match.first) != "none":
        return label(match.sentence, match.first)
    if match.words[match.first] in _JUDGE and match.words[match.first + 1 : match.first + 2] in _OBJECTS:
        return subject(match.sentence, match.first + 2)
    if match.words[match.first] in _ASSERTS:
        return subject(match.sentence, match.first)
    for at in range(match.first, min(match.first + 3, match.last)):
        if match.words[at] in ("he", "she", "they") and match.words[at - 1] not in _OF_THE_SAME:
            return subject(match.sentence, at + 1)
    return subject(match.sentence, match.first)


def _is_passive(match: Match) -> bool:
    """`Her bed | was shifted out`, `the rail | moved on`: what stands before is what it is done to."""
    opening = match.words[match.first]
    return opening in _PASSIVE or (opening.endswith("ed") and len(opening) > 4)


def _drifts(match: Match) -> bool:
    """`She is worried about her sister. She ...`: the pronoun may mean either."""
    before = match.before()
    if match.sentence.number == 0 or not before or before[0] not in ("she", "he"):
        return False
    aside = _ASIDE | _CARED_FOR if match.passage.record_type.startswith("carers_") else _ASIDE
    kin = FEMALE_KIN if before[0] == "she" else MALE_KIN
    previous = match.passage.sentence(match.sentence.number - 1).words
    return any(word in kin and aside.isdisjoint(previous[max(0, at - 3) : at]) for at, word in enumerate(previous))
