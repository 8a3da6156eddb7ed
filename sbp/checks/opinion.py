"""A verdict on how somebody was, and nothing that anybody saw or heard."""

import re
from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.wording import has_quotation, plain
from sbp.findings import Place
from sbp.passage import Passage
from sbp.records import Prose, Record, prose

_SUBJECT = (
    r"(?:(?:he|she|they|(?:mr|mrs|ms|miss) [\w'-]+|[\w'-]+) )?(?:also )?(?:was|is|were|are|became|becomes|appeared|"
    r"appears|seemed|seems|presented|presents|presenting|remained|remains|gets|got|can be|could be|has been|have been|"
    r"(?:is|was) (?:known|noted|observed|said) to be) (?:as |to be )?(?:being )?"
)
_MOOD = (
    r"(?:(?:his|her|their) )?(?:mood|affect|presentation|behaviour|manner) (?:(?:was|is|seemed|appeared|remains|"
    r"remained|presented as) )?"
)
_BY_ITSELF = (
    r"(?:verbally aggressive|aggressive|agitated|rude|abusive|hostile|resistive|disinhibited|irritable|volatile|"
    r"anxious|paranoid|low in mood)"
)
"""Words that say how somebody was with no subject before them."""
_DEGREE = (
    r"(?:very |quite |extremely |really |a bit |rather |somewhat |increasingly |highly |often |always |at times )*"
)
_TAIL = (
    r"(?: (?:and|but|at times|today|again|throughout|during|on|in|with|towards|at|when i|this|that|the|visit|staff|"
    r"carers|others|family|occasions?|assessment|review|arrival|presentation|mood|morning|afternoon|times|[\w-]+ed|"
    r"very|quite))*"
)


@frozen(kw_only=True, slots=False)
class Opinion:
    """Find bare verdicts of one of the `words` on how somebody was: *He was agitated.*

    One sign beside it is enough to be silent: in the same sentence, or in the one before or after, something somebody
    did, said, or that was counted. Quotations, and anybody's words but a worker's, are not touched.
    """

    words: tuple[str, ...]

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a verdict."""
        for record in case_file.records:
            if record.kind in scope:
                for item in prose(record):
                    if item.entry.speaker == "worker" and self._bare.search(plain(item.entry.text)):
                        yield from self._in(record, item)

    def _in(self, record: Record, item: Prose) -> Iterator[Place]:
        passage = Passage(item.entry.text)
        sentences = [(start, end, plain(passage.plain.text[start:end])) for start, end in passage.sentence_spans]
        for at, (start, end, said) in enumerate(sentences):
            found = self._bare.fullmatch(said.strip(" .!\n-*•"))
            beside = " ".join(other for _, _, other in sentences[max(0, at - 1) : at + 2])
            if found is None or _SIGN.search(beside.replace(said, " ")) or has_quotation(beside):
                continue
            if not passage.in_quotes(start, end):
                first, last = passage.place(start, end)
                yield Place(record_id=record.header.id, field=item.pointer, start=first, end=last)

    @cached_property
    def _bare(self) -> re.Pattern[str]:
        words = "|".join(map(re.escape, self.words))
        verdict = rf"(?:{_SUBJECT}{_DEGREE}(?:{words})|{_MOOD}{_DEGREE}(?:low|{words})|{_DEGREE}{_BY_ITSELF})"
        return re.compile(rf"{verdict}(?:(?:,| and|, and| but| or) {_DEGREE}[\w-]+)?{_TAIL}")


_SIGN = re.compile(
    r"\d|\b(?:said|says|told|asked|shouted|shouting|cried|crying|walked|walking|paced|pacing|threw|throwing|hit|"
    r"pushed|turned|left|sat|stood|ran|refused|wept|tears|tearful|banged|slammed|looked|held|wrote|rang|laughed|"
    r"because|when|as (?:his|her|their|he|she|they|the)|after|since|so|until|minutes|hours|times|gripped|rocked|"
    r"rocking|whisper\w*|clenched|swore|swearing|"
    r"could not (?:say|name|tell|remember)|did not (?:know|recognise|remember)|forgot|repeated|eyes|hands?|voice)\b"
)
