"""What a decision must carry and does not yet, by the list of decisions; and who has not been told."""

from collections.abc import Callable
from typing import Final

from attrs import frozen

from sbp.codes import code_list
from sbp.forum.sitting.parts import Decision, Sitting

Carries = Callable[[Sitting, Decision], bool]


def _actions(sitting: Sitting, decision: Decision) -> bool:
    """At least one action, and each with its owner and its day."""
    theirs = [action for action in sitting.actions if action.case_id == decision.case_id]
    return bool(theirs) and all(action.action and action.owner and action.due_on for action in theirs)


CARRIED: Final[dict[str, Carries]] = {
    "actions": _actions,
    "attendees_by_role": lambda sitting, _: any(one.role for one in sitting.attendance),
    "chair": lambda sitting, _: bool(sitting.chair),
    "change_agreed_by": lambda _, decision: bool(decision.change_agreed_by and decision.person_agreed),
    "conditions": lambda _, decision: bool(decision.conditions),
    "date": lambda sitting, decision: bool(decision.decided_on or sitting.held_on),
    "escalated_to": lambda _, decision: bool(decision.escalated_to),
    "how_each_need_met": lambda _, decision: bool(decision.how_each_need_met),
    "how_reached": lambda _, decision: (
        bool(decision.delegated_authority) if decision.how_reached == "delegated" else bool(decision.how_reached)
    ),
    "needs_met_meanwhile": lambda _, decision: bool(decision.needs_met_meanwhile),
    "option_to_explore": lambda _, decision: bool(decision.option_to_explore),
    "person_told": lambda _, decision: bool(decision.told_on and decision.told_how),
    "reasons": lambda _, decision: bool(decision.reasons),
    "reasons_written_to_person": lambda _, decision: bool(decision.reasons_written_on),
    "right_to_challenge_given": lambda _, decision: bool(decision.how_to_challenge),
    "until": lambda _, decision: bool(decision.until),
    "what_changed": lambda _, decision: bool(decision.what_changed),
}
"""Whether a decision carries what the list of decisions asks for, by its name there."""

TOLD: Final = "person_told"
NO_DECISION: Final = "what was decided"


@frozen
class Outstanding:
    """What one decision still lacks, in the words of the list of decisions."""

    case_id: str
    row: int
    lacks: tuple[str, ...]


def outstanding(sitting: Sitting) -> tuple[Outstanding, ...]:
    """Every decision that lacks something, in the order of the workbook. Telling the person is said apart."""
    found = (Outstanding(decision.case_id, decision.row, lacks(sitting, decision)) for decision in sitting.decisions)
    return tuple(one for one in found if one.lacks)


def lacks(sitting: Sitting, decision: Decision) -> tuple[str, ...]:
    """What a decision lacks, telling the person left out."""
    return tuple(
        _means(name) for name in must_carry(decision.decision) if name != TOLD and not CARRIED[name](sitting, decision)
    ) + (() if decision.decision else (NO_DECISION,))


def must_carry(decision: str | None) -> tuple[str, ...]:
    """The names of what a decision of this code must carry, each once."""
    known = code_list("decision_codes")
    own = next((item["must_carry"] for item in known["items"] if item["slug"] == decision), ())
    return tuple(dict.fromkeys((*known["must_carry_always"], *own)))


def _means(name: str) -> str:
    return str(code_list("decision_codes")["must_carry_means"][name])


def not_told(sitting: Sitting) -> tuple[str, ...]:
    """The cases whose person has not been told, as far as the workbook says."""
    told = CARRIED[TOLD]
    return tuple(
        decision.case_id for decision in sitting.decisions if decision.decision and not told(sitting, decision)
    )


def undecided(sitting: Sitting) -> tuple[str, ...]:
    """Cases that were brought and have no row among the decisions."""
    decided = {decision.case_id for decision in sitting.decisions}
    return tuple(dict.fromkeys(case.case_id for case in sitting.submissions if case.case_id not in decided))


def lived_experience(sitting: Sitting) -> int:
    """How many of those who were there came with lived experience, their own case included."""
    counted = code_list("forum_roles")["lived_experience"]
    return sum(one.role in counted for one in sitting.attendance)
