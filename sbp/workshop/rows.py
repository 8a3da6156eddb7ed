"""What was said and what it became: the words of two records that stand in the same place, next to each other."""

import difflib
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import field, frozen

from sbp.findings import Finding
from sbp.passage.sentences import sentence_spans
from sbp.records import Prose, Record, prose
from sbp.records.parts import Need
from sbp.records.people import Person

PLACES: Final = {
    "in_their_words": "In their words",
    "strengths": "What they bring",
    "network": "People and places around them",
    "analysis": "What the worker makes of it",
    "eligibility": "Why eligible, or not",
    "capacity": "Capacity",
    "contingency": "When things change",
    "direct_payment": "Direct payment",
    "reasons": "Reasons for the result",
    "advice": "Advice",
    "support": "Support",
    "safeguarding": "Safeguarding",
}
"""What the fields of a record are called here; needs and outcomes are named one by one."""


@frozen(kw_only=True)
class Said:
    """One entry: who speaks, and the words in pieces, each with the message of the finding on it or with none."""

    speaker: str
    pieces: tuple[tuple[str, str], ...] = field(repr=False)


@frozen(kw_only=True)
class Row:
    """A place in both records with what stands there; nothing where nothing was written."""

    place: str = field(repr=False)
    before: tuple[Said, ...]
    after: tuple[Said, ...]


def rows(
    before: Record | None, after: Record | None, found: Sequence[Finding], found_after: Sequence[Finding]
) -> tuple[tuple[Row, ...], int]:
    """The places whose words differ, those that stand in both records first, and how many are the same in both.

    `found` are the findings on the first record and `found_after` those on the second.
    """
    if before and after and _is_text(before) and _is_text(after):
        return _sentence_rows(before, after, found, found_after)
    left, right = _placed(before), _placed(after)
    names = [*(name for name in left if name in right), *(name for name in left if name not in right)]
    names += [name for name in right if name not in left]
    same = [name for name in names if _texts(left.get(name, [])) == _texts(right.get(name, []))]
    return (
        tuple(
            Row(
                place=name,
                before=tuple(_said(item, before, found) for item in left.get(name, [])),
                after=tuple(_said(item, after, found_after) for item in right.get(name, [])),
            )
            for name in names
            if name not in same
        ),
        len(same),
    )


def _is_text(record: Record) -> bool:
    """Whether a record is one passage without a heading, as a plain text is."""
    items = list(prose(record))
    return len(items) == 1 and not items[0].heading


def _sentence_rows(
    before: Record, after: Record, found: Sequence[Finding], found_after: Sequence[Finding]
) -> tuple[tuple[Row, ...], int]:
    """Two plain texts, sentence by sentence: those that are the same fall away, the others stand side by side."""
    [left], [right] = prose(before), prose(after)
    ours, theirs = sentence_spans(left.entry.text), sentence_spans(right.entry.text)
    blocks = difflib.SequenceMatcher(
        a=[left.entry.text[one:end] for one, end in ours],
        b=[right.entry.text[one:end] for one, end in theirs],
        autojunk=False,
    ).get_opcodes()
    differing: list[Row] = []
    same = 0
    for tag, i, j, k, m in blocks:
        if tag == "equal":
            same += j - i
            continue
        differing.append(
            Row(
                place=f"Sentence {i + 1}" if j - i == 1 else f"Sentences {i + 1} to {j}" if j > i else "Added",
                before=tuple(_piece(left, before, span, found) for span in ours[i:j]),
                after=tuple(_piece(right, after, span, found_after) for span in theirs[k:m]),
            )
        )
    return tuple(differing), same


def _placed(record: Record | None) -> dict[str, list[Prose]]:
    placed: dict[str, list[Prose]] = {}
    for item in prose(record) if record else ():
        placed.setdefault(place_of(item, record), []).append(item)
    return placed


def place_of(item: Prose, record: Record | None) -> str:
    """What the place of an entry in its record is called."""
    _, part, *rest = item.pointer.split("/")
    if part == "sections":
        return item.heading or "Without a heading"
    if part == "needs":
        return _need(getattr(record, "needs", ())[int(rest[0])], int(rest[0]))
    if part == "outcomes":
        return _outcome(rest, record)
    return PLACES.get(part, part.replace("_", " ").capitalize())


def _need(need: Need, position: int) -> str:
    about = need.statutory_outcome or need.carer_statutory_outcome or need.id or str(position + 1)
    return f"Need: {about.replace('-', ' ')}"


def _outcome(rest: list[str], record: Record | None) -> str:
    outcomes = getattr(record, "outcomes", ())
    name = outcomes[int(rest[0])].id or str(int(rest[0]) + 1)
    name = name[1:] if name[:1] == "o" and name[1:].isdecimal() else name
    what = {"support": "Support towards", "contributions": "What else helps towards", "progress": "How it went with"}
    return f"{what[rest[1]]} outcome {name}" if rest[1] in what else f"Outcome {name}"


def _texts(items: list[Prose]) -> list[str]:
    return [item.entry.text for item in items]


def _said(item: Prose, record: Record | None, findings: Sequence[Finding]) -> Said:
    return _piece(item, record, (0, len(item.entry.text)), findings)


def _piece(item: Prose, record: Record | None, span: tuple[int, int], findings: Sequence[Finding]) -> Said:
    assert record
    start, end = span
    here = [
        one
        for one in findings
        if (one.place.record_id, one.place.field) == (record.header.id, item.pointer)
        and start <= one.place.start < one.place.end <= end
    ]
    return Said(
        speaker=_speaker(item, record),
        pieces=tuple(_pieces(item.entry.text, start, end, here)),
    )


def _speaker(item: Prose, record: Record) -> str:
    """Who speaks, by name where the record has one."""
    person = record.header.person
    named = called(person) if item.entry.speaker == "person" else ""
    return item.entry.said_by or named or item.entry.speaker


def called(person: Person) -> str:
    """What a person is called, first of all: “Danyal” of “Danyal; Dan at the cricket club”."""
    return (person.known_as or person.name).split(";")[0].strip()


def _pieces(text: str, start: int, end: int, findings: Sequence[Finding]) -> Iterator[tuple[str, str]]:
    """The words from start to end, cut where findings begin and end; of two that overlap the first is shown."""
    at = start
    for finding in sorted(findings, key=lambda one: (one.place.start, -one.place.end)):
        if finding.place.start < at:
            continue
        if finding.place.start > at:
            yield text[at : finding.place.start], ""
        yield text[finding.place.start : finding.place.end], finding.message
        at = finding.place.end
    if at < end:
        yield text[at:end], ""
