"""Which needs and risks a sentence speaks of. The words are in `topics.yaml`; a broad net, and never a verdict."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

from sbp.errors import WorkshopError
from sbp.yaml import read_yaml

_TABLE: Final = Path(__file__).parent / "topics.yaml"
_DENIED: Final = re.compile(r"\b(?:no|nil|denies|denied|never|without any|not had any)\b(?:[ -]+\w+){0,3}[ -]*$", re.I)
KINDS: Final = ("needs", "risks")


def is_cue(sentence: str) -> bool:
    """Whether a sentence says that something is hard, dangerous, or wants help."""
    return bool(_cues().search(_straight(sentence)))


def spoken_of(sentence: str, kind: str) -> set[str]:
    """The topics of a kind, `needs` or `risks`, that a sentence speaks of and does not deny."""
    plain = _straight(sentence)
    return {
        topic
        for topic, words in _topics()[kind].items()
        if any(not _DENIED.search(plain[: met.start()]) for met in words.finditer(plain))
    }


def _straight(sentence: str) -> str:
    return sentence.replace("\u2019", "'").replace("\u2018", "'")


@cache
def _table() -> Any:
    return read_yaml(_TABLE, WorkshopError)


@cache
def _cues() -> re.Pattern[str]:
    return _any_of(word.strip() for line in _table()["cues"] for word in line.split(","))


@cache
def _topics() -> dict[str, dict[str, re.Pattern[str]]]:
    return {kind: {topic: _any_of(words) for topic, words in _table()[kind].items()} for kind in KINDS}


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Whole words, a star for any ending."""
    written = sorted((str(word) for word in words), key=len, reverse=True)
    patterns = (re.escape(word.removesuffix("*")) + (r"[\w-]*" if word.endswith("*") else "") for word in written)
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.I)
