"""A pack: the small file that says what a workshop is made of. How to write one: `docs/how-to/run-a-workshop.md`."""

from pathlib import Path
from typing import Any, Final

from attrs import frozen

from sbp import bundled
from sbp.errors import WorkshopError
from sbp.workshop.shape import TEXT, closed, read_shaped, texts

KINDS: Final = {
    "talk": "Talk",
    "read": "Read",
    "mark": "Mark words",
    "rewrite": "Write",
    "wrong": "Argue with the tool",
    "readings": "Read and compare",
}
"""What people do in a step: each is a word in the room and a kind in the file."""


@frozen(kw_only=True)
class Step:
    """One step of a workshop. What stands in `show` is for the room, in `run` and `answers` for the facilitator.

    `passages` are the first words of passages of `example`, and `changes` and `discuss` name what its notes hold.
    """

    kind: str
    title: str
    minutes: int
    show: str = ""
    run: str = ""
    questions: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    example: str = ""
    telling: str = "before"
    record: str = "assessment"
    passages: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    discuss: tuple[int, ...] = ()
    cases: tuple[str, ...] = ()
    records: str = ""


@frozen(kw_only=True)
class Pack:
    """A workshop: whom it is for, what it is to achieve, what to bring, and its steps."""

    path: Path
    title: str
    who_for: str
    minutes: int
    aims: tuple[str, ...]
    bring: tuple[str, ...]
    steps: tuple[Step, ...]


def ready_packs() -> dict[str, Path]:
    """The packs that come with `sbp`, by name."""
    return {path.stem: path for path in sorted((bundled.path("examples") / "workshops").glob("*.yaml"))}


def load_pack(wanted: str) -> Pack:
    """Read a pack, by the name of a ready one or by its file.

    Raises `WorkshopError`, naming file and place, when it cannot be used.
    """
    ready = ready_packs()
    path = ready.get(wanted, Path(wanted))
    if wanted not in ready and not path.exists():
        raise WorkshopError(f"There is no pack '{wanted}'. Give a file, or one of: {', '.join(ready)}.")
    data = read_shaped(path, _shape())
    steps = tuple(Step(**{name: _frozen(value) for name, value in step.items()}) for step in data.pop("steps"))
    pack = Pack(path=path, steps=steps, **{name: _frozen(value) for name, value in data.items()})
    total = sum(step.minutes for step in steps)
    if total != pack.minutes:
        raise WorkshopError(f"{path}: the steps take {total} minutes together, and 'minutes' says {pack.minutes}.")
    return pack


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _shape() -> dict[str, Any]:
    step = {
        "kind": {"enum": list(KINDS)},
        "title": TEXT,
        "minutes": {"type": "integer", "minimum": 1},
        "show": TEXT,
        "run": TEXT,
        "questions": texts(),
        "answers": texts(),
        "example": TEXT,
        "telling": {"enum": ["before", "after"]},
        "record": TEXT,
        "passages": texts(),
        "changes": texts(),
        "discuss": {"type": "array", "items": {"type": "integer", "minimum": 1}, "minItems": 1},
        "cases": texts(),
        "records": TEXT,
    }
    optional = [name for name in step if name not in ("kind", "title", "minutes", "run")]
    return closed(
        {
            "title": TEXT,
            "who_for": TEXT,
            "minutes": {"type": "integer", "minimum": 1},
            "aims": texts(),
            "bring": texts(),
            "steps": {"type": "array", "items": closed(step, *optional), "minItems": 1},
        }
    )
