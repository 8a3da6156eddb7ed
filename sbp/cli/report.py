"""`sbp report`: the outputs of an audit again, from its store."""

from pathlib import Path

import click


@click.command(short_help="Write a report again, from its audit.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--compare",
    "earlier",
    metavar="EARLIER",
    type=click.Path(path_type=Path),
    help="The folder of an earlier audit: also write what moved since.",
)
def report(folder: Path, earlier: Path | None) -> None:
    """Write the report in DIR again from its audit.duckdb. The export is not needed."""
    from sbp.reports import REPORT, write_reports

    if earlier:
        from sbp.reports.compared import write_compared

        compared = write_compared(folder, earlier.parent if earlier.is_file() else earlier)
    write_reports(folder)
    click.echo(folder / REPORT)
    if earlier:
        click.echo(compared)
