"""Needs and outcomes are followed by id; without ids the join is shown as uncertain, and nothing is said of it."""

import json
from pathlib import Path
from typing import Any

import pytest

import sbp
from sbp.casefile import gather
from sbp.cli.running import run
from sbp.cli.tree import tree
from sbp.records import Record
from sbp.threads import threads


def record(kind: str, number: int, **parts: Any) -> Record:
    header = {"id": f"{kind[0]}{number}", "person": {"id": "p"}, "completed_on": f"2026-0{number}-01"}
    return sbp.load({"kind": kind, "header": header, **parts})


def outcome(text: str, **parts: Any) -> dict[str, Any]:
    return {"statement": {"text": text}, **parts}


SOCKS = {"id": "n1", "analysis": [{"text": "Socks are out of reach."}]}
HOB = {"id": "n2", "analysis": [{"text": "Pans are left on the hob."}]}
ASKED = record(
    "needs_assessment", 1, needs=[SOCKS, HOB], outcomes=[outcome("Boots on by nine.", id="o1", needs=["n1"])]
)
HOW = [{"what": {"text": "Sock aid and practice"}, "who": "Dawn"}]
PLAN = record(
    "care_and_support_plan",
    2,
    outcomes=[outcome("Boots on by nine.", id="o1", support=HOW), outcome("To sing.", id="o2")],
)
LOOKED = record("review", 3, outcomes=[outcome("Boots on, nine.", id="o1", grade="fully-met")])


def test_a_thread_runs_from_need_to_review_by_id() -> None:
    [case_file] = gather([ASKED, PLAN, LOOKED])
    socks, hob = threads(case_file).knots
    [strand] = socks.strands
    assert (strand.certain, [one.text for one in strand.helps]) == (True, ["Sock aid and practice (Dawn)"])
    assert [(one.grade, one.certain) for one in strand.answers] == [("fully-met", True)]
    assert hob.strands == []
    assert [loose.text for loose in threads(case_file).loose] == ["To sing."]


def test_without_ids_what_shares_a_topic_is_joined_and_uncertain() -> None:
    need = {"analysis": [{"text": "Pans are left on the hob when she cooks."}]}
    records = [
        record("needs_assessment", 1, needs=[need], outcomes=[outcome("To cook for her sister.")]),
        record("review", 3, outcomes=[outcome("She cooks on Sundays now.")]),
    ]
    [case_file] = gather(records)
    [knot] = threads(case_file).knots
    [strand] = knot.strands
    assert (strand.certain, [one.certain for one in strand.answers]) == (False, [False])
    assert not [one for one in sbp.check_case(records) if one.category == "qual.link_broken"]
    assert any("? outcome" in line for line in tree(case_file))


def test_two_needs_of_one_topic_are_not_guessed_between() -> None:
    needs = [{"analysis": [{"text": text}]} for text in ("Cannot cook.", "Eats little.")]
    [case_file] = gather([record("needs_assessment", 1, needs=needs, outcomes=[outcome("To cook on Sundays.")])])
    assert [len(knot.strands) for knot in threads(case_file).knots] == [0, 0]


@pytest.mark.parametrize(
    ("records", "line"),
    [
        ([ASKED], "no outcome leads from here"),
        ([ASKED, PLAN], "· no plan says how"),
        ([ASKED, PLAN, LOOKED], "· no review comes back to it"),
    ],
)
def test_the_tree_shows_where_the_thread_ends(records: list[Record], line: str) -> None:
    [case_file] = gather(records)
    assert any(line in told for told in tree(case_file))


def test_a_tree_of_nothing_is_nothing() -> None:
    [case_file] = gather([record("case_note", 1, sections=[{"entries": [{"text": "Rang."}]}])])
    assert tree(case_file) == []


def test_check_prints_the_tree_then_findings_by_record_and_field(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = [outcome(text) for text in ("To have a package of care.", "To have respite.")]
    file = tmp_path / "case.json"
    file.write_text(json.dumps([sbp.dump(record("needs_assessment", 1, outcomes=wanted))]), encoding="utf-8")
    run(["check", str(file)])
    said = capsys.readouterr().out
    assert said.startswith("The thread of p")
    assert "n1 /outcomes/0/statement/text: query outcomes/service" in said
    assert "n1 /outcomes/1/statement/text: query outcomes/service\n" in said
    assert str(file) not in said
    assert said.count("This aim is a service.") == 1
