"""`sbp explain`: for a text, every anchor met, each gate's answer, and why it was flagged or left."""

from pathlib import Path

import click

from sbp.cli.house import house_rules
from sbp.errors import ExportError

_MOVES = {"outweighed": "outweighed: most sentences like this one were marked"}


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE")
@click.option("--section", default="", metavar="HEADING", help="The heading the text stands under.")
@click.option("--record-type", default="case_note", show_default=True, metavar="KIND", help="The kind of record.")
@click.option("--name", default="", metavar="NAME", help="The person's name, so that others are told apart.")
@click.option("--pronouns", default="", metavar="PRONOUNS", help="The person's pronouns, such as she/her.")
@house_rules
def explain(file: Path, section: str, record_type: str, name: str, pronouns: str, folders: tuple[Path, ...]) -> None:
    """Say of a text why each thing was flagged or left.

    FILE is a plain text, or - for standard input.
    """
    from sbp.cli.inputs import read_input
    from sbp.engine import Checker
    from sbp.rules import load_rules

    text = read_input(file).text
    if text is None:
        raise ExportError(f"{file} holds records. Give 'sbp explain' a plain text; 'sbp check' reads records.")
    person = {"name": name, "pronouns": pronouns} if name or pronouns else None
    reading = Checker(load_rules(folders)).read_text(text, section=section, record_type=record_type, person=person)
    said = reading.said()
    for hit in sorted(reading.hits, key=lambda hit: (hit.start, hit.rule.id)):
        start, end = reading.passage.place(hit.start, hit.end)
        click.echo(f"{_quoted(reading.passage.text[start:end])}  {hit.rule.category}  {hit.rule.id}")
        for gate, answer in hit.answers:
            click.echo(f"    {gate}: {answer.reason} ({_MOVES.get(answer.disposition, answer.disposition)})")
        if not hit.answers:
            click.echo("    every gate was asked and none objects")
        verdict: str = hit.level or "left unsaid"
        if hit.level and hit not in said:
            verdict = "left unsaid: the same words are already met by a category that weighs more"
        click.echo(f"    → {verdict}")
    for mark in sorted(reading.marks, key=lambda mark: (mark.start, mark.rule.id)):
        start, end = reading.passage.place(mark.start, mark.end)
        click.echo(f"{_quoted(reading.passage.text[start:end])}  {mark.rule.title} ({mark.rule.id})")
    if not reading.hits and not reading.marks:
        click.echo("Nothing in this text meets a rule or a mark.")


def _quoted(words: str) -> str:
    """The words in quotation marks, with no second pair where they stand in some already."""
    return words if words[:1] in '“"‘' and words[-1:] in '”"’' else f"“{words}”"
