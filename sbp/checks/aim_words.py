"""The words by which an outcome statement shows what it is about. All are matched in text that is `plain`."""

import re
from functools import cache

from sbp.checks.cues import cues

LEAD = re.compile(
    r"^(?:[-*•>\s]|o\s|\(?\d{1,2}[.)]\s*)*(?:(?:desired |wanted |personal )?(?:outcomes?|goals?|"
    r"aims?)(?: \d)?[:-]\s*)?"
    r"(?:for (?!a |an |the |all |carers? |staff )[\w']+(?: [a-z][\w']+)? to |(?:mr|mrs|ms|miss) [\w'-]+ "
    r"(?:wants? |needs? |wishes |would like )?to |"
    r"(?:he|she|they|i) (?:wants?|wishes|would like|needs?|hopes?|requires?) (?:to )?|"
    r"(?:client|service user|person|adult) to |"
    r"(?!(?:staff|carers?|pas?|nurses?|agency|provider|home|team|workers?|sw|ot|asc|gp|family|support|help|assistance|"
    r"needs|medication|meds|respite|safety|care|calls?|package|hygiene|nutrition|ability|able|opportunity|wife|husband|"
    r"son|daughter|mother|father|partner|council|placement|place|carer|visits?|equipment|transport|meals|"
    r"in)\b)[a-z][\w'-]+ (?:to|will) "
    r"(?=(?:be (?=as |more |safe|independent|well|healthy|able|supported|happy|free|compliant|settled)|(?:remain|"
    r"maintain|stay|live|have|continue|keep|feel|accept|engage|comply|cooperate|co-operate|attend|receive|improve|"
    r"increase|develop|reduce|access)\b))|\w+ (?:wants|wishes|would like) to |for (?=an? |the |all |carers? "
    r"|staff )|to )?"
    r"(?:be (?:able|supported|helped|enabled) to |(?:enable|allow) [\w']+ to |continue to (?=be ))?"
)
REASON = re.compile(
    r"\b(?:so (?:that |i |she |he |they |we |her |his )|because|in order (?:to|that)|to be able to|which means|"
    r"means (?:she|he|they|i) can|"
    r"and (?:then )?(?:get|go|see|walk|visit|play|cook|meet|catch)\b|while (?:i|she|he|they)\b|"
    r"(?:who|that|which) (?:speaks?|signs?|knows?|cooks?|understands?|is|are|will|goes|fits|folds|turns?|comes?|"
    r"works|lets|plays|likes?)\b|whose\b)"
)
OWN = re.compile(r"\b(?:i|i'm|i'd|i'll|i've|my|me|myself|we|our)\b")

