"""Rows of one person come together, in an order that does not depend on how many rows there are."""

import random
import tracemalloc
from datetime import date

import pytest

from sbp import stage
from sbp.batches import SIZE, batches
from sbp.errors import StoreError
from sbp.mapping import Mapping
from sbp.readers import Row

MAPPING = Mapping(file="m", layout="long", columns={"id": "id", "person.id": "who"}, record="case_note")


def rows(count, people=40):
    chance = random.Random(7)
    for number in range(count):
        who = f"P{chance.randrange(people)}"
        cells = {"id": f"{who}-{number % 5}", "who": who, "text": f"“{number}”\n\ud800", "n": number, "none": None}
        yield Row(file="a.csv", number=number, cells=cells, repairs=("trailing empty cells",))
        if number % 17 == 0:
            yield Row(file="a.csv", number=number, problem="broken")
        if number % 13 == 0:
            yield Row(file="a.csv", number=number, cells={"who": "NULL", "id": "x"})


def people(given, tmp_path):
    return list(stage.people(given, MAPPING, tmp_path / "scratch"))


def test_memory_and_scratch_file_give_the_same_rows_in_the_same_order(tmp_path, monkeypatch):
    in_memory = people(rows(3_000), tmp_path)
    monkeypatch.setattr(stage, "IN_MEMORY", 100)
    assert people(rows(3_000), tmp_path) == in_memory


def test_nothing_is_lost_and_a_persons_rows_keep_their_order(tmp_path):
    given = list(rows(2_000))
    groups = people(given, tmp_path)
    assert sorted(row.number for group in groups for row in group) == sorted(row.number for row in given)
    known = [group for group in groups if MAPPING.person_id(group[0].cells)]
    assert len({group[0].cells["who"] for group in known}) == len(known) == 40
    for group in known:
        assert {row.cells["who"] for row in group} == {group[0].cells["who"]}
        assert [row.number for row in group] == sorted(row.number for row in group)


def test_rows_without_a_person_come_last_and_apart(tmp_path):
    groups = people(rows(200), tmp_path)
    unknown = [not MAPPING.person_id(group[0].cells) for group in groups]
    assert unknown == sorted(unknown)


def test_a_record_id_under_two_people_is_left_to_the_first(tmp_path, monkeypatch):
    given = [Row(file="a.csv", number=n, cells={"id": "R", "who": who}) for n, who in enumerate("ABA", 2)]
    problems = {row.number: row.problem for group in people(given, tmp_path) for row in group}
    assert problems[2] == problems[4] == ""
    assert "row 2, about another person" in problems[3]


@pytest.mark.parametrize("is_stopped", [True, False])
def test_the_scratch_file_never_stays(tmp_path, monkeypatch, is_stopped):
    monkeypatch.setattr(stage, "IN_MEMORY", 10)
    running = stage.people(rows(500), MAPPING, tmp_path / "scratch")
    next(running)
    assert (tmp_path / "scratch").exists()
    running.close() if is_stopped else list(running)
    assert list(tmp_path.iterdir()) == []


def test_a_scratch_file_left_by_a_killed_run_is_no_hindrance(tmp_path, monkeypatch):
    monkeypatch.setattr(stage, "IN_MEMORY", 10)
    (tmp_path / "scratch").write_text("rubbish")
    assert sum(map(len, people(rows(100), tmp_path))) == len(list(rows(100)))


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(stage, "IN_MEMORY", 10)
    with pytest.raises(StoreError, match="cannot be written"):
        list(stage.people(rows(100), MAPPING, tmp_path / "no" / "such" / "folder"))


def test_a_few_very_long_rows_go_to_the_file_too(tmp_path):
    long = "x" * (2 << 20)
    given = [Row(file="a.csv", number=n, cells={"id": str(n), "who": f"P{n % 3}", "text": long}) for n in range(40)]
    running = stage.people(given, MAPPING, tmp_path / "scratch")
    first = next(running)
    assert (tmp_path / "scratch").exists()
    assert sum(map(len, running)) + len(first) == 40


@pytest.mark.parametrize("who", ["P{}", ""])
def test_memory_does_not_grow_with_the_export(tmp_path, monkeypatch, who):
    monkeypatch.setattr(stage, "IN_MEMORY", 200)

    def peak(count):
        given = (
            Row(file="a.csv", number=n, cells={"id": str(n // 9), "who": who.format(n // 9), "text": f"{n} " * 300})
            for n in range(count)
        )
        tracemalloc.start()
        assert sum(map(len, stage.people(given, MAPPING, tmp_path / "scratch"))) == count
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    assert peak(8_000) < peak(2_000) * 1.6


def test_typed_cells_come_back_as_build_would_read_them(tmp_path, monkeypatch):
    monkeypatch.setattr(stage, "IN_MEMORY", 1)
    [[row]] = people([Row(file="a.csv", number=2, cells={"id": 1, "who": 2, "on": date(2026, 2, 3)})], tmp_path)
    assert row.cells == {"id": 1, "who": 2, "on": "2026-02-03"}


def test_rows_without_a_person_come_in_pieces_that_fit_in_memory(tmp_path):
    given = [Row(file="a.csv", number=number, problem="broken") for number in range(2_500)]
    assert [len(group) for group in people(given, tmp_path)] == [1_000, 1_000, 500]


def test_what_stands_inside_a_whole_record_counts_towards_the_size_of_a_batch():
    text = "x" * (SIZE // 4)
    whole = Row(file="a.jsonl", number=1, cells={"sections": [{"entries": [{"text": text}]}], "header": {"id": "R1"}})
    assert SIZE // 4 < stage.size_of(whole) < SIZE // 3
    assert [len(batch) for batch in batches([whole] for _ in range(9))] == [4, 4, 1]
