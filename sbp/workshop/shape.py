"""The YAML files of workshops and worked examples, read and held against the shape they must have."""

from pathlib import Path
from typing import Any, Final

from sbp.errors import WorkshopError
from sbp.shape import refusals
from sbp.yaml import read_yaml

TEXT: Final = {"type": "string", "minLength": 1}


def texts(least: int = 1) -> dict[str, Any]:
    """The schema of a list of texts."""
    return {"type": "array", "items": TEXT, "minItems": least}


def closed(names: dict[str, Any], *optional: str) -> dict[str, Any]:
    """The schema of an object that has these names, all but the optional ones, and no others."""
    required = [name for name in names if name not in optional]
    return {"type": "object", "properties": names, "required": required, "additionalProperties": False}


def read_shaped(path: Path, schema: dict[str, Any]) -> Any:
    """Read a YAML file that must have the shape of a schema.

    Raises `WorkshopError`, naming file, place and what was wanted.
    """
    data = read_yaml(path, WorkshopError)
    for sentence in refusals(data, schema):
        raise WorkshopError(f"{path}: {sentence}")
    return data
