"""Sentences that would be true of anybody: good words about how care is given, and nothing of how it is done here."""

import re
from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.cues import cues
from sbp.checks.invited import invited
from sbp.checks.shorthand import written_out
from sbp.checks.sought import Sought, sought
from sbp.checks.wording import any_name, own_names, plain, read_once
from sbp.findings import Place
from sbp.records import Prose, Record, prose

_WORD = re.compile(r"[a-z][a-z'-]*")
_SPECIFIC = re.compile(r"\d|[^.\n:] [A-Z][a-z]")
"""A number, or a name inside the sentence."""
_HYPHEN = re.compile(
    r"\b(person|strengths?|needs|outcomes?|asset|trauma) (?=centred|centered|led|based|focus|informed)"
)

_ITEM = re.compile(r"(?:^|\n)[ \t]*(?:[-*•–·]|\d+[.)])?[ \t]*(?=\S)")
"""Where an item of a list begins."""
_ORDERS = 18
"""How many words of orders it takes to say nothing of anybody."""


@frozen(kw_only=True, slots=False)
class Generic:
    """Find a worker's sentences with `least` or more of the `virtues` and hardly a word beside them but `around`.

    `virtues` and `around` are words; one that ends in `*` takes any ending. One other word is let pass in every ten,
    and in every five where a sentence has four virtues or more. A number, a name other than the person's, a quotation
    or what somebody said, chose or did makes a sentence somebody's own. A list counts as one sentence. Long orders for
    care in the passive, with nobody in them, are found by their care words alone. Outcomes have rules of their own and
    are left out.
    """

    virtues: tuple[str, ...]
    around: tuple[str, ...]
    least: int = 2

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place an entry, at the first such sentence."""
        for record in case_file.records:
            if record.kind not in scope:
                continue
            names = own_names(record.header.person)
            for item in prose(record):
                if item.entry.speaker == "worker" and self._may_be(plain(item.entry.text)):
                    span = self._in(item, names)
                    if span and not _is_outcome(record, item):
                        yield Place(record_id=record.header.id, field=item.pointer, start=span[0], end=span[1])

    def _in(self, item: Prose, names: frozenset[str]) -> tuple[int, int] | None:
        passage = read_once(item.entry.text)
        for start, end in passage.sentence_spans:
            quoted = any(first < end and start < last for first, last in passage.quotes)
            if not quoted and self._is_generic(passage.plain.text[start:end], names):
                return passage.place(start, end)
        text = passage.plain.text
        is_list = len(_ITEM.findall(text)) > 1 and not passage.quotes
        return passage.place(0, len(text)) if is_list and self._is_generic(_ITEM.sub("\n ", text), names) else None

    def _is_generic(self, sentence: str, names: frozenset[str]) -> bool:
        """Whether a sentence, or a list in one, has the virtues and no more; or orders care of nobody in particular."""
        called = any_name(names)
        unnamed = re.sub(rf"(?i)\b(?:(?:mr|mrs|ms|miss) [\w'-]+|{called})\b", "she", sentence)
        if _SPECIFIC.search(unnamed) or cues("generic.happened").search(plain(unnamed)):
            return False
        said = written_out(_HYPHEN.sub(r"\1-", plain(unnamed)))
        words = [word.removesuffix("'s") for word in _WORD.findall(said)]
        virtues = {word for word in words if self._virtue.fullmatch(word)}
        other = [word for word in words if not self._around.fullmatch(word) and word not in virtues]
        spared = len(words) // (5 if len(virtues) > 3 else 10)
        if len(virtues) >= self.least and len(words) > 5 and len(other) <= spared:
            return True
        left = [word for word in other if cues("generic.care").fullmatch(word) is None]
        ordered = cues("generic.ordered").search(said) is not None and cues("generic.somebody").search(said) is None
        return ordered and len(words) >= _ORDERS and len(left) <= len(words) // 10

    def _may_be(self, said: str) -> bool:
        return self._virtue.search(written_out(said)) is not None or cues("generic.ordered").search(said) is not None

    @cached_property
    def _virtue(self) -> Sought:
        return _any(self.virtues)

    @cached_property
    def _around(self) -> Sought:
        return _any(self.around)


def _any(words: tuple[str, ...]) -> Sought:
    return sought(rf"\b(?:{'|'.join(word.replace('*', '[a-z-]*') for word in words)})\b")


def _is_outcome(record: Record, item: Prose) -> bool:
    return any(other is item for other in invited(record, "outcomes"))
