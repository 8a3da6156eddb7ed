"""Words that are written with a capital and are nobody's name."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sbp.rules import RuleSet

TITLES: Final = ("mrs", "mr", "ms", "miss", "mx", "dr", "sir", "dame", "rev", "reverend", "father", "sister", "canon")

_DAYS: Final = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun"
_MONTHS: Final = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_FEASTS: Final = "christmas easter eid diwali ramadan passover hanukkah new year boxing day bank holiday lent advent"
_LAW: Final = (
    "act acts care mental capacity health court protection equality human rights section regulations regulation "
    "statutory guidance making safeguarding personal deprivation liberty deputy lasting power attorney"
)
_COUNCIL: Final = (
    "council adult adults social services service team forum panel validation worker assessment plan review record "
    "direct payment payments reablement hospital ward discharge community district nurse nurses police housing "
    "occupational therapist therapy therapists physiotherapist advocate advocacy national government"
)
_MONEY: Final = (
    "attendance allowance universal credit personal independence disability living employment support blue badge "
    "pension pensions carer carers work department benefit benefits motability"
)
_OTHERS: Final = (
    "i i'm i'd i'll i've god english british welsh scottish irish polish punjabi urdu bengali gujarati arabic somali "
    "romanian hindi cantonese mandarin sign language makaton christian muslim hindu sikh jewish buddhist catholic "
    "methodist english parkinson alzheimer down asperger zimmer wheelchair internet skype zoom facebook whatsapp "
    "google alexa the a an and or but of in on at to for with by no not yes he she they we you it his her their our "
    "mum dad mam nan nana gran grandma grandad mother auntie uncle my your this that these those who what when where "
    "why how n/a"
)

ORDINARY: Final = frozenset(" ".join((_DAYS, _MONTHS, _FEASTS, _LAW, _COUNCIL, _MONEY, _OTHERS)).split())
"""In lower case."""

_SMALL: Final = re.compile(r"(?<![\w’'-])[a-zà-öø-ÿ][a-zà-öø-ÿ’'-]+")
_ENDINGS: Final = ("ally", "ing", "ed", "es", "er", "ly", "s", "d", "y", "e")


def small_words(texts: Iterable[str]) -> frozenset[str]:
    """Words that stand somewhere without a capital: they are not only names."""
    return frozenset(word.replace("’", "'") for text in texts for word in _SMALL.findall(text))


def words_of(rules: RuleSet) -> Iterator[str]:
    """What the rules say and show, for the ordinary words in it."""
    for rule in rules.rules:
        yield from (rule.title, rule.message, rule.why, rule.ask, *rule.instead)
        yield from (example.text for example in (*rule.flagged, *rule.clean))
    for mark in rules.marks:
        yield from (mark.title, mark.why, *mark.terms, *(example.text for example in (*mark.flagged, *mark.clean)))


def is_ordinary(word: str, small: frozenset[str]) -> bool:
    """Whether a word in lower case is an ordinary one, as it stands or with another ending."""
    stems = {word, *(word.removesuffix(ending) for ending in _ENDINGS)}
    return any(stem in small or stem in ORDINARY for stem in stems) or any(stem + "e" in small for stem in stems)
