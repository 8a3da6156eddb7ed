"""The report as a workbook: tidy tables, a row a standard and part of the records, and every other table a sheet."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sbp.forum.figures import Figure
from sbp.forum.names import category_name, date_name
from sbp.forum.summary import Summary
from sbp.forum.tables import HIDDEN, UNAVAILABLE, Table
from sbp.reports.workbook import Sheet, Value, sheet_of, values_of, workbook

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SPLITS = {
    "team": ("Standards by team", "Team"),
    "month": ("Standards by month", "Month"),
    "gender": ("Standards by gender", "Gender"),
    "age": ("Standards by age", "Age"),
    "ethnicity": ("Standards by ethnicity", "Ethnic group"),
    "approach": ("Standards by approach", "Practice approach"),
    "complexity": ("Standards by complexity", "Circumstances"),
}
_RATE = ("Met", "Of", "Per cent", "Likely range from, per cent", "to, per cent", "Why there is no figure")


def report_xlsx(store: "DuckDBPyConnection", summary: Summary) -> Iterator[bytes]:
    """The workbook of one edition."""
    run = summary.intake.run
    internal = summary.edition == "internal"
    yield workbook(
        [*_sheets(summary)],
        title=f"Consistency report ({'internal: not for sharing' if internal else 'shareable'})",
        about=(
            "Internal: not for sharing. It names teams and holds exact counts."
            if internal
            else "Shareable: disclosure control is on. Counts are rounded to the nearest five.",
            summary.glance.lede,
            f"As at {date_name(run['as_at'])}. Made with sbp {run['sbp_version']}, rules {run['rules_hash'][:12]}.",
            "A figure says how many records hold something, of how many where it was to be expected. It ranks nobody.",
        ),
        made_on=run["made_at"],
    )


def _sheets(summary: Summary) -> Iterator[Sheet]:
    yield Sheet(
        name="Standards",
        title="Every standard, all records",
        headings=("Standard", *_RATE, "Source", "CQC quality statement"),
        rows=tuple(
            (standard.title, *_rate(standard.overall), standard.source, standard.cqc or "None named")
            for standard in summary.standards
        ),
    )
    for split, (name, first) in _SPLITS.items():
        rows = tuple(_rows(summary, split))
        if rows:
            yield Sheet(name=name, title=name, headings=("Standard", first, *_RATE, *_BESIDE.get(split, ())), rows=rows)
    yield from (sheet_of(table) for table in summary.tables())
    yield from _what_was_found(summary)


def _what_was_found(summary: Summary) -> Iterator[Sheet]:
    """Marks, categories and rules, each with how often and in how many records."""
    yield Sheet(
        name="Good recording",
        title="What is there to be read",
        headings=("What", "Times", "Records", "Of"),
        rows=tuple(
            (mark.title, *values_of(mark.times), *values_of(mark.records, wide=True)[:2]) for mark in summary.marks
        ),
    )
    yield Sheet(
        name="Wording",
        title="What was found, by category",
        headings=("Category", "Findings", "Records"),
        rows=tuple(
            (category_name(category.id), *values_of(category.findings), *values_of(category.records))
            for category in summary.categories
        ),
    )
    yield Sheet(
        name="Rules",
        title="What was found, by rule",
        headings=("Rule", "What", "Findings", "Records", "Source"),
        rows=tuple(
            (rule.id, rule.title, *values_of(rule.findings), *values_of(rule.records), rule.source)
            for rule in summary.rules
        ),
    )


_BESIDE = {
    "team": ("Rate adjusted for kinds of records, per cent", "Outside the outer line", "Chance, all looks together"),
    "month": ("Against the other months",),
}


def _rows(summary: Summary, split: str) -> Iterator[tuple[Value, ...]]:
    for standard in summary.standards:
        beside = {"team": summary.consistency[standard.id].table, "month": summary.over_time[standard.id].table}
        for table in standard.tables():
            if table.id == f"{split}-{standard.id}":
                yield from _long(standard.title, beside.get(split) or table, len(_BESIDE.get(split, ())))


def _long(title: str, table: Table, wanted: int) -> Iterator[tuple[Value, ...]]:
    for name, (first, *others) in table.rows:
        said = [value for cell in others for value in values_of(cell)]
        if isinstance(first, Figure):
            yield title, name, *_rate(first), *_filled(said, wanted)


def _filled(said: list[Value], wanted: int) -> list[Value]:
    """As many values as there are headings: an edition may say less beside a figure."""
    return [UNAVAILABLE] * (wanted - len(said)) + said


def _rate(figure: Figure) -> tuple[Value, ...]:
    if figure.unsaid:
        sign = HIDDEN if HIDDEN in figure.unsaid else UNAVAILABLE
        return (sign, figure.of or sign, sign, sign, sign, figure.unsaid)
    low, high = figure.interval
    return (figure.met, figure.of, round(figure.share * 100), round(low * 100), round(high * 100), "There is one")
