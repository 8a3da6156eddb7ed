"""Something that should be there and is not."""

from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.findings import Place
from sbp.records import Record


@frozen(kw_only=True)
class Missing:
    """Find records of the kinds in scope where a field is empty, optionally only when another is not.

    Fields are dotted names such as `eligibility.reasons`.
    """

    field: str
    when: str = ""

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a record."""
        for record in case_file.records:
            if record.kind in scope and not value(record, self.field) and (not self.when or value(record, self.when)):
                yield Place(record_id=record.header.id, field="/" + self.field.replace(".", "/"))


def value(record: Record, dotted: str) -> object:
    """The value of a dotted field, or None where it, or anything above it, is absent."""
    found: object = record
    for name in dotted.split("."):
        found = getattr(found, name, None)
    return found
