"""Family and friends a plan counts on, with nothing that says they were asked."""

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.cues import cues, patterns
from sbp.checks.family import SOMEBODY, called, family, may_tell_of_somebody, speaks_of_any, written_over
from sbp.checks.helping import whoever
from sbp.checks.sought import Sought, sought
from sbp.checks.wording import has_agreement, has_quotation, plain, read_once
from sbp.findings import Place
from sbp.records import Prose, Record, prose
from sbp.records.parts import Connection

_WE_TOLD = re.compile(r"\b(?:i|we) (?:have |had )?(?:told|asked) (?!him|her|them|his|their)\w+")
_AT = r"(?: (?:at|on|over|during|and|calls?|visits?)(?: the)?(?: [\w']+){0,2})?"
"""What may follow the label of a line: *meals at the weekend*."""


_PLANNED = re.compile(r"to \w+|from (?:next|now|monday|the \d)|(?:will|is to) ")
"""How an entry about somebody opens that says what they are to do."""
_CLAUSE = r"(?:(?!\b(?:if|unless|who|because|but)\b)[^.;\n]){0,70}?"


@frozen(kw_only=True)
class CountedOn:
    """Find a worker's sentences that count on family or friends, where nothing says that they agreed.

    Somebody is family by the word for it, or by a first name that the records put beside one: *Daughter Karen*. They
    agreed where the sentences about them, or next to those, tell of an offer, an agreement or their own words; where
    the records do so elsewhere; or where a connection says whether they are willing.
    """

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place an entry."""
        names = family(case_file)
        told = "\n".join(plain(item.entry.text) for record in case_file.records for item in prose(record))
        for record in case_file.records:
            for item in prose(record) if record.kind in scope else ():
                span = _counted_on(record, item, names, told) if item.entry.speaker == "worker" else None
                if span:
                    yield Place(record_id=record.header.id, field=item.pointer, start=span[0], end=span[1])


def _counted_on(record: Record, item: Prose, names: dict[str, str], told: str) -> tuple[int, int] | None:
    whole = written_over(plain(item.entry.text), names)
    planned = "/support/" in item.pointer or (item.pointer.startswith("/network/") and _PLANNED.match(whole))
    who = written_over(whoever(record, item.pointer), names) if planned else ""
    if who and _on_whom().match(who) and _care().search(whole):
        people = called(plain(whoever(record, item.pointer)), names)
        if not (_is_answered(record, item, people, whole) or _agrees(whole) or _agreed(told, people)):
            return 0, len(item.entry.text)
    if not may_tell_of_somebody(whole):
        return None
    passage = read_once(item.entry.text)
    sentences = [passage.plain.lower[start:end] for start, end in passage.sentence_spans]
    for at, (opening, closing) in enumerate(passage.sentence_spans):
        words = written_over(sentences[at], names)
        for found in _found(words, sentences[at - 1] if at else "", record, item.pointer):
            people = called(sentences[at][slice(*found.span())], names)
            asked = (
                _doubt().search(words, 0, found.start())
                or (_object().search(words, 0, found.start()) and not cues("counted_on.absorbed").search(found.group()))
                or passage.in_quotes(opening, closing)
            )
            if asked or _is_answered(record, item, people, sentences[at]) or _agree(sentences, at, people, names):
                continue
            if not _agreed(told, people):
                return passage.place(opening + found.start(), opening + found.end())
    return None


def _found(words: str, before: str, record: Record, pointer: str) -> Iterator[re.Match[str]]:
    """Where a sentence counts on somebody; beside a gap, less care or in a contingency, also where it is only told."""
    yield from _ways().finditer(words)
    if pointer.startswith("/contingency/") or cues("counted_on.gap").search(before):
        yield from _taken_on().finditer(words)
    if pointer.startswith("/reasons/") and getattr(record, "result", None) == "support-reduced":
        yield from _near().finditer(words)


def _agrees(said: str) -> bool:
    """Whether a text tells of an agreement, an offer or pay; what the worker told somebody is none."""
    said = _WE_TOLD.sub(" ", said)
    return has_agreement(said) or cues("counted_on.offered").search(said) is not None


def _agree(sentences: list[str], at: int, people: frozenset[str], names: dict[str, str]) -> bool:
    """Whether the sentences of an entry that tell of somebody, or go on from those, hold an agreement of theirs."""
    anybody = frozenset(names) | frozenset(cues("people.family").findall(sentences[at]))
    for number, said in enumerate(sentences):
        theirs = number == at or speaks_of_any(said, people)
        beside = abs(number - at) == 1 and not speaks_of_any(said, anybody - people)
        goes_on = beside and (cues("counted_on.pronoun").search(said) or has_quotation(said))
        if (theirs or goes_on) and _agrees(said):
            return True
    return False


def _agreed(told: str, people: frozenset[str]) -> bool:
    """Whether the records say anywhere of somebody that they offered, agreed or wish it."""
    if not people:
        return False
    somebody = "|".join(map(re.escape, people))
    said = rf"\b(?:{somebody})\b[^.\n]{{0,80}}{cues('counted_on.agreed').pattern}"
    return re.search(said, told) is not None


def _is_answered(record: Record, item: Prose, people: frozenset[str], said: str) -> bool:
    """Whether the connection the words stand in, or that of the same somebody, says that they agreed or were asked.

    An answer that rules out the very thing (*no more mornings*) is none to a sentence about mornings.
    """
    network: tuple[Connection, ...] = getattr(record, "network", ())
    parts = item.pointer.split("/")
    if parts[1] == "network":
        return _is_asked(network[int(parts[2])])
    asked = [one for one in network if _is_asked(one) and not _rules_out(one, said)]
    return any(not people or speaks_of_any(plain(f"{one.who} {one.relation}"), people) for one in asked)


def _is_asked(connection: Connection) -> bool:
    return connection.willing is not None or bool(connection.agreed_by)


def _rules_out(connection: Connection, said: str) -> bool:
    told = " ".join(plain(entry.text) for entry in (connection.what, connection.impact) if entry)
    return any(met[1].rstrip("s") in said for met in _no_more().finditer(told))


@cache
def _ways() -> Sought:
    """Ways of counting on somebody, in a text whose family names are written over."""
    expected, relied_on, label, done, remaining, falls = patterns(
        "counted_on", "expected", "relied_on", "label", "done", "remaining", "falls"
    )
    ways = (
        rf"{expected} that {SOMEBODY} (?:will|can|would|is able|are able)\b",
        rf"\b{SOMEBODY},? (?:who )?{_will_do()}",
        rf"\b{SOMEBODY} {relied_on}",
        rf"(?:^|[.,;:\n-] ?){label}{_AT} ?[:=-]? ?{SOMEBODY}(?= ?(?:[.,;\n]|$))",
        rf"\b(?:will|to|should|can|must|would|could) (?:also |then |all )?be {done}(?: [\w'-]+){{0,3}}? by {SOMEBODY}"
        r"(?! (?:if|and (?:he|she)))",
        rf"{remaining}[\w ]{{0,25}} {done}(?: [\w'-]+){{0,2}} by {SOMEBODY}",
        rf"{falls} (?:[\w'-]+ ){{0,2}}?{SOMEBODY}",
        rf"\b{SOMEBODY}[^.;\n]{{0,80}} (?:falls?|down|left) to (?:him|her|them)\b",
        rf"(?:^|[.\n] ?)(?=[^:.\n]*(?:{_care().pattern}))[\w ,/&-]{{3,60}}: ?(?:his |her |their )?{SOMEBODY}"
        r"(?= ?(?:[.,;\n]|$))",
        rf"\b{SOMEBODY}[^.;\n]{{0,60}}\b(?:he|she|they) {cues('counted_on.ideal').pattern}",
        *_instead(),
        *_to_come(),
        _less_because(),
    )
    return sought("|".join(rf"(?:{way})" for way in ways))


def _to_come() -> Iterator[str]:
    """*Her two sons shall take the evening between them*, *cover will be by the neighbours*; company is no care."""
    modal, gap, absorbed = patterns("counted_on", "modal", "gap", "absorbed")
    idle = r"be (?!there|on hand|around|responsible|available|present|\w+ing|rung|called)"
    company, care, takes = cues("counted_on.company").pattern, f"(?:{_care().pattern})", _taken_on().pattern
    yield rf"\b{SOMEBODY},? (?:(?:who|both|also|between them|then|each) )*{modal} (?!{company}|{idle}){_CLAUSE}{care}"
    yield rf"{modal} be (?:\w+ )?(?:by|from|with) {SOMEBODY}[^.\n]{{0,60}}{care}"
    yield rf"{care}[^.;\n]{{0,60}}{modal} be (?:\w+ )?(?:by|from|with|to) {SOMEBODY}"
    yield rf"{gap}[^;\n]{{0,100}}?{takes}"
    yield rf"{takes}{_CLAUSE}{gap}"
    yield rf"\b{SOMEBODY}(?:(?!so that|in order)[^.;\n]){{0,80}} {absorbed}(?! by (?!him|her|them|the family)| if)"


@cache
def _care() -> Sought:
    """What a plan may count on somebody for."""
    return sought("|".join(rf"(?:{one})" for one in patterns("helping", "task", "cover", "act")))


@cache
def _taken_on() -> Sought:
    """Somebody who takes care on, told as if it were settled."""
    takes, company = patterns("counted_on", "takes", "company")
    return sought(rf"\b{SOMEBODY},? (?:both |then |also )*{takes} (?!{company}){_CLAUSE}(?:{_care().pattern})")


@cache
def _near() -> Sought:
    """Somebody who is near, which beside less care says that they will do it."""
    return sought(
        rf"\b{SOMEBODY}[^.;\n]{{0,40}}{cues('counted_on.near').pattern}|{cues('counted_on.near').pattern}[^.;\n]{{0,20}}\b{SOMEBODY}"
    )


@cache
def _on_whom() -> Sought:
    """Somebody of the person's own people, in the field for who does what."""
    return sought(rf"(?:[\w']+ ){{0,2}}{SOMEBODY}")


