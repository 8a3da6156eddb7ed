"""What a planned review is for, left out of it."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
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
    cues = _TOLD.get(element)
    return graded or (cues is not None and cues.search(plain(whole(review))) is not None)


_TOLD = {
    "changed": re.compile(
        r"\b(?:(?:nothing|little|much|what|something|a lot|circumstances|needs|health|situation|life|things|(?:he|"
        r"she) has)"
        r"(?: (?!be)[\w']+){0,2} (?:changed|different)|(?:no|any|main|big|recent) changes?\b|changes? (?:since|in "
        r"(?:his|"
        r"her|their)|to (?:his|her|their)|at home)|changed since|since (?:the |his |her |our )?last (?:review|time|"
        r"year|"
        r"visit)|(?:he|she|they) (?:is |are |has |can )?(?:no longer|now)|improved|worse|(?:his|her|their) (?:\w+ "
        r"){1,2}"
        r"(?:has|have) (?:got|become|been) (?:\w+ )?(?:better|worse|harder|easier|less|more))\b"
    ),
    "working": re.compile(
        r"\b(?:work(?:s|ing|ed) (?:well|better|best|out)|not working|what works|is working|are working|going well|"
        r"went well|suits|helps|helped|has helped|problem\w*|too (?:early|late|long)|on time|late)\b"
    ),
    "outcomes-achieved": re.compile(
        r"\b(?:achieved|(?:outcomes?|goals?|aims?)[^.\n]{0,40}(?:met|reached|achieved|not yet|partly)|not yet met|"
        r"partly met|fully met|nearly met)\b"
    ),
}
