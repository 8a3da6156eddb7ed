"""Outcome statements, by what they are about."""

import re
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.aims import aims
from sbp.checks.cues import cues
from sbp.checks.invited import invited
from sbp.checks.wording import near_death, own_names, plain, says_nothing
from sbp.findings import Place
from sbp.records import Entry, Record, prose


@frozen(kw_only=True)
class Outcome:
    """Find outcome statements about a service, a task, a need again, an aim of the agencies, or nothing to be seen.

    `about` is what they are about. A box of several statements is read one by one. At the end of life a vague aim, or
    one without a measure, is left alone.
    """

    about: Literal["service", "task", "need", "professional", "vague", "unmeasured"]

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a statement."""
        for record in case_file.records:
            if record.kind not in scope or (self.about in ("vague", "unmeasured") and near_death(record)):
                continue
            for pointer, entry, signed in _statements(record):
                for start, end in self._in(record, entry, signed):
                    yield Place(record_id=record.header.id, field=pointer, start=start, end=end)

    def _in(self, record: Record, entry: Entry, signed: bool) -> Iterator[tuple[int, int]]:
        if self.about == "need" and _is_a_need(record, entry.text):
            yield 0, len(entry.text)
            return
        names = own_names(record.header.person) | _as_carer(record)
        for aim in aims(entry.text, entry.speaker in ("person", "carer"), names):
            if aim.about == self.about and not (signed and self.about in ("vague", "unmeasured")):
                yield aim.start, aim.end


def _statements(record: Record) -> Iterator[tuple[str, Entry, bool]]:
    """Outcome statements with where they stand, and whether a sign stands beside them."""
    outcomes = getattr(record, "outcomes", ())
    asked = any(
        cues("aim.sign").search(plain(item.heading)) and not says_nothing(item.entry.text)
        for item in prose(record)
        if item.pointer.startswith("/sections/")
    )
    for item in invited(record, "outcomes"):
        if record.kind == "review" and not _AGAIN.match(f"{item.pointer} {plain(item.entry.text)}"):
            continue
        parts = item.pointer.split("/")
        sign = outcomes[int(parts[2])].sign if parts[1] == "outcomes" else None
        yield item.pointer, item.entry, asked or (sign is not None and not says_nothing(sign.text))


_AGAIN = re.compile(
    r"/outcomes/\S+ (?:(?:to|for|that|[\w']+ (?:[\w']+ )?to) |[^.;]{0,60} to (?:be|continue|remain|increase|"
    r"receive|start)\b)"
)
"""An outcome of a plan as a review says it again: what else stands in a review is how it went."""


def _as_carer(record: Record) -> frozenset[str]:
    """What else the person is called in a carer's records."""
    return frozenset(["carer"]) if record.kind.startswith("carers_") else frozenset()


def _is_a_need(record: Record, text: str) -> bool:
    """Whether an outcome is a need of the same record, word for word."""
    said = plain(text).strip(" .")
    needs = (entry for need in getattr(record, "needs", ()) for entry in need.analysis)
    return len(said) > 8 and any(plain(entry.text).strip(" .") == said for entry in needs)
