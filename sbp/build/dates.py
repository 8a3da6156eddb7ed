"""Dates as councils write them. The order of day and month is declared by the mapping, never guessed."""

import re
from datetime import date
from typing import Final

_TIME = r"(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?"
_ISO: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _TIME, re.IGNORECASE)
_NUMBERS: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})" + _TIME, re.IGNORECASE)
_NAMED: Final = re.compile(
    r"(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[- /](?:of )?([a-z]{3,9})[- /,]+(\d{4}|\d{2})" + _TIME, re.IGNORECASE
)
_NAMED_FIRST: Final = re.compile(r"([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})" + _TIME, re.IGNORECASE)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

CANNOT_BE: Final = "date that cannot be, left out"
OTHER_ORDER: Final = "date in another order of day and month, left out"
TWO_DIGITS: Final = "year with two digits, left out"


def read_date(text: str, order: str) -> date | str:
    """The date a cell holds, or what is wrong with it.

    A year with four digits that stands first, and a month by name, mean the same in every order.
    """
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := _NUMBERS.fullmatch(text):
        first, second, year = found.groups()
        return _numbers(first, second, year, order)
    elif found := _NAMED.fullmatch(text):
        day, name, year = found.groups()
        month = _month(name.lower())
    elif found := _NAMED_FIRST.fullmatch(text):
        name, day, year = found.groups()
        month = _month(name.lower())
    else:
        return CANNOT_BE
    return TWO_DIGITS if len(year) == 2 else _real(int(year), int(month), int(day))


def _numbers(first: str, second: str, year: str, order: str) -> date | str:
    """Day and month in the declared order, or whether they would be a date in another."""
    if len(year) == 2:
        return CANNOT_BE if order == "year-first" else TWO_DIGITS
    day_first = _real(int(year), int(second), int(first))
    month_first = _real(int(year), int(first), int(second))
    read = {"day-first": day_first, "month-first": month_first}.get(order, CANNOT_BE)
    return OTHER_ORDER if isinstance(read, str) and date in map(type, (day_first, month_first)) else read


def _month(name: str) -> str:
    if name in _FULL:
        return str(_FULL.index(name) + 1)
    short = "sep" if name == "sept" else name
    return str(_MONTHS.index(short) + 1) if short in _MONTHS else "0"


def _real(year: int, month: int, day: int) -> date | str:
    if not 1800 <= year <= 2199:
        return CANNOT_BE
    try:
        return date(year, month, day)
    except ValueError:
        return CANNOT_BE
