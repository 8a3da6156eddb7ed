"""A person's needs and outcomes, each followed through their records: by id where there are ids, else by topic.

What is joined by id, or word for word, is certain. What shares a domain or a topic is joined as uncertain: it is shown
so, and no rule says anything of it.
"""

import re
from collections.abc import Iterable

from attrs import Factory, define, field, frozen

from sbp.casefile import CaseFile
from sbp.records import Entry, Record, Review
from sbp.records.parts import Need, Outcome, Strength, Support

_TOPICS = {
    "nutrition": "eat eats food meal meals cook cooks cooking kitchen tea kettle drink lunch dinner breakfast soup pan",
    "hygiene": "wash washes washing washed shower showers bath bathe bathing basin feet hair shave hygiene clean",
    "toilet": "toilet continence commode pad pads bladder bowel loo",
    "clothing": "dress dresses dressing dressed clothes boots shoes socks buttons coat",
    "home-safely": "stairs stair step steps fall falls fell rail rails bed chair transfer upstairs downstairs hoist",
    "habitable-home": "house housework cleaning laundry tidy bins hoover garden repairs heating boiler rent clutter",
    "relationships": "friend friends family sister brother son daughter wife husband grandchildren lonely visitors",
    "work-education": "work job college course learn study volunteer volunteering training class shifts",
    "community-facilities": "bus shop shopping market church club choir library pub swim swimming bowls town walk",
    "child-care": "child children baby school nursery",
    "sleep": "sleep sleeps night nights tired awake",
    "money": "money bills debt pension card bank benefits",
    "pills": "tablets medication medicine pills insulin inhaler",
}
_WORDS = {word: topic for topic, words in _TOPICS.items() for word in words.split()}


@frozen
class Where:
    """A part of a record by the record's id and a JSON pointer."""

    record_id: str
    pointer: str


@frozen
class Helps:
    """Something that contributes to an outcome: what kind of thing, in whose words, where, and how sure the join is."""

    kind: str
    text: str = field(repr=False)
    where: Where
    certain: bool = True


@frozen
class Answer:
    """What a review says of an outcome."""

    grade: str
    text: str = field(repr=False)
    where: Where
    certain: bool = True


@define
class Strand:
    """One outcome through the records: its words where they were first written, what helps, what reviews say."""

    text: str = field(repr=False)
    where: Where
    certain: bool = True
    helps: list[Helps] = Factory(list)
    answers: list[Answer] = Factory(list)
    needs: set[str] = Factory(set)
    ids: set[str] = Factory(set)
    domains: set[str] = Factory(set)


@define
class Knot:
    """A need, and the outcomes that answer it."""

    text: str = field(repr=False)
    where: Where
    eligible: bool | None
    strands: list[Strand] = Factory(list)
    id: str = ""
    domains: set[str] = Factory(set)


@frozen
class Threads:
    """All of one person: needs with their outcomes, and outcomes no need leads to."""

    knots: tuple[Knot, ...]
    loose: tuple[Strand, ...]


def threads(case_file: CaseFile) -> Threads:
    """Follow each need and outcome through a case file, oldest record first."""
    knots: list[Knot] = []
    strands: list[Strand] = []
    for record in case_file.records:
        for number, need in enumerate(getattr(record, "needs", ())):
            _tie(knots, need, Where(record.header.id, f"/needs/{number}"))
        outcomes: tuple[Outcome, ...] = getattr(record, "outcomes", ())
        for number, outcome in enumerate(outcomes):
            _draw(strands, outcome, Where(record.header.id, f"/outcomes/{number}"), record)
        _beside(strands, record)
    loose = [strand for strand in strands if not _join(knots, strand)]
    return Threads(tuple(knots), tuple(loose))


