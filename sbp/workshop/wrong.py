"""Where the tool is wrong: short cases it flags wrongly or misses, kept on purpose, with what to talk about."""

from pathlib import Path
from typing import Any, Final, Literal

from attrs import field, frozen

from sbp import bundled
from sbp.workshop.shape import TEXT, closed, read_shaped, texts

FOLDER: Final = "where-the-tool-is-wrong"


@frozen(kw_only=True)
class WrongCase:
    """A passage, and in what way the tool is wrong about it.

    `wrong` is *flagged* when `words` are met by `rule` and should not be, and *missed* when `words` should be talked
    about and nothing meets them.
    """

    id: str
    title: str
    text: str = field(repr=False)
    heading: str
    record_type: str
    name: str
    pronouns: str
    wrong: Literal["flagged", "missed"]
    words: str
    rule: str
    why: str
    discuss: tuple[str, ...]


def wrong_cases() -> tuple[WrongCase, ...]:
    """All cases, in the order of their file. Raises `WorkshopError` when the file cannot be used."""
    return read_wrong_cases(bundled.path("examples") / FOLDER / "cases.yaml")


def read_wrong_cases(path: Path) -> tuple[WrongCase, ...]:
    """The cases of one file. Raises `WorkshopError`, naming the place, when it cannot be used."""
    defaults = {"heading": "", "record_type": "case_note", "name": "", "pronouns": "", "rule": ""}
    return tuple(
        WrongCase(**{**defaults, **case, "discuss": tuple(case["discuss"])}) for case in read_shaped(path, _shape())
    )


def _shape() -> dict[str, Any]:
    case = {
        "id": TEXT,
        "title": TEXT,
        "text": TEXT,
        "heading": TEXT,
        "record_type": TEXT,
        "name": TEXT,
        "pronouns": TEXT,
        "wrong": {"enum": ["flagged", "missed"]},
        "words": TEXT,
        "rule": TEXT,
        "why": TEXT,
        "discuss": texts(),
    }
    return {
        "type": "array",
        "items": closed(case, "heading", "record_type", "name", "pronouns", "rule"),
        "minItems": 1,
    }
