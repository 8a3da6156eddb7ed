"""“No change” standing where somebody looked at a life, and nothing that says what was looked at."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.wording import has_voice, in_crisis, is_open, near_death, plain
from sbp.findings import Place
from sbp.records import Record, prose

_THING = (
    r"(?:(?:the |his |her |their |all |current |care |and |support |overall |health |social )*(?:needs?|situation|"
    r"circumstances|presentation|outcomes?|package(?: of care)?|poc|plan|care|support|services?|"
    r"everything|things|all|"
    r"behaviours?|assessment|risks?|mobility|details|information|views?))"
)
_SINCE = (
    r"(?: (?:since|from|as|at|to|in) (?:the |his |her |their |my )?(?:last|previous|prior|initial|earlier|original|"
    r"current|before)?(?: ?(?:review|assessment|visit|year|time|contact|plan|form|report|record|"
    r"needs?|package|care plan|"
    r"care needs|circumstances|presentation|condition|situation|care|support|before|above))*)?"
)
_SAME = re.compile(
    rf"(?:[\w' .]{{0,20}}'s (?=needs? ))?(?:(?:there (?:has|have) been |there (?:is|are|were) |{_THING}:? )?"
    rf"(?:(?:no|nil|zero) (?:significant |reported |known |major |further |new |other )*(?:changes?|"
    rf"concerns?|issues?|"
    rf"updates?)(?: (?:reported|noted|identified|to report|required|needed|made|recorded))?"
    rf"(?: (?:to|in) (?:his|her|their|the) (?:care |support )?needs?)?{_SINCE}|n/c|"
    rf"(?:remains?|is|are|stays?|continues? to be|continues?|has remained|"
    rf"have remained) (?:all )?(?:very much |largely |"
    rf"broadly )?(?:the same|unchanged|stable|as (?:before|above|previous(?:ly)?|is)|appropriate|in place|the case|"
    rf"ongoing|to meet (?:his|her|their|all|assessed|eligible|the) ?(?:\w+ )?needs){_SINCE}|unchanged{_SINCE}|"
    rf"(?:nothing|nothing much|nothing significant|not much) (?:has |is |to )?(?:changed?|report|new|add){_SINCE}|"
    rf"(?:has|have) not changed{_SINCE}|(?:as|see|per|as per) (?:the )?(?:above|before|"
    rf"previous(?:ly)?|last|prior|earlier)"
    rf"(?: (?:review|year|time|assessment|plan|form|report|stated|recorded|noted|documented))*|"
    rf"same as (?:the )?(?:last|before|previous|above)[\w ]*|same|same again|"
    rf"(?:please )?(?:refer to|see) (?:the )?(?:previous|last|earlier|existing|original) (?:review|"
    rf"assessment|plan|form|"
    rf"record)s?|"
    rf"(?:continues?|ongoing|to continue|continue)(?: (?:as|with) (?:before|previously|planned|is|"
    rf"current|present|the|"
    rf"existing)(?: (?:package|plan|support|care|arrangements?|provision))*)?|"
    rf"(?:to )?(?:remain|continue)s? (?:as (?:is|before|above)|unchanged|the same)|"
    rf"(?:care |support |current )?(?:package|plan|poc|services?)(?: of care)? (?:to continue|"
    rf"continues|ongoing|remains "
    rf"appropriate)(?: as (?:before|is|planned))?|"
    rf"status quo))"
)


_ELSEWHERE = re.compile(r"\b(?:previous|last|earlier|original|prior)\b")


@frozen(kw_only=True)
class Unchanged:
    """Find records where an entry is wholly *no change*, *as above*, *remains the same*, and nobody is heard elsewhere.

    An entry that goes on to say what was looked at is silent; so are crises, the end of life and open records, and what
    stands where somebody's own words would. Said once of a record, of the first such entry; in a record with
    somebody's voice and `enough` other words, only of an entry that sends the reader to an earlier record.
    """

    enough: int = 20

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """At most one place a record."""
        for record in case_file.records:
            if record.kind in scope and not (in_crisis(record) or near_death(record) or is_open(record)):
                yield from self._in(record)

    def _in(self, record: Record) -> Iterator[Place]:
        entries = list(prose(record))
        same = [item for item in entries if _is_same(item.entry.text) and "/in_their_words/" not in item.pointer]
        rest = " ".join(item.entry.text for item in entries if item not in same)
        told = has_voice(rest) and len(rest.split()) >= self.enough
        sent = [item for item in same if _sends_away(item.entry.text)]
        for item in (sent if told else same)[:1]:
            yield Place(record_id=record.header.id, field=item.pointer, start=0, end=len(item.entry.text))


def _sends_away(text: str) -> bool:
    """Whether an entry sends the reader to another record: *as last review*, *see previous assessment*."""
    said = plain(text)
    return _ELSEWHERE.search(said) is not None and "change" not in said


def _is_same(text: str) -> bool:
    parts = [part.strip(" -*•\t") for part in re.split(r"[.;\n]", plain(text)) if part.strip(" -*•\t")]
    return bool(parts) and all(_SAME.fullmatch(part) for part in parts)
