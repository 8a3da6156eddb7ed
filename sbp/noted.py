"""What a run says of itself in plain sentences: what was taken as given, and what could not be read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sbp.mapping import Mapping
from sbp.readers import Export

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def taken(export: Export, mapping: Mapping) -> Iterator[str]:
    """What the reader says, and what the mapping takes as given."""
    yield from export.notes
    if mapping.layout == "records":
        return
    yield f"Dates were read {mapping.dates.replace('-', ' ')}, as the mapping says; other orders were not tried."
    unused = mapping.unused(export.columns)
    if unused:
        yield f"Columns the mapping leaves out: {', '.join(unused)}."


def left_dates(store: "DuckDBPyConnection", mapping: Mapping) -> Iterator[str]:
    """That dates could not be read, with what to do where the whole export writes them otherwise."""
    from sbp.build.dates import CANNOT_BE, OTHER_ORDER, TWO_DIGITS

    rows = store.execute(
        """SELECT coalesce("column", ''), kind = ? AS other, sum(count), arg_min(file, row), min(row) FROM repairs
           WHERE kind IN (?, ?, ?) GROUP BY ALL ORDER BY ALL""",
        [OTHER_ORDER, OTHER_ORDER, CANNOT_BE, TWO_DIGITS],
    ).fetchall()
    for column, is_other, count, file, row in rows:
        dates = f"{count:,} {'date' if count == 1 else 'dates'} in '{column}'"
        first = f"{file}, row {row:,}" if row else file
        if is_other:
            order = "month-first" if mapping.dates == "day-first" else "day-first"
            yield (
                f"{dates} could not be read {mapping.dates.replace('-', ' ')} (first: {first}). If the whole export "
                f"writes the {order.partition('-')[0]} first, say 'dates: {order}' in the mapping."
            )
        else:
            yield (
                f"{dates} could not be read (first: {first}). Wanted is a day, a month and a year of four digits, "
                "such as 31/03/2026."
            )


def repeated(sentences: int) -> Iterator[str]:
    """That sentences stand in too many people's records to be anybody's own."""
    from sbp.store.copied import PRINTED

    if sentences:
        yield (
            f"{sentences:,} long {'sentence stands' if sentences == 1 else 'sentences stand'} in the records of "
            f"{PRINTED} or more people: a form's own words or standard wording. They are counted once, here."
        )
