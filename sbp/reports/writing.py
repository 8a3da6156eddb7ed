"""One file, written whole or not at all."""

from collections.abc import Iterable
from pathlib import Path

from sbp.errors import OutputError


def write(path: Path, pieces: Iterable[str | bytes]) -> Path:
    """Write beside a file's place, then change places, so that half a file is never there.

    Raises `OutputError` when it cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as handle:
            for piece in pieces:
                handle.write(piece.encode("utf-8", "replace") if isinstance(piece, str) else piece)
        part.replace(path)
    except OSError as problem:
        raise OutputError(
            f"{path} cannot be written: {problem.strerror}. Close it if it is open, or choose another folder."
        ) from None
    finally:
        part.unlink(missing_ok=True)
    return path
