"""A verdict on how somebody was, and nothing that anybody saw or heard."""

import re
from collections.abc import Iterator
from functools import cache, cached_property

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.clauses import People
from sbp.checks.cues import cues
from sbp.checks.family import family
from sbp.checks.judgement import judgements, judges, shows
from sbp.checks.sought import Sought, sought
from sbp.checks.wording import any_name, has_quotation, own_names, plain, read_once
from sbp.findings import Place
from sbp.passage import Passage
from sbp.records import Prose, Record, prose

_NOT = re.compile(r"\b(?:not|no|never|nobody|isn't|wasn't|less|without|if|whether|why)\b")


@frozen(kw_only=True, slots=False)
class Opinion:
    """Find bare verdicts of one of the `words` on how somebody was: *He was agitated.*

    A sentence is bare where each other word in it names somebody, a time or a degree, or where it calls somebody
    something (`sbp.checks.judgement`). One sign beside it is enough to be silent: in the same sentence, or in the one
    before or after, something somebody did, said, or that was counted. Quotations, and anybody's words but a worker's,
    are not touched.
    """

    words: tuple[str, ...]

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a verdict."""
        for record in case_file.records:
            for item in prose(record) if record.kind in scope else ():
                if item.entry.speaker == "worker" and not item.pointer.startswith("/strengths/"):
                    yield from self._in(record, item, case_file)

    def _judging(self, passage: Passage) -> list[int]:
        """The sentences with a verdict or a word of judgement, by number."""
        text = passage.plain.lower
        met = (*self._verdict.finditer(text), *judgements(text))
        return sorted({passage.sentence_number(found.start()) for found in met})

    def _in(self, record: Record, item: Prose, case_file: CaseFile) -> Iterator[Place]:
        passage = read_once(item.entry.text)
        judging = self._judging(passage)
        if not judging:
            return
        called, people = _called(record), People.of(record.header.person, frozenset(family(case_file)))
        sentences = [(start, end, passage.plain.lower[start:end]) for start, end in passage.sentence_spans]
        for at in judging:
            start, end, said = sentences[at]
            near = [other for _, _, other in sentences[max(0, at - 1) : at + 2] if other is not said]
            bare = self._is_bare(said, called) or judges(said, people)
            if not bare or has_quotation(" ".join([*near, said])) or any(shows(other, people) for other in near):
                continue
            if not passage.in_quotes(start, end):
                first, last = passage.place(start, end)
                yield Place(record_id=record.header.id, field=item.pointer, start=first, end=last)

    def _is_bare(self, said: str, called: frozenset[str]) -> bool:
        """Whether a sentence is a verdict, and every other word in it names somebody, a time or a degree."""
        names = any_name(called)
        somebody = rf"\b(?:(?:mr|mrs|ms|miss)\.? [\w'-]+|(?:{names})(?:-(?:{names}))*)\b"
        said = re.sub(somebody, "she", said.strip(" .!\n-*•"))
        said = re.sub(r"\bnot (?:him|her|them)sel(?:f|ves)\b|\b\d{1,2}(?:st|nd|rd|th)?\b|\b20\d\d\b", " ", said)
        said = re.sub(
            r"^(?:during|throughout|at|on|in) [\w' -]{3,30}?(?=,? (?:she|he|they|his|her|their)\b),? ", "", said
        )
        beside = self._verdict.sub(" ", said)
        words = re.findall(r"[a-z0-9][\w'-]*", beside)
        rest = all(cues("opinion.beside").fullmatch(word.removesuffix("'s")) for word in words)
        return rest and _opens().match(said) is not None and beside != said and not _NOT.search(beside)

    @cached_property
    def _verdict(self) -> Sought:
        words = "|".join(re.escape(word) for word in sorted(self.words, key=len, reverse=True))
        return sought(rf"\b(?:{words})\b")


def _called(record: Record) -> frozenset[str]:
    """The names of the person and of those around them."""
    around = {word for one in getattr(record, "network", ()) if one.relation for word in plain(one.who).split()}
    return own_names(record.header.person) | around


@cache
def _opens() -> Sought:
    """How a verdict opens: on somebody, their manner or what they were, or on the word itself."""
    on = rf"(?:(?:the|his|her|their|this|both) )?{cues('opinion.opens_on').pattern}"
    degree = r"(?:very |quite |extremely |often |verbally |physically |increasingly )*"
    return sought(rf"^(?:{on}|{degree}{cues('opinion.by_itself').pattern})")
