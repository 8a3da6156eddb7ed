"""Cues: words and turns of phrase by which a check knows what a text tells of, whole words in text that is `plain`.

    refus* care             any ending: refuses, refused, refusal
    (his|her|their|) wish   one of these, or none
    turn* _ away            up to ten words of the same sentence between
    <kin> said              a class of words in `classes.yaml`, or another list of the same file

A rule holds its own cues; those that belong to a check lie in `rules/words/cues/`, a file for each subject.
"""

import re
from functools import cache
from typing import Final

from sbp import bundled
from sbp.checks.sought import Sought, sought
from sbp.passage.lexicon import words
from sbp.yaml import read_yaml

_NAMED: Final = re.compile(r"<([a-z_]+)>")
_WRITTEN: Final = {r"\*": r"[\w-]*", r"\(": "(?:", r"\)": ")", r"\|": "|", r"\ _\ ": r"(?:[ ,]+[\w'-]+){0,10}?[ ,]+"}


@cache
def any_of(cues: tuple[str, ...]) -> Sought:
    """Any of these cues."""
    return sought(_either(cues))


@cache
def cues(name: str) -> Sought:
    """A list of cues: `death.died` is `died` in `rules/words/cues/death.yaml`.

    Raises `KeyError` for a list that is not there.
    """
    subject, _, which = name.partition(".")
    return sought(_either(_spelled_out(subject, which)))


def patterns(subject: str, *names: str) -> list[str]:
    """The patterns of several lists of one subject as they are written, to build a longer one of.

    Raises `KeyError` for a list that is not there.
    """
    return [cues(f"{subject}.{name}").pattern for name in names]


def _spelled_out(subject: str, name: str) -> tuple[str, ...]:
    return tuple(_NAMED.sub(lambda met: _alternatives(subject, met[1]), cue) for cue in _lists(subject)[name])


def _alternatives(subject: str, name: str) -> str:
    found = _spelled_out(subject, name) if name in _lists(subject) else sorted(words(name), key=_longest)
    return f"({'|'.join(found)})"


@cache
def _lists(subject: str) -> dict[str, list[str]]:
    data = read_yaml(bundled.path("rules") / "words" / "cues" / f"{subject}.yaml")
    return {name: [str(cue) for cue in entry["cues"]] for name, entry in data.items()}


def _longest(word: str) -> tuple[int, str]:
    """Longer words come first, for *daughter* is also the head of *daughter-in-law*."""
    return -len(word), word


def _either(cues: tuple[str, ...]) -> str:
    return rf"(?<!\w)(?:{'|'.join(map(_expression, sorted(cues, key=len, reverse=True))) or '(?!)'})(?!\w)"


def _expression(cue: str) -> str:
    written = re.escape(cue)
    for sign, meaning in _WRITTEN.items():
        written = written.replace(sign, meaning)
    return written
