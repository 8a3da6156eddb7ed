"""One rule, one mark, one standard: what a file under `rules/` becomes."""

from typing import Any, Literal

from attrs import field, frozen

from sbp.checks import Check
from sbp.findings import Level
from sbp.gates.match import About, Reads
from sbp.records import RECORDS

CATEGORIES = (
    "lang.affliction",
    "lang.label",
    "lang.blame",
    "lang.behaviour",
    "lang.doubt",
    "lang.victim_blame",
    "lang.ageist_infantile",
    "lang.object",
    "lang.service_led",
    "lang.deficit_only",
    "lang.control",
    "lang.fatalism",
)
PRECEDENCE = (
    "lang.victim_blame",
    "lang.blame",
    "lang.behaviour",
    "lang.doubt",
    "lang.fatalism",
    "lang.affliction",
    "lang.label",
    "lang.object",
    "lang.ageist_infantile",
    "lang.control",
    "lang.service_led",
)
"""Which category is said when two meet on the same words (`domain/language.md`, section 6)."""


@frozen(kw_only=True)
class Example:
    """A text or records a rule is tried on; brackets mark the exact words that must be found.

    `as_at` is the day lateness is judged against, as ISO text.
    """

    text: str = ""
    section: str = ""
    record_type: str = "case_note"
    person: dict[str, str] | None = None
    records: tuple[dict[str, Any], ...] = ()
    as_at: str = ""


@frozen(kw_only=True)
class Rule:
    """One thing worth saying, and what is said of it. `id` is the path of its file below `rules/`."""

    id: str
    title: str
    category: str
    level: Level
    message: str
    why: str
    source: str
    check: Check
    instead: tuple[str, ...]
    ask: str
    scope: tuple[str, ...] = tuple(RECORDS)
    reads: Reads = "verdict"
    about: About = "person"
    from_memory: bool = False
    is_bundled: bool = False
    flagged: tuple[Example, ...] = field(default=(), repr=False)
    clean: tuple[Example, ...] = field(default=(), repr=False)

    @property
    def section(self) -> str:
        """The folder of the rule: a section of the report."""
        return self.id.rsplit("/", 1)[0]


@frozen(kw_only=True)
class MarkRule:
    """Something good that is there to be counted."""

    id: str
    title: str
    why: str
    source: str
    terms: tuple[str, ...]
    reads: Literal["anywhere", "specific", "quotation", "hollow"] = "anywhere"
    not_before: tuple[str, ...] = ()
    flagged: tuple[Example, ...] = field(default=(), repr=False)
    clean: tuple[Example, ...] = field(default=(), repr=False)


@frozen(kw_only=True)
class Standard:
    """A rate of records in scope: which records, and what decides that one meets it.

    In scope are records of the kinds in `scope` that say something in one of the fields of `where`, or hold one of the
    marks of `where_marks`. One meets it with `least` of the kinds of `marks`, or with more than three words in one of
    `holds`, or with anything in one of `filled`; and with no finding of a category that begins as one of `without`, of
    `without_level` or more pressing. `fields` are those one of which the export must hold before it can be said; one
    told by `marks` can be said too where a record of that kind meets it all the same.
    """

    id: str
    title: str
    why: str
    source: str
    cqc: str
    scope: tuple[str, ...]
    fields: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    where_marks: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    least: int = 1
    holds: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    without_level: Level = "query"

    @property
    def by_marks(self) -> bool:
        """Whether words anywhere in a record can meet it, whatever the columns of the export."""
        return bool(self.marks)
