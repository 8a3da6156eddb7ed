"""The whole run: from an export to a store that holds what it says. Reports are made from the store afterwards."""

import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from attrs import define, evolve, frozen

from sbp.batches import MOST, SIZE, Job, batches
from sbp.errors import ExportError, OutputError
from sbp.findings import LEVELS, Level, at_least
from sbp.mapping.mapping import kinds_of
from sbp.readers import Export, Row, open_export
from sbp.rules import RuleSet

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from sbp.cld import ClientLevelData
    from sbp.workers import Crew

Progress = Callable[[int, int], None]
"""Told how many rows have been dealt with, and how many have been read."""


@frozen(kw_only=True)
class AuditResult:
    """What a run did, in numbers and plain sentences. No word of a record is in it."""

    read: int
    used: int
    records: int
    people: int
    set_aside: dict[str, int]
    findings: dict[str, int]
    as_at: str
    store: Path
    assumed: tuple[str, ...] = ()

    def count_from(self, least: Level) -> int:
        """How many findings are at least as pressing as a level."""
        return sum(self.findings.get(level, 0) for level in LEVELS if at_least(level, least))


def audit(
    export: Path,
    out: Path,
    *,
    mapping: Path | None = None,
    rules: RuleSet,
    as_at: date | None = None,
    keep_text: bool = True,
    progress: Progress | None = None,
    cld: Path | None = None,
    jobs: int = 1,
    resume: bool = False,
) -> AuditResult:
    """Check every record of an export and keep what was found in `out/audit.duckdb`.

    Without a mapping one is drafted in memory, and the result's `assumed` says what was taken for what.
    `as_at` is the day lateness is judged against; without it the last day of the export.
    `cld` is a file of Client Level Data: its events become records too, joined by the person's local id.
    `jobs` processes check; a program that asks for more than one needs `if __name__ == "__main__"`. With `resume`, a
    run that was stopped goes on from its last batch. The same export, rules and version give the same results,
    whatever `jobs` is and however often the run was stopped.
    Raises `SbpError`, one sentence, when the run cannot be done; what stood in the folder is then unchanged.
    """
    from sbp.begun import begun_with, refuse_if_changed
    from sbp.drafted import mapping_of
    from sbp.noted import left_dates, repeated, taken
    from sbp.store import FILE, compare, copy_run, creating, describe, fold, forget_run, insert, running
    from sbp.workers import crew

    how, assumed = mapping_of(export, mapping)
    opened = open_export(export)
    if how.layout != "records":
        how.check_columns(opened.columns, opened.file)
    data = _opened(cld) if cld else None
    _make_folder(out)
    begun = begun_with(export, mapping, cld, rules, as_at, keep_text)
    tally = _Tally()
    job = Job(mapping=how, rules=rules, keep_text=keep_text, as_at=as_at)
    with running(out, begun, resume=resume) as store, crew(job, jobs, at_once=_is_long(export)) as workers:
        job = _fill(store, opened, job, out, workers, tally, progress)
        printed = compare(store)
    refuse_if_changed(export, begun["export_sha256"], out)
    with creating(out / FILE) as store:
        copy_run(store, out)
        assumed += tuple(left_dates(store, how))
        if data:
            assumed += _keep_events(store, data, rules, tally)
        last = job.as_at.isoformat() if job.as_at else _today()
        fields = {kind: how.fields(kind) for kind in kinds_of(how)}
        describe(store, rules, fields, _run(export, begun, last, tally))
        insert(store, "notes", [(note,) for note in (*assumed, *fold(store), *taken(opened, how), *repeated(printed))])
        result = _result(store, out / FILE, tally, last, assumed)
    forget_run(out)
    return result


@define
class _Tally:
    """What is counted while rows go by."""

    read: int = 0
    used: int = 0


def _fill(
    store: "DuckDBPyConnection",
    export: Export,
    job: Job,
    out: Path,
    workers: "Crew",
    tally: _Tally,
    progress: Progress | None,
) -> Job:
    """Work on every batch that is not kept yet, keep it, and give the job with the day it was judged on."""
    from sbp.days import Days
    from sbp.stage import people
    from sbp.store import columns_of, keep_columns, kept, one
    from sbp.workers import worked

    done, dealt = kept(store)
    days = Days(job.mapping)
    with _scratch(out) as scratch:
        groups = people(days.noting(_counted(export.rows, tally)), job.mapping, scratch / "stage")
        first = list(islice(groups, 1))  # by now every row has been read
        job = evolve(job, as_at=job.as_at or days.last())
        groups = chain(first, groups)
        for number, found in enumerate(worked(islice(batches(groups), done, None), job, workers), done + 1):
            told = {
                "batches": columns_of([(number, job.rules.hash, found.people, found.records)]),
                "progress": columns_of([(number, found.rows, found.used)]),
            }
            keep_columns(store, found.tables | told)
            dealt += found.rows
            if progress:
                progress(dealt, tally.read)
    tally.used = int(one(store, "SELECT coalesce(sum(used), 0) FROM progress"))
    return job


