"""The council's own tolerances: from a small YAML file to numbers, or a sentence that says what to put right."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from sbp.errors import ForumError
from sbp.near import near
from sbp.yaml import read_yaml

OURS: Final = Path(__file__).parent / "tolerances.yaml"
STANDARDS: Final = "standards"
"""The area whose measures are worse the lower they are."""

Tolerances = dict[str, dict[str, dict[str, float]]]


def read_tolerances(path: Path, measures: Mapping[str, Iterable[str]], standards: Iterable[str]) -> Tolerances:
    """The tolerances of a file, by area and measure, each with `amber` and `red`.

    Raises `ForumError` when a name is not known or its numbers cannot be used.
    """
    given = read_yaml(path, ForumError)
    if not isinstance(given, dict):
        raise ForumError(f"{path} does not say what the tolerances are. Copy what --show-tolerances prints.")
    known = {area: tuple(names) for area, names in measures.items()} | {STANDARDS: tuple(standards)}
    for area, limits in given.items():
        _check_name(path, str(area), tuple(known), "area")
        if not isinstance(limits, dict):
            raise ForumError(f"{path}: '{area}' should hold measures, each with amber and red.")
        for name, limit in limits.items():
            _check_name(path, str(name), known[area], f"measure of '{area}'")
            _check_numbers(path, str(name), limit, lower_is_worse=area == STANDARDS)
    return given


def _check_name(path: Path, name: str, names: tuple[str, ...], what: str) -> None:
    if name not in names:
        raise ForumError(f"{path}: '{name}' is no {what}.{near(name, names)} They are: {', '.join(names)}.")


def _check_numbers(path: Path, name: str, limit: Any, *, lower_is_worse: bool) -> None:
    if not isinstance(limit, dict) or set(limit) != {"amber", "red"} or not all(map(_is_number, limit.values())):
        raise ForumError(f"{path}: '{name}' should be two numbers: {{amber: 1, red: 5}}.")
    amber, red = limit["amber"], limit["red"]
    if (amber < red) if lower_is_worse else (red < amber):
        raise ForumError(f"{path}: '{name}': red is reached before amber. Change the two numbers round.")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
