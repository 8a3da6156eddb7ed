"""What an outcome statement is about: the person's life, a service, a task, a need again, an agency's aim, nothing.

A statement is read by its head. A service with a reason in the person's life is that life; what cannot be read is taken
to be the person's life, for a false alarm costs more than silence.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from attrs import field, frozen

from sbp.checks.wording import plain
from sbp.passage import Passage

About = Literal["life", "service", "task", "need", "professional", "vague", "unmeasured"]


@frozen
class Aim:
    """One statement of an outcome box, where it stands, and what it is about."""

    start: int
    end: int
    about: About
    text: str = field(repr=False, default="")


_LEAD = re.compile(
    r"^(?:[-*•>\s]|o\s|\(?\d{1,2}[.)]\s*)*(?:(?:outcomes?|goals?|aims?)(?: \d)?:\s*)?"
    r"(?:for (?!a |an |the )[\w']+(?: [a-z][\w']+)? to |(?:mr|mrs|ms|miss) [\w'-]+ to |(?:he|she|they|"
    r"i) (?:wants?|wishes|would like|needs?|hopes?) to |"
    r"client to |service user to |\w+ (?:wants|wishes|would like) to |to )?"
)
_REASON = re.compile(
    r"\b(?:so (?:that |i |she |he |they |we |her |his )|because|in order (?:to|that)|to be able to|which means|"
    r"means (?:she|he|they|i) can|"
    r"and (?:then )?(?:get|go|see|walk|visit|play|cook|meet|catch)\b|while (?:i|she|he|they)\b|"
    r"(?:who|that|which) (?:speaks?|signs?|knows?|cooks?|understands?|is|are|will))"
)
_OWN = re.compile(r"\b(?:i|i'm|i'd|i'll|i've|my|me|myself|we|our)\b")
_SERVICE_NOUN = (
    r"(?:packages? of (?:care|support)|care packages?|support packages?|poc|p\.o\.c|package(?= x| of| \d|$|"
    r"[.,;])|day (?:centre|care|service|opportunit)\w*|"
    r"respite|sitting service|placement|residential(?: care)?|nursing (?:care|home|placement|bed)|care home|"
    r"supported living placement|"
    r"24[- ]?(?:hour|hr|h)s? (?:residential )?(?:care|support|placement|supervision)|(?:home|domiciliary|dom|"
    r"formal|commissioned|personal) care(?! needs)|"
    r"care calls?|(?:qds|tds|bd) (?:duc|double[- ]?up|poc)|double[- ]?up calls?|day provision|"
    r"support with (?:personal care|washing|dressing|medication|meals|bathing|adls)|calls?(?= (?:x|\d|daily|"
    r"per|a day|from|qds|tds|bd))|(?:\d|x ?\d|four|three|two|daily|double[- ]handed|qds|tds|morning|evening|"
    r"lunch|tea)[\w -]{0,12} (?:calls|visits)|"
    r"(?:paid )?carers|reablement|direct payments?|support hours|hours of support|1:1(?: support)?|"
    r"2:1(?: support)?|one[- ]to[- ]one support|"
    r"assistive technology|telecare|pendant alarm|meals on wheels|sling|hoist|care and support(?! needs)|equipment)"
)
_RECEIVE = (
    r"(?:continue (?:to |with |receiving |having |attending |at )?|carry on with |resume |maintain |start |"
    r"commence |begin )?"
    r"(?:be provided with |be given |be supported by |be supported with |be placed (?:in|at) |"
    r"be discharged (?:to|into) |go into |move (?:in)?to |have |have access to |"
    r"receive |receiving |get |access |attend |increase |remain (?:in|at) |stay in |continue in |need |"
    r"require |be allocated |be referred (?:to|for) |obtain |provision of )?"
    r"(?:an? |the |her |his |their |my |more |increased |appropriate |suitable |regular |further |additional |"
    r"some |current |existing |permanent |weekly |daily |"
    r"\d+ ?x? ?|x ?\d |four |three |two )*"
)
_SERVICE = re.compile(rf"^{_RECEIVE}{_SERVICE_NOUN}")
_STAFF = (
    r"(?:staff|carers|care (?:staff|workers?|agency|provider)|support (?:staff|workers?)|home ?care|nurses?|"
    r"key ?worker|"
    r"social worker|sw|asc|ot|agency|provider|pas?|reablement(?: team)?|care home)"
)
_STAFF_ACT = re.compile(rf"^{_STAFF} (?:to|will|should|must|are to|is to) ")
_TASK = re.compile(
    r"^[\w /&,-]{3,40} to be (?:administered|provided|delivered|completed|arranged|put in place|ordered|"
    r"monitored|anticipated|prompted|assessed)\b"
    r"|^be (?:washed|dressed|fed|toileted|hoisted|turned|repositioned|nursed|monitored|supervised|prompted|"
    r"assisted|bathed|"
    r"showered|observed|checked|creamed|changed|reminded|escorted|transferred)(?: (?:and|"
    r"or) \w+)?(?: [\w ]{0,25})?$"
    r"|^(?:monitor|supervise|prompt|assist|administer|liaise|encourage|refer|complete|chase|commission|source|"
    r"observe|"
    r"reposition|toilet|escort)\b(?! (?:my|his|her|their)self)(?! my| own| (?:his|her|their) own)"
    r"|^(?:arrange|order|provide|organise|review) (?:an? |the )?(?:care|support|assessment|referral|package|"
    r"poc|meds|medication|ot|equipment|carers|respite|placement|calls|personal)"
)
_NEED = re.compile(
    r"^(?:(?:have|ensure|ensuring|get|for)? ?(?:all |that )?(?:his |her |their |my |"
    r"the )?(?:[\w/&,'-]+ ){0,6}?needs (?:to be |are |be |being |will be )?(?:met|addressed|managed|"
    r"supported)\b"
    r"|(?:meet|address|manage|support)(?:ing)? (?:all )?(?:of )?(?:his |her |their |my |"
    r"the )?(?:[\w/&,'-]+ ){0,5}?needs\b)"
)
_BODIES = (
    r"(?:services?|support|care|carers|staff|professionals?|treatment|therapy|alcohol|drug|substance|mental health|"
    r"the (?:team|plan|service|care plan|support plan|programme)|cmht|dbt|reablement|agencies|(?:his |her |"
    r"their )?care plan|(?:his |her |their )?support plan|"
    r"interventions?|nurses|physio\w*|recovery|community team|social (?:work|care)|appointments|assessments?|"
    r"input|personal care|medication|meds|medical advice)"
)
_PROFESSIONAL = re.compile(
    rf"\b(?:(?:be )?(?:more )?compl(?:y|ies|iant|iance|ying)\b|accept(?:s|ing)? (?:all |the |more |"
    rf"some )?{_BODIES}\b|"
    rf"(?:re-?)?engag(?:e|es|ing|ement) (?:fully |better |more |positively |appropriately )?(?:with|"
    rf"in) (?:the )?(?:[\w]+ )?{_BODIES}\b|adher(?:e|ence) to|"
    r"co-?operat(?:e|ion) with|concordan(?:t|ce)|"
    r"(?:reduce|avoid|prevent)(?:ing|ion of)? (?:further |any |unnecessary |unplanned |inappropriate |"
    r"the risk of |risk of |repeated |need for )*(?:hospital )?(?:re)?-?admissions?\b|"
    r"(?:reduce|avoid|prevent)(?:ing)? (?:the risk of |further |any )*(?:placement|carer|family|tenancy) breakdown|"
    r"(?:reduce|manage|decrease|minimise|eliminate|cease|stop) (?:his |her |their |the |any |"
    r"all )*(?:challenging |aggressive |difficult |inappropriate |disruptive |problem )+behaviours?|"
    r"(?:reduce|decrease) (?:his |her |their |the )?(?:reliance|dependence|dependency|demand) (?:on|"
    r"for) (?:services|staff|carers|emergency|the ambulance|999|a&e)|"
    r"reduce incidents of|behave appropriately|take responsibility for|make better choices|reduce complaints|"
    r"reduce (?:his |her |their )?(?:a&e|ed|999) (?:attendances?|calls)|abstain from alcohol|bed flow|"
    r"free acute capacity|facilitate (?:timely )?discharge|free up (?:a |the )?bed)"
)
_LAWFUL = re.compile(
    r"\b(?:cto|community treatment order|court|licen[cs]e|probation|tenancy|conditional discharge|order|"
    r"sentence|parole)\b"
)
_VAGUE_VERB = re.compile(
    r"\b(?:maintain|maintaining|maintained|promote|promoting|improve|improved|improving|increase|increased|ensure|"
    r"sustain|preserve|maximise|develop|retain|"
    r"keep|kept|remain|stay|be|access|reduce|reducing|minimise|prevent|manage|enhance|optimise|enable|optimal|"
    r"continue|support)\b"
)
_EMPTY = frozenset(
    """maintain maintaining maintained promote promoting support supported supporting improve improved improving
    increase increased increasing encourage encouraged ensure ensuring sustain preserve maximise develop retain
    achieve keep kept keeping remain be being stay feel have access accessing manage managing managed continue
    continuing reduce reducing
    minimise prevent enhance optimise enable enabled optimal
    independence independent independently safe safely safety well wellbeing well-being dignity dignified health healthy
    mental physical emotional quality life living nutrition nutritional hydration hygiene personal care mobility skills
    skill daily confidence social isolation socialise socialisation inclusion risk risks harm falls fall comfortable
    community level levels stable stability state mood general overall needs possible potential abilities ability
    functioning function care support good better best appropriate adequate intake diet fluid fluids continence skin
    integrity tasks adls adl activities stimulation routine structure structured lifestyle habitable environment
    presentation self-care resources build resilience reliance clean
    to of and the a an in at from his her their my own with for all times time as is are by within through any where
    when more much long she he they i continue also both on that is it current remain""".split()
)
_AT_HOME = re.compile(r"\b(?:in|at) (?:(?:his|her|their|my) )?(?:own )?home\b")
_STATE = re.compile(
    r"^(?:be|feel|become|get|have|being|feeling|achieve|build|gain|improve|increase|develop|"
    r"reduce) (?:a )?(?:bit |lot |little |much |even )?"
    r"(?:more |less |better |improved |increased |good |greater |his |her |their |my )*"
    r"(?:happier|happy|confident|confidence|calmer|calm|settled|anxious|anxiety|worry|worried|stress|stressed|"
    r"stronger|fitter|sociable|lonely|loneliness|"
    r"isolated|motivated|motivation|relaxed|content|contented|included|valued|in control|self-esteem|wellbeing|"
    r"structure|activity|structured activity|stimulation)"
    r"(?: (?:about (?:things|life|everything)|in (?:him|her|them|my)sel(?:f|ves)|generally|overall|again|"
    r"levels?|and [\w-]+))*$"
)
_MEASURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|once|twice|every|each|daily|weekly|monthly|mornings?|afternoons?|"
    r"evenings?|nights?|"
    r"mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|january|february|march|april|may|"
    r"june|july|august|september|"
    r"october|november|december|spring|summer|autumn|winter|christmas|easter|eid|diwali|by the|until|before|"
    r"when|will know|know (?:this|it|that)|"
    r"sign|using|with (?:a|an|the|her|his|my)|test|again)\b"
)


@lru_cache(maxsize=512)
def aims(text: str, own: bool = False) -> tuple[Aim, ...]:
    """The statements of an outcome box, in order. `own` says that the person or carer speaks."""
    passage = Passage(text)
    measured = _sign(passage.plain.text)
    read = (_read(passage, start, end, own, measured) for start, end in _statements(passage))
    return tuple(aim for aim in read if aim.text.strip(" .()-*•\n0123456789"))


def _statements(passage: Passage) -> Iterator[tuple[int, int]]:
    """Sentences and short lines, those of one quotation together."""
    waiting: tuple[int, int] | None = None
    for start, end in _lines(passage):
        start = waiting[0] if waiting else start
        waiting = (start, end) if any(opening < end < closing for opening, closing in passage.quotes) else None
        if waiting is None:
            yield start, end
    if waiting:
        yield waiting


def _lines(passage: Passage) -> Iterator[tuple[int, int]]:
    """Sentences, cut again where a short line ends: in a box, a line is a statement."""
    for start, end in passage.sentence_spans:
        for line in re.finditer(r"[^\n]{60,}(?:\n[^\n]+)*|[^\n]+", passage.plain.text[start:end]):
            yield start + line.start(), start + line.end()


def _sign(text: str) -> bool:
    """Whether the box says how anybody will know."""
    return (
        re.search(r"will know|know (?:it|this|that) (?:has|is)|sign of|test\b|we will ask", text, re.IGNORECASE)
        is not None
    )


def _read(passage: Passage, start: int, end: int, own: bool, measured: bool) -> Aim:
    said = plain(passage.plain.text[start:end])
    quoted = any(opening < end and start < closing for opening, closing in passage.quotes)
    about: About = "life" if quoted else _about(said, own, measured)
    first, last = passage.place(start, end)
    return Aim(first, last, about, said)


def _about(said: str, own: bool, measured: bool) -> About:
    lead = _LEAD.match(said)
    head = said[lead.end() if lead else 0 :].strip(" .;:-\n\t*•")
    if not head or _REASON.search(said):
        return "life"
    first_person = own and _OWN.search(said) is not None
    if _PROFESSIONAL.search(head) and not _LAWFUL.search(head) and not first_person:
        return "professional"
    if _NEED.match(head):
        return "need"
    if first_person:
        return "life"
    if _STAFF_ACT.match(head):
        return "task"
    if _SERVICE.match(head):
        return "service"
    if _TASK.match(head):
        return "task"
    return _by_measure(head, measured)


def _by_measure(head: str, measured: bool) -> About:
    """Vague where nothing is named, unmeasured where a state is named and no sign of it."""
    words = re.findall(r"[a-z0-9&'-]+", _AT_HOME.sub("", head) if "safe" in head else head)
    hollow = all(word in _EMPTY for word in words)
    if hollow and len(words) > 1 and _VAGUE_VERB.search(head) and not measured:
        return "vague"
    if _STATE.match(head) and not measured and not _MEASURE.search(head):
        return "unmeasured"
    return "life"
