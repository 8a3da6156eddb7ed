"""`schemas/` and `docs/reference/` are what `python -m sbp.generate` would write."""

import json
from pathlib import Path

import jsonschema
import pytest

from sbp import generate
from sbp.codes import code_list
from sbp.findings import Finding, Place
from sbp.generate.findings import KEYS
from sbp.generate.schema import schema_of
from sbp.records import RECORDS
from sbp.rules import load_rules

CHECKOUT = Path(generate.__file__).parents[2]


def test_nothing_generated_is_out_of_date() -> None:
    assert generate.stale(CHECKOUT) == []


def test_what_is_written_is_no_longer_out_of_date(tmp_path: Path) -> None:
    left = tmp_path / "docs" / "reference" / "rules" / "gone.md"
    left.parent.mkdir(parents=True)
    left.write_text("a rule that is no more", encoding="utf-8")
    assert len(generate.stale(tmp_path)) == len(generate.files()) + 1
    generate.write(tmp_path)
    assert generate.stale(tmp_path) == []
    assert not left.exists()


def test_a_changed_page_is_named(tmp_path: Path) -> None:
    generate.write(tmp_path)
    page = tmp_path / "docs" / "reference" / "codes.md"
    page.write_text(page.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert generate.stale(tmp_path) == [Path("docs/reference/codes.md")]


@pytest.mark.parametrize("kind", RECORDS)
def test_a_schema_is_a_schema(kind: str) -> None:
    schema = schema_of(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].endswith(kind)


@pytest.mark.parametrize("kind", RECORDS)
def test_every_field_of_a_schema_has_its_sentence(kind: str) -> None:
    schema = schema_of(kind)
    for part in (schema, *schema["$defs"].values()):
        for name, field in part["properties"].items():
            assert field["description"].endswith("."), name


@pytest.mark.parametrize("kind", RECORDS)
def test_every_field_is_on_the_reference_page(kind: str) -> None:
    page = generate.files()[Path("docs/reference/records.md")]
    assert [name for name in schema_of(kind)["properties"] if f"| `{name}` |" not in page] == []


def test_what_rests_on_memory_is_marked_on_the_reference_page() -> None:
    page = generate.files()[Path("docs/reference/codes.md")]
    sections = {part.split("\n", 1)[0]: part for part in page.split("\n## ")[1:]}
    for name, text in sections.items():
        whole = bool(code_list(name)["from_memory"])
        assert ("This whole list is from memory" in text) == whole, name
        several = [item for item in code_list(name)["items"] if item.get("from_memory")]
        assert text.count("(*from memory, to be confirmed*)") >= len(several), name


def test_every_rule_and_standard_is_in_the_reference() -> None:
    files, rules = generate.files(), load_rules()
    assert {f"docs/reference/rules/{rule.id}.md" for rule in rules.rules} <= {path.as_posix() for path in files}
    page = files[Path("docs/reference/standards.md")]
    assert [standard.id for standard in rules.standards if f"(`{standard.id}`)" not in page] == []


def test_the_keys_of_a_finding_are_those_of_its_page() -> None:
    finding = Finding(rule="a/b", category="c", level="note", message="m", place=Place(record_id="r"))
    assert list(finding.to_dict()) == list(KEYS)
    assert json.loads(json.dumps(finding.to_dict())) == finding.to_dict()
