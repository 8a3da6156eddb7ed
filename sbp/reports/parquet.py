"""Parquet for people who work with data: findings, and facts: a row a record and standard. Never the worker."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from sbp.forum.summary import Summary

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FINDINGS: Final = """
SELECT f.rule, f.category, f.level, f.record_id, f.person_id, r.kind, r.date, r.team, f.field, f.start, f."end",
  coalesce(f.message, a.title) AS message, f.quote, f.source
FROM findings f JOIN records r ON r.id = f.record_id LEFT JOIN rules a ON a.id = f.rule
ORDER BY f.record_id, f.field, f.start, f."end", f.rule"""

_FACTS: Final = """
SELECT r.id AS record_id, r.person_id, r.kind, r.date, r.team, r.area, r.support_reason, r.gender, r.ethnicity, r.age,
  r.practice_approach, r.complexity, r.words, r.outcomes, r.graded, r.achieved, s.standard, s.met
FROM records r LEFT JOIN standard_results s ON s.record_id = r.id ORDER BY r.id, s.standard"""


def findings_parquet(store: "DuckDBPyConnection", summary: Summary) -> Iterator[bytes]:
    """Every finding with what is known of its record."""
    yield from _parquet(store, _FINDINGS)


def facts_parquet(store: "DuckDBPyConnection", summary: Summary) -> Iterator[bytes]:
    """Every record, and for each standard it was read for whether it is met."""
    yield from _parquet(store, _FACTS)


def _parquet(store: "DuckDBPyConnection", sql: str) -> Iterator[bytes]:
    with TemporaryDirectory(prefix="sbp-") as folder:
        path = Path(folder) / "out.parquet"
        store.execute(f"COPY ({sql}) TO '{path.as_posix()}' (FORMAT parquet, COMPRESSION zstd)")
        with path.open("rb") as handle:
            while some := handle.read(1 << 20):
                yield some
