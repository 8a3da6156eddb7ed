"""Amounts that should make one sum."""

from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.missing import value
from sbp.findings import Place


@frozen(kw_only=True)
class Amounts:
    """Find records where the `parts` do not make the `total`, to a pound. Fields are dotted names."""

    total: str
    parts: tuple[str, ...]

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a record, at what holds the total."""
        for record in case_file.records:
            total = value(record, self.total)
            parts = [part for name in self.parts if isinstance(part := value(record, name), float | int)]
            whole = isinstance(total, float | int) and len(parts) == len(self.parts)
            if record.kind in scope and whole and abs(float(str(total)) - sum(parts)) > 1:
                yield Place(record_id=record.header.id, field="/" + self.total.replace(".", "/"))
