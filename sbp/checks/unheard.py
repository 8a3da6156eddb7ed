"""The part of a record that invites somebody's own words, when nobody is heard in it."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.family import family
from sbp.checks.in_their_place import is_unsaid
from sbp.checks.wording import KIN, has_quotation, has_said, has_voice, is_brief, plain, says_nothing, whole
from sbp.findings import Place
from sbp.passage.sections import section_kind
from sbp.records import Prose, Record, prose

_WHO = r"(?:(?:(?:the )?(?:client|service user|person|adult)|he|she|they|(?:mr|mrs|ms|miss) [\w'-]+|[\w'-]+)(?:'s)? )?"
_CANNOT_SAY = re.compile(
    rf"(?:n/?a|none|nil|not applicable)?[ ,.:;()-]*(?:due to |because of |as )?{_WHO}"
    r"(?:(?:is |was |has |own )?(?:non[- ]?verbal|(?:unable|not able) to (?:say|contribute|express|communicate|give|"
    r"engage|answer|comment|participate|verbalise|articulate|take part|state|provide|share)[\w ,'-]*|"
    r"(?:could|can|did|does|would|will)(?: not|n't) (?:say|contribute|express|communicate|give|engage|answer|comment|"
    r"participate|verbalise|articulate|take part|speak|respond|want to comment)[\w ,'-]*|cannot (?:say|contribute|"
    r"express|communicate|give|engage|answer|comment|participate|verbalise|speak|take part)[\w ,'-]*|"
    r"lacks? (?:mental )?capacity[\w ,'-]*|lack of (?:capacity|understanding|insight)[\w ,'-]*|"
    r"(?:severe |advanced |late stage )?(?:dementia|alzheimer'?s|cognitive impairment|learning disability)[\w ,'-]*|"
    r"no capacity|(?:is |are |remains? |seems? |appears? )?(?:very )?happy with (?:the |his |her |their |current |"
    r"care |support )*"
    r"(?:services?|care|support|package|plan|arrangements?)|"
    r"no (?:issues|concerns|comments?|views?|wishes|opinion)(?: (?:raised|expressed|given|recorded|stated|known|"
    r"obtained|made|on this occasion|at this time|today|at present))*|(?:views?|wishes|comments?|voice)?:? ?(?:were |"
    r"was )?(?:not|"
    r"none) (?:completed|obtained|sought|"
    r"recorded|gathered|given|ascertained|known|expressed|asked|available|discussed|present)(?: (?:on this "
    r"occasion|at this time|today|at present|during [\w ]+))?|"
    r"not seen|asleep[\w ,'-]*|"
    r"see (?:family|carer|above|son|daughter|wife|husband)[\w' ]*|as (?:per|above)(?: [\w']+){0,3}|"
    r"(?:views?|information|spoken) (?:\w+ )?(?:by|from|for by) (?:\w+ )?(?:family|son|daughter|wife|husband|staff|"
    r"care home)|(?:son|daughter|wife|husband|family|staff) (?:spoke|answered|speaks|answers|replied|"
    r"responded) (?:for|on)"
    r"[\w ]*|"
    r"(?:(?:it |this |views? |wishes )?(?:was |were |is |are )?(?:very |too )?(?:difficult|unable|not possible|"
    r"impossible|"
    r"not able) (?:to (?:ascertain|obtain|establish|gauge|elicit|gain|determine|get)|due|because|owing|at this)"
    r"[\w ,'/-]*)|"
    r"(?:is |was )?(?:unable|not able) to (?:tell|be asked|discuss|indicate|make)[\w ,'-]*|"
    r"(?:(?:has|had|with|have) )?(?:dementia (?:and )?so |and )?(?:could|can) ?not be (?:ascertained|obtained|sought|"
    r"established|gathered|given|asked|determined|elicited|consulted)[\w ,'-]*|"
    r"(?:has |with )?(?:no|minimal|very limited|limited|little)(?: (?:verbal|meaningful|spoken|"
    r"effective))? (?:communication|"
    r"speech|language|verbal ability)(?: skills)?(?: due to [\w ,'-]*)?|"
    r"(?:information|history|details|answers|account|all information)(?: was| were)?(?: all)? (?:provided|given|"
    r"gathered|"
    r"obtained|taken|supplied) (?:by|from)[\w ,'-]*|"
    rf"(?:spoke|spoken|discussed|discussion) (?:with|to) (?:his |her |their |the )?(?:{KIN}|staff|carers?|manager)"
    r"[\w ,'-]*|"
    rf"(?:his |her |their |the )?(?:{KIN}) (?:feels?|thinks?|believes?|states?|says?|reports?) (?:that "
    rf")?(?:(?:his |her |their )?"
    r"[\w'-]+) (?:should|needs?|must|would benefit|requires?|ought|cannot|can no longer|is (?:not|unable|unsafe))"
    r"[\w ,'-]*|"
    rf"(?:his |her |their |the )?(?:{KIN})(?: and \w+)? (?:wants?|would like|requests?|is requesting|are requesting) "
    r"(?:him|her|them|a |an |more|residential|respite|placement|nursing|increased?|extra|to (?:see|have) (?:him|her))"
    r"[\w ,'-]*|"
    r"(?:the )?same as (?:the )?(?:last|previous|before)[\w ,'-]*|pending|nothing to (?:add|report|note)|nil to "
    r"(?:add|report|note)|(?:verbal |written |informed )?consent(?: was)? (?:given|obtained|gained|received)))"
)
_SOUGHT = re.compile(
    r"\b(?:eye[- ]gaze|eye contact|(?:with|by) (?:his|her|their) (?:eyes?|hands?|face)|gestur\w+|smil(?:es|ed|"
    r"ing)|nod(?:s|ded)|"
    r"shook|point(?:s|ed) (?:to|at)|pictures?|photo\w*|talking mats?|interpreter|signing|signed|bsl|makaton|symbols?|"
    r"(?:by|we|i) observ\w+|observ\w+ (?:him|her|them|how|that s?he)|watched (?:him|her|them)|(?<!no )advocate|"
    r"laugh\w*|humm\w*|turns? (?:away|to|towards)|turned (?:away|to|towards)|"
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
    r"stated?|confirmed|decided|prefers?)\b"
    rf"|\b(?:{KIN}),? who [^.;\n]{{3,60}}? and (?:has |have |had )?(?:said|told|asked|wants?|wished|would like|"
    rf"agreed)\b",
    re.IGNORECASE,
)
"""Somebody else who speaks: their words are not the person's."""


