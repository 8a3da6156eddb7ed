"""Who is to do what in an outcome statement: what opens it is taken away, and its subject and its verb are found.

All text is `plain`, and the person is called *he* in it.
"""

import re
from functools import cache

from sbp.checks.aim_sorts import sort
from sbp.checks.cues import cues
from sbp.checks.wording import called_by
from sbp.passage.lexicon import words

OWN = re.compile(r"\b(?:i|i'm|i'd|i'll|i've|my|me|myself|we|our)\b")
_AIM = re.compile(
    r"^(?:[^.;:]{0,60}\b)?(?:outcome|goal|aim|objective|target|priority|intention|hope|wish|aspiration|ambition|"
    r"focus)s?\b"
    r"[^.;]{0,60}?(?: (?:is|are|being|would be|will be|remains)(?: now| still| simply| therefore)? "
    r"(?:for (?=(?:he|him|her|them) )|that )?|: (?=to ))"
)
"""*The outcome agreed with her is*."""
_WHAT = re.compile(
    r"^(?:[^.;:]{0,40}, )?what (?:[\w'-]+ ){1,4}?(?:like|likes|wants?|needs?|hopes? for|wishes|is after|after|is "
    r"looking for|"
    r"is asking for|asks for)(?: (?:most|now|to see|from this|out of this|above all)){0,2}(?:, [^,.;]{3,30},)?"
    r"(?: is|:)(?: simply| just| really| only)? "
    r"(?:for (?=(?:he|him|her|them) )|that )?"
)
"""*What he would like most is*."""
_AS_FOR = re.compile(
    r"^(?:(?:in respect of|in relation to|with regards? to|regarding|in terms of|as regards|concerning|in the "
    r"(?:short|long|"
    r"medium) term|for this domain|under|as agreed)\b[^,.;:]{0,50}[,:] |(?:overall|ultimately|generally|essentially|"
    r"in general|in short|in summary|moving forward|going forward|longer term|long[- ]term|short[- ]term|"
    r"therefore|so|also|"
    r"and|then)[,:]? (?=we |i |he |she |they |to |for |the |it |our ))"
)
"""*In respect of hygiene,* and *overall*."""
_HOPED = re.compile(
    r"^(?:it is (?:hoped|intended|planned|expected|proposed|agreed|anticipated|important|essential) (?:that |for )|"
    r"(?:we|i|all|family|services|professionals|the team|everyone)(?: all| both)? (?:want|would like|hope|aim|"
    r"intend|plan|"
    r"wish|need|are looking|are hoping|are aiming)(?: for| to (?:see|enable|help|support|allow|get))? "
    r"(?=(?:he|him|her|she|them|they|to) ))"
)
"""*We would like to see him*."""
_WISHES = re.compile(
    r"\b(?:he|she|they|i)(?: (?:also|really|still|says? (?:he|she|they|i)|said (?:he|she|they)))?(?:'d| would)? "
    r"(?:(?:love|like|want|wants|hope|hopes|wish|wishes|mean|means|intend|intends|plan|plans|aim|aims) (?!not\b|"
    r"no\b)|"
    r"(?:is|are) (?:after|determined|keen|set on) |(?:is|are) going to )|\bwhat (?:he|she|they|i) (?:wants?|(?:is|"
    r"are) after|"
    r"would like|'d like)\b|\b(?:his|her|their|my) (?:own )?(?:aim|test|hope|wish) (?:is|was)?\b"
)
"""That the person wants something."""
_UNWANTED = re.compile(r"\b(?:rather not|not want|n't want|no wish|not like|n't like)\b")
_THEN = re.compile(r"\band (?:then )?(?:he|she|they|i) (?:will|can|does|\w+s)\b")
"""What the person does beside it."""
_MODAL = frozenset(
    "to will should shall must can are is need needs also then always all both therefore now regularly continue".split()
)
_THEM = frozenset("him her them he she they the his their with and all each every at on in for on-going".split())


def opened(said: str, names: frozenset[str]) -> str:
    """A statement without its subject, where that is the person: *Ivor remains safe* is *remain safe*."""
    said = called_he(said, names)
    for opening in (_AS_FOR, _AIM, _WHAT, _HOPED):
        found = opening.match(said)
        said = said[found.end() :] if found and len(said) > found.end() else said
    cut = _HE.match(said)
    head = said[cut.end() :] if cut else said
    for form, base in _FORMS.items():
        if cut and re.match(rf"{form}\b", head):
            return base + head[len(form) :]
    return head


def called_he(said: str, names: frozenset[str]) -> str:
    """A statement with *he* for what the person is called."""
    return called_by(names).sub(lambda met: "his" if met["own"] else "he", said) if names else said


_FORMS = {"is": "be", "has": "have"} | {
    f"{verb}s": verb
    for verb in (
        "remain receive attend continue get engage accept stay live maintain feel access eat keep enjoy achieve"
    ).split()
}
_HE = re.compile(
    r"^[-*•>\s]*(?:that |for )?(?:he|him|she|they|them) (?:(?:to|will|should|is to|are to) |"
    rf"(?=(?:{'|'.join(_FORMS)})\b))"
)
"""The person as the subject of a statement."""


def wishes(said: str) -> bool:
    """Whether a sentence tells what the person wants, and it is no refusal."""
    return _WISHES.search(said) is not None and _UNWANTED.search(said) is None


def staff_work(said: str) -> bool:
    """Whether those who are paid stand at the beginning, and are to do more than be as somebody likes them."""
    given = re.findall(r"[a-z0-9][\w'&-]*", re.sub(r"^(?:for|that) ", "", said))
    at = next((i for i, word in enumerate(given) if word not in sort("before_staff", "staff")), len(given))
    if not 0 < at < len(given) or not sort("staff").intersection(given[:at]) or _THEN.search(said):
        return False
    told = next((i for i in range(at, len(given)) if given[i] not in _MODAL and not given[i].endswith("ly")), None)
    if told is None or given[told] in words("aim_manner"):
        return False
    if {"to", "will", "should", "shall", "must"}.intersection(given[at:told]):
        return True
    return told == at and given[told] in words("aim_work") and not _THEM.isdisjoint(given[told + 1 : told + 3])


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
