"""What a reduction of support is put down to: the person, or the house that pays. Matched in text that is `plain`."""

import re

from sbp.checks.wording import KIN, has_quotation

_WHO = rf"(?:he|she|they|i|(?:his|her|their) {KIN}|the (?:two|three|four) of them|both(?: of them)?)"
_ADVERB = r"(?:(?:has|have|had|is|was|were|would|will|did|does|do|also|now|since|all|both|each|not|never|no longer) )"
_OBJECTS = re.compile(
    rf"\b(?:asked|wants?|wanted|wish\w*|prefers?|preferred|would (?:like|rather|sooner)|hop(?:es?|ed)) (?:{_WHO} |"
    r"us |me |for |to |that |it |them |this |the |if |why )*(?:keep|kept|stay|remain|carry on|go on|continue|not|"
    r"reconsider|why|miss|unhappy)\b[^.;\n]*"
    rf"|\b{_WHO} {_ADVERB}{{0,2}}(?:does not|did not|doesn't|didn't|do not) (?:want|wish|agree|like|ask|request|"
    r"choose) (?:it|this|that|the change|any|to lose|for (?:it|this|less|fewer)|with|the (?:cut|reduction))\b"
    r"|\b(?:against|not) (?:at )?(?:his|her|their) (?:own )?(?:wish\w*|choice|request)\b|\bnot happy\b"
)
"""A wish that is against it."""
_WISH = re.compile(
    r"(?:^|[.;:\n] ?)(?:asked|requested|turned down|declined|wants|wanted|chose|wished) "
    rf"|\b{_WHO}'d (?:rather|sooner|like|prefer)\b|\b(?:tried|done|worked out|agreed) with (?:him|her|them)\b"
    rf"|\b{_WHO} {_ADVERB}{{0,3}}(?:asked|asks|requested|wants?|wanted|would (?:rather|sooner|like|prefer)|prefers?|"
    r"preferred|cho(?:se|oses|sen)|decided|suggested|proposed|offered|turned down|declined|told us|stopped|gave up|"
    r"wish(?:es|ed)?|agreed (?:it|that|on|to)|feels? (?:ready|able|safe))\b"
    r"|\b(?:does|did|do)(?: not|n't) (?:want|wish)\b"
    r"|\b(?:at|on|following) (?:his|her|their) (?:own )?(?:request|wish|suggestion|offer|instruction)\b"
    r"|\b(?:his|her|their) (?:own )?(?:idea|choice|decision|wish|suggestion|request)\b"
    r"|\b(?:request(?:ed)?|asked for|wanted) by (?:he|him|her|them)\b|\bas (?:he|she|they) (?:\w+ )?(?:wish\w*|want\w*|"
    r"ask\w*)|\bto have (?:his|her|their) (?:\w+ )?(?:to (?:him|her|them)sel)"
)
_NEW = (
    r"(?:he|she) (?!has|is|was|needs|receives)[a-z]+s [\w' ]{0,30}now(?= ?(?:[.,;\n]|$|and|since))|(?:had|played|"
    r"has) no part|"
    r"(?:is|was) (?:not|no part of) (?:why|the reason|a factor|this)|no longer (?:needs?|wants?|requires?|uses?|has "
    r"to)|improved|recover\w*|regain\w*|learn(?:t|ed|s)\b|mastered|"
    r"stronger|steadier|can now|now (?:\w+ )?(?:can|able|does|manages?|walks?|cooks?|washes|drives?|dresses|gets|"
    r"makes|on (?:his|her|their) own)|healed|mended|(?:wound|ulcer|sore|fracture|cast|plaster) (?:has |is )?"
    r"(?:closed|off|gone)|signed (?:him|her|them) off|stopped needing|(?:nobody|no one) is needed|not needed|"
    r"(?:does not|no) need|need(?:s)? (?:are|is|have become) (?:less|fewer|different|reduced)|reassess\w*|"
    r"new assessment|(?:(?:rail|lift|ramp|hoist|track|handle|alarm)s? went in|(?:was|were|is) fitted|installed)|"
    r"since (?:the|his|her) (?:stair ?lift|(?:\w+ )?rails?|"
    r"(?:\w+ )?handles?|hoist|operation|new|walker|ramp|surgery|physio\w*)|moved in with|married|(?:has |have )"
    r"(?:started|joined) (?:at|work\w*|college|the)"
)
_BETTER = re.compile(
    rf"\b(?:{_NEW}|improv\w+|better|learning|independent(?:ly)?|now (?:\w+ )?(?:lives?|goes)|"
    r"(?:he|she|they) (?:now |always |mostly |already |quite )?(?:can|do|does|manages?|walks?|cooks?|washes|shaves|"
    r"dresses|gets|makes|goes|drives|shops|sleeps|lives|works|takes|runs|uses|has (?:started|begun|joined|moved|"
    r"gone|married|taken)|have (?:started|begun|moved))|"
    r"discharged (?:him|her|them)|(?:brace|splint|cast|plaster|collar|drain|catheter) (?:is |has come )?(?:off|out)|"
    r"(?:him|her|them)sel(?:f|ves)|(?:on|under|by) (?:his|her|their) own|closed up|since the [\w -]{2,30}came|"
    r"since (?:the|his|her) (?:frame|tablets|hip|knee|treatment|bed|chair)|circumstances|moved|married|"
    r"retired|hospital|inpatient|chc|continuing healthcare|fast[- ]track)\b"
)
_LIVES = re.compile(
    r"\b(?:(?:he|she|they) (?:is|are) (?:now |already |mostly )?(?:up|out|off|at|back|home|dressed|steady|steadier|"
    r"well|fit|"
    r"walking|cooking|working)|(?:he|she) (?!(?:has|is|was|needs|requires|receives|continues|remains|attends|lives)\b)"
    r"[a-z]+s)\b"
)
"""What somebody does, in the reasons themselves."""
_NEWLY = re.compile(rf"\b(?:{_NEW})\b")
_ALONE = re.compile(r"\b(?:(?:him|her|them)sel(?:f|ves)|(?:on|under) (?:his|her|their) own|without (?:any )?help)\b")
_LOOSELY = re.compile(
    r"\b(?:(?:can|does|do) not|cannot|can't|is not able|struggles?|in order to be|more independent|to (?:promote|"
    r"encourage|maximise|foster|support|increase) (?:his |her |their )?independen\w+|aims? to|no new assessment|"
    r"not (?:been )?reassessed|without (?:a )?re-?assessment|no re-?assessment|"
    r"no change in (?:his |her |their )?(?:needs?|circumstances)|(?:needs?|circumstances) (?:are |is |remain )?"
    r"(?:unchanged|the same)|(?:provider|agency|service|office|team|centre|round|staff\w*) (?:has |have |is |was )?"
    r"(?:moved|retired|closed)|better (?:use|value|match|fit|aligned|deal)|(?:value for money|affordab\w+|budget\w*|"
    r"finances?) [^.;\n]*improve\w*|"
    r"improv\w+ (?:the )?(?:efficienc\w+|value|flow|capacity|outcomes across))\b"
)
"""What sounds like a change in the person's life and is none."""
OURS = re.compile(
    r"\b(?:panel|validation|challenge (?:meeting|session|panel)|funding|funder|fund(?:s|ed)?|head of service|"
    r"service manager|team manager|budget(?: holder\w*| pressures?| cuts?| reductions?)?|polic(?:y|ies)|savings?|"
    r"costs?|costly|affordab\w+|expensive|money|financ\w+|bandings?|band|targets?|resource\w*|ras|allocation\w*|"
    r"guidelines?|guidance hours|benchmark\w*|average|thresholds?|framework|contracts?|contractual|commission\w*|"
    r"decommission\w*|provider|agency|agencies|rotas?|rounds?|staffing|staff shortage\w*|staff (?:sickness|changes|"
    r"turnover)|recruit\w*|vacanc\w+|market|programme|project|strategy|transformation|digital first|"
    r"(?:standard|core|usual|local|council's|authority's) (?:offer|provision|package|practice)|audit\w*|quarter|"
    r"financial year|year[- ]end|right[- ]siz\w+|efficienc\w+|rationalis\w+|streamlin\w+|duplicat\w+|proportionate|"
    r"equit\w+|shared fairly|(?:similar|comparable|like) (?:packages?|placements?|cases?|people|needs)|client group|"
    r"in line with|within (?:the |its )?(?:budget|band|guid\w+)|high[- ]cost|value for money|released? back|"
    r"(?:is|are|being|be|was|were|has been|have been) (?:decommissioned|handed back|withdrawn by)|handed back|"
    r"no longer (?:commissioned|available|provided|funded|offered|run)|"
    r"(?:not|does not|cannot|can no longer|will not|won't) (?:\w+ )?(?:fund|commission|provide|resource|sustain|pay)|"
    r"is closing|are closing|closure|capacity (?:issues?|problems?|pressures?|on)|free(?:s|ing)? up? ?capacity|"
    r"brokerage|asc|the council|local authority)\b"
)
"""Words of the house: money, contracts, rotas, rules of thumb."""
_AMOUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|daily|twice|once|half)"
_WHAT = (
    r"(?:package|poc|calls?|visits?|hours|hrs|support|care|budget|direct payment|dp|pb|respite|days|sessions|"
    r"services?|sits?|sitting|day centre|meals|transport|outings|pa|evenings?|mornings?|nights?|weekends?|cleaning|"
    r"shopping|one[- ]to[- ]one|1:1|double[- ](?:up|handed)|placement|funding)"
)
_LESS = (
    r"(?:reduc(?:e|es|ed|ing|tion (?:in|of|to|from))|cut(?:s|ting)?|decreas(?:e|es|ed|ing)|lower(?:ed)?|withdraw(?:n|"
    r"ing)?|ceas(?:e|es|ed|ing)|end(?:s|ed|ing)?|stop(?:s|ped|ping)?|discontinu\w+|remov(?:e|ed|al of)|trimm?(?:ed)?|"
    r"step(?:ped)? down|taken (?:out|off|away)|scal(?:e|ed|ing) (?:back|down)|fewer|"
    r"(?:come|comes|go|goes|went|brought|bring) down)"
)
CUT = re.compile(
    rf"\b{_LESS}\b[^.;\n]{{0,50}}\b{_WHAT}\b"
    rf"|\b{_WHAT}\b(?: (?:x ?\d|daily|a day|weekly|on|at|for|from|in|the|[a-z]+days?|\d+))* ?(?:(?:is|are|was|were|to|"
    rf"will|has|have|had|been|be|being|no longer|shall|should|can) )*{_LESS}\b"
    rf"|\bfrom {_AMOUNT} [\w /]{{0,20}}?(?:down )?to {_AMOUNT}\b|\b{_AMOUNT} {_WHAT} (?:\w+ )?(?:to )?(?:become|"
    rf"becomes?|down to|reduced to) {_AMOUNT}\b"
)
_SAME = re.compile(
    r"\b(?:hours|visits?|calls?|support|care|people|days)\b[\w ]{0,30}\b(?:the same|unchanged|untouched|not (?:touched|"
    r"affected))\b"
)
_SUPPORT = re.compile(
    r"\b(?:package|calls?|visits?|hours|care|budget|direct payment|respite|sessions?|services?|sits?|day centre|pa|"
    r"placement|carers?|agency|helpers?|fewer|less)\b"
)
_NOT_CUT = re.compile(
    r"\b(?:not(?:hing)?|no|never|nobody|if|might|may|could|would|afraid|worr\w+|fear\w*|rumou?r\w*|instead of|"
    r"rather than|risk of|threat\w*|in case|last year|(?:was|were|had been) (?:once|previously|cut)|used to|avoid\w*|"
    r"prevent\w*|against|(?:he|she|they|i) (?:has |have |had )?(?:stopped|stops|cut|reduced|ended|ends|fell))\b"
)
"""What stands before a cut that is feared, denied or long ago."""


