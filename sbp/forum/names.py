"""How things are called in a report: kinds of record, numbers, months."""

from math import ceil, floor
from typing import Final

from sbp.codes import labels_of
from sbp.forum.tables import Count

KINDS: Final[dict[str, tuple[str, str]]] = {
    "care_and_support_plan": ("care and support plan", "care and support plans"),
    "carers_assessment": ("carer’s assessment", "carers’ assessments"),
    "carers_support_plan": ("carer’s support plan", "carers’ support plans"),
    "case_note": ("case note", "case notes"),
    "needs_assessment": ("needs assessment", "needs assessments"),
    "request": ("request", "requests"),
    "review": ("review", "reviews"),
    "service": ("service", "services"),
}

CATEGORIES: Final[dict[str, str]] = {
    "duty.advocacy": "Advocacy",
    "duty.capacity-decision": "Capacity, decision by decision",
    "duty.carer-willing-able": "Carers: able and willing",
    "duty.communication": "Ways to talk together",
    "duty.date-impossible": "Dates that cannot be",
    "duty.direct-payment": "Direct payments: offer and answer",
    "duty.direct-payment-terms": "Direct payments: terms",
    "duty.eligibility-carer-blind": "Needs a carer meets",
    "duty.eligibility-reasons": "Eligibility: reasons",
    "duty.eligibility-two-outcomes": "Eligibility: outcomes named",
    "duty.partners": "Waits that lie with a partner",
    "duty.plan-budget": "Personal budgets",
    "duty.plan-s25-advice": "Plans: advice",
    "duty.plan-s25-eligibility": "Plans: which needs are eligible",
    "duty.plan-s25-how-met": "Plans: how outcomes are met",
    "duty.plan-s25-needs": "Plans: needs",
    "duty.refusal-s11": "Refusals of an assessment",
    "duty.review-elements": "Reviews: what they are for",
    "duty.review-grades": "Reviews: how outcomes went",
    "duty.review-overdue": "Reviews: when they are due",
    "duty.safeguarding-limbs": "Safeguarding decisions",
    "duty.support-cut": "Support reduced",
    "duty.transition": "Turning eighteen",
    "lang.affliction": "Words of affliction",
    "lang.ageist_infantile": "Ageist or infantile words",
    "lang.behaviour": "Behaviour as a verdict",
    "lang.blame": "Blame",
    "lang.control": "Control and permission",
    "lang.deficit_only": "Needs without strengths",
    "lang.doubt": "Doubt of what people say",
    "lang.fatalism": "Giving up",
    "lang.label": "Labels",
    "lang.object": "The person as an object",
    "lang.service_led": "Service-led words",
    "lang.victim_blame": "Blame for harm suffered",
    "qual.ai_artifact": "Wording that nobody says",
    "qual.boilerplate": "Words for any record",
    "qual.carer_absent": "Carers mentioned and not heard",
    "qual.carer_assumed": "Family counted on",
    "qual.copy_forward": "Carried forward from an earlier record",
    "qual.dated": "Events without a time",
    "qual.jargon_density": "Letters in the place of words",
    "qual.link_broken": "Need, outcome, support and review not joined",
    "qual.network_absent": "Nobody around the person",
    "qual.no_change": "“No change”",
    "qual.opinion_unsupported": "Verdicts without what was seen",
    "qual.outcome_missing": "Nothing the person wants",
    "qual.outcome_need_restated": "Aims that repeat a need",
    "qual.outcome_professional": "Aims of the agencies",
    "qual.outcome_service": "Aims that are a service",
    "qual.outcome_task": "Aims that are a task of staff",
    "qual.outcome_unmeasured": "Aims nobody could tell came true",
    "qual.outcome_vague": "Aims that would fit anybody",
    "qual.risk_only": "Risk with nothing to weigh it against",
    "qual.strengths_absent": "No strengths in the record",
    "qual.strengths_hollow": "Praise where a strength would be",
    "qual.strengths_minimising": "Praise that makes a need small",
    "qual.view_of_record": "What the person thought of the record",
    "qual.voice_absent": "The person not heard",
    "qual.voice_ventriloquised": "Words put in a mouth",
    "qual.wrong_person": "Somebody else in the record",
}
"""What the categories of findings are called; those of house rules are named from their id."""

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SMALL: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def kind_name(kind: str, count: int = 1) -> str:
    """A kind of record as people call it."""
    one, many = KINDS.get(kind, (kind.replace("_", " "),) * 2)
    return one if count == 1 else many


