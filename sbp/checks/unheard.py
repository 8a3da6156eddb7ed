"""The part of a record that invites somebody's own words, when nobody is heard in it."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.wording import KIN, has_quotation, has_said, has_voice, is_brief, plain, says_nothing, whole
from sbp.findings import Place
from sbp.passage.sections import section_kind
from sbp.records import Prose, Record, prose

_WHO = r"(?:(?:client|service user|person|he|she|they|(?:mr|mrs|ms|miss) [\w'-]+|[\w'-]+)(?:'s)? )?"
_CANNOT_SAY = re.compile(
    rf"(?:n/?a|none|nil|not applicable)?[ ,.:;()-]*(?:due to |because of |as )?{_WHO}"
    r"(?:(?:is |was |has |own )?(?:non[- ]?verbal|(?:unable|not able) to (?:say|contribute|express|communicate|give|"
    r"engage|answer|comment|participate|verbalise|articulate|take part|state|provide|share)[\w ,'-]*|"
    r"(?:could|can|did|does|would|will)(?: not|n't) (?:say|contribute|express|communicate|give|engage|answer|comment|"
    r"participate|verbalise|articulate|take part|speak|respond|want to comment)[\w ,'-]*|cannot (?:say|contribute|"
    r"express|communicate|give|engage|answer|comment|participate|verbalise|speak|take part)[\w ,'-]*|"
    r"lacks? (?:mental )?capacity[\w ,'-]*|lack of (?:capacity|understanding|insight)[\w ,'-]*|"
    r"(?:severe |advanced |late stage )?(?:dementia|alzheimer'?s|cognitive impairment|learning disability)[\w ,'-]*|"
    r"no capacity|(?:is |are |remains? |seems? |appears? )?(?:very )?happy with (?:the |his |her |their |current )*"
    r"(?:services?|care|support|package|plan|arrangements?)|"
    r"no (?:issues|concerns|comments?|views?|wishes|opinion)(?: (?:raised|expressed|given|recorded|stated|known|"
    r"obtained|made))*|(?:views?|wishes|comments?|voice)?:? ?(?:were |was )?(?:not|"
    r"none) (?:completed|obtained|sought|"
    r"recorded|gathered|given|ascertained|known|expressed|asked|available|discussed|present)|"
    r"not seen|asleep[\w ,'-]*|"
    r"see (?:family|carer|above|son|daughter|wife|husband)[\w' ]*|as (?:per|above)(?: [\w']+){0,3}|"
    r"(?:views?|information|spoken) (?:\w+ )?(?:by|from|for by) (?:\w+ )?(?:family|son|daughter|wife|husband|staff|"
    r"care home)|(?:son|daughter|wife|husband|family|staff) (?:spoke|answered|speaks|answers|replied|"
    r"responded) (?:for|on)"
    r"[\w ]*))"
)
_SOUGHT = re.compile(
    r"\b(?:eye[- ]gaze|eye contact|(?:with|by) (?:his|her|their) (?:eyes?|hands?|face)|gestur\w+|smil\w+|nod(?:s|ded)|"
    r"shook|point(?:s|ed) (?:to|at)|pictures?|photo\w*|talking mats?|interpreter|signing|signed|bsl|makaton|symbols?|"
    r"observ\w+|watched|advocate|laugh\w*|humm\w*|turns? (?:away|to|towards)|turned (?:away|to|towards)|"
    r"push\w* \w* ?away|"
    r"pulls? (?:away|back)|reach(?:es|ed) for|squeez\w+|body language|facial|blinks?|vocalis\w+|drew|draws|"
    r"behaviou?r shows|communication (?:aid|passport|book|device|app)|shows? (?:us|me|that|when|what)|showed|"
    r"known (?:him|her|them) (?:for|since)|knows? (?:him|her|them) best|life story|lights? up)\b"
)
_OTHERS = re.compile(
    rf"\b(?:{KIN}|staff|carers?|manager|nurse|gp|ot|physio\w*|doctor|team|agency|social worker|home)"
    r"(?: (?:and|also|has|have|who|the|is|are|at|from|\w+'s))* (?:said|says|told|tells|asked|asks|"
    r"wants?|wanted|wishes|"
    r"would like|feels?|felt|thinks?|agreed|agrees|explained|described|describes|hopes?|happy|glad|worried|reports?|"
    r"stated?|confirmed|decided|prefers?)\b",
    re.IGNORECASE,
)
"""Somebody else who speaks: their words are not the person's."""


_VERDICT = re.compile(
    r"^(?:(?:he|she|client|service user|(?:mr|mrs|ms|miss) [\w'-]+|[\w'-]+) )?(?:(?:is|was|appears?|presents?|seems?|"
    r"remains?|engages?|engaged|needs?|requires?|lacks?)\b|(?:a |an )?(?:very )?(?:pleasant|lovely|settled|quiet|"
    r"content|frail|confused|\d\d[- ]year))"
)
"""What somebody seems to be, in the place of what they say."""
_FIRST = re.compile(r"\b(?:i|i'm|i've|me|my|we)\b")


@frozen(kw_only=True)
class Unheard:
    """Find records where the part for somebody's own words is a placeholder, or says only that they cannot say.

    Nothing is said where they are heard anywhere else in the record, where it tells how their views were sought, or of
    brief records. In a carer's assessment the carer's voice is the one that counts.
    """

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a record, at what stands in the place of their words."""
        for record in case_file.records:
            if record.kind not in scope or is_brief(record) or _is_heard(record):
                continue
            invited = [item for item in prose(record) if _invites(item)]
            if invited and all(_says_nothing(item) for item in invited):
                end = len(invited[0].entry.text)
                yield Place(record_id=record.header.id, field=invited[0].pointer, start=0, end=end)
            elif not invited and case_file.knows(record, "in_their_words") and not has_voice(whole(record)):
                yield Place(record_id=record.header.id, field="/in_their_words")


def _invites(item: Prose) -> bool:
    heading = plain(item.heading)
    views = ("view" in heading or "wishes" in heading) and not any(
        cue in heading for cue in ("carer", "review", "interview")
    )
    return item.pointer.startswith("/in_their_words/") or section_kind(item.heading) == "own-words" or views


def _says_nothing(item: Prose) -> bool:
    said = plain(item.entry.text).strip(" .")
    verdict = item.entry.speaker == "worker" and _VERDICT.search(said) and not _FIRST.search(said)
    return (
        says_nothing(said)
        or (bool(verdict) and not has_voice(item.entry.text))
        or all(_CANNOT_SAY.fullmatch(part.strip(" .")) or says_nothing(part) for part in re.split(r"[.;\n]", said))
    )


def _is_heard(record: Record) -> bool:
    others = [item for item in prose(record) if not _invites(item) or not _says_nothing(item)]
    speaks = any(item.entry.speaker in ("person", "carer") and not says_nothing(item.entry.text) for item in others)
    able = "\n".join(item.entry.text for item in others if item.pointer.startswith("/strengths/"))
    text = "\n".join(item.entry.text for item in others if not item.pointer.startswith("/strengths/"))
    text = _OTHERS.sub(" ", text)
    return speaks or has_said(text) or has_quotation(able) or _SOUGHT.search(plain(whole(record))) is not None
