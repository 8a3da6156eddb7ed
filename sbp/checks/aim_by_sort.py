"""What an outcome statement is about by the sorts of all its words, where no turn of phrase has told."""

import re

from sbp.checks.aim_sorts import others, some, sort, tokens
from sbp.checks.cues import cues
from sbp.passage.lexicon import words

_LACKS = re.compile(
    r"^(?:(?:for|that) )?(?:(?:he|she|they|client|service user|his|her|their) )?(?:also |currently |often |still "
    r")*(?:is |are |"
    r"be |being |has |have |experiences? |due to |with )?(?:(?:\w+ly|some|a|an|ongoing|very|more|severe|great|"
    r"increasing|short[- ]term|long[- ]term) ){0,3}"
    r"(?:unable to\b|not able to\b|cannot\b|can't\b|can not\b|can no longer\b|no longer able\b|does not manage\b|"
    r"inability\b|struggl(?:es|ing) (?:to|with)\b|difficult(?:y|ies)\b|finds? it (?:hard|difficult|challenging)\b|"
    r"problems? with\b|(?:at |a )?risk of\b|vulnerable to\b|prone to\b|"
    r"(?:incontinent|immobile|housebound|bedbound|unsteady|confused|forgetful|disorient(?:ed|ated)|breathless)\b|"
    r"(?:help|support|assistance|supervision|prompting) (?:is )?(?:needed|required)\b|"
    r"(?:help|support|assistance)(?: needed| required)? (?:with|for|around) [^.;]* (?:due to|because of|as a "
    r"result of|owing to|as|"
    r"since) |needs? (?:for (?:help|support|assistance|supervision|prompt\w*|care)|to be (?:supported|helped|"
    r"assisted|prompted|reminded|"
    r"supervised)|(?:around|in relation to|in respect of|with) )|"
    r"(?:lack|loss) of\b|lacks\b|reduced (?:mobility|dexterity|vision|sight|hearing|strength|ability|appetite|"
    r"memory|stamina|balance|cognition)\b|impaired\b|limited\b|poor\b|deteriorating\b|declining\b|"
    r"(?:requires?|needs?|in need of|dependent on|reliant on) (?!no |less |nobody |only |fewer |not )(?:\w+ "
    r"){0,2}?(?:help|support|assistance|"
    r"supervision|prompts?|"
    r"prompting|encouragement|care|input|someone|somebody|staff|carers?|aids?|equipment|(?:one|two|1|2) (?:to|"
    r"carers))\b)"
)
"""A need, told as one: somebody cannot, or needs help."""
_NAMED = re.compile(
    r"(?:he )?requires? (?!no |less |nobody |only |fewer |not )|(?:eligible |assessed |unmet |identified )?needs?: |"
    r"(?:get |have )?(?:help|support|assistance) (?:because|as|since|due to) "
)
_TURNED = re.compile(
    r"\b(?:but|wants?|would like|so that|until|until|hopes?|wishes|no longer (?:be|need|feel|have)|without (?:it|"
    r"that)|anymore|"
    r"any more|not to)\b|: "
)
"""What makes more of a need than a need."""
_MET = re.compile(
    r"(?<!\bto )(?<!\bnot )\bneeds?\b(?! to (?!be\b))(?! (?:no|a|an|the|only|nobody|nothing|for "
    r"nothing)\b)[^.;]{0,90}?\b(?:met|addressed|"
    r"managed|catered for|supported|fulfilled|attended to|responded to|satisfied|provided for|maintained|overseen)\b|"
    r"\b(?:meet|meets|meeting|address|addresses|addressing|manage|manages|managing|support|supports|supporting|"
    r"satisfy|fulfil)"
    r" [^.;]{0,60}?\bneeds?\b|\b(?:difficult(?:y|ies)|problems?|isolation|lack of|loss of|poor|issues?|incontinence) "
    r"[^.;]{0,40}?(?:to be |is |are |be )(?:addressed|managed|resolved|overcome|tackled|reduced|minimised)"
)
_HELP = re.compile(
    r"^(?:(?:get |have |receive )?(?:some )?(?:help|support|assistance)|be (?:supported|assisted|helped)) (?:with|"
    r"for|around) "
)
_MANAGE = re.compile(
    r"^(?:manage|managing|resolve|address|addressing|overcome|deal with|cope with|tackle|reduce|alleviate|improve) "
)
_PARTICIPLE = re.compile(r"ed$|^(?:given|done|cut|put|set|left|kept|made|taken|brought|run|drawn|laid)$")
_OFTEN = re.compile(
    r"\b(?:daily|hourly|weekly|monthly|nightly|every|each|twice|\d ?x|x ?\d|times|after|before|at night|at each|"
    r"at all|at \d|morning|"
    r"mornings|night|qds|tds|bd)\b"
)
_IN_TIME = re.compile(
    r"\bby (?:\d|half|quarter|\w+ (?:o'clock|am|pm)|one|two|three|five|six|seven|eight|nine|ten|eleven|noon)"
)
_LIVED = re.compile(
    r", for (?:the|his|her|their|a) |\bfrom (?:his|her|their) |\b(?:who|whose|where|because|while|when)\b|\b(?:he|"
    r"she|i|they) (?:can|could|"
    r"has|have|likes?|"
    r"knows?)\b"
)
_TOLD = re.compile(r"\b(?:moved|came|went|had|did|brings|brought|comes|goes|works|helped|asked|says)\b")
"""That something is told and not aimed at."""
_BE_HELPED = re.compile(
    r"be (?:prompted|assisted|supervised|monitored|reminded|encouraged|toileted|hoisted|repositioned|escorted)\b"
)
_ONESELF = re.compile(r"\b(?:own|himself|herself|themselves|themself|myself|my|alone)\b")
_CARE_OF = re.compile(
    r"\b(?:care|checks?|turns?|changes?|wash|monitoring|prompts?|prompting|supervision|repositioning)\b"
)
_WITH = re.compile(r" (?:with|using) ")
_FOR_HIM = frozenset(
    "assist prompt supervise encourage administer escort reposition hoist toilet remind monitor observe liaise".split()
)
_HELPED_WITH = re.compile(r"(?:he )?(?:will )?be (?:supported|assisted|helped|prompted|reminded|supervised) with\b")
_BY_STAFF = re.compile(
    r"\b(?:\w+ed|given|done) (?:\w+ ){0,4}?by (?:the |two |a |paid |\d )?(?:[\w-]+ ){0,2}?(?:staff|carers?|team|"
    r"nurses?|workers?|"
    r"agency|pas?|homecare|reablement)\b"
)
_ABSTRACT = re.compile(r"\b(?:wellbeing|independence|dignity|quality|safety|health)\b")
_HELP_WITH = re.compile(
    r"(?:(?!own)[a-z]+ )?(?:assistance|supervision|prompting|prompts?|monitoring|encouragement) (?:with|of|for|at|"
    r"to|in|during|when) "
)
_FLAT = re.compile(r"(?<=(?:less|more|feel) )flat\b")
"""A mood, and nowhere to live."""
_SAFE = frozenset(["safe", "secure", "stable"])
_HEADS = frozenset(
    ["assessment", "housing", "application", "staff", "team", "worker", "care", "carer", "call", "funding"]
)
"""What says nothing alone: it may be a heading."""
_COUNTS = frozenset(
    "x2 x3 x4 one two three four five six daily qds tds bd weekly double-handed paid double morning evening "
    "lunch tea "
    "more regular".split()
)
_CALLED = re.compile(
    r"\b(?:day (?:centres?|care|services?|opportunities|provision)|meals on wheels|direct payments?|personal "
    r"budgets?|"
    r"(?:care|support) plan|(?:supported|assisted) (?:living|accommodation|housing)|extra[- ]care(?: housing)?|"
    r"shared lives|"
    r"sheltered housing|(?:care|nursing|residential) homes?|intermediate care|care and support|home help|home "
    r"support|"
    r"community meals|night sits?|night sitters?|support hours|housing with care|support with (?:personal "
    r"care|washing|dressing|medication|meals|bathing|adls|shopping|cleaning)|"
    r"[\w-]+ (?:hours?|hrs?)(?: (?:of|a|per|each|every|weekly|week|day))* (?:support|help|assistance|care|"
    r"cleaning|pa|enabling)|"
    r"(?:help|support|assistance|input|visits?|calls?) from (?:the |a |an |paid |two |care |support |community |"
    r"district )*(?:staff|"
    r"carers?|agency|services?|workers?|pas?|nurses?|team))\b"
)
"""Services that go by more than one word."""
_AT_HOME = re.compile(
    r"\b(?:in|at|within|around) (?:(?:his|her|their|my|the) )?(?:own )?(?:home|house|property)(?: environment| "
    r"setting)?\b"
)
_STATE = frozenset(["be", "have", "feel", "keep"])
_DIGNIFIED = frozenset(["washed", "dressed", "bathed", "showered", "shaved", "supported"])
"""What somebody may be by nine, ready for the day."""
_PLAIN = frozenset(
    """be remain stay live living keep have feel get family contact friend friends sleep home other others people being
    has also continue continued life lives manage enjoy role roles care carer carers caring""".split()
)
"""Words for any life that say something all the same where nothing stands beside them."""
_MORE = re.compile(r"\b(?:more|less|better|fewer|greater|improved|increased|reduced)\b")


