"""The case files are sound, and the checks of records keep above a floor on them."""

import json
from pathlib import Path

import pytest
from gold.measure_cases import HERE, Case, Said, cases, said, table

from sbp import schema
from sbp.records import prose
from sbp.rules import load_rules

FILES = sorted(HERE.glob("*.json"))
TUNED = list(cases("tune"))
CASES = [*TUNED, *cases("held-out")]
JUDGED = [(case, said(case)) for case in TUNED]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_case_file_holds_what_is_needed_and_no_more(path: Path) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["id"] == path.stem
    assert data["about"].endswith(".")
    assert set(data) <= {"id", "about", "as_at", "records", "expected"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_record_is_valid_and_every_expectation_leads_into_one(case: Case) -> None:
    loaded = [schema.load(record) for record in case.records]
    assert not [one for one in loaded if isinstance(one, schema.Faults)]
    records = {record.header.id: record for record in loaded if not isinstance(record, schema.Faults)}
    assert len(records) == len(case.records)
    known = {rule.category for rule in load_rules().rules}
    for one in case.expected:
        assert one.category in known
        record = records[one.record_id]
        if one.field.endswith("/text"):
            assert one.field in {item.pointer for item in prose(record)}
        else:
            assert hasattr(record, one.field.split("/")[1])


def test_every_file_is_of_one_part() -> None:
    assert len(CASES) == len(FILES)


def test_at_least_forty_case_files_and_nearly_half_are_good_practice() -> None:
    assert len(CASES) >= 40
    assert 0.4 <= sum(not case.expected for case in CASES) / len(CASES) <= 0.6


def test_nineteen_in_twenty_findings_are_right_and_nine_in_ten_are_made() -> None:
    right = sum(len(case.expected & found) for case, found in JUDGED)
    assert right >= 0.95 * sum(len(found) for _, found in JUDGED)
    assert right >= 0.9 * sum(len(case.expected) for case in TUNED)


@pytest.mark.parametrize("prefix", ["qual.outcome", "qual.voice", "duty.plan", "duty.review", "duty.eligibility"])
def test_each_family_is_tried(prefix: str) -> None:
    assert [case for case in CASES if any(one.category.startswith(prefix) for one in case.expected)]


def test_the_table_counts_what_is_missed_and_what_is_false() -> None:
    lines = "\n".join(table("tune", [trial()], listed=True))
    assert "missed  x  duty.advocacy" in lines
    assert "false   x  qual.no_change" in lines
    assert "overall                         0.000  0/1        0.000  0/1" in lines


def test_of_the_held_out_part_only_figures_are_told() -> None:
    lines = "\n".join(table("held-out", [trial()], listed=False))
    assert "overall                         0.000  0/1        0.000  0/1" in lines
    assert "  x  " not in lines


def trial() -> tuple[Case, frozenset[Said]]:
    one, other = Said("duty.advocacy", "a", "/advocacy"), Said("qual.no_change", "a", "/sections/0/entries/0/text")
    return Case(id="x", about="A trial.", records=(), expected=frozenset({one})), frozenset({other})
