"""The paper of a workshop: a handout to write on, without answers, and notes for whoever runs it, with them."""

from collections.abc import Iterator
from typing import Final

from sbp.forum.names import counted
from sbp.workshop.material import Part, Passage, Workshop, paragraphs
from sbp.workshop.ten import Reading
from sbp.workshop.word import Paper

TOO_FEW: Final = (
    "Ten records show where people differ. They are too few to say how far people agree: agreement beyond chance, "
    "such as Krippendorff’s alpha, wants at least thirty records read by two or more, and better fifty."
)
_LINES: Final = 4
_FEW_LINES: Final = 2


def handout(made: Workshop) -> bytes:
    """The handout as a Word file: passages, questions and room to write. It holds no answers."""
    paper = Paper(made.pack.title)
    paper.text(f"Handout. The examples are {made.status}.")
    paper.text("Keep it or throw it away; nobody collects it.")
    for part in made.parts:
        paper.heading(f"{part.number}. {part.step.title}", 1)
        for paragraph in paragraphs(part.step.show):
            paper.text(paragraph, is_kept=True)
        _to_write_on(paper, part)
        if questions := (*part.step.questions, *part.discuss):
            paper.heading("To talk about", 2)
            paper.bullets(questions)
        if part.step.kind == "talk" and questions:
            paper.lines(_FEW_LINES)
    return paper.content()


def _to_write_on(paper: Paper, part: Part) -> None:
    for passage in part.passages if not part.reading else ():
        _passage(paper, passage, are_marked=False)
        if part.step.kind == "mark":
            paper.text("Words I would change, and why:")
            paper.lines(_LINES)
    for change in part.changes:
        paper.heading(change.about, 2)
        paper.quote([(change.before, False)])
        paper.text("My own version:")
        paper.lines(_LINES)
    for argued in part.argued:
        paper.heading(argued.case.title, 2)
        paper.quote([(argued.case.text, False)])
        paper.text("Would I change anything? What?")
        paper.lines(1)
    if part.reading:
        _sheet(paper, part.reading)


def _sheet(paper: Paper, reading: Reading) -> None:
    paper.heading("The questions", 2)
    for letter, question in zip("ABCDEFGH", reading.questions, strict=False):
        paper.text(f"{question.question} {question.help}", bold=f"{letter}.")
    paper.text(f"Answer each with one of: {', '.join(reading.questions[0].marks)}. Decide alone first.")
    for record in reading.records:
        paper.heading(f"{record.id}: {record.title}", 2)
        paper.quote([(record.text, False)])
        letters = "ABCDEFGH"[: len(reading.questions)]
        paper.text("      ".join(f"{letter}: __________" for letter in letters))


def facilitator_notes(made: Workshop) -> bytes:
    """Notes for whoever runs it, as a Word file: aims, timings, how to run each step, questions, answers."""
    pack = made.pack
    paper = Paper(f"Notes for the facilitator: {pack.title}")
    paper.text(f"{pack.minutes} minutes. {pack.who_for} The examples are {made.status}.")
    paper.heading("Aims", 1)
    paper.bullets(pack.aims)
    paper.heading("Bring", 1)
    paper.bullets(pack.bring)
    paper.heading("Timings", 1)
    paper.table(
        ("From", "Step", "Minutes"),
        [(_clock(part.starts), part.step.title, str(part.step.minutes)) for part in made.parts],
        (2.5, 11, 3),
    )
    for part in made.parts:
        _notes(paper, part)
    _facts(paper, made)
    return paper.content()


def _notes(paper: Paper, part: Part) -> None:
    ends = _clock(part.starts + part.step.minutes)
    paper.heading(f"{part.number}. {part.step.title}", 1)
    paper.text(f"From {_clock(part.starts)} to {ends}, {counted(part.step.minutes, 'minute')}.")
    paper.heading("How to run it", 2)
    for paragraph in paragraphs(part.step.run):
        paper.text(paragraph)
    if questions := (*part.step.questions, *part.discuss):
        paper.heading("Questions", 2)
        paper.bullets(questions)
    if part.step.answers:
        paper.heading("What to listen for", 2)
        paper.bullets(part.step.answers)
    if part.step.kind == "mark":
        paper.heading("What the tool marks", 2)
        for passage in part.passages:
            _marked(paper, passage)
    for change in part.changes:
        paper.heading(change.about, 2)
        paper.text(change.before, bold="Before:")
        paper.text(change.after, bold="After:")
        paper.text(change.why, bold="Why:")
        paper.text(f"{change.law}.", bold="The law it serves:")
    for argued in part.argued:
        case = argued.case
        paper.heading(case.title, 2)
        paper.quote(_around(case.text, case.words))
        did = (
            "It marks the words underlined, and should not."
            if case.wrong == "flagged"
            else ("It passes over the words underlined, and should not.")
        )
        paper.text(did, bold="What the tool does:")
        paper.text(case.why)
        paper.bullets(case.discuss)
    if part.reading:
        _readings(paper, part, part.reading)


def _readings(paper: Paper, part: Part, reading: Reading) -> None:
    paper.heading("Why ten are too few", 2)
    paper.text(TOO_FEW)
    paper.text(
        "If people have written their marks on the sheet marks.xlsx, one sheet for the room or one each, “sbp workshop "
        "agreement” shows where they differ. A show of hands, typed into the page, does the same for this room."
    )
    for record, passage in zip(reading.records, part.passages, strict=True):
        paper.heading(f"{record.id}: {record.title}", 2)
        paper.text(record.talk)
        marked = ", ".join(f"“{asked.words}”" for asked in passage.asked)
        paper.text(f"It marks {marked}." if marked else "It marks nothing.", bold="The tool:")


def _facts(paper: Paper, made: Workshop) -> None:
    """What neither telling may lose, for every example that is used."""
    examples = {part.example.name: part.example for part in made.parts if part.example}
    for example in examples.values():
        paper.heading(f"{example.title}: what no rewrite may lose", 1)
        paper.text("Listen for these when people read their own versions. Removing a need is a harm.")
        paper.bullets(fact.fact for fact in example.facts)


def _passage(paper: Paper, passage: Passage, *, are_marked: bool) -> None:
    paper.heading(passage.place, 2)
    if passage.speaker:
        paper.text(f"{passage.speaker}:", is_kept=True)
    paper.quote(_pieces(passage) if are_marked else [(passage.text, False)])


def _marked(paper: Paper, passage: Passage) -> None:
    paper.text(f"{passage.place}:")
    paper.quote(_pieces(passage))
    if not passage.asked:
        paper.text("The tool marks nothing here. That does not mean that there is nothing.")
    for asked in passage.asked:
        paper.text(asked.message, bold=f"“{asked.words}”")
        for lead, words in zip(("Perhaps:", "Or:"), asked.instead, strict=False):
            paper.text(words, bold=lead)
        if asked.ask:
            paper.text(asked.ask, bold="Ask:")


def _pieces(passage: Passage) -> Iterator[tuple[str, bool]]:
    at = 0
    for asked in sorted(passage.asked, key=lambda one: one.start):
        if asked.start >= at:
            yield passage.text[at : asked.start], False
            yield passage.text[asked.start : asked.end], True
            at = asked.end
    yield passage.text[at:], False


def _around(text: str, words: str) -> list[tuple[str, bool]]:
    before, _, after = text.partition(words)
    return [(before, False), (words, True), (after, False)]


def _clock(minutes: int) -> str:
    """Minutes from the start as hours and minutes: 1:05."""
    return f"{minutes // 60}:{minutes % 60:02}"
