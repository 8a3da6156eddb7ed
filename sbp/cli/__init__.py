"""The command line. To add a command, write its file and one line in `COMMANDS`.

A command's module holds a click command of the same name; it is imported only when it is wanted.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

COMMANDS: dict[str, str] = {
    "audit": "sbp.cli.audit",
    "check": "sbp.cli.check",
    "cld": "sbp.cli.cld",
    "compare": "sbp.cli.compare",
    "erase": "sbp.cli.erase",
    "explain": "sbp.cli.explain",
    "forum": "sbp.cli.forum",
    "map": "sbp.cli.map",
    "report": "sbp.cli.report",
    "rules": "sbp.cli.rules",
    "schema": "sbp.cli.schema",
    "workshop": "sbp.cli.workshop",
}


class Commands(click.Group):
    """The commands of a table (name to module), each imported on first use."""

    def __init__(self, *args: Any, table: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of all commands, in alphabetical order."""
        return sorted(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command, or say that there is none of this name."""
        if cmd_name not in self.table:
            return None
        command = getattr(import_module(self.table[cmd_name]), cmd_name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=Commands, table=COMMANDS)
@click.version_option(package_name="strengths-based-practice", prog_name="sbp")
def sbp() -> None:
    """Strengths-based recording: check words, audit an export, read what a rule says.

    Results go to standard output, everything else to standard error.

    \b
    Exit codes:
      0  done
      1  could not be done; one sentence says why
      2  the command was wrong
      3  done, and there are findings at or above --fail-on
    """


def main() -> None:
    """Run the command that was typed, and leave with its exit code."""
    import gc
    import sys

    from sbp.cli.running import run

    # Rules and records are many small objects and hardly a cycle: looking for one every 700 takes a sixth of the time.
    gc.set_threshold(20_000)

    sys.exit(run(sys.argv[1:]))
