"""The questions a reader asks of a record, in their groups."""

from functools import cache
from pathlib import Path
from typing import Final

from attrs import frozen

from sbp.yaml import read_yaml

_FILE: Final = Path(__file__).parent / "checklist.yaml"


@frozen(kw_only=True)
class Question:
    """One question. `standard` is that of the tool which is nearest to it, where there is one."""

    id: str
    number: int
    group: str
    ask: str
    standard: str = ""

    @property
    def column(self) -> str:
        """The column of a workbook that holds its answers."""
        return f"{self.number}. {self.ask}"


@cache
def questions() -> tuple[Question, ...]:
    """Every question, in order."""
    groups = read_yaml(_FILE)
    asked = [(group["group"], question) for group in groups for question in group["questions"]]
    return tuple(
        Question(number=number, group=group, **question) for number, (group, question) in enumerate(asked, start=1)
    )
