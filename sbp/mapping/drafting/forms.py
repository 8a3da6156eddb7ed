"""Which kind of record a form is, by its name."""

from collections.abc import Mapping

from sbp.mapping.drafting.shapes import Shape
from sbp.mapping.drafting.words import known_names, likeness, words


def kind_of_form(name: str) -> str:
    """The kind of record that a form's name speaks of; empty when it speaks of none."""
    mine = {*words(name)}
    for line in known_names()["kinds"]:
        if any({part for word in wanted for part in words(word)} <= mine for wanted in line["words"]):
            kind: str = line["kind"]
            return kind
    return ""


def kind_column(shapes: Mapping[str, Shape], taken: set[str]) -> tuple[str, float]:
    """The column whose cells are names of forms that are known, and how surely; nothing when there is none."""
    known = known_names()["columns"]["kind"]
    scores = {}
    for column, shape in shapes.items():
        if column in taken or not shape.names or not shape.filled:
            continue
        told = sum(count for name, count in shape.names.items() if kind_of_form(name)) / shape.filled
        is_repeated = len(shape.names) < max(2, shape.filled / 2) or column.startswith("(")
        scores[column] = told * (0.6 + 0.4 * likeness(column, known)) if is_repeated else 0.0
    best = max(scores, key=lambda column: scores[column], default="")
    return (best, scores[best]) if best and scores[best] > 0.3 else ("", 0.0)
