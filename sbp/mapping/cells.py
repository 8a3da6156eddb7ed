"""What a cell says as text, and when a cell of a header says nothing."""

import json
from datetime import date, datetime
from functools import lru_cache
from typing import Final

NOTHING: Final = frozenset(
    {"", "null", "none", "n/a", "na", "nan", "nil", "nat", "#n/a", "#null!", "-", "--", "(null)", "<null>"}
)
"""What a database or a spreadsheet writes in a header cell that holds nothing, in lower case."""

_INVISIBLE = str.maketrans(dict.fromkeys("\ufeff\u200b\0", ""))
_LONGEST_ID = 100


def text_of(value: object) -> str:
    """A cell as text; empty when there is nothing in it. Text stays as exported."""
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case float() if value != value:
            return ""
        case datetime() | date():
            return value.isoformat()
        case list() if all(isinstance(item, str) for item in value):
            return "\n".join(value)
        case dict() | list():
            return json.dumps(value, ensure_ascii=False, default=str)
        case _:
            return str(value)


def short_text(value: object) -> str:
    """A cell of a header: without space around it or marks that nobody sees. It may still be one of `NOTHING`."""
    return text_of(value).translate(_INVISIBLE).strip()


def identifier(value: object) -> str:
    """An id, or nothing when the cell holds none or holds what cannot be one."""
    return _identifier(text_of(value))


@lru_cache(maxsize=1024)
def _identifier(cell: str) -> str:
    text = short_text(cell)
    return "" if text.lower() in NOTHING or len(text) > _LONGEST_ID or not text.isprintable() else text
