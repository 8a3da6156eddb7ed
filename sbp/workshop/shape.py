"""What is wrong with a small YAML file that was written by hand, as one sentence with the place and what was wanted."""

from pathlib import Path
from typing import Any, Final

from sbp.errors import WorkshopError
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
    import jsonschema

    data = read_yaml(path, WorkshopError)
    found = jsonschema.Draft202012Validator(schema).iter_errors(data)
    for error in sorted(found, key=lambda error: error.validator != "additionalProperties"):
        raise WorkshopError(f"{path}: {_sentence(error)}")
    return data


def _sentence(error: Any) -> str:
    where = ".".join(str(part + 1 if isinstance(part, int) else part) for part in error.absolute_path)
    at = f"'{where}'" if where else "the file"
    match error.validator:
        case "additionalProperties":
            known = error.schema["properties"]
            name = next(name for name in error.instance if name not in known)
            return f"{at} has '{name}', which is not known here. Known are: {', '.join(known)}."
        case "required":
            return f"{at} has no '{next(name for name in error.validator_value if name not in error.instance)}'."
        case "enum" | "const":
            wanted = error.validator_value if error.validator == "enum" else [error.validator_value]
            return f"{at} should be {' or '.join(str(one) for one in wanted)}."
        case "type":
            return f"{at} should be {_TYPES.get(error.validator_value, 'another type of value')}."
        case _:
            return f"{at} should not be empty, or holds too little."


_TYPES: Final = {
    "object": "names with values, one a line",
    "string": "text",
    "array": "a list, each line beginning with a dash",
    "integer": "a whole number",
}