_MARKS = str.maketrans("\u201c\u201d\u2019", '""\'')
_QUOTED = re.compile(
    rf"\b(?:{KIN}|staff|carers?|manager|nurse|ot|worker)\b[^.\n\"]{{0,60}}[:,]? ?\"[^\"]*\"|"
    rf"\"[^\"]*\",? (?:(?:his|her|the|their) "
    rf")?(?:{KIN}|staff|carers?|manager|nurse)(?: \w+)? (?:said|says|told|wrote|asked)\b",
    re.IGNORECASE,
)
"""Somebody else's words in quotation marks."""
_SAID_OF = re.compile(
    r"\b(?:is|was|are|were|be|been|being|as) (?:\w+ly )?(?:described|reported|said|stated|told|asked|explained)\b",
    re.IGNORECASE,
)
"""What is said of somebody, or to them."""
_KNOWN = re.compile(
    r"\b(?:he|she|they)(?: has| have|'s)?(?: \w+)? (?:likes?|loves?|loved|liked|enjoy\w*|hates?|wants?|misses)\b"
)
"""What a carer knows of somebody is a way of hearing them."""
_VERDICT = re.compile(
    r"^(?:(?:he|she|client|service user|(?:mr|mrs|ms|miss) [\w'-]+|[\w'-]+) )?(?:(?:is|was|appears?|presents?|seems?|"
    r"remains?|engages?|engaged|needs?|requires?|lacks?)\b|(?:a |an )?(?:very )?(?:pleasant|lovely|settled|quiet|"
    r"content|frail|confused|\d\d[- ]year))"
)
"""What somebody seems to be, in the place of what they say."""
_FIRST = re.compile(r"\b(?:i|i'm|i've|me|my|we)\b")
_SHOWS = re.compile(
    r"\b(?:fed up|cross|angry|sad|lonely|bored|missing|hates?|dislikes?|matters?|cries|cried|weeps|laughs|smiles|"
    r"when)\b"
)
"""What somebody feels, or shows and in what circumstances: more than what they seem to be."""
_CLINICAL = re.compile(
    r"\b(?:diagnos\w+|copd|diabet\w+|hypertension|ex-smoker|smoker|cataract\w*|stroke|tia|mi|ckd|dementia|"
    r"alzheimer\w*|parkinson\w*|arthritis|osteo\w+|asthma|epilep\w+|heart (?:failure|attack|disease)|angina|"
    r"atrial fibrillation|af|cancer|fracture\w*|surgery|replacement|amputat\w+|medication|tablets|prescribed|ramipril|"
    r"metformin|warfarin|insulin|mg|blood pressure|bmi|nhs|gp|incontinen\w+|catheter|oedema|glaucoma|depression|"
    r"schizophrenia|bipolar|neuropathy|hearing loss|hemiplegia|weakness|allerg\w+|syndrome|disorder|disease|"
    r"impairment|type [12]|stage \d|hypotension|hearing aids?|"
    r"\w+(?:itis|osis|aemia|pathy|plegia|tension|algia|trophy|phasia|ectomy))\b"
)
"""Conditions and treatment: what somebody has, in the place of what they say."""
_HEADING = re.compile(
    r"\b(?:views?|wishes|voice|perspective|(?:person|adult|individual|client|service user|resident|patient|"
    r"people)'?s?'? "
    r"(?:own )?(?:words|comments?|account|opinions?)|what (?:does|did|do|has) (?:the )?[\w-]+(?: user)? (?:say|want|"
    r"think|"
    r"tell|said|told)|what (?:the )?[\w-]+(?: user)? (?:told us|tells us|said|says|wants?|thinks?))\b"
)
_MATTERS = re.compile(
    r"\b(?:(?:important|matters?) (?:most )?to (?:the (?:person|adult|client)|(?:m(?:r|rs|s|iss) )?[\w'-]+)|my hopes|"
    r"hopes and)\b"
)
"""Headings under which somebody else may well write what they know; a placeholder there is still one."""
_NOT_THEIRS = re.compile(
    rf"\b(?:{KIN}|carers?'?s?|reviews?|interviews?|workers?|professionals?|assessors?|relatives?|relations?|gp|staff|"
    r"provider\w*|others|manager\w*|representatives?|panel|team)\b"
)
"""Whose views a heading may ask for that are not the person's."""