def need(head: str) -> bool:
    """A need told again, or that it is to be met."""
    if _TURNED.search(head):
        return False
    if _LACKS.match(head) or _NAMED.match(head):
        return True
    met = _MET.search(head)
    if (
        met
        and set(some(head[: met.start()], "service")) <= {"care", "nursing"}
        and len(others(head, "domain", "lacking", "provided", "empty", "work")) <= 3
    ):
        return True
    if _HELP.match(head) and some(head, "lacking") and not others(_HELP.sub("", head), "domain", "lacking", "empty"):
        return True
    troubled = _MANAGE.match(head) and some(head[head.find(" ") :], "lacking") and not _ONESELF.search(head)
    return bool(troubled) and not others(head, "domain", "lacking", "empty", "work")


def task(head: str, infinitive: bool) -> bool:
    """Care work in words of care work, whoever is to do it; after *to* it may be the person who does."""
    given = tokens(head)
    if len(given) < 2 or _ONESELF.search(head):
        return False
    if not infinitive and given[0] in _FOR_HIM:
        return True
    strange = others(given, "work", "object", "domain", "staff", "handled", "provided")
    if len(strange) == 1 and _BE_HELPED.match(head) and not _LIVED.search(head):
        return True
    if strange:
        return False
    if given[0] == "be":
        return given[1] in sort("handled") and _IN_TIME.search(head) is None
    if given[0] in words("aim_for_somebody") and not _ABSTRACT.search(head):
        return bool(some(given[1:], "object", "domain")) or not {"him", "her", "them", "he"}.isdisjoint(given)
    return not infinitive and (_is_done(given) or _is_often(head, given))


