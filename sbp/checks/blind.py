"""Needs left out because family meets them: how records put it. Names of family are written over first."""

import re
from functools import cache

from sbp.checks.cues import cues, patterns
from sbp.checks.family import LETTER, written_over
from sbp.checks.sought import Sought, sought
from sbp.checks.wording import plain

_NAMED = rf"\b{LETTER}{{3,}}\b"
"""Somebody of the family by name, written over."""


def leaves_out(text: str, names: dict[str, str], *, against: bool) -> bool:
    """Whether words leave needs out because somebody of these `names`, or of the family, meets them.

    `against` says that nobody was found eligible: then help from family is the reason, unless another is given.
    """
    said = written_over(plain(text), names)
    left_out = cues("blind.left_out").search(said) or _not_found().search(said)
    if _set_aside().search(said) or not (against or left_out) or cues("blind.otherwise").search(said):
        return False
    in_part = _not_found().search(said) or re.search(r"\bonly\b", said)
    if not (against or in_part) and cues("blind.affirmed").search(said):
        return False
    if left_out and _given_as_reason().search(said):
        return True
    helped = _meets().search(said) or (against and _unable().search(said) and sought(_helper()).search(said))
    return helped is not None and helped is not False and _alone().search(_unable().sub(" ", said)) is None


def decides(text: str) -> bool:
    """Whether a text tells of the decision on eligibility itself, and of no earlier one or another's."""
    said = plain(text)
    return cues("blind.decision").search(said) is not None and cues("blind.reported").search(said) is None


def _helper() -> str:
    """Family, by word or by name."""
    return rf"(?:{_NAMED}|{cues('people.somebody').pattern}|{cues('blind.helper').pattern})"


def _does() -> str:
    return rf"(?:{cues('blind.does').pattern}|{cues('helping.act').pattern}|\bdo(?:es)? (?!not)\b)"


@cache
def _meets() -> Sought:
    """That family does what is needed."""
    done, by, within, no_name, good = patterns("blind", "done", "by", "within", "no_name", "good")
    helper = _helper()
    return sought(
        rf"{helper}\)?[^.;\n]{{0,60}}?{_does()}|{within}|{good} {helper}"
        rf"|{done} (?:[\w']+ ){{0,3}}?{by} (?:[\w'-]+ ){{0,3}}?{helper}"
        rf"|\b(?:because|as|since) (?!{no_name})[\w'-]+ (?:is|are) (?:managing|coping)\b"
        rf"|\blives with (?:[\w']+ ){{0,2}}{helper},? (?:and|who)\b"
    )


@cache
def _not_found() -> Sought:
    """That somebody was not found eligible."""
    denied, eligibility = patterns("blind", "denied", "eligibility")
    return sought(rf"^ ?(?:n|no)\b(?=[.,:;-])|{denied}\b[^.;\n]{{0,50}}?{eligibility}")


@cache
def _given_as_reason() -> Sought:
    """That family does it, given as the reason."""
    met, because, therefore, everything = patterns("blind", "met", "because", "therefore", "all")
    helper, does = _helper(), _does()
    but_for, net_of, eligibility = patterns("blind", "but_for", "net_of", "eligibility")
    return sought(
        rf"{but_for} [^.;\n]{{0,60}}{eligibility}|\b[\w-]+'s {cues('blind.counted_in').pattern}"
        rf"|{net_of} (?:[\w']+ ){{0,4}}?{helper}(?:'s?)? {cues('blind.help').pattern}"
        rf"|{met} (?:\w+ ){{0,3}}by (?:his |her |their |the |my )?{helper}"
        rf"|{because} (?:[\w']+ ){{0,2}}{helper}[^.;\n]{{0,30}}{does}|{helper}[^.;\n]{{0,90}}{therefore}"
        rf"|{helper}[^.;\n]{{0,60}}{does}[^.;\n]{{0,60}}{everything}"
    )


@cache
def _set_aside() -> Sought:
    """That what family does was set aside: *whatever her son does*, *without his help she*."""
    set_aside, theirs, helped_not, help_ = patterns("blind", "set_aside", "theirs", "helped_not", "help")
    family = rf"(?:{_NAMED}|{theirs})"
    return sought(
        rf"{set_aside}|\bwhatever {family}|\bif {family} {helped_not}"
        rf"|\bwithout (?:the |her |his |their )?(?:{_NAMED}|{help_})(?: of [\w ]+)? (?:he|she|they)\b"
    )


@cache
def _alone() -> Sought:
    """That somebody does it by themselves."""
    return sought(rf"(?<!able to ){cues('blind.alone').pattern}")


@cache
def _unable() -> Sought:
    """That they do not."""
    return sought(rf"{cues('blind.unable').pattern}[^.;\n]{{0,60}}?{cues('blind.alone').pattern}")
