"""One amount of support that becomes a smaller one, in `plain` words: *35 to 21*, *three in place of six*."""

import re
from functools import cache
from typing import Final

from sbp.checks.cues import cues
from sbp.checks.sought import Sought, sought

_ONES: Final = (
    "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS: Final = {
    **{word: float(value) for value, word in enumerate(_ONES)},
    **{word: float(10 * value) for value, word in enumerate(_TENS, start=2)},
    **{f"{ten}-{one}": 10.0 * at + value for at, ten in enumerate(_TENS, start=2) for value, one in enumerate(_ONES)},
    **{"a": 1.0, "an": 1.0, "once": 1.0, "twice": 2.0, "single": 1.0, "double": 2.0, "daily": 7.0, "weekly": 1.0},
    **{"half an": 0.5, "every day": 7.0, "every": 7.0, "weekdays": 5.0, "alternate": 3.5, "alternate days": 3.5},
    **{"fortnightly": 0.5, "monthly": 0.25, "quarterly": 0.1, "od": 1.0, "bd": 2.0, "tds": 3.0, "qds": 4.0},
    **{"dh": 2.0, "sh": 1.0, "double-handed": 2.0, "single-handed": 1.0, "double-up": 2.0, "single-up": 1.0},
}


_LOWER: Final = re.compile(r"£ ?\d[\d,.]*(?: (?:a|per|each) (?:week|month|year)| weekly| pw)? (?:lower|less)\b")
"""A sum by which there is less."""


def becomes_fewer(text: str) -> bool:
    """Whether a text sets a smaller amount of support against a larger one that it takes the place of."""
    of_support = "£" in text or cues("reduction.package").search(text) is not None
    if not of_support or cues("reduction.not_support").search(text):
        return False
    if _LOWER.search(text):
        return True
    met = (found for told in (_to(), _in_place_of(), _now_and_before()) for found in told.finditer(text))
    return any(_is_less(found) for found in met)


def _is_less(found: re.Match[str]) -> bool:
    """Whether the amount that stands for now is the smaller one."""
    named = {name[:4]: written for name, written in found.groupdict().items() if written}
    return _value(named["less"]) < _value(named["more"])


def _value(written: str) -> float:
    said = re.sub(r"[£,x ]", "", written) if written[:1] in "£x0123456789" else written
    return _WORDS[said] if said in _WORDS else float(said)


def _amount(name: str) -> str:
    words = "|".join(sorted(_WORDS, key=len, reverse=True))
    return rf"(?<![\w.:/])(?:£|x ?)?(?P<{name}>\d+(?:,\d{{3}})*(?:\.\d+)?|{words})(?:pw|x)?(?![\w/:])(?![.,]\d)"


@cache
def _to() -> Sought:
    """From more to less: *from twelve hours a week to six*, *two calls become one*."""
    unit = r"(?: (?!not\b|but\b|or\b|up\b)[a-z:'/-]+){0,4}?"
    becomes = rf"(?:to(?: \d x)?|becom\w+|{cues('reduction.becomes').pattern})"
    return sought(
        rf"(?<!at )(?<!on ){_amount('more')}{unit},? (?:now )?{becomes} (?:just |only |about )?{_amount('less')}"
    )


@cache
def _in_place_of() -> Sought:
    """Less where there was more: *three nights in place of six*, *one carer and not two*, *two of the four*."""
    unit = r"(?: (?!but\b|or\b)[a-z:'/-]+){0,6}?"
    instead = cues("reduction.in_place_of").pattern
    whose = r"(?:(?:the|his|her|their|usual|current|present|previous) )*"
    return sought(rf"{_amount('less')}{unit},? \(?{instead} {whose}{_amount('more')}")


@cache
def _now_and_before() -> Sought:
    """What there is and what there was, within a sentence or two: *now ten hours (was 16)*, *was 16, now ten*."""
    few = r"(?: ?[\w:'/-]+){0,3}? "
    between = r"[^\n]{0,50}?"
    now, before = cues("reduction.now").pattern, cues("reduction.before").pattern
    return sought(
        rf"{now}{few}{_amount('less_first')}{between}{before}{few}{_amount('more_then')}"
        rf"|{before}{few}{_amount('more_first')}{between}{now}{few}{_amount('less_then')}"
        rf"|{_amount('less_now')} this (?:year|quarter|month),? \(?{_amount('more_last')} last\b"
    )
