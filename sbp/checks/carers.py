"""Family and friends in a record: counted on without being asked, or named and never heard."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.wording import KIN, has_agreement, near_death, own_names, plain, whole
from sbp.findings import Place
from sbp.passage import Who
from sbp.records import Prose, Record, prose
from sbp.records.parts import Connection

_DOES = (
    r"(?:provide|cover|support|assist|help|monitor|supervise|manage|meet|care|wash|dress|prompt|shop|cook|clean|"
    r"transport|escort|be (?:there|on hand|around|responsible|providing|covering|doing|staying|helping)|"
    r"see to|check on|keep an eye|pick up|drive|sort|empty|sit with|move in|carry on|ensure|"
    r"give (?:him|her|them)|make (?:his|her|their|the|sure)|"
    r"do|administer|collect|take|stay|sleep|oversee|deal|handle|continue|step in|look after|attend to|undertake|"
    r"complete|bring|prepare|feed|lift)"
)
_DONE = (
    r"(?:prompted|reminded|driven|fetched|cleaned|shopped for|ordered|sorted|provided|covered|done|met|managed|"
    r"supported|prepared|cooked|given|administered|completed|undertaken|collected|"
    r"looked after|supervised|carried out|dealt with|helped|assisted|washed|dressed|fed)"
)
_WHEN = (
    r"(?:(?:at|on|in|over|during|for|until|after|between|from|if|when|once|outside) [\w' ]{2,45}?,? |it is "
    r"(?:expected|anticipated|envisaged|understood) that )?"
)
_ALL = (
    r"(?:all|most|much|(?:his|her|their|the) (?!lawn|garden|hedge|paper|bins|driv\w+|crossword|football)|"
    r"personal|daily|"
    r"some|care|support|everything|it all|the lot|meals|shopping|washing|cooking|laundry|nights)"
)
_CARING = (
    rf"(?:(?:provides?|does|do|meets?|manages?|handles?) {_ALL}|(?:sees? to|takes? care of|attends? to|deals? with) "
    rf"{_ALL}|(?:cares? for|looks? after|washes|dresses|bathes|feeds|lifts|toilets) (?:him|her|them|mr|mrs|ms|miss)\b|"
    r"(?:helps?|supports?|assists?) (?:him |her |them )?(?:to (?:wash|dress|bathe|transfer|get (?:up|dressed|"
    r"washed))|with (?:all|most|everything|his|her|their|the|personal|washing|dressing|transfers|medication|meals))\b|"
    r"gets? up (?:to|with|in the night|at night|several|twice|(?:\w+ ){1,3}times)\b)"
)
_HEARS = (
    r"(?:said|says|told|tells|asked|feels|felt|finds|found|wants|would like|worries|is worried|is tired|is exhausted|"
    r"hopes|thinks|is willing|are willing|is happy|wishes|described|explained|reports?|agreed|misses|sleeps|struggles|"
    r"is struggling|has offered|offered|enjoys|likes|loves|works|gave up)"
)
_ASKED = re.compile(
    rf"\bcarer'?s'? (?:assessment|needs|views?|own)\b|\bca (?:offered|done|declined|completed)\b|"
    rf"\bimpact (?:of (?:the )?caring|on (?:the |his |her |their )?(?:carer|{KIN}))|\b(?:her|his) own assessment\b"
)
_FELT = re.compile(
    r"\b(?:willing|unwilling|impact|break|respite|struggling|cope|coping|exhausted|worn out|tired|strain|sleep)\b"
)
"""What a carer is or feels, in an entry that speaks of one."""
_FEMALE = r"(?:wife|daughter|mother|mum|mam|sister|niece|aunt|granddaughter)"
_MALE = r"(?:husband|son|father|dad|brother|nephew|uncle|grandson)"
_NAMED = re.compile(
    rf"\b(?i:{KIN})(?:,|:| is| called)? \(?(?P<after>[A-Z][a-z]+)\b|"
    rf"\b(?P<before>[A-Z][a-z]+)(?:,| \(| is) ?(?:(?:his|her|their|the|an?|only|elder|younger|eldest|youngest) "
    rf")*{KIN}\b"
)
_CHILD = re.compile(r"\b([A-Z][a-z]+),? \(?(?:aged |is )?(?:[4-9]|1[0-7])(?: years old)?\)")
"""A child by name and age is family."""
_SOMEBODY = re.compile(rf"\b([A-Z][\w'-]+) (?:(?:also|still|often|who|[\w'-]+ly) )?{_HEARS}\b")
_NO_NAME = frozenset(
    "person client user staff nurse gp ot doctor agency provider we i he she they it the this that his her their "
    "who and but in on at mr mrs ms miss dr".split()
)


@frozen(kw_only=True)
class Carers:
    """Find family or friends counted on with nothing that says they were asked (`assumed`), or never heard (`unheard`).

    Somebody is family by the word for it, or by a first name that the records put beside one: *Daughter Karen*.
    `assumed` stands on the words. `unheard` is said once of a record that has family caring and no view, no effect on
    them, no word on whether they are willing.
    """

    about: Literal["assumed", "unheard"]

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place an assumption, or one a record."""
        look = _assumed if self.about == "assumed" else _unheard
        names = _family(case_file)
        for record in case_file.records:
            if record.kind in scope:
                yield from look(record, case_file, names)


