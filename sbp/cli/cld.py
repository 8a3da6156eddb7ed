"""`sbp cld`: whether a file of Client Level Data holds what it should, in the labels it should."""

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sbp.cld import ClientLevelData, Problem, Supported
    from sbp.records import Record


@click.command(short_help="Check Client Level Data.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--forms", type=click.Path(path_type=Path), metavar="EXPORT", help="Forms to fill it from.")
@click.option("--mapping", type=click.Path(path_type=Path), metavar="FILE", help="The mapping of the forms.")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), metavar="DIR", help="Write the rows in Release 2 labels here."
)
def cld(file: Path, forms: Path | None, mapping: Path | None, out: Path | None) -> None:
    """Check FILE, Client Level Data of Release 1 or 2, against the code lists and the public rules.

    With -o, cld-release-2.csv holds what the file, and the forms if given, support in Release 2 labels, and
    cld-problems.csv each cell that is not as it should be. Fields that nothing supports are listed.
    """
    from sbp.cld import counted, open_cld, supported

    found = open_cld(file)
    problems = found.problems
    click.echo(f"Read {len(found.events):,} rows.", err=True)
    for problem, count in counted(problems):
        where = f"{problem.field}: " if problem.field else ""
        click.echo(f"{count:>7,}  {where}{problem.sentence} First in {_place(problem, found)}.")
    click.echo(
        "Nothing is wrong that can be checked." if not problems else f"{len(problems):,} cells in all.", err=True
    )
    if found.unknown:
        click.echo(f"Columns of neither release: {', '.join(found.unknown)}.", err=True)
    records = _records(forms, mapping) if forms else ()
    written = supported(found.events, records)
    if forms:
        click.echo(f"{written.from_forms:,} completed assessments and reviews stand only in the forms.", err=True)
    if written.never:
        click.echo(f"Fields that nothing here supports: {', '.join(written.never)}.", err=True)
    if out:
        _write(out, found, written)


def _place(problem: "Problem", found: "ClientLevelData") -> str:
    row = f"row {problem.row:,}"
    return row if problem.file == found.file else f"{problem.file}, {row}"


def _records(forms: Path, mapping: Path | None) -> "tuple[Record, ...]":
    from sbp.build import build
    from sbp.drafted import mapping_of
    from sbp.readers import open_export

    how, _ = mapping_of(forms, mapping)
    export = open_export(forms)
    how.check_columns(export.columns, export.file)
    return build(export.rows, how).records


def _write(out: Path, found: "ClientLevelData", written: "Supported") -> None:
    from sbp.cld.fields import fields
    from sbp.errors import OutputError
    from sbp.reports.tables import safe

    tables: dict[str, list[list[object]]] = {
        "cld-release-2.csv": [
            list(fields()),
            *([safe(row.get(name, "")) for name in fields()] for row in written.rows),
        ],
        "cld-problems.csv": [
            ["File", "Row", "Field", "What is wrong"],
            *([p.file, p.row, p.field, p.sentence] for p in found.problems),
        ],
    }
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, rows in tables.items():
            with (out / name).open("w", encoding="utf-8-sig", newline="") as handle:
                csv.writer(handle).writerows(rows)
            click.echo(out / name)
    except OSError as problem:
        raise OutputError(
            f"The folder {out} cannot be written to: {problem.strerror}. Choose another with -o."
        ) from None
