"""Whether what stands where strengths were asked for has one: what somebody does, knows, likes, has or is to others.

Each clause is a strength, a lack, or neither. A verb that is not denied, and neither one of lacking nor of being
placed, is a strength, whatever it is; so there is no list of strengths.
"""

from functools import cache

from sbp.checks.clauses import Clause, People, clauses, verbs
from sbp.checks.cues import cues
from sbp.passage.lexicon import words


@cache
def _lacks() -> frozenset[str]:
    return frozenset[str]().union(
        *map(words, ("lack_word", "illness", "symptom", "wanting", "diagnosis_noun", "negative_trait"))
    )


def has_strength(text: str, people: People) -> bool:
    """Whether a clause is a strength, or fewer are a lack than are neither.

    What is told of trouble as often (*goes*, *takes*) is one where there is little lack beside it, or another such.
    """
    read = [one for one in clauses(text, people) if one.text.strip(" -")]
    lacks = sum(map(_is_lack, read))
    plain_doings = sum(_does(one, verbs("plain_doing")) and not _is_lack(one) for one in read)
    told = plain_doings > 1 or (plain_doings and lacks < 3) or any(map(_is_strength, read))
    return bool(told) or 2 * lacks < len(read) or not lacks


def _does(one: Clause, some: frozenset[str]) -> bool:
    return one.doer == "person" and one.form == "does" and one.verb in some and not (one.denied or one.aside)


def _is_strength(one: Clause) -> bool:
    if cues("strengths.more_than").search(one.text):
        return True
    if one.aside or one.denied or cues("strengths.over").search(one.text):
        return False
    if one.doer == "other":
        return one.form == "does" and _is_near(one)
    if one.doer == "person" and one.form == "does":
        other = verbs("neutral_verb") | verbs("lacking_verb") | verbs("plain_doing")
        alone = cues("strengths.by_self").search(one.text) is not None and one.verb not in verbs("lacking_verb")
        return alone or (one.verb not in other and not _is_weak(one))
    if cues("strengths.able").search(one.text):
        return not _is_lack(one)
    return one.doer == "person" and _is_good(one)


def _is_weak(one: Clause) -> bool:
    """Whether a verb is said of a lack: *uses pads*, *shows poor insight*."""
    return one.verb in verbs("holding_verb") and not _lacks().isdisjoint(one.words)


def _is_near(one: Clause) -> bool:
    """Whether family or a friend does something other than what the person cannot."""
    done = cues("strengths.done_for").search(one.text)
    near = cues("people.family").search(one.text) or cues("strengths.with_them").search(one.text)
    return near is not None and not done and not _is_lack(one)


def _is_good(one: Clause) -> bool:
    """Whether what somebody is or has is no lack and no service."""
    has = one.form == "has" and one.doer == "person" and cues("in_their_place.another").search(one.text) is None
    return not _is_lack(one) and (has or cues("strengths.good").search(one.text) is not None)


def _is_lack(one: Clause) -> bool:
    """Whether a clause denies, needs, or names what is wrong."""
    if one.denied or cues("strengths.over").search(one.text) or cues("strengths.lack").search(one.text.strip()):
        return True
    if one.form == "does" and one.doer == "person" and one.verb in verbs("lacking_verb"):
        return True
    return not _lacks().isdisjoint(one.words)
