"""One case of the pack: what the person says, what they want and bring, what was tried, options, questions."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from attrs import field, frozen

from sbp.casefile import CaseFile, written_on
from sbp.codes import labels_of
from sbp.engine import check
from sbp.findings import LEVELS
from sbp.forum.names import date_name, kind_name
from sbp.forum.pack.people import Known
from sbp.forum.pack.pseudonyms import Pseudonyms
from sbp.forum.sitting.parts import Option, Sitting, Submission
from sbp.records import Entry, Record, prose
from sbp.rules import RuleSet

MOST: Final = 4
"""How many entries are shown of each thing, and how many quotations."""

MOST_QUESTIONS: Final = 5
LONGEST: Final = 700
"""The longest entry shown, in characters; a longer one ends with the sentence before."""

UNHEARD: Final = "These records hold no words of the person’s own. What would they say if they were here?"
ALONE: Final = "One way or none is written down. What else would help, and what would the person choose?"
UNASKED: Final = "It is not written down that the person knows of this sitting. Who will tell them, and ask them?"


@frozen
class Said:
    """Words of a record, and where they stand."""

    words: str = field(repr=False)
    where: str = field(repr=False)


@frozen(kw_only=True)
class Considered:
    """Something tried or considered, as a row of a table: words ready to be read."""

    what: str = field(repr=False)
    result: str = field(repr=False)
    meets_needs: str
    preferred: str
    cost: str


@frozen(kw_only=True)
class CasePage:
    """One case. Everything in it is ready to be read; names are already out of sight where they should be."""

    label: str
    case_id: str
    team: str = field(repr=False)
    about: tuple[tuple[str, str], ...] = field(repr=False)
    person_says: str = field(repr=False)
    own_words: tuple[Said, ...] = field(repr=False)
    outcomes: tuple[Said, ...] = field(repr=False)
    brings: tuple[Said, ...] = field(repr=False)
    around: tuple[Said, ...] = field(repr=False)
    considered: tuple[Considered, ...] = field(repr=False)
    asked: str = field(repr=False)
    recommended: str = field(repr=False)
    questions: tuple[Said, ...] = field(repr=False)
    earlier: tuple[str, ...] = field(repr=False)
    read: str


def case_page(
    case: Submission,
    sitting: Sitting,
    earlier: Sequence[Sitting],
    known: Known | None,
    rules: RuleSet,
    names: Pseudonyms,
) -> CasePage:
    """The page of one case. Without records of the person it says what the workbook says."""
    ident = case.person_id or case.case_id

    def mask(text: str) -> str:
        return names.masked(text, ident)

    records = _newest_first(case, known.records if known else ())
    options = [option for option in sitting.options if option.case_id == case.case_id]
    own = tuple(_own_words(records, rules, known, mask))
    questions = tuple(_questions(records, rules, known, sitting, mask))
    return CasePage(
        label=names.labels[ident],
        case_id=case.case_id,
        team=case.team,
        about=tuple(_about(case, names.named)),
        person_says=mask(case.person_says),
        own_words=own,
        outcomes=_first_of(records, _outcomes, mask),
        brings=_first_of(records, _brings, mask),
        around=_first_of(records, _around, mask),
        considered=tuple(_considered(option, mask) for option in options),
        asked=mask(case.asked),
        recommended=mask(case.recommended),
        questions=(*_unsaid(case, own, options), *questions)[:MOST_QUESTIONS],
        earlier=tuple(_earlier(case, earlier)),
        read=_read(records, names.named),
    )


def _newest_first(case: Submission, records: Iterable[Record]) -> tuple[Record, ...]:
    """The record that is brought, then the others, newest first."""
    found = tuple(reversed(tuple(records)))
    return tuple(sorted(found, key=lambda record: record.header.id != case.record_id))


def _about(case: Submission, named: bool) -> Iterator[tuple[str, str]]:
    if named and case.person_id:
        yield "Person id", case.person_id
    if case.submitted_on:
        yield "Sent to the Forum", date_name(case.submitted_on.isoformat())
    for name, cost in (("Cost now", case.current_weekly_cost), ("Cost of what is asked for", case.asked_weekly_cost)):
        if cost is not None:
            yield name, f"£{cost:,.2f} a week"
    if case.direct_payment_offered is not None:
        answer = labels_of("direct_payment_responses").get(case.direct_payment_response or "", "no answer yet")
        yield "Direct payment", f"offered: {answer}" if case.direct_payment_offered else "not offered yet"


def _own_words(
    records: Sequence[Record], rules: RuleSet, known: Known | None, mask: Callable[[str], str]
) -> Iterator[Said]:
    """What stands where the person speaks, if it is their voice, then sentences that quote them elsewhere.

    Many forms say *N/A* there, or what somebody thinks of them: that is left out, and asked about instead.
    """
    whole: dict[str, str] = {}
    quoted: dict[str, str] = {}
    for record in records:
        said = {item.pointer: item.entry.text for item in prose(record)}
        for mark in check(CaseFile(record.header.person.id, (record,)), rules, None, _exported(known)).marks:
            if mark.kind != "voice-person":
                continue
            if mark.place.field.startswith("/in_their_words/"):
                whole.setdefault(said[mark.place.field].strip(), _where(record))
            else:
                quoted.setdefault(mark.quote.strip(), _where(record))
    for found in (whole, quoted):
        yield from (Said(mask(_short(words)), where) for words, where in list(found.items())[:MOST])


def _exported(known: Known | None) -> dict[str, frozenset[str]] | None:
    return dict(known.exported) if known and known.exported is not None else None


def _first_of(
    records: Sequence[Record], find: Callable[[Record], Iterable[Entry]], mask: Callable[[str], str]
) -> tuple[Said, ...]:
    """What the first record that has any has of something."""
    for record in records:
        found = [entry for entry in find(record) if entry.text.strip()]
        if found:
            return tuple(Said(mask(_short(entry.text)), _where(record)) for entry in found[:MOST])
    return ()


def _outcomes(record: Record) -> Iterable[Entry]:
    """Those of an assessment or a plan: a review says how far they were reached."""
    return [] if record.kind == "review" else [outcome.statement for outcome in getattr(record, "outcomes", ())]


def _brings(record: Record) -> Iterable[Entry]:
    return [strength.what for strength in getattr(record, "strengths", ())]


def _around(record: Record) -> Iterable[Entry]:
    return [one.what for one in getattr(record, "network", ()) if one.what]


def _considered(option: Option, mask: Callable[[str], str]) -> Considered:
    kind = labels_of("contributions").get(option.source or "", "") or option.component
    said = [
        "Tried." if option.tried else "",
        mask(option.result),
        f"For it: {mask(option.benefits)}" if option.benefits else "",
        f"Against it: {mask(option.drawbacks)}" if option.drawbacks else "",
        "It cannot be had now." if option.available is False else "",
        f"Meanwhile: {mask(option.used_instead)}" if option.used_instead else "",
    ]
    return Considered(
        what=mask(option.what) + (f" ({kind})" if kind else ""),
        result=" ".join(filter(None, said)) or "not said",
        meets_needs=_yes_no(option.meets_needs),
        preferred=_yes_no(option.person_prefers),
        cost="not said" if option.weekly_cost is None else f"£{option.weekly_cost:,.2f} a week",
    )


def _yes_no(value: bool | None) -> str:
    return "not said" if value is None else "yes" if value else "no"


def _unsaid(case: Submission, own: Sequence[Said], options: Sequence[Option]) -> Iterator[Said]:
    """What neither the records nor the workbook say, as questions."""
    if not own and not case.person_says:
        yield Said(UNHEARD, "")
    if len(options) < 2:
        yield Said(ALONE, "")
    if not case.person_knows:
        yield Said(UNASKED, "")


def _questions(
    records: Sequence[Record],
    rules: RuleSet,
    known: Known | None,
    sitting: Sitting,
    mask: Callable[[str], str],
) -> Iterator[Said]:
    """What the findings ask, most pressing first, each once; of the newest record of each kind."""
    newest = {record.kind: record for record in reversed(records)}
    chosen = tuple(record for record in records if record in newest.values() and record.kind != "case_note")
    if not chosen:
        return
    found = check(CaseFile(chosen[0].header.person.id, chosen[::-1]), rules, sitting.held_on, _exported(known)).findings
    of = {record.header.id: kind_name(record.kind) for record in chosen}
    place = {record.header.id: number for number, record in enumerate(chosen)}
    pressing = sorted(
        (one for one in found if one.level != "note"),
        key=lambda one: (-LEVELS.index(one.level), place.get(one.place.record_id, 0)),
    )
    asked: dict[str, str] = {}
    for finding in pressing:
        if finding.ask:
            asked.setdefault(finding.ask, of.get(finding.place.record_id, ""))
    yield from (Said(mask(words), where) for words, where in asked.items())


def _earlier(case: Submission, earlier: Sequence[Sitting]) -> Iterator[str]:
    """What was decided on this case before."""
    labels = labels_of("decision_codes")
    for sitting in earlier:
        for decision in sitting.decisions:
            if decision.case_id == case.case_id and decision.decision:
                made = decision.decided_on or sitting.held_on
                yield f"{labels[decision.decision]}" + (f", {date_name(made.isoformat())}" if made else "")


def _read(records: Sequence[Record], named: bool) -> str:
    if not records:
        return "No record of this person stands in the export: this page says what the workbook says."
    told = [_where(record) + (f" ({record.header.id})" if named else "") for record in records]
    shown = "; ".join(told[:MOST])
    return f"Read: {shown}" + (f"; and {len(told) - MOST} more." if told[MOST:] else ".")


def _where(record: Record) -> str:
    when = written_on(record)
    return kind_name(record.kind) + (f", {date_name(when.isoformat())}" if when else "")


def _short(text: str) -> str:
    text = text.strip().removeprefix("- ")
    if len(text) <= LONGEST:
        return text
    kept = text[:LONGEST]
    end = max(kept.rfind(mark) for mark in (". ", "! ", "? ", ".\n"))
    return kept[: end + 1 if end > LONGEST // 2 else LONGEST].rstrip() + " …"
