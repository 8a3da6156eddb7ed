"""`sbp map`: a mapping drafted from an export, for a person to finish."""

from pathlib import Path

import click

PRESETS = ("eclipse", "liquidlogic", "mosaic")


@click.command("map", short_help="Draft the mapping of an export.")
@click.argument("export", type=click.Path(path_type=Path))
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), metavar="FILE", help="Where to write it; printed otherwise."
)
@click.option("--preset", type=click.Choice(PRESETS), help="The system it comes from; found by its columns otherwise.")
@click.option("--force", is_flag=True, help="Write over a FILE that is there.")
def map(export: Path, out: Path | None, preset: str | None, force: bool) -> None:  # noqa: A001
    """Draft the mapping of EXPORT: which column is which field, and where each answer goes.

    Columns, questions and the shapes of cells are looked at; of what cells say nothing is kept but the names of forms
    and questions. Each line says how sure it is. Presets follow shapes seen in public SQL: check them against yours.
    """
    from sbp.drafted import drafted
    from sbp.errors import OutputError

    if out and out.exists() and not force:
        raise OutputError(f"{out} is there already. Name another file with -o, or say --force to write over it.")
    found = drafted(export, preset or "")
    if out:
        try:
            out.write_text(found.text, encoding="utf-8")
        except OSError as problem:
            raise OutputError(f"{out} cannot be written: {problem.strerror}. Choose another with -o.") from None
    else:
        click.echo(found.text, nl=False)
    placed = sum(proposal.field != "sections" for _, proposal in found.questions)
    kept = len(found.questions) - placed
    click.echo(f"Columns: {len(found.columns)} have a field, {len(found.left)} found no place.", err=True)
    click.echo(f"Questions: {placed} have a field, {kept} kept under their own headings.", err=True)
    for sentence in found.unclear:
        click.echo(f"To do: {sentence}", err=True)
    if out:
        click.echo(out)
