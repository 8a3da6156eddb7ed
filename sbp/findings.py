"""What a check yields: findings worth saying, marks worth counting, facts that standards are made of."""

from collections.abc import Iterable
from typing import Any, Final, Literal

from attrs import evolve, field, frozen

Level = Literal["note", "suggestion", "query", "error"]

LEVELS: Final[tuple[Level, ...]] = ("note", "suggestion", "query", "error")
"""From least to most pressing. Notes are shown only on request."""


def at_least(level: Level, least: Level) -> bool:
    """Whether a level is as pressing as another."""
    return LEVELS.index(level) >= LEVELS.index(least)


@frozen(kw_only=True, order=True)
class Place:
    """Where something stands: record, field (JSON pointer), and code points of the original text."""

    record_id: str
    field: str = ""
    start: int = 0
    end: int = 0

    @property
    def order(self) -> tuple[str, str, int, int]:
        """The place as a tuple to sort by: attrs compares several times as slowly."""
        return self.record_id, self.field, self.start, self.end


@frozen(kw_only=True)
class Finding:
    """One thing worth saying to the worker, as an offer.

    `quote` and `sentence` are the only parts that hold words of the record; neither is in the `repr`.
    """

    rule: str
    category: str
    level: Level
    message: str
    place: Place
    quote: str = field(default="", repr=False)
    sentence: str = field(default="", repr=False)
    instead: tuple[str, ...] = ()
    ask: str = ""
    source: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The finding as plain values, as `docs/reference/findings.md` lists them."""
        return {
            "rule": self.rule,
            "category": self.category,
            "level": self.level,
            "message": self.message,
            "record_id": self.place.record_id,
            "field": self.place.field,
            "start": self.place.start,
            "end": self.place.end,
            "quote": self.quote,
            "instead": list(self.instead),
            "ask": self.ask,
            "source": self.source,
        }


@frozen(kw_only=True)
class Mark:
    """Something that is there to be counted: voice by speaker, a strength, network, an asset."""

    kind: str
    place: Place
    quote: str = field(default="", repr=False)


@frozen
class Fact:
    """One value about one record.

    `standard/<name>` holds whether a standard in scope is met, `event/<name>` what the record is as an event of demand.
    """

    record_id: str
    name: str
    value: str | int | float | bool


@frozen(kw_only=True)
class Checked:
    """All that checking one case file gave, each part sorted by record, field, start, rule."""

    findings: tuple[Finding, ...] = ()
    marks: tuple[Mark, ...] = ()
    facts: tuple[Fact, ...] = ()

    def with_findings(self, found: Iterable[Finding]) -> "Checked":
        """The same with more findings, in their places."""
        every = sorted((*self.findings, *found), key=lambda finding: (finding.place.order, finding.rule))
        return evolve(self, findings=tuple(every))
