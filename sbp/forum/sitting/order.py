"""Dates of a sitting that cannot both be right, rows that belong to nothing: said by sheet, row and field."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final

from sbp.forum.sitting.parts import Action, Part, Sitting
from sbp.forum.sitting.reading import place

_AFTER: Final = {
    "told_on": ("Told on", "the person was told before the decision was made"),
    "reasons_written_on": ("Reasons written on", "the reasons were written before the decision was made"),
    "until": ("Until", "the agreement ends before it was made"),
    "review_on": ("Review on", "the review comes before the decision"),
}
"""Fields of a decision that follow it, with what is said when they do not."""


def out_of_order(sitting: Sitting) -> tuple[str, ...]:
    """A sentence for each thing to look at."""
    return (*_dates_of_cases(sitting), *_dates_of_decisions(sitting), *_cases(sitting), *_decisions(sitting))


def _dates_of_cases(sitting: Sitting) -> Iterator[str]:
    for case in sitting.submissions:
        if _before(sitting.held_on, case.submitted_on):
            yield _said("Cases", case, "Submitted on", "the case was sent to the Forum after the sitting")
    for option in sitting.options:
        if _before(sitting.held_on, option.waiting_since):
            yield _said("Options", option, "Waiting since", "the waiting begins after the sitting")


def _dates_of_decisions(sitting: Sitting) -> Iterator[str]:
    submitted = {case.case_id: case.submitted_on for case in sitting.submissions}
    for decision in sitting.decisions:
        made = decision.decided_on or sitting.held_on
        if _before(decision.decided_on, submitted.get(decision.case_id)):
            yield _said("Decisions", decision, "Decided on", "the decision was made before the case was sent")
        for name, (column, sentence) in _AFTER.items():
            if _before(getattr(decision, name), made):
                yield _said("Decisions", decision, column, sentence)
    for action in sitting.actions:
        if _is_new(action, sitting) and _before(action.due_on, sitting.held_on):
            yield _said("Actions", action, "Due on", "a new action was due before the sitting")


_LOOK: Final = "Look at both dates."


def _said(sheet: str, part: Part, column: str, sentence: str) -> str:
    return f"{place(sheet, part.row, column)}: {sentence}. {_LOOK}"


def _before(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one < other


def _is_new(action: Action, sitting: Sitting) -> bool:
    return action.action_id.startswith(f"{sitting.id}/")


def _cases(sitting: Sitting) -> Iterator[str]:
    times = Counter(case.case_id for case in sitting.submissions)
    for case in sitting.submissions:
        if times[case.case_id] > 1:
            yield f"{place('Cases', case.row, 'Case id')}: another row has the same case id. Each case has one row."
        if not case.person_id:
            yield (
                f"{place('Cases', case.row, 'Person id')} is empty: without it the records cannot be found, and "
                "'sbp erase' cannot take the person out."
            )


def _decisions(sitting: Sitting) -> Iterator[str]:
    brought = {case.case_id for case in sitting.submissions}
    times = Counter(decision.case_id for decision in sitting.decisions)
    actions = [action for action in sitting.actions if action.case_id and _is_new(action, sitting)]
    rows = (("Options", sitting.options), ("Decisions", sitting.decisions), ("Actions", actions))
    for sheet, parts in rows:
        for part in parts:
            if part.case_id not in brought:
                yield f"{place(sheet, part.row, 'Case id')}: no row of 'Cases' has this case id."
    for decision in sitting.decisions:
        if times[decision.case_id] > 1:
            yield f"{place('Decisions', decision.row, 'Case id')}: another row decides the same case. Which one holds?"
