"""`sbp compare`: what a rewrite lost, what was said and what it became, what it gained."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sbp.cli.house import house_rules
from sbp.errors import ExportError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from sbp.records import Record
    from sbp.workshop.compare import Comparison, Pair, Tally
    from sbp.workshop.rows import Said


@click.command()
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
@click.option("--html", "page", type=click.Path(path_type=Path), metavar="FILE", help="Write a page as well.")
@house_rules
def compare(before: Path, after: Path, page: Path | None, folders: tuple[Path, ...]) -> None:
    """Compare two tellings of the same records, side by side.

    BEFORE and AFTER are two records, two plain texts, or two folders of them; in folders, files of the same name
    belong together.

    Needs, risks and amounts that could not be found again come first, because leaving out a need is a harm. They are
    questions: the second telling may say the same in words that the tool does not know.
    """
    from sbp.rules import load_rules
    from sbp.workshop.compare import compare as compared
    from sbp.workshop.compare import told

    rules = load_rules(folders)
    first, second = told(_records(before), rules), told(_records(after), rules)
    comparison = compared(first, second, rules)
    if page:
        _write(page, comparison, before, after)
    _print(comparison)


def _records(path: Path) -> "dict[str, Record]":
    """The records of a file or folder by name. Raises `ExportError` when any of them cannot be used."""
    if not path.is_dir():
        return dict(_named(path))
    files = [one for one in sorted(path.iterdir()) if one.suffix.lower() in (".json", ".jsonl", ".txt", ".md")]
    named = [pair for one in files for pair in _named(one)]
    if not named:
        raise ExportError(f"{path} holds no records: .json, .jsonl, .txt or .md.")
    ids = [record.header.id for _, record in named]
    for one in ids:
        if ids.count(one) > 1:
            raise ExportError(f"Two records in {path} have the same id. Each needs one of its own.")
    return dict(named)


def _named(path: Path) -> "Iterator[tuple[str, Record]]":
    from sbp.cli.inputs import read_input
    from sbp.forum.names import kind_name
    from sbp.records import CaseNote, Entry, Header, Person, Section

    given = read_input(path)
    if given.faults:
        raise ExportError("; ".join(given.faults))
    if given.text is not None:
        passage = Section(entries=(Entry(text=given.text),))
        yield path.stem, CaseNote(header=Header(id=path.stem, person=Person(id="text")), sections=(passage,))
    elif len(given.records) == 1:
        yield path.stem, given.records[0]
    for position, record in enumerate(given.records, start=1):
        if len(given.records) > 1:
            yield f"{path.stem} {position}, {kind_name(record.kind)}", record


def _write(page: Path, comparison: "Comparison", before: Path, after: Path) -> None:
    from sbp.errors import OutputError
    from sbp.workshop.compare_page import compare_page

    try:
        page.write_text(compare_page(comparison, str(before), str(after)), encoding="utf-8", newline="\n")
    except OSError as problem:
        raise OutputError(f"{page} cannot be written: {problem.strerror or 'writing failed'}.") from None


def _print(comparison: "Comparison") -> None:
    from sbp.cli.under import console

    out = console()
    _print_lost(out, comparison)
    for pair in comparison.pairs:
        _print_pair(out, pair)
    _print_tallies(out, "What the tool no longer asks", comparison.gone)
    _print_tallies(out, "What it still asks, or asks now", comparison.left)
    _print_tallies(out, "What there is more of", comparison.gained)


def _print_lost(out: "Console", comparison: "Comparison") -> None:
    from rich.padding import Padding

    from sbp.cli.under import visible
    from sbp.workshop.lost import TITLES

    out.print(comparison.said, style="bold")
    if comparison.lost or comparison.fewer:
        out.print(
            "Look for these first. Leaving out a need, a risk or an amount is a harm; the tool may have missed it."
        )
    else:
        out.print("No need, risk or amount of the first was missed in the second.")
    for kind, title in TITLES.items():
        here = [one for one in comparison.lost if one.kind == kind]
        if here:
            out.print(f"\n{title}", style="bold yellow")
        for one in here:
            out.print(Padding(one.what, (0, 0, 0, 2)), markup=False)
            if one.sentence:
                out.print(Padding(f"“{visible(one.sentence)}”", (0, 0, 0, 4)), style="dim", markup=False)
    _print_tallies(out, "What there is less of", comparison.fewer)


def _print_pair(out: "Console", pair: "Pair") -> None:
    from rich import box
    from rich.table import Table

    from sbp.cli.under import visible

    table = Table(box=box.SIMPLE_HEAD, expand=True, show_lines=True, title_justify="left", title_style="bold")
    table.title = f"{visible(pair.name)}: what was said, and what it became"
    for heading, ratio in (("Where", 1), ("Before", 2), ("After", 2)):
        table.add_column(heading, ratio=ratio, overflow="fold")
    for row in pair.rows:
        table.add_row(visible(row.place), _cell(row.before), _cell(row.after))
    out.print()
    if pair.rows:
        out.print(table)
    if not pair.is_whole:
        out.print("This record stands in only one of the two.")
    if pair.same:
        out.print(f"{pair.same} {'place holds' if pair.same == 1 else 'places hold'} the same words in both.")


def _cell(entries: "tuple[Said, ...]") -> "Text":
    from rich.text import Text

    from sbp.cli.under import visible

    cell = Text("nothing written", style="dim") if not entries else Text()
    for number, said in enumerate(entries):
        cell.append("\n" if number else "")
        if said.speaker != "worker":
            cell.append(f"{visible(said.speaker)}: ", style="dim")
        for words, message in said.pieces:
            cell.append(visible(words), style="underline yellow" if message else "")
    return cell


def _print_tallies(out: "Console", title: str, tallies: "tuple[Tally, ...]") -> None:
    if tallies:
        out.print(f"\n{title}", style="bold")
    for one in tallies:
        out.print(f"  {one.before:>3} → {one.after:<3}  {one.title}", markup=False, highlight=False)
