"""The single faults and near misses are sound, and the checks keep above a floor on them."""

import pytest
from gold.measure_single import Case, judged, singles

from sbp import schema
from sbp.rules import load_rules

SINGLES = [*singles("tune"), *singles("held-out")]


def test_every_line_has_an_id_of_its_own_and_a_category_that_is_known() -> None:
    ids = [case.id for _, case in SINGLES]
    assert len(ids) == len(set(ids)) > 500
    assert {category for category, _ in SINGLES} <= {rule.category for rule in load_rules().rules}


@pytest.mark.parametrize(("category", "case"), SINGLES, ids=[case.id for _, case in SINGLES])
def test_every_record_is_valid_and_only_its_category_is_expected(category: str, case: Case) -> None:
    loaded = [schema.load(record) for record in case.records]
    known = {one.header.id for one in loaded if not isinstance(one, schema.Faults)}
    assert len(known) == len(case.records)
    assert {one.category for one in case.expected} <= {category}
    assert {one.record_id for one in case.expected} <= known


def test_nearly_half_are_near_misses() -> None:
    assert 0.4 <= sum(not case.expected for _, case in SINGLES) / len(SINGLES) <= 0.6


def test_nineteen_in_twenty_findings_are_right_and_seventeen_in_twenty_are_made() -> None:
    found = judged("tune")
    right = sum(len(case.expected & told) for case, told in found)
    assert right >= 0.95 * sum(len(told) for _, told in found)
    assert right >= 0.85 * sum(len(case.expected) for case, _ in found)
