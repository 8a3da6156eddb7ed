"""The first page, in plain words: what is strong, what to talk about, what was read, what cannot be said."""

from collections.abc import Sequence

from attrs import frozen

from sbp.forum.figures import FEWEST_RECORDS, Figure
from sbp.forum.intake import Intake
from sbp.forum.marks import MarkFigures
from sbp.forum.names import counted, kind_name, listed, month_name, number, percent, so_many, so_often
from sbp.forum.standards import NO_FIELD, NO_KIND, StandardFigures
from sbp.forum.tables import Cell, Count, Edition
from sbp.forum.wording import RuleFigures

MOST = 3
_NAMED = 6
"""More standards than this are counted and not named."""


@frozen(kw_only=True)
class Point:
    """One thing to say: a short claim, the figures behind it, and where in the report they stand."""

    claim: str
    figures: str
    anchor: str


@frozen(kw_only=True)
class Glance:
    """The parts of the first page. `few` was seen in too few records to be called strong."""

    lede: str
    strong: tuple[Point, ...]
    few: tuple[Point, ...]
    talk: tuple[Point, ...]
    cannot: tuple[str, ...]


def glance(
    read: Intake,
    met: Sequence[StandardFigures],
    shown: Sequence[MarkFigures],
    said: Sequence[RuleFigures],
    talked: int,
    edition: Edition,
) -> Glance:
    """Choose what stands on the first page. What is strong comes from most records, not from the best team.

    All figures are those the edition shows.
    """
    said_of = sorted((standard for standard in met if not standard.overall.unsaid), key=_strength)
    often = [standard for standard in said_of if standard.overall.share >= 0.5]
    strong = [standard for standard in often if _is_enough(standard.overall)][:MOST]
    few = [standard for standard in often if not _is_enough(standard.overall)][: MOST - len(strong)]
    left = [one for one in reversed(said_of) if one not in (*strong, *few) and one.overall.share < 0.8]
    rest = sorted(left, key=lambda standard: not _is_enough(standard.overall))
    there = [mark for mark in shown if _is_enough(mark.records)]
    return Glance(
        lede=_lede(read),
        strong=tuple(map(_met, strong)) + _present(there),
        few=tuple(map(_met, few)) + (() if there else _present(shown)),
        talk=tuple(map(_not_met, rest[:MOST])) + _worded(said) + _to_discuss(talked),
        cannot=_cannot(read, met, edition),
    )


def _is_enough(figure: Figure) -> bool:
    """Whether there are as many records as a rate is wanted of anywhere in the report."""
    return figure.of >= FEWEST_RECORDS


def _strength(standard: StandardFigures) -> tuple[float, str]:
    return -standard.overall.interval[0], standard.id


def _lede(read: Intake) -> str:
    if read.records.value == 0:
        return "No record could be built from this export. The data, below, says why."
    counts = [cells[0] for _, cells in read.kinds.rows[:-1]]
    kinds = listed([f"{count} {_kind(kind, count)}" for kind, count in zip(read.kind_ids, counts, strict=True)])
    first, last = read.months
    span = (
        month_name(first) if first == last and first else f"{month_name(first)} to {month_name(last)}" if first else ""
    )
    dated = f", dated {span}" if span else ""
    teams = f", from {counted(read.teams, 'team')}" if read.teams else ""
    records, people = so_many(read.records, "record"), so_many(read.people, "person", "people")
    return f"{records.capitalize()} of {people}{teams}{dated}: {kinds}."


def _kind(kind: str, count: Cell) -> str:
    return kind_name(kind, 1 if isinstance(count, Count) and count.value == 1 else 2)


def _met(standard: StandardFigures) -> Point:
    figure = standard.overall
    return Point(
        claim=standard.title,
        figures=f"{number(figure.met)} of {number(figure.of)} records ({percent(figure.share)})",
        anchor=f"standard-{standard.id}",
    )


def _not_met(standard: StandardFigures) -> Point:
    figure = standard.overall
    left = figure.of - figure.met
    return Point(
        claim=standard.title,
        figures=f"{number(figure.met)} of {number(figure.of)} so far ({percent(figure.share)}). What would help in the "
        f"other {number(left)}?",
        anchor=f"standard-{standard.id}",
    )


