"""The decision log as a page, as a workbook, and as data."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sbp.forum.sitting.log import Log
from sbp.forum.sitting.parts import Sitting
from sbp.mapping.targets import Target
from sbp.reports.forum_pages import write_page, write_text
from sbp.reports.workbooks import Form, add_form, workbook
from sbp.schema import dump

PAGE: Final = "decision-log-internal.html"
WORKBOOK: Final = "decision-log-internal.xlsx"
DATA: Final = "sittings-internal.json"
_TEXT: Final = "Nothing to fill in here: the log is written anew from the sittings each time."


def write_log(folder: Path, log: Log, kept: Sequence[Sitting]) -> tuple[Path, ...]:
    """Write the log into a folder. Raises `OutputError`."""
    page = write_page(folder / PAGE, "log", log=log)
    data = json.dumps([dump(sitting) for sitting in kept], indent=2, ensure_ascii=False) + "\n"
    return page, _workbook(folder / WORKBOOK, log), write_text(folder / DATA, [data])


def _workbook(path: Path, log: Log) -> Path:
    names = tuple(dict.fromkeys(name for entry in log.entries for name, _ in entry.said))
    rows = [
        (entry.case_id, entry.label, entry.decided_on, "; ".join(entry.lacks) or "nothing", *_in(entry.said, names))
        for entry in log.entries
    ]
    with workbook(path, "Decision log of the Validation Forum (internal)") as book:
        add_form(book, _table("Decisions", ("Case id", "Decision", "Decided on", "Still to be said", *names), rows))
        heads = ("Action", "Owner", "Due on", "Overdue", "Case id")
        add_form(
            book,
            _table(
                "Open actions",
                heads,
                [
                    (action.what, action.owner, action.due_on, "yes" if action.overdue else "no", action.case_id)
                    for action in log.actions
                ],
            ),
        )
        there = [(one.id, one.roles, one.lived_experience) for one in log.sittings]
        add_form(book, _table("Who was there", ("Sitting", "Roles", "With lived experience"), there))
    return path


def _in(said: tuple[tuple[str, str], ...], names: tuple[str, ...]) -> list[str]:
    found = dict(said)
    return [found.get(name, "not said") for name in names]


def _table(name: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> Form:
    columns = {head: Target(name=head, field=head, shape="text") for head in heads}
    return Form(
        name=name,
        title=f"{name} (internal: not for sharing)",
        sentence=_TEXT,
        columns=columns,
        helps={},
        rows=rows,
        spare=0,
    )
