"""A run that is stopped, at whatever moment, goes on and ends as if nothing had happened."""

import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
import runs
from attrs import evolve
from kept import RULES
from runs import export, outputs

from sbp.audit import audit
from sbp.cli.running import run
from sbp.errors import ExportError, StoreError
from sbp.reports import write_reports
from sbp.store import FILE, RUNNING, one, opened

KILLS = int(os.environ.get("SBP_KILLS", "4"))
"""How many random moments; twenty with `make kill-test`."""


class Stopped(BaseException):
    """What Ctrl-C is like, for a test."""


def stop(dealt: int, read: int) -> None:
    raise Stopped


def stopped(folder: Path, people: int = 180, **other: Any) -> tuple[Path, Path]:
    """An export whose run into `out` was stopped after its first batch."""
    file, mapping = export(folder, people)
    with pytest.raises(Stopped):
        audit(file, folder / "out", mapping=mapping, rules=RULES, progress=stop, **other)
    return file, mapping


def command(folder: Path, out: Path, *more: str) -> list[str]:
    return [sys.executable, runs.__file__, str(folder), str(out), *more]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes], float]:
    """An export, what an undisturbed run of it gives, and how long that takes."""
    folder = tmp_path_factory.mktemp("whole")
    export(folder, 300)
    start = time.monotonic()
    subprocess.run(command(folder, folder / "out", "--jobs", "2"), check=True)
    return folder, outputs(folder / "out"), time.monotonic() - start


@pytest.mark.parametrize("moment", range(KILLS))
def test_a_run_killed_at_a_random_moment_ends_with_the_same_bytes(
    whole: tuple[Path, dict[str, bytes], float], moment: int, tmp_path: Path
) -> None:
    folder, wanted, seconds = whole
    draw = random.Random()
    more = ["--jobs", str(1 + moment % 2)]
    for _ in range(1 + moment % 2):
        running = subprocess.Popen(command(folder, tmp_path / "out", *more), start_new_session=True)
        time.sleep(draw.uniform(0.1, seconds))
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        more = ["--jobs", "2", "--resume"]
        assert _all_left(running.pid)
    subprocess.run(command(folder, tmp_path / "out", *more), check=True)
    assert outputs(tmp_path / "out") == wanted


def _all_left(group: int) -> bool:
    """Whether no process of a killed run is still there, after a moment."""
    for _ in range(100):
        if not any(_group(path) == group for path in Path("/proc").glob("[0-9]*/stat")):
            return True
        time.sleep(0.1)
    return False


def _group(stat: Path) -> int:
    """The group of a process; of one that has ended and only waits to be counted, none."""
    try:
        state, _, group = stat.read_text().rpartition(")")[2].split()[:3]
    except OSError:
        return 0
    return 0 if state == "Z" else int(group)


def test_what_was_done_is_not_done_again(tmp_path: Path) -> None:
    file, mapping = stopped(tmp_path)
    with duckdb.connect(str(tmp_path / "out" / RUNNING), read_only=True) as store:
        rows = one(store, "SELECT sum(rows) FROM progress")
    seen: list[int] = []
    audit(
        file,
        tmp_path / "out",
        mapping=mapping,
        rules=RULES,
        resume=True,
        progress=lambda dealt, read: seen.append(dealt),
    )
    assert seen[0] > rows
    assert seen[-1] == 270


def test_a_run_without_resume_starts_again(tmp_path: Path) -> None:
    file, mapping = stopped(tmp_path)
    audit(file, tmp_path / "out", mapping=mapping, rules=RULES)
    assert [path.name for path in (tmp_path / "out").iterdir()] == [FILE]


def test_resume_with_nothing_to_go_on_from_starts_at_the_beginning(tmp_path: Path) -> None:
    file, mapping = export(tmp_path, 5)
    assert audit(file, tmp_path / "out", mapping=mapping, rules=RULES, resume=True).people == 5


