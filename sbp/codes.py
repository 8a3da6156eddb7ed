"""Code lists: the values that a coded field may hold, with their sources, from `schemas/codes/`."""

from functools import cache
from typing import Any

from sbp import bundled
from sbp.yaml import read_yaml


def code_values(name: str) -> tuple[str, ...]:
    """The values of a code list that a record may hold: slugs, or for Client Level Data the label text."""
    items = code_list(name)["items"]
    return tuple(item["label"] if name.startswith("cld_") else item["slug"] for item in items)


@cache
def code_list(name: str) -> Any:
    """A code list with its source, dates and references, from `schemas/codes/`."""
    return read_yaml(bundled.path("schemas") / "codes" / f"{name}.yaml")
