"""Whether the words are an item of a named scale, with its score."""

from sbp.gates.match import Answer, Match, silent

_SCALES = frozenset(
    "inventory scale index questionnaire honos npi cmai barthel waterlow braden norton rockwood zarit gds hads phq "
    "phq-9 gad gad-7 cornell abbey bprs panss mmse moca must core-10 abc-c caregiver "
    "cohen-mansfield mansfield nosger camdex gaf core epds wemwbs ymrs 4at lawton katz checklist".split()
)
_NEAR = 4


def scored(match: Match) -> Answer | None:
    """`Neuropsychiatric Inventory: apathy 2, disinhibition 0`: the item is the scale's, not the writer's."""
    if _SCALES.isdisjoint(match.before()):
        return None
    following = match.after(_NEAR)
    return silent("is an item of a scale") if any(word[:1].isdigit() for word in following) else None
