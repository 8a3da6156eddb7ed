"""What is said of the data themselves: findings of building, in the same shape as those of rules."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from sbp.findings import Finding, Level, Place
from sbp.records import Record, prose
from sbp.yaml import read_yaml


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


CLD_CODE: Final = "data/cld-code"
CLD_VALUE: Final = "data/cld-value"
CUT_SHORT: Final = "data/cut-short"


@cache
def data_rules() -> Mapping[str, DataRule]:
    """Everything that is said of data, by id."""
    found: dict[str, dict[str, Any]] = read_yaml(Path(__file__).with_name("said.yaml"))
    return {name: DataRule(id=name, **{**said, "instead": tuple(said["instead"])}) for name, said in found.items()}


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
        yield data_rules()[CUT_SHORT].finding(place, quote=text[start:end])
