"""How far readers agree with one another and with the tool, and how often the tool was right in their eyes."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from attrs import frozen

from sbp.codes import code_values
from sbp.forum.figures import Figure
from sbp.forum.readings.checklist import Question, questions
from sbp.forum.readings.parts import Answer, Judged, Readings
from sbp.forum.readings.reading import NOT_APPLICABLE
from sbp.stats.agreement import Agreement, agreement

THERE: Final = ("yes", "partly")
"""Answers that are compared with *met*: the tool says that something is there, not how good it is."""

ANSWERS: Final = tuple(value for value in code_values("reading_answers") if value != NOT_APPLICABLE)
"""From least to most."""


@frozen(kw_only=True)
class Asked:
    """One question: between readers, and, where the tool has a standard near to it, between each and the tool."""

    question: Question
    between: Agreement
    with_tool: Agreement | None = None


@frozen(kw_only=True)
class Agreed:
    """All that readings say. `fits` is of findings that readers judged; `found` of all there was to be found."""

    readers: int
    records: int
    joint: int
    asked: tuple[Asked, ...]
    findings: Agreement
    fits: Figure
    found: Figure
    missed: int
    unsure: int


def agreed(readings: Readings) -> Agreed:
    """What the readings say. A finding fits when more readers say so than not; where they are even, it does not."""
    by_record: dict[str, set[str]] = {}
    for answer in readings.answers:
        by_record.setdefault(answer.record_id, set()).add(answer.reader)
    verdicts = _verdicts(readings.judged)
    right = sum(verdicts.values())
    missed = len({(one.record_id, one.words.casefold()) for one in readings.missed})
    return Agreed(
        readers=len({answer.reader for answer in readings.answers}),
        records=len(by_record),
        joint=sum(len(readers) > 1 for readers in by_record.values()),
        asked=tuple(_asked(question, readings.answers) for question in questions()),
        findings=_findings(readings.judged),
        fits=Figure(met=right, of=len(verdicts), unsaid="" if verdicts else "no finding was judged"),
        found=Figure(met=right, of=right + missed, unsaid="" if right + missed else "nothing was judged or missed"),
        missed=missed,
        unsure=sum(one.fits is None for one in readings.judged),
    )


def _asked(question: Question, answers: Iterable[Answer]) -> Asked:
    theirs = [answer for answer in answers if answer.question == question.id]
    said: dict[str, dict[str, str]] = {}
    tool: dict[str, bool] = {}
    for answer in theirs:
        if answer.answer != NOT_APPLICABLE:
            said.setdefault(answer.record_id, {})[answer.reader] = answer.answer
        if answer.tool is not None:
            tool[answer.record_id] = answer.tool
    between = agreement(_rows(said), ANSWERS, in_order=True)
    compared = [(one in THERE, tool[record]) for record in sorted(said) if record in tool for one in _one(said[record])]
    with_tool = agreement(compared, (False, True)) if question.standard and compared else None
    return Asked(question=question, between=between, with_tool=with_tool)


def _one(said: Mapping[str, str]) -> tuple[str, ...]:
    """What readers say of a record together: the answer most of them give, the lower one where they are even."""
    counts = Counter(said.values())
    return (max(ANSWERS, key=lambda answer: (counts[answer], -ANSWERS.index(answer))),)


def _rows(said: Mapping[str, Mapping[str, str]]) -> list[list[str | None]]:
    """A row a record and a column a reader, as agreement wants them."""
    readers = sorted({reader for theirs in said.values() for reader in theirs})
    return [[said[record].get(reader) for reader in readers] for record in sorted(said)]


def _key(one: Judged) -> tuple[str, str, str, int, int]:
    return one.record_id, one.rule, one.field, one.start, one.end


def _verdicts(judged: Iterable[Judged]) -> dict[tuple[str, str, str, int, int], bool]:
    votes: dict[tuple[str, str, str, int, int], int] = {}
    for one in judged:
        if one.fits is not None:
            votes[_key(one)] = votes.get(_key(one), 0) + (1 if one.fits else -1)
    return {key: vote > 0 for key, vote in votes.items()}


def _findings(judged: Iterable[Judged]) -> Agreement:
    said: dict[tuple[str, str, str, int, int], dict[str, bool]] = {}
    for one in judged:
        if one.fits is not None:
            said.setdefault(_key(one), {})[one.reader] = one.fits
    readers = sorted({reader for theirs in said.values() for reader in theirs})
    return agreement([[said[key].get(reader) for reader in readers] for key in sorted(said)], (False, True))
