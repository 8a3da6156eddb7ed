"""A test of several parts, decided on fewer and without reasons."""

from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.missing import is_filled, value
from sbp.checks.wording import any_of, plain
from sbp.findings import Place
from sbp.records import Entry


@frozen(kw_only=True)
class Limbs:
    """Find records where a `part` holds fewer than `of` of its parts in `field`, and its `reasons` are empty.

    Reasons that hold a decision, one of the cues in `bare`, and none of those in `why` are empty too.
    """

    part: str
    field: str
    reasons: str
    of: int
    bare: tuple[str, ...] = ()
    why: tuple[str, ...] = ()

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a record."""
        for record in case_file.records:
            part = value(record, self.part)
            if record.kind not in scope or part is None or not case_file.knows(record, f"{self.part}.{self.field}"):
                continue
            if len(getattr(part, self.field)) < self.of and not self._has_reasons(getattr(part, self.reasons)):
                yield Place(record_id=record.header.id, field=f"/{self.part}/{self.field}")

    def _has_reasons(self, reasons: tuple[Entry, ...]) -> bool:
        said = plain("\n".join(entry.text for entry in reasons))
        decided = any_of(self.bare).search(said) is not None and any_of(self.why).search(said) is None
        return is_filled(reasons) and not decided
