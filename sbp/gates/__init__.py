"""Context questions, one a file: each takes a match and answers why it should not be said, or None.

To add a gate, write its file and one line in `GATES`. The order is from cheap to dear; the first answer that
silences ends the questions. A rule that reads `term` (the word itself is the trouble) asks only the gates of `TERM`.
"""

from collections.abc import Callable

from attrs import evolve

from sbp.gates.attribution import attributed, other_document
from sbp.gates.critique import criticised
from sbp.gates.furniture import furniture
from sbp.gates.language import other_language
from sbp.gates.law import statutory
from sbp.gates.likeness import outweighs, unlike
from sbp.gates.match import Answer, Match
from sbp.gates.modality import advised, feared, planned, question, supposed
from sbp.gates.naming import named
from sbp.gates.polarity import negated, past
from sbp.gates.quotation import own_words, quoted
from sbp.gates.scale import scored
from sbp.gates.sense import other_sense
from sbp.gates.setting import out_of_setting
from sbp.gates.stage import played
from sbp.gates.who import somebody_else

Gate = Callable[[Match], Answer | None]

__all__ = ["GATES", "TERM", "Answer", "Gate", "Match", "ask"]

GATES: dict[str, Gate] = {
    "sense": other_sense,
    "setting": out_of_setting,
    "quotation": quoted,
    "own words": own_words,
    "name": named,
    "scale": scored,
    "form": furniture,
    "law": statutory,
    "question": question,
    "denied": negated,
    "supposed": supposed,
    "planned": planned,
    "feared": feared,
    "advised": advised,
    "past": past,
    "criticised": criticised,
    "stage": played,
    "who is meant": somebody_else,
    "attribution": attributed,
    "other document": other_document,
    "language": other_language,
    "likeness": unlike,
}

TERM = (
    "sense",
    "setting",
    "quotation",
    "own words",
    "name",
    "scale",
    "form",
    "denied",
    "feared",
    "past",
    "criticised",
    "who is meant",
    "attribution",
    "other document",
    "language",
    "likeness",
)


BY_WORDS = frozenset(["setting", "law", "planned", "feared", "advised", "criticised", "who is meant"])
"""Gates that go by a few words of the sentence, which its likeness as a whole may outweigh.

A denial it cannot see, and a rule's own innocent senses were written down for good."""


def ask(match: Match) -> list[tuple[str, Answer]]:
    """What the gates answer, up to the first that silences."""
    answers = []
    for name in GATES if match.reads == "verdict" else TERM:
        answer = GATES[name](match)
        if answer is None:
            continue
        if name in BY_WORDS and answer.disposition != "down" and outweighs(match):
            answer = evolve(answer, disposition="outweighed")
        answers.append((name, answer))
        if answer.disposition == "silent":
            break
    return answers
