"""Words about somebody else, pasted into this person's record: a breach of confidence, so precision comes first."""

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from sbp.build.dates import read_date
from sbp.casefile import CaseFile
from sbp.checks.cues import cues, patterns
from sbp.checks.misfits import misfit
from sbp.checks.sought import Sought, sought
from sbp.checks.strays import in_small_letters, names_self, strays
from sbp.checks.wording import has_word, own_names, plain, read_once
from sbp.findings import Place
from sbp.passage import Passage
from sbp.records import Header, Person, Prose, prose

_CAPITAL = r"[A-Z][a-z]*(?:'?[A-Z])?[a-z]+(?:-[A-Z][a-z]+)?"
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx)\.? "
_TITLED = re.compile(rf"{_TITLE}(?:{_CAPITAL} )?(?P<name>{_CAPITAL})")
_FIRST = re.compile(rf"(?P<name>{_CAPITAL})(?= |'s )")
_NAMED = re.compile(
    rf"(?:\b(?:[Nn]ame|NAME|[Cc]lient|[Pp]atient|[Ss]ervice [Uu]ser|[Pp]erson|[Rr]esident|Re|RE)(?: [Nn]ame)?:?\s+"
    rf"(?=[A-Z])|^\s*(?=(?:{_TITLE})?{_CAPITAL} {_CAPITAL}))(?:{_TITLE})?((?:{_CAPITAL} ?){{1,3}})",
    re.MULTILINE,
)
_BORN = re.compile(
    r"\b(?:dob|d\.o\.b\.?|date of birth|born)(?: on)?:?\s*(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} [a-z]+ \d{4})\b"
)


@frozen(kw_only=True)
class OtherPerson:
    """Find entries that speak of another person as the one the record is about.

    With `certain`, only where name and date of birth both stand in the words and both clash with the header. Without,
    where a titled surname that the records do not know is the subject of a sentence about what somebody draws on
    support for or, in an entry without the person's own name, about how they live, or opens such an entry; or a first
    name, where it is so twice, stands in this entry alone, and the person's own name stands in others; or where a text
    strays to somebody of the other sex and goes on about their life; or the person says *I'm* and another name, and
    goes on about people whom no other entry names; or it cannot be theirs (`sbp.checks.misfits`). In a carer's record,
    another carer by title and surname. Nicknames, married names, family, neighbours, staff and pets are names the
    records know.
    """

    certain: bool = False

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place an entry."""
        for record in case_file.records:
            header = record.header
            if record.kind not in scope or not header.person.name:
                continue
            of_carer = record.kind.startswith("carers_")
            for item in prose(record):
                if self.certain:
                    span = None if of_carer else _clash(item.entry.text, header)
                elif of_carer:
                    span = _other_carer(item, header, case_file)
                else:
                    span = _stranger(item, header, case_file) or _stray(item, header, case_file)
                    span = span or misfit(item, record)
                if span:
                    yield Place(record_id=header.id, field=item.pointer, start=span[0], end=span[1])


def _stranger(item: Prose, header: Header, case_file: CaseFile) -> tuple[int, int] | None:
    """Where a stranger first stands in an entry by title and surname, or else by first name."""
    if item.entry.speaker != "worker":
        return None
    passage = read_once(item.entry.text)
    text = passage.plain.text
    for pattern in (_TITLED, _FIRST):
        found = _subjects(passage, pattern)
        here = bool(found) and _stands_in(text, header.person)
        for name in dict.fromkeys(met["name"] for met in found):
            theirs = [met for met in found if met["name"] == name]
            if _is_about(text, theirs, header.person, titled=pattern is _TITLED, here=here) and not _is_known(
                plain(name), item, header, case_file, titled=pattern is _TITLED
            ):
                return passage.place(*theirs[0].span())
    return None


def _stray(item: Prose, header: Header, case_file: CaseFile) -> tuple[int, int] | None:
    """Where an entry strays to somebody of the other sex whom the records do not know, and tells of their life."""
    passage = read_once(item.entry.text)
    text = passage.plain.text
    text = in_small_letters(text) if text.isupper() else text
    if item.entry.speaker == "person":
        met = names_self(text, header.person)
        apart = met and len(text.split()) > 12 and _is_apart(text[met.end() :], item, case_file)
        known = met and _is_known(plain(met["name"]), item, header, case_file, titled=False)
        return passage.place(*met.span()) if met and apart and not known else None
    if item.entry.speaker != "worker" or _is_for_others(item):
        return None
    for one in strays(text, header.person):
        here = _stands_in(text, header.person)
        enough = (2 if one.titled or item.pointer.startswith("/outcomes/") else 3) - (not here)
        known = _is_known(plain(one.name), item, header, case_file, titled=one.titled, clash=True)
        if one.signs >= enough and not known:
            return passage.place(one.start, one.end)
    return None


def _stands_in(text: str, person: Person) -> bool:
    """Whether a text has any of the person's own names."""
    return any(has_word(plain(text), one) for one in own_names(person))


