"""The words by which an outcome statement shows what it is about. All are matched in text that is `plain`."""

import re
from functools import cache

from sbp.checks.cues import cues

OWN = re.compile(r"\b(?:i|i'm|i'd|i'll|i've|my|me|myself|we|our)\b")

_A_WEEK = r"(?:of|a week|per week|weekly)"
_SUPPORT = r"(?:1:1|pa|support|home ?care)"
_LIVING = r"(?:get|go|see|visit|walk|cook|play|be|keep|stay)"
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
    changed = rf"(?:increase|continue|maintain|adjust|extend)(?: in)? {_any()}(?:care |support )?{package}"
    return re.compile(rf"^{_receive()}{_service_noun()}|^{changed}")


@cache
def equipped() -> re.Pattern[str]:
    """Somebody is to receive equipment, and nothing is said but where and for what transfers."""
    equipment = cues("aim.equipment").pattern
    where = r"at home|in place|as assessed|in (?:the|her|his) (?:home|bathroom)"
    what_for = r"for (?:transfers|all transfers|mobility|moving and handling)"
    helps = r"to (?:aid|assist|support|facilitate|promote)(?: with)? [\w ,]+"
    after = rf"(?: (?:to be \w+|{where}|installed|fitted|provided|{what_for}|{helps}))*"
    return re.compile(rf"^{_receive()}{equipment}(?:(?:,| and|, and| or| &) {_any()}{equipment})*{after}$")


@cache
def goes_on() -> re.Pattern[str]:
    """A service or equipment is to go on or to begin."""
    named = rf"^{_any()}(?:{_service_noun()}|{cues('aim.equipment').pattern})(?: place| placement| package)?"
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
    carers = r"(?:paid )?carers?(?= (?:visit|x|\d|four|three|twice|daily|qds|to visit)|$|[.,;])|\d+ carers"
    paid = r"(?:a |more |\d+ hours? of )?(?:pa|pas|personal assistants?)(?= |$|[.,;])|package(?= x| of| \d|$|[.,;])"
    help_from = r"(?:help|support|assistance|input|visits?|calls?) from (?:the |a |an |paid |two )*"
    staff = rf"{help_from}{cues('aim.from_whom').pattern}(?! (?:to {_LIVING}|who|so)\b)"
    listed = f"{cues('aim.package').pattern}|{cues('aim.scheme').pattern}"
    return f"(?:{listed}|{care}|{calls}|{carers}|{paid}|{staff})"


def _any() -> str:
    """What kind of service it is, how many, how often and for how long."""
    times = r"(?:once|twice|(?:\w+|\d+)[- ]times?)(?:[- ](?:a |per |each )?(?:day|daily|week|weekly))? "
    hours = r"\w+ hours?(?: (?:a|per|each) (?:day|week))? of "
    return rf"(?:{cues('aim.what_kind').pattern} |\d++(?: ?x)?+ ?+|x ?\d |{times}|{hours})*"


def _receive() -> str:
    return f"(?:{cues('aim.keep_on').pattern} )?(?:{cues('aim.receive').pattern} )?{_any()}"


@cache
def leading() -> re.Pattern[str]:
    """What stands before the head of a statement: a mark, *outcome*, whose it is, and *to be supported to*."""
    mark = r"(?:[-*•>\s]|o\s|\(?\d{1,2}[.)]\s*)*"
    headed = r"(?:(?:desired |wanted |personal )?(?:outcomes?|goals?|aims?)(?: \d)?[:-]\s*)?"
    helped = r"(?:be (?:able|supported|helped|enabled) to |(?:enable|allow) [\w']+ to |continue to (?=be ))?"
    return re.compile(rf"^{mark}{headed}{_whose()}{helped}")


def _whose() -> str:
    """Whose outcome it is: of somebody by title, pronoun or name, who wants, needs, is or will do it."""
    wants = r"(?:wants?|wishes|would like|needs?|hopes?|requires?)"
    titled = r"(?:mr|mrs|ms|miss) [\w'-]+ (?:wants? |needs? |wishes |would like )?to "
    for_them = r"for (?!a |an |the |all |carers? |staff )[\w']+(?: [a-z][\w']+)? to "
    for_all = r"for (?=an? |the |all |carers? |staff )"
    be = r"be (?=as |more |safe|independent|well|healthy|able|supported|happy|free|compliant|settled)"
    named = rf"(?!{cues('aim.no_person').pattern})[a-z][\w'-]+ (?:to|will) (?={be}|{cues('aim.is_to').pattern})"
    theirs = rf"(?:he|she|they|i) {wants} (?:to )?|(?:client|service user|person|adult) to "
    return rf"(?:{titled}|{theirs}|{named}|\w+ (?:wants|wishes|would like) to |{for_them}|{for_all}|to )?"
