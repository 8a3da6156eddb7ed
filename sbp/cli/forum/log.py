"""`sbp forum log`: every decision, every action that is open, and who has not been told."""

from datetime import datetime
from pathlib import Path

import click

from sbp.cli.day import DAY


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--as-at",
    type=DAY,
    metavar="DATE",
    help="The day lateness is judged against; that of the last sitting otherwise.",
)
def log(folder: Path, as_at: datetime | None) -> None:
    """Write the decision log.

    All sittings kept in DIR, as decision-log-internal.html and .xlsx, and as data in sittings-internal.json.
    """
    from sbp.errors import StoreError
    from sbp.forum.keeping import FILE
    from sbp.forum.names import counted, date_name
    from sbp.forum.sitting.keeping import sittings
    from sbp.forum.sitting.log import decision_log
    from sbp.reports.decision_log import write_log

    kept = sittings(folder)
    if not kept:
        raise StoreError(f"No sitting is kept in {folder / FILE} yet. Keep one with 'sbp forum decide'.")
    found = decision_log(kept, as_at.date() if as_at else None)
    page, *_ = write_log(folder, found, kept)
    late = f", {found.overdue} of them overdue as at {date_name(found.as_at)}" if found.as_at else ""
    click.echo(
        f"{counted(len(kept), 'sitting').capitalize()}, {counted(len(found.entries), 'decision')}. "
        f"Actions not done: {len(found.actions)}{late}. Not yet told: {len(found.not_told)}.",
        err=True,
    )
    click.echo(page)
