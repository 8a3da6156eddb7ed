"""Adult Social Care Client Level Data: what a file holds, what is wrong with it, and its events as records."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

from sbp.cld.events import Event, Problem, linked, read_events
from sbp.cld.fields import EVENT, PERSON, columns_of, fields, is_client_level_data, unknown_columns
from sbp.cld.records import beside, build_events, event_id
from sbp.cld.support import Supported, supported
from sbp.errors import ExportError
from sbp.readers import open_export


@frozen
class ClientLevelData:
    """A file read whole: a rolling year of events, with what is wrong in each."""

    file: str
    events: tuple[Event, ...]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong, by file, row and field."""
        found = [problem for event in self.events for problem in event.problems]
        return tuple(sorted(found, key=lambda one: (one.file, one.row, one.field)))


def open_cld(path: Path) -> ClientLevelData:
    """Read a file of Client Level Data, Release 1 or 2, in any format that an export may have.

    Raises `ExportError` when it cannot be read or holds something else.
    """
    export = open_export(path)
    if not is_client_level_data(export.columns):
        lacking = [name for name in (PERSON, EVENT) if name not in columns_of(export.columns)]
        what = f"It has no column {' and no column '.join(lacking)}." if lacking else "It has too few of its columns."
        raise ExportError(
            f"{path} is not Client Level Data. {what} Put the names of the specification in the first row."
        )
    missing = tuple(name for name in fields() if name not in columns_of(export.columns))
    events = linked(read_events(export.rows, export.columns))
    return ClientLevelData(export.file, events, missing, unknown_columns(export.columns), export.notes)


def counted(problems: Iterable[Problem]) -> list[tuple[Problem, int]]:
    """Each kind of problem once, with its first row and how often it comes, the commonest first."""
    first: dict[tuple[str, str], Problem] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        key = (problem.field, problem.sentence)
        first.setdefault(key, problem)
        counts[key] += 1
    return [(first[key], count) for key, count in counts.most_common()]


__all__ = [
    "ClientLevelData",
    "Event",
    "Problem",
    "Supported",
    "beside",
    "build_events",
    "counted",
    "event_id",
    "open_cld",
    "supported",
]
