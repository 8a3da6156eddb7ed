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

_A_WEEK = r"(?:of|a week|per week|weekly)"
_SUPPORT = r"(?:1:1|pa|support|home ?care)"
_LIVING = r"(?:get|go|see|visit|walk|cook|play|be|keep|stay)"
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


@cache
def service() -> re.Pattern[str]:
    """Somebody is to receive a service, or a package is to change."""
    package = r"(?:package|poc|calls|visits|hours|direct payment|dp)\b(?! (?:to|with) (?:her|his|my) )"
    changed = rf"(?:increase|continue|maintain|adjust|extend)(?: in)? {_ANY}(?:care |support )?{package}"
    return re.compile(rf"^{_RECEIVE}{_service_noun()}|^{changed}")


@cache
def equipped() -> re.Pattern[str]:
    """Somebody is to receive equipment, and nothing is said but where and for what transfers."""
    equipment = cues("aim.equipment").pattern
    where = r"at home|in place|as assessed|in (?:the|her|his) (?:home|bathroom)"
    what_for = r"for (?:transfers|all transfers|mobility|moving and handling)"
    helps = r"to (?:aid|assist|support|facilitate|promote)(?: with)? [\w ,]+"
    after = rf"(?: (?:to be \w+|{where}|installed|fitted|provided|{what_for}|{helps}))*"
    return re.compile(rf"^{_RECEIVE}{equipment}(?:(?:,| and|, and| or| &) {_ANY}{equipment})*{after}$")


@cache
def goes_on() -> re.Pattern[str]:
    """A service or equipment is to go on or to begin."""
    named = rf"^{_ANY}(?:{_service_noun()}|{cues('aim.equipment').pattern})(?: place| placement| package)?"
    begun = f"be {cues('aim.begun').pattern}"
    will = rf"(?:to|will|should) (?:continue|remain|increase|resume|start|commence|{begun})\b"
    carers = r"^(?:the )?carers? (?:to|will|should) continue(?: to (?:visit|come|attend|call)\b|$)"
    return re.compile(rf"{named} {will}|{carers}")


@cache
def staff_act() -> re.Pattern[str]:
    """Staff or carers are to do something."""
    staff = rf"^{cues('aim.worker').pattern} (?:to|will|should|must|are to|is to) "
    carers = r"^(?:the |two |\d ?x? )?carers? (?:to|will|should|must) (?:also |then )?(?:continue to )?"
    return re.compile(rf"{staff}|{carers}{cues('aim.carer_does').pattern}")


@cache
def _service_noun() -> str:
    """A service: by its name, or by what stands around *care*, *calls*, *carers* and *support*."""
    care = rf"{cues('aim.kind_of_care').pattern} care(?! needs|r)(?: home| placement)?|care and support(?! needs)"
    often = r"(?= (?:x|\d|daily|per|a day|from|qds|tds|bd))"
    count = r"(?:\d|x ?\d|four|three|two|daily|double[- ]handed|qds|tds|morning|evening|lunch|tea)"
    calls = rf"calls?{often}|{count}[\w -]{{0,12}} (?:calls|visits)|\d+ ?(?:hours?|hrs?)(?: {_A_WEEK})* {_SUPPORT}"
    carers = r"(?:paid )?carers?(?= (?:visit|x|\d|four|three|twice|daily|qds|to visit)|$|[.,;])|\d carers"
    paid = r"(?:a |more |\d+ hours? of )?(?:pa|pas|personal assistants?)(?= |$|[.,;])|package(?= x| of| \d|$|[.,;])"
    help_from = r"(?:help|support|assistance|input|visits?|calls?) from (?:the |a |an |paid |two )*"
    staff = rf"{help_from}{cues('aim.from_whom').pattern}(?! (?:to {_LIVING}|who|so)\b)"
    listed = f"{cues('aim.package').pattern}|{cues('aim.scheme').pattern}"
    return f"(?:{listed}|{care}|{calls}|{carers}|{paid}|{staff})"
