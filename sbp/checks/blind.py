"""Needs left out because family meets them: how records put it. Names of family are written over first."""

import re

from sbp.checks.family import written_over
from sbp.checks.wording import KIN, plain

_HELPER = (
    rf"(?:\u0199{{3,}}|{KIN}|carers?|in-laws?|wives|husbands|informal (?:carers?|support|care|help|network)|"
    r"natural support|informal arrangements?|those around (?:him|her|them)|who shares (?:the|his|her|their) (?:house|"
    r"home|flat)|family(?: support| network| members?)?|support network|next of kin|nok)"
)
"""Family by word or, written over, by name."""
_DOES = (
    r"(?:meets?|provides?|assists?|helps?|supports?|does (?!not)|do (?!not)|cares?|cooks?|prepares?|manages?|manag\w+|"
    r"gives?|looks? after|sees? to|attends?|undertakes?|completes?|takes? (?:care|him|her|them|on)|brings?|shops?|"
    r"baths?|bathes|washes|dresses|feeds|copes?|coping|carr(?:y|ies) on|continues?|keeps? (?:him|her|them)|is there|"
    r"are there|on hand|in place|robust|available|involved|lives (?:in|with|on site|there)|stays?|moved in|sustain\w*|"
    r"maintain\w*|step(?:s|ped)? in|responsib\w+|working|prevent\w*|gets? (?:him|her|them)|sees? that|makes? sure|"
    r"main carer|full[- ]time)"
)
_BY = (
    r"(?:met|provided|done|covered|supported|managed|sustained|maintained|achieved|cared for|looked after|undertaken|"
    r"given|prepared|completed|addressed|carried out|in place|care|help|support|assistance|input|reliance|meals?|"
    r"dinner)"
)
_MEETS = re.compile(
    rf"\b{_HELPER}\b\)?[^.;\n]{{0,60}}?\b{_DOES}\b"
    rf"|\b{_BY} (?:[\w']+ ){{0,3}}?(?:by|of|from|with|via|through|on) (?:[\w'-]+ ){{0,3}}?{_HELPER}\b"
    rf"|\b(?:because|as|since) (?!he\b|she\b|they\b|it\b|i\b|we\b|who\b|this\b)[\w'-]+ (?:is|are) (?:managing|coping)\b"
    r"|\b(?:covered|met|managed|provided) (?:from )?within the (?:home|household|family)\b"
    rf"|\b(?:supportive|strong|good|robust|close|devoted|very able) {_HELPER}\b"
    rf"|\blives with (?:[\w']+ ){{0,2}}{_HELPER},? (?:and|who)\b"
)
"""That family does what is needed."""
_SO = re.compile(
    rf"\b(?:met|provided|done|covered|supported|managed) (?:[\w]+ ){{0,3}}by (?:his |her |their |the |my )?{_HELPER}\b"
    rf"|\b(?:as|because|since) (?:[\w']+ ){{0,2}}{_HELPER}\b[^.;\n]{{0,30}}\b{_DOES}\b"
    rf"|\b{_HELPER}\b[^.;\n]{{0,90}}\b(?:therefore|hence|thus|which means|so (?:this|that|these|the|no|he|she|they))\b"
    rf"|\b{_HELPER}\b[^.;\n]{{0,60}}\b{_DOES}\b[^.;\n]{{0,60}}\b(?:all|every\w*|most of) (?:of )?(?:his|her|their|the|"
    r"identified|personal|meals|care)\b"
)
"""That family does it, given as the reason."""
_LEFT_OUT = re.compile(
    r"\b(?:not eligible|no eligible|ineligible|(?:does|do|did) not (?:meet|reach|qualify|satisfy)|(?:would|will) not "
    r"(?:qualify|be eligible)|not counted|not (?:met|reached|crossed) the (?:threshold|criteria)|no unmet|not "
    r"considered|"
    r"therefore (?:no|achieved|able|met)|(?:criteria|criterion|thresholds?)(?: is| are| has been)? not "
    r"(?:\w+ )?(?:met|reached|satisfied|fulfilled|crossed)|no (?:significant impact|needs|shortfall|role for|gaps?|"
    r"further need|need "
    r"for)|nothing (?:for us|further|left|to provide|to meet)|need(?:s)? (?:has|have) been (?:resolved|removed)|"
    r"(?:outcomes?|"
    r"needs?) (?:are |is |being |were )*(?:therefore |already |currently |all )*(?:achieved|met)|able to achieve|"
    r"not (?:require|need|felt to require) (?:any )?(?:thing |anything )?(?:further|care|support|help|services)|"
    r"excluded|disregarded|discounted|not a need)\b"
)
_BLIND = re.compile(
    r"\b(?:leaving aside|setting aside|leave aside|disregard(?:ing)?|carer[- ]blind|regardless of|(?:was|were|is|has "
    r"been|"
    r"been|we) (?:set|left|put) (?:it |that |this |them |all that )?(?:aside|out of (?:it|account))|without regard|"
    r"would "
    r"still|even (?:without|if|so|were)|did not count (?:that|it|him|her|them|this|what)|not count(?:ed)? (?:his|"
    r"her) help|"
    r"not taken into account|as (?:if|though)|whoever|whether or not|nobody helped|"
    r"(?:was|is|are|were) away|whatever (?:he|she|they|(?:his|her|their) "
    rf"{KIN}|\u0199{{3,}})|if (?:his|her|their) {KIN} (?:were|was|did|could|stopped)|if \u0199{{3,}} (?:were|was|did|"
    rf"could|stopped)|(?:if|were) (?:nobody|no one)|without (?:the |her |his |their )?(?:help|care|support|{KIN}|"
    r"\u0199{3,})(?: of [\w ]+)? (?:he|she|they)|looked at without)\b"
)
"""That what family does was set aside."""
_ALONE = re.compile(
    r"(?<!able to )\b(?:(?:him|her|them)sel(?:f|ves)|unaided|independently|alone|on (?:his|her|their) own|"
    r"without (?:any )?(?:help|assistance|support))\b"
)
_UNABLE = re.compile(
    r"\b(?:unable|not able|cannot|can't|could not|struggles?|would struggle|not)\b[^.;\n]{0,60}?\b(?:himself|herself|"
    r"themselves|unaided|independently|alone|on (?:his|her|their) own|without (?:any )?(?:help|assistance|support))\b"
)
_OTHER = re.compile(
    r"\b(?:not (?:from|due to|because of|related to|arise|arising|come) (?:from )?(?:an?|any|the) (?:physical |"
    r"mental )*"
    r"(?:impairment|illness|condition)|(?:come|comes|arise|arises|stem|stems) from (?:bereavement|grief|loneliness|"
    r"housing|debt|money)|bereavement|no lasting|temporary|out of plaster|until (?:the|his|her) (?:cast|plaster|"
    r"wrist|leg|"
    r"arm|wound))\b"
)
"""Another ground on which a person may be found not eligible."""


def leaves_out(text: str, names: dict[str, str], *, against: bool) -> bool:
    """Whether words leave needs out because somebody of these `names`, or of the family, meets them.

    `against` says that nobody was found eligible: then help from family is the reason, unless another is given.
    """
    said = written_over(plain(text), names)
    if _BLIND.search(said):
        return False
    if _SO.search(said) and _LEFT_OUT.search(said):
        return True
    if not _MEETS.search(said) or _OTHER.search(said):
        return False
    alone = _ALONE.search(_UNABLE.sub(" ", said)) is not None
    return not alone and (against or _LEFT_OUT.search(said) is not None)
