"""What every reader gives: an export, and its rows without meaning."""

from collections.abc import Iterator, Mapping

from attrs import field, frozen


@frozen(kw_only=True, slots=True)
class Row:
    """One row of an export, cells by column, with the place where a person would find it.

    A row that could not be read has a `problem`, a sentence that holds no value, and no cells.
    """

    file: str
    sheet: str = ""
    number: int
    cells: Mapping[str, object] = field(factory=dict, repr=False)
    problem: str = ""
    repairs: tuple[str, ...] = ()


@frozen(kw_only=True)
class Export:
    """A file opened for reading: its columns, its rows as they stream by, and what is to be said about the file."""

    file: str
    columns: tuple[str, ...]
    rows: Iterator[Row] = field(repr=False)
    notes: tuple[str, ...] = ()
