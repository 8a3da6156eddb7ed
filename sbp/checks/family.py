"""Family and friends in a person's records: by the word for them, or by a first name that stands beside one."""

import re
from functools import lru_cache

from sbp.casefile import CaseFile
from sbp.checks.cues import cues, patterns
from sbp.checks.wording import has_word, he_or_she, plain, written
from sbp.passage import Who
from sbp.passage.lexicon import any_word, words
from sbp.records import prose

_KIN = any_word(words("family_and_friends"))
"""The words of `people.family` without an end, for *neighbours* and *cousins* are meant too."""
_NAMED = re.compile(
    rf"\b(?P<kin>(?i:{_KIN})|(?<=(?:'s|is|er|ir) )(?:lad|lass|eldest|youngest|missus|boy|girl))"
    rf"(?: of (?:[\w-]+ ){{1,3}}years)?(?:,|:| is| called)? \(?(?P<after>[A-Z][a-z]+)\b|"
    rf"\b(?:[Ll]iv(?:es|ing) with|[Mm]arried to|[Ss]hares (?:a|the|his|her) \w+ with|[Mm]oved in with) "
    rf"(?P<with>[A-Z][a-z]+)\b|"
    rf"\b(?P<before>[A-Z][a-z]+)(?:,| \(| is) ?(?:(?:his|her|their|the|an?|only|elder|younger|eldest|youngest) "
    rf")*(?P<relation>{_KIN}|eldest|youngest|(?:(?:to )?whom|who) (?:he|she) (?:is|was|has been)(?= married))\b"
)
_CHILD = re.compile(r"\b([A-Z][a-z]+),? \(?(?:aged |is )?(?:[4-9]|1[0-7])(?: years old)?\)")
"""A child by name and age is family."""
NO_NAME = frozenset(
    "person client user staff nurse gp ot doctor agency provider we i he she they it the this that his her their "
    "who and but in on at mr mrs ms miss dr there here".split()
)
LETTER = "\u0199"
"""A letter of no English word, to write names with that are not to be read."""
_CALLED = f"{LETTER}{{3,}}"
_WHICH, _OTHER = patterns("people", "which", "somebody")
SOMEBODY = (
    rf"(?:(?:(?:{_WHICH} ){{1,3}}|\w+ \()?{_OTHER}\)?(?:,? \(?{_CALLED}\)?,?)?"
    rf"(?: and (?:(?:his|her|their) )?(?:{_OTHER}|{_CALLED}))?|{_CALLED}(?: and {_CALLED})?)"
    r"(?: \((?:aged )?\d+\)|, (?:aged )?\d+(?=,))?"
)
"""Family by word or by name, in a text whose family names are `written_over`."""


def may_tell_of_somebody(told: str) -> bool:
    """Whether it is worth looking for `SOMEBODY` or a carer in a text whose family names are written over."""
    return LETTER in told or "carer" in told or cues("people.somebody").search(told) is not None


@lru_cache(maxsize=1)
def family(case_file: CaseFile) -> dict[str, str]:
    """First names that stand beside a word for family or friends, with that word, the person's own left out.

    *Mrs Dewhirst* in the record of a Mr Dewhirst is a wife.
    """
    met: dict[str, str] = {}
    titled: dict[str, str] = {}
    for record in case_file.records:
        for item in prose(record):
            for found in _NAMED.finditer(written(item.entry.text)):
                name = found["after"] or found["before"] or found["with"]
                met.setdefault(name.lower(), (found["kin"] or found["relation"] or "").lower())
            for child in _CHILD.finditer(written(item.entry.text)):
                met.setdefault(child[1].lower(), "")
        for one in getattr(record, "network", ()):
            kin = re.search(rf"\b{_KIN}\b", plain(one.relation))
            if one.who.strip() and kin:
                met.setdefault(plain(one.who).split()[0], kin.group())
    for record in case_file.records:
        wedded = {"he": "mrs", "she": "mr"}.get(he_or_she(record.header.person))
        surname = plain(record.header.person.name).split()[-1:]
        if wedded and surname:
            titled[f"{wedded} {surname[0]}"] = "wife" if wedded == "mrs" else "husband"
    own = {name for record in case_file.records for name in Who.of({"name": record.header.person.name}).names}
    kept = [name for name in sorted(met) if name not in own | NO_NAME and name.isalpha() and len(name) > 2]
    return titled | {name: met[name] for name in kept}


def written_over(text: str, names: dict[str, str]) -> str:
    """A plain text with every family name replaced, letter by letter, by a letter of no English word.

    So one pattern serves every family, and places stay what they are.
    """
    if not any(name in text for name in names):
        return text
    return re.sub(rf"\b(?:{'|'.join(names)})\b", lambda name: LETTER * len(name.group()), text)


def called(said: str, names: dict[str, str]) -> frozenset[str]:
    """Every name and word that may stand for the family somebody tells of: *her son Josh* is *josh* and *son*."""
    said = re.sub(r"\b[\w-]+'s\b", " ", said)
    by_name = {name for name in names if has_word(said, name)}
    by_word = {found.rstrip("s") for found in re.findall(rf"\b{_KIN}\b", said)}
    shared = {names[name] for name in by_name if list(names.values()).count(names[name]) == 1}
    meant = {name for name, kin in names.items() if kin and kin in by_word} if not by_name else set()
    return frozenset(by_name | by_word | (shared - {""}) | meant)


def speaks_of_any(text: str, people: frozenset[str]) -> bool:
    """Whether a plain text has one of these names or words."""
    return bool(people) and re.search(rf"\b(?:{'|'.join(map(re.escape, people))})s?\b", text) is not None
