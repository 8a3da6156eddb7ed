"""What a planned review is for, left out of it."""

from collections.abc import Iterator
from functools import cache

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.cues import cues, patterns
from sbp.checks.sought import Sought, sought
from sbp.checks.wording import is_open, near_death, plain, whole
from sbp.findings import Place
from sbp.records import Review


@frozen(kw_only=True)
class Elements:
    """Find planned reviews that list some elements as covered and leave out one of those `wanted`.

    What the words tell of is covered too. A review that lists none says nothing of them.
    """

    wanted: tuple[str, ...]

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a review."""
        for record in case_file.records:
            if record.kind not in scope or not isinstance(record, Review) or near_death(record):
                continue
            if record.review_type != "planned" or is_open(record) or not record.covered:
                continue
            lacking = [name for name in self.wanted if name not in record.covered and not _tells(record, name)]
            if lacking:
                yield Place(record_id=record.header.id, field="/covered")


def _tells(review: Review, element: str) -> bool:
    """Whether the words, or a grade, tell of an element."""
    graded = element == "outcomes-achieved" and any(outcome.grade or outcome.progress for outcome in review.outcomes)
    told = _told().get(element)
    return graded or (told is not None and told.search(plain(whole(review))) is not None)


@cache
def _told() -> dict[str, Sought]:
    """How words tell of each element."""
    matter, changed, outcome, met, achieved = patterns("elements", "matter", "changed", "outcome", "met", "achieved")
    return {
        "changed": sought(rf"{matter}(?: (?!be)[\w']+){{0,2}} (?:changed|different)\b|{changed}"),
        "working": cues("elements.working"),
        "outcomes-achieved": sought(rf"{outcome}[^.\n]{{0,40}}{met}|{achieved}"),
    }
