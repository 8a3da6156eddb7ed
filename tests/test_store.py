"""The audit store keeps what was found, says plainly what is wrong with it, and lets one person go."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kept import RULES, made, person, sample

from sbp.errors import StoreError
from sbp.findings import Checked, Fact, Finding, Mark, Place
from sbp.store import FILE, TABLES, creating, erase, fold, insert, one, opened
from sbp.store.database import plain_sentence
from sbp.store.folding import folded
from sbp.store.keeping import SENTENCE_KEPT, clipped

CANARY = "Quetzalfeder"


def told(person_id: str, word: str) -> tuple[str, Checked]:
    """One person whose every kept text holds a word."""
    place = Place(record_id=f"R-{person_id}", field="/sections/0/entries/0/text", start=3, end=9)
    text = f"She keeps a {word} by the door. "
    finding = Finding(
        rule="language/refuses",
        category="lang.blame",
        level="query",
        message=f"'{word}' was seen.",
        place=place,
        quote=word,
        sentence=text,
        instead=(f"a {word}, or not", "other words"),
        ask=f"Why {word}?",
    )
    facts = tuple(
        Fact(record_id=place.record_id, name=name, value=value)
        for name, value in {"kind": "case_note", "person_id": person_id, "words": 9, "standard/own-words": True}.items()
    )
    return person_id, Checked(
        findings=(finding,), marks=(Mark(kind="voice-person", place=place, quote=text),), facts=facts
    )


def everything(folder: Path) -> str:
    with opened(folder) as store:
        return "\n".join(repr(store.execute(f"SELECT * FROM {table}").fetchall()) for table in TABLES)


def test_what_is_kept_can_be_read_again(tmp_path: Path) -> None:
    made(tmp_path, told("P1", CANARY))
    with opened(tmp_path) as store:
        assert one(store, "SELECT count(*) FROM records") == 1
        assert one(store, "SELECT met FROM standard_results WHERE standard = 'own-words'") is True
        assert one(store, "SELECT quotes FROM marks") == [f"She keeps a {CANARY} by the door. "]
        assert one(store, "SELECT instead FROM findings") == [f"a {CANARY}, or not", "other words"]
        assert one(store, "SELECT rules_hash FROM batches") == RULES.hash


def test_an_older_duckdb_can_open_it(tmp_path: Path) -> None:
    made(tmp_path, told("P1", CANARY))
    with opened(tmp_path) as store:
        assert "v1.5" in str(one(store, "SELECT tags FROM duckdb_databases() WHERE NOT internal"))


def test_without_text_no_word_of_a_record_is_in_the_file(tmp_path: Path) -> None:
    made(tmp_path, told("P1", CANARY), keep_text=False)
    assert CANARY not in everything(tmp_path)
    assert CANARY.encode() not in (tmp_path / FILE).read_bytes()


def test_a_person_who_was_erased_is_gone_from_the_bytes(tmp_path: Path) -> None:
    made(tmp_path, told("P-one", CANARY), told("P-two", "teapot"))
    assert CANARY.encode() in (tmp_path / FILE).read_bytes()
    assert erase(tmp_path, "P-one") == 1
    left = (tmp_path / FILE).read_bytes()
    assert CANARY.encode() not in left
    assert b"P-one" not in left
    assert b"teapot" in left
    assert CANARY not in everything(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILE]


def test_erasing_keeps_everybody_else_and_counts_the_erased(tmp_path: Path) -> None:
    sample(tmp_path, 30)
    assert erase(tmp_path, "P0007") == 3
    assert erase(tmp_path, "P0011") == 3
    with opened(tmp_path) as store:
        assert one(store, "SELECT count(DISTINCT person_id) FROM records") == 28
        assert one(store, "SELECT value FROM run WHERE name = 'erased'") == "2"
        assert one(store, "SELECT count(*) FROM set_aside") == 14
        for table, columns in TABLES.items():
            if "person_id" in columns:
                assert one(store, f"SELECT count(*) FROM {table} WHERE person_id IN ('P0007', 'P0011')") == 0


def test_erasing_somebody_unknown_changes_nothing(tmp_path: Path) -> None:
    made(tmp_path, told("P1", CANARY))
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(StoreError, match="Nothing was changed") as caught:
        erase(tmp_path, "Ada Lovelace")
    assert "Ada" not in str(caught.value)
    assert (tmp_path / FILE).read_bytes() == before


def test_a_run_that_stops_leaves_the_old_store_as_it_was(tmp_path: Path) -> None:
    made(tmp_path, told("P1", CANARY))
    before = (tmp_path / FILE).read_bytes()

    def stopped() -> None:
        with creating(tmp_path / FILE) as store:
            insert(store, "notes", [("half done",)])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert (tmp_path / FILE).read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILE]


def test_a_folder_without_a_store_is_said_to_have_none(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"There is no audit\.duckdb in .*'sbp audit'"), opened(tmp_path):
        pass


def test_another_file_by_that_name_is_not_a_store(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database " * 1000)
    with pytest.raises(StoreError, match="is not an audit store"), opened(tmp_path):
        pass


def test_a_damaged_store_is_said_to_be_damaged(tmp_path: Path) -> None:
    made(tmp_path, told("P1", CANARY))
    data = bytearray((tmp_path / FILE).read_bytes())
    data[12] ^= 0xFF
    (tmp_path / FILE).write_bytes(data)
    with pytest.raises(StoreError, match="is damaged"), opened(tmp_path):
        pass


@pytest.mark.parametrize(
    "create", ["CREATE TABLE people (id INTEGER)", "CREATE TABLE run (name VARCHAR, value VARCHAR)"]
)
def test_somebody_elses_database_is_not_a_store(tmp_path: Path, create: str) -> None:
    with duckdb.connect(str(tmp_path / FILE)) as other:
        other.execute(create)
    with pytest.raises(StoreError, match="not one that 'sbp audit' made"), opened(tmp_path):
        pass


def test_a_store_of_a_newer_version_asks_for_an_upgrade(tmp_path: Path) -> None:
    made(tmp_path, told("P1", CANARY))
    with duckdb.connect(str(tmp_path / FILE)) as store:
        store.execute("UPDATE run SET value = '99' WHERE name = 'store_version'")
    with pytest.raises(StoreError, match=r"newer sbp .* Upgrade sbp"), opened(tmp_path):
        pass


def test_a_store_that_another_program_has_open_is_said_to_be_open(tmp_path: Path) -> None:
    made(tmp_path, told("P1", CANARY))
    path = str(tmp_path / FILE)
    code = f"import duckdb, sys; held = duckdb.connect({path!r}); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=-1, stdout=-1, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(StoreError, match="is open in another program"), opened(tmp_path):
            pass
        other.communicate("")


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("[Errno 28] No space left on device", "The disk is full"),
        ('Could not write file "x": No space left on device', "The disk is full"),
        ("Could not set lock on file", "open in another program"),
        ("Cannot open file: Permission denied", "cannot be written to"),
        ("Read-only file system", "cannot be written to"),
        ("with version number 999, but we can only read", "newer DuckDB"),
        ("Conversion Error: Quetzalfeder", "cannot be read or written"),
    ],
)
def test_what_the_disk_says_becomes_one_sentence_without_values(said: str, wanted: str) -> None:
    sentence = plain_sentence(Path("out/audit.duckdb"), said)
    assert wanted in sentence
    assert "audit.duckdb" in sentence or "folder out" in sentence
    assert CANARY not in sentence


def test_half_an_emoji_is_kept_as_a_question_mark(tmp_path: Path) -> None:
    made(tmp_path, told("P1", "tea\ud83d"))
    with opened(tmp_path) as store:
        assert one(store, "SELECT quote FROM findings") == "tea?"


@given(st.text(max_size=30), st.text(min_size=1, max_size=100), st.integers(0, 1500), st.integers(0, 1500))
def test_a_long_sentence_is_clipped_around_its_quote(padding: str, quote: str, before: int, after: int) -> None:
    sentence = ("ab " * before) + padding + quote + (" cd" * after)
    short = clipped(sentence, quote)
    assert len(short) <= SENTENCE_KEPT + 4
    assert quote.strip() in short


def test_every_batch_is_counted(tmp_path: Path) -> None:
    sample(tmp_path, 5)
    with opened(tmp_path) as store:
        assert store.execute("SELECT people, records FROM batches").fetchall() == [(5, 15)]


def test_a_person_of_the_sample_is_the_same_each_time() -> None:
    import random

    assert person(3, draw=random.Random(1)) == person(3, draw=random.Random(1))


NAMES = st.text(st.sampled_from("aAbßẞ \t\u00a0"), min_size=1, max_size=5).filter(str.strip)


def same(name: str) -> str:
    return " ".join(name.split()).casefold()


@given(st.dictionaries(NAMES, st.integers(1, 9)))
def test_names_alike_but_for_capitals_and_spaces_are_one_and_nothing_is_lost(written: dict[str, int]) -> None:
    shown = folded(written)
    assert shown.keys() == written.keys()
    assert all(same(name) == same(shown[name]) for name in written), "nobody is put with another"
    assert len(set(shown.values())) == len({same(name) for name in written})
    assert sum(sum(count for name, count in written.items() if shown[name] == one) for one in set(shown.values())) == (
        sum(written.values())
    )
    assert folded(dict.fromkeys(shown.values(), 1)) == {one: one for one in shown.values()}, "once is enough"


def test_the_way_most_often_written_is_shown() -> None:
    assert set(folded({"North Locality": 2, "north locality ": 9, "NORTH  LOCALITY": 1}).values()) == {"north locality"}
    assert set(folded({"NORTH": 1, "North": 1, "north": 1}).values()) == {"North"}


def test_a_team_written_in_two_ways_is_one_team_in_a_store_and_that_is_said(tmp_path: Path) -> None:
    with creating(tmp_path / FILE) as store:
        columns = list(TABLES["records"])
        for at, (team, worker) in enumerate([("North Locality", "w1"), ("north  locality ", "W1"), ("East", None)] * 2):
            own = {"id": f"R{at}", "person_id": "P1", "kind": "review", "team": team, "worker": worker}
            insert(store, "records", [tuple(own.get(name) for name in columns)])
        said = list(fold(store))
        assert len(said) == 2
        assert all("in more than one way" in sentence for sentence in said)
        assert "W1" not in "".join(said)
        found = dict(store.execute("SELECT coalesce(team, ''), count(*) FROM records GROUP BY team").fetchall())
        assert found == {"North Locality": 4, "East": 2}
        assert one(store, "SELECT count(DISTINCT worker) FROM records") == 1
        assert one(store, "SELECT count(*) FROM records WHERE worker IS NULL") == 2
        assert list(fold(store)) == []