def _family(case_file: CaseFile) -> tuple[str, ...]:
    """First names that stand beside a word for family or friends anywhere in the records, without the person's own."""
    texts = [item.entry.text for record in case_file.records for item in prose(record)]
    met = {(found["after"] or found["before"]).lower() for text in texts for found in _NAMED.finditer(text)}
    told = [one for record in case_file.records for one in getattr(record, "network", ()) if one.who]
    met |= {met[1].lower() for text in texts for met in _CHILD.finditer(text)}
    met |= {plain(one.who).split()[0] for one in told if re.search(rf"\b{KIN}\b", plain(one.relation))}
    own = {name for record in case_file.records for name in Who.of({"name": record.header.person.name}).names}
    return tuple(sorted(name for name in met - own - _NO_NAME if name.isalpha() and len(name) > 2))


_LETTER = "\u0199"
_CALLED = f"{_LETTER}{{3,}}"
_WHO = (
    rf"(?:(?:(?:his|her|their|the|my|[\w-]+'s) )?(?:\w+ \()?{KIN}\)?(?:,? \(?{_CALLED}\)?,?)?(?: and {KIN})?|{_CALLED})"
    r"(?: \((?:aged )?\d+\))?"
)
"""Family by word or by name, in a text whose family names are written over."""


def _written_over(text: str, names: tuple[str, ...]) -> str:
    """A plain text with every family name replaced, letter by letter, by a letter of no English word.

    So one pattern serves every family, and places stay what they are.
    """
    if not names:
        return text
    return re.sub(rf"\b(?:{'|'.join(names)})\b", lambda name: _LETTER * len(name.group()), text)


