"""What a part of a record invites, be it a field of its own or a section under a heading.

Most real forms are headings and text. A check that looks for outcomes, strengths, the network, risks or somebody's own
words asks here, and so reads both.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from sbp.checks.cues import cues
from sbp.checks.wording import plain
from sbp.records import Prose, Record, prose

Matter = Literal["outcomes", "strengths", "network", "views", "risks"]

_FIELDS = {
    "outcomes": re.compile(r"/outcomes/\d+/statement/"),
    "strengths": re.compile(r"/strengths/"),
    "network": re.compile(r"/network/"),
    "views": re.compile(r"/in_their_words/"),
    "risks": re.compile(r"/risks/"),
}
_WHOLE = ("outcomes", "network")
"""Matters of which a heading may be nothing but a name: *People*."""
_NUMBERING = " :.?\n\t*#-0123456789)"
_BRACKETS = re.compile(r"\s*(?:\(.*|[:–-] .*)$")


def invited(record: Record, matter: Matter) -> Iterator[Prose]:
    """The entries that stand where a record asks for a matter: its own field first, then sections so headed."""
    yield from (item for item in prose(record) if _FIELDS[matter].match(item.pointer))
    for item in prose(record):
        if item.pointer.startswith("/sections/") and invites(item.heading, matter):
            yield item


@lru_cache(maxsize=4096)
def invites(heading: str, matter: Matter) -> bool:
    """Whether a heading asks for a matter: *What I am good at* for strengths, *Who there is* for the network.

    Its nouns count in any order and any person; a heading may ask for several matters, or for none.
    """
    asked = plain(heading).strip(_NUMBERING)
    meant = cues(f"invited.{matter}").search(asked) is not None
    if not meant and matter in _WHOLE:
        meant = cues(f"invited.{matter}_whole").fullmatch(_BRACKETS.sub("", asked)) is not None
    return meant and (matter == "risks" or cues(f"invited.{matter}_not").search(asked) is None)
