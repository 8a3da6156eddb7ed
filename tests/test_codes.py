"""The code lists hold what the law says, each with its source, and say what rests on memory."""

import re
from pathlib import Path
from typing import Any

import pytest

from sbp import bundled
from sbp.codes import code_list, code_values
from sbp.generate.schema import schema_of
from sbp.records import RECORDS

NAMES = sorted(path.stem for path in (bundled.path("schemas") / "codes").glob("*.yaml"))


@pytest.mark.parametrize(
    ("name", "count", "first_ref"),
    [
        ("wellbeing_areas", 9, "CareAct2014/1/2/a"),
        ("regard_matters", 8, "CareAct2014/1/3/a"),
        ("adult_outcomes", 10, "SI2015/313/2/2/a"),
        ("carer_outcomes", 8, "SI2015/313/3/2/b/i"),
        ("adult_unable_limbs", 4, "SI2015/313/2/3/a"),
        ("carer_unable_limbs", 3, "SI2015/313/3/3/a"),
        ("eligibility_limbs_adult", 3, "SI2015/313/2/1"),
        ("eligibility_limbs_carer", 3, "SI2015/313/3"),
        ("safeguarding_limbs", 3, "CareAct2014/42/1/a"),
        ("abuse_types", 10, "Guidance/14"),
        ("advocacy_difficulties", 4, "CareAct2014/67"),
        ("capacity_abilities", 4, "MCA2005/3"),
        ("making_it_real_themes", 6, ""),
        ("cqc_quality_statements", 9, ""),
    ],
)
def test_a_statutory_list_is_whole(name: str, count: int, first_ref: str) -> None:
    items = code_list(name)["items"]
    assert len(items) == count
    assert str(items[0]["ref"]).startswith(first_ref)


def test_letters_of_the_wellbeing_areas_run_from_a_to_i() -> None:
    assert [item["ref"][-1] for item in code_list("wellbeing_areas")["items"]] == list("abcdefghi")


def test_letters_of_the_adult_outcomes_run_from_a_to_j() -> None:
    assert [item["ref"][-1] for item in code_list("adult_outcomes")["items"]] == list("abcdefghij")


@pytest.mark.parametrize("name", NAMES)
def test_a_list_names_its_source_and_when_it_was_looked_at(name: str) -> None:
    data = code_list(name)
    assert data["title"]
    assert data["source"]
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", data["checked"])
    assert isinstance(data["from_memory"], bool)


@pytest.mark.parametrize("name", NAMES)
def test_slugs_and_values_are_unique_and_well_formed(name: str) -> None:
    slugs = [item["slug"] for item in code_list(name)["items"]]
    assert len(set(slugs)) == len(slugs)
    assert [slug for slug in slugs if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)] == []
    assert len(set(code_values(name))) == len(slugs)


@pytest.mark.parametrize("name", NAMES)
def test_every_item_has_a_label_and_a_reference(name: str) -> None:
    assert [item["slug"] for item in code_list(name)["items"] if not (item["label"] and item["ref"])] == []


@pytest.mark.parametrize("name", ["carer_outcomes", "abuse_types", "advocacy_difficulties"])
def test_what_was_not_seen_at_its_source_is_marked_from_memory(name: str) -> None:
    assert code_list(name)["from_memory"] is True


@pytest.mark.parametrize("name", ["wellbeing_areas", "adult_outcomes", "adult_unable_limbs"])
def test_what_was_seen_at_its_source_is_not_marked(name: str) -> None:
    assert code_list(name)["from_memory"] is False


@pytest.mark.parametrize("kind", RECORDS)
def test_a_schema_allows_exactly_the_values_of_its_code_lists(kind: str) -> None:
    coded = list(_coded(schema_of(kind)))
    assert coded
    for name, values in coded:
        assert values == list(code_values(name))


def _coded(node: Any) -> list[tuple[str, list[str]]]:
    if isinstance(node, list):
        return [found for item in node for found in _coded(item)]
    if not isinstance(node, dict):
        return []
    own = [(node["x-codes"], node.get("enum") or node["items"]["enum"])] if isinstance(node.get("x-codes"), str) else []
    return own + [found for item in node.values() for found in _coded(item)]


def test_every_list_a_field_names_exists() -> None:
    named = {name for kind in RECORDS for name, _ in _coded(schema_of(kind))}
    assert named <= set(NAMES)
    assert Path(bundled.path("schemas") / "codes").is_dir()
