"""Outcome statements read by the kinds of words they are made of, where no phrase has told what they are about."""

import re
from functools import cache
from typing import Literal

from sbp.checks.cues import cues

_ATTENDS = re.compile(
    r"^(?:(?:go on|continue|keep|carry on)(?: to)? )?(?:attend\w*|going to|with|access\w*|at) .*\b(?:days? (?:a|per) "
    r"week|"
    r"days? weekly|sessions?|(?:\d|one|two|three|four|five) days|x ?\d|with transport|1:1)\b"
)
_FUNDED = re.compile(
    r"\b(?:funded|commissioned|paid for|arranged) by (?:asc|adult social care|(?:the )?(?:council|local authority|la)|"
    r"social services)\b"
)
_PLACED = re.compile(
    r"^(?:remain|stay|continue to live|live|reside|be placed|continue)\b.*\b(?:nursing|care|residential) home$"
)
_ARRANGED = re.compile(
    r"^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) hours? (?:of )?(?:cleaning|shopping|support|care|pa|"
    r"domestic|1:1|sitting|respite|home ?care)\b|^direct payments? (?:to be )?set up\b|^be supported by (?:\w+ "
    r")?(?:staff|"
    r"carers|workers|pas?)\b|^(?:be )?(?:referred|referral|signposted) (?:to|for)\b|^(?:have |receive )?(?:\w+ "
    r"){0,2}support (?:put |to be "
    r")?in place\b"
)

_NEED = re.compile(
    r"^(?:have|get) (?:his|her|their|my) needs? for .* met\b"
    r"|^(?:overcome|deal with|cope with|address|manage|managing|addressing|reduce|improve) (?:his |her |their |the )?"
    r"(?:[\w-]+ ){0,2}(?:difficult(?:y|ies)|problems?|issues?|deficits?|impairments?)\b[\w ]*$"
    r"|^(?:for )?(?:his |her |their )?(?:[\w-]+ ){0,2}(?:lack of|loss of|difficult(?:y|ies)|problems?|issues?|poor|"
    r"reduced|inability to|struggles?|isolation|low mood|mood|incontinence|confusion|anxiety|tiredness|"
    r"exhaustion)\b[\w ,'-]{0,60} "
    r"(?:to be |are |be |is |being )(?:addressed|managed|resolved|overcome|tackled|alleviated|reduced|dealt with|"
    r"looked "
    r"at|minimised|supported|met)$"
    r"|^(?:address|overcome|resolve|tackle|alleviate) (?:his |her |their |the )?(?:[\w-]+ )?(?:lack|loss)(?: of [\w "
    r",'-]+)?$"
    r"|^(?:get |have |receive )?(?:support|help|assistance) (?:for|because of|due to|with) (?:his |her |their "
    r")?(?:poor |"
    r"reduced |low |limited |learning |physical |visual |hearing |cognitive |mental )*(?:balance|disabilit\w+|mobility|"
    r"mood|memory|sight|hearing|health|impairments?|diagnosis|dementia|autism|illness|condition)$"
    r"|^(?:manage|managing) (?:his |her |their )?(?:in)?continence$"
    r"|^(?:requires?|needs?|has|have|receive|get)? ?(?:support|help|assistance) (?:due to|because of|as a result of)\b"
    r"|^(?:get |have |receive )?(?:support|help|assistance) (?:with|for|to) .* (?:as|because|since) (?:he|she|they) "
    r"(?:cannot|can't|is "
    r"unable|is not able|are "
    r"unable|struggles?|can no longer|has difficulty)\b"
    r"|^(?:get |have |receive |requires? |needs? )?(?:support|help|assistance) (?:with|for|around) (?:his |her |"
    r"their )?"
    r"(?:visual|hearing|cognitive|sensory|sight|physical|mobility|speech|memory)[ -](?:impairment|loss|"
    r"difficult\w+|problems?|"
    r"needs?|deficit)\w*$"
)

