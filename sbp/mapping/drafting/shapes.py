"""What the cells of a column look like, counted. What they say is not kept, but for names that few cells share."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from attrs import Factory, define

from sbp.mapping.cells import NOTHING, text_of
from sbp.mapping.codes import known_codes, plain, yes_or_no

_MOST_NAMES: Final = 60
_LONGEST_NAME: Final = 120
_MOST_SEEN: Final = 5_000
_DATE: Final = re.compile(r"\d{1,4}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2,4}(?:[T ,].*)?")
_NUMBER: Final = re.compile(r"£?-?[\d,]+(?:\.\d+)?")
_BULLETS: Final = re.compile(r"^\s*(?:[-*•·–—●▪◦‣]|\(?\d{1,2}[.)])\s+.*\n\s*(?:[-*•·–—●▪◦‣]|\(?\d{1,2}[.)])\s", re.M)


@define
class Shape:
    """What was counted in the cells of one column, or in the answers to one question."""

    filled: int = 0
    dates: int = 0
    numbers: int = 0
    yes_or_no: int = 0
    bulleted: int = 0
    letters: int = 0
    wordy: int = 0
    odd_dates: int = 0
    seen: set[int] = Factory(set)
    names: Counter[str] | None = Factory(Counter)
    codes: Counter[str] = Factory(Counter)

    def add(self, cell: object) -> None:
        """Count one cell."""
        text = text_of(cell).strip()
        if text.lower() in NOTHING:
            return
        self.filled += 1
        self.letters += len(text)
        self.wordy += text.count(" ") > 1
        if len(self.seen) < _MOST_SEEN:
            self.seen.add(hash(text))
        if len(text) > _LONGEST_NAME or "\n" in text:
            self.names = None
            self.bulleted += _BULLETS.search(text) is not None
            return
        self._add_short(text)

    def _add_short(self, text: str) -> None:
        if self.names is not None:
            self.names[text] += 1
            if len(self.names) > _MOST_NAMES:
                self.names = None
        if text[0].isdigit() or text[0] == "£":
            if _DATE.fullmatch(text):
                self.dates += 1
                self.odd_dates += text[2:3] in "/-." and text[3:5].isdigit() and int(text[3:5]) > 12
            self.numbers += _NUMBER.fullmatch(text) is not None
        self.yes_or_no += yes_or_no(text) is not None
        self.codes.update(_lists().get(plain(text), ()))

    def share(self, count: int) -> float:
        """How much of what is filled."""
        return count / self.filled if self.filled else 0.0

    @property
    def is_wordy(self) -> bool:
        """Whether most filled cells are of three words or more, as no id is."""
        return self.share(self.wordy) > 0.5

    @property
    def length(self) -> float:
        """How many letters a filled cell holds on average."""
        return self.letters / self.filled if self.filled else 0.0


def shapes(columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> dict[str, Shape]:
    """The shape of each column."""
    found = {column: Shape() for column in columns}
    for cells in rows:
        for column, cell in cells.items():
            shape = found.get(column)
            if shape is not None:
                shape.add(cell)
    return found


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    """Every known code in plain form, and the lists it stands in."""
    from sbp.mapping.targets import header_targets, targets
    from sbp.records import RECORDS

    own = [target.codes for target in header_targets().values()]
    lists = {*own, *(target.codes for kind in RECORDS for target in targets(kind).values())} - {""}
    found: dict[str, tuple[str, ...]] = {}
    for name in sorted(lists):
        for code in known_codes(name):
            found[code] = (*found.get(code, ()), name)
    return found
