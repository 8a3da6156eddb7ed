"""A difficulty in taking part, told in other words than those of the law, and nobody beside the person."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.missing import is_filled, value
from sbp.checks.wording import KIN, any_of, has_died, near_death, plain, whole
from sbp.findings import Place
from sbp.passage import Passage
from sbp.records import Record, prose

_NOT = (
    r"(?:cannot|could not|can not|can't|couldn't|unable to|not able to|did not|didn't|does not|doesn't|"
    r"struggle[sd]? to|(?:finds|found) it (?:\w+ )?(?:hard|difficult) to|(?:finds|found) it (?:hard|difficult)|"
    r"not possible to|difficulty (?:in )?|failed to) ?(?:\w+ly )?(?:be able to )?"
)
_OF_THE_TALK = (
    r"(?:what|information|conversations?|options?|purpose|discuss\w+|meeting|assessment|questions?|choices?|plan|"
    r"process|decision|it|visit|views?|wishes|wants?|feelings|opinions?|explained|said|consequences|alternatives)"
)
_SIDES = {
    "understanding": re.compile(
        rf"\b{_NOT}(?:understand\w*|follow\w*|process\w*|take in|comprehend\w*|grasp\w*) (?:[\w'-]+ "
        rf"){{0,4}}?{_OF_THE_TALK}\b"
        rf"|\bno understanding of (?:[\w'-]+ ){{0,3}}?{_OF_THE_TALK}\b"
    ),
    "retaining": re.compile(
        rf"\b{_NOT}(?:retain\w*|remember\w*|recall\w*|hold|keep in mind|say back|repeat back)\b(?! where)"
        rf"(?: (?:[\w'-]+ ){{0,4}}?{_OF_THE_TALK}\b)?|\bloses the thread\b|"
        r"\bforgets? (?:within|in|after) (?:\w+ )?(?:minutes?|seconds)"
    ),
    "weighing": re.compile(
        rf"\b{_NOT}(?:use (?:or|and) )?weigh\w*\b|\b(?:tends to )?(?:agrees?|says yes|goes along)(?: \w+)? "
        r"(?:with |to )?(?:whoever|whatever|everything|anything|everyone|anyone)\b"
    ),
    "communicating": re.compile(
        rf"\b{_NOT}(?:communicat\w*|express\w*|convey\w*|make (?:his|her|their)|tell (?:us|me)|voic\w+) "
        rf"(?:[\w'-]+ ){{0,4}}?(?:views?|wishes|feelings|opinions?|choices?|decision|known|wants?)\b"
        r"|\bnon[- ]verbal\b|\b(?:does not|doesn't) use words\b|\bno verbal communication\b"
    ),
    "taking part": re.compile(
        rf"\b{_NOT}(?:participat\w+|take part|taking part|contribut\w+|engag\w+|be involved)(?: \w+)? in (?:the |"
        rf"this |his |"
        r"her )?(?:\w+ )?(?:assessment|review|meeting|discussion|conversation|process|planning)\b"
    ),
}
"""The four parts of a substantial difficulty, and taking part as a whole, as workers tell of them."""
_NOBODY = re.compile(
    r"\b(?:no (?:family|relatives?|relations|nok|next of kin|friends|(?:\w+ )?(?:representative|appropriate))|"
    r"(?:nobody|no[- ]one)(?: \w+)? (?:to|with|visits|involved|who|appropriate|suitable|beside|else)|unbefriended|"
    r"parents (?:are |both |have )*(?:dead|deceased|died)|not in (?:touch|contact)|had (?:nobody|no[- ]one)|"
    r"no (?:\w+ )?contact (?:with )?(?:family|relatives)?)\b"
)
_NEAR = re.compile(rf"\b(?:{KIN}|husband's|wife's|carer)\b")
_MADE_EASIER = re.compile(
    r"\b(?:pictures?|photo\w*|large print|easy[- ]read|board|makaton|bsl|sign(?:s|ed|ing)? |interpreter|gestures?|"
    r"came back|went back|came again|(?:said|say|told|tell) (?:it|them|me) back|in (?:his|her|their) own words|"
    r"short sentences|sentences are short|when the|talking mats|slt|salt|speech (?:and language )?therap\w+|so we|then "
    r"(?:he|she|they)|took (?:an hour|time|it slowly)|everything (?:he|she|they) want\w*|yes or no|yes/no|eyes|points?|"
    r"thumb\w*|objects of reference|tablet|app)\b"
)


@frozen(kw_only=True)
class Unaided:
    """Find a worker's words of a difficulty in understanding, retaining, weighing or saying, with nobody to help.

    Nobody helps where the record says that there is nobody, or where two sides of it, or taking part at all, are
    hard and no family or friend is named. One of the cues in `unless` or the fields in `fields` answers it; cues in
    `void` only sound so. So does a way found of asking, in the same entry. Words of the law (*substantial
    difficulty*) have a rule of their own.
    """

    unless: tuple[str, ...]
    void: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a record, at the first such words."""
        for record in case_file.records:
            if record.kind in scope and not self._is_helped(record):
                yield from _in(record)

    def _is_helped(self, record: Record) -> bool:
        told = plain(whole(record))
        if not any(cues.search(told) for cues in _SIDES.values()) or "substantial difficult" in told:
            return True
        left = any_of(self.void).sub(" ", told) if self.void else told
        helped = any_of(self.unless).search(left) is not None
        filled = any(is_filled(value(record, name)) for name in self.fields)
        return helped or filled or has_died(record) or near_death(record)


def _in(record: Record) -> Iterator[Place]:
    told = plain(whole(record))
    lone = _NOBODY.search(told) is not None
    known = _NEAR.search(_NOBODY.sub(" ", told)) is not None
    sides: set[str] = set()
    first: Place | None = None
    for item in prose(record):
        said = plain(item.entry.text)
        if item.entry.speaker != "worker" or _MADE_EASIER.search(said):
            continue
        passage = Passage(item.entry.text)
        for start, end in passage.sentence_spans:
            for side, cues in _SIDES.items():
                found = cues.search(plain(passage.plain.text[start:end]))
                if found and not passage.in_quotes(start + found.start(), start + found.end()):
                    at = passage.place(start + found.start(), start + found.end())
                    first = first or Place(record_id=record.header.id, field=item.pointer, start=at[0], end=at[1])
                    sides.add(side)
    if first and (lone or (not known and ("taking part" in sides or len(sides) > 1))):
        yield first
