"""How generated pages are written."""

from collections.abc import Iterable, Sequence

NOTICE = "<!-- Written by `python -m sbp.generate`. Change the source it names, not this page. -->"


def page(title: str, *parts: str) -> str:
    """A page: title, notice, parts with a blank line between."""
    return "\n\n".join([f"# {title}", NOTICE, *(part for part in parts if part)]) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table. Bars and line ends inside a cell are made harmless."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def bullets(items: Iterable[str]) -> str:
    """A list, one item a line."""
    return "\n".join(f"- {' '.join(item.split())}" for item in items)


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")
