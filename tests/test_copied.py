"""Copied text is known by its prints alone, and asked about; printed forms are not copies."""

import random
import time
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kept import FIELDS, RULES, RUN

from sbp.audit import audit
from sbp.forum.copied import copied
from sbp.prints import LENGTH, prints
from sbp.reports import REPORT, write_reports
from sbp.store import FILE, TABLES, compare, creating, describe, insert, one, opened
from sbp.store.database import make
from sbp.store.tables import RUN_TABLES, columns_of, insert_columns

CANARY = "Quetzalfeder"
COPIED = (
    f"He was a {CANARY} keeper for thirty years and still walks down to see the birds most mornings. "
    "His sister comes over from the next town on Sundays and they cook for whoever is about. "
    "What matters to him now is staying near the water and being asked before things are moved."
)
PRINTED = (
    "The assessor must consider whether the adult would have substantial difficulty in being involved in this form. "
    "Please record here the views and wishes of the adult and of anybody they asked us to speak with. "
    "This section is to be completed for every assessment, whatever the outcome of the decision may be."
)
OWN = "On visit {0} we talked about {0} other things that nobody else has ever had any reason to write down."


def audited(folder: Path, texts: list[tuple[str, str]]) -> Path:
    file, mapping = folder / "notes.csv", folder / "notes.yaml"
    lines = [f'N{at:03},{person},01/02/2026,"{text}"' for at, (person, text) in enumerate(texts)]
    file.write_text("\n".join(["Note,Person,Date,Text", *lines]), encoding="utf-8")
    mapping.write_text(
        "layout: wide\nrecord: case_note\ncolumns: {id: Note, person.id: Person, completed_on: Date}\n"
        "answers: {Text: sections}\n",
        encoding="utf-8",
    )
    audit(file, folder / "out", mapping=mapping, rules=RULES)
    return folder / "out"


def shared(out: Path) -> list[tuple[tuple[str, ...], int]]:
    with opened(out) as store:
        return [(text.records, text.sentences) for text in copied(store).shown]


def test_a_paragraph_in_two_peoples_records_is_asked_about(tmp_path: Path) -> None:
    texts = [("P1", f"{OWN.format(1)} {COPIED}"), ("P2", f"{COPIED.upper()}\n{OWN.format(2)}"), ("P3", OWN.format(3))]
    out = audited(tmp_path, texts)
    assert shared(out) == [(("N000", "N001"), 3)]
    write_reports(out)
    page = (out / REPORT).read_text(encoding="utf-8")
    assert "N000, N001" in page
    assert not [path.name for path in out.iterdir() if CANARY.encode() in path.read_bytes()]


def test_two_records_of_one_person_may_share_what_they_like(tmp_path: Path) -> None:
    assert shared(audited(tmp_path, [("P1", COPIED), ("P1", COPIED), ("P2", OWN.format(1))])) == []


def test_two_sentences_are_too_few(tmp_path: Path) -> None:
    less = COPIED.partition(". What matters")[0]
    assert shared(audited(tmp_path, [("P1", less), ("P2", less)])) == []


def test_what_a_form_prints_is_counted_once_and_not_asked_about(tmp_path: Path) -> None:
    out = audited(tmp_path, [(f"P{at}", f"{PRINTED} {OWN.format(at)}") for at in range(12)])
    assert shared(out) == []
    with opened(out) as store:
        assert one(store, "SELECT count(*) FROM notes WHERE sentence LIKE '3 long sentences stand in%'") == 1


def test_no_print_stays_in_the_store(tmp_path: Path) -> None:
    out = audited(tmp_path, [("P1", COPIED), ("P2", COPIED)])
    found = prints([COPIED])
    assert len(found) == 3 * LENGTH
    assert found[:LENGTH].encode() not in (out / FILE).read_bytes()


@given(st.lists(st.text(max_size=200), max_size=5))
def test_prints_depend_on_the_sentences_alone(texts: list[str]) -> None:
    found = prints(texts)
    assert found == prints(reversed(texts)) == prints(["\n".join(texts)])
    assert len(found) % LENGTH == 0
    assert prints(texts) == prints(f"  {text.replace(' ', '  ')} " for text in texts)


def test_a_hundred_thousand_records_are_compared_in_seconds(tmp_path: Path) -> None:
    draw = random.Random(3)
    form = [f"{draw.getrandbits(48):012x}" for _ in range(20)]
    copy = [f"{draw.getrandbits(48):012x}" for _ in range(3)]
    with duckdb.connect() as connection:
        make(connection, tmp_path / "big.duckdb", {"copied": TABLES["copied"], "prints": RUN_TABLES["prints"]})
        for start in range(0, 100_000, 10_000):
            rows = [(f"R{at}", f"P{at}", _prints(draw, form, copy, at)) for at in range(start, start + 10_000)]
            insert_columns(connection, "prints", columns_of(rows))
        begun = time.monotonic()
        assert compare(connection) == 20
        assert connection.execute("SELECT record_id FROM copied").fetchall() == [("R10",), ("R50000",)]
        assert time.monotonic() - begun < 60


def _prints(draw: random.Random, form: list[str], copy: list[str], at: int) -> str:
    own = [f"{draw.getrandbits(48):012x}" for _ in range(10)]
    return "".join([*form, *own, *(copy if at in (10, 50_000) else [])])


@pytest.mark.parametrize("left", [0, 1])
def test_when_only_one_of_the_people_is_left_nothing_is_asked(tmp_path: Path, left: int) -> None:
    rows = [(1, "R1", "P1", 4), (1, "R2", "P2", 4)]
    with creating(tmp_path / FILE) as store:
        describe(store, RULES, FIELDS, RUN)
        insert(store, "copied", rows[: left + 1])
    assert len(shared(tmp_path)) == left
