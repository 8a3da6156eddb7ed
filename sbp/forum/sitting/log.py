"""The decision log: every decision with what it carries, actions that are open, who has not been told."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

import attrs
from attrs import field, frozen

from sbp.codes import labels_of
from sbp.forum.names import date_name, listed
from sbp.forum.sitting.following import is_overdue, open_actions
from sbp.forum.sitting.outstanding import lacks, lived_experience, not_told
from sbp.forum.sitting.parts import Action, Decision, Sitting, Submission
from sbp.forum.sitting.reading import columns

_APART: Final = ("case_id", "decision", "decided_on")
"""Fields of a decision that stand in its heading."""


@frozen(kw_only=True)
class Entry:
    """One decision: its heading, what it says field by field, and what it does not say yet."""

    case_id: str
    label: str
    decided_on: str
    team: str = field(repr=False)
    chair: str = field(repr=False)
    said: tuple[tuple[str, str], ...] = field(repr=False)
    lacks: tuple[str, ...]


@frozen(kw_only=True)
class OpenAction:
    """An action that is not done."""

    what: str = field(repr=False)
    owner: str = field(repr=False)
    case_id: str
    due_on: str
    overdue: bool


@frozen(kw_only=True)
class There:
    """Who was at a sitting, by role."""

    id: str
    roles: str
    lived_experience: int


@frozen(kw_only=True)
class Log:
    """All that the decision log says, as at a day in ISO form."""

    as_at: str
    sittings: tuple[There, ...]
    entries: tuple[Entry, ...]
    actions: tuple[OpenAction, ...]
    not_told: tuple[str, ...]

    @property
    def overdue(self) -> int:
        """How many actions were due before the day and are not done."""
        return sum(action.overdue for action in self.actions)


def decision_log(kept: Sequence[Sitting], as_at: date | None = None) -> Log:
    """The log of some sittings, oldest first. Without a day, lateness is judged on that of the last sitting."""
    day = as_at or max((sitting.held_on for sitting in kept if sitting.held_on), default=None)
    return Log(
        as_at=day.isoformat() if day else "",
        sittings=tuple(map(_there, reversed(kept))),
        entries=tuple(_entry(sitting, decision) for sitting in reversed(kept) for decision in sitting.decisions),
        actions=shown_actions(open_actions(kept), day),
        not_told=tuple(dict.fromkeys(case for sitting in kept for case in not_told(sitting))),
    )


def shown_actions(actions: Sequence[Action], as_at: date | None) -> tuple[OpenAction, ...]:
    """Actions as people read them."""
    return tuple(
        OpenAction(
            what=action.action,
            owner=action.owner,
            case_id=action.case_id,
            due_on=action.due_on.isoformat() if action.due_on else "",
            overdue=is_overdue(action, as_at),
        )
        for action in actions
    )


def _there(sitting: Sitting) -> There:
    labels = labels_of("forum_roles")
    roles = Counter(labels[one.role] for one in sitting.attendance if one.role)
    return There(
        id=sitting.id,
        roles=listed([role if count == 1 else f"{role} ({count})" for role, count in roles.items()]) or "Not said",
        lived_experience=lived_experience(sitting),
    )


def _entry(sitting: Sitting, decision: Decision) -> Entry:
    made = decision.decided_on or sitting.held_on
    case = next((one for one in sitting.submissions if one.case_id == decision.case_id), None)
    return Entry(
        case_id=decision.case_id,
        label=labels_of("decision_codes").get(decision.decision or "", "not decided"),
        decided_on=made.isoformat() if made else "",
        team=case.team if case else "",
        chair=sitting.chair,
        said=(*_asked(case), *said(decision)),
        lacks=lacks(sitting, decision),
    )


def _asked(case: Submission | None) -> tuple[tuple[str, str], ...]:
    return (("Asked of the Forum", case.asked),) if case and case.asked else ()


def said(decision: Decision) -> tuple[tuple[str, str], ...]:
    """What a decision says, field by field, as people read it; empty fields are left out."""
    values = attrs.asdict(decision)
    return tuple(
        (name, _worded(values[target.field], target.codes))
        for name, target in columns(Decision).items()
        if target.field not in _APART and values[target.field] not in (None, "")
    )


def _worded(value: object, codes: str) -> str:
    match value:
        case bool():
            return "Yes" if value else "No"
        case float():
            return f"£{value:,.2f} a week"
        case date():
            return date_name(value.isoformat())
        case _:
            return labels_of(codes).get(str(value), str(value)) if codes else str(value)
