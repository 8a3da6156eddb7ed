"""Disclosure control for a whole report, in one place: between what is worked out and what is written.

Every count of the report is protected together with all it adds up to, for what is safe in one table can be found by
subtracting another from it. What is drawn, written or said of the shareable edition is made from what comes out here.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, Final, TypeVar

import attrs
from attrs import evolve

from sbp.forum.figures import FEWEST_RECORDS, Figure
from sbp.forum.tables import HIDDEN, AddsUp, Cell, Count, Measure, Table
from sbp.stats.attack import Sum
from sbp.stats.disclosure import Rounding, Shown, protect

Part = TypeVar("Part")
Place = tuple[Hashable, ...]

TOO_FEW: Final = f"{HIDDEN} so that nobody can be recognised"


def shareable(part: Part) -> Part:
    """A part of a summary, or a tuple of parts, as the shareable edition may show it: counts hidden or rounded.

    Give all that adds up to each other together. A figure or a count outside a table needs a key of its own. Ids of
    records are taken out of figures; other words and ids are for the caller to leave out.
    """
    counts: dict[Hashable, int] = {}
    sums: list[Sum] = []
    for found in _found(part):
        if isinstance(found, Table):
            _add_table(found, counts, sums)
        elif isinstance(found, AddsUp):
            sums.append((found.total, found.parts))
        else:
            _add(_keys((), found), found, counts, sums)
    shown = protect(counts, list(dict.fromkeys(sums)), sparing=True, unsaid=_unsaid(counts, _figures(part)))
    made: Part = _changed(part, shown)
    return made


def _found(part: Any) -> Iterator[Table | Figure | Count | Measure | AddsUp]:
    """Every table in a part, and every number outside one, however deep."""
    if isinstance(part, (Table, Figure, Count, Measure, AddsUp)):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _found(one)
    elif attrs.has(type(part)):
        for field in attrs.fields(type(part)):
            yield from _found(getattr(part, field.name))


def _unsaid(counts: Mapping[Hashable, int], figures: Iterable[tuple[Figure, list[Hashable]]]) -> set[Hashable]:
    """Counts that stand nowhere in the edition: the number of records of a figure, and both parts of one not said.

    A shared figure prints its two rounded parts, and as their number what these add up to.
    """
    found: set[Hashable] = set()
    for figure, (met, rest, of) in figures:
        found.add(of)
        if figure.unsaid:
            found |= {key for key in (met, rest) if not Rounding().is_small(counts[key])}
    return found


def _figures(part: Any) -> Iterator[tuple[Figure, list[Hashable]]]:
    for one in _found(part):
        if isinstance(one, Figure):
            yield one, _keys((), one)
        elif isinstance(one, Table):
            for row, (_, cells) in enumerate(one.rows):
                for at, cell in enumerate(cells):
                    if isinstance(cell, Figure):
                        yield cell, _keys((one.id, row, at), cell)


def _changed(part: Any, shown: Mapping[Hashable, Shown]) -> Any:
    """The same part with numbers that may be shown."""
    if isinstance(part, Table):
        return _protected(part, shown)
    if isinstance(part, AddsUp):
        return part
    if isinstance(part, (Figure, Count, Measure)):
        return _cell(part, [shown[key] for key in _keys((), part)])
    if isinstance(part, tuple):
        return tuple(_changed(one, shown) for one in part)
    if attrs.has(type(part)):
        old = {field.name: getattr(part, field.name) for field in attrs.fields(type(part)) if field.init}
        new = {name: _changed(value, shown) for name, value in old.items()}
        return evolve(part, **{name: value for name, value in new.items() if value is not old[name]})
    return part


def _add(keys: list[Hashable], cell: Cell, counts: dict[Hashable, int], sums: list[Sum]) -> None:
    for key, value in zip(keys, _values(cell), strict=True):
        if counts.setdefault(key, value) != value:
            raise ValueError("one key stands for two counts")
    if isinstance(cell, Figure):
        met, rest, of = keys
        sums.append((of, (met, rest)))


def _add_table(table: Table, counts: dict[Hashable, int], sums: list[Sum]) -> None:
    """Add a table's counts, and what adds up to what in it."""
    columns: dict[int, list[list[Hashable]]] = {}
    for row, (_, cells) in enumerate(table.rows):
        across: list[Hashable] = []
        for column, cell in enumerate(cells):
            keys = _keys((table.id, row, column), cell)
            _add(keys, cell, counts, sums)
            across += keys[:1]
            columns.setdefault(column, []).append(keys)
        if table.across:
            sums.append((across[0], tuple(across[1:])))
    if table.total:
        for *parts, total in columns.values():
            # Where one row holds all records, its number and that of all are one count, and add up to nothing new.
            sums += [
                (key, some) for at, key in enumerate(total) if key not in (some := tuple(row[at] for row in parts))
            ]


def _keys(here: Place, cell: object) -> list[Hashable]:
    """What the counts of a cell are called: a key of their own, or else their place."""
    match cell:
        case Figure(key=key, of_key=of_key):
            given = _key(here, key)
            return [(given, "met"), (given, "rest"), (given, "of") if of_key is None else of_key]
        case Count(key=key):
            return [_key(here, key)]
        case Measure(of=of):
            return [_key((*here, "of") if here else (), of.key)]
        case _:
            return []


def _key(here: Place, key: Hashable) -> Hashable:
    if key is None and not here:
        raise ValueError("a count outside a table needs a key")
    return here if key is None else key


def _values(cell: object) -> list[int]:
    match cell:
        case Figure(met=met, of=of):
            return [met, of - met, of]
        case Count(value=value) | Measure(of=Count(value=value)):
            return [value or 0]
        case _:
            return []


def _protected(table: Table, shown: Mapping[Hashable, Shown]) -> Table:
    rows = tuple(
        (
            name,
            tuple(
                _cell(cell, [shown[key] for key in _keys((table.id, row, at), cell)]) for at, cell in enumerate(cells)
            ),
        )
        for row, (name, cells) in enumerate(table.rows)
    )
    return evolve(table, rows=rows)


def _cell(cell: Cell, shown: list[Shown]) -> Cell:
    match cell:
        case Figure():
            return shared_figure(cell, *shown)
        case Count():
            return evolve(cell, value=shown[0].value)
        case Measure(of=of, value=value, digits=digits):
            [base] = shown
            few = base.value is None or base.value < FEWEST_RECORDS or value is None
            return evolve(
                cell,
                of=evolve(of, value=base.value),
                value=None if few or value is None else round(value, digits),
                unsaid=cell.unsaid or (TOO_FEW if few else ""),
            )
        case _:
            return cell


def shared_figure(figure: Figure, met: Shown, rest: Shown, of: Shown) -> Figure:
    """A figure made of shown counts alone: its rate is that of the rounded parts, and it names no record."""
    if figure.unsaid or met.value is None or rest.value is None:
        return evolve(figure, met=0, of=0, unsaid=figure.unsaid or TOO_FEW, met_in=(), not_met_in=())
    return evolve(figure, met=met.value, of=met.value + rest.value, met_in=(), not_met_in=())
