"""`sbp forum decide`: the workbook of a sitting read back and kept."""

from collections import Counter
from pathlib import Path

import click


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def decide(file: Path, folder: Path) -> None:
    """Keep what a sitting decided.

    FILE is the workbook of the sitting, filled in; every row of it is kept in DIR.

    What a decision must carry and does not yet is listed, and who has not been told. Fill it in and run this again:
    what was kept of the same sitting is replaced.
    """
    from sbp.codes import labels_of
    from sbp.forum.keeping import FILE
    from sbp.forum.names import counted, listed
    from sbp.forum.sitting.keeping import keep_sitting
    from sbp.forum.sitting.order import out_of_order
    from sbp.forum.sitting.outstanding import lived_experience, not_told, outstanding, undecided
    from sbp.forum.sitting.reading import read_sitting

    read = read_sitting(file)
    sitting = read.sitting
    keep_sitting(folder, sitting, read.unread)
    label = labels_of("decision_codes")
    codes = Counter(decision.decision for decision in sitting.decisions if decision.decision)
    click.echo(
        f"Sitting {sitting.id}: {counted(len(sitting.submissions), 'case')}, "
        f"{counted(len(sitting.decisions), 'decision')}, {counted(len(sitting.actions), 'action')}. "
        f"There: {counted(len(sitting.attendance), 'person', 'people')}, "
        f"{counted(lived_experience(sitting), 'person', 'people')} with lived experience among them."
    )
    if codes:
        click.echo("Decided: " + listed([f"{label[code]} ({count})" for code, count in codes.items()]) + ".")
    _say("Not yet told", not_told(sitting))
    _say("Not yet decided", undecided(sitting))
    for one in outstanding(sitting):
        _say(f"Case {one.case_id} (row {one.row} of 'Decisions') does not say yet", one.lacks)
    _say("Please look", (*read.told, *out_of_order(sitting)))
    if read.unread:
        click.echo(f"{counted(len(read.unread), 'cell').capitalize()} could not be read and are kept as they stand.")
    click.echo(f"Every row is kept in {folder / FILE}.", err=True)


def _say(heading: str, lines: tuple[str, ...]) -> None:
    if lines:
        click.echo(f"{heading}:")
        for line in lines:
            click.echo(f"  - {line}")
