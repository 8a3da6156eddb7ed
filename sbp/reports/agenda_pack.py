"""The agenda pack as a page and as a Word file: the same words in the same order."""

from pathlib import Path
from typing import Final

from sbp.forum.learning import Learning
from sbp.forum.names import counted, date_name
from sbp.forum.pack import Pack
from sbp.forum.pack.page import CasePage, Said
from sbp.forum.sitting.log import OpenAction
from sbp.reports.forum_pages import write_page
from sbp.reports.word import Word
from sbp.reports.writing import write

NAMED: Final = "Internal: not for sharing. It names people and holds words from their records."
MASKED: Final = "Pseudonymised: for members of the Forum only, and not for passing on."
CARRIES: Final = (
    "reasons, and conditions or “none”;",
    "how the needs are met until it takes effect: a deferral leaves no eligible need unmet;",
    "actions, each with an owner and a day;",
    "who tells the person, when and how, and how they can challenge it;",
    "agreed as amended: what changed, and that the person agreed;",
    "not agreed: how each eligible need will be met, and the reasons in writing.",
)
LIMITS: Final = (
    "People go by letters here. Names the records know were put out of sight, and so was every word with a capital "
    "that is not known as an ordinary one; telephone numbers, postcodes and dates of birth too. A name that is also a "
    "word and opens a sentence, a name written small, and somebody who can be told by their story are not caught: read "
    "the pages before you pass them round.",
)
PURPOSE: Final = (
    "The Forum looks at whether what is proposed fits the person and meets the eligible needs. It does not put itself "
    "in place of the plan, and it is not a finance panel (statutory guidance 10.85). Cost may decide between options "
    "that each meet the eligible needs; it never leaves one unmet (10.27).",
)
_HEADS: Final = ("What", "What came of it, what speaks for and against", "Meets needs", "Their choice", "Cost")
_WIDTHS: Final = (4.8, 6.6, 1.7, 1.7, 2.2)


def write_pack(folder: Path, pack: Pack) -> tuple[Path, Path]:
    """Write the pack into a folder; the names of the files say whether people are named. Raises `OutputError`."""
    kind = "named-internal" if pack.named else "pseudonymised"
    name = f"agenda-pack-{pack.id.replace(' ', '-')}-{kind}"
    edition = NAMED if pack.named else MASKED
    notes = (*PURPOSE, *(() if pack.named else LIMITS))
    page = write_page(folder / f"{name}.html", "pack", pack=pack, edition=edition, notes=notes, carries=CARRIES)
    return page, write(folder / f"{name}.docx", [_word(pack, edition, notes)])


def _word(pack: Pack, edition: str, notes: tuple[str, ...]) -> bytes:
    made = Word("Agenda pack", edition)
    chair = f" Chair: {pack.chair}." if pack.chair else ""
    when = date_name(pack.held_on) or pack.id
    made.text(f"Validation Forum, {when}: {counted(len(pack.cases), 'case')}.{chair}")
    for sentence in notes:
        made.text(sentence)
    made.heading("Agenda")
    agenda = [
        (str(number), case.label, case.asked or "not written down yet") for number, case in enumerate(pack.cases, 1)
    ]
    made.table("Cases of this sitting", ("No.", "Person", "What is asked"), agenda, (1.3, 3.7, 12))
    made.heading("A decision carries", 2)
    made.bullets(CARRIES)
    made.heading("Actions from sittings before", 2)
    _actions(made, pack.actions)
    for number, case in enumerate(pack.cases, 1):
        _case(made, number, case)
    learning_page(made, pack.learning)
    return made.to_bytes()


def _actions(made: Word, actions: tuple[OpenAction, ...]) -> None:
    if not actions:
        made.text("None are open.")
        return
    rows = [
        (
            action.what or "not said yet",
            action.owner or "nobody yet",
            (date_name(action.due_on) or "no day yet") + (" (overdue)" if action.overdue else ""),
            action.case_id or "none",
        )
        for action in actions
    ]
    made.table("Actions that are not done", ("What", "Who", "By when", "Case"), rows, (7, 3.5, 3.5, 3))


def _case(made: Word, number: int, case: CasePage) -> None:
    made.heading(f"{number}. {case.label}", new_page=True)
    made.text(f"Case {case.case_id}" + (f", brought by {case.team}" if case.team else ""))
    made.heading("In their words", 2)
    if case.person_says:
        made.words(case.person_says, "for this sitting")
    _said(made, case.own_words)
    if not case.person_says and not case.own_words:
        made.text("Nothing of the person’s own is written down for this sitting or found in the records.")
    for heading, entries in (
        ("What they want to happen", case.outcomes),
        ("What they bring", case.brings),
        ("Who and what is around them", case.around),
    ):
        if entries:
            made.heading(heading, 2)
            _said(made, entries)
    made.heading("What was tried and considered", 2)
    if case.considered:
        rows = [(one.what, one.result, one.meets_needs, one.preferred, one.cost) for one in case.considered]
        caption = "Cost may decide between options that each meet the eligible needs, and never leaves one unmet"
        made.table(caption, _HEADS, rows, _WIDTHS)
    else:
        made.text("No option is written down yet.")
    made.heading("What is asked of the Forum", 2)
    made.text(case.asked or "It is not written down yet.")
    made.text(f"The worker recommends: {case.recommended}" if case.recommended else "")
    made.text(". ".join(f"{name}: {value}" for name, value in case.about) + ("." if case.about else ""))
    made.text(f"Decided on this case before: {'; '.join(case.earlier)}." if case.earlier else "")
    if case.questions:
        made.heading("Questions to be curious about", 2)
        made.bullets(one.words + (f" ({one.where})" if one.where else "") for one in case.questions)
    made.text(case.read)


def _said(made: Word, entries: tuple[Said, ...]) -> None:
    for entry in entries:
        made.words(entry.words, entry.where)


def learning_page(made: Word, learning: Learning) -> None:
    """Add the learning page to a Word file."""
    made.heading("Learning", new_page=True)
    if learning.went_well:
        made.heading("What went well, and why it matters", 2)
        made.bullets(f"{one.what} ({one.figures}). {one.why}" for one in learning.went_well)
    if learning.lessons:
        made.heading("What was learnt", 2)
        made.bullets(
            " ".join(
                filter(
                    None,
                    [
                        f"{lesson.theme or 'Without a theme'} ({source}).",
                        lesson.went_well,
                        f"Why: {lesson.why}" if lesson.why else "",
                        f"Next: {lesson.do_next}" if lesson.do_next else "",
                    ],
                )
            )
            for source, lesson in learning.lessons
        )
    if learning.themes:
        made.heading("Themes from reviews and safeguarding", 2)
        made.bullets(learning.themes)
    if learning.worked:
        made.heading(f"A worked example: {learning.worked.title}", 2)
        made.text(f"Invented. {learning.worked.fits}")
        made.words(learning.worked.before, "as it might stand in a record")
        for words in learning.worked.instead:
            made.words(words, "another way to put it")
        made.text(learning.worked.why)
        made.text(learning.worked.ask)
