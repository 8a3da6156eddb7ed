"""A workshop's files: a page for the room, a handout, notes for the facilitator, and a sheet for marks if wanted."""

from pathlib import Path

from sbp.errors import OutputError
from sbp.workshop.marks import marks_sheet
from sbp.workshop.material import Workshop
from sbp.workshop.page import workshop_page
from sbp.workshop.papers import facilitator_notes, handout


def build_workshop(made: Workshop, folder: Path) -> list[Path]:
    """Write the files into a folder, which is made if it is not there.

    Raises `OutputError` when one cannot be written.
    """
    files = {
        "workshop.html": workshop_page(made).encode("utf-8"),
        "handout.docx": handout(made),
        "facilitator-notes.docx": facilitator_notes(made),
    }
    if made.reading:
        files["marks.xlsx"] = marks_sheet(made.reading)
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder} is a file. Give the name of a folder, new or old.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except OSError as problem:
        raise OutputError(f"{folder} cannot be written to: {problem.strerror or 'writing failed'}.") from None
    return [folder / name for name in files]
