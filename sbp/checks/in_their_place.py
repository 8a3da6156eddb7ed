"""What stands where somebody's own words would, by the kinds of words it is made of. All in text that is `plain`."""

import re
from functools import cache

from sbp.checks.cues import cues
from sbp.checks.sought import Sought, sought

_WITH = re.compile(r"\b(?:but|though|instead|uses?|by)\b")
"""How somebody contributes after all."""


def is_unsaid(part: str) -> bool:
    """Whether a clause says that somebody could not say, who spoke instead, or where else to look."""
    if _WITH.search(part) and _unable().search(part) and not _others_say().match(part):
        return False
    if cues("in_their_place.still_heard").search(part):
        return False
    listed = (cues("in_their_place.declined"), cues("in_their_place.gave"))
    kinds = (_unable(), _no_views(), _source(), _others_say(), _elsewhere(), _away(), *listed)
    return any(kind.search(part) for kind in kinds)


def _words(name: str) -> str:
    return cues(f"in_their_place.{name}").pattern


@cache
def _unable() -> Sought:
    """That somebody could not, and up to five words later what."""
    return sought(rf"{_words('unable')}(?: [\w',-]+){{0,5}}? {_words('contribute')}")


@cache
def _no_views() -> Sought:
    return sought(rf"{_words('views')}(?: [\w'-]+){{0,4}} (?:not|unknown|none|unclear)\b|{_words('no_views')}")


@cache
def _source() -> Sought:
    """That what the form holds was taken from somebody else."""
    gathered = rf"{_words('account')}(?: [\w'-]+){{0,6}} {_words('gathered')}"
    return sought(rf"{gathered}(?: [\w'-]+){{0,3}} (?:by|from|with|via|through)\b")


@cache
def _others_say() -> Sought:
    """Somebody else, and what they want, think or say."""
    other = rf"(?:{_words('another')}|\bdr [\w'-]+)"
    beside = rf"(?:,? (?:and|at|in|of|from|team|staff|{other}|[\w'-]+)){{0,3}}?"
    return sought(rf"^(?:the |his |her |their |both |all )?(?:[\w'-]+ )?{other}{beside} {_words('says')}")


@cache
def _elsewhere() -> Sought:
    """Where else to look, or that nothing is there yet, and a few words more."""
    few = r"[\w '/-]{0,40}$"
    poor = rf"(?:[\w'-]+ (?:has|had) )?(?:due to |lack of |poor |no |limited )?(?:mental )?{_words('faculty')}"
    return sought(
        rf"^{_words('elsewhere')}{few}|^{_words('not_now')}[\w ,'-]{{0,40}}$|^{poor}(?: {_words('trouble')})+$"
    )


@cache
def _away() -> Sought:
    return sought(rf"^(?:[\w'-]+ )?(?:[\w'-]+ )?(?:was|is|were)? ?{_words('away')}[\w ,'-]*$")
