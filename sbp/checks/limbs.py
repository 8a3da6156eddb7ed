"""A test of several parts, decided on fewer and without reasons."""

from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.missing import is_filled, value
from sbp.findings import Place


@frozen(kw_only=True)
class Limbs:
    """Find records where a `part` holds fewer than `of` of its parts in `field`, and its `reasons` are empty."""

    part: str
    field: str
    reasons: str
    of: int

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a record."""
        for record in case_file.records:
            part = value(record, self.part)
            if record.kind not in scope or part is None or not case_file.knows(record, f"{self.part}.{self.field}"):
                continue
            if len(getattr(part, self.field)) < self.of and not is_filled(getattr(part, self.reasons)):
                yield Place(record_id=record.header.id, field=f"/{self.part}/{self.field}")
