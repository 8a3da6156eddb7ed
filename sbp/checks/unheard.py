"""The part of a record that invites somebody's own words, when nobody is heard in it."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.wording import has_quotation, has_voice, is_brief, plain, says_nothing, whole
from sbp.findings import Place
from sbp.passage.sections import section_kind
from sbp.records import Prose, Record, prose

_CANNOT_SAY = re.compile(
    r"(?:n/?a|none|nil|not applicable|unable|not able|did not|does not|would not)?[ ,.:;()-]*(?:(?:is |mr \w+ |"
    r"mrs \w+ |he |she |client |due to |as )?"
    r"(?:(?:is )?non[- ]?verbal|unable to (?:say|contribute|express|communicate|give|engage|answer|comment|"
    r"participate)[\w ]*|lacks capacity[\w ]*|lack of capacity|dementia|advanced dementia|"
    r"cannot communicate|does not communicate|no capacity|not able to (?:say|contribute|express|"
    r"communicate)[\w ]*|happy with (?:the )?(?:service|care|support|package|plan)|"
    r"no (?:issues|concerns|comments|views|views expressed|wishes expressed)(?: raised)?|not completed|"
    r"not obtained|see family|as per (?:family|son|daughter|wife|husband)))"
)
_SOUGHT = re.compile(
    r"\b(?:eye|eyes|gestures?|smil\w+|pictures?|photo\w*|talking mats?|interpreter|signs?|signing|bsl|makaton|"
    r"symbols?|tablet|observ\w+|watched|advocate|"
    r"known to|through (?:his|her|their)|laugh\w*|humm\w*|turns? (?:away|to)|face|hand|hands|sound\w*|"
    r"behaviou?r shows|diary|history|always|used to)\b"
)


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
            elif not invited and case_file.knows(record, "in_their_words"):
                yield Place(record_id=record.header.id, field="/in_their_words")


def _invites(item: Prose) -> bool:
    heading = plain(item.heading)
    views = ("view" in heading or "wishes" in heading) and not any(
        cue in heading for cue in ("carer", "review", "interview")
    )
    return item.pointer.startswith("/in_their_words/") or section_kind(item.heading) == "own-words" or views


def _says_nothing(item: Prose) -> bool:
    said = plain(item.entry.text).strip(" .")
    return says_nothing(said) or all(
        _CANNOT_SAY.fullmatch(part.strip(" .")) or says_nothing(part) for part in re.split(r"[.;\n]", said)
    )


def _is_heard(record: Record) -> bool:
    others = [item for item in prose(record) if not _invites(item) or not _says_nothing(item)]
    speaks = any(item.entry.speaker in ("person", "carer") and not says_nothing(item.entry.text) for item in others)
    able = "\n".join(item.entry.text for item in others if item.pointer.startswith("/strengths/"))
    text = "\n".join(item.entry.text for item in others if not item.pointer.startswith("/strengths/"))
    return speaks or has_voice(text) or has_quotation(able) or _SOUGHT.search(plain(whole(record))) is not None