def _is_for_others(item: Prose) -> bool:
    """Whether an entry stands where others are told of: who gives what, and who comes if somebody cannot."""
    return item.pointer.startswith(("/contingency/", "/network/")) or "/contributions/" in item.pointer


def _is_apart(text: str, item: Prose, case_file: CaseFile) -> bool:
    """Whether a text names somebody else whom no other entry names."""
    others = " ".join(each.entry.text for record in case_file.records for each in prose(record) if each is not item)
    return any(name not in others for name in re.findall(rf"(?<=[a-z,] ){_CAPITAL}", text))


def _other_carer(item: Prose, header: Header, case_file: CaseFile) -> tuple[int, int] | None:
    """Where a carer's record tells, by title and surname, of another who looks after somebody."""
    passage = read_once(item.entry.text)
    text = passage.plain.text
    cares = re.compile(rf" {cues('other_person.looks_after').pattern}")
    here = item.entry.speaker != "worker" or _stands_in(text, header.person)
    for met in _TITLED.finditer(text) if not here else ():
        if cares.match(text, met.end()) and not _is_known(plain(met["name"]), item, header, case_file, titled=True):
            return passage.place(*met.span())
    return None


def _is_about(text: str, met: list[re.Match[str]], person: Person, *, titled: bool, here: bool) -> bool:
    """Whether an entry speaks of a name as of the one it is about. `here` is whether it has the person's own name."""
    if (titled or len(met) > 1) and _is_of_another(text[met[0].end() :], person):
        return True
    helped = any(one.re is _helped().whole for one in met) and not here
    needs = helped or any(_needs().match(text, one.end()) for one in met)
    if not titled:
        if here:
            return False
        certain = any(_only_here().match(text, one.end()) for one in met)
        cared = needs or any(_cared_for().match(text, one.end()) or _own_body().match(text, one.end()) for one in met)
        return certain or (cared and len(re.findall(rf"\b{re.escape(met[0]['name'])}\b", text)) > 1)
    lives = any(
        _lives().match(text, one.end()) or _own_body().match(text, one.end()) or _goes_on().search(text, one.end())
        for one in met
    )
    of_a_life = cues("other_person.of_a_life").search(plain(text), met[0].end()) is not None
    goes_on = of_a_life and not text[: met[0].start()].strip(" -*•\n\t")
    return needs or (not here and (len(met) > 1 or lives or goes_on))


def _is_of_another(text: str, person: Person) -> bool:
    """Whether a text goes on about a body or an aid that is hers where the person is a man, or the reverse."""
    own, told = plain(f"{person.pronouns} {person.gender}"), plain(text)
    man, woman = cues("other_person.he").search(told), cues("other_person.she").search(told)
    if re.search(r"\b(?:he|male|man)\b", own):
        return man is None and cues("other_person.her_body").search(told) is not None
    known = re.search(r"\b(?:she|female|woman)\b", own) is not None
    return known and woman is None and cues("other_person.his_body").search(told) is not None


