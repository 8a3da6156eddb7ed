"""`sbp forum`: what is around a sitting of the Validation Forum. One file a command, and one line in `COMMANDS`."""

from importlib import import_module

import click

COMMANDS: dict[str, str] = {
    "agreement": "sbp.cli.forum.agreement",
    "decide": "sbp.cli.forum.decide",
    "highlights": "sbp.cli.forum.highlights",
    "log": "sbp.cli.forum.log",
    "pack": "sbp.cli.forum.pack",
    "sample": "sbp.cli.forum.sample",
    "sheet": "sbp.cli.forum.sheet",
}


class ForumCommands(click.Group):
    """The commands of `COMMANDS`, each imported on first use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of all commands, in alphabetical order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command, or say that there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=ForumCommands)
def forum() -> None:
    """Around a sitting of the Forum: workbook, agenda pack, decisions, log, highlights, reading together.

    DIR is the Forum's folder: that of an audit, or one of its own. Sittings and readings are kept there in
    forum.duckdb, which an audit never touches.
    """
