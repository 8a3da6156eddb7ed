"""House rules as an option: folders of rules besides those that come with `sbp`."""

from pathlib import Path

import click

house_rules = click.option(
    "--rules",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="House rules, besides ours.",
)
