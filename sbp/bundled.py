"""Where the rules, schemas and examples that come with `sbp` lie: inside an installed wheel, or beside a checkout."""

from pathlib import Path

from sbp.errors import SbpError

_PACKAGE = Path(__file__).parent


def path(name: str) -> Path:
    """Give the folder `rules`, `schemas` or `examples`.

    Raises `SbpError` when the installation is incomplete.
    """
    for place in (_PACKAGE / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise SbpError(f"The folder '{name}' that comes with sbp is missing. Install strengths-based-practice again.")
