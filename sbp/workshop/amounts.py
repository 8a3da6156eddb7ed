"""How often, how long, how far, how many: amounts written in a text, so that a rewrite that drops one can be asked."""

import re
from typing import Final

from attrs import frozen

_ONES: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS: Final = {
    word: (value + 2) * 10 for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
_WORDS: Final = {**_ONES, **_TENS, "a": 1, "an": 1, "once": 1, "twice": 2, "thrice": 3, "single": 1, "double": 2}
_COMPOUND: Final = rf"(?:{'|'.join(_TENS)})[- ](?:{'|'.join(list(_ONES)[1:10])})"
_SIMPLE: Final = "|".join(sorted(_WORDS, key=len, reverse=True))
_NUMBER: Final = rf"(?P<number>\d+(?:\.\d+)?|{_COMPOUND}|{_SIMPLE})"
_PER: Final = {
    "day": r"days?|daily|mornings?|evenings?|24 hours",
    "night": r"nights?|nightly",
    "week": r"week|weekly|wk|wkly",
    "month": r"month|monthly",
    "year": r"year|yearly|annum|annually",
}
_UNITS: Final = {
    "minutes": r"minutes?|mins?",
    "hours": r"hours?|hrs?",
    "weeks": r"weeks?|wks?|/52",
    "yards": r"yards?|yds?",
    "metres": r"met(?:re|er)s?",
    "miles": r"miles?",
    "stone": r"stones?",
    "kilograms": r"kg|kilos?|kilograms?",
    "people": r"people|carers|workers|staff",
    "falls": r"falls?",
}
_LATIN: Final = {"OD": 1.0, "BD": 2.0, "TDS": 3.0, "QDS": 4.0}

_COUNT: Final = rf"(?:(?<![£.\d])x ?(?P<x>\d+)|(?<![£.\d])\b(?!an? ){_NUMBER} ?x?)"
_SPELT: Final = r"(?: times| mornings| evenings| nights| days| calls| visits)?"
_TIMES: Final = re.compile(
    rf"{_COUNT}{_SPELT} (?:(?:an?|per|each|every) (?P<per>day|night|week|wk|month|year)|(?P<adverb>\w+ly))\b", re.I
)
_MEASURE: Final = re.compile(
    rf"(?<![:.\d])\b(?!an? (?:week|fall)){_NUMBER}(?P<half> and a half)?[ -]?"
    rf"(?P<unit>{'|'.join(_UNITS.values())})(?!\w)",
    re.I,
)
_EVERY: Final = re.compile(
    r"\b(?:(?:every|each) (?P<per>day|night|morning|evening|week|month)|(?P<adverb>(?:dai|night|week)ly))\b",
    re.I,
)
_AMOUNT_BEFORE: Final = re.compile(rf"(?:\d|{_UNITS['hours']}|{_UNITS['minutes']}) $", re.I)
_OF: Final = re.compile(r"\bassist(?:ance|s|ed)? (?:of|x) ?(?P<number>\d|one|two|three)\b", re.I)
_HALF: Final = re.compile(r"\bhalf(?:[- ]an[- ]|[- ])hour\b", re.I)
_WEEKDAYS: Final = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\b")
_HANDED: Final = re.compile(r"\b(?:double[- ](?:handed|up)|two to one|2:1|2-1)\b", re.I)
_MONEY: Final = re.compile(r"£ ?(?P<number>\d[\d,]*(?:\.\d\d)?)")
_SLANG: Final = re.compile(rf"(?<!\w)(?P<latin>{'|'.join(_LATIN)})(?!\w)")


_ONE: Final = {"people": "person"}


@frozen(order=True)
class Amount:
    """A number and what it counts, such as 20 minutes or 2 times a week."""

    number: float
    what: str

    def __str__(self) -> str:
        if self.what == "£":
            return f"£{self.number:g}"
        if self.number == 1:
            one, _, rest = self.what.partition(" ")
            return " ".join(["1", _ONE.get(one, one.removesuffix("s")), rest]).rstrip()
        return f"{self.number:g} {self.what}"


def amounts(sentence: str) -> set[Amount]:
    """Every amount a sentence holds. “About twenty minutes” and “20 mins” are the same one."""
    sentence = _HALF.sub("30 minutes", sentence)
    often = [met for met in _TIMES.finditer(sentence) if _per(met)]
    found = {Amount(_number(met), f"times a {_per(met)}") for met in often}
    if not often:
        found |= {Amount(1, f"times a {_per(met)}") for met in _EVERY.finditer(sentence) if not _counts(sentence, met)}
    found |= {Amount(_number(met), _unit(met["unit"], _UNITS)) for met in _MEASURE.finditer(sentence)}
    found |= {Amount(_number(met), "people") for met in _OF.finditer(sentence)}
    days = {met[0].lower() for met in _WEEKDAYS.finditer(sentence)}
    found |= {Amount(len(days), "times a week")} if days else set()
    found |= {Amount(2, "people") for _ in _HANDED.finditer(sentence)}
    found |= {Amount(float(met["number"].replace(",", "")), "£") for met in _MONEY.finditer(sentence)}
    return found | {Amount(_LATIN[met["latin"]], "times a day") for met in _SLANG.finditer(sentence)}


def _counts(sentence: str, met: re.Match[str]) -> bool:
    """Whether a word such as *weekly* belongs to an amount before it, as in *3 hrs weekly*."""
    return bool(met["adverb"] and _AMOUNT_BEFORE.search(sentence, 0, met.start()))


def _per(met: re.Match[str]) -> str:
    return _unit(met["per"] or met["adverb"], _PER)


def _number(met: re.Match[str]) -> float:
    written = (met.groupdict().get("x") or met["number"]).lower()
    if written[0].isdigit():
        return float(written)
    tens, _, ones = written.replace("-", " ").partition(" ")
    half = 0.5 if met.groupdict().get("half") else 0
    return _WORDS[tens] + (_ONES[ones] if ones else 0) + half


def _unit(written: str, units: dict[str, str]) -> str:
    """The name of a unit; empty for a word that is none, such as *slowly*."""
    return next((unit for unit, pattern in units.items() if re.fullmatch(pattern, written, re.I)), "")
