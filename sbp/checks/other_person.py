"""Words about somebody else, pasted into this person's record: a breach of confidence, so precision comes first."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.wording import KIN, plain, whole
from sbp.findings import Place
from sbp.passage import Who
from sbp.records import Header, Record, prose

_TITLED = re.compile(
    r"(?:^|(?<=[.!?]\s)|(?<=[.!?]\s\s)|(?<=\n)|(?<=\n- ))(Mr|Mrs|Ms|Miss) ([A-Z][a-z'\u2019-]+(?:-[A-Z][a-z]+)?)\b"
)
_ANY_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss) ([A-Z][a-z'\u2019-]+(?:-[A-Z][a-z]+)?)\b")
_SUBJECT = re.compile(
    r"\s+(?:is|was|has|had|likes|enjoys|lives|needs|requires|wants|can|cannot|continues|remains|says|said|told|"
    r"attends|walks|uses|sleeps|eats)\b"
)
_NAMED = re.compile(
    r"\bname:?\s*(?:mr |mrs |ms |miss )?([a-z][a-z' -]+?)(?=[,;.\n]|\s+(?:dob|d\.o\.b|date of birth|born)|$)"
)
_BORN = re.compile(r"\b(?:dob|d\.o\.b\.?|date of birth|born):?\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_ROLE = re.compile(
    rf"\b(?:{KIN}|gp|doctor|dr|nurse|advocate|solicitor|attorney|deputy|landlord|manager|worker|carer|lpa|poa|"
    rf"consultant|physio\w*|officer|vicar|priest|lodger|tenant|"
    r"ex-\w+|fianc\w+|in-laws?|home owner|appointee|executor|interpreter|visitor)\b"
)


@frozen(kw_only=True)
class OtherPerson:
    """Find entries that speak of another person as the one the record is about.

    With `certain`, only where name and date of birth both stand in the words and both clash with the header. Without,
    where a titled surname opens at least two sentences as their subject, is nobody the record knows, and the person's
    own name stands nowhere in the entry. Nicknames, married names, family, neighbours, staff and pets are all names
    the record knows; a pronoun alone is never enough.
    """

    certain: bool = False

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place an entry."""
        for record in case_file.records:
            header = record.header
            if record.kind not in scope or not header.person.name or record.kind.startswith("carers_"):
                continue
            known = _known(record, case_file)
            for item in prose(record):
                text = item.entry.text
                span = _clash(text, header) if self.certain else _stranger(text, known)
                if span:
                    yield Place(record_id=header.id, field=item.pointer, start=span[0], end=span[1])


def _names(header: Header) -> frozenset[str]:
    person = header.person
    return Who.of({"name": f"{person.name} {person.known_as}"}).names


def _known(record: Record, case_file: CaseFile) -> frozenset[str]:
    """Every name the person goes by, and those of the people around them in any of their records."""
    told = " ".join(f"{one.who} {one.relation}" for other in case_file.records for one in getattr(other, "network", ()))
    said = " ".join(item.entry.said_by for item in prose(record))
    return (
        _names(record.header) | frozenset(re.findall(r"[a-z'-]+", plain(f"{told} {said}"))) | _others(record, case_file)
    )


def _others(record: Record, case_file: CaseFile) -> frozenset[str]:
    """Surnames other records of the person use too: a married name, a neighbour."""
    texts = (whole(other) for other in case_file.records if other is not record)
    return frozenset(plain(name) for text in texts for name in _ANY_TITLE.findall(text))


def _stranger(text: str, known: frozenset[str]) -> tuple[int, int] | None:
    said = plain(text)
    if any(re.search(rf"\b{re.escape(name)}\b", said) for name in known if len(name) > 2) or _ROLE.search(said):
        return None
    found = [met for met in _TITLED.finditer(text) if _SUBJECT.match(text, met.end())]
    counts = Counter(met.group(2) for met in found)
    surnames = set(_ANY_TITLE.findall(text))
    if len(surnames) != 1 or not counts or max(counts.values()) < 2:
        return None
    return found[0].start(1), found[0].end(2)


def _clash(text: str, header: Header) -> tuple[int, int] | None:
    named, born = _NAMED.search(plain(text)), _BORN.search(plain(text))
    if named is None or born is None or header.person.born_on is None or not 0 <= born.start() - named.end() <= 40:
        return None
    given = frozenset(re.findall(r"[a-z'-]+", named.group(1)))
    apart = not given & _names(header)
    day = _date(born)
    if not apart or day is None or day == header.person.born_on or _ROLE.search(plain(text)[: named.start()][-40:]):
        return None
    return named.start(1), born.end()


def _date(met: re.Match[str]) -> date | None:
    try:
        return date(int(met.group(3)), int(met.group(2)), int(met.group(1)))
    except ValueError:
        return None
