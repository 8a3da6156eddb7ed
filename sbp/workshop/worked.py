"""A worked example: one invented life told twice, with reasons for each change. The form: `examples/README.md`."""

import json
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from sbp import bundled
from sbp.codes import code_values
from sbp.errors import WorkshopError
from sbp.records import Record
from sbp.schema import Faults, load
from sbp.workshop.shape import TEXT, closed, read_shaped, texts

NOTES: Final = "notes.yaml"
STATUS: Final = "invented; not yet reviewed by people with lived experience"
TOLD: Final = ("assessment", "plan", "review")
"""The records every example has; others may stand beside them, such as a carer's assessment."""


@frozen(kw_only=True)
class Change:
    """What was said and what it became: both quoted from the records, with the reason and the law it serves."""

    about: str
    before: str
    after: str
    why: str
    law: str


@frozen(kw_only=True)
class Fact:
    """Something true of this life that neither telling may lose, and the words in which each tells it."""

    fact: str
    before: str
    after: str


@frozen(kw_only=True)
class WorkedExample:
    """One life. `before` and `after` hold the records by file name; `findings` the rules met before, by file name."""

    folder: Path
    title: str
    who: str
    status: str
    approach: str
    findings: dict[str, tuple[str, ...]]
    changes: tuple[Change, ...]
    facts: tuple[Fact, ...]
    discuss: tuple[str, ...]
    before: dict[str, Record]
    after: dict[str, Record]

    @property
    def name(self) -> str:
        """The name of its folder, by which a pack asks for it."""
        return self.folder.name


def worked_examples() -> list[Path]:
    """The folders of all worked examples that come with `sbp`, in alphabetical order."""
    return sorted(path.parent for path in bundled.path("examples").glob(f"*/{NOTES}"))


def load_example(folder: Path) -> WorkedExample:
    """Read one worked example.

    Raises `WorkshopError`, naming the file, when the notes or a record cannot be used.
    """
    notes = read_shaped(folder / NOTES, _shape())
    return WorkedExample(
        folder=folder,
        title=notes["title"],
        who=notes["who"],
        status=notes["status"],
        approach=notes["approach"],
        findings={name: tuple(rules) for name, rules in notes["findings"].items()},
        changes=tuple(Change(**change) for change in notes["changes"]),
        facts=tuple(Fact(**fact) for fact in notes["facts"]),
        discuss=tuple(notes["discuss"]),
        before=_told(folder / "before"),
        after=_told(folder / "after"),
    )


def _told(folder: Path) -> dict[str, Record]:
    """The records of one telling, the assessment first."""
    found = {path.stem: path for path in sorted(folder.glob("*.json"))}
    for name in TOLD:
        if name not in found:
            raise WorkshopError(f"{folder} has no {name}.json. A worked example needs {', '.join(TOLD)}.")
    names = [*TOLD, *(name for name in found if name not in TOLD)]
    return {name: _record(found[name]) for name in names}


def _record(path: Path) -> Record:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise WorkshopError(f"{path} is not JSON that can be read.") from None
    record = load(data)
    if isinstance(record, Faults):
        raise WorkshopError(f"{path}: {'; '.join(str(fault) for fault in record)}")
    return record


def _shape() -> dict[str, Any]:
    change = closed({"about": TEXT, "before": TEXT, "after": TEXT, "why": TEXT, "law": TEXT})
    fact = closed({"fact": TEXT, "before": TEXT, "after": TEXT})
    return closed(
        {
            "title": TEXT,
            "who": TEXT,
            "status": {"const": STATUS},
            "approach": {"enum": list(code_values("practice_approaches"))},
            "findings": {"type": "object", "additionalProperties": texts(0), "minProperties": len(TOLD)},
            "changes": {"type": "array", "items": change, "minItems": 6},
            "facts": {"type": "array", "items": fact, "minItems": 6},
            "discuss": texts(4),
        }
    )
