"""What stands where somebody's own words would, by the kinds of words it is made of. All in text that is `plain`."""

import re

from sbp.checks.wording import KIN

_TOLD = (
    r"(?:contribut\w+|participat\w+|engag\w+|take part|taking part|express\w*|communicat\w+|verbalis\w+|"
    r"articulat\w+|share|"
    r"give|gain\w*|obtain\w*|ascertain\w*|establish\w*|gather\w*|seek|sought|elicit\w*|answer\w*|comment\w*|involve\w*|"
    r"be involved|respond\w*|say|speak|discuss\w*|understand|follow|determine\w*|complete)"
)
_UNABLE = re.compile(
    rf"\b(?:unable|not able|could not|couldn't|cannot|can't|did not|didn't|does not|doesn't|not possible|impossible|"
    rf"too (?:\w+ ){{1,3}}to|difficult|unwilling|no longer able)\b(?: [\w',-]+){{0,5}}? {_TOLD}\b"
)
_UNKNOWN = re.compile(
    r"\b(?:views?|wishes|feelings|preferences|opinions?|voice)\b(?: [\w'-]+){0,4} (?:not|unknown|none|unclear)\b"
    r"|\b(?:no|without) (?:\w+ )?(?:views?|wishes|comments?|preferences|opinions?)\b"
)
_SOURCE = re.compile(
    r"\b(?:info(?:rmation)?|history|details|assessment|form|account|section|answers|background|"
    r"review)\b(?: [\w'-]+){0,6} "
    r"(?:gathered|taken|provided|obtained|given|completed|supplied|collected|sourced|done)\b(?: [\w'-]+){0,3} "
    r"(?:by|from|with|"
    r"via|through)\b"
    r"|\b(?:gave|provided|supplied|completed|answered|filled in) (?:the|a|all|this|most of the|his|her|their|full)? ?"
    r"(?:\w+ )?(?:history|info|information|details|background|account|form|section|questions?|answers|page|part|box)\b"
)
_OTHER = (
    rf"(?:{KIN}|mum|dad|carers?|housing|probation|gp|dr [\w'-]+|ward|hospital|therap\w+|physio\w*|ot|nurs\w+|"
    rf"consultant|staff|"
    r"manager|home|agency|provider|school|college|police|landlord|council|team|professionals|care home|social "
    r"worker|cpn|"
    r"doctors?|psychiatrist|psychologist|key ?worker|support workers?|hostel|services|commissioners?|panel)"
)
_OTHERS_SAY = re.compile(
    rf"^(?:the |his |her |their |both |all )?(?:[\w'-]+ ){{0,2}}{_OTHER}(?:,? (?:and|at|in|of|from|team|staff|\w+'s|"
    rf"{_OTHER}|[\w'-]+))"
    r"{0,3}? (?:would (?:like|prefer)|wants?|wanted|wish(?:es)?|feels?|felt|thinks?|thought|believes?|considers?|"
    r"states?|stated|says?|said|reports?|reported|recommends?|recommended|requests?|requested|asks?|asked|is "
    r"keen|are keen|"
    r"agrees?|prefers?|suggests?|advises?|advised|expects?|hopes?|(?:is|are) (?:of the (?:same )?view|"
    r"of (?:the same|that) mind|requesting|asking|"
    r"worried|concerned|"
    r"happy|clear|hoping|in agreement)|(?:was|were|has been|have been) (?:consulted|spoken to|asked|involved|"
    r"informed|contacted))\b"
)
_STILL_HEARD = re.compile(
    r"\b(?:he|she|they)(?: has| have|'s| is| are| was)? ?(?:\w+ )?(?:likes?|loves?|loved|liked|enjoy\w*|hates?|"
    r"wants?|misses|"
    r"said|says|told|tells|asks?|asked|chose|chooses|prefers?|shows?|showed|laughs?|smiles?|sings?|fed up)\b"
)
"""What somebody else knows of them is a way of hearing them."""
_ELSEWHERE = re.compile(r"^(?:please )?(?:see|refer to|as per|as in|as above|same as|covered in)\b[\w '/-]{0,40}$")
_NOT_NOW = re.compile(
    r"^(?:n/?a|not applicable|none|nil|unknown|to be (?:completed|confirmed|added|discussed|obtained|gathered)|"
    r"tbc|pending|"
    r"awaiting|(?:see )?proxy views?)\b[\w ,'-]{0,40}$"
    r"|^(?:[\w'-]+ (?:has|had) )?(?:due to |lack of |poor |no |limited )?(?:mental )?(?:capacity|cognition|"
    r"cognitive|communication|"
    r"comprehension|language)(?: (?:issues?|difficult\w+|barriers?|problems?|impairment|concerns?))+$"
    r"|\b(?:declined|refused|did not (?:wish|want)|does not (?:wish|want)|unwilling) to (?:comment|contribute|"
    r"engage|take part|"
    r"participate|answer|discuss|give)\b"
    r"|\b(?:does not|doesn't|did not|didn't) (?:know|understand) (?:what|why|how|the)\b"
)
_AWAY = re.compile(
    r"^(?:[\w'-]+ )?(?:[\w'-]+ )?(?:was|is|were)? ?(?:asleep|drowsy|sleepy|sedated|unconscious|unresponsive|not "
    r"present|absent|"
    r"too unwell|confused|not orientated|disorientated)\b[\w ,'-]*$"
)


def is_unsaid(part: str) -> bool:
    """Whether a clause says that somebody could not say, who spoke instead, or where else to look."""
    if re.search(r"\b(?:but|though|instead|uses?|by)\b", part) and _UNABLE.search(part) and not _OTHERS_SAY.match(part):
        return False
    if _STILL_HEARD.search(part):
        return False
    return any(kind.search(part) for kind in (_UNABLE, _UNKNOWN, _SOURCE, _OTHERS_SAY, _ELSEWHERE, _NOT_NOW, _AWAY))
