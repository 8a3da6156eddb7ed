"""A refusal that was taken as the end of it."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.wording import plain, whole
from sbp.findings import Place
from sbp.records import Record

_SUSPECTED = re.compile(
    r"\b(?:bruis\w+|afraid of|frightened of (?:him|her|his|her son|her husband)|abus\w+|neglect\w*|coerc\w+|"
    r"controlling|exploit\w+|"
    r"takes? (?:his|her|their) (?:money|pension|card)|safeguarding concern|self-neglect\w*|hit (?:him|her)|"
    r"unexplained injur\w+)\b"
)
_CLEARED = re.compile(r"\b(?:no (?:signs?|concerns?|evidence|indications?|safeguarding|suspicion)|not at risk)\b")


@frozen(kw_only=True)
class Refused:
    """Find refusals accepted without capacity, or where abuse is suspected without privacy, capacity or information."""

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a refusal."""
        for record in case_file.records:
            if record.kind in scope and _too_soon(record):
                yield Place(record_id=record.header.id, field="/refusal")


def _too_soon(record: Record) -> bool:
    refusal = getattr(record, "refusal", None)
    if refusal is None:
        return False
    if refusal.had_capacity is False:
        return True
    asked = (refusal.had_capacity, refusal.abuse_considered, refusal.seen_alone, refusal.information_given)
    return _suspects(record) and not all(asked)


def _suspects(record: Record) -> bool:
    safeguarding = getattr(record, "safeguarding", None)
    if safeguarding is not None and safeguarding.abuse_types:
        return True
    said = plain(whole(record))
    return _SUSPECTED.search(said) is not None and _CLEARED.search(said) is None
