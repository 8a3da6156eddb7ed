"""Signs of what may be abuse or neglect, by their kinds. Matched in text that is `plain`, sentence by sentence."""

import re
from functools import cache

from sbp.checks.cues import cues
from sbp.checks.sought import Sought, sought

_STRONG = ("injury", "violence", "fear", "control", "money", "neglect")
_WEAK = ("away", "weight", "state", "house", "care", "others", "break")
_NO_WORRY = re.compile(r"\bnothing (?:in|about) (?:[\w']+ ){1,10}(?:worr\w+|concern\w*)\b")


def suspected(text: str, *, unasked: bool = False) -> bool:
    """Whether plain words tell of what may be abuse or neglect: one strong sign or two weak ones, not cleared.

    Somebody who answers for the person is a weak sign too. `unasked` says that by the record's own account nobody asked
    in private: that is one, and then somebody's worry is another.
    """
    if cues("harm.none_of_it").search(text) or _NO_WORRY.search(text):
        return False
    told = [one for one in re.split(r"[.;\n]", text) if not is_explained(one)]
    if any(map(is_harm, told)):
        return True
    if cues("harm.cleared").search(text):
        return False
    weak = sum(any(_sign(kind).search(one) for one in told) for kind in _WEAK)
    worried = unasked and any(map(cues("harm.worry").search, told))
    return weak + (_spoken_for().search(text) is not None) + unasked + worried > 1


def is_explained(sentence: str) -> bool:
    """Whether a sentence in plain words explains a mark or a sum, and tells of none that this does not explain."""
    return cues("harm.explained").search(sentence) is not None and cues("harm.not_explained").search(sentence) is None


def is_harm(text: str) -> bool:
    """Whether plain words tell of an injury, violence, fear, control, money taken or care not given."""
    return _strong().search(text) is not None


@cache
def _strong() -> Sought:
    return sought("|".join(_sign(kind).pattern for kind in _STRONG))


@cache
def _sign(kind: str) -> Sought:
    """The signs of a kind: its cues, and what is a sign only beside something else in the same sentence."""
    if kind == "away":
        return sought(rf"{cues('harm.stopped').pattern}[^.;\n]{{0,40}}{cues('harm.company').pattern}")
    also = {"injury": _does_not_fit, "violence": _loud, "control": _holds, "money": _sums}
    alone = cues(f"harm.{kind}").pattern
    return sought(f"{alone}|{also[kind]()}" if kind in also else alone)


def _does_not_fit() -> str:
    return rf"{cues('harm.hurt').pattern}[^.;\n]{{0,70}}{cues('harm.unexplained').pattern}"


def _loud() -> str:
    """Shouting that is heard through a wall or at night, or a concern of which it is not said that it was raised."""
    shouting = r"\b(?:shouting|screaming|yelling)\b[^.;\n]{0,40}\b(?:night|wall|neighbour|evening)"
    return rf"{shouting}|\bsafeguarding (?:concern|alert|referral)(?! (?:was )?(?:made|raised|sent))"


def _holds() -> str:
    """Somebody, and not *he* or *she*, takes what is another's, or is named and has it."""
    owned = rf"(?:all )?{cues('harm.him').pattern} {cues('harm.owned').pattern}"
    taken = rf"(?<!\bhe )(?<!\bshe ){cues('harm.takes').pattern} (?:now )?{owned}"
    return rf"{taken}|(?:{cues('harm.another').pattern}|\bwho\b)[^.;\n]{{0,60}}{cues('harm.has').pattern} {owned}"


def _sums() -> str:
    """A sum that is gone, or a cash machine and somebody who does not use one."""
    machine = r"\b(?:withdrawals?|cash machine|machines?)\b"
    nobody = r"\b(?:cannot|not|never|nobody|unknown|without)\b"
    return rf"£ ?\d[\d,]*\b[^.;\n]{{0,50}}{cues('harm.gone').pattern}|{machine}[^.;\n]{{0,60}}{nobody}"


@cache
def _spoken_for() -> Sought:
    return sought(rf"{cues('harm.another').pattern}[^.;\n]{{0,40}}{cues('harm.speaks_over').pattern}")
