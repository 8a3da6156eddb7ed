"""Needs, risks and amounts that a rewrite leaves out: removing need is a harm, so this is looked at first.

What is coded is compared exactly. Where the second telling is an edit of the first, so that most sentences stand as
they were, every sentence about a need that is left out whole is told. What is told anew is looked for by topic and by
amount, with a broad net: each thing is a question to the writer, who may have said the same in other words.
"""

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from attrs import field, frozen

from sbp.codes import labels_of
from sbp.passage.sentences import sentence_spans
from sbp.records import Prose, Record, prose
from sbp.records.parts import Support
from sbp.workshop.amounts import amounts
from sbp.workshop.topics import is_cue, spoken_of

Kind = Literal["coded", "sentence", "need", "risk", "amount", "softened"]

TITLES: Final[dict[Kind, str]] = {
    "coded": "Recorded in a field of the first, and not in the second",
    "sentence": "Left out whole, and it speaks of a need",
    "need": "A need, not found again",
    "risk": "A risk, not found again",
    "amount": "How often, how long or how much, not found again",
    "softened": "Still spoken of, and no longer as something that help is wanted for",
}
"""In the order in which they weigh."""

EDITED: Final = 0.5
"""With this share of its sentences unchanged, a telling is taken for an edit of the other and not told anew."""
_ALIKE: Final = 0.5


@frozen(kw_only=True)
class Lost:
    """One thing to look for again: what it is, and the sentence of the first telling that held it, if one did."""

    kind: Kind
    what: str
    sentence: str = field(default="", repr=False)


def lost(before: Sequence[Record], after: Sequence[Record]) -> tuple[Lost, ...]:
    """What the first telling holds and the second does not, the weightiest first."""
    first, second = list(_sentences(before)), list(_sentences(after))
    found = [*_coded(before, after), *_left_out(first, second), *_written(first, second)]
    return tuple(sorted(found, key=lambda one: list(TITLES).index(one.kind)))


def _coded(before: Sequence[Record], after: Sequence[Record]) -> Iterator[Lost]:
    """What is recorded in fields with a code list, yes or no, or a number."""
    held, kept = Counter(_codes(before)), Counter(_codes(after))
    for what, count in (held - kept).items():
        times = f" (it stands {count} times fewer)" if kept[what] and count > 1 else ""
        yield Lost(kind="coded", what=what + times)
    cost, still = _weekly(before), _weekly(after)
    if still < cost:
        yield Lost(kind="coded", what=f"£{cost - still:,.2f} a week of support")


def _codes(records: Sequence[Record]) -> Iterator[str]:
    for record in records:
        for need in getattr(record, "needs", ()):
            outcome = need.statutory_outcome or need.carer_statutory_outcome
            name = _label("adult_outcomes" if need.statutory_outcome else "carer_outcomes", outcome) if outcome else ""
            yield f"a need: {name or need.id or 'without a name'}"
            if need.eligible:
                yield f"an eligible need: {name or need.id or 'without a name'}"
            yield from (f"{_label('adult_unable_limbs', limb)}: {name or need.id}" for limb in need.unable_limbs)
        yield from (f"a part of the support: {part.component}" for part in _support(record) if part.component)
        if eligibility := getattr(record, "eligibility", None):
            yield f"the determination: {_label('eligibility_decisions', eligibility.decision)}"
        if getattr(record, "safeguarding", None):
            yield "a safeguarding concern"
        if getattr(record, "direct_payment", None):
            yield "what was said of a direct payment"


def _label(codes: str, slug: str) -> str:
    label = labels_of(codes).get(slug)
    return label.lower() if label is not None else slug


def _weekly(records: Sequence[Record]) -> float:
    return sum(part.weekly_cost or 0 for record in records for part in _support(record))


def _support(record: Record) -> Iterator[Support]:
    yield from getattr(record, "support", ())
    for outcome in getattr(record, "outcomes", ()):
        yield from outcome.support


@frozen
class _Sentence:
    text: str = field(repr=False)
    is_need: bool


def _sentences(records: Sequence[Record]) -> Iterator[_Sentence]:
    for record in records:
        for item in prose(record):
            for start, end in sentence_spans(item.entry.text):
                sentence = item.entry.text[start:end]
                yield _Sentence(sentence, _stands_under_needs(item) or is_cue(sentence))


def _stands_under_needs(item: Prose) -> bool:
    return item.pointer.startswith(("/needs/", "/contingency/", "/safeguarding/"))


def _left_out(before: list[_Sentence], after: list[_Sentence]) -> Iterator[Lost]:
    """Sentences about a need that an edit takes out and puts nothing like them in their place."""
    ours, theirs = [one.text for one in before], [one.text for one in after]
    kept = set(theirs)
    if not ours or sum(text in kept for text in ours) < EDITED * len(ours):
        return
    for tag, i, j, k, m in difflib.SequenceMatcher(a=ours, b=theirs, autojunk=False).get_opcodes():
        if tag in ("delete", "replace"):
            for sentence in before[i:j]:
                if sentence.is_need and sentence.text not in kept and not _has_like(sentence.text, theirs[k:m]):
                    yield Lost(kind="sentence", what="a sentence", sentence=sentence.text)


def _has_like(text: str, others: list[str]) -> bool:
    return any(difflib.SequenceMatcher(a=text, b=other, autojunk=False).ratio() >= _ALIKE for other in others)


def _written(before: list[_Sentence], after: list[_Sentence]) -> Iterator[Lost]:
    """What is said in sentences: topics of need and risk, and amounts."""
    spoken = {topic for sentence in after for topic in spoken_of(sentence.text, "needs")}
    needed = {topic for sentence in after if sentence.is_need for topic in spoken_of(sentence.text, "needs")}
    risks = {topic for sentence in after for topic in spoken_of(sentence.text, "risks")}
    for topic, sentence in _first("needs", [one for one in before if one.is_need]):
        if topic not in spoken:
            yield Lost(kind="need", what=topic, sentence=sentence)
        elif topic not in needed:
            yield Lost(kind="softened", what=topic, sentence=sentence)
    for topic, sentence in _first("risks", before):
        if topic not in risks:
            yield Lost(kind="risk", what=topic, sentence=sentence)
    kept = {amount for sentence in after for amount in amounts(sentence.text)}
    told: set[str] = set()
    for one in before:
        gone = sorted(str(amount) for amount in amounts(one.text) - kept)
        if gone and not told >= set(gone):
            told |= set(gone)
            yield Lost(kind="amount", what=", ".join(gone), sentence=one.text)


def _first(kind: str, sentences: list[_Sentence]) -> Iterator[tuple[str, str]]:
    """Each topic with the first sentence that speaks of it."""
    seen: set[str] = set()
    for sentence in sentences:
        for topic in sorted(spoken_of(sentence.text, kind) - seen):
            seen.add(topic)
            yield topic, sentence.text
