"""What a reduction of support is put down to: the person, or the house that pays. Matched in text that is `plain`."""

import re
from functools import cache

from sbp.checks.cues import cues
from sbp.checks.fewer import becomes_fewer
from sbp.checks.sought import Sought, sought
from sbp.checks.wording import has_quotation

_WORKER = re.compile(r"\bi\b(?! (?:like|love|need)\b)")
"""Who writes, in a worker's words: what they offered or decided is no wish of the person."""


def is_carried(text: str, *, strictly: bool = False) -> bool:
    """Whether words put less support down to the person: their wish, something new, what they do.

    Where the house is named too, or `strictly`, what they do is not enough, unless they do it by themselves.
    """
    told = _WORKER.sub("somebody", _in_favour(text))
    if _is_wished(told) or _is_new(told):
        return True
    does = cues("reduction.better").search(told) or cues("reduction.lives").search(told) or _doing().search(told)
    return does is not None and not (strictly or is_ours(told))


def is_ours(text: str) -> bool:
    """Whether a text names the house: money, contracts, rotas, rules of thumb."""
    return cues("reduction.ours").search(text) is not None


def is_as_needed(text: str) -> bool:
    """Whether a text says that somebody needs what they needed before, or more."""
    return cues("reduction.as_needed").search(text) is not None


def is_spoken(text: str) -> bool:
    """Whether words that carry a reduction hold somebody's own, quoted."""
    return has_quotation(_objection().sub(" ", text))


def lessens(text: str) -> bool:
    """Whether a sentence of a text says that support is made less, and nothing in the text says that it stays."""
    if cues("reduction.same").search(text):
        return False
    fewer = becomes_fewer(text) and cues("reduction.not_yet").search(text) is None
    return fewer or any(_lessens(sentence) for sentence in re.split(r"[.;\n](?!\d)", text))


def _lessens(sentence: str) -> bool:
    """Whether a sentence says that support is made less, and does not deny or fear it."""
    found = _cut().search(sentence)
    return found is not None and cues("reduction.not_cut").search(sentence, 0, found.start()) is None


def explains(sentence: str, *, strictly: bool) -> bool:
    """Whether a sentence elsewhere in a review answers for less support: a wish or a change that speaks of support.

    Something new in the person's life is enough by itself, but not `strictly`.
    """
    told = _in_favour(sentence)
    wished = _is_wished(told) and cues("reduction.wished_less").search(told)
    better = wished or _is_new(told) or cues("reduction.better").search(told)
    return bool(cues("reduction.support").search(told) and better) or (not strictly and _is_new(told))


def _in_favour(text: str) -> str:
    """A text without a wish that is against it and without what sounds like a change and is none."""
    return cues("reduction.loosely").sub(" ", _objection().sub(" ", text))


def _is_wished(text: str) -> bool:
    return cues("reduction.wish").search(text) is not None or _opening_wish().search(text) is not None


def _is_new(text: str) -> bool:
    return any(told.search(text) for told in (cues("reduction.new"), _doing_now(), cues("reduction.alone")))


@cache
def _objection() -> Sought:
    """A wish to keep what there is, to the end of its clause, or that is against less."""
    asks = (
        r"\b(?:asked|asks) (?:me |us )?"
        r"(?:who|why|if|whether|what|how|when|where|for [^.;\n]{0,40}? to (?:stay|go on|be kept|remain))\b"
    )
    return sought(rf"{asks}[^.;\n]*|{cues('reduction.keeps').pattern}[^.;\n]*|{cues('reduction.against').pattern}")


@cache
def _opening_wish() -> Sought:
    """A wish that opens a sentence: *Asked for fewer calls.*"""
    return sought(rf"(?:^|[.;:\n] ?){cues('reduction.asked').pattern} ")


@cache
def _doing() -> Sought:
    """What somebody does: *she bakes*."""
    return sought(rf"\b(?:he|she) (?!{cues('reduction.no_doing').pattern})[a-z]+s\b")


@cache
def _doing_now() -> Sought:
    """The same, of late: *she bakes for the fair now*."""
    return sought(r"\b(?:he|she) (?!has|is|was|needs|receives)[a-z]+s [\w' ]{0,30}now(?= ?(?:[.,;\n]|$|and|since))")


@cache
def _cut() -> Sought:
    """Less support: *reduce the calls*, *calls on weekdays will be reduced*, *from two to one*."""
    less, package = cues("reduction.less").pattern, cues("reduction.package").pattern
    when = rf"(?: (?:{cues('reduction.when').pattern}|x ?\d|\d+))*"
    return sought(
        rf"{less}[^.;\n]{{0,50}}{package}|{package}{when} ?(?:{cues('reduction.is').pattern} )*{less}"
        rf"|{package}(?: (?!{cues('reduction.ends_a_clause').pattern})[\w':/-]+){{0,6}}? "
        rf"{cues('reduction.is').pattern} (?:\w+ )?{less}"
        rf"|{package}[^.;\n]*\b(?:hers|his|theirs) (?:will|must|has to|is to) {less}"
    )
