"""How records say that somebody lacks capacity, and how they name a decision. All matched in text that is `plain`."""

from functools import cache

from sbp.checks.cues import cues, patterns
from sbp.checks.sought import Sought, sought

_END = r"(?= ?(?:[.,;\n]|$))"


@cache
def verdict() -> Sought:
    """Words that somebody has no capacity."""
    said, failed, of_places, poor = patterns("capacity", "verdict", "failed", "of_places", "poor")
    return sought(
        rf"{said}|\bfluctuating capacity{_END}|\bno (?:mental )?capacity(?! {of_places})"
        rf"|\b(?:mca|capacity assessment)\b[^.;\n]{{0,40}}[:-] ?{failed}"
        rf"|\bcapacity (?:is|was|remains|has been)? ?(?:\w+ ){{0,3}}?{poor}"
        rf"|\bcapacity ?[:-] ?(?:no|none|n|lacks?|lacking){_END}"
    )


@cache
def unable() -> Sought:
    """Words that somebody decides nothing."""
    cannot, decide, consent = patterns("capacity", "unable", "decide", "consent")
    ends = r"[.,;\n]|$| due| because| and | as | owing| so | with "
    return sought(rf"{cannot} (?:{decide}(?= ?(?:{ends}| for (?:him|her|them)sel))|{consent}(?= ?(?:{ends})))")


@cache
def trade() -> Sought:
    """Whoever has no capacity here has no places."""
    return sought(rf"{cues('capacity.trade').pattern}(?: \w+){{0,3}} ?$")


@cache
def denied() -> Sought:
    """What stands before a verdict that is denied, feared, supposed, over, or on somebody of the person's family."""
    said, family = cues("capacity.denied").pattern, cues("people.family").pattern
    return sought(rf"(?:{said}[^.;\n]*|\b(?:his|her|their) {family} (?:\w+ ){{0,4}})$")


@cache
def of_one() -> Sought:
    """A heading that says which decision."""
    return sought(rf"\b(?:capacity|consent|decision),? (?:assessment )?{_of()} (?=\w)")


def is_named(said: str) -> bool:
    """Whether words that speak of capacity say for which decision."""
    return _named().search(_general().sub(" ; ", _of_places().sub(" ; ", said))) is not None


def _of() -> str:
    """Words before what a decision is about; *on* is none before a ward or a day."""
    elsewhere = r"the ward|ward|admission|\d|mon|tue|wed|thu|fri|sat|sun"
    return rf"(?:{cues('capacity.of').pattern}|\bon(?! (?:{elsewhere})))"


@cache
def _named() -> Sought:
    """A decision that is named."""
    named, made, one_decision, form = patterns("capacity", "named", "made", "one_decision", "form")
    return sought(rf"{named}(?: {made})*[,:]?(?: [=-])? {_of()} (?=\w)|{one_decision}|\bsee (?:[\w']+ ){{0,4}}{form}")


@cache
def _general() -> Sought:
    """Decisions in general, which name none."""
    general, take, whose, decisions, at_large = patterns(
        "capacity", "general", "take", "whose", "decisions", "at_large"
    )
    understand, best_interests = patterns("capacity", "understand", "best_interests")
    ends = r"[.,;\n]|$|due|because|as |owing"
    return sought(
        rf"(?:\b(?:for|on|by|from|to) )?{take} (?:{whose} )*{decisions}"
        rf"(?: {at_large}|(?= ?(?:{ends}|and|as|so)))"
        rf"|(?:\bto )?{understand}(?= ?(?:{ends}|and (?!to|for)))|{general}"
        rf"|{best_interests}(?= ?(?:[.,;:\n]|$|(?:to|will|should|must) be|appl(?:y|ies)))"
    )


@cache
def _of_places() -> Sought:
    """An agency that has places."""
    return sought(rf"{cues('capacity.provider').pattern}[^.;\n]*\bcapacity\b[^.;\n]*")
