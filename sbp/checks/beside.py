"""Taking part: how records tell that it is hard, and that somebody is beside the person. Matched in plain text."""

import re

from sbp.checks.wording import KIN

_NOT = (
    r"(?:cannot|could not|can not|can't|couldn't|(?:was |is |were |been )?unable to|not able to|did not|didn't|does "
    r"not|"
    r"doesn't|do not|don't|struggle[sd]? (?:to|with)|(?:finds|found|find) it (?:\w+ ){0,2}?(?:hard|difficult)(?: "
    r"to)?|not "
    r"possible to|(?<!no )(?<!any )(?<!without )(?<!little )difficulty (?:in |with )?|failed to|hardly|barely|"
    r"rarely) ?(?:\w+ly )?"
    r"(?:(?:be able|appear|seem) to )?"
)
_TALK = (
    r"(?:what|why|information|conversations?|options?|purpose|discuss\w+|meeting|assessment|questions?|choices?|plan|"
    r"process|decision|it|this|visit|views?|wishes|wants?|feelings|opinions?|explained|said|told|consequences|"
    r"alternatives|proposed|proposals?|explanations?|anything|instructions)"
)
_SIDES = {
    "understanding": re.compile(
        rf"\b{_NOT}(?:understand\w*|follow\w*|process\w*|comprehend\w*|grasp\w*|make sense of)"
        rf"(?:(?: [\w'-]+){{0,4}}? {_TALK}\b|(?= ?(?:[.,;\n]|$)))"
        rf"|\b{_NOT}(?:take|takes|taking) (?:\w+ )?in\b|\bno understanding of (?:[\w'-]+ ){{0,3}}?{_TALK}\b"
        r"|\b(?:information|questions?|things?|it|everything) (?:\w+ ){0,3}(?:repeated|explained) (?:many|several|"
        r"three|four|five|a number of) times\b"
    ),
    "retaining": re.compile(
        rf"\b{_NOT}(?:and remember |and retain )?(?:retain\w*|(?:remember\w*|recall\w*|hold|keep in mind|say back|"
        rf"repeat "
        rf"back|tell (?:me|us) (?:\w+ )?(?:afterwards?|later)?) ?(?:[\w'-]+ ){{0,4}}?{_TALK})\b"
        r"|\b(?:loses|lost) (?:the )?(?:thread|track)\b|\bforg[eo]t\w* (?:it |this |them )?(?:within|in|after) "
        r"(?:\w+ )?"
        r"(?:minutes?|seconds)|\b(?:understand|follow) and (?:remember|retain)\b"
    ),
    "weighing": re.compile(
        rf"\b{_NOT}(?:use (?:or|and) )?weigh\w*\b|\b(?:tends to )?(?:agree[sd]?|says yes|said yes|goes along|went "
        rf"along)"
        r"(?: \w+)? (?:with |to )?(?:whoever|whatever|everything|anything|everyone|anyone|each of us|all of us|both "
        r"of us)\b"
        r"|\b(?:making|make) up (?:his|her|their) mind\b"
    ),
    "communicating": re.compile(
        rf"\b{_NOT}(?:communicat\w*|express\w*|convey\w*|make (?:his|her|their)|tell (?:us|me)|voic\w+|say what|"
        rf"(?:get|put) (?:\w+ )?across) ?(?:[\w'-]+ ){{0,4}}?(?:views?|wishes|feelings|opinions?|choices?|decision|"
        rf"known|"
        r"wants?|thinks|needs|preferences|effectively|verbally)\b"
        r"|\bnon[- ]?verbal\b|\b(?:does not|doesn't|do not|don't|cannot) (?:use words|speak|talk)(?! (?:english|to|"
        r"of))\b|"
        r"\bno (?:verbal communication|speech|words)\b|\b(?:speech|words?|what (?:he|she) says) (?:\w+ )?(?:is|are) "
        r"not understood\b"
    ),
    "taking part": re.compile(
        rf"\b{_NOT}(?:participat\w+|take (?:an active )?part|taking part|contribut\w+|engag\w+|be involved)(?: \w+)? "
        r"(?:in|with|to) (?:any |the |this |his |her )?(?:\w+ )?(?:assessment|review|meeting|discussion|conversation|"
        r"process|planning|way)\b"
        rf"|\b{_NOT}(?:participate|take part|contribute) meaningfully\b"
        r"|\b(?:views?|wishes|opinion)\b[^.;\n]{0,30}\b(?:unable to (?:obtain|ascertain|gain|establish|give|state)|not "
        r"(?:obtained|ascertained|established|known|able to be)|could not be (?:obtained|ascertained|established))\b"
    ),
}
"""The four parts of a substantial difficulty, and taking part as a whole, as workers tell of them."""
_LAW = re.compile(
    r"\bsubstantial difficult(?:y|ies)\b|\b(?:no one|nobody) to speak for (?:him|her|them)\b|"
    r"\b(?:no one|nobody) to help (?:him|her|them) take part\b|\bno appropriate (?:person|individual)\b"
)
_LAW_DENIED = re.compile(
    r"\b(?:no|not have|not have an?y?|without|not experience|not (?:show|appear to have)|would have had|never had) "
    r"(?:any |a )?substantial difficult\w*|\bsubstantial difficult\w*:? ?(?:no\b|none|n/a|not)"
)
_ADVOCACY = re.compile(r"\b(?:advoca(?:te|tes|cy)|imcas?|pohwer|voiceability)\b")
_NO_ADVOCATE = re.compile(
    r"\b(?:no|not|n/?a|none|nor|without|consider\w*|discuss\w*|declin\w*|refus\w*|leaflet|information|unavailable|"
    r"waiting list|need(?:s|ed)?|requir\w*|offer(?:ed)?|never|n't|nobody|could|would|should|may|might)\b"
)
_YES_ADVOCATE = re.compile(
    r"\b(?:refer\w*|allocated|appointed|instructed|asked for|requested|booked|arranged|started|began|begun|came|comes|"
    r"attended|sat|sits|met|present|helped|supported|spoke|through|with (?:his|her|their|an?) advocate|(?:his|her|"
    r"their) "
    r"advocate)\b"
)
_CARE = (
    r"(?:wash|dress|shower|bath|meal|medic|tablet|walk|shop|transfer|personal|toilet|bed|stair|eat|drink|cook|clean|"
    r"laundry|get up|mobil|continence|money|bills|garden)"
)
_HELPED = re.compile(
    r"\b(?:sat with|sits with|sitting with|with the help of|"
    rf"(?:supports?|supported|supporting|helps?|helped|helping) (?:him|her|them)\b(?! (?:\w+ ){{0,3}}{_CARE})|"
    rf"supported (?:\w+ ){{0,2}}by (?!staff|carers|the (?:home|team|ward|unit))(?! {_CARE})|with support from "
    rf"(?!staff|the)|"
    rf"{KIN} (?:\w+ ){{0,2}}(?:speaks|spoke) for)\b"
)
_INDIVIDUAL = re.compile(
    r"(?<!no )\bappropriate (?:individual|person)\b(?! ?(?:[:?-] ?(?:no|none|n/?a|not)\b|(?:is |was )?not|to support|"
    r"identified: no))"
)
_PAID = re.compile(
    r"\b(?:staff|manager|key ?worker|support worker|care(?:r|rs)? (?:home|staff|worker)|care worker|social worker|"
    r"nurse|"
    r"provider|agency|home|ward|warden|team|assessor|deputy manager|senior)\b"
)
_NOBODY = re.compile(
    r"\b(?:no (?:family|relatives?|relations|nok|next of kin|friends|children|visitors|(?:\w+ )?(?:representative|"
    r"appropriate))|(?:nobody|no[- ]one)(?: \w+)? (?:to|with|visits|involved|who|appropriate|suitable|beside|else "
    r"(?:to|who|"
    r"involved))|"
    r"unbefriended|estranged|parents (?:are |both |have )*(?:dead|deceased|died)|not in (?:touch|contact)|"
    r"had (?:nobody|no[- ]one)|no (?:\w+ )?contact (?:with )?(?:family|relatives)?|spoke on (?:his|her|their) behalf|"
    r"(?:staff|home|unit|ward|manager|provider)\b[^.;\n]{0,30}\b(?:provided|gave|supplied|spoke|answered)|"
    r"(?:information|"
    r"history|details|views?) (?:was |were )?(?:taken|obtained|gathered|provided|gained|sought) (?:from|by) (?:the )?"
    r"(?:staff|ward|home|notes|manager|care (?:home|plan)|unit|provider))\b"
)
_NEAR = re.compile(rf"\b(?:{KIN}|husband's|wife's|carer)\b")
_WITH = re.compile(
    rf"\b(?:{KIN}|carer)\b[^.;\n]{{0,50}}\b(?:with (?:him|her|us|me|them)|there|present|came|comes|joined|sat|helped|"
    r"helps|explained|interpret\w*|put it|told me|said|says|beside|asked|knows|understands|speaks)\b"
    rf"|\b(?:with|by|from|together with|alongside) (?:his|her|their) {KIN}\b"
)
_USED_TO = re.compile(r"\b(?:used to|died|passed away|late|until)\b")
_HEADING = re.compile(r"^[^:]*\badvoca\w*[^:]*: ?")
"""A heading before the first sentence under it."""
_MADE_EASIER = re.compile(
    r"\b(?:pictures?|photo\w*|large print|sixteen point|easy[- ]read|board|makaton|bsl|sign(?:s|ed|ing)? |interpreter|"
    r"gestures?|came back|went back|came again|(?<!not )(?<!n.t )(?:said|say|told|tell) (?:it|them|me) back|in "
    r"(?:his|her|their) own "
    r"words|"
    r"short sentences|sentences are short|when the|talking mats|slt|salt|speech (?:and language )?therap\w+|so we|then "
    r"(?:he|she|they)|took (?:an hour|time|it slowly)|everything (?:he|she|they) want\w*|yes or no|yes/no|eyes|"
    r"point(?:s|ed|ing)? (?:to|at)|"
    r"thumb\w*|objects of reference|tablet|app|capacity|best interests|wrote|read (?:it|them) out)\b"
)


