"""Every rule is whole: an id that is its path, a known category, examples, rewrites, a question, a source."""

import re
from pathlib import Path

import pytest

from sbp import bundled
from sbp.codes import code_list
from sbp.findings import at_least
from sbp.records import RECORDS
from sbp.rule import CATEGORIES, MarkRule, Rule, Standard
from sbp.rules import load_rules
from sbp.yaml import read_yaml

RULES = load_rules()
FOLDER = bundled.path("rules")
NAMED = {"ids": lambda thing: thing.id}
every_rule = pytest.mark.parametrize("rule", RULES.rules, **NAMED)
every_mark = pytest.mark.parametrize("mark", RULES.marks, **NAMED)
every_standard = pytest.mark.parametrize("standard", RULES.standards, **NAMED)


@every_rule
def test_the_id_is_the_path(rule: Rule) -> None:
    assert (FOLDER / f"{rule.id}.yaml").is_file()
    assert re.fullmatch(r"[a-z]+/[a-z]+(-[a-z]+)*", rule.id), "lower case, hyphens, one folder, no number"


@every_rule
def test_the_category_is_known(rule: Rule) -> None:
    assert rule.category in CATEGORIES or rule.category.startswith(("qual.", "duty."))


@every_rule
def test_there_are_examples_of_both_kinds(rule: Rule) -> None:
    assert len(rule.flagged) >= 2
    assert len(rule.clean) >= 2
    texts = [example.text for example in rule.flagged if example.text]
    assert all(re.search(r"\[[^\[\]]+\]", text) for text in texts), "brackets mark the exact words"
    assert len({example.text for example in rule.clean if example.text}) == sum(bool(e.text) for e in rule.clean)


@every_rule
def test_there_are_two_rewrites_a_question_and_a_source(rule: Rule) -> None:
    assert len(set(rule.instead)) == 2
    assert rule.ask.strip().endswith("?")
    assert rule.source.strip()
    assert rule.why.strip()


@every_rule
def test_nothing_is_left_to_be_filled_in(rule: Rule) -> None:
    said = " ".join([rule.title, rule.message, rule.why, rule.ask, rule.source, *rule.instead])
    assert re.findall(r"\{[^}]*\}|TODO|TBC|XXX|lorem", said) == []


@every_rule
def test_a_message_offers_and_never_accuses(rule: Rule) -> None:
    said = re.sub("“[^”]*”", "", f"{rule.title} {rule.message} {rule.ask}").lower()
    accusing = ["violation", "offence", "you failed", "unacceptable", "wrong", "bad practice", "incorrect", "must not"]
    assert [word for word in accusing if word in said] == []


@every_rule
def test_a_rule_that_rests_on_memory_is_no_more_than_a_suggestion(rule: Rule) -> None:
    if rule.from_memory:
        assert not at_least(rule.level, "query")


def sections_from_memory() -> set[str]:
    """Sections of the Care Act that no code list has from its source."""
    remembered: set[str] = set()
    seen: set[str] = set()
    for path in (bundled.path("schemas") / "codes").glob("*.yaml"):
        whole = code_list(path.stem)
        for item in whole["items"]:
            found = re.match(r"CareAct2014/(\d+)", str(item["ref"]))
            if found:
                (remembered if whole["from_memory"] or item.get("from_memory") else seen).add(found[1])
    return remembered - seen


@every_rule
def test_a_duty_whose_section_was_not_seen_says_so(rule: Rule) -> None:
    cited = set(re.findall(r"Care Act 2014,? s(?:ection|\.)? ?(\d+)", rule.source))
    if rule.category.startswith("duty.") and cited & sections_from_memory():
        assert rule.from_memory


@every_rule
def test_the_scope_names_kinds_of_record(rule: Rule) -> None:
    assert set(rule.scope) <= set(RECORDS)


@every_mark
def test_a_mark_says_why_it_is_counted(mark: MarkRule) -> None:
    assert mark.title
    assert mark.why
    assert mark.source
    assert len(mark.flagged) >= 2
    assert len(mark.clean) >= 2


@every_standard
def test_a_standard_has_a_scope_a_reason_and_a_source(standard: Standard) -> None:
    assert standard.title
    assert standard.why
    assert standard.source
    assert set(standard.scope) <= set(RECORDS)
    known = {mark.id for mark in RULES.marks}
    assert set(standard.marks) <= known


def test_there_is_a_rule_for_every_category_of_language() -> None:
    assert {rule.category for rule in RULES.rules if rule.category.startswith("lang.")} == set(CATEGORIES)


def test_there_are_half_a_dozen_standards() -> None:
    assert len(RULES.standards) >= 6


def test_no_two_rules_have_one_title() -> None:
    titles = [rule.title for rule in RULES.rules]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.yaml")), ids=lambda path: path.stem)
def test_every_file_of_the_rules_is_read_and_used(path: Path) -> None:
    name = path.relative_to(FOLDER).with_suffix("").as_posix()
    ids = {f"marks/{mark.id}" for mark in RULES.marks} | {f"standards/{standard.id}" for standard in RULES.standards}
    assert name.startswith("words/") or name in ids | {rule.id for rule in RULES.rules}
    assert read_yaml(path)
