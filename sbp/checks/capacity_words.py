"""How records say that somebody lacks capacity, and how they name a decision. All matched in text that is `plain`."""

import re

_HELD = r"(?:(?:felt|deemed|thought|considered|found|believed|judged|assessed|said|likely|able) )?(?:to )?"
_ANY = r"(?:the |any |a |full |sufficient |mental |decision[- ]making )*"
VERDICT = re.compile(
    rf"\b(?:lack(?:s|ed|ing)?(?: in)? {_ANY}capacity|without {_ANY}capacity|(?:has|have|had|with) no {_ANY}capacity|"
    rf"(?:does|did|do|would|will|is|was|has|have|had)(?: not|n't) {_HELD}(?:have|has|possess|retain|hold|got|"
    rf"demonstrate|evidence)? ?{_ANY}capacity|not to have {_ANY}capacity|los(?:t|es|ing) {_ANY}(?:his |her |their )?"
    rf"{_ANY}capacity|fluctuating capacity(?= ?(?:[.,;\n]|$))|"
    r"no longer (?:has|have|had) (?:the |mental )*capacity|capacity fluctuates|(?:not to have|does not have|did not "
    r"have) it\b|"
    r"(?:mca|capacity assessment)\b[^.;\n]{0,40}[:-] ?(?:no|lacks?|lacking|failed|fail)\b|no (?:mental )?capacity(?! "
    r"(?:issues?|concerns?|assessment|in|at|until|till|for|to|with|before|this|on|currently|"
    r"available|left|act))|"
    r"capacity (?:is|was|remains|has been)? ?(?:\w+ ){0,3}?(?:impaired|limited|lacking|reduced|poor|absent|diminished|"
    r"nil|lost)\b|capacity ?[:-] ?(?:no|none|n|lacks?|lacking)(?= ?(?:[.,;\n]|$))|"
    r"(?:failed|did not pass|has not passed|didn't pass) (?:his |her |their |a |the |an )?(?:mca|mental capacity|"
    r"capacity|mini mental)(?: act)?(?: assessment| test)?|(?:incapacit\w+|(?:not|non)[- ]?capacit(?:ous|ated)))"
)
"""Words that somebody has no capacity."""
UNABLE = re.compile(
    r"\b(?:unable|not able|cannot|can't|incapable|is not in a position)(?: to| of)? (?:(?:make|making) (?:any |"
    r"informed |safe |complex |major |important |appropriate |his own |her own |their own )*(?:decisions?|choices?)"
    r"(?= ?(?:[.,;\n]|$| for (?:him|her|them)sel| due| because| and | as | owing| so ))"
    r"|(?:give |provide )?(?:informed )?consent(?= ?(?:[.,;\n]|$| due| because| and | as | owing| so )))"
)
"""Words that somebody decides nothing."""
TRADE = re.compile(
    r"\b(?:agency|agencies|provider\w*|team|service|centre|brokerage|rota|market|framework|waiting list|hospice|ward|"
    r"respite|rounds?|runs?|nurses|carers|home|staffing|staff|hospital|unit|clinic|surgery|council)"
    r"(?: \w+){0,3} ?$"
)
"""Whoever has no capacity here has no places."""
_KIN_OF = r"\b(?:his|her|their) {kin} (?:\w+ ){{0,4}}"


def denied(kin: str) -> re.Pattern[str]:
    """What stands before a verdict that is denied, feared, supposed, over, or on somebody of the person's `kin`."""
    return re.compile(
        r"(?:\b(?:not|never|no (?:reason|evidence|sign|suggestion|indication)|nobody|no one|none|it was said|rather "
        r"than|worr\w+|"
        r"fears?|wonder\w*|query|queried|unclear|unlikely|instead of|if|should|unless|in case|when(?:ever)?|whether|"
        r"last (?:assessment|review|year)|used to|previously|presumption|before)\b[^.;\n]*"
        rf"|{_KIN_OF.format(kin=kin)})$"
    )


