"""The decision log as a page, as a workbook, and as data."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sbp.forum.sitting.log import Log
from sbp.forum.sitting.parts import Sitting
from sbp.reports.forum_pages import write_page
from sbp.reports.workbook import Sheet, Value, workbook
from sbp.reports.writing import write
from sbp.schema import dump

PAGE: Final = "decision-log-internal.html"
WORKBOOK: Final = "decision-log-internal.xlsx"
DATA: Final = "sittings-internal.json"
ABOUT: Final = (
    "Internal: not for sharing. It holds words about people.",
    "Every decision that was kept, what it still has to carry, and the actions that are not done.",
    "Nothing is to be filled in here: the log is written anew from the sittings each time.",
)


def write_log(folder: Path, log: Log, kept: Sequence[Sitting]) -> tuple[Path, ...]:
    """Write the log into a folder. Raises `OutputError`."""
    page = write_page(folder / PAGE, "log", log=log)
    data = json.dumps([dump(sitting) for sitting in kept], indent=2, ensure_ascii=False) + "\n"
    return page, write(folder / WORKBOOK, [_workbook(log)]), write(folder / DATA, [data])


def _workbook(log: Log) -> bytes:
    names = tuple(dict.fromkeys(name for entry in log.entries for name, _ in entry.said))
    decisions = tuple(
        (entry.case_id, entry.label, entry.decided_on, "; ".join(entry.lacks) or "nothing", *_in(entry.said, names))
        for entry in log.entries
    )
    actions = tuple(
        (action.what, action.owner or None, action.due_on or None, "yes" if action.overdue else "no", action.case_id)
        for action in log.actions
    )
    there = tuple((one.id, one.roles, one.lived_experience) for one in log.sittings)
    sheets = (
        _sheet("Decisions", ("Case id", "Decision", "Decided on", "Still to be said", *names), decisions),
        _sheet("Open actions", ("Action", "Owner", "Due on", "Overdue", "Case id"), actions),
        _sheet("Who was there", ("Sitting", "Roles", "With lived experience"), there),
    )
    return workbook(sheets, title="Decision log (internal: not for sharing)", about=ABOUT, made_on=log.as_at)


def _in(said: tuple[tuple[str, str], ...], names: tuple[str, ...]) -> list[str | None]:
    found = dict(said)
    return [found.get(name) for name in names]


def _sheet(name: str, headings: tuple[str, ...], rows: tuple[tuple[Value, ...], ...]) -> Sheet:
    return Sheet(name=name, title=f"{name} (internal: not for sharing)", headings=headings, rows=rows)
