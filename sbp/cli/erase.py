"""`sbp erase`: one person taken out of an audit and its report."""

from pathlib import Path

import click


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("person_id")
def erase(folder: Path, person_id: str) -> None:
    """Take the person PERSON_ID out of the audit in DIR, and write its report again without them.

    The export itself, copies of the report and backups are not touched.
    """
    from sbp.reports import REPORT, write_reports
    from sbp.store import erase as take_out

    gone = take_out(folder, person_id)
    write_reports(folder)
    click.echo(f"Taken out: {gone:,} {'record' if gone == 1 else 'records'} of one person.", err=True)
    click.echo(folder / REPORT)
