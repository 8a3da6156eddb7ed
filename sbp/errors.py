"""What can stop a run. Each error is one sentence for a person: which file, what was wanted, what to do."""


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


class OutputError(SbpError):
    """A place that cannot be written to."""


class RecordError(SbpError):
    """Data that is not a record. `faults` says where and what was wanted, never the value."""

    def __init__(self, faults: "tuple[object, ...]") -> None:
        self.faults = faults
        super().__init__("This is not a valid record: " + "; ".join(str(fault) for fault in faults))