@cache
def _assuming() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[.;:,•*\n-]\s*|\b(?:and|then|while) ){_WHEN}(?:{_WHO} (?:(?:will|is to|are to|to|shall|"
        rf"must|should|"
        rf"can) (?:also |then )?(?:continue to )?(?!be (?!there|on hand|around|responsible|\w+ing)){_DOES}\b(?! "
        rf"to (?:make|"
        rf"decide))|(?:is|are) expected to\b|continues? to (?:provide|meet|do|support|manage)\b)|"
        rf"(?:anticipated|expected|assumed|envisaged|presumed|understood) that {_WHO} (?:will|can|would|"
        rf"is able|are able)\b|"
        rf"{_WHO} (?:is |are )?to be (?:called upon|relied (?:up)?on|used for)\b|"
        rf"(?:weekends?|nights?|evenings?|mornings?|meals?|shopping|medication|meds|personal care|transport|"
        rf"finances?|laundry|"
        rf"cleaning|bank holidays) ?[:=-] ?{_WHO}(?= ?(?:[.,;\n]|$))|"
        rf"[\w ,'-]{{3,60}}? (?:will|to|should|can|must|is to|are to) (?:also |then )?be {_DONE}(?: "
        rf"[\w'-]+){{0,3}}? by "
        rf"{_WHO}(?! (?:if|and (?:he|she))))"
    )


def _assumed(record: Record, case_file: CaseFile, names: tuple[str, ...]) -> Iterator[Place]:
    for item in prose(record):
        if item.entry.speaker != "worker" or has_agreement(item.entry.text) or _is_answered(record, item):
            continue
        words = plain(item.entry.text)
        found = _assuming().search(_written_over(words, names))
        if found and not _agreed(words[slice(*found.span())], names, case_file):
            start = found.start() + len(found.group()) - len(found.group().lstrip(" .;:,•*\n-"))
            yield Place(record_id=record.header.id, field=item.pointer, start=start, end=found.end())


def _agreed(words: str, names: tuple[str, ...], case_file: CaseFile) -> bool:
    """Whether a record says elsewhere of those who are named in the words that they offered, agreed or wish it."""
    meant = [name for name in names if re.search(rf"\b{name}\b", words)]
    if not meant:
        return False
    said = re.compile(
        rf"\b(?:{'|'.join(meant)})\b[^.\n]{{0,80}}\b(?:agreed|agrees|is willing|are willing|offered|offers|volunteered|"
        r"happy to|glad to|wants? to|wishes to|would like to|suggested|proposed|insists?|is keen)\b"
    )
    return any(said.search(plain(whole(record))) for record in case_file.records)


def _is_answered(record: Record, item: Prose) -> bool:
    """Whether the connection the words stand in says that somebody agreed, or was asked."""
    network: tuple[Connection, ...] = getattr(record, "network", ())
    parts = item.pointer.split("/")
    if parts[1] != "network":
        return any(connection.willing is not None or connection.agreed_by for connection in network)
    connection = network[int(parts[2])]
    return connection.willing is not None or bool(connection.agreed_by)


_ONWARDS = r"(?:(?!\b(?:he|she|they|i|carers?|staff|nurses?)\b)[^.;\n]){0,80}?"
"""What comes between somebody and what they do, in one sentence that goes on about them."""


@cache
def _giving() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_WHO}|carer)(?:, [^,.;\n]{{3,45}},| of [\w ]{{3,20}}?)? (?:(?!will|to|can|should|must|who|not|"
        rf"never)\w+ )?(?:currently |already |"
        rf"also )?{_CARING}"
        rf"|\b(?:main |informal |family )?carer:? (?:is )?{_WHO}[.;,)]? ?(?:who )?{_CARING}"
        rf"|\b{_WHO} (?:visits|comes|calls|pops in|goes in)(?: [\w'-]+){{0,4}} to (?:do|help|wash|dress|cook|"
        rf"prepare|give|see to|"
        rf"provide|make|sort|manage|assist|support)\b"
        rf"|\blives with {_WHO},? who {_CARING}"
        rf"|\b(?:cared for|looked after|washed|dressed|fed|bathed) (?:[\w']+ ){{0,4}}?by {_WHO}\b"
        rf"|\b(?:care|meals|medication|washing|dressing|cooking|support|everything)(?: (?:is|are|all))* "
        rf"(?:provided|done|given|"
        rf"met|carried out|managed|undertaken|cooked) by {_WHO}\b"
        rf"|\brel(?:ies|iant) (?:\w+ )?on {_WHO} (?:for|to)\b"
        rf"|\b{_WHO} (?:who )?is (?:the |his |her |their )?(?:main|sole|full[- ]time|informal|unpaid) carer\b"
        rf"|\b{_WHO}(?: \(\d+\))? {_ONWARDS}\b(?:(?:washes|dresses|bathes|feeds|lifts|toilets|showers|hoists|"
        rf"changes|turns) "
        rf"(?:and (?:washes|dresses|feeds|changes) )?(?:him|her|them)\b|prompts (?:him|her|them) to (?:wash|dress|eat)|"
        rf"(?:moved (?:back )?in|gave up \w+) to (?:care for|look after)\b|"
        rf"(?:twice|three times|four times|every|each|once) (?:daily|a day|day|night|morning|evening)\b{_ONWARDS}\b"
        rf"(?:meds|medication|tablets|meals|wash\w*|dress\w*|personal care|pads?|bed|dinner|breakfast)\b|"
        rf"(?:meds|medication|tablets|meals|washing|personal care|dinner|pads?)\b{_ONWARDS}\b(?:twice|three times|four "
        r"times|every|each) (?:daily|a day|day|night|morning|evening)\b)"
        rf"|\b(?:supported|helped|assisted|prompted) (?:[\w']+ ){{0,2}}?by {_WHO}(?: \(\d+\))? (?:with|to|in)\b"
        rf"|\b(?:washing|dressing|meals|medication|meds|w/c|toilet\w*|personal care|needs met)(?::| -| by) {_WHO}\b"
    )


def _unheard(record: Record, case_file: CaseFile, names: tuple[str, ...]) -> Iterator[Place]:
    entries = list(prose(record))
    own = any(other.kind.startswith("carers_") for other in case_file.records)
    refused = getattr(record, "refusal", None) is not None
    if own or refused:
        return
    for item in entries:
        words = plain(item.entry.text)
        found = _giving().search(_written_over(words, names))
        if found and item.entry.speaker == "worker" and not _is_asked(record, words[slice(*found.span())], names):
            if not _is_heard(record, names) and not near_death(record):
                yield Place(record_id=record.header.id, field=item.pointer, start=found.start(), end=found.end())
            return


def _is_asked(record: Record, words: str, names: tuple[str, ...]) -> bool:
    """Whether a connection that may be the carer of these words says whether they are willing."""
    called = re.compile(rf"\b(?:{'|'.join([KIN, *names])})\b")
    meant = set(called.findall(words))
    asked = [one for one in getattr(record, "network", ()) if one.willing is not None]
    return any(not one.relation or meant & set(called.findall(plain(f"{one.who} {one.relation}"))) for one in asked)


def _is_heard(record: Record, names: tuple[str, ...]) -> bool:
    """Whether a carer speaks, or the record says what they say, feel or lose: by word, by name, or as he or she."""
    own = own_names(record.header.person)
    for item in prose(record):
        said = _written_over(plain(item.entry.text), names)
        if item.entry.speaker == "carer" or _ASKED.search(said) or _heard().search(said):
            return True
        others = {met[1].lower() for met in _SOMEBODY.finditer(item.entry.text)} - own - _NO_NAME
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
    return re.compile(rf"\b(?:{_WHO}|carers?)(?: and \w+)? (?:[\w']+ ){{0,2}}?{_HEARS}\b")


@cache
def _kin_or_carer() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_WHO}|carer)\b")


def _pronoun(kin: str) -> str:
    """How a later sentence goes on to speak of somebody called by such a word."""
    if re.search(rf"\b{_FEMALE}\b", kin):
        return "(?:she|they)"
    return "(?:he|they)" if re.search(rf"\b{_MALE}\b", kin) else "(?:he|she|they)"