@frozen(kw_only=True)
class Unheard:
    """Find records where the part for somebody's own words is a placeholder, or says only that they cannot say.

    Nothing is said where they are heard anywhere else in the record, where it tells how their views were sought, or of
    brief records. In a carer's assessment the carer's voice is the one that counts.
    """

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a record, at what stands in the place of their words."""
        names = family(case_file)
        for record in case_file.records:
            if record.kind not in scope or is_brief(record) or _is_heard(record, names):
                continue
            invited = [item for item in prose(record) if _invites(item)]
            if invited and all(_says_nothing(item) for item in invited):
                end = len(invited[0].entry.text)
                yield Place(record_id=record.header.id, field=invited[0].pointer, start=0, end=end)
            elif (
                not invited
                and case_file.knows(record, "in_their_words")
                and not has_voice(_theirs(record, whole(record), names))
            ):
                yield Place(record_id=record.header.id, field="/in_their_words")


def _theirs(record: Record, text: str, names: dict[str, str]) -> str:
    """A text without the words that say that somebody else spoke; in a carer's records the carer is no one else."""
    if record.kind.startswith("carers_"):
        return text
    for one in getattr(record, "network", ()):
        if one.who.strip() and one.relation:
            text = re.sub(rf"\b{re.escape(one.who.split()[0])}\b", "staff", text)
    own = plain(f"{record.header.person.pronouns} {record.header.person.gender}")
    if re.search(r"\b(?:he|male|man|she|female|woman)\b", own) and "they" not in own:
        text = re.sub(r"\b[Ss]he\b" if re.search(r"\b(?:he|male|man)\b", own) else r"\b[Hh]e\b", "family", text)
    if names:
        text = re.sub(rf"(?i)\b(?:{'|'.join(names)})\b", "family", text)
    return _OTHERS.sub(" ", _QUOTED.sub(" ", _SAID_OF.sub(" ", text.translate(_MARKS))))


