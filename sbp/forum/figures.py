"""One figure: how many of how many, how sure that is, and which records it came from."""

from collections.abc import Hashable, Sequence
from hashlib import sha256
from typing import Final

from attrs import field, frozen

from sbp.stats.intervals import wilson

FEWEST_RECORDS: Final = 10
FEWEST_WRITERS: Final = 5


@frozen(kw_only=True)
class Figure:
    """A rate of records. Where `unsaid` gives a reason, there is no rate, and the reason is shown in its place.

    The same figure in two tables has the same `key` in both; figures of the same records have the same `of_key`.
    In the shareable edition `met` and `of` are rounded.
    """

    met: int
    of: int
    unsaid: str = ""
    met_in: tuple[str, ...] = field(default=(), repr=False)
    not_met_in: tuple[str, ...] = field(default=(), repr=False)
    key: Hashable = field(default=None, repr=False)
    of_key: Hashable = field(default=None, repr=False)

    @property
    def share(self) -> float:
        """The rate, between 0 and 1."""
        return self.met / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95% interval of the rate."""
        return wilson(self.met, self.of)


@frozen
class Reading:
    """One record read for one standard, and what the record says of whom it is about; empty where it does not."""

    record_id: str
    kind: str
    team: str
    month: str
    worker: str
    met: bool
    gender: str = ""
    ethnicity: str = ""
    age: str = ""
    approach: str = ""
    complexity: str = ""
    support_reason: str = ""


def figure(readings: Sequence[Reading], unsaid: str = "", key: Hashable = None) -> Figure:
    """The rate of some readings, or why there is none. Figures of the same records share the key of their number."""
    met = tuple(reading.record_id for reading in readings if reading.met)
    not_met = tuple(reading.record_id for reading in readings if not reading.met)
    if not readings and not unsaid:
        unsaid = "no records to which it applies"
    same = sha256("\0".join(sorted(reading.record_id for reading in readings)).encode()).hexdigest() if key else None
    return Figure(met=len(met), of=len(readings), unsaid=unsaid, met_in=met, not_met_in=not_met, key=key, of_key=same)


def few(count: int, what: str) -> str:
    """Why so many things are too few for a rate of them; empty when they are enough."""
    return "" if count >= FEWEST_RECORDS else f"fewer than {FEWEST_RECORDS} {what}"


def too_few(readings: Sequence[Reading], *, writers: bool) -> str:
    """Why a part of the records is too small to give a rate; empty when it is not.

    A rate of one worker's records would be a score of that worker. So, where the export says who wrote a record
    (`writers`), at least five people must have.
    """
    if scarce := few(len(readings), "records"):
        return scarce
    if writers and len({reading.worker for reading in readings if reading.worker}) < FEWEST_WRITERS:
        return "fewer than five known writers"
    return ""
