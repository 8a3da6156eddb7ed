"""The reference page of the command line, as `--help` tells it."""

import click

from sbp.cli import sbp
from sbp.generate.markdown import page


def commands_page() -> str:
    """The command `sbp`, then each of its commands and theirs."""
    return page("Command line", *(_part(name, command) for name, command in all_commands()))


def all_commands() -> list[tuple[str, click.Command]]:
    """Every command with the words that call it, `sbp` first."""
    return list(_walk("sbp", sbp))


def _walk(name: str, command: click.Command) -> list[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        return [(name, command)]
    context = click.Context(command, info_name=name)
    inner = [(part, command.get_command(context, part)) for part in command.list_commands(context)]
    return [(name, command), *(found for part, sub in inner if sub for found in _walk(f"{name} {part}", sub))]


def _part(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=name, max_content_width=100, terminal_width=100)
    lines = command.get_help(context).splitlines()
    text = "\n".join(line.rstrip() for line in lines)
    return f"## `{name}`\n\n```text\n{text}\n```"
