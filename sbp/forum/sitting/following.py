"""What runs on from one sitting to the next: actions, and cases that come back."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

import attrs

from sbp.forum.sitting.keeping import sittings
from sbp.forum.sitting.parts import Action, Decision, Sitting, Submission
from sbp.store import FILE, opened

DEFERRED: Final = ("deferred-information", "deferred-explore")


def actions_now(kept: Iterable[Sitting]) -> tuple[Action, ...]:
    """Every action as the latest sitting has it, in the order in which they were first agreed."""
    latest: dict[str, Action] = {}
    for sitting in kept:
        for action in sitting.actions:
            latest[action.action_id] = action
    return tuple(latest.values())


def open_actions(kept: Iterable[Sitting]) -> tuple[Action, ...]:
    """Actions that are not done, those due first at the top and those without a day at the end."""
    found = [action for action in actions_now(kept) if action.done_on is None]
    return tuple(sorted(found, key=lambda action: action.due_on or date.max))


def is_overdue(action: Action, as_at: date | None) -> bool:
    """Whether an action was due before a day and is not done; without a day nothing is late."""
    return as_at is not None and action.done_on is None and action.due_on is not None and action.due_on < as_at


def coming_back(kept: Sequence[Sitting], day: date) -> tuple[Submission, ...]:
    """Cases whose last decision put them off, or agreed them until a day that has come, as they were brought then."""
    brought: dict[str, Submission] = {}
    last: dict[str, Decision] = {}
    for sitting in kept:
        brought |= {case.case_id: case for case in sitting.submissions}
        last |= {decision.case_id: decision for decision in sitting.decisions if decision.decision}
    return tuple(case for case_id, case in brought.items() if case_id in last and _is_open(last[case_id], day))


def _is_open(decision: Decision, day: date) -> bool:
    is_over = decision.decision == "agreed-interim" and decision.until is not None and decision.until <= day
    return decision.decision in DEFERRED or is_over


def prepared(folder: Path, held_on: date, name: str, record_ids: Sequence[str]) -> Sitting:
    """A sitting that is still to be held: cases that come back, records that are brought, actions that are open.

    A record is looked up in the audit of the folder; one that is not there is brought with its id alone.
    """
    ident = f"{held_on.isoformat()} {name}".strip()
    before = tuple(sitting for sitting in sittings(folder) if sitting.id != ident and is_before(sitting, held_on))
    back = coming_back(before, held_on)
    new = tuple(_brought(folder, ident, record_ids, len(back)))
    return Sitting(
        id=ident,
        held_on=held_on,
        submissions=tuple(attrs.evolve(case, row=0) for case in (*back, *new)),
        decisions=tuple(Decision(case_id=case.case_id) for case in (*back, *new)),
        actions=tuple(attrs.evolve(action, row=0) for action in open_actions(before)),
    )


def is_before(sitting: Sitting, day: date) -> bool:
    """Whether a sitting may have been held by a day: one without a date may."""
    return sitting.held_on is None or sitting.held_on <= day


def _brought(folder: Path, ident: str, record_ids: Sequence[str], already: int) -> Iterator[Submission]:
    known: dict[str, tuple[str, str]] = {}
    if record_ids and (folder / FILE).is_file():
        with opened(folder) as store:
            rows = store.execute(
                "SELECT id, person_id, coalesce(team, '') FROM records WHERE list_contains(?, id)", [list(record_ids)]
            ).fetchall()
            known = {row[0]: (row[1], row[2]) for row in rows}
    for number, record_id in enumerate(dict.fromkeys(record_ids), already + 1):
        person_id, team = known.get(record_id, ("", ""))
        yield Submission(case_id=f"{ident}/{number}", person_id=person_id, record_id=record_id, team=team)
