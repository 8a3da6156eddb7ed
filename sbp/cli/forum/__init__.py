"""`sbp forum`: what is around a sitting of the Validation Forum. One file a command, and one line in `COMMANDS`."""

import click

from sbp.cli import Commands

COMMANDS: dict[str, str] = {
    "agreement": "sbp.cli.forum.agreement",
    "decide": "sbp.cli.forum.decide",
    "highlights": "sbp.cli.forum.highlights",
    "log": "sbp.cli.forum.log",
    "pack": "sbp.cli.forum.pack",
    "sample": "sbp.cli.forum.sample",
    "sheet": "sbp.cli.forum.sheet",
}


@click.group(cls=Commands, table=COMMANDS, short_help="Before, at and after a sitting of the Forum.")
def forum() -> None:
    """Around a sitting of the Forum: workbook, agenda pack, decisions, log, highlights, reading together.

    DIR is the Forum's folder: that of an audit, or one of its own. Sittings and readings are kept there in
    forum.duckdb, which an audit never touches.
    """
