"""Names put out of sight, for a pack that people from outside the council read.

Known names are those of the record's header, of the people in its network and of whoever is said to speak. Besides,
a word with a capital is taken for a name unless it is an ordinary one: in the middle of a sentence by a short list, at
its beginning because it stands nowhere without a capital. Rather a place or a word too many than a person too few.
A name that is also a word (June, Will) and opens a sentence, one written small, and who somebody is by what happened to
them are not seen; the page says so.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Final

from attrs import field, frozen

from sbp.forum.pack.ordinary import ORDINARY, TITLES, is_ordinary, small_words
from sbp.forum.pack.people import Known
from sbp.forum.sitting.parts import Sitting, Submission
from sbp.records import Person, Record, prose

SOMEBODY: Final = "[name]"

_WORD: Final = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[a-zß-öø-ÿ]"
_INSIDE: Final = re.compile(rf"(?:(?<=[\w,;)]\s)|(?<=\w\s\())(?:{_WORD})(?=\W|$)")
"""A word with a capital that neither a full stop, a colon, a quotation mark nor a line stands before."""

_OPENING: Final = re.compile(rf"(?:^|[.!?:;“‘\"'(]\s*|- )({_WORD})(?=\W|$)", re.MULTILINE)
"""A word with a capital that begins a sentence, a line or what somebody says."""

_POSSESSIVE: Final = re.compile(r"[’']s$")
_NUMBERS: Final = {
    "[telephone]": re.compile(r"(?<!\d)(?:\+44\s?|0)\d{2,5}[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)"),
    "[number]": re.compile(r"(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)"),
    "[postcode]": re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"),
    "[e-mail]": re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"),
}
_SHORTEST: Final = 2


@frozen(kw_only=True)
class Names:
    """What one person's records call people: their own names, everybody else's, and their birthday."""

    label: str
    own: frozenset[str] = field(repr=False)
    others: frozenset[str] = field(repr=False)
    born_on: date | None = field(default=None, repr=False)

    def masked(self, text: str) -> str:
        """A text without these names, and without numbers that lead to a person."""
        if self._pattern:
            text = self._pattern.sub(self._put, text)
            text = re.sub(rf"{re.escape(self.label)}(?:[ ,]+{re.escape(self.label)})+", self.label, text)
            text = re.sub(r"\[name\](?:[ -]\[name\])+", SOMEBODY, text)
        for said, pattern in _NUMBERS.items():
            text = pattern.sub(said, text)
        for written in _written(self.born_on):
            text = text.replace(written, "[date of birth]")
        return text

    def _put(self, met: re.Match[str]) -> str:
        if not met["name"][0].isupper():
            return met.group()
        name = _plain(met["name"])
        label = self.label if name in self.own else SOMEBODY
        return label + ("’s" if _POSSESSIVE.search(met["name"]) else "")

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        known = sorted(self.own | self.others, key=len, reverse=True)
        if not known:
            return None
        said = "|".join(re.escape(name).replace("'", "[’']") for name in known)
        titles = "|".join(TITLES)
        return re.compile(rf"(?:\b(?:{titles})\.? )?(?<!\w)(?P<name>(?:{said})(?:[’']s)?)(?!\w)", re.IGNORECASE)


@frozen(kw_only=True)
class Pseudonyms:
    """The names of every person on the agenda, by their id; nothing is masked where people are named."""

    named: bool
    labels: Mapping[str, str]
    names: Mapping[str, Names]
    elsewhere: Names

    @classmethod
    def of(
        cls,
        sitting: Sitting,
        people: Mapping[str, Known],
        letters: Mapping[str, str],
        loose: Iterable[str] = (),
        ordinary: frozenset[str] = frozenset(),
        *,
        named: bool,
    ) -> "Pseudonyms":
        """Gather what the records and the workbook call people.

        `loose` are texts that may be about anybody, `ordinary` words that are not only names.
        """
        written = (said for case in sitting.submissions for said in _written_down(case, sitting))
        small = ordinary | small_words([*written, *loose])
        names: dict[str, Names] = {}
        labels: dict[str, str] = {}
        for case in sitting.submissions:
            ident = case.person_id or case.case_id
            known = people.get(case.person_id)
            label = f"Person {letters[ident]}"
            names[ident] = _names(label, known.records if known else (), _written_down(case, sitting), small)
            labels[ident] = (_called(known.records[-1].header.person) if named and known else "") or label
        others = [record for ident, known in people.items() if ident not in letters for record in known.records]
        return cls(named=named, labels=labels, names=names, elsewhere=_names(SOMEBODY, others, loose, small))

    def masked(self, text: str, ident: str) -> str:
        """A text about one person without names; about nobody in particular when the id is not on the agenda."""
        if self.named or not text:
            return text
        return self.names[ident].masked(text) if ident in self.names else self.masked_anywhere(text)

    def masked_anywhere(self, text: str) -> str:
        """A text that may be about any of them."""
        if not self.named:
            for names in (*self.names.values(), self.elsewhere):
                text = names.masked(text)
        return text


def _called(person: Person) -> str:
    return person.known_as or person.name


def _names(label: str, records: Iterable[Record], said: Iterable[str], small: frozenset[str]) -> Names:
    records = tuple(records)
    own = {name for record in records for name in _own(record.header.person)}
    told = {name for record in records for name in _told(record)}
    texts = [*said, *(item.entry.text for record in records for item in prose(record))]
    told |= {word for text in texts for word in (*_capitals(text), *_openings(text, small))}
    born = next((record.header.person.born_on for record in records if record.header.person.born_on), None)
    return Names(label=label, own=frozenset(own), others=frozenset(told - own), born_on=born)


def _own(person: Person) -> Iterator[str]:
    yield from _parts(f"{person.name} {person.known_as}")


def _told(record: Record) -> Iterator[str]:
    yield from _parts(record.header.worker)
    for one in getattr(record, "network", ()):
        yield from (part for part in _parts(one.who) if part not in ORDINARY)
    for item in prose(record):
        yield from (part for part in _parts(item.entry.said_by) if part not in ORDINARY)


def _parts(name: str) -> Iterator[str]:
    for part in re.findall(r"[^\W\d_][\w’'-]*|\w*\d\w*", name):
        if len(part) >= _SHORTEST and _plain(part) not in TITLES:
            yield _plain(part)


def _capitals(text: str) -> Iterator[str]:
    """Words that a capital in the middle of a sentence makes names."""
    for met in _INSIDE.finditer(text):
        word = _plain(met.group())
        if word not in ORDINARY and word not in TITLES:
            yield word


def _openings(text: str, small: frozenset[str]) -> Iterator[str]:
    """Words at the beginning of a sentence that stand nowhere without a capital."""
    for met in _OPENING.finditer(text):
        word = _plain(met[1])
        if not is_ordinary(word, small) and word not in TITLES:
            yield word


def _plain(name: str) -> str:
    return _POSSESSIVE.sub("", name).casefold().replace("’", "'").strip("'-")


def _written_down(case: Submission, sitting: Sitting) -> list[str]:
    """What the workbook says about a case."""
    options = [option for option in sitting.options if option.case_id == case.case_id]
    said = [case.person_says, case.asked, case.recommended, case.direct_payment_reason]
    for option in options:
        said += [option.what, option.result, option.benefits, option.drawbacks, option.used_instead]
    return said


def _written(day: date | None) -> list[str]:
    """A date of birth as records write it."""
    if day is None:
        return []
    return [
        text
        for year in (str(day.year), f"{day.year % 100:02}")
        for mark in "/.-"
        for text in (
            f"{day.day:02}{mark}{day.month:02}{mark}{year}",
            f"{day.day}{mark}{day.month}{mark}{year}",
        )
    ] + [day.isoformat(), f"{day.day} {day:%B} {day.year}"]