_PACKAGE = (
    r"(?:packages? of (?:care|support)|(?:care|support) packages?|poc|p\.o\.c|package(?= x| of| \d|$|[.,;])|"
    r"(?:home|domiciliary|dom|formal|commissioned|personal|live-in|live in|24[- ]?(?:hour|hr|h)s?|"
    r"residential|respite|"
    r"nursing|night|waking night|social) care(?! needs|r)(?: home| placement)?|home help|home support|night sits?|"
    r"24[- ]?(?:hour|hr|h)s? (?:support|placement|supervision)|care and support(?! needs)|"
    r"care calls?|(?:qds|tds|bd) (?:duc|double[- ]?up|poc)|double[- ]?up calls?|calls?(?= (?:x|\d|"
    r"daily|per|a day|from|"
    r"qds|tds|bd))|(?:\d|x ?\d|four|three|two|daily|double[- ]handed|qds|tds|morning|evening|lunch|tea)"
    r"[\w -]{0,12} (?:calls|visits)|live-in carer|(?:paid )?carers?(?= (?:visit|x|\d|four|three|"
    r"twice|daily|qds|to visit)"
    r"|$|[.,;])|(?:\d |two |paid )carers|(?:care|carer|home care|support worker|agency) (?:visits|calls)|"
    r"(?:help|support|assistance|input|visits?|calls?) from (?:the |a |an |paid |two )*(?:carers?|care agency|"
    r"agency|staff|"
    r"services|pa|support workers?)\b(?! (?:to (?:get|go|see|visit|walk|cook|play|be|keep|stay)|who|so)\b)|"
    r"a cleaner|cleaner|(?:a |more |\d+ hours? of )?(?:pa|pas|personal assistants?)(?= |$|[.,;])|support hours|"
    r"hours of support|(?:1:1|2:1|one[- ]to[- ]one)(?: support| hours)?)"
)
_SCHEME = (
    r"(?:day (?:centre|care|service|opportunit|provision)\w*|respite|sitting service|befriending(?: service)?|"
    r"placement|residential(?: care)?(?: home| placement)?|nursing (?:care|home|placement|bed)|care home|"
    r"(?:supported (?:living|accommodation|housing)|extra[- ]care(?: housing)?|sheltered (?:housing|accommodation)|"
    r"shared lives)(?: placement| scheme| flat)?|reablement|intermediate care|direct payments?|"
    r"support with (?:personal care|washing|dressing|medication|meals|bathing|adls|shopping|cleaning)|"
    r"(?:community|hot|frozen|delivered) meals|meals on wheels|meals service|assistive technology|telecare|"
    r"(?:pendant|community|falls) alarm|lifeline|double[- ]handed(?: care| calls?)?|"
    r"\d+ ?(?:hours?|hrs?)(?: (?:of|a week|per week|weekly))* (?:1:1|pa|support|home ?care)|"
    r"(?:an? )?place (?:in|at) (?:an? )?(?:extra care|supported living|sheltered|residential|nursing|day))"
)
EQUIPMENT = (
    r"(?:slings?|hoists?|(?:hospital|profiling|adjustable) beds?|commode|raised toilet seat|"
    r"stair ?lift|through[- ]floor "
    r"lift|(?:electric |manual |powered )?wheelchair|wet ?room|level[- ]access shower|"
    r"walk[- ]in shower|walking frame|"
    r"zimmer(?: frame)?|rollator|key ?safe|mobility scooter|perching stool|riser[- ]recliner(?: chair)?|grab rails?|"
    r"bath (?:lift|board)|shower chair|pressure (?:mattress|cushion)|(?:(?:door|bed|falls?|chair) )?sensors?(?: "
    r"mats?| pads?)?|equipment|(?:minor |"
    r"major )?adaptations|"
    r"continence (?:products|pads))"
)
SERVICE_NOUN = rf"(?:{_PACKAGE}|{_SCHEME})"
_ANY = (
    r"(?:an? |the |her |his |their |my |more |increased |appropriate |suitable |regular |further |additional |some |"
    r"current |existing |permanent |weekly |daily |new |full |enough |adequate |\d+ ?x? ?|x ?\d |four |three |two |"
    r"(?:once|twice|(?:\w+|\d+)[- ]times?)(?:[- ](?:a |per |each )?(?:day|daily|week|weekly))? |"
    r"\w+ hours?(?: (?:a|per|each) (?:day|week))? of |short[- ]term |long[- ]term |ongoing |formal |paid |"
    r"larger |bigger |smaller |attendance at |placement (?:in|at) )*"
)
_RECEIVE = (
    r"(?:continue (?:to |with |receiving |having |attending |at )?|(?:go|carry|keep) on "
    r"(?:with |having |receiving |getting |going to |attending )|"
    r"keep (?:having |receiving |getting |going to |attending )?|still |resume |maintain |start |commence |"
    r"begin )?"
    r"(?:be provided with |be given |be supported by |be placed (?:in|at) |be discharged (?:to|into) |go (?:in)?to |"
    r"move (?:in)?to |have |have access to |receive |receiving |get |access |attend |increase(?: in)? |"
    r"remain (?:in|at) |stay in |continue in |need |require |be allocated |be referred (?:to|for) |"
    r"referral (?:to|for) |"
    r"obtain |provision of |use |find |identify |source |secure |be in receipt of |be offered |benefit from )?"
    rf"{_ANY}"
)
SERVICE = re.compile(
    rf"^{_RECEIVE}{SERVICE_NOUN}"
    rf"|^(?:increase|continue|maintain|adjust|extend)(?: in)? {_ANY}(?:care |support )?(?:package|poc|"
    rf"calls|visits|hours|"
    r"direct payment|dp)\b(?! (?:to|with) (?:her|his|my) )"
)
EQUIPPED = re.compile(
    rf"^{_RECEIVE}{EQUIPMENT}(?:(?:,| and|, and| or| &) {_ANY}{EQUIPMENT})*"
    r"(?: (?:to be \w+|at home|in place|as assessed|installed|fitted|provided|in (?:the|her|his) (?:home|bathroom)|"
    r"for (?:transfers|all transfers|mobility|moving and handling)|"
    r"to (?:aid|assist|support|facilitate|promote)(?: with)? [\w ,]+))*$"
)
GOES_ON = re.compile(
    rf"^{_ANY}(?:{SERVICE_NOUN}|{EQUIPMENT})(?: place| placement| package)? (?:to|will|should) (?:continue|remain|"
    r"increase|resume|start|commence|be (?:provided|increased|arranged|continued|commissioned|"
    r"sourced|found|identified|"
    r"ordered|fitted|put in place|installed|set up))\b"
    r"|^(?:the )?carers? (?:to|will|should) continue(?: to (?:visit|come|attend|call)\b|$)"
)

