"""A part of a record that is there, with pieces of it missing."""

from collections.abc import Iterator
from typing import Any

import attrs
from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.cues import any_of, cues
from sbp.checks.missing import is_filled, value
from sbp.checks.wording import plain, whole, written
from sbp.findings import Place
from sbp.records import Entry, Record

_CODES = frozenset({"abilities", "limbs"})
"""Pieces that are codes, and may be told in words beside them."""


@frozen(kw_only=True)
class Incomplete:
    """Find parts, such as `direct_payment` or each of `capacity`, where at least `least` of the `pieces` are empty.

    A piece in `alone` is enough by itself when it is empty. `when` is a piece that must be filled first, and with
    `equals` hold that value. `unless` are pieces any of which, filled, ends the matter. `cues` are words of the record
    with which the same may have been said, whole or ending in `*`; they do not count where a part beside this one holds
    the piece. Where the part has entries of `enough` words or more, a list of codes is taken to be told in them; where
    `told_by` names cues, only entries that have one tell anything, and others are as good as none.
    """

    part: str
    pieces: tuple[str, ...]
    least: int = 1
    when: str = ""
    equals: str = ""
    unless: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    enough: int = 0
    alone: tuple[str, ...] = ()
    told_by: str = ""

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a part."""
        for record in case_file.records:
            if record.kind not in scope:
                continue
            known = all(case_file.knows(record, f"{self.part}.{piece}") for piece in self.pieces)
            parts = list(_parts(record, self.part))
            beside = any(is_filled(getattr(part, piece)) for _, part in parts for piece in self.pieces)
            if known and (beside or not any_of(self.cues).search(plain(whole(record)))):
                for pointer, part in parts:
                    if self._lacks(part):
                        yield Place(record_id=record.header.id, field=pointer)

    def _lacks(self, part: object) -> bool:
        if self.when and not self._holds(getattr(part, self.when)):
            return False
        if any(is_filled(getattr(part, piece)) for piece in self.unless):
            return False
        entries = _entries(part)
        tells = not self.told_by or any(cues(self.told_by).search(plain(entry.text)) for entry in entries)
        told = tells and 0 < self.enough <= sum(len(written(entry.text).split()) for entry in entries)
        lacking = [piece for piece in self.pieces if not _is_there(getattr(part, piece), tells)]
        counted = [piece for piece in lacking if not (told and piece in _CODES)]
        return len(counted) >= self.least or any(piece in self.alone for piece in counted)

    def _holds(self, found: object) -> bool:
        if self.equals:
            return str(found).lower() == self.equals
        return is_filled(found)


def _entries(part: Any) -> list[Entry]:
    values = (getattr(part, declared.name) for declared in attrs.fields(type(part)))
    return [entry for found in values for entry in _listed(found) if isinstance(entry, Entry)]


def _is_there(found: object, tells: bool) -> bool:
    """Whether a piece is filled, and with more than entries that tell nothing."""
    return is_filled(found) and (tells or not any(isinstance(entry, Entry) for entry in _listed(found)))


def _listed(found: object) -> tuple[object, ...]:
    return found if isinstance(found, tuple) else (found,)


def _parts(record: Record, name: str) -> Iterator[tuple[str, object]]:
    found = value(record, name)
    if isinstance(found, tuple):
        for number, part in enumerate(found):
            yield f"/{name}/{number}", part
    elif found is not None:
        yield f"/{name}", found
