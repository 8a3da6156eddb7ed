"""The statements in the docs run on the files of a report, and agree with it."""

import json
import re
from pathlib import Path

import duckdb
import pytest
from kept import sample

from sbp.reports import write_reports

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "use-the-data.md"
STATEMENTS = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    there = sample(tmp_path_factory.mktemp("store"))
    write_reports(there)
    return there


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_statement_of_the_docs_runs(folder: Path, statement: str) -> None:
    there = re.sub(r"'([a-z-]+\.parquet)'", lambda found: f"'{(folder / found[1]).as_posix()}'", statement)
    assert duckdb.sql(there).columns


def test_facts_add_up_to_the_report_and_name_no_worker(folder: Path) -> None:
    facts = duckdb.read_parquet(str(folder / "facts-internal.parquet"))
    assert "worker" not in facts.columns
    summary = json.loads((folder / "summary-internal.json").read_text(encoding="utf-8"))
    [own] = [standard["overall"] for standard in summary["standards"] if standard["id"] == "own-words"]
    counted = duckdb.sql("SELECT sum(met::INTEGER), count(*) FROM facts WHERE standard = 'own-words'").fetchall()
    assert counted == [(own["met"], own["of"])]
