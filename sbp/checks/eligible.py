"""Determinations whose recorded parts do not carry them. Nobody's eligibility is computed; it is only asked after."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.wording import KIN, own_names, plain
from sbp.findings import Place
from sbp.passage.sections import section_kind
from sbp.records import CarersAssessment, Entry, NeedsAssessment, Prose, prose

_MET_BY = re.compile(
    rf"\b(?:met|provided|done|covered|supported|managed) (?:[\w]+ ){{0,3}}by (?:his |her |their |the |"
    rf"my )?(?:{KIN}|carer|informal carers?|informal support)\b"
    rf"|\b(?:as|because|since) (?:his |her |their |the )?(?:{KIN}|carer) (?:[\w]+ ){{0,2}}(?:does|do|meets?|"
    rf"provides?|helps?|supports?|manages?|cooks|washes|cares?|is there|lives with)\b"
    rf"|\b(?:{KIN}|carer) (?:\w+ )?(?:assists?|helps?|provides?|does|do|supports?|manages?|prepares?|cooks|washes|"
    rf"dresses)\b[^.;\n]{{0,60}}\b(?:therefore|hence|thus|which means|so (?:this|the|no|he|she|they))\b"
    rf"|\b(?:undertaken|carried out|prepared|given|completed|addressed) (?:\w+ ){{0,3}}by (?:his |her |their |the )?"
    rf"(?:{KIN}|carer|informal)\b"
    rf"|\b(?:through|via|with) (?:the )?(?:support|help|assistance|input) (?:of|from) (?:his |her |their |the )?"
    rf"(?:{KIN}|carer|informal)\b|\b(?:through|via|by) (?:\w+ )?(?:informal|natural|family) (?:support|care|help)\b"
    rf"|\b(?:{KIN}|carers?)(?: who| [\w']+ly)? (?:(?:is |are )?(?:able|willing|happy) to |can |will )?"
    r"(?:provides?|meets?|undertakes?|completes?|prepares?|attends? to|sees? to)\b"
    rf"|\b(?:{KIN}) (?:visits?|comes?|calls?) [^.;\n]{{0,30}}\band (?:provides?|meets?|does|gives?|prepares?|cooks)\b"
    rf"|\b(?:{KIN}) (?:cooks|does|makes|gives|manages) (?:all|most|every\w*|his|her|their|the)\b"
    rf"|\b(?:{KIN}) (?:assists?|helps?|supports?) (?:him |her |them )?with [^.\n]{{0,60}}\b(?:not counted|not a need|"
    r"not considered|no unmet|not eligible)\b"
    r"|\b(?:because|as|since) (?!he\b|she\b|they\b|it\b|i\b|we\b|who\b|this\b)[\w'-]+ (?:is|are) (?:managing|coping|"
    r"doing (?:it|everything))\b"
    r"|\b(?:carer|informal (?:carer|support)|natural support|family support|family)(?: network)? (?:is |are |already )*"
    r"(?:in place|available|involved)\b"
)
_HELPED = re.compile(
    rf"\b(?:{KIN}|carers?|informal \w+)\b[^.;\n]{{0,60}}\b(?:meets?|met|assists?|helps?|supports?|provides?|does|"
    rf"do|cares?|"
    rf"cooks|prepares?|manages?|dresses|washes|shops|completes?|undertakes?|is there)\b"
    rf"|\b(?:help|support|assistance|care|reliance) (?:of|from|by|on|with|through) (?:[\w]+ ){{0,3}}(?:{KIN}|carers?)\b"
    rf"|\b(?:met|achieved|managed|supported) (?:[\w]+ ){{0,3}}(?:through|via|with|by) (?:[\w]+ ){{0,3}}(?:{KIN}|"
    rf"carers?|informal)\b"
)
"""Help from family, which is no reason where nobody was found eligible."""
_ALONE = re.compile(
    r"\b(?:(?:him|her|them)sel(?:f|ves)|unaided|independently|alone|on (?:his|her|their) own|"
    r"without (?:any )?(?:help|assistance|support))\b"
)
_LEFT_OUT = re.compile(
    r"\b(?:not eligible|no eligible|ineligible|does not meet|do not meet|not counted|not met the threshold|"
    r"no unmet|not considered|therefore no|(?:criteria|threshold) not met|no (?:significant impact|needs))\b"
)
_BLIND = re.compile(
    r"\b(?:leaving aside|setting aside|without (?:the |her |his |their )?(?:help|care|support)|disregard|"
    r"carer[- ]blind|regardless of|(?:was|were|is) (?:set|left) (?:aside|out)|without regard|even without|would still|"
    r"(?:was|is|were) away|by (?:him|her|them)sel(?:f|ves)|"
    rf"(?:even )?without (?:his |her |their |the )?{KIN}|if (?:his|her|their) {KIN} (?:were|was|did|could))\b"
)

_OF_THE_LAW = frozenset(
    """meet meets met meeting criteria criterion threshold eligible ineligible eligibility determination need needs care
    support act 2014 s13 section national minimum regulations under the a an is are was has have had been does do did
    not
    no in of for on at to and or with as by it this that these there he she they his her their mr mrs ms miss therefore
    considered found felt deemed assessed identified time present current currently number several some domains areas
    outcomes outcome two one more than least unable able achieve achieved significant impact wellbeing well-being person
    client adult service user social services evidence evidenced following assessment due professional judgement
    judgment
    panel agreed unmet all three parts limbs conditions test who fully clearly does doesn't don't reached""".split()
)


@frozen(kw_only=True)
class Eligible:
    """Find determinations where a part is missing or against them.

    `part` is `two-outcomes` (an adult found eligible with a single outcome named), `contradicted` (found eligible with
    a part of the test recorded as not met, or not eligible with every part recorded as met), or `carer-blind` (needs
    left out because a carer meets them), or `restated` (reasons that only say the decision again, in the words of the
    law).
    """

    part: Literal["two-outcomes", "contradicted", "carer-blind", "restated"]

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a determination, at the words where there are any."""
        for record in case_file.records:
            if record.kind not in scope or not isinstance(record, (NeedsAssessment, CarersAssessment)):
                continue
            if record.eligibility is None:
                for item in _in_words(record, self.part):
                    yield Place(record_id=record.header.id, field=item.pointer, start=0, end=len(item.entry.text))
                continue
            for pointer, end in _PARTS[self.part](record):
                yield Place(record_id=record.header.id, field=pointer, start=0, end=end)


