"""A form that tells of needs, and of nothing that anybody wants."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile, is_form
from sbp.checks.cues import cues
from sbp.checks.invited import invited
from sbp.checks.wording import called_he, is_brief, plain, says_nothing
from sbp.findings import Place
from sbp.records import Prose, Record, prose

_WANTS = re.compile(
    r"\b(?:he|she|they|i|we|who|and|also|still|really|just|only)(?: would|'d)? "
    r"(?:wants|hopes?|wish(?:es)?|would (?:like|love|rather|prefer)|longs|aims|means|plans|intends|dreams) "
    r"(?!not\b|no\b)|"
    r"\b(?:i|they|we) (?:do )?want\b|(?:^|[.;:\n] ?)wants\b|\b(?:i|he|she|they|we)'d (?:like|love|rather|settle|"
    r"give)\b|"
    r"\b(?:said|says|told \w+|that) (?:he|she|they) wanted\b|\bwanted to (?:go|be|get|see|do|have|keep|stay|live|"
    r"make|cook)\b|"
    r"\b(?:his|her|their|my|own|whose) (?:\w+ )?(?:aims?|goals?|hopes?|wish(?:es)?|dreams?|ambitions?|priority|"
    r"outcomes?)\b|"
    r"\b(?:is|are|'s|'re|i'm|am) (?:\w+ly )?(?:keen|determined|hoping|after|looking forward|set on|saving|"
    r"planning|aiming) |"
    r"\b(?:outcomes?|goals?|aims?) (?:is|are|was|were|agreed|wanted|identified|sought)\b|\bwhat this is all for\b|"
    r"\b(?:important|matters|matter) to (?:him|her|them|me)\b|\bi (?:want|hope|wish|would)\b|\blooking forward to\b"
)
"""That somebody wants something, in the text of a form."""
_NOBODY = re.compile(
    r"\b(?:wife|husband|son|daughter|mother|father|sister|brother|manager|landlord|staff|carers?) (?:wants|would "
    r"like)"
)
_NEEDY = re.compile(
    r"\b(?:requires?|needs? (?:help|support|assistance|prompt\w*|reminding|supervision|someone|somebody)|unable|"
    r"cannot|can't|"
    r"couldn't|no longer|struggles?|difficult\w*|only (?:if|when|with)|prompted|risk|falls?|assistance|help of|"
    r"with help|by "
    r"(?:his|her|their) (?:wife|husband|son|daughter)|weight (?:loss|down)|incontinen\w*|doesn't|does not|missed|"
    r"lost|all night)\b"
)


@frozen(kw_only=True)
class Aimless:
    """Find forms of headings and text that tell of needs, where no heading and no words say what the person wants.

    A need is told where the form decides that somebody is eligible, or asks for needs and tells of two things that are
    hard. Of brief records and of people without needs nothing is said.
    """

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a record, at the outcomes it does not have."""
        for record in case_file.records:
            if record.kind in scope and is_form(record) and not is_brief(record, words=35) and _is_aimless(record):
                yield Place(record_id=record.header.id, field="/outcomes")


def _is_aimless(record: Record) -> bool:
    if any(True for _ in invited(record, "outcomes")) or says_what_is_wanted(record):
        return False
    told = "\n".join(plain(item.entry.text) for item in prose(record))
    if cues("aim.no_needs").search(told):
        return False
    decided = any(
        cues("aim.decides").search(plain(item.heading)) and cues("aim.eligible").search(plain(item.entry.text))
        for item in prose(record)
    )
    asked = any(cues("aim.asks_needs").search(plain(item.heading)) for item in prose(record))
    return decided or (asked and len(_NEEDY.findall(told)) > 1)


def says_what_is_wanted(record: Record) -> bool:
    """Whether a heading with something under it asks what somebody wants, or the words of a form say it."""
    return any(
        (cues("aim.asks").search(plain(item.heading)) and not says_nothing(item.entry.text)) or _is_wanted(record, item)
        for item in prose(record)
        if item.pointer.startswith("/sections/")
    )


def is_written_down(record: Record) -> bool:
    """Whether a section of a record with fields of its own tells in so many words what the person wants."""
    return any(
        item.entry.speaker == "worker" and _is_wanted(record, item)
        for item in prose(record)
        if item.pointer.startswith("/sections/")
    )


def _is_wanted(record: Record, item: Prose) -> bool:
    return _WANTS.search(_NOBODY.sub(" ", called_he(record, item.entry.text))) is not None