def _tie(knots: list[Knot], need: Need, where: Where) -> None:
    """Add a need, unless it is one already there."""
    text = _said(need.in_their_words) or _said(need.analysis)
    for knot in knots:
        if (need.id and need.id == knot.id) or (text and text == knot.text):
            knot.eligible = need.eligible if knot.eligible is None else knot.eligible
            return
    coded = (need.statutory_outcome, need.carer_statutory_outcome)
    domains = {one for one in coded if one} | _topics(" ".join(e.text for e in (*need.in_their_words, *need.analysis)))
    knots.append(Knot(text, where, need.eligible, id=need.id, domains=domains))


def _draw(strands: list[Strand], outcome: Outcome, where: Where, record: Record) -> None:
    """Add an outcome to the strand it goes on with, or begin one."""
    text = outcome.statement.text.strip()
    strand, certain = _same(strands, outcome, text, where.record_id)
    if strand is None:
        strand = Strand(text, where, domains=_topics(text))
        strands.append(strand)
    strand.ids |= {outcome.id} - {""}
    strand.needs |= set(outcome.needs)
    for number, contribution in enumerate(outcome.contributions):
        place = Where(where.record_id, f"{where.pointer}/contributions/{number}")
        strand.helps.append(Helps(contribution.source, contribution.what.text, place, certain))
    for number, support in enumerate(outcome.support):
        place = Where(where.record_id, f"{where.pointer}/support/{number}")
        strand.helps.append(Helps("support", _with_who(support), place, certain))
    if isinstance(record, Review):
        said = outcome.progress.text if outcome.progress else ""
        strand.answers.append(Answer(outcome.grade or "", said, where, certain))


def _same(strands: list[Strand], outcome: Outcome, text: str, record_id: str) -> tuple[Strand | None, bool]:
    """The strand an outcome goes on with, and whether that is certain."""
    for strand in strands:
        if (outcome.id and outcome.id in strand.ids) or _plain(text) == _plain(strand.text):
            return strand, True
    if outcome.id and any(strand.ids for strand in strands):
        return None, True
    others = [strand for strand in strands if strand.where.record_id != record_id]
    near = [strand for strand in others if _alike(text, strand.text) or _topics(text) & strand.domains]
    return (near[0], False) if len(near) == 1 else (None, True)


def _beside(strands: list[Strand], record: Record) -> None:
    """Strengths that say what they are used for, and support that stands beside the outcomes of a plan."""
    strengths: tuple[Strength, ...] = getattr(record, "strengths", ())
    for number, strength in enumerate(strengths):
        for strand in strands:
            if strand.ids & set(strength.used_for):
                place = Where(record.header.id, f"/strengths/{number}")
                strand.helps.append(Helps("own-strengths", strength.what.text, place))
    parts: Iterable[Support] = getattr(record, "support", ())
    for number, support in enumerate(parts):
        near = [strand for strand in strands if _topics(support.what.text) & strand.domains]
        if len(near) == 1:
            place = Where(record.header.id, f"/support/{number}")
            near[0].helps.append(Helps("support", _with_who(support), place, certain=False))


def _join(knots: list[Knot], strand: Strand) -> bool:
    """Put a strand under its needs: those it names, or else the one need it shares a domain with."""
    named = [knot for knot in knots if knot.id and knot.id in strand.needs]
    for knot in named:
        knot.strands.append(strand)
    if named or strand.needs:
        return bool(named)
    near = [knot for knot in knots if knot.domains & strand.domains]
    if len(near) == 1:
        strand.certain = False
        near[0].strands.append(strand)
    return len(near) == 1


def _said(entries: Iterable[Entry]) -> str:
    return next((entry.text.strip() for entry in entries if entry.text.strip()), "")


def _with_who(support: Support) -> str:
    return f"{support.what.text.strip()} ({support.who})" if support.who else support.what.text.strip()


def _plain(text: str) -> str:
    return " ".join(_tokens(text))


def _tokens(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def _topics(text: str) -> set[str]:
    return {_WORDS[word] for word in _tokens(text) if word in _WORDS}


def _alike(one: str, other: str) -> bool:
    """Whether two statements share most of their longer words."""
    first, second = ({word for word in _tokens(text) if len(word) > 3} for text in (one, other))
    return bool(first and second) and 2 * len(first & second) > max(len(first), len(second))
