"""How long ago, in bands that are the same wherever something waits."""

from collections.abc import Mapping, Sequence
from typing import Final

from sbp.forum.tables import Count, Table

AGES: Final = {
    "Up to 28 days": 28,
    "29 to 90 days": 90,
    "91 to 182 days": 182,
    "183 to 365 days": 365,
    "More than a year": None,
}
"""Each band and the most days in it, from the shortest."""


def aged(
    days: Sequence[int],
    *,
    ident: str,
    caption: str,
    first: str,
    heading: str,
    ages: Mapping[str, int | None] = AGES,
    notes: tuple[str, ...] = (),
) -> Table:
    """How many fall into each band, and all together."""
    rows, left = [], sorted(days)
    for name, most in ages.items():
        within = [each for each in left if most is None or each <= most]
        left = left[len(within) :]
        rows.append((name, (Count(value=len(within)),)))
    return Table(
        id=ident,
        caption=caption,
        first=first,
        columns=(heading,),
        rows=(*rows, ("All", (Count(value=len(days), key=(ident, "all")),))),
        total=True,
        notes=notes,
    )