def _invites(item: Prose) -> bool:
    heading = plain(item.heading)
    views = _HEADING.search(heading) is not None and _NOT_THEIRS.search(heading) is None
    views = views or (_MATTERS.search(heading) is not None and _says_nothing(item))
    return item.pointer.startswith("/in_their_words/") or section_kind(item.heading) == "own-words" or views


def _by_word(text: str) -> str:
    """A text in which family who are named beside the word for it are called by the word alone."""
    named = {met[1] for met in re.finditer(rf"\b(?:{KIN}),? ([A-Z][\w'-]+)", text)}
    return re.sub(rf"\b(?:{'|'.join(map(re.escape, sorted(named)))})\b", "family", text) if named else text


def _says_nothing(item: Prose) -> bool:
    said = plain(_by_word(item.entry.text)).strip(" .")
    worker = item.entry.speaker == "worker"
    verdict = worker and _VERDICT.search(said) and not _FIRST.search(said) and not _SHOWS.search(said)
    parts = [part for part in re.split(r"[.;\n]", said) if part.strip()]
    return (
        says_nothing(said)
        or (bool(verdict) and not has_voice(item.entry.text))
        or all(_is_unsaid(part) or (worker and _is_clinical(part)) for part in parts)
    )


def _is_unsaid(part: str) -> bool:
    part = part.strip(" .")
    return _CANNOT_SAY.fullmatch(part) is not None or says_nothing(part) or is_unsaid(part)


def _is_clinical(part: str) -> bool:
    """Whether a part tells of a condition or its treatment, and of nothing that somebody says, wants or does."""
    wanted = re.search(r"^\s*(?:no |not )?(?!hearing)\w+ing\b|\b(?:to|so|for)\b", part)
    heard = has_voice(part) or _FIRST.search(part) or _SHOWS.search(part)
    return _CLINICAL.search(part) is not None and not wanted and not heard


def _is_of_others(item: Prose, record: Record) -> bool:
    """Whether a carer speaks, or an entry tells of somebody around the person."""
    around = item.pointer.startswith("/network/") and not record.kind.startswith("carers_")
    return item.entry.speaker == "carer" or around


def _is_heard(record: Record, names: dict[str, str]) -> bool:
    others = [item for item in prose(record) if not _invites(item) or not _says_nothing(item)]
    speakers = ("person", "carer") if record.kind.startswith("carers_") else ("person",)
    speaks = any(item.entry.speaker in speakers and not says_nothing(item.entry.text) for item in others)
    others = [item for item in others if not _is_of_others(item, record) or _KNOWN.search(plain(item.entry.text))]
    able = "\n".join(item.entry.text for item in others if item.pointer.startswith("/strengths/"))
    text = "\n".join(item.entry.text for item in others if not item.pointer.startswith("/strengths/"))
    text = _theirs(record, text, names)
    return speaks or has_said(text) or has_quotation(able) or _SOUGHT.search(plain(whole(record))) is not None
