"""`sbp forum sheet`: the workbook of a sitting."""

from datetime import datetime
from pathlib import Path

import click

from sbp.cli.day import DAY


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--on", "held_on", required=True, type=DAY, metavar="DATE", help="The day of the sitting.")
@click.option("--name", default="", metavar="NAME", help="A name, where two sittings fall on one day.")
@click.option("--record", "records", multiple=True, metavar="ID", help="A record that is brought; may be repeated.")
@click.option("-o", "--out", type=click.Path(path_type=Path), metavar="FILE", help="The workbook; in DIR otherwise.")
@click.option("--force", is_flag=True, help="Write over a FILE that is there.")
def sheet(folder: Path, held_on: datetime, name: str, records: tuple[str, ...], out: Path | None, force: bool) -> None:
    """Write the workbook of a sitting.

    Cases that come back and actions that are not done are in it already. The chair fills it in with Excel: cases and
    options before the sitting, decisions at it. 'sbp forum pack' and 'sbp forum decide' read it.
    """
    from sbp.errors import OutputError
    from sbp.forum.sitting.following import prepared
    from sbp.reports.sitting_workbook import write_sitting

    sitting = prepared(folder, held_on.date(), name, records)
    path = out or folder / f"sitting-{sitting.id.replace(' ', '-')}.xlsx"
    if path.exists() and not force:
        raise OutputError(f"{path} is there already, and may be filled in. Name another with -o, or say --force.")
    write_sitting(path, sitting)
    unknown = sum(not case.person_id for case in sitting.submissions)
    if unknown:
        click.echo(f"{unknown} of the records are not in the audit of {folder}: fill in the person's id.", err=True)
    click.echo(f"Cases: {len(sitting.submissions)}. Actions not done: {len(sitting.actions)}.", err=True)
    click.echo(path)
