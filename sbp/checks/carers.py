"""Family and friends who care for somebody, and are named in the record and never heard."""

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.family import NO_NAME, SOMEBODY, called, family, speaks_of_any, written_over
from sbp.checks.wording import KIN, near_death, own_names, plain
from sbp.findings import Place
from sbp.records import Record, prose

_NEED = (
    r"(?:continence|catheter|pads?|peg|feeds|transfers|hoist\w*|medication|meds|tablets|insulin|dialysis|"
    r"dressings|stoma|"
    r"meals?|cooking|personal care|wash\w*|dress\w*|bath\w*|toilet\w*|nights?|shopping|cleaning|finances|laundry|"
    r"injections|physio exercises)"
)
_ALL = (
    rf"(?:(?:all|most|much)\b|(?:[\w']+ ){{0,3}}?(?:needs|{_NEED})\b|personal|daily|some|care|support|"
    rf"everything|it all|the "
    r"lot|meals|shopping|washing|cooking|laundry|nights)"
)
_DONE = r"(?:wash|dress|bath|bathe|feed|lift|toilet|shower|hoist|chang|turn|clean|prompt|settl|undress)"
_CARING = (
    rf"(?:(?:provides?|does|do|meets?|manages?|handles?|undertakes?|covers?) {_ALL}|(?:sees? to|takes? care of|"
    rf"attends? "
    rf"to|deals? with) {_ALL}|(?:cares? for|looks? after) (?:him|her|them|mr|mrs|ms|miss)\b|"
    rf"(?:{_DONE}(?:e?s)(?:,| and)* ){{1,4}}(?:him|her|them|(?:mr|mrs|ms|miss) \w+)\b|"
    rf"(?:manages?|does|gives?|administers?|changes?|sorts?|handles?|provides?|undertakes?|oversees) "
    rf"(?:(?!lawn|garden)[\w']+ ){{0,2}}{_NEED}\b|"
    r"(?:helps?|supports?|assists?) (?:him |her |them )?(?:to (?:wash|dress|bathe|transfer|get (?:up|dressed|"
    r"washed))|with (?:all|most|everything|his|her|their|the|personal|washing|dressing|transfers|medication|meals))\b|"
    r"gets? up (?:to|with|in the night|at night|several|twice|(?:\w+ ){1,3}times)\b|gets (?:him|her|them) (?:up|"
    r"washed|dressed|to bed|in and out)\b)"
)
_HEARS = (
    r"(?:said|says|told|tells|asked|feels|felt|finds|found|wants|would like|worries|is worried|is tired|is exhausted|"
    r"hopes|thinks|is willing|are willing|is happy|wishes|described|explained|reports?|agreed|misses|struggles|"
    r"is struggling|has offered|offered|enjoys|likes|loves|gave up|sleeps (?:badly|poorly|little|lightly|no)|would "
    r"rather|prefers|chose)"
)
_ASKED = re.compile(
    rf"\bcarer'?s'? (?:assessment|needs|views?|own)\b|\bca (?:offered|done|declined|completed)\b|"
    rf"\bimpact (?:of (?:the )?caring|on (?:the |his |her |their )?(?:carer|{KIN}))|\b(?:her|his|their|"
    rf"\w+'s) own assessment\b"
)
_FELT = re.compile(
    r"\b(?:willing|unwilling|impact|break|respite|struggling|cope|coping|exhausted|worn out|tired|strain|sleep)\b"
)
"""What a carer is or feels, in an entry that speaks of one."""
_CARED_FOR = re.compile(r"\b(?:looks? after|car(?:es|ing|ed) for|carer (?:for|to|of)|nurs(?:es|ed)|helps?) (?:\w+ )?$")
"""What makes of family somebody the person looks after."""
_FEMALE = r"(?:wife|daughter|mother|mum|mam|sister|niece|aunt|granddaughter)"
_MALE = r"(?:husband|son|father|dad|brother|nephew|uncle|grandson)"
_SOMEBODY = re.compile(rf"\b([A-Z][\w'-]+) (?:(?:also|still|often|who|[\w'-]+ly) )?{_HEARS}\b")


