"""All that a report says about one audit, with nothing left to work out."""

from typing import TYPE_CHECKING

from attrs import frozen

from sbp.forum.copied import CopiedTexts, copied
from sbp.forum.glance import Glance, glance
from sbp.forum.intake import Intake, intake
from sbp.forum.marks import MarkFigures, marks
from sbp.forum.records import Conversation, GoodRecord, conversations, good_records
from sbp.forum.standards import StandardFigures, standards
from sbp.forum.tables import Edition
from sbp.forum.wording import CategoryFigures, RuleFigures, categories, rules

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@frozen(kw_only=True)
class Summary:
    """What was read and what it says. Every figure knows its records."""

    edition: Edition
    glance: Glance
    intake: Intake
    standards: tuple[StandardFigures, ...]
    marks: tuple[MarkFigures, ...]
    rules: tuple[RuleFigures, ...]
    categories: tuple[CategoryFigures, ...]
    conversations: tuple[Conversation, ...]
    good_records: tuple[GoodRecord, ...]
    copied: CopiedTexts


def summarise(store: "DuckDBPyConnection") -> Summary:
    """Sum up an audit store."""
    read, met, shown, said = intake(store), standards(store), marks(store), rules(store)
    talked = conversations(store)
    return Summary(
        edition="internal",
        glance=glance(read, met, shown, said, len(talked)),
        intake=read,
        standards=met,
        marks=shown,
        rules=said,
        categories=categories(store),
        conversations=talked,
        good_records=good_records(store),
        copied=copied(store),
    )
