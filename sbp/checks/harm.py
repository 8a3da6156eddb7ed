"""Signs of what may be abuse or neglect, by their kinds. Matched in text that is `plain`, sentence by sentence."""

import re

from sbp.checks.wording import KIN

_HIM = r"(?:him|her|them|his|their)"
_OTHER = (
    rf"(?:{KIN}|ex-?(?:partner|husband|wife|boyfriend|girlfriend)|in-law|lodgers?|tenants?|boyfriend|girlfriend|"
    r"landlord|carer|male|female|man|woman|friends?|housemates?|stranger|visitors?|caller)"
)
_OWNED = (
    r"(?:money|pension|(?:bank |cash )?card|benefits|phone|mobile|(?:door |front door )?keys?|passport|post|tablet)"
)
_BODY = (
    r"(?:eye|lip|face|cheek|neck|throat|wrists?|arms?|forearms?|head|jaw|ear|back|ribs?|shoulders?|hands?|legs?|"
    r"thighs?|"
    r"temple|chin|nose|mouth)"
)
_STRONG = {
    "injury": re.compile(
        r"\b(?:bruis\w+|black eye|unexplained (?:\w+ )?(?:injur\w+|marks?|burns?|cuts?|fall)|(?:burn|bite|grip|finger|"
        r"hand ?print|handprint|cigarette|strap|rope|slap) (?:marks?|bruis\w+|burns?)|(?:split|cut|swollen|burst|"
        r"thick) "
        rf"lip|(?:marks?|cut|scratch\w*|swelling|injury|injuries|graze\w*) (?:to|on|under|over|above|below|around|"
        rf"across|"
        rf"round) (?:the |both |one |{_HIM} )?(?:\w+ )?{_BODY}|broken (?:finger|nose|tooth|teeth|jaw|rib)s?|"
        r"(?:third|second|fourth|another|repeated|several|more) (?:\w+ )?(?:burns?|cuts?|injur\w+|fractures?|breaks?|"
        r"marks)|(?:fracture|fractured|broken|injur\w+|burn\w*|cut)\b[^.;\n]{0,70}\b(?:did not fit|didn't fit|"
        r"inconsistent|late present\w*|different (?:stor\w+|accounts?|explanations?)|would not say|no explanation|"
        r"not explained|could not explain))"
    ),
    "violence": re.compile(
        rf"\b(?:(?:hits?|slap(?:s|ped)?|push(?:es|ed)?|shov(?:es|ed)|punch\w*|kick\w*|threaten\w*|shout(?:s|ed|ing)? "
        rf"at|"
        rf"yell(?:s|ed|ing) at|scream(?:s|ed|ing)? at|swears? at|lock(?:s|ed)|grab\w*|throw(?:s|n)? things at|pins?) "
        rf"{_HIM}\b|(?:hears?|heard|hearing|reports? of|about|rang about) (?:\w+ ){{0,2}}?(?:shouting|screaming|"
        rf"yelling|"
        rf"banging|crying|rows?|arguments?)|(?:shouting|screaming|yelling)\b[^.;\n]{{0,40}}\b(?:night|nights|wall|"
        rf"neighbours?|evenings?)|{_OTHER} (?:who )?(?:shouts|shouted|hits|hit)|(?:gets?|got|is|been) rough\b|"
        r"rough (?:with|handling)|domestic (?:abuse|violence|disturbance|incident)|restraining order|non-?molestation|"
        r"assault\w*|coerc\w+|abus(?:e|ed|es|ive|er)\b|exploit\w+|cuckoo\w*|safeguarding (?:concern|alert|referral)"
        r"(?! (?:was )?(?:made|raised|sent)))"
    ),
    "fear": re.compile(
        rf"\b(?:afraid|frightened|scared|fearful|wary|nervous|terrified) (?:of|around|about) (?:{_HIM}|(?:{_HIM} |"
        rf"the )?{_OTHER})\b|(?:scared|frightened|afraid|terrified) (?:to (?:go home|speak|say|tell)|when)|flinch\w*|"
        rf"cower\w*|(?:jumps?|jumped|starts|trembl\w+|shak\w+) when|(?:looked?|looks|glanc\w+) (?:at|to|towards?) "
        rf"{_HIM}"
        rf"(?: {_OTHER})? (?:before|each|every|first)|asks {_HIM}(?: {_OTHER})? before|better not (?:put|write|say)|"
        r"best not (?:put|write|say)"
    ),
    "control": re.compile(
        rf"\b(?<!\bhe )(?<!\bshe )(?:tak(?:es|ing)|keeps?|holds|controls|collects?|draws|looks after['\"]*) (?:now )?"
        rf"(?:all )?{_HIM} {_OWNED}|(?:{_OTHER}|who)\b[^.;\n]{{0,60}}\b(?:has|keeps?|manages|withdraws|spends|holds|"
        rf"collects?|took|taken|uses|got) (?:all )?{_HIM} {_OWNED}|"
        rf"(?:she (?:has|keeps|holds|takes|controls) his|he (?:has|keeps|holds|takes|controls) her) {_OWNED}|"
        r"controls? (?:who|what|where|everything)|controlling|(?:will|would|does|did)(?: not|n't) let|won't let|"
        r"not allowed (?:out|to)|kept (?:upstairs|indoors|in (?:the|his|her)|locked|away)|locks? the|locked (?:the|in)|"
        r"(?:wished|wants) (?:she|he) had (?:his|her) phone"
    ),
    "money": re.compile(
        r"£ ?\d[\d,]*\b[^.;\n]{0,50}\b(?:out|missing|gone|withdrawn|taken|transferred|"
        r"in a (?:week|fortnight|month))\b|"
        r"\b(?:withdrawals?|cash machine|machines?)\b[^.;\n]{0,60}\b(?:cannot|not|never|nobody|unknown|without)\b|"
        r"(?:money|cash|savings|pension|jewellery) (?:\w+ )?(?:missing|gone|disappear\w*|taken|vanish\w*)|"
        r"no money (?:for|to|left)\b"
    ),
}
_WEAK = {
    "away": re.compile(
        r"\b(?:no longer|stopped) (?:answer\w*|com(?:es|ing)|going|see\w*|ring\w*)\b[^.;\n]{0,40}\b(?:calls?|sister|"
        r"brother|friends?|club|family|daughter|son|phone)"
    ),
    "weight": re.compile(
        r"\blost (?:\w+ ){0,2}(?:stones?|weight|pounds|kg|kilos)|\bvery thin|malnourish\w*|"
        r"dehydrat\w*"
    ),
    "state": re.compile(
        r"\b(?:faeces|urine|soiled|wet (?:sheets?|bed|clothes)|(?:sheets?|bed|mattress) (?:\w+ )?(?:wet|soaked)|"
        r"unwashed|"
        r"same clothes|matted|infest\w*|no coat|no shoes|pyjamas|pressure (?:sore|ulcer)s?|neglect\w*|squal\w+|"
        r"hoard\w*|"
        r"rotten|rotting|maggots?|flies)\b"
    ),
    "house": re.compile(
        r"\bno (?:\w+ )?(?:food|heating|heat|electric\w*|gas|water)\b|\b(?:cut off|fridge (?:was "
        ")?empty)"
    ),
    "care": re.compile(
        r"\b(?:pills|tablets|medication|meds) (?:\w+ ){0,2}(?:untouched|not given|withheld|missed)|missed (?:all |"
        r"several )?appointments|cancel\w+ (?:all |several |the )?(?:appointments?|visits?|care)"
    ),
    "others": re.compile(
        r"\b(?:does not know (?:of|about)|without (?:his|her) (?:wife|husband|son|daughter|partner) knowing|"
        r"collected (?:\w+ )?early|power of attorney|poa\b|attorney|found (?:in|on|at) (?:the |a )?(?:\w+ )?(?:lane|"
        r"road|"
        r"street|landing|step|stairs|garden|floor|bus)|(?:finish(?:es|ed)|interrupt\w*) (?:his|her|their|him|them)|"
        r"ties|"
        r"tied|gambl\w+|betting|drinking|drunk|cash|envelope|rang late|each time|every time)\b"
    ),
    "break": re.compile(r"\b(?:fractur\w+|burns?|scalds?|(?:facial|head) injur\w+|broken (?:arm|wrist|leg|hip))\b"),
}
_WORRY = re.compile(
    r"\b(?:worried|concern(?:s|ed)?|uneasy|anxious about|police|safeguarding|anonymous|not leave a name)\b"
)
_CLEARED = re.compile(
    r"\b(?:no (?:signs?|concerns?|evidence|indications?|safeguarding|suspicion|abuse|bruis\w+)|not at risk|nothing "
    r"about "
    r"harm|nothing (?:in|about) (?:[\w']+ ){1,10}(?:worr\w+|concern\w*))\b"
)
_EXPLAINED = re.compile(
    r"\b(?:fall|fell|tripped|slip(?:ped)?|stumble\w*|warfarin|blood test|injection|cannula|operation|blood thinners?)\b"
)
_SPOKEN_FOR = re.compile(
    rf"\b{_OTHER}\b[^.;\n]{{0,40}}\b(?:answered|did (?:all |most of )?the talking|spoke for|spoke over|said (?:\w+ "
    rf"){{0,3}}"
    r"(?:was|were|is|are|did not|didn't) (?:\w+ ){0,2}(?:fine|ok|okay|all right|alright|sorted|managing|well|"
    r"interested|"
    rf"need|want)|stayed|remained|stood|hovered|sat in|shut the door|did not leave|present throughout)\b"
)


def suspected(text: str, *, unasked: bool = False) -> bool:
    """Whether plain words tell of what may be abuse or neglect: one strong sign or two weak ones, not cleared.

    Somebody who answers for the person is a weak sign too. `unasked` says that by the record's own account nobody asked
    in private: that is one, and then somebody's worry is another.
    """
    if _CLEARED.search(text):
        return False
    told = [one for one in re.split(r"[.;\n]", text) if not _EXPLAINED.search(one)]
    if any(map(is_harm, told)):
        return True
    weak = sum(any(sign.search(one) for one in told) for sign in _WEAK.values())
    worried = unasked and any(map(_WORRY.search, told))
    return weak + (_SPOKEN_FOR.search(text) is not None) + unasked + worried > 1


def is_harm(text: str) -> bool:
    """Whether plain words tell of an injury, violence, fear, control or money taken."""
    return any(sign.search(text) for sign in _STRONG.values())
