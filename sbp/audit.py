"""The whole run: from an export to a store that holds what it says. Reports are made from the store afterwards."""

import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from attrs import Factory, define, frozen

from sbp.errors import ExportError, MappingError, OutputError
from sbp.findings import LEVELS, Checked, Level, at_least
from sbp.mapping import Mapping, load_mapping
from sbp.mapping.mapping import kinds_of
from sbp.readers import Export, Row, open_export
from sbp.rules import RuleSet

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from sbp.build import Repair, SetAside
    from sbp.cld import ClientLevelData

BATCH: Final = 200
"""How many people are kept in one transaction."""

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
) -> AuditResult:
    """Check every record of an export and keep what was found in `out/audit.duckdb`.

    Without a mapping one is drafted in memory, and the result's `assumed` says what was taken for what.
    `cld` is a file of Client Level Data: its events become records too, joined by the person's local id.
    Export, mapping and folder are looked at before work begins. The same export, rules and version give the same store.
    Raises `SbpError`, one sentence, when the run cannot be done; what stood in the folder is then unchanged.
    """
    from sbp.store import FILE, creating, describe

    how, assumed = (load_mapping(mapping), ()) if mapping else _drafted(export)
    opened = open_export(export)
    if how.layout != "records":
        how.check_columns(opened.columns, opened.file)
    data = _opened(cld) if cld else None
    _make_folder(out)
    tally = _Tally()
    path = out / FILE
    with creating(path) as store, TemporaryDirectory(prefix=".sbp-", dir=out) as scratch:
        for batch, checked in enumerate(_batches(_checked(opened, how, rules, Path(scratch), tally, progress)), 1):
            _keep(store, checked, batch, rules, keep_text, tally)
        if data:
            assumed += _keep_events(store, data, rules, tally)
        last = as_at.isoformat() if as_at else tally.last or _today()
        describe(
            store,
            rules,
            {kind: how.fields(kind) for kind in kinds_of(how)},
            _run(export, rules, last, keep_text, tally),
        )
        _keep_intake(store, tally, (*assumed, *_notes(opened, how)))
    return AuditResult(
        read=tally.read,
        used=tally.used,
        records=tally.records,
        people=tally.people,
        set_aside=dict(tally.reasons.most_common()),
        findings=dict(sorted(tally.levels.items())),
        as_at=last,
        store=path,
        assumed=assumed,
    )


@define
class _Tally:
    """What is counted while rows go by."""

    read: int = 0
    used: int = 0
    dealt: int = 0
    records: int = 0
    people: int = 0
    last: str = ""
    levels: Counter[str] = Factory(Counter)
    reasons: Counter[str] = Factory(Counter)
    known: set[tuple[str, str, str]] = Factory(set)
    ids: set[str] = Factory(set)
    set_aside: "list[SetAside]" = Factory(list)
    repairs: "list[Repair]" = Factory(list)


def _checked(
    export: Export, mapping: Mapping, rules: RuleSet, scratch: Path, tally: _Tally, progress: Progress | None
) -> Iterator[tuple[str, Checked]]:
    """Each person's records, built and checked."""
    from sbp.build import build, merge_repairs
    from sbp.casefile import gather
    from sbp.engine import check
    from sbp.stage import people

    for rows in people(_counted(export.rows, tally), mapping, scratch / "stage.duckdb"):
        built = build(rows, mapping)
        tally.used += built.used
        tally.set_aside.extend(built.set_aside)
        tally.repairs = list(merge_repairs([*tally.repairs, *built.repairs]))
        for case_file in gather(built.records):
            tally.records += len(case_file.records)
            tally.people += 1
            yield case_file.person_id, check(case_file, rules)
        tally.dealt += len(rows)
        if progress:
            progress(tally.dealt, tally.read)


def _counted(rows: Iterable[Row], tally: _Tally) -> Iterator[Row]:
    try:
        for row in rows:
            tally.read += 1
            yield row
    except OSError as problem:
        raise ExportError(f"The export can no longer be read: {problem.strerror}. Is the drive still there?") from None


