"""A pack with everything it asks for: passages and what the tool says of them, changes, cases, records to read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from attrs import field, frozen

from sbp import bundled
from sbp.casefile import gather
from sbp.engine import Checker, check
from sbp.errors import WorkshopError
from sbp.findings import Finding
from sbp.forum.names import kind_name
from sbp.records import Prose, Record, prose
from sbp.rules import RuleSet
from sbp.workshop.pack import Pack, Step
from sbp.workshop.rows import called, place_of
from sbp.workshop.ten import Reading, load_reading
from sbp.workshop.worked import STATUS, Change, WorkedExample, load_example
from sbp.workshop.wrong import WrongCase, wrong_cases

SPEAKERS: Final = {"worker": "The worker", "carer": "The carer", "other": "Somebody else"}


@frozen(kw_only=True)
class Asked:
    """One thing the tool says of a passage; `start` and `end` are code points of its text."""

    start: int
    end: int
    words: str = field(repr=False)
    title: str
    message: str
    instead: tuple[str, ...]
    ask: str
    source: str


@frozen(kw_only=True)
class Passage:
    """Some words of a record: where they stand, who speaks, and what the tool says of them."""

    id: str
    place: str
    speaker: str
    text: str = field(repr=False)
    asked: tuple[Asked, ...]


@frozen(kw_only=True)
class Argued:
    """A case where the tool is wrong, and what the tool says of it."""

    case: WrongCase
    passage: Passage


@frozen(kw_only=True)
class Part:
    """A step of the workshop with what it shows. `starts` is the minute it begins."""

    number: int
    starts: int
    step: Step
    example: WorkedExample | None
    of_record: str
    passages: tuple[Passage, ...]
    changes: tuple[Change, ...]
    discuss: tuple[str, ...]
    argued: tuple[Argued, ...]
    reading: Reading | None


@frozen(kw_only=True)
class Workshop:
    """A pack and its parts, ready to be written as a page or on paper."""

    pack: Pack
    parts: tuple[Part, ...]
    status: str = STATUS

    @property
    def reading(self) -> Reading | None:
        """The records that are read together, where a part has some."""
        return next((part.reading for part in self.parts if part.reading), None)


def workshop(pack: Pack, rules: RuleSet) -> Workshop:
    """Put a workshop together.

    Raises `WorkshopError`, naming pack and step, when something it asks for is not there.
    """
    made: list[Part] = []
    starts = 0
    for number, step in enumerate(pack.steps, start=1):
        try:
            made.append(_part(number, starts, step, pack, rules))
        except WorkshopError as problem:
            raise WorkshopError(f"{pack.path}, step {number}: {problem}") from None
        starts += step.minutes
    return Workshop(pack=pack, parts=tuple(made))


def _part(number: int, starts: int, step: Step, pack: Pack, rules: RuleSet) -> Part:
    example = _example(step.example, pack.path) if step.example else None
    reading = load_reading(pack.path.parent / step.records) if step.records else None
    return Part(
        number=number,
        starts=starts,
        step=step,
        example=example,
        of_record=_of_record(step, example) if example else "",
        passages=tuple(_read(number, reading, rules) if reading else _passages(number, step, example, rules)),
        changes=tuple(_change(about, example) for about in step.changes),
        discuss=tuple(_point(at, example) for at in step.discuss),
        argued=tuple(_argued(number, step, rules)),
        reading=reading,
    )


def _example(name: str, pack: Path) -> WorkedExample:
    """A worked example by the name of its folder: one that comes with `sbp`, or one beside the pack."""
    for folder in (bundled.path("examples") / name, pack.parent / name):
        if folder.is_dir():
            return load_example(folder)
    raise WorkshopError(f"there is no worked example '{name}'.")


def _of_record(step: Step, example: WorkedExample) -> str:
    """Whose record is shown, and which where its passages are."""
    if not step.passages:
        return example.title
    return f"{example.title}: {kind_name(_told(step, example)[_named(step, example)].kind)}"


def _told(step: Step, example: WorkedExample) -> dict[str, Record]:
    return example.before if step.telling == "before" else example.after


def _named(step: Step, example: WorkedExample) -> str:
    told = _told(step, example)
    if step.record not in told:
        raise WorkshopError(f"{example.name} has no record '{step.record}'. It has: {', '.join(told)}.")
    return step.record


def _read(number: int, reading: Reading, rules: RuleSet) -> Iterator[Passage]:
    """The short records of a reading, each with what the tool says of it."""
    checker = Checker(rules)
    for position, record in enumerate(reading.records, start=1):
        asked = _asked(checker.check_text(record.text), rules)
        yield Passage(id=f"s{number}p{position}", place=record.title, speaker="", text=record.text, asked=asked)


def _passages(number: int, step: Step, example: WorkedExample | None, rules: RuleSet) -> Iterator[Passage]:
    if example is None or not step.passages:
        return
    record = _told(step, example)[_named(step, example)]
    [checked] = [check(case_file, rules) for case_file in gather([record])]
    for position, opening in enumerate(step.passages, start=1):
        item = next((one for one in prose(record) if one.entry.text.startswith(opening)), None)
        if item is None:
            raise WorkshopError(f"no passage of {example.name}, {step.telling}, {step.record} begins “{opening}”.")
        yield _passage(f"s{number}p{position}", item, record, checked.findings, rules)


def _passage(ident: str, item: Prose, record: Record, findings: tuple[Finding, ...], rules: RuleSet) -> Passage:
    person = record.header.person
    speaker = item.entry.said_by or SPEAKERS.get(item.entry.speaker, called(person))
    here = [one for one in findings if one.place.field == item.pointer and one.level != "note" and one.quote]
    return Passage(
        id=ident,
        place=place_of(item, record),
        speaker=speaker,
        text=item.entry.text,
        asked=_asked(here, rules),
    )


def _asked(findings: list[Finding], rules: RuleSet) -> tuple[Asked, ...]:
    return tuple(
        Asked(
            start=one.place.start,
            end=one.place.end,
            words=one.quote,
            title=rules.rule(one.rule).title,
            message=one.message,
            instead=one.instead,
            ask=one.ask,
            source=one.source,
        )
        for one in findings
    )


def _change(about: str, example: WorkedExample | None) -> Change:
    if example is None:
        raise WorkshopError("'changes' needs an 'example'.")
    found = next((change for change in example.changes if change.about == about), None)
    if found is None:
        known = ", ".join(change.about for change in example.changes)
        raise WorkshopError(f"the notes of {example.name} have no change about '{about}'. They have: {known}.")
    return found


def _point(at: int, example: WorkedExample | None) -> str:
    if example is None:
        raise WorkshopError("'discuss' needs an 'example'.")
    if at > len(example.discuss):
        raise WorkshopError(f"the notes of {example.name} have {len(example.discuss)} points to talk about, not {at}.")
    return example.discuss[at - 1]


def _argued(number: int, step: Step, rules: RuleSet) -> Iterator[Argued]:
    if not step.cases:
        return
    known = {case.id: case for case in wrong_cases()}
    checker = Checker(rules)
    for position, wanted in enumerate(step.cases, start=1):
        if wanted not in known:
            raise WorkshopError(f"there is no case '{wanted}' where the tool is wrong. There are: {', '.join(known)}.")
        case = known[wanted]
        person = {"name": case.name, "pronouns": case.pronouns}
        found = checker.check_text(case.text, section=case.heading, record_type=case.record_type, person=person)
        passage = Passage(
            id=f"s{number}p{position}", place=case.title, speaker="", text=case.text, asked=_asked(found, rules)
        )
        yield Argued(case=case, passage=passage)


def paragraphs(text: str) -> list[str]:
    """What a pack says, a paragraph each, without the line breaks of its file."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]
