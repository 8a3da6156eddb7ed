"""The highlight report as a page and as a Word file: one page by exception, one page of learning."""

from pathlib import Path
from typing import Final

from sbp.forum.highlights import Highlights
from sbp.forum.names import counted, date_name
from sbp.reports.agenda_pack import learning_page
from sbp.reports.forum_pages import write_page
from sbp.reports.word import Word
from sbp.reports.writing import write

PAGE: Final = "highlight-report-internal.html"
WORD: Final = "highlight-report-internal.docx"
EDITION: Final = "Internal: not for sharing."
ABOUT: Final = (
    "Tolerances are the council’s own. They say when somebody wants to be told, not that somebody did wrong. Cost may "
    "decide between options that each meet the eligible needs; it never leaves one unmet (statutory guidance 10.27)."
)


def write_highlights(folder: Path, found: Highlights) -> tuple[Path, Path]:
    """Write the report into a folder. Raises `OutputError`."""
    return write_page(folder / PAGE, "highlights", found=found), write(folder / WORD, [_word(found)])


def _word(found: Highlights) -> bytes:
    made = Word("Highlight report", EDITION)
    made.text(
        f"Validation Forum, {date_name(found.since)} to {date_name(found.as_at)}: "
        f"{counted(found.sittings, 'sitting')}, {counted(found.decisions, 'decision')}."
    )
    if found.going_well:
        made.heading("Going well")
        made.bullets(f"{one.what}: {one.figures}." for one in found.going_well)
    made.heading("Outside tolerance")
    if found.outside:
        rows = [(one.status.capitalize(), one.title, one.said, one.tolerance, one.area) for one in found.outside]
        heads = ("Status", "What", "Where it stands", "Tolerance", "Area")
        made.table("By exception, red first", heads, rows, (2, 4.2, 5.2, 3.6, 2))
    else:
        made.text("Nothing is outside tolerance.")
    made.heading("The rest")
    for heading, those in (("Within tolerance", found.within), ("Not said", found.unsaid)):
        if those:
            made.heading(heading, 2)
            made.bullets(one.line for one in those)
    made.text(ABOUT)
    learning_page(made, found.learning)
    return made.to_bytes()
