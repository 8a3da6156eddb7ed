"""How a field of a record is declared: once, with its sentence, unit and statutory reference."""

from typing import Any

import attrs


def about(
    sentence: str,
    *,
    unit: str = "",
    ref: str = "",
    codes: str = "",
    least: int | None = None,
    shown: bool = False,
    default: Any = attrs.NOTHING,
) -> Any:
    """Declare a field. The sentence becomes the schema's description, the reference page and the mapping help.

    `codes` names a list in `schemas/codes/`; `least` is the smallest number allowed.
    A field is kept out of `repr` unless `shown`: it may hold words about a person.
    """
    metadata = {"about": sentence, "unit": unit, "ref": ref, "codes": codes, "least": least}
    return attrs.field(default=default, repr=shown, metadata=metadata)