def _present(shown: Sequence[MarkFigures]) -> tuple[Point, ...]:
    """The two things met in most records."""
    met = [mark for mark in shown if mark.is_strong and not mark.records.unsaid and mark.records.met]
    there = sorted(met, key=lambda mark: (-mark.records.met, mark.id))
    return tuple(
        Point(
            claim=mark.title,
            figures=f"In {number(mark.records.met)} of {number(mark.records.of)} records",
            anchor="good",
        )
        for mark in there[:2]
    )


def _worded(said: Sequence[RuleFigures]) -> tuple[Point, ...]:
    words = [rule for rule in said if rule.about_words][:2]
    return tuple(
        Point(
            claim=rule.title,
            figures=f"{so_often(rule.findings)}, in {so_many(rule.records, 'record')}. "
            "Two ways to put it are offered below.",
            anchor=f"rule-{rule.id}",
        )
        for rule in words
    )


def _to_discuss(talked: int) -> tuple[Point, ...]:
    if not talked:
        return ()
    claim = counted(talked, "record").capitalize() + " worth a conversation"
    return (Point(claim=claim, figures="Offered as questions, in no order.", anchor="conversations"),)


def _cannot(read: Intake, met: Sequence[StandardFigures], edition: Edition) -> tuple[str, ...]:
    """What a reader might look for here and must not find."""
    said = _unsaid([standard for standard in met if standard.overall.unsaid])
    said += [
        f"“{standard.title}” says nothing of {standard.left_out}: the export holds no field for it there."
        for standard in met
        if standard.left_out
    ]
    if edition == "shareable":
        return (*said, SHAREABLE, *ALWAYS)
    hidden = sum(
        isinstance(cells[0], Figure) and bool(cells[0].unsaid)
        for standard in met
        if standard.teams
        for _, cells in standard.teams.rows
    )
    if hidden:
        said.append(
            f"{counted(hidden, 'team figure').capitalize()} not shown: a rate from fewer than {FEWEST_RECORDS} records "
            "or fewer than five known writers would be chance, or somebody’s score."
        )
    if read.teams and read.without_writer == read.records.value:
        said.append("How many people wrote a team’s records: the export does not say. Ten records were enough.")
    if read.undated:
        they = "it stands in a row of its own" if read.undated == 1 else "they stand in a row of their own"
        said.append(f"When {counted(read.undated, 'record')} happened: no date. In the tables by month {they}.")
    if read.without_team:
        said.append(f"Which team wrote {counted(read.without_team, 'record')}: none is recorded.")
    cut = sum(doubt.count for doubt in read.doubts if doubt.rule == "data/cut-short")
    if cut:
        said.append(
            f"How {counted(cut, 'answer')} ended: Excel cut {'it' if cut == 1 else 'them'} short in the export."
        )
    if read.set_aside:
        rows = sum(reason.count for reason in read.set_aside)
        said.append(f"What stands in {counted(rows, 'row')} that could not be used. The data, below, says why.")
    return (*said, *ALWAYS)


def _unsaid(standards: Sequence[StandardFigures]) -> list[str]:
    """A sentence a standard; those that lack a field, or their kind of record, share one where they are many."""
    fields = _many([standard for standard in standards if standard.overall.unsaid.startswith(NO_FIELD)])
    kinds = _many([one for one in standards if one.overall.unsaid.startswith(NO_KIND) and one not in fields])
    said = [f"“{one.title}”: {one.overall.unsaid}." for one in standards if one not in (*fields, *kinds)]
    if kinds:
        said.append(
            f"{NO_KIND.capitalize()}record of the kinds that {counted(len(kinds), 'standard')} are about"
            + (f": {_titles(kinds)}." if len(kinds) <= _NAMED else ". The table of standards names them.")
        )
    if fields:
        said.append(
            f"{NO_FIELD.capitalize()} for {counted(len(fields), 'standard')}: {_titles(fields)}. Each names its field, "
            "below."
        )
    return said


def _many(standards: list[StandardFigures]) -> list[StandardFigures]:
    return standards if len(standards) > MOST else []


def _titles(standards: Sequence[StandardFigures]) -> str:
    return listed([f"“{standard.title}”" for standard in standards])


ALWAYS = (
    "How good the practice was. This report reads what was recorded; people do more, and say more, than records hold.",
    "How often the wording figures are wrong on real records. They come from rules tested on invented passages; no "
    "real council record has been tested.",
    "Why teams differ. Who comes to them differs too, and only kinds of records and support reasons are allowed for.",
)

SHAREABLE = (
    "Exact numbers. Counts of one to four are hidden, [c], others are to the nearest five, and more are hidden so that "
    "none of these can be worked out. Rates are made from the rounded counts."
)
