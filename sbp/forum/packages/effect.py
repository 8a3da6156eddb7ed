"""What the Forum itself does: how long cases wait for it, what it decides, what it leaves open, and what it looked at.

From its sittings alone. A forum that delays support is part of what it should look at first.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median, quantiles
from typing import Final

from attrs import frozen

from sbp.codes import labels_of
from sbp.forum.sitting.following import DEFERRED
from sbp.forum.sitting.parts import Decision, Option, Sitting, Submission
from sbp.forum.tables import Cell, Count, Measure, Table, measure

FEWEST: Final = 3


@frozen(kw_only=True)
class Effect:
    """Tables of what the Forum did over all sittings that were read."""

    waits: Table
    decisions: Table
    costs: Table | None
    considered: Table | None
    wanted: Table | None


@frozen
class _Case:
    """A decision with what was asked, and the day it was taken."""

    decision: Decision
    asked: Submission | None
    taken: date | None


def effect(sittings: Sequence[Sitting]) -> Effect | None:
    """Sum up the sittings; None where there is none with a decision."""
    cases = [
        _Case(decision, asked.get(decision.case_id), decision.decided_on or sitting.held_on)
        for sitting in sittings
        for asked in [{one.case_id: one for one in sitting.submissions}]
        for decision in sitting.decisions
        if decision.decision
    ]
    if not cases:
        return None
    options = [option for sitting in sittings for option in sitting.options]
    latest = max((sitting.held_on for sitting in sittings if sitting.held_on), default=None)
    return Effect(
        waits=_waits(cases),
        decisions=_decisions(cases),
        costs=_costs(cases),
        considered=_considered(options),
        wanted=_wanted(options, latest),
    )


def _waits(cases: Sequence[_Case]) -> Table:
    first: dict[str, date] = {}
    for case in cases:
        if case.asked and case.asked.submitted_on:
            known = first.get(case.decision.case_id, case.asked.submitted_on)
            first[case.decision.case_id] = min(known, case.asked.submitted_on)
    settled = [case for case in cases if case.decision.decision not in DEFERRED]
    deferred = Counter(case.decision.case_id for case in cases if case.decision.decision in DEFERRED)
    days = {
        "From submitted to decided": [
            (case.taken - first[case.decision.case_id]).days
            for case in settled
            if case.taken and case.decision.case_id in first
        ],
        "From decided to support started": [
            (case.decision.starts_on - case.taken).days for case in settled if case.taken and case.decision.starts_on
        ],
    }
    rows: list[tuple[str, tuple[Cell, ...]]] = [(name, _spread(found)) for name, found in days.items()]
    unmet = [
        case for case in cases if case.decision.decision in DEFERRED and not case.decision.needs_met_meanwhile.strip()
    ]
    rows += [
        ("Cases deferred more than once", (Count(value=sum(number > 1 for number in deferred.values())), "", "")),
        ("Deferrals that do not say how needs are met meanwhile", (Count(value=len(unmet)), "", "")),
        (
            "People not yet told of a decision",
            (Count(value=sum(case.decision.told_on is None for case in cases)), "", ""),
        ),
    ]
    return Table(
        id="packages-effect",
        caption="What the Forum's own working does",
        first="What",
        columns=("How many", "Median days", "90th centile of days"),
        rows=tuple(rows),
        notes=("A case deferred and decided later counts from the first day it was sent to the Forum.",),
    )


def _decisions(cases: Sequence[_Case]) -> Table:
    counted = Counter(case.decision.decision for case in cases)
    rows = [(_capital(label), (Count(value=counted[slug]),)) for slug, label in labels_of("decision_codes").items()]
    return Table(
        id="packages-decisions",
        caption="Decisions",
        first="Decision",
        columns=("Decisions",),
        rows=(*rows, ("All decisions", (Count(value=len(cases), key=("decisions", "all")),))),
        total=True,
    )


def _costs(cases: Sequence[_Case]) -> Table | None:
    both = [
        case
        for case in cases
        if case.asked and case.asked.asked_weekly_cost is not None and case.decision.agreed_weekly_cost is not None
    ]
    if not both:
        return None
    asked = [case.asked.asked_weekly_cost or 0 for case in both if case.asked]
    agreed = [case.decision.agreed_weekly_cost or 0 for case in both]
    number = len(both)
    return Table(
        id="packages-costs",
        caption="Asked for and agreed, where both are recorded",
        first="What",
        columns=("Cases", "Median, £ a week"),
        rows=(
            ("Asked for", (Count(value=number), _measure(median(asked), number))),
            ("Agreed", (Count(value=number), _measure(median(agreed), number))),
        ),
        notes=("A lower figure agreed is not a saving unless every eligible need is still met (guidance 10.27).",),
    )


def _considered(options: Sequence[Option]) -> Table | None:
    found: dict[str, list[Option]] = {}
    for option in options:
        name = _contribution(option.source) if option.source else option.component or "Other service"
        found.setdefault(name, []).append(option)
    if not found:
        return None
    return Table(
        id="packages-options",
        caption="What else was considered, and with what result",
        first="What was considered",
        columns=("Times", "Tried", "Would meet the needs", "What the person would choose"),
        rows=tuple(
            (
                name,
                (
                    Count(value=len(several)),
                    _how_many(option.tried for option in several),
                    _how_many(option.meets_needs for option in several),
                    _how_many(option.person_prefers for option in several),
                ),
            )
            for name, several in sorted(found.items())
        ),
    )


def _wanted(options: Sequence[Option], now: date | None) -> Table | None:
    found: dict[str, list[Option]] = {}
    for option in options:
        if option.available is False:
            what = option.component or _contribution(option.source or "other")
            found.setdefault(f"{what}, {option.area or 'area not recorded'}", []).append(option)
    if not found:
        return None
    rows: list[tuple[str, tuple[Cell, ...]]] = []
    for name, several in sorted(found.items()):
        days = [(now - option.waiting_since).days for option in several if now and option.waiting_since]
        instead = _how_many(bool(option.used_instead.strip()) for option in several)
        rows.append((name, (Count(value=len(several)), instead, _measure(median(days) if days else None, len(days)))))
    return Table(
        id="packages-wanted",
        caption="What cases needed and could not have",
        first="What, and where",
        columns=("Times", "Something else used instead", "Median days waited"),
        rows=tuple(rows),
    )


def _spread(days: Sequence[int]) -> tuple[Count, Measure, Measure]:
    number = len(days)
    ninety = quantiles(days, n=10, method="inclusive")[-1] if number > 1 else None
    return Count(value=number), _measure(median(days) if days else None, number), _measure(ninety, number)


def _measure(value: float | None, number: int) -> Measure:
    return measure(value, number, fewest=FEWEST)


def _how_many(answers: Iterable[bool | None]) -> Count:
    return Count(value=sum(answer is True for answer in answers))


def _contribution(slug: str) -> str:
    return _capital(labels_of("contributions").get(slug, slug))


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]
