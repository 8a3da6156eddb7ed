"""“No change” standing where somebody looked at a life, and nothing that says what was looked at."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.cues import cues
from sbp.checks.shorthand import written_out
from sbp.checks.wording import has_said, in_crisis, is_open, near_death, own_names, plain, says_nothing
from sbp.findings import Place
from sbp.records import Prose, Record, prose
from sbp.records.parts import Outcome

_NIL = ("nil", "none", "no", "n/a", "na")
_OWN_NEEDS = re.compile(r"^[\w' .]{0,20}'s (?=needs? )")
"""Whose needs they are: *Mr Bell's needs remain the same*."""

_PROGRESS = re.compile(r"/outcomes/(\d+)/progress/text")


@frozen(kw_only=True)
class Unchanged:
    """Find records where an entry is wholly *no change*, *as above*, *remains the same*, and nobody is heard elsewhere.

    An entry that goes on to say what was looked at is silent; so are crises, the end of life and open records, and what
    stands where somebody's own words would. Said once of a record, of the first such entry; in a record with
    somebody's voice and `enough` other words, only of an entry that sends the reader to an earlier record, or where
    nothing more is said anywhere under the headings that ask what changed.
    """

    enough: int = 20

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """At most one place a record."""
        for record in case_file.records:
            if record.kind in scope and not (in_crisis(record) or near_death(record) or is_open(record)):
                yield from self._in(record)

    def _in(self, record: Record) -> Iterator[Place]:
        names = own_names(record.header.person)
        entries = [item for item in prose(record) if "/in_their_words/" not in item.pointer]
        same = [item for item in entries if _is_same(item.entry.text, names) and not _is_of_facts(item.heading)]
        asked = [item for item in entries if _asks(plain(item.heading))]
        bare = asked if all(item in same or says_nothing(item.entry.text) for item in asked) else []
        sent = [item for item in entries if item in bare or (item in same and _sends_away(item.entry.text))]
        stalled = [item for item in same if _is_stalled(record, item)]
        for item in (sent or stalled if _is_told(record, same, self.enough) else bare or same)[:1]:
            yield Place(record_id=record.header.id, field=item.pointer, start=0, end=len(item.entry.text))


def _is_of_facts(heading: str) -> bool:
    """Whether a heading is over facts, such as allergies, that may well be what they were."""
    return cues("unchanged.plain_fact").search(plain(heading)) is not None


def _is_stalled(record: Record, item: Prose) -> bool:
    """Whether an entry is a worker's word on how an outcome goes that is not yet reached."""
    at = _PROGRESS.match(item.pointer)
    outcomes: tuple[Outcome, ...] = getattr(record, "outcomes", ())
    return at is not None and item.entry.speaker == "worker" and outcomes[int(at[1])].grade != "fully-met"


def _asks(heading: str) -> bool:
    """Whether a heading asks what changed, or what a review found."""
    return heading == "review" or cues("unchanged.asks").search(heading) is not None


def _is_told(record: Record, same: list[Prose], enough: int) -> bool:
    """Whether the person speaks or is told of in a record, with `enough` words beside what is the `same`."""
    others = [item for item in prose(record) if item not in same]
    rest = " ".join(item.entry.text for item in others)
    speaks = any(item.entry.speaker == "person" for item in others)
    return (speaks or has_said(rest)) and len(rest.split()) >= enough


def _sends_away(text: str) -> bool:
    """Whether an entry sends the reader to another record: *as last review*, *see previous assessment*."""
    said = written_out(plain(text))
    return cues("unchanged.elsewhere").search(said) is not None and "change" not in said


def _is_same(text: str, names: frozenset[str]) -> bool:
    """Whether each part of a text says that nothing changed; *nil* may stand beside one that does."""
    said = written_out(plain(text))
    parts = [part.strip(" -*•\t") for part in re.split(r"[.,;:\n]|(?<=\w) - ", said) if part.strip(" -*•\t")]
    rest = [part for part in parts if part not in _NIL]
    says = [_says_same(part) or _is_hollow(part, names) for part in rest]
    return any(says) and all(said or _names_nothing(part, names) for part, said in zip(rest, says, strict=True))


def _says_same(part: str) -> bool:
    """Whether a part is one of the ways to say it, whole."""
    return cues("unchanged.same").fullmatch(_OWN_NEEDS.sub("", part)) is not None


def _is_hollow(part: str, names: frozenset[str]) -> bool:
    """Whether a part says that nothing changed, in words that name nothing but the person."""
    return cues("unchanged.core").search(part) is not None and _names_nothing(part, names)


def _names_nothing(part: str, names: frozenset[str]) -> bool:
    words = re.findall(r"[a-z]+", part.replace("'s", ""))
    return all(word in names or cues("unchanged.nothing_named").fullmatch(word) for word in words)
