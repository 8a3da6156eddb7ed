"""Something that should be there and is not."""

from collections.abc import Iterator
from typing import Literal

import attrs
from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.aimless import is_written_down
from sbp.checks.invited import Matter, invited
from sbp.checks.wording import is_brief, plain, says_nothing, speaks_of, under
from sbp.findings import Place
from sbp.records import Entry, Record


@frozen(kw_only=True)
class Missing:
    """Find records of the kinds in scope where a field is empty or holds only placeholders.

    Fields are dotted names such as `eligibility.reasons`. `when` names fields one of which must be filled. `cues` are
    words with which the same may stand in a heading or text, and `headings` are words of headings with something under
    them: where one is met, nothing is said; in the fields `apart` no cue counts. Nothing is said either where the
    export does not hold the field, or where the record is brief, open, refused, made in a crisis or at the end of life.
    A form without fields is asked only where it has a section that invites the `matter`.
    """

    field: str
    when: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    matter: Literal["", "outcomes", "strengths", "network"] = ""

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a record."""
        for record in case_file.records:
            if record.kind in scope and case_file.knows(record, self.field) and self._lacks(record):
                yield Place(record_id=record.header.id, field="/" + self.field.replace(".", "/"))
            elif record.kind in scope and self.matter:
                yield from self._left_empty(record, self.matter)

    def _left_empty(self, record: Record, matter: Matter) -> Iterator[Place]:
        """The first section a form has for the matter, where every such section holds a placeholder."""
        asked = [item for item in invited(record, matter) if item.pointer.startswith("/sections/")]
        hollow = bool(asked) and all(says_nothing(item.entry.text) for item in asked)
        if hollow and not (is_filled(value(record, self.field)) or is_brief(record) or self._is_told(record)):
            end = len(asked[0].entry.text)
            yield Place(record_id=record.header.id, field=asked[0].pointer, start=0, end=end)

    def _lacks(self, record: Record) -> bool:
        if is_filled(value(record, self.field)) or is_brief(record, words=8):
            return False
        if self.when and not any(is_filled(value(record, name)) for name in self.when):
            return False
        return not self._is_told(record)

    def _is_told(self, record: Record) -> bool:
        headed = (item for item in under(record, *self.headings) if not plain(item.heading).startswith("how "))
        told = any(not says_nothing(item.entry.text) for item in headed)
        wanted = self.matter == "outcomes" and is_written_down(record)
        return told or wanted or speaks_of(record, self.cues, apart=self.apart)


def value(record: Record, dotted: str) -> object:
    """The value of a dotted field, of each part where it is in a list; None where anything above it is absent."""
    found: object = record
    for name in dotted.split("."):
        if isinstance(found, tuple):
            found = tuple(getattr(part, name, None) for part in _flat(found))
        else:
            found = getattr(found, name, None)
    return found


def _flat(parts: tuple[object, ...]) -> Iterator[object]:
    for part in parts:
        yield from _flat(part) if isinstance(part, tuple) else (part,)


def is_filled(found: object) -> bool:
    """Whether a value says something: no placeholder, no list of placeholders. An answer of no is an answer."""
    if isinstance(found, tuple):
        return any(map(is_filled, found))
    if isinstance(found, Entry):
        return not says_nothing(found.text)
    if isinstance(found, str):
        return not says_nothing(found)
    cls = type(found)
    if attrs.has(cls):
        return any(is_filled(getattr(found, declared.name)) for declared in attrs.fields(cls))
    return found is not None