def _is_done(given: list[str]) -> bool:
    """*Pads changed*, *turned at night*: what is done to somebody or with something of theirs."""
    done = next(
        (at for at, word in enumerate(given) if _PARTICIPLE.search(word) and word in sort("work", "handled")), None
    )
    if done is None or _STATE.intersection(given[: done - 1]):
        return False
    return bool(some(given[:done], "object")) or (
        done == 0 and given[0] in sort("handled") and given[0] not in _DIGNIFIED
    )


def _is_often(head: str, given: list[str]) -> bool:
    """*Mouth care after meals*: care work and how often, or with what."""
    often = (_CARE_OF.search(head) and some(given, "object") and _OFTEN.search(head)) or _HELP_WITH.match(head)
    return bool(often) and _STATE.isdisjoint(given)


def called(said: str) -> str:
    """A statement in which a service or equipment that goes by several words is called by one: *day centre*."""
    return _CALLED.sub("agency", cues("aim.equipment").sub("equipment", said))


def by_staff(head: str) -> bool:
    """What is done by those who are paid, as they are named after it."""
    if _HELPED_WITH.match(head) and len(others(head, "object", "domain", "work", "provided", "empty")) <= 1:
        return True
    if _LIVED.search(head) or _ONESELF.search(head):
        return False
    return _BY_STAFF.search(head) is not None and not (_STATE - {"be"}).intersection(tokens(head)[:3])


def service(said: str, proper: frozenset[str]) -> bool:
    """A service or equipment, and nothing beside it but how it is had, changed, where and how much.

    `proper` are names in it, of a place or an agency: they make no life of a service. Where the service comes first,
    one other word makes none either, unless it tells whose it is or what it is for.
    """
    given = [word for word in tokens(said) if word not in proper]
    first = [word for word in tokens(_WITH.split(said)[0]) if word not in proper]
    bare = given[: len(first)] if others(first, "provided_at") or not some(first, "provided_at") else given
    if _ONESELF.search(said) or _TOLD.search(said) or not some(bare, "service"):
        return False
    strange = others(given, "service", "provided", "staff")
    counted = any(word in _COUNTS or word.isdigit() for word in given)
    if len(others(given)) == 1 and not counted and _HEADS.intersection(given):
        return False
    if not strange or _LIVED.search(said):
        return not strange
    if len(others(strange, "domain", "work", "object", "empty")) > 1:
        return False
    named = next((at for at, word in enumerate(given) if _is_named(word, given[max(at - 3, 0) : at])), None)
    return named is not None and not others(given[:named], "provided", "provided_at")


def _is_named(word: str, before: list[str]) -> bool:
    """Whether a word is a service, by itself or counted: *four calls*, *daily visits*."""
    counted = any(one in _COUNTS or one.isdigit() for one in before)
    return word in sort("service") - sort("service_loose") or (counted and word in sort("service", "staff"))


def hollow(head: str) -> bool:
    """Good things that anybody would want: two of them, or one that is neither felt nor more or less than now."""
    given = tokens(_AT_HOME.sub("", head))
    strong = [word for word in some(given, "empty") if word not in _PLAIN and word not in sort("glue")]
    compared = _MORE.search(head) is not None or "feel" in given
    if others(given, "empty"):
        return len(strong) > 1 and not compared and not others(given, "empty", "feeling")
    return len(strong) > 1 or (bool(strong) and not compared and strong[0] not in sort("feeling") - _SAFE)


def felt(head: str) -> bool:
    """A state of mind or body, or more or less of something, and nothing by which it could be seen."""
    given = tokens(_AT_HOME.sub("", _FLAT.sub("low", head)))
    if others(given, "empty", "feeling"):
        return False
    return bool(some(given, "feeling")) or (_MORE.search(head) is not None and len(given) > 1)
