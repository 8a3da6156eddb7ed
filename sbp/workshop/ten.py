"""Records that a whole room reads, with the questions each is read for. Ten, mostly: an hour holds no more."""

from pathlib import Path
from typing import Any

from attrs import field, frozen

from sbp.errors import WorkshopError
from sbp.workshop.shape import TEXT, closed, read_shaped, texts


@frozen(kw_only=True)
class Question:
    """What readers answer of each record, with one of `marks`. `help` says when to answer what."""

    id: str
    question: str
    help: str
    marks: tuple[str, ...]


@frozen(kw_only=True)
class ShortRecord:
    """A record short enough to be read aloud, and what to talk about when readers differ."""

    id: str
    title: str
    text: str = field(repr=False)
    talk: str


@frozen(kw_only=True)
class Reading:
    """The records and the questions of one exercise."""

    questions: tuple[Question, ...]
    records: tuple[ShortRecord, ...]


def load_reading(path: Path) -> Reading:
    """Read the records and questions of an exercise.

    Raises `WorkshopError`, naming file and place, when they cannot be used.
    """
    data = read_shaped(path, _shape())
    reading = Reading(
        questions=tuple(Question(**{**one, "marks": tuple(one["marks"])}) for one in data["questions"]),
        records=tuple(ShortRecord(**one) for one in data["records"]),
    )
    for what in (reading.questions, reading.records):
        ids = [one.id for one in what]
        if len(set(ids)) < len(ids):
            raise WorkshopError(f"{path}: each id may stand only once.")
    return reading


def _shape() -> dict[str, Any]:
    question = closed({"id": TEXT, "question": TEXT, "help": TEXT, "marks": texts(2)})
    record = closed({"id": TEXT, "title": TEXT, "text": TEXT, "talk": TEXT})
    return closed(
        {
            "questions": {"type": "array", "items": question, "minItems": 1},
            "records": {"type": "array", "items": record, "minItems": 2},
        }
    )
