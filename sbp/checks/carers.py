"""Family and friends who care for somebody, and are named in the record and never heard."""

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.cues import cues, patterns
from sbp.checks.family import NO_NAME, SOMEBODY, called, family, may_tell_of_somebody, speaks_of_any, written_over
from sbp.checks.helping import helps, is_object, is_paid, whoever
from sbp.checks.sought import Sought, sought
from sbp.checks.wording import has_word, he_or_she, near_death, own_names, plain, read_once, written
from sbp.findings import Place
from sbp.records import Record, prose


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


def _unheard(record: Record, case_file: CaseFile, names: dict[str, str]) -> Iterator[Place]:
    entries = list(prose(record))
    own = any(other.kind.startswith("carers_") for other in case_file.records)
    refused = getattr(record, "refusal", None) is not None
    if own or refused:
        return
    for item in entries:
        who = whoever(record, item.pointer)
        lead = f"{who}: " if who else ""
        words = lead + plain(item.entry.text)
        told = written_over(words, names)
        if not may_tell_of_somebody(told):
            continue
        found = _given(told, record, item.pointer)
        if found and item.entry.speaker == "worker" and not _is_asked(record, words[slice(*found)], names):
            people = called(words[slice(*found)], names)
            if not _is_heard(record, names, people) and not near_death(record):
                first, last = (max(0, at - len(lead)) for at in found)
                whole = (0, len(item.entry.text))
                start, end = read_once(item.entry.text).place(first, last) if last else whole
                yield Place(record_id=record.header.id, field=item.pointer, start=start, end=end)
            return


def _given(told: str, record: Record, pointer: str) -> tuple[int, int] | None:
    """Where a text tells of family who care: in a sentence, or in the field for who meets a need now."""
    for met in _giving().finditer(told):
        if not is_object().search(told, 0, met.start()) and not is_paid(told, met.start()):
            return met.span()
    if "/met_now_by/" in pointer:
        somebody = re.search(rf"\b{SOMEBODY}", told)
        return somebody.span() if somebody else None
    return next(helps(told, he_or_she(record.header.person)), None)


def _is_asked(record: Record, words: str, names: dict[str, str]) -> bool:
    """Whether a connection that may be the carer of these words says whether they are willing."""
    meant = _anybody(words, names)
    asked = [one for one in getattr(record, "network", ()) if one.willing is not None]
    return any(not one.relation or meant & _anybody(plain(f"{one.who} {one.relation}"), names) for one in asked)


def _anybody(words: str, names: dict[str, str]) -> set[str]:
    """Every word for family and every name of theirs in some plain words."""
    return {*cues("people.family").findall(words), *(name for name in names if has_word(words, name))}


def _of_them(text: str, names: dict[str, str], people: frozenset[str]) -> str:
    """A plain text without the sentences that tell of other family than these people."""
    anybody = frozenset(names) | frozenset(cues("people.family").findall(text))
    sentences = re.split(r"(?<=[.;\n]) ?", text)
    apart = anybody - people
    return " ".join(one for one in sentences if speaks_of_any(one, people) or not speaks_of_any(one, apart))


def _is_heard(record: Record, names: dict[str, str], people: frozenset[str]) -> bool:
    """Whether a carer speaks, or the record says what they say, feel or lose: by word, by name, or as he or she.

    Of a carer who is named, what other family say counts for nothing.
    """
    own, hears = own_names(record.header.person), cues("carers.hears").pattern
    person = he_or_she(record.header.person)
    for item in prose(record):
        said = plain(item.entry.text)
        said = written_over(_of_them(said, names, people) if people & frozenset(names) else said, names)
        mind = _is_of_somebody(item.heading, names) and cues("carers.mind").search(said)
        if item.entry.speaker == "carer" or mind or _is_asked_after(said, person) or _heard().search(said):
            return True
        others = {met[1].lower() for met in _named().finditer(written(item.entry.text))} - own - NO_NAME
        if others and not names:
            return True
        kin = _kin_or_carer().search(said)
        if kin and cues("carers.felt").search(said):
            return True
        if kin and re.search(rf"\b{_pronoun(kin.group())} (?:\w+ )?{hears}", said[kin.end() :]):
            return True
    return False


def _is_of_somebody(heading: str, names: dict[str, str]) -> bool:
    """Whether a heading names family or a carer."""
    return heading != "" and _kin_or_carer().search(written_over(plain(heading), names)) is not None


def _is_asked_after(said: str, person: str) -> bool:
    """Whether a text tells that carers were asked or spoken with, or what is on their mind."""
    if cues("carers.asked").search(said) or re.search(r"\bca(?: \w+)? \d", said):
        return True
    them = {"he": "her|them", "she": "him|them"}.get(person, "them")
    if _contact(them).search(said):
        return True
    own = re.compile(rf"(?:,|\band|\bbut|\bwhat|\bwhatever|\bwhen|\bthat|\bas) {person or 'they'} ")
    for who in _somebody_who().finditer(said):
        after = who[who.lastindex or 0]
        cut = own.search(after)
        if cues("carers.mind").search(after[: cut.start()] if cut else after):
            return True
    return False


