"""`sbp erase`: one person taken out of an audit and its report."""

from pathlib import Path

import click


@click.command(short_help="Take one person out of an audit.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("person_id")
def erase(folder: Path, person_id: str) -> None:
    """Take the person PERSON_ID out of the audit in DIR, and write its report again without them.

    Their cases, decisions and readings of their records go from the Forum's store too. The export itself, the
    workbooks of sittings, copies of the report and backups are not touched.
    """
    from sbp.errors import StoreError
    from sbp.forum.keeping import erase_person
    from sbp.reports import REPORT, write_reports
    from sbp.store import FILE
    from sbp.store import erase as take_out

    cases = erase_person(folder, person_id)
    if cases:
        click.echo(f"Taken out of the Forum's store: {cases:,} {'case' if cases == 1 else 'cases'}.", err=True)
        click.echo("Write the decision log again with 'sbp forum log'.", err=True)
    if cases and not (folder / FILE).is_file():
        return
    try:
        gone = take_out(folder, person_id)
    except StoreError:
        if not cases:
            raise
        return
    write_reports(folder)
    click.echo(f"Taken out: {gone:,} {'record' if gone == 1 else 'records'} of one person.", err=True)
    click.echo(folder / REPORT)
