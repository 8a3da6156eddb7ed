"""Code lists: the values that a coded field may hold, with their sources, from `schemas/codes/`."""

from functools import cache
from typing import Any

from sbp import bundled
from sbp.yaml import read_yaml


def code_values(name: str) -> tuple[str, ...]:
    """The values of a code list that a record may hold: slugs, or for Client Level Data the label text."""
    items = code_list(name)["items"]
    return tuple(item["label"] if name.startswith("cld_") else item["slug"] for item in items)


def labels_of(name: str) -> dict[str, str]:
    """The labels of a code list by its slugs, in its order."""
    return {str(item["slug"]): str(item["label"]) for item in code_list(name)["items"]}


def code_names() -> tuple[str, ...]:
    """The names of all code lists."""
    return tuple(sorted(path.stem for path in (bundled.path("schemas") / "codes").glob("*.yaml")))


@cache
def code_list(name: str) -> Any:
    """A code list with its source, dates and references, from `schemas/codes/`."""
    return read_yaml(bundled.path("schemas") / "codes" / f"{name}.yaml")
