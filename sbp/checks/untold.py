"""Something a record says that asks for something more, and the something more is not there."""

from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.cues import any_of
from sbp.checks.missing import is_filled, value
from sbp.checks.wording import has_died, has_quotation, plain, read_once, whole
from sbp.findings import Place
from sbp.records import Prose, Record, prose


@frozen(kw_only=True)
class Untold:
    """Find entries by a worker with one of the cues in `says`, where none of the cues in `unless` answers it.

    Cues are whole words; one that ends in `*` takes any ending. `void` are cues that sound like an answer and are
    none: *no advocate*. `under` are words of headings the entry must stand under, `also` are cues one of which the
    entry must hold as well, `fields` are fields that answer too. `within` is how far an answer is looked for: the
    `sentence`, the `entry`, all entries under the same heading (`section`) or the `record`. Words in quotation marks
    are somebody's own; in an entry or a section they answer too. Said once of a section. Nothing is said after a death.
    """

    says: tuple[str, ...]
    unless: tuple[str, ...] = ()
    void: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    within: Literal["sentence", "entry", "section", "record"] = "entry"

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a section, at the cue."""
        for record in case_file.records:
            if record.kind in scope and not has_died(record):
                yield from self._in(record)

    def _in(self, record: Record) -> Iterator[Place]:
        if any(is_filled(value(record, name)) for name in self.fields):
            return
        told = plain(whole(record))
        if not any_of(self.says).search(told):
            return
        entries = list(prose(record))
        said: set[str] = set()
        for item in entries:
            section = item.pointer.split("/entries/")[0]
            if item.entry.speaker != "worker" or section in said or not self._stands_under(item):
                continue
            around = {"record": told, "section": _together(entries, section)}.get(self.within, plain(item.entry.text))
            found = self._unanswered(item.entry.text, around)
            if found:
                said.add(section)
                yield Place(record_id=record.header.id, field=item.pointer, start=found[0], end=found[1])

    def _stands_under(self, item: Prose) -> bool:
        return not self.under or any_of(self.under).search(plain(item.heading)) is not None

    def _answers(self, told: str) -> bool:
        left = any_of(self.void).sub(" ", told) if self.void else told
        return any_of(self.unless).search(left) is not None

    def _unanswered(self, text: str, around: str) -> tuple[int, int] | None:
        quoted = self.within in ("entry", "section") and has_quotation(around)
        if quoted or (self.within != "sentence" and self._answers(around)):
            return None
        wanted = (self.says, self.also) if self.also else (self.says,)
        if not all(any_of(cues).search(plain(text)) for cues in wanted):
            return None
        passage = read_once(text)
        for start, end in passage.sentence_spans:
            sentence = passage.plain.lower[start:end]
            found = any_of(self.says).search(sentence)
            if found is None or self._answers(sentence):
                continue
            if not passage.in_quotes(start + found.start(), start + found.end()):
                return passage.place(start + found.start(), start + found.end())
        return None


def _together(entries: list[Prose], section: str) -> str:
    return plain("\n".join(item.entry.text for item in entries if item.pointer.split("/entries/")[0] == section))
