"""What somebody who reads records writes down: answers, whether findings fit, what the tool did not see."""

from datetime import date

from attrs import field, frozen


@frozen(kw_only=True)
class Answer:
    """One reader's answer to one question about one record. `tool` is what the tool says of it, where it says."""

    reader: str
    record_id: str
    person_id: str
    question: str
    answer: str
    tool: bool | None = None


@frozen(kw_only=True)
class Judged:
    """Whether a finding fits, in one reader's eyes; None where they are not sure."""

    reader: str
    record_id: str
    person_id: str
    rule: str
    field: str
    start: int
    end: int
    fits: bool | None


@frozen(kw_only=True)
class Missed:
    """Words one reader would have talked about, and the tool did not."""

    reader: str
    record_id: str
    person_id: str
    words: str = field(repr=False)


@frozen(kw_only=True)
class Note:
    """What one reader wrote about one record as a whole."""

    reader: str
    record_id: str
    person_id: str
    read_on: date | None = None
    with_practitioner: bool | None = None
    grade: str | None = None
    strengths: str = field(default="", repr=False)
    learning: str = field(default="", repr=False)
    actions: str = field(default="", repr=False)
    feedback_sought: bool | None = None


@frozen(kw_only=True)
class Readings:
    """All that was read, by anybody."""

    answers: tuple[Answer, ...] = field(default=(), repr=False)
    judged: tuple[Judged, ...] = field(default=(), repr=False)
    missed: tuple[Missed, ...] = field(default=(), repr=False)
    notes: tuple[Note, ...] = field(default=(), repr=False)