def test_what_a_killed_run_left_half_made_is_no_hindrance(tmp_path: Path) -> None:
    file, mapping = export(tmp_path, 5)
    out = tmp_path / "out"
    (out / ".sbp-scratch").mkdir(parents=True)
    (out / ".sbp-scratch" / "stage").write_text("words")
    with duckdb.connect(str(out / RUNNING)) as store:
        store.execute("CREATE TABLE run (name VARCHAR, value VARCHAR)")
    audit(file, out, mapping=mapping, rules=RULES, resume=True)
    assert [path.name for path in out.iterdir()] == [FILE]


def _append(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ("export", "The export has changed"),
        ("mapping", "The mapping is not the one"),
        ("rules", "The rules have changed"),
        ("as_at", "another --as-at"),
        ("keep_text", "another choice of --no-text"),
        ("version", "was made by a newer sbp"),
    ],
)
def test_a_run_whose_beginnings_have_changed_does_not_go_on(tmp_path: Path, changed: str, sentence: str) -> None:
    file, mapping = stopped(tmp_path)
    path = tmp_path / "out" / RUNNING
    if changed in ("export", "mapping"):
        _append(file if changed == "export" else mapping)
    if changed == "version":
        with duckdb.connect(str(path)) as store:
            store.execute("UPDATE run SET value = '99' WHERE name = 'store_version'")
    other: dict[str, Any] = {"rules": RULES}
    other |= {"rules": evolve(RULES, hash="other")} if changed == "rules" else {}
    other |= {"as_at": date(2026, 1, 1)} if changed == "as_at" else {}
    other |= {"keep_text": False} if changed == "keep_text" else {}
    before = path.read_bytes()
    with pytest.raises(StoreError, match=sentence):
        audit(file, tmp_path / "out", mapping=mapping, resume=True, **other)
    assert path.read_bytes() == before


def test_an_export_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    file, mapping = export(tmp_path, 5)
    with pytest.raises(ExportError, match="changed while it was being read"):
        audit(file, tmp_path / "out", mapping=mapping, rules=RULES, progress=lambda *_: _append(file))
    assert list((tmp_path / "out").iterdir()) == []


HOLD = "import duckdb, sys, time; c = duckdb.connect(sys.argv[1]); print('open', flush=True); time.sleep(60)"


@pytest.mark.parametrize("name", [FILE, RUNNING])
@pytest.mark.parametrize("resume", [False, True])
def test_a_store_that_another_process_writes_to_is_left_alone(tmp_path: Path, name: str, resume: bool) -> None:
    file, mapping = export(tmp_path, 5)
    out = tmp_path / "out"
    out.mkdir()
    with subprocess.Popen([sys.executable, "-c", HOLD, str(out / name)], stdout=subprocess.PIPE) as holding:
        assert holding.stdout is not None
        assert holding.stdout.readline()
        with pytest.raises(StoreError, match="open in another program"):
            audit(file, out, mapping=mapping, rules=RULES, resume=resume)
        assert (out / name).exists()
        holding.kill()


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 19, 1 << 19))
import runs
sys.exit(runs.main())
"""


def test_a_disk_that_takes_no_more_leaves_what_stood_there(tmp_path: Path) -> None:
    export(tmp_path, 400)
    out = tmp_path / "out"
    out.mkdir()
    (out / FILE).write_bytes(b"as it was")
    script = FULL.replace("import runs", f"sys.path.insert(0, {str(Path(runs.__file__).parent)!r})\nimport runs")
    ended = subprocess.run([sys.executable, "-c", script, str(tmp_path), str(out)], capture_output=True, text=True)
    assert ended.returncode == 1
    assert "StoreError" in ended.stderr
    assert (out / FILE).read_bytes() == b"as it was"


def test_erasing_a_person_gives_up_the_run_that_was_stopped(tmp_path: Path) -> None:
    file, mapping = export(tmp_path, 180)
    out = tmp_path / "out"
    audit(file, out, mapping=mapping, rules=RULES)
    write_reports(out)
    stopped(tmp_path)
    assert (out / RUNNING).exists()
    assert run(["erase", str(out), "P3"]) == 0
    assert not (out / RUNNING).exists()
    with opened(out) as store:
        assert one(store, "SELECT count(*) FROM records WHERE person_id = 'P3'") == 0