def _is_long(export: Path) -> bool:
    """Whether an export is surely of many batches, so that processes may start before it is read."""
    return export.is_file() and export.stat().st_size > 10 * SIZE


@contextmanager
def _scratch(out: Path) -> Iterator[Path]:
    """A folder for what does not fit in memory, also rid of what a killed run left there."""
    folder = out / ".sbp-scratch"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _counted(rows: Iterable[Row], tally: _Tally) -> Iterator[Row]:
    try:
        for row in rows:
            tally.read += 1
            yield row
    except OSError as problem:
        raise ExportError(f"The export can no longer be read: {problem.strerror}. Is the drive still there?") from None


def _keep_events(
    store: "DuckDBPyConnection", data: "ClientLevelData", rules: RuleSet, tally: _Tally
) -> tuple[str, ...]:
    """Keep the events of Client Level Data beside the forms, and say how many were joined."""
    from sbp.alongside import alongside
    from sbp.store import insert, keep, keep_events, one

    forms = store.execute("SELECT id, person_id, kind, coalesce(date::VARCHAR, '') FROM records ORDER BY id").fetchall()
    found = alongside(data, rules, forms)
    tally.read += len(data.events)
    tally.used += found.built.used
    first = int(one(store, "SELECT count(*) FROM batches")) + 1
    for batch, start in enumerate(range(0, len(found.checked), MOST), first):
        keep(store, found.checked[start : start + MOST], batch=batch, rules_hash=rules.hash)
    keep_events(store, found.events)
    aside = ((one.file, one.sheet, one.row, one.column, one.sentence) for one in found.built.set_aside)
    insert(store, "set_aside", aside)
    repairs = found.built.repairs
    insert(store, "repairs", [(one.kind, one.column, one.count, one.file, one.row) for one in repairs])
    return (found.told,)


def _result(
    store: "DuckDBPyConnection", path: Path, tally: _Tally, as_at: str, assumed: tuple[str, ...]
) -> AuditResult:
    from sbp.store import one

    reasons: Counter[str] = Counter()
    aside = store.execute("""SELECT sentence FROM set_aside ORDER BY file, sheet, row, "column", sentence""")
    while rows := aside.fetchmany(10_000):
        reasons.update(_reason(row[0]) for row in rows)
    levels = store.execute("SELECT level, count(*) FROM findings GROUP BY level ORDER BY level").fetchall()
    return AuditResult(
        read=tally.read,
        used=tally.used,
        records=int(one(store, "SELECT count(*) FROM records")),
        people=int(one(store, "SELECT count(DISTINCT person_id) FROM records")),
        set_aside=dict(reasons.most_common()),
        findings=dict(levels),
        as_at=as_at,
        store=path,
        assumed=assumed,
    )


def _reason(sentence: str) -> str:
    """A reason as many rows share it: without the numbers of rows."""
    return re.sub(r"row \d+(?:,\d{3})*", "row …", sentence)


def _run(export: Path, begun: dict[str, str], as_at: str, tally: _Tally) -> dict[str, Any]:
    return {
        "sbp_version": begun["sbp_version"],
        "rules_hash": begun["rules_hash"],
        "as_at": as_at,
        "made_at": _made_at() or as_at,
        "keep_text": begun["keep_text"],
        "export": export.name,
        "export_sha256": begun["export_sha256"],
        "rows_read": str(tally.read),
        "rows_used": str(tally.used),
    }


def _made_at() -> str:
    """The one clock value of a run that wants to be repeated to the byte; empty when none is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date().isoformat() if epoch.isdecimal() else ""


def _today() -> str:
    """For an export without a single date."""
    return _made_at() or datetime.now(UTC).date().isoformat()


def _opened(cld: Path) -> "ClientLevelData":
    from sbp.cld import open_cld

    return open_cld(cld)


def _make_folder(out: Path) -> None:
    """Make the folder and try it, so that nobody waits an hour to learn that it cannot be written to."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".sbp-", dir=out):
            pass
    except FileExistsError:
        raise OutputError(f"{out} is a file. Name a folder with -o.") from None
    except OSError as problem:
        raise OutputError(
            f"The folder {out} cannot be written to: {problem.strerror}. Choose another with -o."
        ) from None
