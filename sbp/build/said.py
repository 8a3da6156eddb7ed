"""What is said of the data themselves: findings of building, in the same shape as those of rules."""

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from sbp.findings import Finding, Level, Place
from sbp.records import Record, prose


@frozen(kw_only=True)
class DataRule:
    """A finding that is made while records are built, with what the store keeps of a rule."""

    id: str
    title: str
    category: str
    level: Level
    message: str
    why: str
    source: str
    instead: tuple[str, ...]
    ask: str

    def finding(self, place: Place, quote: str = "", message: str = "") -> Finding:
        """The finding at one place; `message` says more closely what is the matter, never with a value."""
        return Finding(
            rule=self.id,
            category=self.category,
            level=self.level,
            message=message or self.message,
            place=place,
            quote=quote,
            sentence=quote,
            instead=self.instead,
            ask=self.ask,
            source=self.source,
        )


CUT_SHORT: Final = DataRule(
    id="data/cut-short",
    title="An answer cut short by Excel",
    category="data.cut_short",
    level="query",
    message="This answer ends at 32,767 characters, the most an Excel cell holds: the rest of it is not in the export.",
    why="What the person wants, or what they are good at, may stand in the part that is missing.",
    source="Microsoft, Excel specifications and limits: 32,767 characters in a cell",
    instead=(
        "Export these answers again as CSV or JSON, which hold a text of any length.",
        "Read the whole answer in the case-management system before anything is said of it.",
    ),
    ask="What stands in the part that did not come along?",
)
CLD_CODE: Final = DataRule(
    id="data/cld-code",
    title="A Client Level Data value that is in no code list",
    category="data.code_list",
    level="suggestion",
    message="The value is not in the code list.",
    why="A label that is in no list is counted nowhere: neither nationally nor here.",
    source="ASC Client Level Data, Releases 1 and 2, code lists",
    instead=("The label of the code list that means the same.", "The list's own word for what is not known."),
    ask="Which label of the list was meant, and where does the other come from?",
)
CLD_VALUE: Final = DataRule(
    id="data/cld-value",
    title="A Client Level Data value that cannot be as it stands",
    category="data.value",
    level="query",
    message="The value cannot be as it stands.",
    why="A date, amount or number that cannot be read is left out of every figure that needs it.",
    source="ASC Client Level Data, Releases 1 and 2, formats of the fields",
    instead=("The value as the case-management system has it.", "Nothing, where it is not known."),
    ask="What does the case-management system say in this place?",
)
DATA_RULES: Final = (CLD_CODE, CLD_VALUE, CUT_SHORT)

_LAST_WORDS: Final = 60


def cut_short(record: Record, answers: Iterable[str]) -> Iterator[Finding]:
    """For each answer that was cut, a finding at the end of the words that came of it, wherever they were put."""
    entries = [(item.pointer, item.entry.text) for item in prose(record)]
    for answer in answers:
        pointer, text = next(
            ((pointer, text) for pointer, text in entries if text and answer.rstrip().endswith(text.rstrip())), ("", "")
        )
        end = len(text.rstrip())
        start = max(0, end - _LAST_WORDS)
        start = start + text[start:end].find(" ") + 1
        place = Place(record_id=record.header.id, field=pointer, start=start, end=end)
        yield CUT_SHORT.finding(place, quote=text[start:end])
