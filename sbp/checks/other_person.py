"""Words about somebody else, pasted into this person's record: a breach of confidence, so precision comes first."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.build.dates import read_date
from sbp.casefile import CaseFile
from sbp.checks.wording import KIN, own_names, plain
from sbp.findings import Place
from sbp.passage import Passage
from sbp.records import Header, Person, Prose, prose

_CAPITAL = r"[A-Z][a-z]*(?:['\u2019]?[A-Z])?[a-z]+(?:-[A-Z][a-z]+)?"
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx)\.? "
_TITLED = re.compile(rf"{_TITLE}(?:{_CAPITAL} )?(?P<name>{_CAPITAL})")
_FIRST = re.compile(rf"(?P<name>{_CAPITAL})(?= |['\u2019]s )")
_LEAD = re.compile(
    r"(?:(?:since|during|at|on|following|after|before) (?:the |this |his |her |their |my |our )?(?:[\w-]+ ){1,3}?|"
    r"(?:staff|carers?|the (?:home|agency|team|carers)|daughter|son|wife|husband|family) (?:reports?|states?|says?|"
    r"tells? us|"
    r"confirms?|reported|stated|said|confirmed) (?:that )?|(?:today|currently|overall|at present|i visited|i met|"
    r"i saw),? |(?:carers?|staff|team|support workers?) (?:should|must|will|to|are to) (?:support|assist|help|prompt|"
    r"encourage|remind|wash|dress|hoist|enable|escort) )"
    rf"(?={_TITLE})",
    re.IGNORECASE,
)
"""What may stand before the subject of a sentence."""
_NO_NAME = re.compile(
    r"\w+(?:ing|tion|ity|ment|ness|ance|ence|ly|s)|he|she|it|they|there|this|that|staff|client|person|home|mum|dad|"
    r"memory|"
    r"family|nobody|everyone|one|who|sleep|speech|skin|diet|health|money|pain|mood|care|support|daughter|son|wife|"
    r"husband|sister|brother|mother|father|carer|neighbour|friend|partner"
)
_ROLE = (
    rf"(?:{KIN}|gp|doctor|dr|nurse|advocate|solicitor|attorney|deputy|landlord|landlady|manager|worker|carers?|lpa|poa|"
    r"consultant|physio\w*|officer|vicar|priest|imam|lodger|tenant|cat|dog|pet|pa|cleaner|gardener|warden|teacher|"
    r"ex-\w+|fianc\w+|in-laws?|home owner|appointee|executor|interpreter|visitor|next door|resident|colleague|driver|"
    r"volunteer|befriender|councillor|boss|known as|called|formerly|n[ée]e|maiden name|married name|nickname|mate|"
    r"girlfriend|boyfriend|companion|keyholder)"
)
_NEEDS = re.compile(
    r"(?:, (?:aged )?\d\d,)? (?:(?:also|still|now|currently|has|often) )*(?:needs? (?:help|support|assistance|"
    r"prompting|full|two|some|a lot)|"
    r"requires?|mobilises|transfers|lives alone|has (?:been )?(?:a diagnosis|diagnosed|dementia|capacity|a history|"
    r"difficulty|poor|limited|type|vascular|lewy|alzheimer|mixed dementia|advanced|parkinson|diabetes|copd|epilepsy|"
    r"arthritis|had a stroke)|lacks capacity|"
    r"manages (?:well |better )?with (?:the|his|her) (?:current |new |"
    r"existing )?(?:package|carers|calls|support|equipment|care)|is (?:unable|able|unsteady|frail|forgetful|"
    r"housebound|bedbound|partially sighted|hard of hearing|"
    r"independent|an? \d\d|aged|\d\d|at risk|incontinent|continent|registered|hoisted)|"
    r"was (?:diagnosed|admitted|discharged|referred)|cannot|can no longer|is not able|suffers|receives|"
    r"(?:likes|enjoys|loves) (?:his|her|their|watching|to be|going)|would like to|continues to (?:live|need|require|"
    r"receive|manage|attend|use (?:an? |the |his |her )?(?:\w+ )?(?:frame|rollator|stick|wheelchair|hoist|commode|lift|"
    r"rail|pendant|chair|aids))|remains (?:at|independent|unable))\b"
)
_LIVES = re.compile(
    r"(?:['\u2019]s? (?:care needs|needs|package|care plan|support plan|mobility|personal care|medication|diagnosis|"
    r"outcomes|eligib\w+|continence|catheter|skin|legs?|feet|hands?|wounds?|tablets|insulin|speech|swallow\w*|memory|"
    r"hearing|"
    r"sight|eyesight|hips?|knees?|bladder|bowels?|sleep|mood|weight|appetite|pain|balance|stoma|dressings?|hoist|"
    r"wheelchair|frame|transfers?|diabetes|dementia|seizures|breathing|falls?|carers|care calls|calls|"
    r"day centre|review|assessment|behaviou?r|washing|meals|wishes|views)\b"
    rf"|['\u2019]s? {KIN} (?:{_CAPITAL} )?(?:visits|helps|supports|cares|provides|lives with (?:him|her|them)|"
    rf"manages (?:his|her|the)|"
    r"is (?:his|her|their|the)(?: main)? carer|does (?:his|her|their|the)|has (?:lpa|poa|power of attorney))\b"
    r"| (?:(?:also|still|now|often|currently) )*(?:likes|enjoys|loves|sleeps|eats|attends|prefers|wants to|"
    r"lives (?:alone|in|on|at)|(?:was |is )?in (?:bed|(?:his|her) (?:chair|bed|wheelchair|room|armchair))|"
    r"(?:was |is )using (?:a|his|her) (?:frame|stick|wheelchair|hoist)|at home\b|"
    r"(?:said|told me|told us)(?: that)? s?he (?:would like|wants|wishes|needs|misses)|takes (?:his|her|their)|"
    r"uses (?:a|his|her|the) (?:\w+ )?(?:frame|stick|wheelchair|hoist|commode|rail)|"
    r"manages (?:his|her|the|to)|walks with|has (?:two|three|four|carers|a package|pressure|good|his|her|always|lived)|"
    r"is (?:happy with|settled|keen|very|doing|supported|visited|on|a)|gets|feels|wishes|was (?:visited|"
    r"seen|reviewed|assessed)|has been (?:\w+ing|assessed|seen|reviewed))\b)"
)
_GOES_ON = re.compile(rf"(?<=[.;]) (?:She|He)(?={_NEEDS.pattern})")
"""What a later sentence goes on to say of the same somebody."""
_OF_A_LIFE = re.compile(
    rf"\b(?:his|her) (?:(?:own|left|right|older|younger|elder|late) )?(?:{KIN}|skin|legs?|feet|hands?|hips?|memory|"
    r"hearing|sight|eyesight|speech|mobility|balance|sleep|mood|appetite|diet|weight|pain|wounds?|catheter|stoma|"
    r"seizures|tablets|medication|insulin|frame|wheelchair|hoist|bed|chair|flat|bungalow|own home|carers|care calls|"
    r"personal care|package|placement|independence)\b",
    re.IGNORECASE,
)
"""What only somebody a record is about is said to have, besides those who are asked to help."""
_BODY = (
    r"(?:(?:left|right|own) )?(?:skin|legs?|feet|hands?|hips?|memory|hearing|hearing aids?|sight|eyesight|"
    r"speech|mobility|"
    r"balance|sleep|mood|appetite|diet|weight|pain|wounds?|catheter|stoma|seizures|tablets|medication|insulin|frame|"
    r"rollator|pendant|stick|wheelchair|hoist|commode|stairlift|heels?|sacrum|teeth|dentures|glasses|dressings?|carers|"
    r"care calls|personal care|care plan|package|placement|swallow\w*|breathing|diabetes|dementia)"
)
_HERS = re.compile(rf"\bher {_BODY}\b", re.IGNORECASE)
_HIS = re.compile(rf"\bhis {_BODY}\b", re.IGNORECASE)
_HE = re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)
_OWN_BODY = re.compile(rf"['\u2019]s {_BODY}\b| (?:wears (?:a |an )?(?:dentures|hearing|pads?|glasses|pendant))\b")
_CARED = re.compile(
    r" (?:(?:also|still|now) )?(?:prefers|would rather have|likes) (?:an? |the )?(?:female|male|same|regular|"
    r"woman|lady)\b|"
    r"['\u2019]s (?:care needs|needs|package|care plan|support plan|mobility|personal care|medication|tablets|catheter|"
    r"skin|continence|carers|care calls|calls|review|assessment)\b"
)
"""What is said of a first name that somebody else cares for."""
_ALONE = re.compile(
    r" (?:(?:also|still|now|currently) )?(?:lives alone|mobilises|lacks capacity|has (?:a diagnosis|been diagnosed|"
    r"vascular|"
    r"dementia|parkinson|had a stroke)|is (?:\d\d|aged|incontinent|registered blind|hoisted)|"
    r"(?:needs|requires) (?:help|support|assistance|prompting) (?:with|to) (?:his|her|personal|washing|dressing|"
    r"transfer))"
)
"""What is said of a first name only in a record about them."""
_HELPED = re.compile(
    rf"(?:^|(?<=[.;:\n])|\b(?:[Ss]taff|[Cc]arers?|[Tt]o|will|should|team|agency|workers?|and))\s*(?:[Ss]upport|"
    rf"[Aa]ssist|"
    rf"[Hh]elp|[Pp]rompt|[Ee]ncourage|[Ee]nable|[Rr]emind|[Ss]upervise|[Ww]ash|[Dd]ress|[Hh]oist|[Ee]scort)s? {_TITLE}"
    rf"(?:{_CAPITAL} )?(?P<name>{_CAPITAL})(?= (?:to|with|in|at|from|out|twice|daily|every|each)\b)"
)
"""Somebody whom staff are to help."""
_DOES = re.compile(
    r" (?:(?:also|still|now|often) )*(?:is|was|has|had|likes|enjoys|lives|wants|can|wears|eats|drinks|"
    r"continues|remains|says?|said|told|"
    r"attends|walks|uses|sleeps|eats|manages|prefers|goes|takes)\b"
)
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
    name, where it is so twice, stands in this entry alone, and the person's own name stands in others. Nicknames,
    married names, family, neighbours, staff and pets are names the records know; a pronoun alone is never enough.
    """

    certain: bool = False

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place an entry."""
        for record in case_file.records:
            header = record.header
            if record.kind not in scope or not header.person.name or record.kind.startswith("carers_"):
                continue
            for item in prose(record):
                span = _clash(item.entry.text, header) if self.certain else _stranger(item, header, case_file)
                if span:
                    yield Place(record_id=header.id, field=item.pointer, start=span[0], end=span[1])


def _stranger(item: Prose, header: Header, case_file: CaseFile) -> tuple[int, int] | None:
    """Where a stranger first stands in an entry by title and surname, or else by first name."""
    text = item.entry.text
    if item.entry.speaker != "worker":
        return None
    here = any(_has(plain(text), one) for one in own_names(header.person))
    for pattern in (_TITLED, _FIRST):
        found = _subjects(text, pattern)
        for name in dict.fromkeys(met["name"] for met in found):
            theirs = [met for met in found if met["name"] == name]
            if _is_about(text, theirs, header.person, titled=pattern is _TITLED, here=here) and not _is_known(
                plain(name), item, header, case_file, titled=pattern is _TITLED
            ):
                return theirs[0].span()
    return None


def _is_about(text: str, met: list[re.Match[str]], person: Person, *, titled: bool, here: bool) -> bool:
    """Whether an entry speaks of a name as of the one it is about. `here` is whether it has the person's own name."""
    if (titled or len(met) > 1) and _is_of_another(text[met[0].end() :], person):
        return True
    helped = any(one.re is _HELPED for one in met) and not here
    needs = helped or any(_NEEDS.match(text, one.end()) for one in met)
    if not titled:
        certain = any(_ALONE.match(text, one.end()) for one in met)
        twice = len(re.findall(rf"\b{re.escape(met[0]['name'])}\b", text)) > 1
        cared = needs or any(_CARED.match(text, one.end()) for one in met)
        cared = cared or any(_OWN_BODY.match(text, one.end()) for one in met)
        return (certain or (twice and cared)) and not here
    lives = any(
        _LIVES.match(text, one.end()) or _OWN_BODY.match(text, one.end()) or _GOES_ON.search(text, one.end())
        for one in met
    )
    goes_on = not text[: met[0].start()].strip(" -*•\n\t") and _OF_A_LIFE.search(text, met[0].end()) is not None
    return needs or (not here and (len(met) > 1 or lives or goes_on))


