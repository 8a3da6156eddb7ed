"""Lines of a text file, none so long that it fills the memory."""

from typing import Final, TextIO

LONGEST: Final = 64 << 20
TOO_LONG: Final = "The line is too long to be a row, so it was passed over. Is a line break missing?"
_STEP: Final = 1 << 20


def line_of(handle: TextIO) -> tuple[str, bool]:
    """The next line, empty at the end, and whether it was too long and was passed over."""
    line = handle.readline(LONGEST)
    if len(line) < LONGEST or line.endswith(("\n", "\r")):
        return line, False
    while (rest := handle.readline(_STEP)) and not rest.endswith(("\n", "\r")):
        pass
    return "\n", True
