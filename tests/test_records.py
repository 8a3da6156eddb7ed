"""What holds for every record, and for everything that is none."""

import json
from functools import cache
from typing import Any

import attrs
import jsonschema
import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import ODD_VALUES, allowed, damaged, records

from sbp.codes import code_values
from sbp.generate.schema import schema_of
from sbp.records import RECORDS, prose
from sbp.records.fields import about
from sbp.schema import Faults, dump, load


def tries(number: int) -> settings:
    return settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=number)


@cache
def second_judge(kind: str) -> jsonschema.Draft202012Validator:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(schema_of(kind), format_checker=checker)


@cache
def first_judge(kind: str) -> Any:
    return jsonschema_rs.Draft202012Validator(schema_of(kind), validate_formats=True)


@pytest.mark.parametrize("kind", RECORDS)
@tries(40)
@given(st.data())
def test_a_record_survives_dict_and_json_unchanged(kind: str, data: st.DataObject) -> None:
    record = data.draw(records(kind))
    assert load(json.loads(json.dumps(dump(record)))) == record


@pytest.mark.parametrize("kind", RECORDS)
@tries(40)
@given(st.data())
def test_everything_the_schema_allows_is_a_record(kind: str, data: st.DataObject) -> None:
    loaded = load(data.draw(allowed(schema_of(kind))))
    assert isinstance(loaded, RECORDS[kind]), loaded


@tries(300)
@given(st.data())
def test_damaged_data_gives_located_faults_and_never_an_exception(data: st.DataObject) -> None:
    whole = dump(data.draw(records()))
    harmed = data.draw(damaged(whole))
    loaded = load(harmed)
    if isinstance(loaded, Faults):
        assert len(loaded) > 0
        assert all(fault.wanted and (fault.field.startswith("/") or not fault.field) for fault in loaded)
    else:
        assert load(json.loads(json.dumps(dump(loaded)))) == loaded


@tries(40)
@given(ODD_VALUES | st.recursive(ODD_VALUES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_anything_at_all_is_judged_without_an_exception(anything: object) -> None:
    assert isinstance(load(anything), Faults)


@tries(200)
@given(st.data())
def test_both_judges_agree_on_whole_and_on_damaged_records(data: st.DataObject) -> None:
    record = data.draw(records())
    whole = dump(record)
    harmed = data.draw(damaged(whole))
    assert first_judge(record.kind).is_valid(whole)
    assert second_judge(record.kind).is_valid(whole)
    if _is_json(harmed):
        agreed = second_judge(record.kind).is_valid(harmed)
        assert first_judge(record.kind).is_valid(harmed) == agreed
        assert isinstance(load(harmed), Faults) == (not agreed)


def _is_json(data: object) -> bool:
    try:
        return bool(json.dumps(data, allow_nan=False, ensure_ascii=False).encode())
    except ValueError:
        return False


MINIMAL = {"header": {"id": "r1", "person": {"id": "p1"}}}


@pytest.mark.parametrize("kind", RECORDS)
def test_the_least_record_is_a_kind_and_two_ids(kind: str) -> None:
    assert isinstance(load({"kind": kind, **MINIMAL}), RECORDS[kind])


@pytest.mark.parametrize(
    ("change", "field", "wanted"),
    [
        ({"kind": "letter"}, "/kind", "should be one of: "),
        ({"header": {"person": {"id": "p1"}}}, "/header/id", "is wanted and not there"),
        ({"sections": "Quetzal"}, "/sections", "should be a list"),
        ({"sections": [{"entries": [{"text": ""}]}]}, "/sections/0/entries/0/text", "should not be empty"),
        ({"completed": "Quetzal"}, "", "holds a name that is not known here; known are: kind, header, "),
        ({"sections": [{"Quetzal": "Quetzal"}]}, "/sections/0", "holds a name that is not known here; known are: "),
        ({"copy_given_on": "2026-13-01"}, "/copy_given_on", "should be a real date"),
        ({"copy_given_on": "2026-02-30"}, "/copy_given_on", "should be a real date"),
        ({"contributions": ["luck"]}, "/contributions/0", "should be one of: "),
        ({"eligibility": None}, "/eligibility", "should be an object"),
        (
            {"safeguarding": {"reasons": [{"text": "a", "speaker": "dog"}]}},
            "/safeguarding/reasons/0/speaker",
            "should be one of: ",
        ),
    ],
)
def test_a_fault_says_where_and_what_was_wanted(change: dict[str, Any], field: str, wanted: str) -> None:
    loaded = load({"kind": "needs_assessment", **MINIMAL, **change})
    assert isinstance(loaded, Faults)
    assert [fault.field for fault in loaded] == [field]
    assert any(fault.wanted.startswith(wanted) for fault in loaded)
    assert "Quetzal" not in str(list(map(str, loaded)))


@pytest.mark.parametrize("odd", [None, "no", "yes", 0, 1, ""])
def test_only_true_and_false_are_true_and_false(odd: object) -> None:
    assert isinstance(load({"kind": "carers_assessment", **MINIMAL, "willing": odd}), Faults)


@pytest.mark.parametrize("cls", RECORDS.values())
def test_every_kind_says_what_it_is(cls: type) -> None:
    assert cls.__doc__


def test_a_field_is_declared_with_its_sentence() -> None:
    field = attrs.fields(attrs.make_class("Any", {"cost": about("A cost.", unit="pounds", least=0)})).cost
    assert (field.metadata["about"], field.metadata["unit"], field.repr) == ("A cost.", "pounds", False)


@tries(40)
@given(records())
def test_prose_leads_back_to_the_words(record: Any) -> None:
    plain = dump(record)
    for item in prose(record):
        value: Any = plain
        for part in item.pointer.split("/")[1:]:
            value = value[int(part)] if isinstance(value, list) else value[part]
        assert value == item.entry.text


def test_speakers_are_four() -> None:
    assert code_values("speakers") == ("person", "carer", "worker", "other")
