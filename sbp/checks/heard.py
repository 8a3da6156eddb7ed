"""Whether somebody is heard in what stands where their words were asked for: they say, want, feel, choose or show.

The question is turned round: not which phrases stand in the place of a voice, but whether any clause has one. Where
none has, and most clauses are about others, services, illness or what cannot be done, nobody is heard.
"""

import re
from functools import cache
from itertools import pairwise

from sbp.checks.clauses import Clause, People, clauses, verbs
from sbp.checks.cues import cues
from sbp.checks.wording import has_quotation, plain
from sbp.passage.lexicon import words

_FIRST = re.compile(r"\b(?:my|me|mine|myself|i'm|i'd|i've)\b")
_WOULD = re.compile(r"\b(?:would|wouldn't|won't|will not|'d (?:rather|sooner)|[a-z]+'d)\b")


def hears_nobody(text: str, people: People) -> bool:
    """Whether no clause has the person's voice, and most are of others, services or what cannot be done."""
    if has_quotation(text) or _FIRST.search(plain(text)):
        return False
    read = _told(text, people)
    about = sum(map(_is_of_others, read))
    if not any(one.verb for one in read):
        about = sum(map(_names_service, read))
        return about > 1 and 2 * about >= len(read)
    return 3 * about >= len(read) and not is_heard(text, people)


def is_heard(text: str, people: People, by: tuple[str, ...] = ("does", "is", "has", "passive", "")) -> bool:
    """Whether in a clause the person says, wants, feels, chooses or shows something, other than by another's word.

    `by` are the forms of verbs that count: in *is content* somebody is told of, in *chose* they are seen.
    """
    met = ((one, before) for before, one in pairwise([None, *_told(text, people)]) if one and one.form in by)
    return any(_expresses(one) and not _is_reported(one, before) for one, before in met)


def _told(text: str, people: People) -> list[Clause]:
    return [one for one in clauses(text, people) if one.text.strip(" -")]


def _is_reported(one: Clause, before: Clause | None) -> bool:
    """Whether a clause is what somebody else says of the person: *the manager said that she is content*."""
    if before is None or before.sentence != one.sentence or before.doer != "other":
        return False
    return before.verb in verbs("saying_verb") and one.doer == "person" and cues("heard.known").search(one.text) is None


def _expresses(one: Clause) -> bool:
    """Whether the person says, wants, feels, chooses or shows something in a clause."""
    if cues("heard.their_view").search(one.text) or cues("heard.known").search(one.text):
        return not one.denied
    if one.doer == "nobody":
        return cues("heard.feeling").match(one.text.strip()) is not None
    if one.doer != "person":
        return False
    if one.form in ("is", "has", "passive"):
        return cues("heard.feeling").search(one.text) is not None and words("service_word").isdisjoint(one.words)
    if one.verb in verbs("wishing_verb"):
        return True
    if one.named and one.verb not in _facts() and _WOULD.search(one.text):
        return True
    shown = one.named and not one.aside and one.verb in verbs("showing_verb")
    return (shown or one.verb in verbs("saying_verb")) and not one.denied


@cache
def _facts() -> frozenset[str]:
    """Verbs of what somebody is given, has been or is said to do with a service."""
    return verbs("neutral_verb") | verbs("lacking_verb") | verbs("gaining_verb") | verbs("fact_verb")


def _is_of_others(one: Clause) -> bool:
    """Whether a clause is about somebody else, a service, an illness, or what the person is not, needs or is given."""
    if one.doer == "other" or one.denied or one.form in ("is", "has", "passive"):
        return True
    if one.doer == "person" and one.form == "does":
        return True
    return _names_service(one)


def _names_service(one: Clause) -> bool:
    """Whether a clause has a word for a service, an illness or a lack."""
    return any(not words(name).isdisjoint(one.words) for name in ("service_word", "illness", "symptom", "lack_word"))
