"""What is wrong with the shape of a YAML file written by hand: the place, what was wanted, the nearest name."""

from collections.abc import Iterator
from typing import Any, Final

from sbp.near import near


def refusals(data: Any, schema: dict[str, Any], under: str = "") -> Iterator[str]:
    """A sentence for each thing that a JSON Schema does not allow, unknown names first.

    `under` is the key that the data stand under. Of a property, `description` says what its pattern wants, and the
    first of its `examples` is how it may be written. Places in lists are counted from 1.
    """
    if _fits(data, schema):
        return
    import jsonschema

    found = jsonschema.Draft202012Validator(schema).iter_errors(data)
    for error in sorted(found, key=lambda error: error.validator != "additionalProperties"):
        steps = (str(step + 1 if isinstance(step, int) else step) for step in error.absolute_path)
        yield from _sentences(error, ".".join([under, *steps] if under else steps))


def _fits(data: Any, schema: dict[str, Any]) -> bool:
    """Whether data fits a schema: told faster than what is wrong with it."""
    import jsonschema_rs

    try:
        return bool(jsonschema_rs.is_valid(schema, data))
    except ValueError:  # a key that is no text
        return False


def _sentences(error: Any, where: str) -> Iterator[str]:
    at, wanted = f"'{where}'" if where else "the file", error.validator_value
    match error.validator:
        case "additionalProperties":
            known = sorted(error.schema["properties"])
            for name in error.instance:
                if name not in known:
                    label = f"{where}.{name}" if where else name
                    yield f"'{label}' is not a name known here.{near(str(name), known)} Known are: {', '.join(known)}."
        case "required":
            missing = next(name for name in wanted if name not in error.instance)
            [example, *_] = error.schema["properties"][missing].get("examples", ["..."])
            yield f"{at} has no '{missing}'. Add a line such as '{missing}: {example}'."
        case "enum":
            yield f"{at} {_unknown(error.instance, wanted)}should be one of: {', '.join(map(str, wanted))}."
        case _:
            yield f"{at} should {_wanted(error.validator, wanted, error.schema)}."


def _wanted(keyword: str, value: Any, schema: dict[str, Any]) -> str:
    match keyword:
        case "const":
            return f"be “{value}”"
        case "type":
            return f"be {_TYPES[value]}"
        case "anyOf":
            return f"be {' or '.join(_TYPES[option['type']] for option in value)}"
        case "minItems" | "maxItems" if value != 1:
            return f"hold {value} or {'more' if keyword == 'minItems' else 'fewer'}"
        case "minimum":
            return f"be {value} or more"
        case "pattern":
            return str(schema["description"])
        case _:
            return "not be empty"


def _unknown(written: Any, options: list[Any]) -> str:
    """A word that is none of the options, with the nearest of them; nothing of a value that is no word."""
    return f"is '{written}'.{near(written, map(str, options))} It " if isinstance(written, str) else ""


_TYPES: Final = {
    "object": "names with values, one a line",
    "string": "text",
    "array": "a list, such as [review], or lines that begin with a dash",
    "integer": "a whole number",
    "boolean": "true or false",
}
