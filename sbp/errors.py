"""What can stop a run. Each error is one sentence for a person: which file, what was wanted, what to do."""

import traceback


class SbpError(Exception):
    """Something the caller can put right. The sentence never holds words of a record."""


class ExportError(SbpError):
    """An export that cannot be read at all."""


class MappingError(SbpError):
    """A mapping that does not say how an export meets the fields of a record."""


class RuleError(SbpError):
    """A rule, mark or standard file that cannot be used."""


class StoreError(SbpError):
    """An audit store that cannot be opened, written or understood."""


class WorkerError(SbpError):
    """A process of a run that ended before its work was done."""


class OutputError(SbpError):
    """A place that cannot be written to."""


class ForumError(SbpError):
    """Something the Forum wrote for `sbp`, such as its tolerances, that cannot be used."""


class WorkshopError(SbpError):
    """A worked example, a pack or a set of marks that a workshop cannot use."""


class RecordError(SbpError):
    """Data that is not a record. `faults` says where and what was wanted, never the value."""

    def __init__(self, faults: "tuple[object, ...]") -> None:
        self.faults = faults
        super().__init__("This is not a valid record: " + "; ".join(str(fault) for fault in faults))


def place_in_code(problem: BaseException) -> str:
    """What kind of problem it was and in which of our lines; never its message, which may hold words of a record."""
    frames = [(frame.f_globals.get("__name__", "?"), line) for frame, line in traceback.walk_tb(problem.__traceback__)]
    ours = [place for place in frames if place[0].split(".")[0] == "sbp"] or frames or [("?", 0)]
    module, line = ours[-1]
    return f"{type(problem).__name__} in {module}:{line}"
