"""A verdict on how somebody was, and nothing that anybody saw or heard."""

import re
from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.wording import KIN, has_quotation, own_names, plain
from sbp.findings import Place
from sbp.passage import Passage
from sbp.records import Prose, Record, prose

_BESIDE = frozenset(
    """he she they his her their him them was is were are became becomes become appeared appears seemed seems presented
    presents presenting remained remains gets got can could be being been has have had as to a an the also known noted
    observed very quite extremely really bit rather somewhat increasingly highly
    often always times time at again today this that it and but or all would through throughout during on in with
    towards
    toward over of when i my our visit visits call calls phone telephone meeting assessment review arrival
    contact interview conversation session stay shift shifts ward home hospital staff carers carer worker workers me us
    others professionals nurse nurses team family son daughter wife husband mother father mum dad sister brother
    partner parents relative relatives morning afternoon evening night occasion occasions first second third
    last two several both most many some other mood affect presentation behaviour manner attitude demeanour tone
    personal care interventions intervention female male persistently constantly frequently generally slightly
    mildly mostly usually regularly initially largely still continues increasing present low state man woman lady
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday came come comes across visited displayed displays displaying showed shows exhibited
    toward males females mannered themselves tenant resident residents peers became throughout entire whole length
    agency driver drivers member members public person late lately recently tearful negative period periods verbally
    physically""".split()
)
"""Words that add no sign to a verdict: whose, how much, when, before whom."""
_WHOSE = re.compile(
    rf"^(?:(?:the|his|her|their|this|both) )?(?:he|she|they|them|client|person|service user|adult|{KIN}|"
    r"mood|affect|presentation|behaviour|manner|attitude|demeanour|tone|was|is|were|are|became|presented|"
    r"presents|presenting|"
    r"appeared|appears|seemed|remained|gets|can be|could be|has been|known to be)\b"
)
"""How a sentence opens on somebody, their manner, or on what they were."""
_BY_ITSELF = re.compile(
    r"^(?:very |quite |extremely |often |verbally |physically |increasingly )*(?:aggressive|agitated|rude|"
    r"abusive|hostile|"
    r"resistive|disinhibited|irritable|volatile|anxious|paranoid|low in mood|demanding|manipulative|unreasonable|"
    r"obstructive|"
    r"uncooperative|argumentative|confrontational|dismissive|evasive|guarded|belligerent|moody|sullen|dishevelled)\b"
)
"""What may open a sentence with nobody before it."""
_NOT = re.compile(r"\b(?:not|no|never|nobody|isn't|wasn't|less|without|if|whether|why)\b")


@frozen(kw_only=True, slots=False)
class Opinion:
    """Find bare verdicts of one of the `words` on how somebody was: *He was agitated.*

    A sentence is bare where each other word in it names somebody, a time or a degree. One sign beside it is enough to
    be silent: in the same sentence, or in the one before or after, something somebody
    did, said, or that was counted. Quotations, and anybody's words but a worker's, are not touched.
    """

    words: tuple[str, ...]

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a verdict."""
        for record in case_file.records:
            if record.kind in scope:
                for item in prose(record):
                    if item.entry.speaker == "worker" and self._verdict.search(plain(item.entry.text)):
                        yield from self._in(record, item)

    def _in(self, record: Record, item: Prose) -> Iterator[Place]:
        passage = Passage(item.entry.text)
        called = _called(record)
        sentences = [(start, end, plain(passage.plain.text[start:end])) for start, end in passage.sentence_spans]
        for at, (start, end, said) in enumerate(sentences):
            if not said.strip(" .!\n-*•"):
                continue
            beside = " ".join(other for _, _, other in sentences[max(0, at - 1) : at + 2])
            if not self._is_bare(said, called) or _SIGN.search(beside.replace(said, " ")) or has_quotation(beside):
                continue
            if not passage.in_quotes(start, end):
                first, last = passage.place(start, end)
                yield Place(record_id=record.header.id, field=item.pointer, start=first, end=last)

    def _is_bare(self, said: str, called: frozenset[str]) -> bool:
        """Whether a sentence is a verdict, and every other word in it names somebody, a time or a degree."""
        names = "|".join(map(re.escape, sorted(called))) or "(?!)"
        somebody = rf"\b(?:(?:mr|mrs|ms|miss)\.? [\w'-]+|(?:{names})(?:-(?:{names}))*)\b"
        said = re.sub(somebody, "she", said.strip(" .!\n-*•"))
        said = re.sub(r"\bnot (?:him|her|them)sel(?:f|ves)\b|\b\d{1,2}(?:st|nd|rd|th)?\b|\b20\d\d\b", " ", said)
        said = re.sub(
            r"^(?:during|throughout|at|on|in) [\w' -]{3,30}?(?=,? (?:she|he|they|his|her|their)\b),? ", "", said
        )
        beside = self._verdict.sub(" ", said)
        words = re.findall(r"[a-z0-9][\w'-]*", beside)
        rest = {word.removesuffix("'s") for word in words} <= _BESIDE
        opens = _WHOSE.match(said) or _BY_ITSELF.match(said)
        return rest and bool(opens) and beside != said and not _NOT.search(beside)

    @cached_property
    def _verdict(self) -> re.Pattern[str]:
        words = "|".join(re.escape(word) for word in sorted(self.words, key=len, reverse=True))
        return re.compile(rf"\b(?:{words})\b")


def _called(record: Record) -> frozenset[str]:
    """The names of the person and of those around them."""
    around = {word for one in getattr(record, "network", ()) if one.relation for word in plain(one.who).split()}
    return own_names(record.header.person) | around


_SIGN = re.compile(
    r"\b(?:\d+ (?!visits)[a-z]+s|said|says|told|asked|shouted|shouting|cried|crying|walked|walking|paced|pacing|"
    r"threw|throwing|hit|"
    r"pushed|turned|left|sat|stood|ran|refused|wept|tears|tearful|banged|slammed|looked|held|wrote|rang|laughed|"
    r"because|when|as (?:his|her|their|he|she|they|the)|after|since|so|until|minutes|hours|times|gripped|rocked|"
    r"rocking|whisper\w*|clenched|swore|swearing|"
    r"could not (?:say|name|tell|remember)|did not (?:know|recognise|remember)|forgot|repeated|eyes|hands?|voice)\b"
)