STAFF_ACT = re.compile(
    r"^(?:staff|care (?:staff|workers?|agency|provider)|support (?:staff|workers?)|home ?care|"
    r"(?:district |community )?"
    r"nurses?|key ?worker|social worker|sw|asc|ot|agency|provider|pas?|reablement(?: team)?|care home|(?:the )?home) "
    r"(?:to|will|should|must|are to|is to) "
    r"|^(?:the |two |\d ?x? )?carers? (?:to|will|should|must) (?:also |then )?(?:continue to )?(?:reposition|transfer|"
    r"hoist|turn|shower|feed|toilet|bathe|observe|remind|support|assist|help|prepare|"
    r"prompt|monitor|provide|"
    r"administer|give|ensure|encourage|leave|check|wash|dress|visit|attend|deliver|complete|meet|supervise|make|do|"
    r"escort|collect|apply|empty|change|offer|record|report)\b"
)
NEED = re.compile(
    r"^(?:(?:have|ensure|ensuring|get|for)? ?(?:all |that )?(?:his |her |their |my |the )?(?:[\w/&,'-]+ ){0,6}?"
    r"needs (?:(?:around|with|in|for|relating to|regarding) [\w ,/&-]{2,40}? )?(?:to be |are |be |being |will be )?"
    r"(?:met|addressed|managed|supported)\b"
    r"|(?:be )?(?:supported|helped|assisted) with (?:[\w/&-]+ ){1,4}needs$"
    r"|manage (?:the )?(?:effects?|symptoms?|impact) of (?:his |her |their )?[\w -]{3,40}$"
    r"|(?:meet|address|manage|support)(?:ing)? (?:all )?(?:of )?(?:his |her |their |my |the )?(?:[\w/&,'-]+ ){0,5}?"
    r"needs\b"
    r"|(?:get |have |receive )?(?:help|support|assistance) (?:with|for) (?:his |her |their |"
    r"my )?(?:poor|reduced|limited|"
    r"decreased|impaired|deteriorating|mobility (?:problems|difficulties|issues)|memory (?:problems|loss|issues)|"
    r"incontinence)\b|(?:address|manage|improve|deal with|overcome) (?:his |her |their |my )?(?:poor|reduced|limited|"
    r"decreased|impaired|deteriorating) |(?:[\w/&,'-]+ ){1,3}needs$)"
)


@cache
def task() -> re.Pattern[str]:
    """What is to be done to somebody, or what staff are to do."""
    done = cues("aim.done_to").pattern
    return re.compile(
        r"^[\w /&,-]{3,60} to be (?:administered|provided|delivered|completed|arranged|put in place|ordered|"
        r"monitored|anticipated|prompted|assessed|given|carried out|undertaken)\b"
        rf"|^be {done}(?:,? (?:and|or) {done})?(?: (?!and\b|or\b|in time|ready|before|for (?:mass|church|work|college)|"
        rf"out\b)[\w-]+){{0,4}}$"
        r"|^(?:daily|regular|weekly|hourly|twice[- ]daily) (?:(?:strip )?wash|changes?|checks?|prompts?|monitoring|"
        r"repositioning|personal care|medication|pad)\b"
        r"|^be (?:(?:supported|assisted|helped|prompted) with|accompanied (?:when|to|on|in|by)|given (?:his|her|their) "
        r"[\\w ]+ by |(?:assisted|prompted|reminded|encouraged) to)\b"
        r"|^be (?:given|offered|provided with) (?:prompts?|assistance|help|support|supervision|encouragement)\b"
        r"|^have (?:his |her |their |my |the |all )?[\w ]{2,30} (?:administered|given|attended to|completed|monitored|"
        r"prompted|checked|anticipated|supervised)\b"
        r"|^(?:have |receive |get )?(?:some |full |more )?(?:assistance|supervision|prompting|prompts|monitoring|"
        r"administration|repositioning|toileting|medication prompts?)(?: (?:with|of|for|every|to|at|during|daily|when|"
        r"while|in)\b|$)"
        r"|\bby (?:the |two |paid |a |\d )?(?:carers?|staff|care staff|care workers|support workers|(?:district "
        r")?nurses|agency)$"
        r"|^(?:monitor|supervise|prompt|assist|administer|liaise|encourage|refer|complete|chase|"
        r"commission|source|observe|"
        r"reposition|toilet|escort)\b(?! (?:my|his|her|their)self)(?! my| own| (?:his|her|their) own)"
        r"|^(?:arrange|order|provide|organise|review) (?:an? |the )?(?:care|support|assessment|referral|package|"
        r"assistance|help|prompts?|prompting|supervision|encouragement|poc|meds|medication|ot|equipment|carers|respite|"
        r"placement|calls|personal)"
    )
