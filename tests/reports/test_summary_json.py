"""The summary as JSON fits its schema, says what the report says, and gives nothing hidden away."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from checked_workbook import broken_rules
from kept import made, sample

from sbp.reports import write_reports

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "schemas" / "report" / "summary.schema.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    there = sample(tmp_path_factory.mktemp("store"))
    write_reports(there)
    return there


def summary(folder: Path, edition: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / f"summary-{edition}.json").read_text(encoding="utf-8"))
    return found


def numbers(part: Any) -> list[int]:
    """Every count in a part of a summary."""
    if isinstance(part, dict):
        own = [part[name] for name in ("count", "met", "of") if name in part]
        return own + [each for value in part.values() for each in numbers(value)]
    return [each for one in part for each in numbers(one)] if isinstance(part, list) else []


@pytest.mark.parametrize("edition", ["internal", "shareable"])
def test_it_fits_its_schema(folder: Path, edition: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(summary(folder, edition), SCHEMA)
    assert summary(folder, edition)["edition"] == edition


def test_nothing_audited_fits_it_too(tmp_path: Path) -> None:
    write_reports(made(tmp_path))
    for edition in ("internal", "shareable"):
        empty = summary(tmp_path, edition)
        jsonschema.validate(empty, SCHEMA)
        assert empty["edition"] == edition
        assert set(numbers(empty)) == {0}


def test_every_count_to_be_shared_is_rounded_and_none_is_small(folder: Path) -> None:
    shared = numbers(summary(folder, "shareable"))
    assert len(shared) > 50
    assert {count % 5 for count in shared} == {0}
    assert any(0 < count < 5 for count in numbers(summary(folder, "internal")))


@pytest.mark.parametrize("edition", ["internal", "shareable"])
def test_the_workbook_keeps_the_rules_of_the_analysis_function(folder: Path, edition: str) -> None:
    assert broken_rules((folder / f"report-{edition}.xlsx").read_bytes()) == []