def _instead() -> Iterator[str]:
    """*No calls are commissioned, as she lives with a son who is able*: somebody in the place of what is provided."""
    nothing, supposed = patterns("counted_on", "no_provision", "supposed")
    yield rf"{nothing}(?=[^.;\n]*{supposed})[^.;\n]{{0,90}}?\b{SOMEBODY}"
    yield rf"\b{SOMEBODY}(?=[^.;\n]*{supposed})[^.;\n]{{0,110}}?{nothing}"


def _will_do() -> str:
    """*Will also continue to do the shopping*; bringing the cat is no care."""
    modal, no_care, does = patterns("counted_on", "modal", "no_care", "does")
    return (
        rf"{modal} (?:also |then |now |still |all )?(?:continue to |be able to |learn to )?(?!{no_care})"
        rf"(?:{does}|\bdo (?!(?:so|nothing|not|no)\b)\b)(?! to (?:make|decide)|\w* to speak)"
    )


def _less_because() -> str:
    """*No calls at the weekend as her son is there.*"""
    less, care, is_there, lessened = patterns("counted_on", "less", "care", "is_there", "lessened")
    because = r"(?:as|because|since|given that|now that)"
    there = rf"{because} (?:(?:\w+ )?(?:has|have|there is|there are) )?{SOMEBODY} [^.;:]*?(?:{is_there}|near|local)"
    cut = rf"(?:{less}(?: [\w'-]+){{0,4}}? {care}|{care}[^.;:]{{0,40}} {lessened})"
    return rf"{cut}[^.;:]{{0,40}}? {there}"


@cache
def _doubt() -> Sought:
    """What makes of it a wish, a question or what somebody thinks, in the same clause."""
    unsure = r"\bif (?!the\b|care|there|needed)\b"
    return sought(rf"(?:{cues('counted_on.doubt').pattern}|{unsure})[^,;:]*$")


@cache
def _object() -> Sought:
    """What makes of family whom somebody rang, helped or left: *rang up her*."""
    after = r"(?:(?:for|on|up) )?(?:his |her |their |the |a )?$"
    return sought(rf"{cues('counted_on.object').pattern} {after}")


@cache
def _no_more() -> Sought:
    """What somebody says they will not do."""
    no_more, of = patterns("counted_on", "no_more", "no_more_of")
    return sought(rf"{no_more}(?: [\w'-]+){{0,4}}? ({of})")
