"""What is there to be counted: who is heard, what the person can do, who is around them."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.engine.compiled import Compiled, letters
from sbp.passage import Passage
from sbp.rule import MarkRule

_NAMED_OR_NUMBERED = re.compile(r"\d|[a-z,;:)] [A-Z][a-z]")
_SPECIFIC = frozenset(
    "morning mornings afternoon afternoons evening evenings night nights weekly every twice once daily monday "
    "mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday "
    "sundays rail frame stick trolley stool calendar phone tablet ipad kettle microwave cooker bus scooter garden "
    "kitchen allotment choir chapel church mosque temple library market pub café cafe shop club park hall school "
    "college neighbour sister brother daughter son wife husband niece nephew friend cousin dog cat when using "
    "herself himself themselves".split()
)
_DENYING = frozenset(
    "not never no without none cannot unable can't won't doesn't don't isn't wasn't didn't refuses fails".split()
)
_SAID = re.compile(
    r"\b(?:said|says|told (?:me|us)|tells (?:me|us)|asked|explained|added|wrote|described|put it|joked|laughed|"
    r"replied|shouted|signed|typed|states|stated|reports?|reported|thinks|feels|calls? it)\b",
)
_KIN = re.compile(
    r"\b(?:son|daughter|wife|husband|partner|mother|mum|father|dad|brother|sister|niece|nephew|neighbour|friend|cousin|carer|grandson|granddaughter|family|aunt|uncle)\b",
)
_STAFF = re.compile(
    r"\b(?:staff|nurse|gp|doctor|manager|officer|letter|report|record|file|policy|physio|ot|consultant|police)\b",
)
"""These three are looked for in lower case, which is faster than without regard to case."""
_FIRST = re.compile(r"\b(?:I|I'm|I've|I'd|I'll|my|me)\b")


@frozen
class Found:
    """A mark found in a passage: its rule, and where in the plain text."""

    rule: MarkRule
    start: int
    end: int


def marks(passage: Passage, compiled: Compiled) -> list[Found]:
    """The marks of a passage, at most one of a kind in a sentence; none inside a hollow frame."""
    found: dict[tuple[str, int], Found] = {}
    hollow: set[int] = set()
    hits = compiled.mark_hits(passage.plain.lower)
    for number, start, end in sorted(hits, key=lambda hit: (hit[1], -hit[2])):
        rule = compiled.rules.marks[number]
        sentence = passage.sentence_number(start)
        if (rule.id, sentence) not in found and _counts(passage, rule, sentence, start, end):
            found[(rule.id, sentence)] = Found(rule, start, end)
            if rule.reads == "hollow":
                hollow.add(sentence)
    kept = [mark for (_, sentence), mark in found.items() if sentence not in hollow or mark.rule.reads == "hollow"]
    return kept + list(_voices(passage, compiled))


def _counts(passage: Passage, rule: MarkRule, sentence: int, start: int, end: int) -> bool:
    lower = passage.plain.lower
    if lower.startswith("'t", end):
        return False
    if rule.not_before and lower[end : end + 14].lstrip(" '").startswith(rule.not_before):
        return False
    opening, closing = passage.sentence_spans[sentence]
    if rule.reads == "hollow":
        return True
    if rule.reads == "quotation":
        return not lower.endswith("?", opening, closing)
    if lower.endswith("?", opening, closing) or not _DENYING.isdisjoint(
        lower[max(opening, start - 30) : start].split()[-3:]
    ):
        return False
    return rule.reads == "anywhere" or _is_specific(passage, sentence)


def _is_specific(passage: Passage, sentence: int) -> bool:
    """Whether a sentence holds a name, number, time, tool or place."""
    known = passage.specific.get(sentence)
    if known is None:
        opening, closing = passage.sentence_spans[sentence]
        known = _NAMED_OR_NUMBERED.search(passage.plain.text, opening, closing) is not None or not _SPECIFIC.isdisjoint(
            letters(passage.plain.lower[opening:closing]).split()
        )
        passage.specific[sentence] = known
    return known


def _voices(passage: Passage, compiled: Compiled) -> Iterator[Found]:
    """Quotations of some length, by who is heard."""
    by_id = {mark.id: mark for mark in compiled.rules.marks if mark.reads == "quotation"}
    if not by_id:
        return
    text = passage.plain.text
    for start, end in passage.quotes:
        if end - start > 14 and " " in text[start:end].strip():
            voice = _speaker(passage, start, end)
            if voice in by_id:
                yield Found(by_id[voice], start, end)
    if passage.speaker in ("person", "carer", "other") or passage.section_kind == "own-words":
        voice = "voice-person" if passage.speaker in ("person", "worker") else f"voice-{passage.speaker}"
        heard = _FIRST.search(text)
        if voice in by_id and heard is not None:
            start, end = passage.sentence_spans[passage.sentence_number(heard.start())]
            yield Found(by_id[voice], start, end)


def _speaker(passage: Passage, start: int, end: int) -> str:
    lower = passage.plain.lower
    around = lower[max(0, start - 60) : start] + " " + lower[end : end + 50]
    if _STAFF.search(around):
        return "voice-other"
    if _KIN.search(around) and _SAID.search(around):
        return "voice-carer"
    return "voice-person"
