"""The highlight report: what is outside the council's own tolerances, on time, cost and quality; no surprises."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Final, Literal

from attrs import frozen

from sbp.forum.figures import FEWEST_RECORDS
from sbp.forum.learning import Learning, WentWell, learning
from sbp.forum.names import counted
from sbp.forum.sitting.following import DEFERRED, is_overdue, open_actions
from sbp.forum.sitting.outstanding import lacks, lived_experience, not_told
from sbp.forum.sitting.parts import Decision, Sitting, Submission
from sbp.forum.standards import standards
from sbp.forum.tolerances import STANDARDS, read_tolerances
from sbp.rules import RuleSet
from sbp.store import FILE, opened

Status = Literal["red", "amber", "within", "not said"]
PERIOD: Final = timedelta(days=92)
_ORDER: Final[tuple[Status, ...]] = ("red", "amber", "within", "not said")


@frozen
class Held:
    """The sittings of the period, those before it, and the day lateness is judged against."""

    period: tuple[Sitting, ...]
    all: tuple[Sitting, ...]
    as_at: date | None

    def decided(self) -> list[tuple[Sitting, Decision, Submission | None]]:
        """Every decision of the period with its sitting and its case."""
        return [
            (sitting, decision, next((one for one in sitting.submissions if one.case_id == decision.case_id), None))
            for sitting in self.period
            for decision in sitting.decisions
            if decision.decision
        ]


@frozen
class Value:
    """What a measure comes to, and that in words."""

    amount: float
    said: str


@frozen(kw_only=True)
class Highlight:
    """One measure against its tolerance. `said` names what it is about where it is `whole`."""

    area: str
    title: str
    status: Status
    said: str
    tolerance: str
    whole: bool = False

    @property
    def line(self) -> str:
        """What it is and where it stands, as one sentence."""
        told = self.said if self.whole else f"{self.title}: {self.said}"
        return f"{told[:1].upper()}{told[1:]}."


@frozen(kw_only=True)
class Highlights:
    """All that a highlight report says. `outside` has red first, in the order of the tolerances."""

    since: str
    as_at: str
    sittings: int
    decisions: int
    outside: tuple[Highlight, ...]
    within: tuple[Highlight, ...]
    unsaid: tuple[Highlight, ...]
    learning: Learning

    @property
    def going_well(self) -> tuple[WentWell, ...]:
        """What went well and is not outside a tolerance all the same."""
        outside = {one.title for one in self.outside}
        return tuple(one for one in self.learning.went_well if one.what not in outside)

    def count(self, status: Status) -> int:
        """How many measures outside tolerance have a status."""
        return sum(one.status == status for one in self.outside)


def _days(held: Held, of: Callable[[Sitting, Decision, Submission | None], int | None], what: str) -> Value | None:
    found = [days for row in held.decided() if (days := of(*row)) is not None and days >= 0]
    return Value(median(found), f"{median(found):g} days {what}, the middle of {len(found)}") if found else None


def _to_decision(sitting: Sitting, decision: Decision, case: Submission | None) -> int | None:
    made = decision.decided_on or sitting.held_on
    return (made - case.submitted_on).days if made and case and case.submitted_on else None


def _to_telling(sitting: Sitting, decision: Decision, case: Submission | None) -> int | None:
    made = decision.decided_on or sitting.held_on
    return (decision.told_on - made).days if made and decision.told_on else None


def _not_told(held: Held) -> Value:
    cases = {case for sitting in held.all for case in not_told(sitting)}
    return Value(len(cases), f"{counted(len(cases), 'person', 'people')} not yet told, as far as the log says")


def _overdue(held: Held) -> Value:
    late = sum(is_overdue(action, held.as_at) for action in open_actions(held.all))
    return Value(late, f"{counted(late, 'action')} overdue")


def _put_off_twice(held: Held) -> Value:
    times: dict[str, int] = {}
    for sitting in held.all:
        for decision in sitting.decisions:
            times[decision.case_id] = times.get(decision.case_id, 0) + (decision.decision in DEFERRED)
    twice = sum(count > 1 for count in times.values())
    return Value(twice, f"{counted(twice, 'case')} put off more than once")


def _over_asked(held: Held) -> Value | None:
    pairs = [
        (case.asked_weekly_cost, decision.agreed_weekly_cost)
        for _, decision, case in held.decided()
        if case and case.asked_weekly_cost is not None and decision.agreed_weekly_cost is not None
    ]
    asked, agreed = (sum(pair[at] for pair in pairs) for at in (0, 1))
    if not asked:
        return None
    said = f"£{agreed:,.0f} a week agreed and £{asked:,.0f} asked for, in {counted(len(pairs), 'case')}"
    return Value(100 * (agreed - asked) / asked, said)


def _share(met: int, of: int, said: str) -> Value | None:
    return Value(100 * met / of, f"{met} of {of} {said}") if of else None


def _cost_not_said(held: Held) -> Value | None:
    rows = held.decided()
    return _share(sum(one.agreed_weekly_cost is None for _, one, _ in rows), len(rows), "decisions do not say a cost")


def _meanwhile(held: Held) -> Value:
    silent = sum(
        not one.needs_met_meanwhile for _, one, _ in held.decided() if one.decision in (*DEFERRED, "not-agreed")
    )
    return Value(silent, f"{counted(silent, 'decision')} silent on how needs are met meanwhile")


def _outstanding(held: Held) -> Value | None:
    rows = held.decided()
    short = sum(bool(lacks(sitting, decision)) for sitting, decision, _ in rows)
    return _share(short, len(rows), "decisions do not carry all they must")


def _no_lived_experience(held: Held) -> Value | None:
    without = sum(not lived_experience(sitting) for sitting in held.period)
    return _share(without, len(held.period), "sittings without anybody with lived experience")


def _one_option(held: Held) -> Value | None:
    cases = [(sitting, case) for sitting in held.period for case in sitting.submissions]
    few = sum(sum(one.case_id == case.case_id for one in sitting.options) < 2 for sitting, case in cases)
    return _share(few, len(cases), "cases with fewer than two options written down")


Measure = Callable[[Held], Value | None]

MEASURES: Final[Mapping[str, Mapping[str, tuple[str, Measure]]]] = {
    "time": {
        "days-to-decision": (
            "From sent to decided",
            lambda held: _days(held, _to_decision, "from sent to decided"),
        ),
        "days-to-telling": (
            "From decided to told",
            lambda held: _days(held, _to_telling, "from decided to told"),
        ),
        "not-told": ("People not yet told", _not_told),
        "actions-overdue": ("Actions overdue", _overdue),
        "put-off-twice": ("Cases put off more than once", _put_off_twice),
    },
    "cost": {
        "agreed-over-asked": ("Agreed above asked for", _over_asked),
        "cost-not-said": ("Decisions without a cost", _cost_not_said),
    },
    "quality": {
        "needs-meanwhile-not-said": ("Needs met meanwhile", _meanwhile),
        "decisions-outstanding": ("What a decision must carry", _outstanding),
        "no-lived-experience": ("Lived experience at the table", _no_lived_experience),
        "one-option": ("Options considered", _one_option),
    },
}
"""What can be judged, besides the standards of an audit: for each its name, and how it is worked out."""


def highlights(
    folder: Path, kept: Sequence[Sitting], rules: RuleSet, *, tolerances: Path, as_at: date | None, since: date | None
) -> Highlights:
    """Judge the period against a file of tolerances. Raises `ForumError` when that cannot be used."""
    measures = {area: tuple(named) for area, named in MEASURES.items()}
    limits = read_tolerances(tolerances, measures, [standard.id for standard in rules.standards])
    day = as_at or max((sitting.held_on for sitting in kept if sitting.held_on), default=None)
    first = since or (day - PERIOD if day else None)
    period = tuple(sitting for sitting in kept if _is_in(sitting.held_on, first, day))
    held = Held(period, tuple(kept), day)
    found = [
        _judged(area, *MEASURES[area][name], held, limit)
        for area in MEASURES
        for name, limit in limits.get(area, {}).items()
    ]
    found += _standards(folder, limits.get(STANDARDS, {}))
    found.sort(key=lambda one: _ORDER.index(one.status))
    return Highlights(
        since=first.isoformat() if first else "",
        as_at=day.isoformat() if day else "",
        sittings=len(period),
        decisions=len(held.decided()),
        outside=tuple(one for one in found if one.status in ("red", "amber")),
        within=tuple(one for one in found if one.status == "within"),
        unsaid=tuple(one for one in found if one.status == "not said"),
        learning=learning(folder, period, rules),
    )


def _is_in(day: date | None, first: date | None, last: date | None) -> bool:
    return day is not None and (first is None or day >= first) and (last is None or day <= last)


def _judged(area: str, title: str, measure: Measure, held: Held, limit: Mapping[str, float]) -> Highlight:
    value = measure(held)
    tolerance = f"amber from {limit['amber']:g}, red from {limit['red']:g}"
    if value is None:
        said = "nothing in this period says"
        return Highlight(area=area, title=title, status="not said", said=said, tolerance=tolerance)
    status: Status = "red" if value.amount >= limit["red"] else "amber" if value.amount >= limit["amber"] else "within"
    return Highlight(area=area, title=title, status=status, said=value.said, tolerance=tolerance, whole=True)


def _standards(folder: Path, limits: Mapping[str, Mapping[str, float]]) -> list[Highlight]:
    if not limits or not (folder / FILE).is_file():
        return []
    with opened(folder) as store:
        found = {one.id: one for one in standards(store)}
    judged = []
    for name, limit in limits.items():
        standard = found.get(name)
        tolerance = f"amber below {limit['amber']:g}%, red below {limit['red']:g}%"
        if standard is None or standard.overall.unsaid or standard.overall.of < FEWEST_RECORDS:
            title = standard.title if standard else name.replace("-", " ").capitalize()
            said = (standard.overall.unsaid if standard else "") or "the audit does not say"
            judged.append(Highlight(area="quality", title=title, status="not said", said=said, tolerance=tolerance))
            continue
        rate = 100 * standard.overall.share
        status: Status = "red" if rate < limit["red"] else "amber" if rate < limit["amber"] else "within"
        said = f"{rate:.1f}% of {counted(standard.overall.of, 'record')}"
        judged.append(Highlight(area="quality", title=standard.title, status=status, said=said, tolerance=tolerance))
    return judged
