"""Family and friends in a record: counted on without being asked, or named and never heard."""

import re
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.wording import KIN, has_agreement, near_death, plain
from sbp.findings import Place
from sbp.passage import Who
from sbp.records import Prose, Record, prose
from sbp.records.parts import Connection

_DOES = (
    r"(?:provide|cover|support|assist|help|monitor|supervise|manage|meet|care|wash|dress|prompt|shop|cook|clean|"
    r"transport|escort|"
    r"do|administer|collect|take|stay|sleep|oversee|deal|handle|continue|step in|look after|attend to|undertake|"
    r"complete|bring|prepare|feed|lift)"
)
_ASSUMED = re.compile(
    rf"(?:^|[.;:,•*\n-]\s*|\b(?:and|then) )(?:(?:his|her|their|the|"
    rf"my) )?(?:\w+ \()?{KIN}\)?(?: and {KIN})? (?:(?:will|is to|are to|to|shall|must|should|can) (?!be\b)(?:also |"
    rf"then )?"
    rf"(?:continue to )?{_DOES}\b(?! to (?:make|decide))|(?:is|are) expected to\b|continues? to (?:provide|meet|do|"
    rf"support|manage)\b)"
    rf"|\b(?:to|will) be (?:provided|covered|met|done|managed|carried out|completed|undertaken|given|supervised|"
    rf"prepared|administered|collected) by (?:his |her |their |the )?{KIN}\b"
    rf"|\b(?:anticipated|expected|assumed|envisaged|presumed|understood) that (?:his |her |their |the )?{KIN} "
    rf"(?:will|can|would|is able|are able)\b|\b{KIN} (?:is |are )?to be (?:called upon|relied (?:up)?on|used for)\b"
)
_GIVES = re.compile(
    rf"\b(?:{KIN}|carer) (?:(?!will|to|can|should|must|who)\w+ )?(?:currently |already |also )?(?:provides?|does|do|"
    rf"meets?|manages?) (?:all|most|"
    rf"his|her|their|the|personal|daily|some|care|support|everything|meals|shopping|washing)\b"
    rf"|\b(?:cared for|(?:care|meals|medication|washing|dressing|cooking|support|everything)(?: (?:is|are|all))* "
    rf"(?:provided|done|given|met|carried out|managed|undertaken|cooked)) by (?:his |her |their |the )?{KIN}\b"
    rf"|\b{KIN},?(?: \w+,?)? (?:who )?is (?:the |his |her |their )?(?:main|sole|full[- ]time|informal|unpaid) carer\b"
    rf"|\b{KIN} (?:(?!will|to|can|should|must|who)\w+ )?(?:(?:helps|supports|assists)(?: him| her| them)? with "
    rf"(?:his |her |their |all |most )?(?:personal care|washing|dressing|bathing|meals|medication|tablets)|"
    rf"(?:washes|dresses|bathes|feeds|lifts|hoists|toilets|cares for|looks after)(?: and \w+)? (?:him|her|them))\b"
)
_HEARD = re.compile(
    rf"\b((?i:{KIN}|carer|he|she|they)|[A-Z][\w'-]+) (?:(?:also|still|often|who|[\w'-]+ly) )?(?:said|says|told|tells|"
    r"asked|feels|felt|finds|found|wants|would like|worries|is worried|is tired|is exhausted|hopes|thinks|is willing|"
    r"are willing|is happy|wishes|described|explained|reports?|agreed|misses|sleeps|struggles|is struggling|"
    r"has offered|offered|enjoys|likes|loves|works|gave up)\b"
)
"""Who says something, or is told of as somebody with a life of their own."""
_OF_CARERS = re.compile(
    r"\bcarer'?s'? (?:assessment|needs|views?|own)\b|\bca (?:offered|done|declined|completed)\b|\bwilling\b|"
    r"\bimpact on\b|\b(?:her|his) own assessment\b|\bbreak\b|\brespite\b|\bstruggling\b|\bcope\b|\bcoping\b|"
    r"\bexhausted\b"
)
_PRONOUNS = frozenset({"he", "she", "they"})
_ANYBODY = frozenset("it person client user staff nurse gp ot doctor agency provider we i".split())


@frozen(kw_only=True)
class Carers:
    """Find family or friends counted on with nothing that says they were asked (`assumed`), or never heard (`unheard`).

    `assumed` stands on the words. `unheard` is said once of a record that has family caring and no view, no effect on
    them, no word on whether they are willing.
    """

    about: Literal["assumed", "unheard"]

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place an assumption, or one a record."""
        for record in case_file.records:
            if record.kind in scope:
                yield from _assumed(record) if self.about == "assumed" else _unheard(record, case_file)


def _assumed(record: Record) -> Iterator[Place]:
    for item in prose(record):
        if item.entry.speaker != "worker" or has_agreement(item.entry.text) or _is_answered(record, item):
            continue
        found = _ASSUMED.search(plain(item.entry.text))
        if found:
            start = found.start() + len(found.group()) - len(found.group().lstrip(" .;:,•*\n-"))
            yield Place(record_id=record.header.id, field=item.pointer, start=start, end=found.end())


def _is_answered(record: Record, item: Prose) -> bool:
    """Whether the connection the words stand in says that somebody agreed, or was asked."""
    network: tuple[Connection, ...] = getattr(record, "network", ())
    parts = item.pointer.split("/")
    if parts[1] != "network":
        return any(connection.willing is not None or connection.agreed_by for connection in network)
    connection = network[int(parts[2])]
    return connection.willing is not None or bool(connection.agreed_by)


def _unheard(record: Record, case_file: CaseFile) -> Iterator[Place]:
    entries = list(prose(record))
    own = Who.of({"name": f"{record.header.person.name} {record.header.person.known_as}"}).names
    heard = any(item.entry.speaker == "carer" or _hears(item.entry.text, own) for item in entries)
    asked = any(connection.willing is not None for connection in getattr(record, "network", ()))
    apart = any(other.kind.startswith("carers_") for other in case_file.records)
    if heard or asked or apart or near_death(record):
        return
    for item in entries:
        found = _GIVES.search(plain(item.entry.text))
        if found and item.entry.speaker == "worker":
            yield Place(record_id=record.header.id, field=item.pointer, start=found.start(), end=found.end())
            return


def _hears(text: str, own: frozenset[str]) -> bool:
    """Whether somebody beside the person, by `own` names, is heard; *she* counts where family stands beside it."""
    said = plain(text)
    kin = re.search(rf"\b(?:{KIN}|carer)\b", said) is not None
    who = {said[slice(*met.span(1))] for met in _HEARD.finditer(text)} - own - _ANYBODY
    return _OF_CARERS.search(said) is not None or bool(who if kin else who - _PRONOUNS)
