"""Praise of somebody for bearing what is hard, which closes the question of what it costs."""

from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.clauses import People, clauses
from sbp.checks.cues import cues
from sbp.checks.wording import has_died, has_quotation, plain, read_once
from sbp.findings import Place
from sbp.records import Prose, Record, prose

_ENOUGH = (
    ("uncomplaining", "coping"),
    ("uncomplaining", "praise"),
    ("uncomplaining", "hardship"),
    ("compared", "coping"),
    ("compared", "praise"),
    ("admiring", "hardship"),
    ("admiring", "coping"),
    ("admiring", "compared"),
    ("coping", "praise", "hardship"),
)
"""Parts that make praise for bearing it, where they stand in one sentence; the rare ones first."""


@frozen(kw_only=True)
class Borne:
    """Find sentences of a worker made of such parts: what is hard, carrying on, praise, asking nothing, comparison.

    They are listed in `rules/words/cues/borne.yaml`. Nothing is said where the entry tells what it costs, that it
    hides something or whose praise it is, nor of quotations, nor of somebody else than the person.
    """

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place an entry, at the sentence."""
        for record in case_file.records:
            for item in prose(record) if record.kind in scope and not has_died(record) else ():
                said = plain(item.entry.text)
                if item.entry.speaker == "worker" and _may_praise(said):
                    yield from _in(record, item)


def _may_praise(said: str) -> bool:
    enough = any(all(cues(f"borne.{part}").search(said) for part in parts) for parts in _ENOUGH)
    return enough and cues("borne.answered").search(said) is None


def _in(record: Record, item: Prose) -> Iterator[Place]:
    if has_quotation(item.entry.text):
        return
    passage = read_once(item.entry.text)
    people = People.of(record.header.person)
    for start, end in passage.sentence_spans:
        said = passage.plain.lower[start:end]
        if _may_praise(said) and _is_of_person(said, people):
            first, last = passage.place(start, end)
            yield Place(record_id=record.header.id, field=item.pointer, start=first, end=last)
            return


def _is_of_person(said: str, people: People) -> bool:
    """Whether the person does most of what a sentence tells."""
    doers = [one.doer for one in clauses(said, people) if one.verb]
    return not doers or 2 * doers.count("person") >= len(doers)
