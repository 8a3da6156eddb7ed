"""Hurried notes, written out: *w dtr, cant u/stand* is *with daughter, can't understand*."""

import re
from functools import cache, lru_cache
from typing import Final

from sbp import bundled
from sbp.checks.sought import Sought, sought
from sbp.yaml import read_yaml

_NOT: Final = sought(
    r"\b(?:dont|doesnt|didnt|cant|wont|isnt|arent|wasnt|werent|hasnt|havent|hadnt|couldnt|wouldnt|shouldnt|mustnt|neednt|"
    r"cldnt|wldnt)\b"
)
_ARROW: Final = re.compile(r" ?(?:->|-->|=>|→|>)+ ?(?=£?x? ?\d|[a-z])")
_AMOUNT: Final = re.compile(r"h(?<=\dh)\b")


@lru_cache(maxsize=2048)
def written_out(said: str) -> str:
    """A text that is `plain` with shorthand written out. Characters do not keep their place."""
    said = _NOT.sub(lambda met: f"{met.group()[:-2]}n't", said)
    said = said.replace("↓", " down ").replace("↑", " up ")
    said = _ARROW.sub(" to ", said) if ">" in said or "→" in said else said
    said = _AMOUNT.sub(" hours", said)
    return _short().sub(lambda met: _meant()[met.group()], said)


@cache
def _meant() -> dict[str, str]:
    data = read_yaml(bundled.path("rules") / "words" / "shorthand.yaml")
    return {str(short): str(meant) for meant, shorts in data.items() for short in shorts}


@cache
def _short() -> Sought:
    either = "|".join(map(re.escape, sorted(_meant(), key=len, reverse=True)))
    return sought(rf"(?<![\w'/.-])(?:{either})(?![\w'/-]|\.\w)")
