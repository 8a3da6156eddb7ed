"""What a planned review is for, left out of it."""

from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.wording import near_death
from sbp.findings import Place
from sbp.records import Review


@frozen(kw_only=True)
class Elements:
    """Find planned reviews that list some elements as covered and leave out one of those `wanted`.

    A review that lists none says nothing of them, and one that is also told in sections may cover them there.
    """

    wanted: tuple[str, ...]

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a review."""
        for record in case_file.records:
            if record.kind not in scope or not isinstance(record, Review) or near_death(record):
                continue
            if record.covered and record.review_type == "planned" and not record.sections and self._lacks(record):
                yield Place(record_id=record.header.id, field="/covered")

    def _lacks(self, review: Review) -> bool:
        graded = any(outcome.grade for outcome in review.outcomes)
        return any(name not in review.covered and not (graded and name == "outcomes-achieved") for name in self.wanted)
