"""Reading a mapping, and refusing a wrong one with file, key, what was wanted and the nearest name."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from sbp.codes import code_values
from sbp.errors import MappingError
from sbp.mapping.codes import known_codes, plain, yes_or_no
from sbp.mapping.mapping import ABOUT_ROWS, LEAVE_OUT, Answer, Layout, Mapping, kinds_of
from sbp.mapping.targets import Target, header_targets, targets
from sbp.near import near
from sbp.records import RECORDS
from sbp.shape import refusals
from sbp.yaml import read_yaml

DATES: Final = ("day-first", "month-first", "year-first")
SPLITS: Final = ("lines", "semicolons", "commas")
_ANSWERS: Final = {"long": "questions", "wide": "answers"}
_WANTED: Final = {"long": ("id", "person.id", "question", "answer"), "wide": ("id", "person.id"), "records": ()}


def load_mapping(path: Path) -> Mapping:
    """Read a mapping from YAML.

    Raises `MappingError`, naming file and key, when it does not say how an export is to be read.
    """
    return mapping_from(read_yaml(path, MappingError), str(path))


def mapping_from(raw: Any, file: str) -> Mapping:
    """A mapping from plain data. `file` is what sentences about it call it.

    Raises `MappingError`, naming file and key, when it does not say how an export is to be read.
    """
    data = _plain_keys(raw)
    for sentence in refusals(data, _shape()):
        raise MappingError(f"{file}: {sentence}")
    mapping = _mapping(file, data)
    for sentence in _sense_faults(mapping, data):
        raise MappingError(f"{file}: {sentence}")
    return mapping


def _mapping(file: str, data: dict[str, Any]) -> Mapping:
    layout: Layout = data["layout"]
    answers = data.get(_ANSWERS.get(layout, ""), {})
    return Mapping(
        file=file,
        layout=layout,
        dates=data.get("dates", "day-first"),
        columns=data.get("columns", {}),
        kinds=data.get("kinds", {}),
        record=data.get("record", ""),
        answers={code: Answer(**{**said, "kinds": tuple(said.get("kinds", ()))}) for code, said in answers.items()},
        values={
            field: {plain(ours): str(value) for ours, value in said.items()}
            for field, said in data.get("values", {}).items()
        },
    )


def _plain_keys(data: Any) -> Any:
    """Codes and column names as text, and `CODE: field` written out as `CODE: {field: field}`."""
    if isinstance(data, dict):
        data = {str(key): _plain_keys(value) for key, value in data.items()}
        for name in _ANSWERS.values():
            if isinstance(data.get(name), dict):
                data[name] = {
                    code: {"field": said} if isinstance(said, str) else said for code, said in data[name].items()
                }
        if isinstance(data.get("columns"), dict):
            data["columns"] = {k: str(v) if isinstance(v, int) else v for k, v in data["columns"].items()}
    return data


@cache
def _shape() -> dict[str, Any]:
    """The JSON Schema of a mapping, its names taken from the classes of the records."""
    text = {"type": "string", "minLength": 1}
    kinds = {"enum": sorted(RECORDS)}
    answer = {
        "field": {"enum": sorted({name for kind in RECORDS for name in targets(kind)}), "examples": ["sections"]},
        "heading": text,
        "speaker": {"enum": list(code_values("speakers"))},
        "split": {"enum": list(SPLITS)},
        "kinds": {"type": "array", "items": kinds, "minItems": 1},
    }
    answers = {"type": "object", "additionalProperties": _object(answer, required=("field",)), "minProperties": 1}
    columns = dict.fromkeys((*header_targets(), *ABOUT_ROWS), text)
    values = {name: {"type": "object"} for name, target in _all_targets().items() if target.shape in ("code", "yes-no")}
    names = {
        "layout": {"enum": ["long", "wide", "records"], "examples": ["long"]},
        "dates": {"enum": list(DATES)},
        "columns": _object(columns),
        "kinds": {
            "type": "object",
            "additionalProperties": {"enum": [*sorted(RECORDS), LEAVE_OUT]},
            "minProperties": 1,
        },
        "record": kinds,
        "questions": answers,
        "answers": answers,
        "values": _object(values),
    }
    return _object(names, required=("layout",))


def _object(properties: dict[str, Any], required: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _all_targets() -> dict[str, Target]:
    return {**header_targets(), **{name: target for kind in RECORDS for name, target in targets(kind).items()}}


def _sense_faults(mapping: Mapping, data: dict[str, Any]) -> Iterator[str]:
    yield from _layout_faults(mapping, data)
    for code, answer in mapping.answers.items():
        yield from _answer_faults(mapping, f"{_ANSWERS[mapping.layout]}.{code}", answer)
    for field, said in mapping.values.items():
        yield from _value_faults(field, said)


def _layout_faults(mapping: Mapping, data: dict[str, Any]) -> Iterator[str]:
    layout = mapping.layout
    for name in _WANTED[layout]:
        if name not in mapping.columns:
            yield f"'columns' has no '{name}', which a {layout} export needs. Write '{name}: ' and its column's name."
    for other, name in _ANSWERS.items():
        if name in data and other != layout:
            yield f"'{name}' belongs to a {other} export, and the layout is {layout}."
    if layout == "records":
        return
    if layout == "wide" and not mapping.answers:
        yield "a wide export needs 'answers': for each column with text, the field it goes to."
    if bool(mapping.kinds) == bool(mapping.record):
        given = "both are there" if mapping.record else "neither is there yet"
        yield f"say either 'record', when every row is the same kind, or 'kinds', with what each form is: {given}."
    if bool(mapping.kinds) != ("kind" in mapping.columns):
        yield "'kinds' says what each form is, and 'kind' under 'columns' names the column of the form: give both."


def _answer_faults(mapping: Mapping, where: str, answer: Answer) -> Iterator[str]:
    found = [target for kind in kinds_of(mapping) if (target := mapping.target(answer, kind))]
    if not found:
        kinds = ", ".join(kinds_of(mapping)) or "none"
        yield f"'{where}' goes to '{answer.field}', which no kind of record in this export has (they are: {kinds})."
    for target in found:
        if answer.split and not (target.is_list or target.words_is_list) and target.shape != "section":
            yield f"'{where}' is to be split, and '{answer.field}' holds only one. Leave 'split' out."
        if answer.speaker != "worker" and target.shape not in ("entry", "section"):
            yield f"'{where}' has a speaker, and '{answer.field}' does not hold anybody's words. Leave 'speaker' out."
        if not target.part_is_list:
            for need in target.needs:
                if not any(other.field == f"{target.part}.{need}" for other in mapping.answers.values()):
                    yield (
                        f"'{where}' goes to '{answer.field}', which cannot stand without '{target.part}.{need}', and "
                        f"nothing goes there. Map a question to '{target.part}.{need}', or write 'field: sections'."
                    )


def _value_faults(field: str, said: Any) -> Iterator[str]:
    target = _all_targets()[field]
    for value in said.values():
        if target.shape == "code" and plain(value) not in known_codes(target.codes):
            options = code_values(target.codes)
            yield f"'values.{field}' gives '{value}'.{near(value, options)} It should be one of: {'; '.join(options)}."
        if target.shape == "yes-no" and yes_or_no(value) is None:
            yield f"'values.{field}' gives '{value}'. It should be yes or no."
