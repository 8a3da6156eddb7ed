"""One sitting of the Forum, its workbook and its store.

The workbook is the record of a sitting; `forum.duckdb` is a reading of all of them and can be made again from them.
"""

from sbp.forum.sitting.parts import (
    Action,
    Attendance,
    Decision,
    Lesson,
    Option,
    Part,
    Sitting,
    Submission,
)

SHEETS: dict[str, tuple[str, type[Part]]] = {
    "Attendance": ("attendance", Attendance),
    "Cases": ("submissions", Submission),
    "Options": ("options", Option),
    "Decisions": ("decisions", Decision),
    "Actions": ("actions", Action),
    "Learning": ("lessons", Lesson),
}
"""The sheets of a workbook: the field of a sitting they fill, and what a row of them is."""

__all__ = ["SHEETS", "Action", "Attendance", "Decision", "Lesson", "Option", "Part", "Sitting", "Submission"]