def _subjects(passage: Passage, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Names that open a sentence and are its subject, outside quotation marks."""
    text = passage.plain.text
    if pattern is _TITLED and not _TITLED.search(text):
        return []
    found: list[re.Match[str]] = []
    for start, end in passage.sentence_spans:
        head = end - len(text[start:end].lstrip(" -*•\n\t"))
        lead = _lead().match(text, head, end) if pattern is _TITLED else None
        met = pattern.match(text, lead.end() if lead else head, end)
        if met and _is_subject(text, met.end()) and not passage.in_quotes(start, end):
            found.append(met)
    return found + [met for met in _helped().finditer(text) if pattern is _TITLED]


def _is_subject(text: str, at: int) -> bool:
    return any(pattern.match(text, at) for pattern in (_needs(), _lives(), _own_body(), _does()))


def _is_known(
    name: str, item: Prose, header: Header, case_file: CaseFile, *, titled: bool, clash: bool = False
) -> bool:
    """Whether a name is the person's own, or the records say whose it is. `clash` is whether it is of the other sex."""
    own = own_names(header.person)
    around = " ".join(
        f"{one.who} {one.relation}" for record in case_file.records for one in getattr(record, "network", ())
    )
    texts = [(record.header.id, each) for record in case_file.records for each in prose(record)]
    told = "\n".join([plain(around), *(plain(f"{each.entry.said_by}\n{each.entry.text}") for _, each in texts)])
    if name.replace("-", " ").split()[-1] in own or name in plain(around) or _introduces(told, name):
        return True
    others = [(where, plain(each.entry.text)) for where, each in texts if each is not item]
    if titled:
        return any(where != header.id and has_word(text, name) for where, text in others)
    named = clash or any(has_word(text, one) for where, text in others if where == header.id for one in own)
    ends_so = cues("other_person.no_name").fullmatch(name) is not None
    no_name = "-" not in name and ends_so and not cues("other_person.name_in_s").fullmatch(name)
    return not named or any(has_word(text, name) for _, text in others) or no_name


def _introduces(told: str, name: str) -> bool:
    """Whether a name stands beside a role somewhere: *his neighbour Mrs Ellis*, *Mrs Ellis, who is his landlady*."""
    (role, between), family = patterns("other_person", "role", "between"), cues("people.family").pattern
    written = rf"(?:(?:mr|mrs|ms|miss|mx)\.? )?(?:\w+ )?{re.escape(name)}\b"
    other = rf"(?!{cues('other_person.not_between').pattern})\w+"
    before = rf"{role}(?:[ ,(:'-]+{other}){{0,3}}?[ ,(:'-]+{written}"
    after = rf"\b{re.escape(name)}(?:'s(?! {family}))?(?:[ ,(]+{between}){{0,6}}[ ,(]+{role}"
    return re.search(before, told) is not None or re.search(after, told) is not None


def _clash(text: str, header: Header) -> tuple[int, int] | None:
    """Where a name and a date of birth stand together, neither of them the person's, and no role beside them."""
    passage = read_once(text)
    said = passage.plain.lower
    born = _BORN.search(said)
    if born is None or header.person.born_on is None:
        return None
    named = [met for met in _NAMED.finditer(passage.plain.text) if 0 <= born.start() - met.end() <= 40]
    if not named:
        return None
    start, end = named[-1].span(1)
    beside = said[max(0, start - 40) : start] + " " + said[born.end() : born.end() + 30]
    day = read_date(born.group(1), "day-first")
    if isinstance(day, str) or day == header.person.born_on or cues("other_person.role").search(beside):
        return None
    apart = not own_names(header.person) & frozenset(re.findall(r"[\w'-]+", said[start:end]))
    return passage.place(start, born.end()) if apart else None


@cache
def _lead() -> re.Pattern[str]:
    """What may stand before the subject of a sentence: *Since the last visit*, *Staff report that*."""
    when, says, now, should = patterns("other_person", "lead_when", "lead_says", "lead_now", "lead_should")
    led = rf"(?:{when} (?:[\w-]+ ){{1,3}}?|{says} (?:that )?|{now},? |{should} )(?={_TITLE})"
    return re.compile(led, re.IGNORECASE)


@cache
def _helped() -> Sought:
    """Somebody whom staff are to help."""
    told, help_ = cues("other_person.told").pattern, cues("other_person.help").pattern
    return sought(
        rf"(?:^|(?<=[.;:\n])|(?i:{told}))\s*(?i:{help_}) {_TITLE}(?:{_CAPITAL} )?(?P<name>{_CAPITAL})"
        r"(?= (?:to|with|in|at|from|out|twice|daily|every|each)\b)"
    )


@cache
def _after(what: str) -> str:
    """What follows a name, small words between."""
    return rf" (?:{cues('other_person.often').pattern} )*{cues(f'other_person.{what}').pattern}"


@cache
def _needs() -> re.Pattern[str]:
    """What is said of somebody who draws on support: *, aged 81, still needs help*."""
    return re.compile(rf"(?:, (?:aged )?\d\d,)?(?:{_after('needs')}| is (?:an? )?\d\d\b)")


@cache
def _goes_on() -> re.Pattern[str]:
    """What a later sentence goes on to say of the same somebody."""
    return re.compile(rf"(?<=[.;]) (?:She|He)(?={_needs().pattern})")


@cache
def _lives() -> re.Pattern[str]:
    """How somebody lives, what is theirs and who helps them."""
    belongs, helps = patterns("other_person", "belongs", "family_helps")
    family = cues("people.family").pattern
    return re.compile(rf"'s? (?:{belongs}|{family} (?:{_CAPITAL} )?{helps})|{_after('lives')}")


@cache
def _own_body() -> re.Pattern[str]:
    body, wears = cues("other_person.body").pattern, cues("other_person.wears").pattern
    return re.compile(rf"'s {body}| {wears}")


@cache
def _cared_for() -> re.Pattern[str]:
    """What is said of a first name that somebody else cares for."""
    return re.compile(rf"{_after('prefers')}|'s {cues('other_person.cared_for').pattern}")


@cache
def _only_here() -> re.Pattern[str]:
    """What is said of a first name only in a record about them."""
    return re.compile(rf"{_after('only_here')}| is \d\d\b")


@cache
def _does() -> re.Pattern[str]:
    return re.compile(_after("does"))