def sides(sentence: str) -> set[str]:
    """Which sides of taking part a sentence in plain words says are hard."""
    return {side for side, cues in _SIDES.items() if cues.search(sentence)}


def first_of(sentence: str) -> re.Match[str] | None:
    """The first words of a sentence that say so, those of the law among them."""
    met = [found for cues in (*_SIDES.values(), _LAW) if (found := cues.search(sentence))]
    return min(met, key=re.Match.start, default=None)


def is_told_by_law(text: str) -> bool:
    """Whether a text speaks of a substantial difficulty, or of nobody to speak for somebody, and does not deny it."""
    return _LAW.search(_LAW_DENIED.sub(" ", text)) is not None


def is_denied(text: str) -> bool:
    """Whether a text says that there is no substantial difficulty."""
    return _LAW_DENIED.search(text) is not None


def has_somebody(text: str) -> bool:
    """Whether a record's words name an advocate who was asked for, an appropriate individual, or help to take part."""
    return _INDIVIDUAL.search(text) is not None or any(map(_names_somebody, re.split(r"[.;\n]", text)))


def _names_somebody(sentence: str) -> bool:
    said = _HEADING.sub("", sentence)
    if _ADVOCACY.search(sentence):
        silent = _NO_ADVOCATE.search(said) or (
            said != sentence and (sides(said) or _LAW.search(said) or not said.strip())
        )
        if _YES_ADVOCATE.search(said) or not silent:
            return True
    return _HELPED.search(said) is not None and not re.search(r"\b(?:nobody|no one|no-one|not|no|nor)\b", said)


def is_paid(name: str) -> bool:
    """Whether whoever is named as the appropriate individual is paid to be there."""
    return _PAID.search(name) is not None and re.search(rf"\b{KIN}\b", name) is None


def is_alone(text: str) -> bool:
    """Whether a record says that there is nobody, that staff answered, or that an advocate was thought of and left."""
    left = any(_ADVOCACY.search(one) and _NO_ADVOCATE.search(one) for one in re.split(r"[.;\n]", text))
    return left or _NOBODY.search(text) is not None


def has_family(text: str) -> bool:
    """Whether family or friends are named, other than as missing."""
    return _NEAR.search(_NOBODY.sub(" ", text)) is not None


def is_with_family(text: str) -> bool:
    """Whether a record tells of family or friends who were there, spoke or helped, and still can."""
    told = [one for one in re.split(r"[.;\n]", _NOBODY.sub(" ", text)) if not _USED_TO.search(one)]
    return any(map(_WITH.search, told))


def is_made_easier(text: str) -> bool:
    """Whether a way of asking was found, or the words are about capacity."""
    return _MADE_EASIER.search(text) is not None
