"""All that a report says about one audit, with nothing left to work out."""

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from sbp.forum.consistency import Consistency, Look, consistency, looks
from sbp.forum.copied import CopiedTexts, copied
from sbp.forum.demand import Demand, demand
from sbp.forum.glance import Glance, glance
from sbp.forum.intake import Intake, intake
from sbp.forum.marks import MarkFigures, marks
from sbp.forum.outcomes import Outcomes, outcomes
from sbp.forum.over_time import OverTime, over_time
from sbp.forum.packages import Packages, packages
from sbp.forum.readings import trust
from sbp.forum.records import Conversation, GoodRecord, conversations, good_records
from sbp.forum.sharing import shareable
from sbp.forum.sitting.keeping import sittings
from sbp.forum.standards import StandardFigures, standards_read
from sbp.forum.tables import Edition, Table, tables_in
from sbp.forum.wording import CategoryFigures, RuleFigures, categories, rules

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@frozen(kw_only=True)
class Parts:
    """The parts of a report that hold figures: protected all together, since they can be subtracted from each other."""

    intake: Intake
    standards: tuple[StandardFigures, ...]
    outcomes: Outcomes
    packages: Packages
    demand: Demand
    marks: tuple[MarkFigures, ...]
    rules: tuple[RuleFigures, ...]
    categories: tuple[CategoryFigures, ...]


@frozen(kw_only=True)
class Summary:
    """What was read and what it says, as one edition says it.

    In the internal edition every figure knows its records. The shareable one holds no words and no ids of records;
    its `conversations` and `good_records` are empty and `copied` is None.
    """

    edition: Edition
    glance: Glance
    trust: tuple[str, ...]
    intake: Intake
    standards: tuple[StandardFigures, ...]
    consistency: dict[str, Consistency]
    over_time: dict[str, OverTime]
    outcomes: Outcomes
    packages: Packages
    demand: Demand
    marks: tuple[MarkFigures, ...]
    rules: tuple[RuleFigures, ...]
    categories: tuple[CategoryFigures, ...]
    conversations: tuple[Conversation, ...] = ()
    good_records: tuple[GoodRecord, ...] = ()
    copied: CopiedTexts | None = None

    def tables(self) -> tuple[Table, ...]:
        """Every table but those of standards: what a workbook gives a sheet of its own."""
        return tuple(tables_in((self.intake, self.outcomes, self.packages, self.demand)))


@frozen(kw_only=True)
class Gathered:
    """All that both editions are made of, with exact counts: what is written comes from a `Summary` of it."""

    parts: Parts
    trust: tuple[str, ...]
    looked: dict[str, Look]
    conversations: tuple[Conversation, ...]
    good_records: tuple[GoodRecord, ...]
    copied: CopiedTexts


def gather(store: "DuckDBPyConnection", folder: Path | None = None) -> Gathered:
    """Sum up an audit store, once for both editions. `folder` is where the Forum's own store is, if there is one."""
    met, reads = standards_read(store)
    return Gathered(
        parts=Parts(
            intake=intake(store),
            standards=met,
            outcomes=outcomes(store),
            packages=packages(store, sittings(folder) if folder else ()),
            demand=demand(store),
            marks=marks(store),
            rules=rules(store),
            categories=categories(store),
        ),
        trust=trust(folder) if folder else (),
        looked=looks(met, reads),
        conversations=conversations(store),
        good_records=good_records(store),
        copied=copied(store),
    )


def summarise(store: "DuckDBPyConnection", edition: Edition = "internal", folder: Path | None = None) -> Summary:
    """Sum up an audit store for one edition."""
    return edited(gather(store, folder), edition)


def edited(found: Gathered, edition: Edition) -> Summary:
    """What one edition says: with disclosure control and without words where it is to be shared."""
    internal = edition == "internal"
    parts = found.parts if internal else _without_words(shareable(found.parts))
    talked = found.conversations if internal else ()
    return Summary(
        edition=edition,
        glance=glance(parts.intake, parts.standards, parts.marks, parts.rules, len(talked), edition),
        trust=found.trust,
        intake=parts.intake,
        standards=parts.standards,
        consistency={
            standard.id: consistency(standard, found.looked.get(standard.id), found.looked, edition)
            for standard in parts.standards
        },
        over_time={standard.id: over_time(standard) for standard in parts.standards},
        outcomes=parts.outcomes,
        packages=parts.packages,
        demand=parts.demand,
        marks=parts.marks,
        rules=parts.rules,
        categories=parts.categories,
        conversations=talked,
        good_records=found.good_records if internal else (),
        copied=found.copied if internal else None,
    )


def _without_words(parts: Parts) -> Parts:
    """The parts without a word of a record, an id, or the name of a file."""
    run = {name: value for name, value in parts.intake.run.items() if name not in ("export", "erased")}
    read = evolve(parts.intake, run=run, set_aside=(), doubts=(), repairs=(), notes=(), undated=0, without_team=0)
    said = tuple(evolve(rule, examples=(), seen_in=()) for rule in parts.rules)
    return evolve(parts, intake=read, rules=said, packages=evolve(parts.packages, unlike=()))
