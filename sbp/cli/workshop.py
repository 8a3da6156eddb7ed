"""`sbp workshop`: everything a room needs, made from a pack; and where the people of a room differ."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sbp.cli.house import house_rules

if TYPE_CHECKING:
    from sbp.workshop.marks import Answered


@click.group()
def workshop() -> None:
    """Make a workshop from a pack, or see where readers differ."""


@workshop.command("list")
def list_packs() -> None:
    """List the packs that come with sbp."""
    from sbp.workshop.pack import load_pack, ready_packs

    for name in ready_packs():
        pack = load_pack(name)
        click.echo(f"{name:24}  {pack.minutes:>3} minutes  {pack.title}")


@workshop.command()
@click.argument("pack")
@click.option(
    "-o", "--output", "folder", required=True, type=click.Path(path_type=Path), metavar="DIR", help="Where to put it."
)
@house_rules
def build(pack: str, folder: Path, folders: tuple[Path, ...]) -> None:
    """Make one page for the room, a handout, and notes for the facilitator.

    PACK is the name of a pack that comes with sbp (sbp workshop list), or a YAML file of your own.

    The page is one file that needs no internet; what is typed into it is neither sent nor kept.
    """
    from sbp.rules import load_rules
    from sbp.workshop.build import build_workshop
    from sbp.workshop.material import workshop as put_together
    from sbp.workshop.pack import load_pack

    made = put_together(load_pack(pack), load_rules(folders))
    for path in build_workshop(made, folder):
        click.echo(path)


@workshop.command()
@click.argument("pack")
@click.argument("marks", nargs=-1, required=True, type=click.Path(path_type=Path))
def agreement(pack: str, marks: tuple[Path, ...]) -> None:
    """See where readers of the same records differ.

    PACK is the pack whose records were read, and MARKS are one or more sheets, .xlsx or .csv, with the columns Reader
    and Record and one for each question, such as the marks.xlsx that 'sbp workshop build' writes.
    """
    from sbp.engine import Checker
    from sbp.errors import WorkshopError
    from sbp.forum.names import counted
    from sbp.workshop.marks import answered, read_marks
    from sbp.workshop.pack import load_pack
    from sbp.workshop.ten import load_reading

    loaded = load_pack(pack)
    named = next((step.records for step in loaded.steps if step.records), "")
    if not named:
        raise WorkshopError(f"{loaded.path} has no step in which records are read together.")
    reading = load_reading(loaded.path.parent / named)
    given = read_marks(marks, reading)
    readers, records = counted(len(given.readers), "reader"), counted(len(reading.records), "record")
    click.echo(f"{readers.capitalize()}, {records.capitalize()}.")
    for sentence in given.aside:
        click.echo(f"Left aside: {sentence}.")
    for one in answered(given, reading):
        _print_answered(one)
    checker = Checker()
    met = [record.id for record in reading.records if checker.check_text(record.text)]
    click.echo(f"\nThe tool, one more reader and not the judge, marks words in: {', '.join(met) or 'none of them'}.")
    click.echo(
        "This shows where these readers differ on these records, and no more. Talk about the first two of each list."
    )


def _print_answered(one: "Answered") -> None:
    click.echo(f"\n{one.question}")
    if one.agreement.agreed is None:
        click.echo("  No record was marked by two or more readers.")
        return
    click.echo(f"  Of all pairs of readers, {one.agreement.agreed:.0%} said the same.")
    if one.agreement.alpha.value is None:
        click.echo(f"  Krippendorff’s alpha is left unsaid: {one.agreement.alpha.unsaid}.")
    else:
        index = one.agreement.alpha
        click.echo(f"  Krippendorff’s alpha is {index.value:.2f} (95% from {index.low:.2f} to {index.high:.2f}).")
    for record in one.divided:
        counts = ", ".join(f"{mark} {count}" for mark, count in record.counts)
        click.echo(f"  {record.same:>4.0%}  {record.record}  {record.title}: {counts}")
    if one.divided and one.divided[0].same < 1:
        click.echo(f"  To talk about, on {one.divided[0].record}: {one.divided[0].talk}")
