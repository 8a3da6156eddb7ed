"""`sbp audit`: from a council's export to a report."""

import json
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sbp.cli.day import DAY
from sbp.cli.house import house_rules
from sbp.findings import LEVELS, Level

if TYPE_CHECKING:
    from sbp.audit import AuditResult


@click.command(short_help="Audit an export and write its report.")
@click.argument("export", type=click.Path(path_type=Path))
@click.option(
    "-o", "--out", required=True, type=click.Path(path_type=Path), metavar="DIR", help="The folder for the report."
)
@click.option("--mapping", type=click.Path(path_type=Path), metavar="FILE", help="How columns meet fields, as YAML.")
@click.option("--cld", type=click.Path(path_type=Path), metavar="FILE", help="Client Level Data, joined by local id.")
@house_rules
@click.option(
    "--as-at",
    type=DAY,
    metavar="DATE",
    help="Such as 2026-03-31; the export's last date otherwise.",
)
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="How many processes check; one a core otherwise.")
@click.option("--resume", is_flag=True, help="Go on with a run that was stopped; outputs are as if it had not been.")
@click.option("--no-text", is_flag=True, help="Leave every word of a record out of the outputs.")
@click.option(
    "--fail-on", type=click.Choice(LEVELS), help="Leave with exit code 3 when something of this level is found."
)
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="For people or programs.")
@click.pass_context
def audit(
    ctx: click.Context,
    export: Path,
    out: Path,
    mapping: Path | None,
    cld: Path | None,
    folders: tuple[Path, ...],
    as_at: datetime | None,
    jobs: int | None,
    resume: bool,
    no_text: bool,
    fail_on: Level | None,
    style: str,
) -> None:
    """Audit EXPORT and write a report for the Validation Forum into a folder.

    EXPORT is a file as the case-management system gives it (CSV, Excel, OpenDocument, Parquet, JSON, Word, HTML, text),
    or a folder or zip archive of them. Without a mapping one is drafted, and what was assumed is said.
    What is written there: two editions of the report (HTML, workbook, JSON), tables for data people, audit.duckdb.
    """
    from sbp.audit import audit as run
    from sbp.reports import REPORT, write_reports
    from sbp.rules import load_rules
    from sbp.workers import cores

    rules = load_rules(folders)
    day = as_at.date() if as_at else None
    with _going_on(out), _Bar() as bar:
        result = run(
            export,
            out,
            mapping=mapping,
            cld=cld,
            rules=rules,
            as_at=day,
            keep_text=not no_text,
            progress=bar.show,
            jobs=jobs or cores(),
            resume=resume,
        )
    files = write_reports(out)
    if style == "json":
        click.echo(json.dumps(_as_json(result, files), indent=2, ensure_ascii=False))
    else:
        _say(result)
        click.echo(out / REPORT)
    ctx.exit(3 if fail_on and result.count_from(fail_on) else 0)


@contextmanager
def _going_on(out: Path) -> Iterator[None]:
    """Say after Ctrl-C that the run can go on, where it can."""
    from sbp.store import RUNNING

    try:
        yield
    except KeyboardInterrupt:
        if (out / RUNNING).exists():
            click.echo("What was done so far is kept: add --resume to go on from there.", err=True)
        raise


def _say(result: "AuditResult") -> None:
    aside = result.read - result.used
    for sentence in result.assumed:
        click.echo(sentence, err=True)
    click.echo(f"Read {result.read:,} rows: {result.used:,} used, {aside:,} set aside.", err=True)
    click.echo(f"Built {result.records:,} records of {result.people:,} people.", err=True)
    for sentence, count in _reasons(result):
        click.echo(f"  {count:,} set aside: {sentence}", err=True)
    found = ", ".join(f"{level} {result.findings.get(level, 0):,}" for level in reversed(LEVELS))
    click.echo(f"Findings by level: {found}.", err=True)
    click.echo("The report is internal: not for sharing. It is at:", err=True)


def _reasons(result: "AuditResult", most: int = 8) -> list[tuple[str, int]]:
    reasons = list(result.set_aside.items())
    others = sum(count for _, count in reasons[most:])
    return reasons[:most] + ([("other reasons; see set-aside.csv", others)] if others else [])


def _as_json(result: "AuditResult", files: tuple[Path, ...]) -> dict[str, object]:
    return {
        "read": result.read,
        "used": result.used,
        "set_aside": result.read - result.used,
        "set_aside_because": result.set_aside,
        "records": result.records,
        "people": result.people,
        "findings": {level: result.findings.get(level, 0) for level in LEVELS},
        "as_at": result.as_at,
        "assumed": list(result.assumed),
        "files": [str(path) for path in (*files, result.store)],
    }


class _Bar(AbstractContextManager["_Bar"]):
    """A progress bar on standard error, and only where somebody is watching."""

    def __enter__(self) -> "_Bar":
        self._progress = None
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress

            self._progress = Progress(console=Console(stderr=True), transient=True)
            self._progress.start()
            self._task = self._progress.add_task("Checking records", total=None)
        return self

    def show(self, dealt: int, read: int) -> None:
        """Say how far the run is."""
        if self._progress:
            self._progress.update(self._task, completed=dealt, total=read)

    def __exit__(self, *problem: object) -> None:
        if self._progress:
            self._progress.stop()
