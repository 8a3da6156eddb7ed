"""Aims in a plan that is only headings and text, and whether anything in it says how they come about."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sbp.checks.cues import cues
from sbp.checks.invited import invited
from sbp.checks.wording import called_he, plain, says_nothing
from sbp.records import Prose, Record, prose

_NUMBERED = re.compile(r"(?:outcome|goal|aim|objective|target|wish) ?(?:no\.? ?)?\d*[.:]?$")
"""A heading that counts aims: *Goal 2*."""
_LABEL = re.compile(r"(?m)(?:^|\n) *\(?(\d{1,2}|[a-h])(?:[.)]|:)(?: |$)")
"""What counts the items of a list."""
_SOME = 2
"""With so many sentences about what is done, a text tells how aims come about."""


def without_a_way(plan: Record) -> Iterator[str]:
    """Pointers of a worker's or the person's aims, under their headings, that nothing in the plan answers.

    An aim is answered by its own words, by a part about how that follows before the next aim, or by words elsewhere
    that come back to it and say what somebody does. One part about how, after all aims, answers all. A plan of aims
    alone is not asked.
    """
    asked = {item.pointer for item in invited(plan, "outcomes") if item.pointer.startswith("/sections/")}
    counted = list(_uncounted(plan, asked))
    if counted:
        yield from counted
        return
    entries = [item for item in prose(plan) if item.pointer in asked or _NUMBERED.match(plain(item.heading))]
    aims = [item for item in entries if not _is_how(item) and not says_nothing(item.entry.text)]
    others = [item for item in prose(plan) if item not in aims and not says_nothing(item.entry.text)]
    if not aims:
        yield from _told_and_left(plan)
        return
    ways = [_section(item) for item in others if _is_how(item) and not is_hollow(item.entry.text)]
    if not ways and any(cues("thread.way").search(called_he(plan, item.entry.text)) for item in (*aims, *others)):
        return
    bounds = [*sorted({_section(aim) for aim in aims}), len(getattr(plan, "sections", ()))]
    paired = {start for start, end in pairwise(bounds) if any(start <= way < end for way in ways)}
    if not others or (ways and not paired - {bounds[-2]}):
        return
    for aim in aims:
        service = cues("thread.service").search(plain(aim.entry.text)) is not None
        if service or _section(aim) in paired or _says_how(plan, aim.entry.text, bool(ways)):
            continue
        if not any(comes_back(aim.entry.text, called_he(plan, item.entry.text)) for item in others):
            yield aim.pointer


def _uncounted(plan: Record, asked: set[str]) -> Iterator[str]:
    """Pointers of aims that are counted (*1.*, *B)*), where what is done is counted too and leaves out their number."""
    told = [(item, set(_LABEL.findall(plain(item.entry.text)))) for item in prose(plan)]
    done = {label for item, labels in told if _is_how(item) for label in labels}
    aims = [(item, labels) for item, labels in told if item.pointer in asked and not _is_how(item)]
    if not done or sum(len(labels) for _, labels in aims) < 2:
        return
    around = " \n".join(plain(item.entry.text) for item, _ in told if item.pointer not in asked)
    for item, _ in aims:
        parts = _LABEL.split(plain(item.entry.text))[1:]
        left = [text for label, text in zip(parts[::2], parts[1::2], strict=False) if label not in done]
        if any(not shares_a_word(text, around) for text in left):
            yield item.pointer


def _told_and_left(plan: Record) -> Iterator[str]:
    """Pointers of entries that tell what somebody wants and how some of it comes about, and of a wish say no more."""
    told = [(item, called_he(plan, item.entry.text)) for item in prose(plan)]
    for item, said in told:
        sentences = re.split(r"[.;\n](?!\d)", said)
        wishes = [(one, found) for one in sentences if (found := cues("thread.wishes").search(one))]
        does = [one for one in sentences if not cues("thread.wishes").search(one) and _is_done(one)]
        if item.entry.speaker != "worker" or not wishes or len(does) < _SOME:
            continue
        for one, found in wishes:
            rest = " \n".join(
                [*(other for other in sentences if other is not one), *(w for i, w in told if i is not item)]
            )
            mark = r",? and to |, (?:and )?" if ":" in one else r",? and to "
            aims = [aim for aim in re.split(mark, one[found.end() :]) if _stems(aim)]
            if any(not shares_a_word(aim, rest) and not cues("thread.at_home").search(aim) for aim in aims):
                yield item.pointer
                break


def _is_done(sentence: str) -> bool:
    """Whether a sentence in plain words says what somebody or a service does."""
    return cues("thread.way").search(sentence) is not None or cues("thread.arrives").search(sentence) is not None


def comes_back(aim: str, said: str) -> bool:
    """Whether a sentence of some plain words comes back to an aim, and tells of help with it or why it waits."""
    sentences = re.split(r"[.;\n](?!\d)", said)
    return any(shares_a_word(aim, one) and cues("thread.way").search(one) for one in sentences)


def shares_a_word(aim: str, said: str) -> bool:
    """Whether plain words and an aim have the beginning of a longer word in common."""
    return bool(_stems(aim) & _stems(said))


def is_hollow(text: str) -> bool:
    """Whether words that should say how an aim comes about leave it for later, or say nothing."""
    return says_nothing(text) or cues("thread.hollow").fullmatch(plain(text).strip(" .:-")) is not None


def _says_how(plan: Record, text: str, others: bool) -> bool:
    """Whether an aim's own words go on to say how: a second sentence with a way in it, or a *with*.

    Where `others` are answered elsewhere, a *with* of somebody's own, or of no one, is not enough.
    """
    said = called_he(plan, text)
    rest = re.split(r"[.;:\n](?!\d)", said)[1:]
    carried = cues("thread.with_somebody" if others else "thread.with")
    return carried.search(said) is not None or any(cues("thread.way").search(one) for one in rest)


def _is_how(item: Prose) -> bool:
    return cues("thread.how_heading").search(plain(item.heading)) is not None


def _section(item: Prose) -> int:
    parts = item.pointer.split("/")
    return int(parts[2]) if parts[1] == "sections" else -1


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the longer words."""
    words = re.findall(r"[a-z]{3,}", plain(text))
    return frozenset(word[:4] for word in words if cues("thread.common").fullmatch(word) is None)
