"""`sbp forum highlights`: one page by exception, against the council's own tolerances."""

from datetime import datetime
from pathlib import Path

import click

from sbp.cli.day import DAY


def _show(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    from sbp.forum.tolerances import OURS

    if wanted:
        click.echo(OURS.read_text(encoding="utf-8"), nl=False)
        ctx.exit()


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--tolerances", type=click.Path(path_type=Path), metavar="FILE", help="The council's own, as YAML; ours otherwise."
)
@click.option("--as-at", type=DAY, metavar="DATE", help="That of the last sitting otherwise.")
@click.option("--since", type=DAY, metavar="DATE", help="Three months before otherwise.")
@click.option(
    "--show-tolerances",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show,
    help="Print ours, to copy and change, and leave.",
)
def highlights(folder: Path, tolerances: Path | None, as_at: datetime | None, since: datetime | None) -> None:
    """Write the highlight report.

    It says of the sittings in DIR what is outside tolerance on time, cost and quality, and has a learning page.

    Standards are judged where DIR holds an audit. Written as highlight-report-internal.html and .docx.
    """
    from sbp.errors import StoreError
    from sbp.forum.highlights import highlights as judged
    from sbp.forum.keeping import FILE
    from sbp.forum.sitting.keeping import sittings
    from sbp.forum.tolerances import OURS
    from sbp.reports.highlight_report import write_highlights
    from sbp.rules import load_rules

    kept = sittings(folder)
    if not kept:
        raise StoreError(f"No sitting is kept in {folder / FILE} yet. Keep one with 'sbp forum decide'.")
    found = judged(
        folder,
        kept,
        load_rules(),
        tolerances=tolerances or OURS,
        as_at=as_at.date() if as_at else None,
        since=since.date() if since else None,
    )
    page, word = write_highlights(folder, found)
    click.echo(
        f"Red: {found.count('red')}. Amber: {found.count('amber')}. Within tolerance: {len(found.within)}. "
        f"Not said: {len(found.unsaid)}.",
        err=True,
    )
    click.echo(page)
    click.echo(word)