def _batches(checked: Iterable[tuple[str, Checked]]) -> Iterator[list[tuple[str, Checked]]]:
    batch: list[tuple[str, Checked]] = []
    for one in checked:
        batch.append(one)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _keep(
    store: "DuckDBPyConnection",
    checked: list[tuple[str, Checked]],
    batch: int,
    rules: RuleSet,
    keep_text: bool,
    tally: _Tally,
) -> None:
    from sbp.store import keep

    keep(store, checked, batch=batch, rules_hash=rules.hash, keep_text=keep_text)
    for person, found in checked:
        tally.known |= _completed(person, found)
        tally.ids.add(person)
        tally.levels.update(finding.level for finding in found.findings)
        tally.last = max([tally.last, *(str(fact.value) for fact in found.facts if fact.name == "date")])


def _completed(person: str, found: Checked) -> set[tuple[str, str, str]]:
    """Which kinds of record a person has on which days."""
    kinds = {fact.record_id: str(fact.value) for fact in found.facts if fact.name == "kind"}
    return {(person, kinds[fact.record_id], str(fact.value)) for fact in found.facts if fact.name == "date"}


def _keep_events(
    store: "DuckDBPyConnection", data: "ClientLevelData", rules: RuleSet, tally: _Tally
) -> tuple[str, ...]:
    """Keep the events of Client Level Data beside the forms, and say how many were joined."""
    from sbp.alongside import alongside
    from sbp.build import merge_repairs
    from sbp.store import insert

    found = alongside(data, rules, tally.known, tally.ids)
    tally.read += len(data.events)
    tally.used += found.built.used
    tally.set_aside.extend(found.built.set_aside)
    tally.repairs = list(merge_repairs([*tally.repairs, *found.built.repairs]))
    tally.records += found.records
    tally.people += sum(person not in tally.ids for person, _ in found.checked)
    first = -(-len(tally.ids) // BATCH) + 1
    for batch, checked in enumerate(_batches(found.checked), first):
        _keep(store, checked, batch, rules, True, tally)
    insert(store, "events", found.rows)
    return (found.told,)


def _keep_intake(store: "DuckDBPyConnection", tally: _Tally, notes: Iterable[str]) -> None:
    from sbp.store import insert

    aside = sorted(tally.set_aside, key=lambda one: (one.file, one.sheet, one.row, one.column, one.sentence))
    tally.reasons.update(_reason(one.sentence) for one in aside)
    insert(store, "set_aside", [(one.file, one.sheet, one.row, one.column, one.sentence) for one in aside])
    insert(store, "repairs", [(one.kind, one.column, one.count, one.file, one.row) for one in tally.repairs])
    insert(store, "notes", [(note,) for note in notes])


def _reason(sentence: str) -> str:
    """A reason as many rows share it: without the numbers of rows."""
    return re.sub(r"row [\d,]+", "row …", sentence)


def _notes(export: Export, mapping: Mapping) -> Iterator[str]:
    """What the reader says, and what the mapping takes as given."""
    yield from export.notes
    if mapping.layout == "records":
        return
    yield f"Dates were read {mapping.dates.replace('-', ' ')}, as the mapping says; other orders were not tried."
    unused = mapping.unused(export.columns)
    if unused:
        yield f"Columns the mapping leaves out: {', '.join(unused)}."


def _run(export: Path, rules: RuleSet, as_at: str, keep_text: bool, tally: _Tally) -> dict[str, Any]:
    return {
        "sbp_version": version("strengths-based-practice"),
        "rules_hash": rules.hash,
        "as_at": as_at,
        "made_at": _made_at() or as_at,
        "keep_text": "yes" if keep_text else "no",
        "export": export.name,
        "export_sha256": _sha256(export),
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


def _sha256(path: Path) -> str:
    """The hash of a file; of a folder, that of its files' names and hashes."""
    if path.is_dir():
        files = sorted(found for found in path.rglob("*") if found.is_file() and not found.is_symlink())
        told = "".join(f"{found.relative_to(path).as_posix()} {_sha256(found)}\n" for found in files)
        return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _drafted(export: Path) -> tuple[Mapping, tuple[str, ...]]:
    """A mapping drafted from the export itself, and what it takes for what; refused when that is not clear enough."""
    from sbp.drafted import drafted

    found = drafted(export)
    if found.mapping is None:
        raise MappingError(
            f"{export} needs a mapping. {' '.join(found.unclear)} "
            "'sbp map' drafts one to finish; name it with --mapping FILE."
        )
    return found.mapping, found.assumed


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
