"""`sbp report`: the outputs of an audit again, from its store."""

from pathlib import Path

import click


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def report(folder: Path) -> None:
    """Write the report in DIR again from its audit.duckdb. The export is not needed."""
    from sbp.reports import REPORT, write_reports

    write_reports(folder)
    click.echo(folder / REPORT)
