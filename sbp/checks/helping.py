"""Family and friends who help somebody: who, with what, and how often. Names of family are written over first."""

import re
from collections.abc import Iterator
from functools import cache

from sbp.checks.cues import cues
from sbp.checks.family import SOMEBODY
from sbp.checks.sought import Sought, sought
from sbp.checks.wording import plain
from sbp.records import Record

_ENOUGH = 2
"""With so many things it is care and no favour; one is enough where it is every day, or all of it."""


def helps(told: str, person: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text tell that family or friends give care now: who they are.

    `told` is plain, with family names written over; `person` is *he*, *she* or empty where that is not known.
    """
    before: list[re.Match[str]] = []
    for sentence in re.finditer(r"[^.;\n]+(?:\.(?=\w)[^.;\n]+)*", told):
        start, end = sentence.span()
        theirs = list(_somebody().finditer(told, start, end))
        if is_paid(told, start):
            theirs = []
        for who in theirs:
            if _gives(told[start : who.start()], who.group(), told[who.end() : end], person):
                yield who.span()
        on = [(who, met) for who in before if (met := _goes_on(who.group()).match(told, start, end))]
        for who, pronoun in on:
            if _is_care(_kept(told[pronoun.end() : end], who.group(), person)):
                yield who.span()
        before = [who for who in theirs if not is_object().search(told, start, who.start())] or [who for who, _ in on]


def whoever(record: Record, pointer: str) -> str:
    """Who does what an entry tells of, where a field beside it says so, in plain words: *beryl, wife*."""
    parts = pointer.split("/")[1:]
    if parts[-2:] != ["what", "text"]:
        return ""
    one: object = record
    for part in parts[:-2]:
        one = one[int(part)] if isinstance(one, tuple) else getattr(one, part)
    who = plain(" ".join(filter(None, (getattr(one, "who", ""), getattr(one, "relation", "")))))
    return "" if cues("helping.paid_for").search(who) else who


def is_paid(told: str, at: int) -> bool:
    """Whether the sentence in which something stands tells of wages."""
    start, end = max(told.rfind(mark, 0, at) for mark in ".;\n"), re.compile(r"[.;\n]|$").search(told, at)
    return cues("helping.paid_for").search(told, start + 1, end.start() if end else len(told)) is not None


def _gives(lead: str, who: str, after: str, person: str) -> bool:
    """Whether somebody gives care, by the words of a sentence before and after who it is."""
    done = _left_to().search(lead)
    if done:
        told = cues("helping.stop").search(lead) is None
        return told and _is_care(f"{lead[: done.start()]} {done.group()} {_kept(after, who, person)}")
    does = None if is_object().search(lead) else _does().match(after)
    return does is not None and _is_care(_kept(after[does.start("does") :], who, person))


def _kept(said: str, who: str, person: str) -> str:
    """What is said of somebody up to words that tell of no care, or that somebody else does something."""
    stop = cues("helping.stop").search(said)
    said = said[: stop.start()] if stop else said
    said = ",".join(clause for clause in said.split(",") if not cues("helping.no_care").search(clause))
    others = {"he", "she", "they", "i", "we"} - ({_pronoun(who), "they"} - {person})
    other = re.search(rf"(?:,|\b(?:and|but|while|when|because|what|as|so)) (?:{'|'.join(others)}) ", said)
    return said[: other.start()] if other else said


def _pronoun(who: str) -> str:
    """The pronoun of somebody called by a word for family; *they* where it may be either."""
    return "she" if cues("carers.she").search(who) else "he" if cues("carers.he").search(who) else "they"


def _is_care(said: str) -> bool:
    tasks = {met.group() for met in cues("helping.task").finditer(said)}
    acts = {met.group() for met in cues("helping.act").finditer(said)}
    tasks |= {act for act in acts if not cues("helping.no_act").fullmatch(act)}
    chores = cues("helping.chore").search(said) is not None
    return bool(tasks) and (len(tasks) + chores >= _ENOUGH or cues("helping.often").search(said) is not None)


@cache
def _somebody() -> Sought:
    return sought(rf"\b{SOMEBODY}(?!\w)")


@cache
def _does() -> re.Pattern[str]:
    """What follows somebody who does something: a verb, a colon, a dash; not *of*, *with* or *he*."""
    small = r"(?:who|and|aged \d+|\d+|then|also|still|now|currently|usually|always|already|mostly)\b"
    no_verb = r"(?:of|to|for|or|from|on|with|at|by|says|wants?|likes?|feels?|he|she|they|who|which|that|was|had)\b"
    return re.compile(rf"(?:,? {small},?|, [^,.;:]{{2,40}},)*(?: ?(?:[:=]|-(?= ))|,? (?!{no_verb})(?=\w))(?P<does>)")


@cache
def _left_to() -> Sought:
    """What stands before somebody to whom it falls, or by whom it is done."""
    done = r"\b(?:\w+ed|done|given|met|fed|put to bed|undertaken|seen to)\b[^.;\n]{0,60} by"
    whose = r"(?:(?:his|her|their|the|my|two|three|[\w-]+'s) )?"
    return sought(rf"(?:(?:{cues('helping.falls_to').pattern}|{done}) {whose}(?:[\w-]+ )?|[\w)] ?[:=-] ?)$")


@cache
def is_object() -> Sought:
    """What makes of somebody one for whom, from whom or about whom something is done."""
    whom = r"\b(?:for|from|of|to|than|like|about|against|in|at|visits?|sees?|rings?|taught|misses) (?:\w+ )?$"
    return sought(rf"{cues('carers.cares_for').pattern} (?:\w+ )?$|{whom}")


@cache
def _goes_on(who: str) -> re.Pattern[str]:
    """How a sentence goes on about somebody of whom the one before told."""
    said = {"they": "she|he|they"}.get(_pronoun(who), f"{_pronoun(who)}|they")
    return re.compile(rf"[ \n]*(?:{said})\b(?= (?:also |then |still )*(?!is (?:a|an)\b)\w+)")