def category_name(category: str) -> str:
    """A category as a heading: `lang.deficit_only` is *Deficit only*."""
    return CATEGORIES.get(category) or category.split(".")[-1].replace("_", " ").replace("-", " ").capitalize()


def number(count: int) -> str:
    """A number for a table or a sentence: 1,234."""
    return f"{count:,}"


def counted(count: int, one: str, many: str = "") -> str:
    """A number with its noun: *one record*, *12 records*."""
    noun = one if count == 1 else many or f"{one}s"
    return f"{_SMALL[count] if count < len(_SMALL) else number(count)} {noun}"


def of_them(part: int, whole: int) -> str:
    """A part of what was just counted, to go on a sentence: *three of them*, *all of them*."""
    return "all of them" if part == whole else f"{_SMALL[part] if part < len(_SMALL) else number(part)} of them"


def times(count: int) -> str:
    """How often: *once*, *twice*, *12 times*."""
    return {1: "once", 2: "twice"}.get(count) or counted(count, "time")


def so_many(count: Count, one: str, many: str = "") -> str:
    """A count with its noun, hidden or not: *12 records*, *[c] records*."""
    return f"{count} {many or one + 's'}" if count.value is None else counted(count.value, one, many)


def so_often(count: Count) -> str:
    """How often, hidden or not, to begin a sentence: *Twice*, *[c] times*."""
    return f"{count} times" if count.value is None else times(count.value).capitalize()


def percent(share: float) -> str:
    """A share as a whole per cent; what is neither none nor all never reads as 0% or 100%."""
    whole = round(share * 100)
    if whole == 0 and share > 0:
        return "under 1%"
    return "over 99%" if whole == 100 and share < 1 else f"{whole}%"


def decimal(value: float) -> str:
    """A number with one decimal, or with two where that would be none: 2.4, 0.03."""
    return f"{value:.1f}" if value >= 0.95 else f"{value:.2f}"


def seldom(expected: float, one: str, whole: str) -> str:
    """The most that chance alone gives, on average: *one team in 125 such charts*, or *two teams*."""
    if expected > 0.5:
        return counted(ceil(expected), one)
    return f"one {one} in {counted(floor(1 / expected), f'such {whole}')}" if expected else f"no {one}"


def approach_name(approach: str) -> str:
    """A practice approach as it is called; a council's own name for one stays as it is."""
    return labels_of("practice_approaches").get(approach, approach)


def month_name(month: str) -> str:
    """`2026-03` as *March 2026*."""
    year, _, part = month.partition("-")
    return f"{_MONTHS[int(part) - 1]} {year}"


def months_between(first: str, last: str) -> list[str]:
    """Every month from one to another, as `2026-03`."""
    start, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(start, end + 1)]


def date_name(iso: str) -> str:
    """`2026-03-05` as *5 March 2026*; empty stays empty."""
    return f"{int(iso[8:10])} {month_name(iso[:7])}" if iso else ""


def either(items: list[str]) -> str:
    """Items as a sentence that denies them has them: *a, b or c*."""
    return " or ".join(filter(None, [", ".join(items[:-1]), items[-1] if items else ""]))


def listed(items: list[str]) -> str:
    """Items as a sentence has them: *a, b and c*."""
    return " and ".join(filter(None, [", ".join(items[:-1]), items[-1] if items else ""]))
