"""`sbp check`: what the rules have to say about records or a plain text."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sbp.cli.day import DAY
from sbp.cli.house import house_rules
from sbp.findings import LEVELS, Level, at_least
from sbp.records import RECORDS

if TYPE_CHECKING:
    from sbp.cli.inputs import Input
    from sbp.engine import Checker
    from sbp.findings import Finding


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--section", default="", metavar="HEADING", help="The heading a plain text stands under.")
@click.option("--record-type", type=click.Choice(list(RECORDS)), default="case_note", help="What a plain text is.")
@click.option("--name", default="", help="The name of the person a plain text is about.")
@click.option("--pronouns", default="", help="Their pronouns, such as she/her.")
@click.option(
    "--as-at",
    type=DAY,
    metavar="DATE",
    help="Such as 2026-03-31; the records' last date otherwise.",
)
@click.option("--notes", is_flag=True, help="Show notes too, the least pressing level.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="For people or programs.")
@click.option("--fail-on", type=click.Choice(LEVELS), help="Leave with exit code 3 when this level is found.")
@house_rules
@click.pass_context
def check(
    ctx: click.Context,
    files: tuple[Path, ...],
    section: str,
    record_type: str,
    name: str,
    pronouns: str,
    as_at: datetime | None,
    notes: bool,
    style: str,
    fail_on: Level | None,
    folders: tuple[Path, ...],
) -> None:
    """Check records, or a plain text.

    FILES are records: one as .json, several as a list in .json or a line each in .jsonl, or folders of such files.
    All that are given together are read together, a case file for each person.
    A text, .txt or .md, is given alone. A - stands for standard input.

    The thread of each person's records is printed as a small tree, from need to outcome to what helps to review.
    What is found is printed under the words it is about, by record and field.
    Lateness is judged against --as-at, never against the clock of the machine.
    A record that is not valid is named on standard error; the others are still checked.
    """
    from sbp.cli.inputs import read_inputs
    from sbp.engine import Checker
    from sbp.rules import load_rules

    given = read_inputs(files)
    checker = Checker(load_rules(folders), as_at.date() if as_at else None)
    about = {"section": section, "record_type": record_type, "person": {"name": name, "pronouns": pronouns}}
    found, strengths = _records(checker, given) if given.text is None else _text(checker, given.text, about)
    findings = [finding for finding in found if notes or finding.level != "note"]
    for fault in given.faults:
        click.echo(fault, err=True)
    if style == "json":
        click.echo(json.dumps([finding.to_dict() for finding in findings], indent=2, ensure_ascii=False))
    elif given.records or given.text is not None:
        _print(findings, given)
        click.echo(f"{_count(len(findings), 'thing')} to talk about, {_count(strengths, 'strength').lower()} seen.")
    else:
        click.echo("Nothing was checked: no record here can be read.", err=True)
    ctx.exit(_exit_code(findings, given, fail_on))


def _records(checker: "Checker", given: "Input") -> "tuple[list[Finding], int]":
    """What is found in records, person by person, and how many strengths are seen."""
    from sbp.casefile import gather, last_day
    from sbp.engine import check

    as_at = checker.as_at or last_day(given.records)
    checked = [check(case_file, checker.rules, as_at) for case_file in gather(given.records)]
    strengths = sum(mark.kind.startswith("strength") for each in checked for mark in each.marks)
    return [finding for each in checked for finding in each.findings], strengths


def _text(checker: "Checker", text: str, about: dict[str, Any]) -> "tuple[list[Finding], int]":
    marks = checker.read_text(text, **about).marks
    return checker.check_text(text, notes=True, **about), sum(mark.rule.id.startswith("strength") for mark in marks)


def _print(findings: "list[Finding]", given: "Input") -> None:
    """The thread of each person, then the findings; what a rule has to offer is said the first time only."""
    from sbp.casefile import gather
    from sbp.cli.inputs import words_at
    from sbp.cli.tree import tree
    from sbp.cli.under import coloured, show

    for case_file in gather(given.records):
        if lines := tree(case_file):
            click.echo("\n".join(lines) + "\n")
    by_id = {record.header.id: record for record in given.records}
    shown: set[str] = set()
    for finding in findings:
        place = finding.place
        again = finding.rule in shown
        shown.add(finding.rule)
        if given.text is None:
            text = words_at(by_id[place.record_id], place.field)
            lines = [*show(finding, f"{place.record_id} {place.field}", text, numbered=False, again=again)]
        else:
            lines = [*show(finding, given.name, given.text, again=again)]
        click.echo("\n".join(lines) + "\n", color=coloured())


def _count(number: int, noun: str) -> str:
    return f"{number or 'No'} {noun if number == 1 else noun + 's'}"


def _exit_code(findings: "list[Finding]", given: "Input", fail_on: Level | None) -> int:
    """Nothing hides a record that could not be checked: 1 weighs more than 3."""
    if given.faults:
        return 1
    return 3 if fail_on and any(at_least(finding.level, fail_on) for finding in findings) else 0
