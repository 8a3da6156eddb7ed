"""Danger and what is forbidden because of it, and nothing of the life on the other side."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.cues import any_of
from sbp.checks.wording import has_died, has_quotation, near_death, own_names, plain
from sbp.findings import Place
from sbp.passage import Passage
from sbp.records import Prose, Record, prose

_HAZARD = re.compile(
    r"\b(?:risks?|hazards?|unsafe|danger\w*|likelihood|severity|not safe|vulnerable to|exposed to|potential for|"
    r"(?:falls?|fire|choking|pressure|self-neglect|wandering|exploitation|burns|scalds|absconding|aspiration|"
    r"medication|skin)(?: risk)?(?: ?[:=-]+ ?| (?:is |are |rated |assessed as )?)(?:very )?(?:high|medium|moderate|"
    r"severe|significant|amber|red))\b"
)
"""What could happen."""
_BARE = frozenset(
    """risk risks fall falls falling pressure damage area areas sore sores skin tissue viability aspiration infection
    infections uti choking isolation social malnutrition dehydration fire self neglect self-neglect wandering burn burns
    scald scalds exploitation financial abuse medication error errors overdose relapse absconding aggression verbal
    physical deterioration long lie hypothermia fracture smoking hoarding suicide self-harm carer breakdown readmission
    eviction discharge failed high med medium moderate severe amber red of and in the home to others at refusing pendant
    inflicted poor mobility balance nutrition due fluid intake weight loss getting lost""".split()
)
"""Dangers listed without a sentence around them."""
_BAN = re.compile(
    r"\b(?:(?:not|never) to (?!be (?:rushed|woken|disturbed|called|hurried|shouted|spoken|moved|lifted by))|(?:must|"
    r"should|shall|may|can) (?:not|never|no longer|stop|remain|stay|be (?:supervised|accompanied|kept|locked|removed|"
    r"prevented|discouraged|escorted|monitored|observed|alarmed))|cannot be (?:left|managed|mitigated|allowed)|"
    r"not (?:allowed|permitted|be (?:left|allowed|permitted|given))|no longer (?:allowed|permitted)|is not permitted|"
    r"discourag\w*|prohibit\w*|forbidden|confiscat\w*|withh(?:eld|old\w*)|prevent(?:ed)? (?:him|her|them) from|"
    r"stop(?:ped)? (?:him|her|them) from|advised (?:not|against)|needs? to be (?:kept|locked|removed|supervised)|"
    r"too (?:risky|dangerous)|do not (?:let|allow|leave|mobilise)|restrict\w*|"
    r"(?:24|twenty-four)[ -]?hour (?:supervision|care|staffing)|(?:constant|1:1|one to one) supervision|"
    r"supervis(?:ed|ion) at all times|(?:kept|keep) (?:\w+ )?(?:locked|bolted|indoors|downstairs|in (?:his|her) "
    r"(?:chair|room|bed))|must be (?:locked|removed|accompanied)|(?:residential|nursing) (?:placement|care|bed)|"
    r"(?:gas|cooker|kettle|stove|power|keys?|matches|lighters?|money|cash|bank card|phone)\b[^.;]{0,25}\b(?:turned off|"
    r"disconnected|removed|taken|capped|isolated|switched off|locked away)|(?:is|are|be|being) kept (?:in|indoors|"
    r"downstairs|inside|on)|"
    r"placement (?:is |to be )?(?:required|sought|sourced|needed|recommended))\b"
)
"""What somebody may not do."""
_CONTROL = re.compile(
    r"\b(?:to|should|will|must) be (?:\w+ly )?(?:kept|locked|removed|taken|capped|switched|held|fitted|"
    r"alarmed|monitored|"
    r"checked|observed|escalated|reported|sourced|sought|carried|increased|isolated|disconnected|bolted|installed|"
    r"thickened|stopped|fixed|considered|discouraged|supervised|accompanied|signed|in place|in pairs|recorded|"
    r"reassessed|reviewed)\b|^(?:staff|carers?|pa|two staff|all staff|visits?|checks?) (?:to|must|should|will)\b|"
    r"\b(?:two staff|door sensor|bed rails|falls sensor|sensor mat|locked (?:box|away|cupboard)|hourly checks|"
    r"risk rating|rating|breach|rehom\w+|staff to|removed from|no (?:candles|smoking|visitors|access|lighters|"
    r"matches|alcohol)|(?:gate|alarm|lock|rails?) (?:to|on|fitted)|in pairs|kettle only|supervision)\b"
)
"""What staff do against it."""
_TO_STAFF = re.compile(
    r"\b(?:carers?|staff|agency|workers?|visitors?|nobody|no[- ]one|night staff|they|drivers?|risk is|"
    r"assumed)\b[^.;,]{0,40}$"
)
"""Whom a ban is for, where it is not the person."""
_DOES = re.compile(
    r"(?!(?:his|its|thus|plus|less|across)$)[a-z']+(?:s|ed)|kept|knew|went|took|made|rang|held|chose|came|sat|found"
)
_LACKS = frozenset(
    """is was has had have are were needs requires required needed cannot can't couldn't could does did doesn't didn't
    may might would should must will shall remains remained presents presented appears appeared seems lacks lacked
    forgets
    forgot falls fell leaves left lost loses refuses refused declines declined wanders wandered smokes smoked drinks
    drank chokes choked mobilises mobilised transfers transferred suffers suffered struggles struggled becomes became
    places placed poses posed lives lived resides tends tended fails failed continues continued sustained sustains
    experiences experienced displays displayed exhibits demonstrates hoards neglects lets opens allows allowed attempts
    attempted puts disengages absconds absconded relies depends misses missed this as us class address towards always
    perhaps sometimes unless supervised assisted unaided
    fallen been had lost let refused previously needs has have""".split()
)
"""What somebody is, lacks or suffers: no doing to be weighed. The last are no verbs."""


@frozen(kw_only=True)
class Risk:
    """Find sections of danger and of what is forbidden because of it, and nothing to weigh it against.

    A section is so where most of its sentences, two at least, name a risk, a ban or a control, and none tells of
    something the person does, wants or says, has one of the cues in `unless`, or quotes anybody. With `banned`, only
    those in which something is forbidden; without, those in which nothing is, under one of the `headings` (cues of
    asking for risks, where a single sentence is enough) or with three risks.
    """

    banned: bool
    unless: tuple[str, ...]
    headings: tuple[str, ...] = ()

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a section, at its first sentence of risk."""
        for record in case_file.records:
            if record.kind in scope and not has_died(record):
                yield from self._in(record)

    def _in(self, record: Record) -> Iterator[Place]:
        entries = list(prose(record))
        said: set[str] = set()
        for item in entries:
            section = item.pointer.split("/entries/")[0]
            if item.entry.speaker != "worker" or section in said or item.pointer.startswith("/eligibility/"):
                continue
            beside = [one for one in entries if one.pointer.split("/entries/")[0] == section]
            found = self._weighs_nothing(item, beside, record)
            if found:
                said.add(section)
                yield Place(record_id=record.header.id, field=item.pointer, start=found[0], end=found[1])

    def _weighs_nothing(self, item: Prose, beside: list[Prose], record: Record) -> tuple[int, int] | None:
        """The first sentence of risk in an entry that has little else, where its section weighs nothing."""
        passage = Passage(item.entry.text)
        spans = [(start, end) for start, end in passage.sentence_spans if passage.plain.text[start:end].strip(" \n-*•")]
        said = [plain(passage.plain.text[start:end]).strip(" \n-*•") for start, end in spans]
        hazards = [_HAZARD.search(one) is not None or _is_bare(one) for one in said]
        bans = [_is_ban(one) for one in said]
        risky = [hazards[at] or bans[at] or _CONTROL.search(one) is not None for at, one in enumerate(said)]
        headed = any_of(self.headings).search(plain(item.heading)) is not None
        enough = sum(hazards) + sum(bans) >= 2 or sum(risky) >= 2 or (headed and sum(risky) == len(risky) == 1)
        dense = 10 * sum(risky) >= 6 * len(risky) and any(hazards)
        named = any(bans) if self.banned else not any(bans) and (headed or sum(hazards) > 2)
        if not (enough and dense and named) or near_death(record):
            return None
        if any(one.entry.speaker != "worker" or self._lives(one.entry.text, record) for one in beside):
            return None
        return passage.place(*spans[risky.index(True)])

    def _lives(self, text: str, record: Record) -> bool:
        """Whether a text tells of a wish, a word or a doing of the person."""
        said = plain(text)
        if has_quotation(text) or any_of(self.unless).search(said):
            return True
        called = "|".join(map(re.escape, sorted(own_names(record.header.person)))) or "(?!)"
        verbs = re.finditer(
            rf"\b(?:he|she|they|i|{called}) (?:\w+ly |also |still |now |then |often )*(?:is |are |has |"
            rf"have )?(?P<does>[a-z']+)",
            said,
        )
        return any(_DOES.fullmatch(met["does"]) and met["does"] not in _LACKS for met in verbs)


def _is_bare(said: str) -> bool:
    words = re.findall(r"[\w'-]+", said)
    return bool(words) and not words[0][0].isdigit() and _BARE.issuperset(words)


def _is_ban(said: str) -> bool:
    return any(not _TO_STAFF.search(said, 0, met.start()) for met in _BAN.finditer(said))
