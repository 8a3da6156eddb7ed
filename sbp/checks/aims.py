"""What an outcome statement is about: the person's life, a service, a task, a need again, an agency's aim, nothing.

A statement is read by its head. A service with a reason in the person's life is that life; what cannot be read is taken
to be the person's life, for a false alarm costs more than silence.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from attrs import evolve, field, frozen

from sbp.checks.aim_classes import kind
from sbp.checks.aim_hollow import ABSTRACT, ALONE, AT_HOME, EMPTY, VAGUE_VERB
from sbp.checks.aim_words import (
    NEED,
    OWN,
    equipped,
    goes_on,
    leading,
    service,
    staff_act,
    task,
)
from sbp.checks.cues import cues
from sbp.checks.wording import read_once
from sbp.passage import Passage

About = Literal["life", "service", "task", "need", "professional", "vague", "unmeasured"]


@frozen
class Aim:
    """One statement of an outcome box, where it stands, and what it is about."""

    start: int
    end: int
    about: About
    text: str = field(repr=False, default="")


@lru_cache(maxsize=512)
def aims(text: str, own: bool = False, names: frozenset[str] = frozenset()) -> tuple[Aim, ...]:
    """The statements of an outcome box, in order.

    `own` says that the person or carer speaks, `names` is what the person is called.
    A service followed by somebody's own words has its reason in them.
    """
    passage = read_once(text)
    measured = _sign(passage.plain.text)
    read = [_read(passage, start, end, own, measured, names) for start, end in _statements(passage)]
    said = [aim for aim in read if aim.text.strip(" .()-*•\n0123456789")]
    after = [*said[1:], None][: len(said)]
    return tuple(
        evolve(aim, about="life") if aim.about == "service" and then and then.text.lstrip()[:1] in ('"', "'") else aim
        for aim, then in zip(said, after, strict=True)
    )


def _statements(passage: Passage) -> Iterator[tuple[int, int]]:
    """Sentences and short lines, those of one quotation together."""
    waiting: tuple[int, int] | None = None
    for start, end in _lines(passage):
        start = waiting[0] if waiting else start
        waiting = (start, end) if any(opening < end < closing for opening, closing in passage.quotes) else None
        if waiting is None:
            yield start, end
    if waiting:
        yield waiting


def _lines(passage: Passage) -> Iterator[tuple[int, int]]:
    """Sentences, cut again where a short line ends: in a box, a line is a statement."""
    for start, end in passage.sentence_spans:
        for line in re.finditer(r"[^\n]{60,}(?:\n[^\n]+)*|[^\n]+", passage.plain.text[start:end]):
            yield start + line.start(), start + line.end()


def _sign(text: str) -> bool:
    """Whether the box says how anybody will know."""
    return (
        re.search(r"will know|know (?:it|this|that) (?:has|is)|sign of|test\b|we will ask", text, re.IGNORECASE)
        is not None
    )


def _read(passage: Passage, start: int, end: int, own: bool, measured: bool, names: frozenset[str]) -> Aim:
    said = passage.plain.lower[start:end]
    quoted = any(opening < end and start < closing for opening, closing in passage.quotes)
    proper = frozenset(name.lower() for name in _PROPER.findall(passage.plain.text[start:end]))
    about: About = "life" if quoted else _of_parts(_unnamed(said, names), own, measured, proper)
    first, last = passage.place(start, end)
    return Aim(first, last, about, said)


def _unnamed(said: str, names: frozenset[str]) -> str:
    """A statement without its subject, where that is the person: *Ivor remains safe* is *remain safe*."""
    if names:
        called = "|".join(map(re.escape, sorted(names)))
        said = re.sub(rf"\b(?:(?:mr|mrs|ms|miss)\.? )?(?:{called})(?: (?:{called}))*'s\b", "his", said)
        said = re.sub(rf"\b(?:(?:mr|mrs|ms|miss)\.? )?(?:{called})(?: (?:{called}))*\b", "he", said)
    cut = _HE.match(said)
    head = said[cut.end() :] if cut else said
    for form, base in _FORMS.items():
        if cut and re.match(rf"{form}\b", head):
            return base + head[len(form) :]
    return head


_FORMS = {"is": "be", "has": "have"} | {
    f"{verb}s": verb
    for verb in (
        "remain receive attend continue get engage accept stay live maintain feel access eat keep enjoy achieve"
    ).split()
}
_PROPER = re.compile(r"(?<=[a-z,;] )[A-Z][\w'-]+(?= )|(?<=[a-z,;] )[A-Z][\w'-]+")
"""Names inside a statement."""
_JOINED = re.compile(r",? and (?:for (?:him|her|them) )?to ")
_HE = re.compile(
    r"^[-*•>\s]*(?:that |for )?(?:he|him|she|they|them) (?:(?:to|will|should|is to|are to) |"
    rf"(?=(?:{'|'.join(_FORMS)})\b))"
)
"""The person as the subject of a statement."""


def _of_parts(said: str, own: bool, measured: bool, proper: frozenset[str]) -> About:
    """What a statement is about; where it joins two aims, what both are about: a service and a life are a life."""
    whole = _about(said, own, measured, proper)
    parts = _JOINED.split(said)
    if whole != "life" or len(parts) == 1 or _has_reason(said):
        return whole
    abouts = [_about(f"to {part}", own, measured, proper) for part in parts]
    return abouts[0] if all(about in ("service", "task") for about in abouts) else "life"


def _about(said: str, own: bool, measured: bool, proper: frozenset[str]) -> About:
    lead = leading().match(said)
    head = said[lead.end() if lead else 0 :].strip(" .;:-\n\t*•")
    if not head or _has_reason(said):
        return "life"
    first_person = own and OWN.search(said) is not None
    if cues("aim.professional").search(head) and not cues("aim.lawful").search(head) and not first_person:
        return "professional"
    if NEED.match(head):
        return "need"
    if first_person:
        return "life"
    if goes_on().match(head):
        return "service"
    if staff_act().match(head):
        return "task"
    if service().match(head) or equipped().match(head):
        return "service"
    if task().search(head):
        return "task"
    by_class = kind(head, proper)
    if by_class and not (by_class == "unmeasured" and measured):
        return by_class
    return _by_measure(head, measured)


def _has_reason(said: str) -> bool:
    """Whether a reason in somebody's life is given: one that would fit anybody is none."""
    found = cues("aim.reason").search(said)
    if found is None:
        return False
    words = _words(AT_HOME.sub("", said[found.end() :]))
    return not words or any(word not in EMPTY for word in words)


def _by_measure(head: str, measured: bool) -> About:
    """Vague where nothing is named, unmeasured where a state is named and no sign of it."""
    words = _words(AT_HOME.sub("", head) if "safe" in head or "independen" in head else head)
    hollow = all(word in EMPTY for word in words)
    if (
        hollow and len(words) > 1 and (VAGUE_VERB.search(head) or ABSTRACT.match(head)) and not measured
    ) or head in ALONE:
        return "vague"
    if cues("aim.state").fullmatch(head) and not measured and not _is_measured(head):
        return "unmeasured"
    return "life"


def _is_measured(head: str) -> bool:
    """Whether a head has a number in it, or says how often, when or how."""
    return re.search(r"\d", head) is not None or cues("aim.measure").search(head) is not None


def _words(said: str) -> list[str]:
    return re.findall(r"[a-z0-9&'-]+", said)
