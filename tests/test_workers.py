"""Several processes check, and nobody can tell from the outputs how many there were."""

import os
import signal
from multiprocessing import active_children
from pathlib import Path

import pytest
from attrs import evolve, frozen
from kept import RULES, rule
from runs import export, outputs

from sbp.audit import audit
from sbp.casefile import CaseFile
from sbp.errors import WorkerError
from sbp.findings import Place
from sbp.reports import write_reports
from sbp.store import FILE, RUNNING, one, opened
from sbp.workers import cores

CANARY = "Quetzalfeder"


@frozen
class Breaks:
    """A check that fails over one person, with their words in its message."""

    person: str

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> list[Place]:
        if case_file.person_id == self.person:
            raise LookupError(CANARY)
        return []


BREAKING = evolve(RULES, rules=(*RULES.rules, rule("breaks", check=Breaks("P7"))))


def test_outputs_are_the_same_whatever_the_number_of_processes(tmp_path: Path) -> None:
    file, mapping = export(tmp_path, 180)
    seen = []
    for jobs in (1, 3):
        audit(file, tmp_path / str(jobs), mapping=mapping, rules=RULES, jobs=jobs)
        write_reports(tmp_path / str(jobs))
        seen.append(outputs(tmp_path / str(jobs)))
    assert seen[0]["batches"].count(RULES.hash.encode()) > 1
    assert seen[0] == seen[1]


def test_a_worker_that_is_killed_is_one_sentence_and_the_run_can_go_on(tmp_path: Path) -> None:
    file, mapping = export(tmp_path, 800)  # more batches than can be waiting when the first is kept
    audit(file, tmp_path / "whole", mapping=mapping, rules=RULES)
    out = tmp_path / "out"
    out.mkdir()
    (out / FILE).write_bytes(b"as it was")

    def kill(dealt: int, read: int) -> None:
        for child in active_children():
            os.kill(child.pid or 0, signal.SIGKILL)

    with pytest.raises(WorkerError, match=r"stopped from outside.*--resume"):
        audit(file, out, mapping=mapping, rules=RULES, jobs=2, progress=kill)
    assert sorted(path.name for path in out.iterdir()) == [FILE, RUNNING]
    assert (out / FILE).read_bytes() == b"as it was"
    (out / FILE).unlink()
    audit(file, out, mapping=mapping, rules=RULES, jobs=2, resume=True)
    assert outputs(out) == outputs(tmp_path / "whole")


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_wrong_over_one_person_stays_with_that_person(tmp_path: Path, jobs: int) -> None:
    file, mapping = export(tmp_path, 180)
    result = audit(file, tmp_path / "out", mapping=mapping, rules=BREAKING, jobs=jobs)
    write_reports(tmp_path / "out")
    [(sentence, count)] = [item for item in result.set_aside.items() if "went wrong" in item[0]]
    assert "LookupError in test_workers:" in sentence or "LookupError in sbp." in sentence
    with opened(tmp_path / "out") as store:
        assert one(store, "SELECT count(*) FROM records WHERE person_id = 'P7'") == 0
        assert one(store, "SELECT count(DISTINCT person_id) FROM records") > 170
        assert one(store, "SELECT count(*) FROM set_aside WHERE sentence LIKE '%went wrong%'") == count == 2
    assert result.read == result.used + sum(result.set_aside.values())
    for path in (tmp_path / "out").iterdir():
        assert CANARY.encode() not in path.read_bytes(), path.name


def test_at_least_one_core_is_counted() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
