"""An audit beside an earlier one: what moved by more than chance gives, and what is new and gone by rule and words."""

import random
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner
from kept import made, person, sample

from sbp.cli import sbp
from sbp.errors import StoreError
from sbp.forum.comparison import Comparison, compare
from sbp.forum.tables import Count
from sbp.reports.compared import COMPARED, write_compared
from sbp.store import FILE, opened


def compared(now: Path, then: Path) -> Comparison:
    with opened(then) as earlier, opened(now) as later:
        return compare(later, earlier)


def counts(found: Comparison) -> dict[str, tuple[int | None, ...]]:
    return {name: tuple(cell.value for cell in cells if isinstance(cell, Count)) for name, cells in found.findings.rows}


def shifted(folder: Path, met: str) -> Path:
    """The sample with every result of one standard set, and every place moved."""
    sample(folder)
    with duckdb.connect(str(folder / FILE)) as store:
        store.execute(f"UPDATE standard_results SET met = {met} WHERE standard = 'own-words'")
        store.execute('UPDATE findings SET start = start + 11, "end" = "end" + 11, field = \'/elsewhere\'')
        store.execute("UPDATE records SET id = 'NEW-' || id")
        store.execute("UPDATE standard_results SET record_id = 'NEW-' || record_id")
    return folder


def test_what_moved_beyond_chance_is_told_from_what_did_not(tmp_path: Path) -> None:
    then, now = sample(tmp_path / "then"), shifted(tmp_path / "now", "true")
    found = {moved.id: moved for moved in compared(now, then).moved}
    assert found["own-words"].beyond_chance
    assert not found["outcomes"].beyond_chance
    assert found["outcomes"].p_value == pytest.approx(1)
    assert "advocacy" not in found


def test_a_finding_that_only_moved_is_the_same_finding(tmp_path: Path) -> None:
    then, now = sample(tmp_path / "then"), shifted(tmp_path / "now", "met")
    assert {(new, gone) for _, new, gone in counts(compared(now, then)).values()} == {(0, 0)}


def test_findings_are_new_and_gone_by_rule_and_words(tmp_path: Path) -> None:
    then = made(tmp_path / "then", person(1, draw=random.Random(4)))
    now = made(tmp_path / "now", person(1, draw=random.Random(4)))
    with duckdb.connect(str(now / FILE)) as store:
        [(rule,)] = store.execute("SELECT rule FROM findings ORDER BY rule LIMIT 1").fetchall()
        store.execute("UPDATE findings SET quote = 'other words' WHERE rule = ?", [rule])
        [(title,)] = store.execute("SELECT title FROM rules WHERE id = ?", [rule]).fetchall()
    both, new, gone = counts(compared(now, then))[title]
    assert both == 0
    assert new == gone != 0


def test_the_same_audit_twice_says_so_and_nothing_moved(tmp_path: Path) -> None:
    folder = sample(tmp_path / "one")
    found = compared(folder, folder)
    assert not any(moved.beyond_chance for moved in found.moved)
    assert "Both audits are of the same export." in found.apart
    assert any("360 records are in both" in sentence for sentence in found.apart)


def test_the_command_writes_a_page_without_words_and_names_it(tmp_path: Path) -> None:
    then, now = sample(tmp_path / "then", 30), sample(tmp_path / "now", 40)
    said = CliRunner().invoke(sbp, ["report", str(now), "--compare", str(then)])
    assert said.exit_code == 0, said.output
    assert str(now / COMPARED) in said.output
    page = (now / COMPARED).read_text(encoding="utf-8")
    assert "internal: not for sharing" in page.splitlines()[0]
    assert "Idowu" not in page
    assert ".plain-page { display: block" in page
    first = page
    write_compared(now, then)
    assert (now / COMPARED).read_text(encoding="utf-8") == first


def test_an_earlier_store_that_is_not_there_or_from_a_newer_version_is_named(tmp_path: Path) -> None:
    folder = sample(tmp_path / "now", 3)
    with pytest.raises(StoreError, match=r"There is no audit\.duckdb"):
        write_compared(folder, tmp_path / "nowhere")
    newer = sample(tmp_path / "newer", 3)
    with duckdb.connect(str(newer / FILE)) as store:
        store.execute("UPDATE run SET value = '99' WHERE name = 'store_version'")
    with pytest.raises(StoreError, match="made by a newer sbp"):
        write_compared(folder, newer)
