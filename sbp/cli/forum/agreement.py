"""`sbp forum agreement`: what readers wrote down, kept and compared."""

from pathlib import Path

import click


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
def agreement(folder: Path, files: tuple[Path, ...]) -> None:
    """Compare what readers wrote.

    FILE... are the workbooks of 'sbp forum sample', filled in. They are kept in DIR, with all that was read before.

    Says how far readers agree with one another and with the tool, and how often the tool was right in their eyes.
    Once two people have read about fifty of the same records, the report says so on its first page.
    """
    from sbp.errors import StoreError
    from sbp.forum.names import counted, of_them
    from sbp.forum.readings import NOT_CHECKED, trust
    from sbp.forum.readings.agreeing import agreed
    from sbp.forum.readings.keeping import keep_readings, kept_readings
    from sbp.forum.readings.reading import read_sheets
    from sbp.reports.reading_report import write_agreement
    from sbp.store import opened

    if files:
        with opened(folder) as store:
            read, told = read_sheets(files, store)
        keep_readings(folder, read)
        for sentence in told:
            click.echo(sentence, err=True)
    kept = kept_readings(folder)
    if not kept.answers:
        raise StoreError(f"No reading is kept in {folder} yet. Name the workbooks that readers filled in.")
    found = agreed(kept)
    page = write_agreement(folder, found, trust(folder))
    click.echo(
        f"{counted(found.records, 'record').capitalize()} read by {counted(found.readers, 'person', 'people')}, "
        f"{of_them(found.joint, found.records)} by two or more.",
        err=True,
    )
    for sentence in trust(folder) or (NOT_CHECKED,):
        click.echo(sentence)
    click.echo(page)