@frozen(kw_only=True)
class Carers:
    """Find records that have family or friends caring, and no view, no effect on them, no word on their being willing.

    Somebody is family by the word for it, or by a first name that the records put beside one: *Daughter Karen*.
    """

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """At most one place a record."""
        names = family(case_file)
        for record in case_file.records:
            if record.kind in scope:
                yield from _unheard(record, case_file, names)


_ONWARDS = r"(?:(?!\b(?:he|she|they|i|carers?|staff|nurses?)\b)[^.;\n]){0,80}?"
"""What comes between somebody and what they do, in one sentence that goes on about them."""


@cache
def _giving() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{SOMEBODY}|(?<!man )(?<!male )(?<!paid )(?<!agency )carer)(?:, [^,.;\n]{{3,45}},| of "
        rf"[\w ]{{3,20}}?)?,? (?:(?!will|to|can|should|must|"
        rf"would|could|may|might|did|used|who|not|"
        rf"never)\w+ )?(?:currently |already |"
        rf"also )?{_CARING}"
        rf"|\b(?:main |informal |family )?carer:? (?:is )?{SOMEBODY}[.;,)]? ?(?:who )?{_CARING}"
        rf"|\b{SOMEBODY} (?:visits|comes|calls|pops in|goes in)(?: [\w'-]+){{0,4}} to (?:do|help|wash|dress|cook|"
        rf"prepare|give|see to|"
        rf"provide|make|sort|manage|assist|support)\b"
        rf"|\b{SOMEBODY},? (?:(?:(?!\b(?:will|to|would|can)\b)[\w' -]){{0,40}}?[, ])?(?:who|and)(?: has|"
        rf" have)?(?: \w+ly)? {_CARING}"
        rf"|\b{SOMEBODY} (?:has|have) (?:\w+ )?(?:(?:{_DONE}e?d|fed)(?:,| and)* ){{1,4}}(?:him|her|them)\b"
        rf"|\b{SOMEBODY},? {_ONWARDS}\b(?:comes|calls|visits|goes|moved|stays|stops)\b{_ONWARDS}\b(?:to (?:wash|dress|"
        rf"change|feed|cook|lift|bathe|toilet|give|see to|hoist) (?:him|her|them|his|her|their|the|meals)\b|"
        rf"and {_CARING})"
        rf"|\b(?:cared for|looked after|washed|dressed|fed|bathed|lifted|turned|hoisted|changed) (?:[\w']+ ){{0,8}}?by "
        rf"{SOMEBODY}\b"
        rf"|\b(?:care|meals|medication|washing|dressing|cooking|support|everything)(?: (?:is|are|all))* "
        rf"(?:provided|done|given|"
        rf"met|carried out|managed|undertaken|cooked|prepared|administered)(?: [\w]+ly)? by {SOMEBODY}\b"
        rf"|\brel(?:ies|iant) (?:\w+ )?(?:up)?on {SOMEBODY} (?:for|to)\b"
        rf"|\b{SOMEBODY} (?:who )?is (?:the |his |her |their )?(?:main|sole|full[- ]time|informal|unpaid) carer\b"
        rf"|\b{SOMEBODY}(?: \(\d+\))? {_ONWARDS}\b(?:(?:washes|dresses|bathes|feeds|lifts|toilets|showers|hoists|"
        rf"changes|turns) "
        rf"(?:and (?:washes|dresses|feeds|changes) )?(?:him|her|them)\b|prompts (?:him|her|them) to (?:wash|dress|eat)|"
        rf"(?:moved (?:back )?in|gave up \w+) to (?:care for|look after)\b|"
        rf"(?:twice|three times|four times|every|each|once) (?:daily|a day|day|night|morning|evening)\b{_ONWARDS}\b"
        rf"(?:meds|medication|tablets|meals|wash\w*|dress\w*|personal care|pads?|bed|dinner|breakfast)\b|"
        rf"(?:meds|medication|tablets|meals|washing|personal care|dinner|pads?)\b{_ONWARDS}\b(?:twice|three times|four "
        r"times|every|each) (?:daily|a day|day|night|morning|evening)\b)"
        rf"|\b(?:supported|helped|assisted|prompted) (?:[\w']+ ){{0,2}}?by {SOMEBODY}(?: \(\d+\))? (?:with|to|in)\b"
        rf"|\b(?:washing|dressing|meals|medication|meds|w/c|toilet\w*|personal care|needs met)(?::| -| by) {SOMEBODY}"
        r"(?= ?(?:[.,;\n(]|$|who\b|does\b|daily\b|and\b))"
    )


