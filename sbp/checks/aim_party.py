"""Outcome statements that say what services want or fear, by what is to be taken, averted or kept going."""

from functools import cache

from sbp.checks.aim_sorts import others, sort
from sbp.checks.sought import Sought, sought
from sbp.passage.lexicon import any_word


def party(head: str) -> bool:
    """What services want or fear: that help is taken, that nothing costs, breaks down or comes back to them."""
    found = _takes_what_is_given().search(head) or _averts().search(head) or _keeps_going().search(head)
    return (
        bool(found)
        and len(others(head, "party", "party_around", "service", "staff", "provided", "empty", "domain")) <= 1
    )


@cache
def _takes_what_is_given() -> Sought:
    """Help is taken and not refused."""
    given = any_word(
        sort("service", "staff")
        | frozenset(
            """support help visits visit medication meds treatment plan advice boundaries rules recommendations
            recommended
        appointments reviews level intervention interventions regime professionals assessment assessments care input
        access programme programmes activities therapy in sessions session groups mdt""".split()
        )
    )
    takes = (
        r"(?:accept(?:s|ing)?|allow(?:s|ing)?|lets?|letting|permit(?:s|ting)?|admit(?:s|ting)?|tolerat(?:e|es|ing)|"
        r"cooperat(?:e|es|ing)|co-operat(?:e|es|ing)|engag(?:e|es|ing|ement)|re-engag(?:e|es|ing)|participat(?:e|"
        r"es|ing)|"
        r"work(?:s|ing)? (?:well |positively |closely |constructively )?with|receptive to|amenable to|keep(?:s|"
        r"ing)? to|"
        r"follow(?:s|ing)?|stick(?:s|ing)? to|respond(?:s|ing)? (?:\w+ly )?to|make(?:s)? (?:himself|herself) "
        r"available|"
        r"attend(?:s|ing)? (?:all|every|each|his|her|their|regular))"
    )
    obeys = (
        r"compl(?:y|ies|ying|iance|iant)|adher(?:e|es|ing|ence)|concordan(?:t|ce)|conform(?:s|ing)?|abid(?:e|es|ing)"
    )
    no = (
        r"(?:not|never|no longer|stop|stops|without|cease)(?: to)? (?:refus\w+|cancel\w*|declin\w+|disengag\w+|"
        r"resist\w*|abscond\w*|miss(?:es|ing)? (?:any |his |her |their )?(?:appointments?|doses?|sessions?|"
        r"visits?|calls?))"
    )
    return sought(rf"\b(?:{takes}) (?:[\w'-]+ ){{0,4}}?{given}\b|\b(?:{obeys})\b|\b{no}\b|\binsight\b")


@cache
def _averts() -> Sought:
    """What services fear is kept from happening."""
    averts = (
        r"avoid(?:s|ed|ing|ance of)?|prevent(?:s|ed|ing|ion of)?|reduc(?:e|es|ed|ing|tion in|tion of)|minimis(?:e|"
        r"es|ed|ing)|"
        r"decreas(?:e|es|ed|ing)|delay(?:s|ed|ing)?|divert\w*|stop(?:s|ped|ping)?|ceas(?:e|es|ing)|limit(?:s|ed|"
        r"ing)?|"
        r"eliminat(?:e|es|ed|ing)|lessen|lower|no|without|no longer|does not result in|do not result in|not lead "
        r"to|not require"
    )
    party = any_word(sort("party") - frozenset(["deterioration", "demand", "pressure", "inappropriate"]))
    return sought(
        rf"\b(?:{averts}) (?:[\w'/-]+ ){{0,6}}?{party}\b|\breduc\w+ (?:the )?(?:frequency|number) of (?:contacts?|"
        rf"calls)\b|"
        r"\b(?:recognis|accept|understand|acknowledg|realis|appreciat)(?:e|es|s) (?:that|why|the need|the risk)|"
        r"\b(?:no|less|reduc\w+|avoid\w*) (?:\w+ ){0,2}contact with (?:the )?(?:police|services|crisis|emergency|"
        r"ambulance)|"
        r"\bless demanding\b|\b(?:continue|continues|able|agree|agrees) to (?:provide|care)\b.*\b(?:placement|"
        r"package|services?|support|"
        r"cost)\b|\b(?:stop|stops|not) using (?:a&e|999|ambulance)"
    )


@cache
def _keeps_going() -> Sought:
    """What services count is kept or made possible."""
    keeps = (
        r"maintain(?:s|ing)?|sustain(?:s|ing)?|preserv(?:e|es|ing)|free(?:s|ing)?(?: up)?|releas(?:e|es|ing)|"
        r"facilitat(?:e|es|ing)|"
        r"expedit(?:e|es|ing)|achiev(?:e|es|ing)|ensur(?:e|es|ing)|enabl(?:e|es|ing)|protect(?:s|ing)?|keep(?:s|"
        r"ing)?|support(?:s|ing)?|"
        r"demonstrat(?:e|es|ing)"
    )
    counted = (
        r"(?:placements?|flow|capacity|(?:acute|hospital|intermediate care|rehab) beds?|bed[- ]base|discharge|"
        r"throughput|package|caring role|carer in|compliance|concordance|"
        r"engagement|efficienc(?:y|ies)|budget|costs?|value for money|cost[- ]effective\w*)"
    )
    kept = (
        r"(?:placement|tenancy|arrangements?|package|situation) (?:to )?(?:remains?|is|be|stays?) (?:viable|stable|"
        r"sustainable|sustained|maintained)|manageable within"
    )
    left = r"^(?:a |an )?(?:\w+ ){0,3}discharge (?:from|to|within|that|which)\b|^step(?:ping)?[- ]down (?:from|to)\b"
    return sought(
        rf"\b(?:{keeps}) (?:[\w'-]+ ){{0,4}}?{counted}\b|\b{kept}\b|{left}|\bwithin (?:the )?(?:\w+ ){{0,2}}budget\b"
    )
