"""Taking part: how records tell that it is hard, and that somebody is beside the person. Matched in plain text."""

import re
from functools import cache

from sbp.checks.cues import cues, patterns
from sbp.checks.sought import Sought, sought

_INDIVIDUAL = re.compile(
    r"(?<!no )\bappropriate (?:individual|person)\b(?! ?(?:[:?-] ?(?:no|none|n/?a|not)\b|(?:is |was )?not|to support|"
    r"identified: no))"
)
_HEADING = re.compile(r"^[^:]*\badvoca\w*[^:]*: ?")
"""A heading before the first sentence under it."""
_SAID_BACK = re.compile(
    r"(?<!not )(?<!n.t )\b(?:said|say|told|tell) (?:it|them|me) back\b|"
    r"\bsign(?:s|ed|ing)? (?!it\b|off\b|this\b|them\b)\b"
)
"""Something was said back, so it was understood, or signed."""


def sides(sentence: str) -> set[str]:
    """Which sides of taking part a sentence in plain words says are hard."""
    return {side for side, told in _sides().items() if told.search(sentence)}


def first_of(sentence: str) -> re.Match[str] | None:
    """The first words of a sentence that say so, those of the law among them."""
    return _any_side().search(sentence)


def is_of_another(before: str) -> bool:
    """Whether the words before a difficulty make it that of somebody of the person's family."""
    return re.search(rf"{cues('people.family').pattern},? (?:[\w'-]+,? ){{0,3}}$", before) is not None


def is_told_by_law(text: str) -> bool:
    """Whether a text speaks of a substantial difficulty, or of nobody to speak for somebody, and does not deny it."""
    return cues("beside.law").search(cues("beside.law_denied").sub(" ", text)) is not None


def is_denied(text: str) -> bool:
    """Whether a text says that there is no substantial difficulty, or tells of somebody who followed and answered."""
    return any(cues(f"beside.{told}").search(text) for told in ("law_denied", "understood"))


def has_somebody(text: str) -> bool:
    """Whether a record's words name an advocate who was asked for, an appropriate individual, or help to take part."""
    return _INDIVIDUAL.search(text) is not None or any(map(_names_somebody, re.split(r"[.;\n]", text)))


def _names_somebody(sentence: str) -> bool:
    said = _HEADING.sub("", sentence)
    if cues("beside.advocacy").search(sentence):
        silent = cues("beside.no_advocate").search(said) or (
            said != sentence and (sides(said) or cues("beside.law").search(said) or not said.strip())
        )
        if cues("beside.advocate").search(said) or not silent:
            return True
    return _helped().search(said) is not None and cues("beside.denies").search(said) is None


def is_paid(name: str) -> bool:
    """Whether whoever is named as the appropriate individual is paid to be there."""
    return cues("beside.paid").search(name) is not None and cues("people.family").search(name) is None


def is_alone(text: str) -> bool:
    """Whether a record says that there is nobody, that staff answered, or that an advocate was thought of and left."""
    advocacy, missing = cues("beside.advocacy"), cues("beside.no_advocate")
    left = any(advocacy.search(one) and missing.search(one) for one in re.split(r"[.;\n]", text))
    return left or _nobody().search(text) is not None


def has_family(text: str) -> bool:
    """Whether family or friends are named, other than as missing or dead."""
    told = re.split(r"[.;\n]", _nobody().sub(" ", text))
    return any(cues("beside.near").search(one) and not cues("beside.used_to").search(one) for one in told)


def is_with_family(text: str) -> bool:
    """Whether a record tells of family or friends who were there, spoke or helped, and still can."""
    told = re.split(r"[.;\n]", _nobody().sub(" ", text))
    return any(_with().search(one) and not cues("beside.used_to").search(one) for one in told)


def is_made_easier(text: str) -> bool:
    """Whether a way of asking was found that is not said to have been no use, or the words are about capacity."""
    told = [one for one in re.split(r"[.;\n]", text) if not cues("beside.no_use").search(one)]
    return any(cues("beside.made_easier").search(one) or _SAID_BACK.search(one) for one in told)


def is_process(heading: str, sentence: str) -> bool:
    """Whether a sentence in plain words, or its heading, tells of asking or meeting: what is hard is taking part."""
    return (cues("beside.process").search(sentence) or cues("beside.process_heading").search(heading)) is not None


@cache
def _any_side() -> Sought:
    return sought("|".join(told.pattern for told in (*_sides().values(), cues("beside.law"))))


@cache
def _sides() -> dict[str, Sought]:
    """The four parts of a substantial difficulty, and taking part as a whole, as workers tell of them."""
    talk, views, hard = (*patterns("beside", "talk", "views"), _hard())
    understand, take_in, remember, weigh, communicate = patterns(
        "beside", "understand", "take_in", "remember", "weigh", "communicate"
    )
    take_part, in_meeting, meaningfully, asked, not_got = patterns(
        "beside", "take_part", "in_meeting", "meaningfully", "asked_for", "not_got"
    )
    told = {
        "understanding": rf"{hard}(?:{take_in}|{understand}(?:(?: [\w'-]+){{0,4}}? {talk}|(?= ?(?:[.,;\n]|$))))",
        "retaining": rf"{hard}(?:and (?:remember|retain) )?(?:retain\w*|{remember} ?(?:[\w'-]+ ){{0,4}}?{talk})\b",
        "weighing": rf"{hard}{weigh}",
        "communicating": rf"{hard}{communicate} ?(?:[\w'-]+ ){{0,4}}?{views}",
    }
    sides = {side: rf"{pattern}|{cues(f'beside.{side}').pattern}" for side, pattern in told.items()}
    sides["communicating"] += rf"|{cues('beside.speechless').pattern}(?! (?:english|to|of)\b)"
    unheard = rf"{asked}[^.;\n]{{0,30}}{not_got}"
    sides["taking part"] = (
        rf"{hard}(?:{take_part}(?: \w+)? {in_meeting}|{meaningfully})|{unheard}|{cues('beside.involve').pattern}"
    )
    return {side: sought(pattern) for side, pattern in sides.items()}


def _hard() -> str:
    """Words that something is hard, up to the verb: *cannot*, *has difficulty in*, *does not really seem to*."""
    difficulty = r"(?<!no )(?<!any )(?<!without )(?<!little )\bdifficulty(?: in| with)?"
    return rf"(?:{cues('beside.cannot').pattern}|{difficulty}) ?(?:\w+ly )?(?:(?:be able|appear|seem) to )?"


@cache
def _helped() -> Sought:
    """Somebody helped, with nothing that care helps with, and was not staff."""
    sat_with, helps_them, care = patterns("beside", "sat_with", "helps_them", "care")
    return sought(
        rf"{sat_with}|{helps_them}(?! (?:\w+ ){{0,3}}{care})|\bwith support from (?!staff|the)\b"
        rf"|\bsupported (?:\w+ ){{0,2}}by (?!staff|carers|the (?:home|team|ward|unit))(?! {care})\b"
    )


@cache
def _nobody() -> Sought:
    """Nobody is there, or staff answered."""
    nobody, staff, answered = patterns("beside", "nobody", "staff_there", "answered")
    return sought(rf"{nobody}|{staff}[^.;\n]{{0,30}}{answered}")


@cache
def _with() -> Sought:
    """Family or friends were there."""
    near, was_there, with_family = patterns("beside", "near", "was_there", "with_family")
    return sought(rf"{near}[^.;\n]{{0,50}}{was_there}|{with_family}")
