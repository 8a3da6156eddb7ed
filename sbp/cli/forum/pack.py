"""`sbp forum pack`: the agenda pack of a sitting."""

from pathlib import Path

import click

from sbp.cli.house import house_rules


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--export",
    type=click.Path(path_type=Path),
    metavar="EXPORT",
    help="The records of the people on the agenda; without them a page says what the workbook says.",
)
@click.option("--mapping", type=click.Path(path_type=Path), metavar="FILE", help="How it meets our fields.")
@click.option("--names", is_flag=True, help="Call people by their names: for the council's own members alone.")
@house_rules
def pack(
    file: Path, folder: Path, export: Path | None, mapping: Path | None, names: bool, folders: tuple[Path, ...]
) -> None:
    """Make the agenda pack of a sitting.

    FILE is the workbook of the sitting; the pack has a page a case, as HTML and Word, and is written to DIR.

    The person's own words come first, and findings are questions. People go by letters unless --names is given; the
    first page says what that does not catch.
    """
    from sbp.forum.learning import learning
    from sbp.forum.pack import pack as made_of
    from sbp.forum.pack import wanted
    from sbp.forum.pack.people import Brought, people_of
    from sbp.forum.sitting.keeping import sittings
    from sbp.forum.sitting.reading import read_sitting
    from sbp.reports.agenda_pack import write_pack
    from sbp.rules import load_rules

    read = read_sitting(file)
    rules = load_rules(folders)
    before = [one for one in sittings(folder) if one.id != read.sitting.id]
    brought = people_of(export, mapping, wanted(read.sitting, before)) if export else Brought()
    learnt = learning(folder, [*before[-1:], read.sitting], rules)
    page, word = write_pack(folder, made_of(read.sitting, before, brought, rules, learning=learnt, named=names))
    agenda = {case.person_id for case in read.sitting.submissions if case.person_id}
    missing = len(agenda - brought.people.keys())
    if export and missing:
        click.echo(f"The export holds no record of {missing} of the {len(agenda)} people on the agenda.", err=True)
    for sentence in read.told:
        click.echo(sentence, err=True)
    click.echo(page)
    click.echo(word)
