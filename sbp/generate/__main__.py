"""`python -m sbp.generate [--check]`, run in a checkout."""

import sys
from pathlib import Path

import click

from sbp import generate

_CHECKOUT = Path(generate.__file__).parents[2]


@click.command()
@click.option("--check", is_flag=True, help="Change nothing; name what is out of date and leave with exit code 1.")
def main(check: bool) -> None:
    """Write `schemas/*.schema.json` and `docs/reference/` from the code and the data."""
    if not check:
        for path in generate.write(_CHECKOUT):
            click.echo(f"wrote {path.as_posix()}", err=True)
        return
    stale = generate.stale(_CHECKOUT)
    for path in stale:
        click.echo(f"{path.as_posix()} is out of date. Run: python -m sbp.generate", err=True)
    sys.exit(1 if stale else 0)


main()
