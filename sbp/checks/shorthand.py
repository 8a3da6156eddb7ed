"""Hurried notes, written out: *w dtr, cant u/stand* is *with daughter, can't understand*."""

import re
from functools import cache, lru_cache
from typing import Final

from sbp import bundled
from sbp.yaml import read_yaml

_NOT: Final = re.compile(r"\b(do|does|did|ca|wo|is|are|was|were|has|have|had|could|would|should|must|need|cld|wld)nt\b")
_ARROW: Final = re.compile(r" ?(?:->|-->|=>|→|>)+ ?(?=£?x? ?\d|[a-z])")
_AMOUNT: Final = re.compile(r"(?<=\d)h\b")


@lru_cache(maxsize=2048)
def written_out(said: str) -> str:
    """A text that is `plain` with shorthand written out. Characters do not keep their place."""
    said = _NOT.sub(r"\1n't", said)
    said = said.replace("↓", " down ").replace("↑", " up ")
    said = _AMOUNT.sub(" hours", _ARROW.sub(" to ", said))
    return _short().sub(lambda met: _meant()[met.group()], said)


@cache
def _meant() -> dict[str, str]:
    data = read_yaml(bundled.path("rules") / "words" / "shorthand.yaml")
    return {str(short): str(meant) for meant, shorts in data.items() for short in shorts}


@cache
def _short() -> re.Pattern[str]:
    either = "|".join(map(re.escape, sorted(_meant(), key=len, reverse=True)))
    return re.compile(rf"(?<![\w'/.-])(?:{either})(?![\w'/-]|\.\w)")
