"""The workbook of a sitting: filled in before it, at it and after it, and read back by `sbp forum decide`."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import attrs

from sbp.forum.sitting import SHEETS
from sbp.forum.sitting.parts import Sitting
from sbp.forum.sitting.reading import ABOUT, ANSWER, ASKED, columns
from sbp.mapping.targets import Target
from sbp.reports.forms import Form, add_form, add_lists, add_text, workbook

LINES: Final = (
    "Before the sitting, fill in 'Cases', a row a case, and 'Options', a row for each thing tried or considered. "
    "'sbp forum pack' makes the agenda pack of them.",
    "At the sitting, fill in 'Attendance', 'Decisions' and 'Actions'.",
    "Afterwards, run 'sbp forum decide' with this file. It keeps every row and says what a decision still has to "
    "carry. Fill that in here and run it again, as often as you like: the newest reading counts.",
    "Click on a cell to see what goes in. Most columns offer the words to choose from; 'Columns' lists them all.",
    "Cases that were put off, and actions that are not done, came along from the sittings before. Write in 'Done on' "
    "when an action is done; leave its id as it is.",
    "A decision looks at whether a plan meets the eligible needs. Cost may decide between options that each meet them; "
    "it never leaves one unmet (statutory guidance 10.27), and the Forum does not put itself in place of the person's "
    "plan (10.85).",
    "This workbook holds what people said. Keep it where their records may be kept.",
)
SENTENCES: Final = {
    "Attendance": "Who was there, in which role: lived experience too. A name is not needed.",
    "Cases": "A row a case, filled in before the sitting. The person's own words come first in the pack.",
    "Options": "A row for each thing that was tried or considered, other than services first. Two or more a case.",
    "Decisions": "A row a case, filled in at the sitting and completed when the person has been told.",
    "Actions": "Who does what, by when. An action that is not done comes back next time.",
    "Learning": "What went well and why, and what was learnt elsewhere: it goes on the learning page of the pack.",
}
LONG_LISTS: Final = ("cld_service_components", "contributions", "decision_codes", "forum_roles", "learning_sources")
_SPARE_ACTIONS: Final = 60


def write_sitting(path: Path, sitting: Sitting) -> None:
    """Write the workbook of a sitting that is to be held. Raises `OutputError`."""
    with workbook(path, f"Validation Forum: sitting {sitting.id}") as book:
        add_text(book, "Read me", f"Validation Forum: sitting {sitting.id}", LINES)
        add_form(book, _about(sitting))
        for sheet in SHEETS:
            add_form(book, _form(sheet, sitting))
        add_form(book, _columns())
        add_lists(book, LONG_LISTS)


def _about(sitting: Sitting) -> Form:
    fields = columns(Sitting)
    helps = _helps(Sitting)
    asked, answer, what = (Target(name=name, field=name, shape="text") for name in (ASKED, ANSWER, "What goes in"))
    return Form(
        name=ABOUT,
        title="The sitting",
        sentence="When it was held and who chaired.",
        columns={ASKED: asked, ANSWER: answer, "What goes in": what},
        helps={},
        rows=[(name, getattr(sitting, target.field), helps[name]) for name, target in fields.items()],
        spare=0,
    )


def _form(sheet: str, sitting: Sitting) -> Form:
    name, cls = SHEETS[sheet]
    fields = columns(cls)
    rows = [tuple(getattr(part, target.field) for target in fields.values()) for part in getattr(sitting, name)]
    own: Mapping[str, str] = {}
    if sheet != "Cases" and "Case id" in fields:
        own = {"Case id": "=Cases!$A$5:$A$60"}
    if sheet == "Actions":
        taken = {action.action_id for action in sitting.actions}
        spare = [ident for number in range(1, _SPARE_ACTIONS + 1) if (ident := f"{sitting.id}/{number}") not in taken]
        rows += [(ident, *(None,) * (len(fields) - 1)) for ident in spare]
    return Form(
        name=sheet,
        title=sheet if sheet != "Learning" else "What was learnt",
        sentence=SENTENCES[sheet],
        columns=fields,
        helps=_helps(cls),
        rows=rows,
        own=own,
    )


def _columns() -> Form:
    """What goes in every column, for those who would rather read than click."""
    heads = {name: Target(name=name, field=name, shape="text") for name in ("Sheet", "Column", "What goes in")}
    rows = [(sheet, name, help_) for sheet, (_, cls) in SHEETS.items() for name, help_ in _helps(cls).items()]
    return Form(
        name="Columns",
        title="What goes in each column",
        sentence="Columns of your own may stand after these; they are kept too.",
        columns=heads,
        helps={},
        rows=rows,
        spare=0,
    )


def _helps(cls: type) -> dict[str, str]:
    about = {declared.name: declared.metadata for declared in attrs.fields(cls)}
    return {
        name: " ".join(
            filter(None, [about[target.field]["about"], _unit(about[target.field]["unit"]), about[target.field]["ref"]])
        )
        for name, target in columns(cls).items()
    }


def _unit(unit: str) -> str:
    return {"date": "A date such as 15/09/2026.", "": ""}.get(unit, f"In {unit}.")
