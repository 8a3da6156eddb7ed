"""Reviews that were due and are not there, on the day the run is made for."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from attrs import frozen

from sbp.casefile import CaseFile, written_on
from sbp.checks.wording import has_died
from sbp.findings import Place
from sbp.records import Record, Review

_NEWER = ("care_and_support_plan", "carers_support_plan", "review", "needs_assessment", "carers_assessment")


@frozen(kw_only=True)
class Overdue:
    """Find the latest plan or review whose next review is past at `as_at`, with nothing of the kind after it.

    `counted` is what makes it late: `due` (the date the record names), `plan` (so many `days` after one that names
    none) or `direct-payment` (so many `days` after a plan with a direct payment taken up).
    A day before the record itself is a slip of the pen and not lateness. Nothing is said where nobody says which day
    it is, where reviews are not in the export, where support ended, or after a death.
    """

    counted: Literal["due", "plan", "direct-payment"]
    days: int = 0

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """At most one place: the latest plan or review."""
        if case_file.as_at is None or any(map(has_died, case_file.records)):
            return
        reviews = case_file.exported is None or "review" in case_file.exported
        latest = [record for record in case_file.records if record.kind in _NEWER and written_on(record)]
        record = latest[-1] if latest else None
        if not reviews or record is None or record.kind not in scope or _ended(record):
            return
        due, field = self._due(record)
        written = written_on(record)
        if due is not None and due < case_file.as_at and (written is None or due >= written):
            yield Place(record_id=record.header.id, field=field)

    def _due(self, record: Record) -> tuple[date | None, str]:
        """When the next review is due by what is counted, and where that stands."""
        named = getattr(record, "review_due", None) or getattr(record, "next_review_due", None)
        field = "/next_review_due" if isinstance(record, Review) else "/review_due"
        if self.counted == "due":
            return named, field
        begun = written_on(record)
        late = begun + timedelta(days=self.days) if begun is not None else None
        if self.counted == "plan":
            return (late if named is None else None), field
        payment = getattr(record, "direct_payment", None)
        return (late if payment is not None and payment.response == "accepted" else None), "/direct_payment"


def _ended(record: Record) -> bool:
    """Whether support ended at the review, or the person moved to another setting."""
    return getattr(record, "result", None) in ("support-ended", "moved-setting")
