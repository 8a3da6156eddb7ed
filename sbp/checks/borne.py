"""Praise of somebody for bearing what is hard, which closes the question of what it costs."""

from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.clauses import People, clauses
from sbp.checks.cues import cues
from sbp.checks.wording import has_died, has_quotation, plain, read_once
from sbp.findings import Place
from sbp.records import Prose, Record, prose

_ENOUGH = {
    "uncomplaining": ("coping", "praise", "hardship"),
    "compared": ("coping", "praise"),
    "admiring": ("hardship", "coping", "compared"),
}
"""Parts that make praise for bearing it where one of others stands in the same sentence."""
_TOGETHER = ("coping", "praise", "hardship")
"""Parts that do so where all of them stand in it."""


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
    enough = any(_has(part, said) and any(_has(other, said) for other in others) for part, others in _ENOUGH.items())
    return (enough or all(_has(part, said) for part in _TOGETHER)) and not _has("answered", said)


def _has(part: str, said: str) -> bool:
    return cues(f"borne.{part}").search(said) is not None


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
