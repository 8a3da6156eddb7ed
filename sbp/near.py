"""The nearest known name to one that is not known."""

import difflib
from collections.abc import Iterable


def near(wanted: str, known: Iterable[str]) -> str:
    """A sentence with the nearest name, with a space before it; empty when none is near."""
    by_plain = {name.casefold(): name for name in known}
    found = difflib.get_close_matches(wanted.casefold(), by_plain, n=1, cutoff=0.6)
    return f" The nearest is '{by_plain[found[0]]}'." if found else ""