def _in_words(record: NeedsAssessment | CarersAssessment, part: str) -> Iterator[Prose]:
    """The sections about eligibility, in a form without the field, that leave out for a carer or say only the law."""
    items = list(prose(record))
    headed = [item for item in items if item.pointer.startswith("/sections/") and _asks(item.heading)]
    if part == "carer-blind":
        for item in headed:
            said = plain(item.entry.text)
            if _MET_BY.search(said) and _LEFT_OUT.search(said) and not _sees(item.entry):
                yield item
    elsewhere = any("eligib" in plain(item.entry.text) for item in items if item not in headed)
    if part == "restated" and headed and not elsewhere and _says_the_law(record, [item.entry for item in headed]):
        yield headed[0]


def _asks(heading: str) -> bool:
    """Whether a heading asks for a determination or its reasons."""
    return (
        section_kind(heading) == "eligibility" or re.search(r"\b(?:reasons?|rationale)\b", plain(heading)) is not None
    )


def _single(record: NeedsAssessment | CarersAssessment) -> Iterator[tuple[str, int]]:
    assert record.eligibility is not None
    named = set(record.eligibility.outcomes)
    said = any(need.eligible is not None for need in record.needs)
    for need in record.needs:
        if need.statutory_outcome and (need.eligible or (need.eligible is None and not said)):
            named.add(need.statutory_outcome)
    if isinstance(record, NeedsAssessment) and record.eligibility.decision == "eligible" and len(named) == 1:
        yield "/eligibility/outcomes", 0


def _contradicted(record: NeedsAssessment | CarersAssessment) -> Iterator[tuple[str, int]]:
    made = record.eligibility
    assert made is not None
    cause = made.from_impairment if isinstance(record, NeedsAssessment) else made.from_necessary_care
    if made.decision == "eligible" and cause is False:
        name = "from_impairment" if isinstance(record, NeedsAssessment) else "from_necessary_care"
        yield f"/eligibility/{name}", 0
    if made.decision == "eligible" and made.significant_impact is False:
        yield "/eligibility/significant_impact", 0
    unmet = len(set(made.outcomes)) > 1 if isinstance(record, NeedsAssessment) else made.carer_outcomes
    if made.decision == "not-eligible" and cause and made.significant_impact and unmet:
        yield "/eligibility/decision", 0


def _sighted(record: NeedsAssessment | CarersAssessment) -> Iterator[tuple[str, int]]:
    assert record.eligibility is not None
    against = record.eligibility.decision == "not-eligible"
    for number, entry in enumerate(record.eligibility.reasons):
        said = plain(entry.text)
        met = _MET_BY.search(said) and (against or _LEFT_OUT.search(said))
        helped = _HELPED.search(said) and against and not _ALONE.search(said)
        if (met or helped) and not _sees(entry):
            yield f"/eligibility/reasons/{number}/text", len(entry.text)
    for place, need in enumerate(record.needs):
        for number, entry in enumerate(need.analysis):
            if need.eligible is False and _MET_BY.search(plain(entry.text)) and not _sees(entry):
                yield f"/needs/{place}/analysis/{number}/text", len(entry.text)


def _sees(entry: Entry) -> bool:
    return _BLIND.search(plain(entry.text)) is not None


def _restated(record: NeedsAssessment | CarersAssessment) -> Iterator[tuple[str, int]]:
    assert record.eligibility is not None
    reasons = record.eligibility.reasons
    if _says_the_law(record, reasons):
        yield "/eligibility/reasons/0/text", len(reasons[0].text)


def _says_the_law(record: NeedsAssessment | CarersAssessment, entries: Sequence[Entry]) -> bool:
    """Whether entries have words, and none but those of the law and of forms."""
    own = own_names(record.header.person)
    words = [word for entry in entries for word in re.findall(r"[a-z0-9'-]+", plain(entry.text)) if word not in own]
    return bool(words) and all(word in _OF_THE_LAW for word in words)


_PARTS: dict[str, Callable[[NeedsAssessment | CarersAssessment], Iterator[tuple[str, int]]]] = {
    "two-outcomes": _single,
    "contradicted": _contradicted,
    "carer-blind": _sighted,
    "restated": _restated,
}