def _is_of_another(text: str, person: Person) -> bool:
    """Whether a text goes on about a body or an aid that is hers where the person is a man, or the reverse."""
    own = plain(f"{person.pronouns} {person.gender}")
    if re.search(r"\b(?:he|male|man)\b", own):
        return _HERS.search(text) is not None and _HE.search(text) is None
    return re.search(r"\b(?:she|female|woman)\b", own) is not None and (
        _HIS.search(text) is not None and _SHE.search(text) is None
    )


def _subjects(text: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Names that open a sentence and are its subject, outside quotation marks."""
    passage = Passage(text)
    found: list[re.Match[str]] = []
    for opening, closing in passage.sentence_spans:
        start, end = passage.place(opening, closing)
        start += len(text[start:end]) - len(text[start:end].lstrip(" -*•\n\t"))
        lead = _LEAD.match(text, start, end) if pattern is _TITLED else None
        met = pattern.match(text, lead.end() if lead else start, end)
        if met and not passage.in_quotes(opening, closing) and _is_subject(text, met.end()):
            found.append(met)
    return found + [met for met in _HELPED.finditer(text) if pattern is _TITLED]


def _is_subject(text: str, at: int) -> bool:
    return any(pattern.match(text, at) for pattern in (_NEEDS, _LIVES, _OWN_BODY, _DOES))


def _is_known(name: str, item: Prose, header: Header, case_file: CaseFile, *, titled: bool) -> bool:
    """Whether a name is the person's own, or the records say whose it is."""
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
        return any(where != header.id and _has(text, name) for where, text in others)
    named = any(_has(text, one) for where, text in others if where == header.id for one in own)
    return not named or any(_has(text, name) for _, text in others) or _NO_NAME.fullmatch(name) is not None


def _introduces(told: str, name: str) -> bool:
    """Whether a name stands beside a role somewhere: *his neighbour Mrs Ellis*, *Mrs Ellis, who is his landlady*."""
    written = rf"(?:(?:mr|mrs|ms|miss|mx)\.? )?(?:\w+ )?{re.escape(name)}\b"
    other = r"(?!(?:reports?|says?|states?|confirms?|that|to|should|must|will|would|are|can)\b)\w+"
    before = rf"\b{_ROLE}\b(?:[ ,(:'-]+{other}){{0,3}}?[ ,(:'-]+{written}"
    between = (
        r"(?:[ ,(]+(?:is|has|been|who|his|her|their|the|a|an|was|at|from|in|lives|taken|took|over|as|now|new|acts|"
        r"works|duty|allocated|acting|social|support|key)){0,6}[ ,(]+"
    )
    after = rf"\b{re.escape(name)}(?:'s(?! {KIN}\b))?{between}{_ROLE}\b"
    return re.search(before, told) is not None or re.search(after, told) is not None


def _has(text: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", text) is not None


def _clash(text: str, header: Header) -> tuple[int, int] | None:
    """Where a name and a date of birth stand together, neither of them the person's, and no role beside them."""
    said = plain(text)
    born = _BORN.search(said)
    named = [met for met in _NAMED.finditer(text) if born and 0 <= born.start() - met.end() <= 40]
    if born is None or not named or header.person.born_on is None:
        return None
    start, end = named[-1].span(1)
    beside = said[max(0, start - 40) : start] + " " + said[born.end() : born.end() + 30]
    day = read_date(born.group(1), "day-first")
    if isinstance(day, str) or day == header.person.born_on or re.search(rf"\b{_ROLE}\b", beside):
        return None
    apart = not own_names(header.person) & frozenset(re.findall(r"[\w'-]+", said[start:end]))
    return (start, born.end()) if apart else None