_OF = (
    r"(?:(?:to|for|re|about|around|regarding|concerning|in relation to|in respect of|with regard to|over|of|as to)"
    r"(?: whether| where| what| when| how| who| which| if)?|on(?! (?:the ward|ward|admission|\d|mon|tue|wed|thu|fri|"
    r"sat|sun))|whether|where|what|how|which)"
)
_NAMED = re.compile(
    rf"\b(?:capacity|capacitous|consent(?:s|ed|ing)?|decid(?:e|es|ed|ing)|decisions?|choos\w+|choice|chose|weigh|"
    rf"best interests?)(?: (?:assessment|assessed|specifically|only|decision|meeting|made|was|is|it|up))*,? {_OF} "
    r"(?=\w)|\b(?:this|that|these|one|two|the (?:same|following|particular|latter|first|second)) decisions?\b|"
    r"\bsee (?:[\w']+ ){0,4}(?:mca|mca ?[12]|capacity|assessment|form|decision)\b|"
    r"\b(?:court of protection|court) (?:order|decided|made|authorised|found)"
)
_GENERAL = re.compile(
    r"\b(?:for|on|by|from|to)? ?(?:mak(?:e|es|ing)|tak(?:e|es|ing)|has|have|of|in|about|regarding|for|to|re|over) "
    r"(?:any|all|most|his|her|their|own|complex|important|informed|appropriate|major|safe|the|key|these|many| )*"
    r"(?:decisions?|choices?)(?: (?:for (?:him|her|them)sel(?:f|ves)|independently|generally|in general|at all|safely|"
    r"on (?:his|her|their) own|on (?:his|her|their) behalf|about (?:anything|everything|most things|all things|(?:his|"
    r"her|their) (?:own )?(?:life|affairs))|(?:to|will|must) be (?:made|taken)|in (?:all|most) areas|"
    r"in (?:his|her|their) best interests?)|(?= ?(?:[.,;\n]|$|and|due|because|as|owing|so)))"
    r"|\b(?:to )?(?:understand|retain|weigh(?: up)?|consent|engage|participate|comprehend|engage (?:with|in) (?:this|"
    r"the|an) (?:assessment|review|process)|use or weigh|use and weigh|"
    r"decide|communicate)(?= ?(?:[.,;\n]|$|and (?!to|for)|due|because|as |owing))"
    r"|\b(?:any|all|most) (?:of (?:his|her|their) )?decisions?\b|\bdecision[- ]making(?: capacity| ability)?\b"
    r"|\b(?:due|owing|according|related|contributed|subject|leading) to\b"
    r"|\bdecisions? (?:will|to|must|should|are|be) (?:\w+ )?(?:be )?(?:made|taken)\b"
    r"|\b(?:to |staff to )?(?:act|acting|work) in (?:his|her|their) best interests?\b"
    r"|\b(?:in|under) (?:his |her |their )?(?:best interests?|bi)(?: decisions?)?\b"
    r"|\b(?:best interests?|bi)(?: decisions?| principles?| process| checklist| framework)?(?= ?(?:[.,;:\n]|$|"
    r"(?:to|will|should|must) be|appl(?:y|ies)))"
)
"""Decisions in general, which name none."""
OF_ONE = re.compile(rf"\b(?:capacity|consent|decision),? (?:assessment )?{_OF} (?=\w)")
"""A heading that says which decision."""


_OF_PLACES = re.compile(
    r"\b(?:agency|agencies|provider\w*|team|service|brokerage|rota|home care|homecare|rounds?|carers|staffing|market)\b"
    r"[^.;\n]*\bcapacity\b[^.;\n]*"
)
"""An agency that has places."""


def is_named(said: str) -> bool:
    """Whether words that speak of capacity say for which decision."""
    return _NAMED.search(_GENERAL.sub(" ; ", _OF_PLACES.sub(" ; ", said))) is not None
