"""What an outcome statement is about: the person's life, a service, a task, a need again, an agency's aim, nothing.

A statement is read by its head. A service with a reason in the person's life is that life; what cannot be read is taken
to be the person's life, for a false alarm costs more than silence.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from attrs import evolve, field, frozen

from sbp.checks import aim_by_sort as by_sort
from sbp.checks.aim_frame import OWN, called_he, leading, opened, staff_work, wishes
from sbp.checks.aim_party import party
from sbp.checks.aim_sorts import others
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
    A service followed by somebody's own words has its reason in them; what stands in one paragraph with a wish of the
    person's is there for its sake; and a box that leads to their words elsewhere is none of its own.
    """
    passage = read_once(text)
    measured = cues("aim.sign").search(passage.plain.lower) is not None
    read = [_read(passage, start, end, own, measured, names) for start, end in _statements(passage)]
    said = [aim for aim in read if aim.text.strip(" .()-*•\n0123456789")]
    if cues("aim.elsewhere").search(passage.plain.lower):
        return tuple(evolve(aim, about="life") for aim in said)
    wished = {_line(passage, aim) for aim in said if aim.about == "life" and _is_wish(aim.text, names)}
    after = [*said[1:], None][: len(said)]
    return tuple(
        evolve(aim, about="life")
        if (aim.about == "service" and then and then.text.lstrip()[:1] in ('"', "'")) or _line(passage, aim) in wished
        else aim
        for aim, then in zip(said, after, strict=True)
    )


def _line(passage: Passage, aim: Aim) -> int:
    return passage.text.count("\n", 0, aim.start)


def _is_wish(said: str, names: frozenset[str]) -> bool:
    """Whether a statement tells what the person wants, and names something of a life."""
    return wishes(called_he(said, names)) and len(others(said, "empty", "service", "feeling")) > 1


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


def _read(passage: Passage, start: int, end: int, own: bool, measured: bool, names: frozenset[str]) -> Aim:
    said = passage.plain.lower[start:end]
    quoted = any(opening < end and start < closing for opening, closing in passage.quotes)
    proper = frozenset(name.lower() for name in _PROPER.findall(passage.plain.text[start:end]) if not name.isupper())
    about: About = "life" if quoted else _of_parts(opened(said, names), own, measured, proper)
    first, last = passage.place(start, end)
    return Aim(first, last, about, said)


_PROPER = re.compile(r"(?<=[a-z,;] )[A-Z][\w'-]+(?= )|(?<=[a-z,;] )[A-Z][\w'-]+")
"""Names inside a statement."""
_JOINED = re.compile(r",? and (?:for (?:him|her|them) )?to ")


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
    head = said[lead.end() if lead else 0 :].strip(_EDGES)
    if by_sort.need(head) or by_sort.need(said.strip(_EDGES)):
        return "need"
    if not head or _has_reason(said) or _SIGN.match(head):
        return "life"
    first_person = own and OWN.search(said) is not None
    if (cues("aim.professional").search(head) or party(head)) and not first_person:
        return "life" if cues("aim.lawful").search(head) else "professional"
    if first_person:
        return "life"
    if staff_work(said):
        return "task"
    return _by_sort(said, head, proper, measured, infinitive=lead is not None and "to " in lead[0])


_SIGN = re.compile(r"(?:sign|test|measure|evidence|how (?:he|she|they|we|i) will know)\b[^.;]{0,20}:")
_EDGES = " .;:-\n\t*•"
_NO_MEASURE = re.compile(
    r"\bagain\b|\b(?:daily|every ?day|day-to-day) (?=living|life|routine|activit|skills|tasks|basis)"
)
"""What is no measure although it speaks of time."""


def _by_sort(said: str, head: str, proper: frozenset[str], measured: bool, infinitive: bool) -> About:
    """What the sorts of all its words say a statement is about; the person's life where one of them is of no sort."""
    said, head = by_sort.called(said), by_sort.called(head)
    if not measured and not re.search(r"\d", head) and by_sort.hollow(head):
        return "vague"
    if by_sort.by_staff(head):
        return "task"
    if by_sort.service(said, proper):
        return "service"
    if by_sort.task(head, infinitive):
        return "task"
    seen = measured or _is_measured(_NO_MEASURE.sub(" ", head))
    return "unmeasured" if not seen and by_sort.felt(head) else "life"


def _has_reason(said: str) -> bool:
    """Whether a reason in somebody's life is given: one that would fit anybody is none."""
    found = cues("aim.reason").search(said)
    if found is None:
        return False
    return bool(others(said[found.start() :], "empty")) or not said[found.end() :].strip(_EDGES)


def _is_measured(head: str) -> bool:
    """Whether a head has a number in it, or says how often, when or how."""
    return re.search(r"\d", head) is not None or cues("aim.measure").search(head) is not None
