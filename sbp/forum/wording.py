"""The wording met most often, with two ways to put it and one curious question."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from sbp.forum.tables import AddsUp, Count
from sbp.passage.normalise import without_markup

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

EXAMPLES = 3


@frozen(kw_only=True)
class Example:
    """One sentence of a record with the words in question between `before` and `after`."""

    record_id: str
    before: str = field(default="", repr=False)
    quote: str = field(default="", repr=False)
    after: str = field(default="", repr=False)


@frozen(kw_only=True)
class RuleFigures:
    """How often one rule had something to say. `about_words` tells wording from what a record as a whole lacks."""

    id: str
    title: str
    category: str
    level: str
    why: str
    source: str
    instead: tuple[str, ...]
    ask: str
    findings: Count
    records: Count
    about_words: bool
    examples: tuple[Example, ...] = ()
    seen_in: tuple[str, ...] = field(default=(), repr=False)


@frozen(kw_only=True)
class CategoryFigures:
    """Findings of one category, and how many that is in a thousand words read."""

    id: str
    findings: Count
    records: Count
    words: int
    adds_up: AddsUp

    @property
    def per_thousand(self) -> float | None:
        """Findings in a thousand words, or None where no words were read or the count is not shown."""
        return self.findings.value * 1000 / self.words if self.words and self.findings.value is not None else None


def rules(store: "DuckDBPyConnection") -> tuple[RuleFigures, ...]:
    """Every rule with findings above a note, those met in most records first. What is said of data stands with them."""
    rows = store.execute(
        """SELECT f.rule, coalesce(any_value(r.title), f.rule), any_value(f.category), max(coalesce(r.level, f.level)),
          coalesce(any_value(r.why), ''), coalesce(any_value(r.source), ''), coalesce(any_value(r.instead), []),
          coalesce(any_value(r.ask), ''), count(*), count(DISTINCT f.record_id), bool_or(f."end" > f.start),
          list(DISTINCT f.record_id ORDER BY f.record_id)
        FROM findings f LEFT JOIN rules r ON r.id = f.rule WHERE f.level <> 'note'
          AND NOT starts_with(f.category, 'data.')
        GROUP BY f.rule ORDER BY count(DISTINCT f.record_id) DESC, count(*) DESC, f.rule"""
    ).fetchall()
    return tuple(_rule(store, row) for row in rows)


def _rule(store: "DuckDBPyConnection", row: Sequence[Any]) -> RuleFigures:
    ident, title, category, level, why, source, instead, ask, findings, records, about_words, seen_in = row
    return RuleFigures(
        id=ident,
        title=title,
        category=category,
        level=level,
        why=why,
        source=source,
        instead=tuple(instead),
        ask=ask,
        findings=Count(value=findings, key=("rule", ident)),
        records=Count(value=records, key=("rule", ident, "records")),
        about_words=about_words,
        examples=_examples(store, ident),
        seen_in=tuple(seen_in),
    )


def categories(store: "DuckDBPyConnection") -> tuple[CategoryFigures, ...]:
    """Every category with findings above a note: those of language first, then of quality, then of duties."""
    words = int(store.execute("SELECT coalesce(sum(words), 0) FROM records").fetchall()[0][0])
    rows = store.execute(
        """SELECT category, count(*), count(DISTINCT record_id), list(DISTINCT rule ORDER BY rule) FROM findings
           WHERE level <> 'note' AND NOT starts_with(category, 'data.') GROUP BY category
           ORDER BY starts_with(category, 'lang.') DESC, starts_with(category, 'qual.') DESC, category"""
    ).fetchall()
    return tuple(
        CategoryFigures(
            id=category,
            findings=Count(value=findings, key=("category", category)),
            records=Count(value=records, key=("category", category, "records")),
            words=words,
            adds_up=AddsUp(total=("category", category), parts=tuple(("rule", rule) for rule in of)),
        )
        for category, findings, records, of in rows
    )


def around(record_id: str, sentence: str, quote: str) -> Example:
    """An example whose quote is marked where it stands in the sentence."""
    before, found, after = map(without_markup, sentence.partition(quote))
    if not found:
        return Example(record_id=record_id, quote=without_markup(quote))
    return Example(record_id=record_id, before=before.lstrip(), quote=found, after=after.rstrip())


def _examples(store: "DuckDBPyConnection", rule: str) -> tuple[Example, ...]:
    """A few sentences, each with other words and of another person; which ones is settled by a hash, not by merit."""
    rows = store.execute(
        """SELECT record_id, sentence, quote FROM (
          SELECT *, md5(record_id || rule || start::VARCHAR) AS draw FROM findings
          WHERE rule = ? AND level <> 'note' AND quote <> '')
        QUALIFY row_number() OVER (PARTITION BY lower(quote) ORDER BY draw, record_id) = 1
          AND row_number() OVER (PARTITION BY person_id ORDER BY draw, record_id) = 1
        ORDER BY draw, record_id LIMIT ?""",
        [rule, EXAMPLES],
    ).fetchall()
    return tuple(around(*row) for row in rows)
