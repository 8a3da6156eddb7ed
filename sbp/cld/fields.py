"""The fields of Client Level Data, and which column of a file is which, in the spelling of either release."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from attrs import frozen

from sbp.codes import code_list

PERSON: Final = "LA_Person_Unique_Identifier"
EVENT: Final = "Event_Type"
_ENOUGH: Final = 8
_EVENT_OF: Final = {"requests": "Request", "assessments": "Assessment", "services": "Service", "reviews": "Review"}


@frozen(kw_only=True)
class Field:
    """A field: its Release 2 name, the list its values stand in, and when it should be filled.

    `event` is the kind of event it belongs to, where it belongs to one.
    """

    name: str
    codes: str = ""
    is_date: bool = False
    is_always: bool = False
    is_conditional: bool = False
    event: str = ""


@cache
def fields() -> Mapping[str, Field]:
    """Every field by name, in the order of the specification."""
    return {
        item["label"]: Field(
            name=item["label"],
            codes=item.get("codes", ""),
            is_date=item.get("format", "") == "calendar date",
            is_always=item["status"] == "mandatory",
            is_conditional=item["status"] == "conditional",
            event=_EVENT_OF.get(item["module"], ""),
        )
        for item in code_list("cld_fields")["items"]
    }


@cache
def older_fields() -> frozenset[str]:
    """Fields that only Release 1 has, in plain form."""
    return frozenset(_plain(name) for name in code_list("cld_fields")["release_1_only"])


def columns_of(columns: Iterable[str]) -> dict[str, str]:
    """For each field of the specification that the file has, its column."""
    by_plain = {_plain(column): column for column in columns}
    return {name: by_plain[_plain(name)] for name in fields() if _plain(name) in by_plain}


def is_client_level_data(columns: Iterable[str]) -> bool:
    """Whether a file with these columns is Client Level Data."""
    found = columns_of(columns)
    return PERSON in found and EVENT in found and len(found) >= _ENOUGH


def unknown_columns(columns: Iterable[str]) -> tuple[str, ...]:
    """Columns that are fields of neither release."""
    known = {_plain(name) for name in fields()} | older_fields()
    return tuple(column for column in columns if _plain(column) not in known and not column.startswith("("))


def _plain(name: str) -> str:
    """A name without what differs between the spelling of the checks and that of files."""
    return "".join(sign for sign in name.casefold() if sign.isalnum())
