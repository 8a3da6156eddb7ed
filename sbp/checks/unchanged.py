"""“No change” standing where somebody looked at a life, and nothing that says what was looked at."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.wording import has_voice, in_crisis, is_open, near_death, plain
from sbp.findings import Place
from sbp.records import Record, prose

_SAME = re.compile(
    r"(?:(?:there (?:has|have) been |there (?:is|are) |needs? |situation |circumstances |presentation |outcomes? |"
    r"(?:her|his|their) needs? )?"
    r"(?:no (?:significant |reported |known )?changes?(?: (?:since (?:the )?last (?:review|assessment|visit)|"
    r"reported|noted|identified|in (?:need|needs|circumstances|presentation)|to (?:needs|report|care needs|plan|"
    r"package)))?|"
    r"(?:remains?|is|are|stays?) (?:the same|unchanged|as (?:before|above|previous(?:ly)?))(?: as (?:last|before|"
    r"previously)[\w ]*)?|unchanged|"
    r"(?:as|see) (?:above|before|previous(?:ly)?|last (?:review|year|time|assessment)|previous (?:review|"
    r"assessment|plan|form))(?: (?:stated|recorded|noted))?|same as (?:last|before|previous)[\w ]*|"
    r"(?:continues?|ongoing|to continue)(?: as (?:before|previously|planned|is))?|(?:behaviours?|package|plan|"
    r"care|support|services?) (?:to )?(?:ongoing|continues?|to continue)(?: as (?:before|is|planned))?|"
    r"status quo))"
)


@frozen(kw_only=True)
class Unchanged:
    """Find records where an entry is wholly *no change*, *as above*, *remains the same*, and nobody is heard elsewhere.

    An entry that goes on to say what was looked at is silent; so are crises, the end of life and open records, and what
    stands where somebody's own words would. Said once of a record, of the first such entry; in a record with
    somebody's voice and `enough` other words, not at all.
    """

    enough: int = 60

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """At most one place a record."""
        for record in case_file.records:
            if record.kind in scope and not (in_crisis(record) or near_death(record) or is_open(record)):
                yield from self._in(record)

    def _in(self, record: Record) -> Iterator[Place]:
        entries = list(prose(record))
        same = [item for item in entries if _is_same(item.entry.text) and "/in_their_words/" not in item.pointer]
        rest = " ".join(item.entry.text for item in entries if item not in same)
        told = len(rest.split()) >= self.enough or (has_voice(rest) and len(rest.split()) >= self.enough // 3)
        if same and not told:
            end = len(same[0].entry.text)
            yield Place(record_id=record.header.id, field=same[0].pointer, start=0, end=end)


def _is_same(text: str) -> bool:
    parts = [part.strip(" -*•\t") for part in re.split(r"[.;\n]", plain(text)) if part.strip(" -*•\t")]
    return bool(parts) and all(_SAME.fullmatch(part) for part in parts)
