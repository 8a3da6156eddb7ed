"""`sbp forum sample`: records to read by hand, drawn at random, with sheets to read them by."""

from pathlib import Path

import click


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--records", type=click.IntRange(1), default=50, show_default=True, help="How many to draw.")
@click.option("--reader", "readers", multiple=True, metavar="NAME", help="A reader; two, A and B, otherwise.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed draws the same records.")
def sample(folder: Path, records: int, readers: tuple[str, ...], seed: int) -> None:
    """Draw records to read by hand.

    They come from the audit in DIR, with sheets to read them by: a workbook a reader, and a form to print.

    Every kind of record in every team has its share, and a person one record where that can be. The sheets are to be
    filled in together with the practitioner, by two people or more who read the same records apart.
    """
    from sbp.errors import OutputError
    from sbp.forum.names import counted
    from sbp.forum.readings.sample import draw
    from sbp.reports.reading_sheets import write_sample
    from sbp.store import opened

    names = readers or ("A", "B")
    if not all(name.replace("-", "").isalnum() for name in names):
        raise click.UsageError("A reader's name is letters and figures: it becomes part of a file's name.")
    there = [path for name in names if (path := folder / f"readings-{name}-internal.xlsx").exists()]
    if there:
        raise OutputError(f"{there[0]} is there already, and may be filled in. Move it away, or name other readers.")
    with opened(folder) as store:
        drawn = draw(store, records, seed)
    files = write_sample(folder, drawn, names)
    click.echo(f"Drawn: {counted(len(drawn.drawn), 'record')}, with seed {seed}.", err=True)
    for path in files:
        click.echo(path)