@cache
def _contact(them: str) -> Sought:
    """That somebody was in contact with family, a carer or them."""
    return sought(rf"{cues('carers.contact').pattern} (?:the |both )?(?:{SOMEBODY}|carer|{them}|\w)\b")


@cache
def _somebody_who() -> re.Pattern[str]:
    return re.compile(rf"\b{SOMEBODY}(?!\w)([^.;\n]*)")


def _pronoun(kin: str) -> str:
    """How a later sentence goes on to speak of somebody called by such a word."""
    if cues("carers.she").search(kin):
        return "(?:she|they)"
    return "(?:he|they)" if cues("carers.he").search(kin) else "(?:he|she|they)"


@cache
def _kin_or_carer() -> Sought:
    return sought(rf"\b(?:{SOMEBODY}|carer)\b")


@cache
def _heard() -> Sought:
    """Family who are heard."""
    return sought(rf"\b(?:{SOMEBODY}|carers?)(?: and \w+)? (?:[\w']+ ){{0,2}}?{cues('carers.hears').pattern}")


@cache
def _named() -> Sought:
    """Somebody who is heard and called by name."""
    return sought(rf"\b([A-Z][\w'-]+) (?:(?:also|still|often|who|[\w'-]+ly) )?{cues('carers.hears').pattern}")


def _caring() -> str:
    """What a carer does, as a verb and what goes with it."""
    caring, deals_with, all_, need, washes, gives = patterns(
        "carers", "caring", "deals_with", "all", "need", "washes", "gives"
    )
    return (
        rf"(?:{caring}|{deals_with} (?:{all_}|(?:[\w']+ ){{0,3}}?(?:needs\b|{need}))"
        rf"|(?:{washes}(?:,| and)* ){{1,4}}(?:him|her|them|(?:mr|mrs|ms|miss) \w+)\b"
        rf"|{gives} (?:(?!lawn|garden)[\w']+ ){{0,2}}{need})"
    )


@cache
def _giving() -> Sought:
    """Family who care, at once, with words between, later in the sentence, or after what is done."""
    carer = rf"(?:{SOMEBODY}|(?<!man )(?<!male )(?<!paid )(?<!agency )carer)"
    return sought("|".join(rf"\b{one}" for one in (*_at_once(carer), *_going_on(), *_done_by())))


def _at_once(carer: str) -> Iterator[str]:
    """*Her son, who lives near, does all her shopping.*"""
    caring, washed = _caring(), cues("carers.washed").pattern
    who_is = r"(?:, [^,.;\n]{3,45},| of [\w ]{3,20}?)?,? "
    yield rf"{carer}{who_is}(?:(?!{cues('carers.might').pattern})\w+ )?(?:currently |already |also )?{caring}"
    yield rf"(?:main |informal |family )?carer:? (?:is )?{SOMEBODY}[.;,)]? ?(?:who )?{caring}"
    between = r"(?:(?:(?!\b(?:will|to|would|can)\b)[\w' -]){0,40}?[, ])?"
    yield rf"{SOMEBODY},? {between}(?:who|and)(?: has| have)?(?: \w+ly)? {caring}"
    yield rf"{SOMEBODY} (?:has|have) (?:\w+ )?(?:{washed}(?:,| and)* ){{1,4}}(?:him|her|them)\b"
    main = cues("helping.main_carer").pattern
    yield rf"{SOMEBODY},? (?:who )?(?:{cues('carers.carer').pattern}|\(?{main})"
    yield rf"{main}[ ,:(-]{{1,3}}(?:is |remains )?{SOMEBODY}"


def _going_on() -> Iterator[str]:
    """*Her son calls on his way to work and washes her.*"""
    visits, do, moves, wash, body_care, daily, care, others = patterns(
        "carers", "visits", "do", "moves", "wash", "body_care", "daily", "care", "others"
    )
    onwards = rf"(?:(?!{others})[^.;\n]){{0,80}}?"
    yield rf"{SOMEBODY} {visits}(?: [\w'-]+){{0,4}} to {do}"
    yield rf"{SOMEBODY},? {onwards}{moves}{onwards}(?:\bto {wash}|\band {_caring()})"
    yield rf"{SOMEBODY}(?: \(\d+\))? {onwards}(?:{body_care}|{daily}{onwards}{care}|{care}{onwards}{daily})"


def _done_by() -> Iterator[str]:
    """*Washed and dressed by her son.*"""
    looked_after, provided, helped, noted = patterns("carers", "looked_after", "provided", "helped", "noted")
    yield rf"{looked_after} (?:[\w']+ ){{0,8}}?by {SOMEBODY}\b"
    yield rf"{provided}(?: \w+ly)? by {SOMEBODY}\b"
    yield rf"rel(?:ies|iant) (?:\w+ )?(?:up)?on {SOMEBODY} (?:for|to)\b"
    yield rf"{helped} (?:[\w']+ ){{0,2}}?by {SOMEBODY}(?: \(\d+\))? (?:with|to|in)\b"
    yield rf"{noted}(?::| -| by) {SOMEBODY}(?= ?(?:[.,;\n(]|$|who\b|does\b|daily\b|and\b))"
