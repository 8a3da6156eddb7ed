"""The gold set is sound, the measure counts as the guide says, and the rules keep above a floor on the tuned part."""

import json
from pathlib import Path
from typing import Any

import pytest
from gold.measure import (
    GROUPS,
    HERE,
    PARTS,
    Judged,
    Passage,
    Share,
    Span,
    as_text,
    f1,
    figures,
    judge,
    mistakes,
    part,
    precision,
    read,
    recall,
    silent,
)

from sbp.engine import Checker
from sbp.records import RECORDS
from sbp.rule import CATEGORIES

FILES = sorted(HERE.glob("*.jsonl"))
KEYS = {"id", "section", "record_type", "person", "text", "spans"}
LAST_OF_GROUP = (12, 19, 31, 44, 56, 68, 77, 105, 112, 120, 126, 138, 144)
"""The number of the last trap of each group: traps are numbered through, A1 to M144."""
TRAPS = {
    f"{group}{number}"
    for group, before, last in zip(GROUPS, (0, *LAST_OF_GROUP), LAST_OF_GROUP, strict=False)
    for number in range(before + 1, last + 1)
}
EXACT_FLOOR, FULL_FLOOR = 0.85, 0.75


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


EVERY = [line for path in FILES for line in lines(path)]
every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@every_file
def test_a_passage_has_the_keys_of_the_guide(path: Path) -> None:
    for line in lines(path):
        assert KEYS <= line.keys() <= KEYS | {"traps"}, line["id"]
        assert line["record_type"] in RECORDS, line["id"]
        assert line["person"] is None or line["person"].keys() == {"name", "pronouns"}, line["id"]
        assert line["text"].strip(), line["id"]


@every_file
def test_a_quote_stands_in_its_text_under_a_known_category(path: Path) -> None:
    for line in lines(path):
        for span in line["spans"]:
            assert span["category"] in CATEGORIES, line["id"]
            assert span["quote"], line["id"]
            assert line["text"].count(span["quote"]) >= span["nth"] >= 1, line["id"]


@every_file
def test_the_traps_named_are_traps(path: Path) -> None:
    for line in lines(path):
        assert set(line.get("traps", ())) <= TRAPS, line["id"]


def test_no_two_passages_share_an_id_or_a_text() -> None:
    assert len({line["id"] for line in EVERY}) == len(EVERY)
    assert len({" ".join(line["text"].lower().split()) for line in EVERY}) == len(EVERY)


def test_every_file_is_of_one_part() -> None:
    assert sum(len(part(name)) for name in PARTS) == len(EVERY)


def test_there_are_enough_passages_and_half_are_without_findings() -> None:
    assert len(EVERY) >= 600
    assert sum(not line["spans"] for line in EVERY) * 2 >= len(EVERY)


def test_most_passages_without_findings_hold_a_trap() -> None:
    clean = [line for line in EVERY if not line["spans"]]
    assert sum(bool(line.get("traps")) for line in clean) * 2 > len(clean)


@pytest.mark.parametrize("group", GROUPS)
def test_each_group_of_traps_is_held_out_twenty_times(group: str) -> None:
    assert sum(any(trap[0] == group for trap in passage.traps) for passage in part("held-out")) >= 20


def judged(
    gold: list[tuple[int, int, str]], said: list[tuple[int, int, str]], traps: tuple[str, ...] = (), name: str = "X-1"
) -> Judged:
    spans = tuple(Span(*span) for span in gold)
    return Judged(Passage(name, "", "case_note", None, "0123456789" * 3, spans, traps), tuple(Span(*s) for s in said))


def test_a_finding_is_right_where_it_overlaps_a_span_of_its_category() -> None:
    each = judged([(5, 10, "lang.blame")], [(9, 20, "lang.blame"), (5, 10, "lang.doubt"), (10, 12, "lang.blame")])
    assert [span.start for span in each.false] == [5, 10]
    assert each.missed == ()
    assert precision([each]) == Share(1, 3)
    assert recall([each]) == Share(1, 1)


def test_two_findings_on_one_span_are_both_right_and_find_it_once() -> None:
    each = judged([(0, 10, "lang.blame"), (20, 25, "lang.blame")], [(0, 4, "lang.blame"), (6, 9, "lang.blame")])
    assert precision([each]) == Share(2, 2)
    assert recall([each]) == Share(1, 2)
    assert f1(precision([each]), recall([each])) == pytest.approx(2 / 3)


def test_a_category_is_counted_by_itself() -> None:
    each = judged([(0, 5, "lang.blame"), (6, 9, "lang.doubt")], [(0, 5, "lang.blame"), (6, 9, "lang.object")])
    assert precision([each], "lang.blame") == recall([each], "lang.blame") == Share(1, 1)
    assert precision([each], "lang.object") == Share(0, 1)
    assert recall([each], "lang.doubt") == Share(0, 1)


def test_a_trap_is_silent_where_nothing_false_is_said_of_its_passage() -> None:
    quiet = judged([], [], traps=("A1", "H78"))
    right = judged([(0, 5, "lang.blame")], [(0, 5, "lang.blame")], traps=("A3",))
    loud = judged([], [(0, 5, "lang.blame")], traps=("A2", "A5"))
    assert silent([quiet, right, loud], "A") == Share(2, 3)
    assert silent([quiet, right, loud], "H") == Share(1, 1)
    assert silent([quiet, right, loud], "M") == Share(0, 0)


def test_of_nothing_there_is_no_share() -> None:
    assert Share(0, 0).value is None
    assert f1(Share(0, 0), Share(0, 3)) is None
    assert f1(Share(0, 2), Share(0, 3)) == 0.0


def test_only_what_is_handed_over_is_listed() -> None:
    each = judged([(0, 5, "lang.blame")], [(6, 9, "lang.doubt")], name="X-7")
    result = figures([each])
    assert "X-7" not in "\n".join(as_text("held-out", result))
    listed = "\n".join(as_text("tune", result | mistakes([each])))
    assert "'01234'" in listed
    assert "'678'" in listed


@pytest.mark.parametrize("trouble", ["blocks the bed", "suffers from"])
def test_the_nth_quote_is_meant(trouble: str, tmp_path: Path) -> None:
    line = {"id": "X-1", "section": "", "record_type": "review", "person": None, "text": f"{trouble}, {trouble}."}
    span = {"quote": trouble, "nth": 2, "category": "lang.object"}
    (tmp_path / "one.jsonl").write_text(json.dumps(line | {"spans": [span]}), encoding="utf-8")
    [passage] = read(tmp_path / "one.jsonl")
    assert [each.start for each in passage.spans] == [len(trouble) + 2]


def test_the_tuned_part_keeps_above_its_floor() -> None:
    result = judge(part("tune"), Checker())
    exact, full = precision(result).value, recall(result).value
    assert exact is not None
    assert full is not None
    assert (exact >= EXACT_FLOOR, full >= FULL_FLOOR) == (True, True), f"precision {exact:.3f}, recall {full:.3f}"