_STATE = re.compile(
    r"(?:be|feel) (?:more |less |in )*(?:worried|anxious|confident|positive|happy|happier|control|hopeful|settled|"
    r"stressed) (?:about|of|in|over|with) (?:his |her |their |the |being )?(?:money|finances|life|future|health|"
    r"situation|things|day|home|crowds|people|people's company)"
)


def kind(
    head: str, proper: frozenset[str] = frozenset()
) -> Literal["service", "task", "need", "professional", "unmeasured"] | None:
    """What the head of a statement in plain words is about, by the kinds of its words; None where they do not say.

    `proper` are names in it, of a place or an agency: they make no life of a service.
    """
    head = head.strip(" .;")
    if _agency().search(head):
        return "professional"
    if _NEED.match(head):
        return "need"
    if _task().search(head):
        return "task"
    if _is_service(head, proper):
        return "service"
    return "unmeasured" if cues("aim.a_little").fullmatch(head) or _STATE.fullmatch(head) else None


def _is_service(head: str, proper: frozenset[str]) -> bool:
    words = re.findall(
        r"[a-z0-9][\w':-]*", re.sub(r"\bday (?:centre|care|services?|opportunities)\b", "placement", head)
    )
    if _ARRANGED.match(head):
        return True
    attends = _ATTENDS.match(head) or _PLACED.match(head)
    if _FUNDED.search(head) or (attends and not cues("aim.own_place").search(head)):
        return True
    service, around = cues("aim.service_word"), cues("aim.around_service")
    other = [word for word in words if not service.fullmatch(word)]
    named = len(other) < len(words)
    return named and all(around.fullmatch(word) or word in proper or word.isdigit() for word in other)


@cache
def _task() -> re.Pattern[str]:
    """What is to be done for somebody, by whoever does it, or what they are to be helped with."""
    done = cues("aim.done_by_staff").pattern
    return re.compile(
        rf"\bto be (?:\w+ly )?{done}"
        rf"|^(?:ensure|ensuring|make sure)(?: that)? (?:[\w'-]+ ){{1,5}}(?:is|are) (?:being )?(?:\w+ly )?{done}"
        rf"|^be (?:\w+ly )?(?:supervised|monitored|observed|assisted|prompted|repositioned|checked)\b"
        r"|\b(?:administered|provided|prepared|given|completed|done|managed|met|delivered|undertaken) (?:daily )?by "
        r"(?:the |paid |two )*"
        r"(?:carers?|staff|nurses?|workers?|agency|pas?|support workers?)\b"
        r"|^(?:support|assist|help|prompt|encourage|remind|supervise|enable) (?:he|him|her|them|client|service user) "
        r"(?:with|to|in)\b"
        r"|^(?:[\w-]+ ){0,3}prompts? (?:am|pm|at|in|with|for|and)\b"
        r"|^(?:ensure|ensuring|make sure)(?: that)? .*\b(?:within reach|offered|available|in place|to hand|charged|"
        r"switched on)\b"
        r"|^(?:[\w-]+ ){0,3}(?:checks?|monitoring|observations?|prompts?|prompting|supervision|repositioning|observing)"
        r"(?: (?:every|each|daily|twice|weekly|\d|throughout|hourly|two|four|per|by)\b.*)?$"
    )


@cache
def _agency() -> re.Pattern[str]:
    """An aim of services: to accept help, to need fewer hours or calls, or in other words of theirs."""
    accept = rf"\baccept(?:s|ing)? {cues('aim.help').pattern}(?: with [\w ]+)? (?:without|when|from)\b"
    of_what = r"(?:the |his |her |their |number of |amount of |inappropriate )*"
    fewer = rf"\breduc(?:e|ed|ing|tion(?: in| of)?) {of_what}{cues('aim.fewer').pattern}"
    return re.compile(f"{cues('aim.agency').pattern}|{accept}|{fewer}")
