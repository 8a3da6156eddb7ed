"""Whether anything stands on the other side of a risk: what somebody wants, says, chooses, gains or does.

The question is turned round: not whether a text is nothing but danger, but whether any clause has the person in it as
more than somebody to whom things may happen, and who is kept from them.
"""

import re
from functools import cache

from sbp.checks.clauses import Clause, People, clauses, verbs
from sbp.checks.cues import cues
from sbp.checks.heard import is_heard
from sbp.checks.wording import has_quotation, plain

_MIGHT = re.compile(r"\b(?:could|may|might|should|must|were)\b")
"""What has not happened, or is an order."""


def weighs(text: str, people: People) -> bool:
    """Whether somebody is quoted or heard in a text, does something, or is told to gain or to have agreed."""
    said = plain(text)
    if has_quotation(text) or any(cues(f"risk.{name}").search(said) for name in ("gains", "agreed", "of_law")):
        return True
    return any(_does(one) for one in clauses(text, people)) or is_heard(text, people, by=("is", ""))


def _does(one: Clause) -> bool:
    """Whether the person says, wants or does something in a clause, other than what is told of as the danger."""
    if one.doer != "person" or one.aside or one.form != "does" or cues("risk.of_danger").search(one.text):
        return False
    if not (one.named or one.verb in verbs("life_verb")):
        return False
    if one.verb in verbs("wishing_verb"):
        return _MIGHT.search(one.text) is None
    return not (one.denied or _MIGHT.search(one.text) or one.verb in _of_trouble())


@cache
def _of_trouble() -> frozenset[str]:
    """Verbs of lacking, of being placed and of what is told of trouble as often as of a life."""
    named = ("lacking_verb", "neutral_verb", "plain_doing", "risky_verb")
    return frozenset[str]().union(*map(verbs, named))
