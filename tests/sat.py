"""A sitting made by hand: three invented cases, three decisions, and what a workbook of it holds."""

from datetime import date
from pathlib import Path
from typing import Any

import attrs

from sbp.forum.sitting import SHEETS, Action, Attendance, Decision, Lesson, Option, Sitting, Submission
from sbp.reports.sitting_workbook import write_sitting

DAY = date(2026, 9, 15)
WHOLE: dict[str, Any] = {
    "reasons": "It lets him go out.",
    "conditions": "none",
    "needs_met_meanwhile": "His wife and the reablement team.",
    "how_to_challenge": "Letter with the complaints leaflet.",
    "how_reached": "consensus",
    "told_on": date(2026, 9, 16),
    "told_how": "By telephone, with his wife.",
}

AMENDED = Decision(
    case_id="C1",
    decision="agreed-amended",
    what_changed="Three mornings and not five.",
    change_agreed_by="Rob and his wife",
    person_agreed=True,
    agreed_weekly_cost=96.5,
    starts_on=date(2026, 9, 21),
    review_on=date(2026, 11, 2),
    **WHOLE,
)
EXPLORE = Decision(
    case_id="C2",
    decision="deferred-explore",
    option_to_explore="A personal assistant.",
    **{**WHOLE, "told_on": None, "told_how": ""},
)
NOT_AGREED = Decision(
    case_id="C3",
    decision="not-agreed",
    how_each_need_met="Nutrition: lunch club. Home safely: rails.",
    reasons_written_on=date(2026, 9, 18),
    dissent="The occupational therapist would have tried it.",
    **WHOLE,
)


def sitting(**other: Any) -> Sitting:
    """The sitting of 15 September 2026; any field of it may be given anew."""
    cases = tuple(
        Submission(
            case_id=f"C{number}",
            person_id=f"P{number}",
            team="East",
            submitted_on=date(2026, 9, number),
            asked="Help to get out.",
            person_says="I want to be outdoors.",
            asked_weekly_cost=120.0,
        )
        for number in (1, 2, 3)
    )
    whole = {
        "id": "2026-09-15",
        "held_on": DAY,
        "chair": "Practice lead",
        "attendance": tuple(Attendance(role=role) for role in ("chair", "person-lived-experience", "finance")),
        "submissions": cases,
        "options": (
            Option(case_id="C1", what="Helping in a neighbour's garden", source="community", tried=True),
            Option(case_id="C1", what="Home support", component="Home support or domiciliary care", weekly_cost=120.0),
        ),
        "decisions": (AMENDED, EXPLORE, NOT_AGREED),
        "actions": tuple(
            Action(
                action_id=f"2026-09-15/{number}",
                case_id=f"C{number}",
                action="Ring him.",
                owner="East",
                due_on=date(2026, 9, 20 + number),
            )
            for number in (1, 2, 3)
        ),
        "lessons": (Lesson(learnt_from="practice", theme="Gardens", went_well="We asked first.", why="Time to talk."),),
    }
    return Sitting(**{**whole, **other})


def changed(sat: Sitting, sheet: str, at: int, **values: Any) -> Sitting:
    """A sitting in which one row of a sheet holds other values, right or wrong."""
    name, _ = SHEETS[sheet]
    rows = list(getattr(sat, name))
    rows[at] = attrs.evolve(rows[at], **values)
    return attrs.evolve(sat, **{name: tuple(rows)})


def book(folder: Path, sat: Sitting | None = None) -> Path:
    """The workbook of a sitting, filled in."""
    path = folder / "sitting.xlsx"
    write_sitting(path, sat or sitting())
    return path


def without_rows(sat: Sitting) -> Sitting:
    """A sitting without the places of its rows."""
    parts = {name: tuple(attrs.evolve(part, row=0) for part in getattr(sat, name)) for name, _ in SHEETS.values()}
    return attrs.evolve(sat, **parts)
