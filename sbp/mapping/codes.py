"""From a code as exported to the value a record holds."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from sbp.codes import code_list, code_values

_YES_NO: Final = {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False}


def plain(text: str) -> str:
    """A label without what differs between exports: capitals, spacing, '&' for 'and'."""
    return " ".join(text.replace("&", " and ").casefold().split())


@cache
def known_codes(codes: str) -> Mapping[str, str]:
    """Every way a code list is known to be written, in plain form, with the value of ours."""
    found: dict[str, str] = {}
    for value, item in zip(code_values(codes), code_list(codes)["items"], strict=True):
        older = item.get("release_1", [])
        for name in (item.get("slug"), item.get("label"), *(older if isinstance(older, list) else [older])):
            if name is not None:
                found.setdefault(plain(str(name)), value)
        found[plain(value)] = value
    return found


def yes_or_no(text: str) -> bool | None:
    """Whether a cell says yes or no; None when it says neither."""
    return _YES_NO.get(plain(text))