def is_carried(text: str) -> bool:
    """Whether words put less support down to the person: their wish, something new, what they do.

    Where the house is named too, what they do is not enough, unless they do it by themselves.
    """
    told = _LOOSELY.sub(" ", _OBJECTS.sub(" ", text))
    if _WISH.search(told) or _NEWLY.search(told) or _ALONE.search(told):
        return True
    return OURS.search(told) is None and (_BETTER.search(told) or _LIVES.search(told)) is not None


def is_spoken(text: str) -> bool:
    """Whether words that carry a reduction hold somebody's own, quoted."""
    return has_quotation(_OBJECTS.sub(" ", text))


def cuts(sentence: str) -> bool:
    """Whether a sentence says that support is made less, and does not deny or fear it."""
    found = None if _SAME.search(sentence) else CUT.search(sentence)
    return found is not None and _NOT_CUT.search(sentence, 0, found.end()) is None


def explains(sentence: str, *, strictly: bool) -> bool:
    """Whether a sentence elsewhere in a review answers for less support: a wish or a change that speaks of support.

    Something new in the person's life is enough by itself, but not `strictly`.
    """
    told = _LOOSELY.sub(" ", _OBJECTS.sub(" ", sentence))
    if _SUPPORT.search(told) and (_WISH.search(told) or _BETTER.search(told)):
        return True
    return not strictly and _NEWLY.search(told) is not None
