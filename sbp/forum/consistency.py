"""How consistent teams are: each standard's teams against all of them, and what may be said of the difference."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve, field, frozen

from sbp.forum.figures import Figure, Reading
from sbp.forum.names import decimal, listed, percent, seldom
from sbp.forum.standards import ALL, NO_TEAM, Read, StandardFigures
from sbp.forum.tables import Cell, Count, Edition, Measure, Table
from sbp.stats.casemix import CaseMix, adjust
from sbp.stats.funnel import FEWEST_TEAMS, Funnel, funnel
from sbp.stats.many import benjamini_hochberg, expected_by_chance
from sbp.stats.tails import P998, Flag, flag_of, tails

_ROUNDED: Final = 2
"""A count shown to the nearest five may be two more or two fewer."""

_ADJUSTED: Final = (
    "The adjusted rate allows for kinds of records and primary support reasons. The last column is the chance of "
    "such a difference when all looks are held together (Benjamini and Hochberg): from 0.05 it may well be chance."
)


@frozen(kw_only=True)
class Look:
    """One standard looked at team by team, with exact counts: never shown itself, for it knows who wrote what."""

    names: tuple[str, ...]
    funnel: Funnel
    mix: CaseMix
    held: tuple[float, ...] = ()

    def flags(self) -> dict[str, Flag]:
        """The flag of each team."""
        return {name: point.flag for name, point in zip(self.names, self.funnel.points, strict=True)}


@frozen(kw_only=True)
class Consistency:
    """One standard's funnel plot, the table beside it and what it says in words.

    Where `funnel` is None, `unsaid` says why there is no plot. `flags` are the teams outside the outer lines.
    """

    names: tuple[str, ...] = ()
    funnel: Funnel | None = field(default=None, repr=False)
    flags: tuple[tuple[str, Flag], ...] = ()
    table: Table | None = None
    words: tuple[str, ...] = ()
    unsaid: str = ""


def looks(met: Sequence[StandardFigures], reads: Sequence[Read]) -> dict[str, Look]:
    """Every standard that at least two teams have a figure for, looked at with all others held together."""
    found: dict[str, Look] = {}
    for standard, read in zip(met, reads, strict=True):
        names = [name for name, _ in said(standard.teams)]
        if len(names) >= 2:
            found[standard.id] = _look(names, read.readings)
    p_values = [point.p_value for look in found.values() for point in look.funnel.points]
    held = iter(benjamini_hochberg(p_values))
    return {ident: evolve(look, held=tuple(next(held) for _ in look.names)) for ident, look in found.items()}


def said(table: Table | None) -> Iterator[tuple[str, Figure]]:
    """The rows of a table of teams that have a figure, but for records of no team and all records together."""
    for name, (cell, *_) in table.rows if table else ():
        if isinstance(cell, Figure) and not cell.unsaid and name not in (ALL, NO_TEAM):
            yield name, cell


def consistency(
    standard: StandardFigures, look: Look | None, all_looks: Mapping[str, Look], edition: Edition
) -> Consistency:
    """What one standard says of teams, from the figures that the edition shows."""
    teams = list(said(standard.teams))
    if look is None or len(teams) < 2:
        return Consistency(unsaid="fewer than two teams have a figure")
    shown = edition == "internal"
    # Teams with a hidden count are not drawn, and would be missed in a centre of those that are.
    centre = None if standard.overall.unsaid else standard.overall.share
    drawn = look.funnel if shown else funnel([(figure.met, figure.of) for _, figure in teams], centre=centre)
    names = tuple(name for name, _ in teams)
    exact = look.flags()
    flags = tuple(
        (name, exact[name])
        for name, figure in teams
        if exact[name] and (shown or exact[name] == sure_flag(figure, drawn.centre))
    )
    return Consistency(
        names=names,
        funnel=drawn,
        flags=flags,
        table=_table(standard, look if shown else None, dict(flags)),
        words=tuple(_words(drawn, look, flags, names, all_looks, edition)),
    )


def sure_flag(figure: Figure, centre: float) -> Flag:
    """The flag that a rounded figure has whatever exact counts it stands for; so it gives none of them away."""
    met, rest = figure.met, figure.of - figure.met
    more, fewer = met + _ROUNDED * (met > 0), max(0, met - _ROUNDED)
    low, _ = tails(more, more + max(0, rest - _ROUNDED), centre)
    _, high = tails(fewer, fewer + rest + _ROUNDED * (rest > 0), centre)
    return flag_of(low, high, P998)


def _look(names: Sequence[str], readings: Sequence[Reading]) -> Look:
    by_team: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_team[reading.team].append(reading)
    teams = [by_team[name] for name in names]
    known = any(reading.worker for team in teams for reading in team)
    return Look(
        names=tuple(names),
        funnel=funnel(
            [(sum(reading.met for reading in team), len(team)) for team in teams],
            workers=[_by_worker(team) for team in teams] if known else None,
        ),
        mix=adjust([_strata(team) for team in teams]),
    )


def _by_worker(team: Sequence[Reading]) -> list[tuple[int, int]]:
    """A record whose writer is not known stands by itself."""
    return list(_tally((reading.worker or f"\0{place}", reading.met) for place, reading in enumerate(team)).values())


def _strata(team: Sequence[Reading]) -> dict[Hashable, tuple[int, int]]:
    """Records by kind and primary support reason: what a team does not choose."""
    return _tally(((reading.kind, reading.support_reason), reading.met) for reading in team)


def _tally(read: Iterable[tuple[Hashable, bool]]) -> dict[Hashable, tuple[int, int]]:
    """How many met of how many, by part."""
    counts: dict[Hashable, tuple[int, int]] = {}
    for part, is_met in read:
        met, of = counts.get(part, (0, 0))
        counts[part] = met + is_met, of + 1
    return counts


def _table(standard: StandardFigures, look: Look | None, flags: Mapping[str, Flag]) -> Table:
    """Crude and adjusted side by side, where exact counts may be shown."""
    assert standard.teams is not None
    adjusted = dict(zip(look.names, zip(look.mix.teams, look.held, strict=True), strict=True)) if look else {}
    rows = []
    for name, (cell, *_) in standard.teams.rows:
        assert isinstance(cell, Figure)
        beside: tuple[Cell, ...] = (_outside(name, cell, flags),)
        if look:
            team, held = adjusted.get(name, (None, None))
            rate = None if team is None or team.rate is None else 100 * min(1.0, team.rate)
            many = "[x]" if held is None else "under 0.001" if held < 0.001 else f"{held:.3f}"
            beside = (Measure(value=rate, of=Count(value=cell.of), unit="%"), *beside, many)
        rows.append((name, (cell, *beside)))
    columns = ("Met", "Adjusted rate", "Outside the outer line", "Chance, all looks together")
    return Table(
        id=standard.teams.id,
        caption=f"{standard.title}: teams, in alphabetical order",
        first="Team",
        columns=columns if look else ("Met", "Outside the outer line"),
        rows=tuple(rows),
        total=True,
        notes=(_ADJUSTED,) if look else (),
    )


def _outside(name: str, figure: Figure, flags: Mapping[str, Flag]) -> str:
    if figure.unsaid or name in (ALL, NO_TEAM):
        return "[x]"
    return {"": "no", "low": "yes, below", "high": "yes, above"}[flags.get(name, "")]


def _words(
    drawn: Funnel,
    look: Look,
    flags: Sequence[tuple[str, Flag]],
    names: Sequence[str],
    all_looks: Mapping[str, Look],
    edition: Edition,
) -> Iterator[str]:
    of_chance = expected_by_chance(len(names))
    many = sum(len(each.names) for each in all_looks.values())
    yield (
        "Each mark is a team: further right, more of its records were read; further up, more of them meet the "
        f"standard. The middle line is what they have in common: {percent(drawn.centre)}."
    )
    yield _why(look, flags, edition)
    yield (
        f"Outside the outer lines, chance alone would put at most {seldom(of_chance, 'team', 'chart')}; in all "
        f"{many:,} looks at a team in this report, at most {seldom(expected_by_chance(many), 'team', 'report')}."
    )
    yield _reach(drawn, len(names), look.funnel.alike is not None)
    yield "It cannot say why a team stands where it does, nor which team does better work."


def _why(look: Look, flags: Sequence[tuple[str, Flag]], edition: Edition) -> str:
    if not flags:
        return "No team is outside the outer lines: they differ from each other as chance alone would have it."
    mixed = dict(zip(look.names, look.mix.teams, strict=True))
    high = [name for name, flag in flags if flag == "high"]
    low = [name for name, flag in flags if flag == "low"]
    where = "; ".join(filter(None, (_where(high, "above"), _where(low, "below"))))
    words = f"{where}: chance alone would give so large a difference less than once in a thousand times."
    if edition == "shareable":
        return words
    gone = [name for name, _ in flags if not mixed[name].flag]
    if not gone:
        return f"{words} Allowing for the kinds of records and support reasons they have, it remains."
    who = listed(gone)
    return f"{words} Allowing for kinds of records and support reasons, {who} would be inside: part of it is who comes."


def _where(names: list[str], side: str) -> str:
    return f"{listed(names)} {'is' if len(names) == 1 else 'are'} {side} the outer line" if names else ""


def _reach(drawn: Funnel, teams: int, knows_workers: bool) -> str:
    """From how many records on the chart can say anything, and what was allowed for."""
    few = (
        "Where every record meets a standard, or none does, no chart can tell teams apart."
        if drawn.fewest is None
        else f"A team needs {drawn.fewest:,} records read before this chart can say anything at both ends."
    )
    phi = f"Teams differ {decimal(drawn.dispersion.phi)} times as much as chance gives"
    if drawn.widened:
        spread = f"{phi}, most often because they meet different people: the outer lines allow for it."
    elif teams < FEWEST_TEAMS:
        spread = f"{phi}; with fewer than {FEWEST_TEAMS} teams nothing is allowed for that."
    else:
        spread = f"{phi}."
    alike = "" if knows_workers else " Who wrote a record is not allowed for, so the lines promise too much."
    return f"{few} {spread}{alike}"
