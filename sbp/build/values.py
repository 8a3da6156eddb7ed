"""From the text of a cell to the plain value a field holds, or the name of what is wrong with it."""

from collections.abc import Mapping as AnyMapping
from datetime import date
from typing import Final

from attrs import frozen

from sbp.build.dates import read_date
from sbp.mapping.codes import known_codes, plain, yes_or_no
from sbp.mapping.mapping import Mapping
from sbp.mapping.targets import Target

NOT_A_CODE: Final = "value that is not in the code list, left out"
NOT_YES_OR_NO: Final = "neither yes nor no, left out"
NOT_A_NUMBER: Final = "not a number, or less than nothing, left out"


@frozen
class Wrong:
    """A cell that holds nothing its field can hold; `kind` is the name of the repair."""

    kind: str


def value_of(text: str, target: Target, mapping: Mapping) -> object:
    """The value as JSON has it, or `Wrong`."""
    match target.shape:
        case "date":
            found = read_date(text, mapping.dates)
            return found.isoformat() if isinstance(found, date) else Wrong(found)
        case "code":
            return _code(text, target, mapping.values.get(target.name, {}))
        case "yes-no":
            said = mapping.values.get(target.name, {}).get(plain(text), text)
            answer = yes_or_no(said)
            return Wrong(NOT_YES_OR_NO) if answer is None else answer
        case "number":
            return _number(text)
        case _:
            return text


def _code(text: str, target: Target, said: AnyMapping[str, str]) -> object:
    written = plain(text)
    known = known_codes(target.codes)
    value = known.get(plain(said[written])) if written in said else known.get(written)
    return Wrong(NOT_A_CODE) if value is None else value


def _number(text: str) -> object:
    try:
        number = float(text.replace("£", "").replace(",", "").strip())
    except ValueError:
        return Wrong(NOT_A_NUMBER)
    return number if 0 <= number < 1e12 else Wrong(NOT_A_NUMBER)
