"""Findings printed under the words they are about, as good compilers print theirs."""

import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from unicodedata import category

import click

from sbp.findings import Finding

if TYPE_CHECKING:
    from rich.console import Console

_COLOURS = {"error": "red", "query": "yellow", "suggestion": "cyan", "note": "blue"}
_LEAST_WIDTH, _WIDTH, _MOST_WIDTH = 50, 100, 110
_TAB = 4


def show(finding: Finding, where: str, text: str, *, numbered: bool = True, again: bool = False) -> Iterator[str]:
    """The lines that show one finding: where it stands, the words with carets under them, and what to say instead.

    `numbered` says that the text has lines a reader can count, `again` that its rule has been shown before: then what
    to say instead is left out.
    """
    width = _width()
    colour = _COLOURS[finding.level]
    line, column = _line_and_column(text, finding.place.start)
    place = f"{where}, line {line}, column {column}" if finding.quote and numbered else where
    yield f"{place}: {_style(finding.level, fg=colour, bold=True)} {_style(finding.rule, dim=True)}"
    if finding.quote:
        number = str(line) if numbered else ""
        yield from _picture(text, finding.place.start, finding.place.end, number, width, colour)
    if again:
        yield from _wrapped("Here too; what to say instead stands above.", width, "  ")
        return
    yield from _wrapped(visible(finding.message), width, "  ")
    for lead, words in zip(("  Perhaps: ", "  Or: "), finding.instead, strict=False):
        yield from _wrapped(visible(words), width, lead)
    if finding.ask:
        yield from _wrapped(visible(finding.ask), width, "  Ask: ")


def visible(words: str) -> str:
    """Words as a terminal can show them: what would move its cursor or change its colour becomes a space or a box."""
    return "".join(" " if part in _SPACES else "\ufffd" if _moves(part) else part for part in words)


_SPACES = "\t\n\r\v\f\x85\u2028\u2029"
_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def _moves(character: str) -> bool:
    return category(character) in ("Cc", "Cs") or character in _TURNS


def coloured() -> bool:
    """Whether standard output is a terminal whose owner has not asked for no colour."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def console() -> "Console":
    """Standard output for tables, as wide as the rest, without colour where none is wanted."""
    from rich.console import Console

    return Console(width=_width(), color_system="standard" if coloured() else None, highlight=False, emoji=False)


def _style(words: str, *, fg: str | None = None, bold: bool | None = None, dim: bool | None = None) -> str:
    return click.style(words, fg=fg, bold=bold, dim=dim) if coloured() else words


def _width() -> int:
    """As wide as the terminal, within reason; away from one always the same."""
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDTH
    return max(_LEAST_WIDTH, min(_MOST_WIDTH, columns))


def _wrapped(words: str, width: int, lead: str) -> Iterator[str]:
    yield from textwrap.wrap(words, width, initial_indent=lead, subsequent_indent=" " * len(lead))


def _line_and_column(text: str, start: int) -> tuple[int, int]:
    before = text[:start]
    return before.count("\n") + 1, start - (before.rfind("\n") + 1) + 1


def _picture(text: str, start: int, end: int, number: str, width: int, colour: str) -> Iterator[str]:
    """The line the words stand on, cut around them when it is long, and carets under them."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    last = len(text) if last < 0 else last
    end = max(start + 1, min(end, last))
    cells = _cells()
    gutter = f"{number:>5} | "
    room = width - len(gutter) - 2
    left, right = _cut(text, first, start, end, last, room, cells)
    before = ("…" if left > first else "") + _plain(text[left:start])
    words = _plain(text[start:end])
    after = _plain(text[end:right].rstrip("\r")) + ("…" if right < last else "")
    yield gutter + before + words + after
    blank = " " * (len(gutter) - 2) + "| " + " " * cells(before)
    yield blank + _style("^" * max(1, cells(words)), fg=colour, bold=True)


def _cut(
    text: str, first: int, start: int, end: int, last: int, room: int, cells: Callable[[str], int]
) -> tuple[int, int]:
    """Where to cut a line so that it fits: the words stay, and what is around them as far as there is room."""
    if last - first <= room and cells(_plain(text[first:last])) <= room:
        return first, last
    spare = max(0, room - cells(_plain(text[start:end])))
    left = start
    while left > first and cells(_plain(text[left - 1 : start])) <= spare // 2:
        left -= 1
    spare -= cells(_plain(text[left:start]))
    right = end
    while right < last and cells(_plain(text[end : right + 1])) <= spare:
        right += 1
    return left, right


def _plain(words: str) -> str:
    return visible(words.replace("\t", " " * _TAB))


def _cells() -> Callable[[str], int]:
    """How many columns words take on a terminal: wide characters take two, combining ones none."""
    from rich.cells import cell_len

    return cell_len