def _unheard(record: Record, case_file: CaseFile, names: dict[str, str]) -> Iterator[Place]:
    entries = list(prose(record))
    own = any(other.kind.startswith("carers_") for other in case_file.records)
    refused = getattr(record, "refusal", None) is not None
    if own or refused:
        return
    for item in entries:
        words = plain(item.entry.text)
        told = written_over(words, names)
        given = (met for met in _giving().finditer(told) if not _CARED_FOR.search(told, 0, met.start()))
        found = next(given, None)
        if found and item.entry.speaker == "worker" and not _is_asked(record, words[slice(*found.span())], names):
            people = called(words[slice(*found.span())], names)
            if not _is_heard(record, names, people) and not near_death(record):
                yield Place(record_id=record.header.id, field=item.pointer, start=found.start(), end=found.end())
            return


def _is_asked(record: Record, words: str, names: dict[str, str]) -> bool:
    """Whether a connection that may be the carer of these words says whether they are willing."""
    anybody = re.compile(rf"\b(?:{'|'.join([KIN, *names])})\b")
    meant = set(anybody.findall(words))
    asked = [one for one in getattr(record, "network", ()) if one.willing is not None]
    return any(not one.relation or meant & set(anybody.findall(plain(f"{one.who} {one.relation}"))) for one in asked)


def _of_them(text: str, names: dict[str, str], people: frozenset[str]) -> str:
    """A plain text without the sentences that tell of other family than these people."""
    anybody = frozenset(names) | frozenset(re.findall(rf"\b{KIN}\b", text))
    sentences = re.split(r"(?<=[.;\n]) ?", text)
    apart = anybody - people
    return " ".join(one for one in sentences if speaks_of_any(one, people) or not speaks_of_any(one, apart))


def _is_heard(record: Record, names: dict[str, str], people: frozenset[str]) -> bool:
    """Whether a carer speaks, or the record says what they say, feel or lose: by word, by name, or as he or she.

    Of a carer who is named, what other family say counts for nothing.
    """
    own = own_names(record.header.person)
    for item in prose(record):
        said = plain(item.entry.text)
        said = written_over(_of_them(said, names, people) if people & frozenset(names) else said, names)
        if item.entry.speaker == "carer" or _ASKED.search(said) or _heard().search(said):
            return True
        others = {met[1].lower() for met in _SOMEBODY.finditer(item.entry.text)} - own - NO_NAME
        if others and not names:
            return True
        kin = _kin_or_carer().search(said)
        if kin and _FELT.search(said):
            return True
        if kin and re.search(rf"\b{_pronoun(kin.group())} (?:\w+ )?{_HEARS}\b", said[kin.end() :]):
            return True
    return False


@cache
def _heard() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{SOMEBODY}|carers?)(?: and \w+)? (?:[\w']+ ){{0,2}}?{_HEARS}\b")


@cache
def _kin_or_carer() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{SOMEBODY}|carer)\b")


def _pronoun(kin: str) -> str:
    """How a later sentence goes on to speak of somebody called by such a word."""
    if re.search(rf"\b{_FEMALE}\b", kin):
        return "(?:she|they)"
    return "(?:he|they)" if re.search(rf"\b{_MALE}\b", kin) else "(?:he|she|they)"
