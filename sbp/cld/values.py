"""A cell of Client Level Data as Release 2 writes it, or what is wrong with it, never with its value."""

import re
from datetime import date
from functools import cache
from typing import Final

from attrs import frozen

from sbp.build.dates import read_date
from sbp.cld.fields import Field
from sbp.codes import code_list, code_values
from sbp.mapping.codes import known_codes, plain
from sbp.near import near

OLD_LABEL: Final = "The label is that of Release 1; Release 2 writes it otherwise."
NO_HOME: Final = "The label is one of Release 1 that has no place in Release 2."
NOT_A_DATE: Final = "This is not a date. Write it day first, such as 03/02/2026, or as 2026-02-03."
NOT_A_NUMBER: Final = "This is not a number."
_NUMBERS: Final = frozenset({"Unit_Cost", "Planned_units_per_week", "No_of_adults_being_cared_for"})
_FEW: Final = 6
_SHAPES: Final = {
    "NHS_Number": (re.compile(r"\d{3} ?\d{3} ?\d{4}"), "This is not an NHS number: ten digits."),
    "LA_Code": (re.compile(r"\d{3}"), "This is not a local authority code: three digits."),
}


@frozen
class Written:
    """A value as Release 2 writes it, empty where it cannot; `problem` says what is wrong with what stood there."""

    text: str
    problem: str = ""


def written(text: str, field: Field) -> Written:
    """What Release 2 would have in the place of a cell."""
    if field.codes:
        return _label(text, field)
    if field.is_date:
        found = read_date(text, "day-first")
        return Written(found.strftime("%d/%m/%Y")) if isinstance(found, date) else Written("", NOT_A_DATE)
    if field.name in _NUMBERS:
        number = text.replace("£", "").replace(",", "").strip()
        return Written(number) if re.fullmatch(r"\d+(\.\d+)?", number) else Written("", NOT_A_NUMBER)
    shape, sentence = _SHAPES.get(field.name, (None, ""))
    return Written("", sentence) if shape and not shape.fullmatch(text) else Written(text)


def _label(text: str, field: Field) -> Written:
    if text in code_values(field.codes):
        return Written(text)
    ours = known_codes(field.codes).get(plain(text))
    if ours is not None:
        return Written(ours, OLD_LABEL if plain(ours) != plain(text) else "")
    if plain(text) in _homeless(field.codes):
        return Written("", NO_HOME)
    return Written("", f"The value is not in the code list.{near(text, code_values(field.codes)) or _labels(field)}")


def _labels(field: Field) -> str:
    """The labels that there are, where a sentence can hold them."""
    labels = code_values(field.codes)
    if len(labels) > _FEW:
        return f" It has {len(labels)} labels, and none is near."
    return f" Its labels are: {'; '.join(labels)}."


@cache
def _homeless(codes: str) -> frozenset[str]:
    return frozenset(plain(name) for name in code_list(codes).get("release_1_only", ()))
