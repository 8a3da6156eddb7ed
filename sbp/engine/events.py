"""What a record says as an event of demand: a request, an assessment, a plan, a service, a review."""

from datetime import date
from typing import Final

from sbp.casefile import age_on
from sbp.cld.costs import weekly_cost
from sbp.records import CareAndSupportPlan, CarersSupportPlan, CaseNote, Record, Service

_OWN: Final = (
    "route",
    "result",
    "review_type",
    "service_type",
    "component",
    "delivery",
    "available",
    "used_instead",
    "unit_cost",
    "cost_frequency",
    "units_a_week",
)
_RENAMED: Final = {("review", "result"): "review_result"}
_REVIEW_DUE: Final = ("review_due", "next_review_due")


def event(record: Record) -> dict[str, str | int | float | bool]:
    """The event a record is, by column of the store's table `events`; what is not recorded is left out.

    A case note is none.
    """
    if isinstance(record, CaseNote):
        return {}
    header, person = record.header, record.header.person
    found: dict[str, object] = {
        "kind": record.kind,
        "started_on": header.started_on,
        "completed_on": header.completed_on,
        "review_due": next((getattr(record, name) for name in _REVIEW_DUE if hasattr(record, name)), None),
        "age": age_on(person.born_on, header.started_on or header.completed_on),
        "client_type": person.client_type,
        "support_reason": person.support_reason,
        "gender": person.gender,
        "ethnicity": person.ethnicity,
        "team": header.team,
        "area": person.area,
    }
    for name in _OWN:
        found[_RENAMED.get((record.kind, name), name)] = getattr(record, name, None)
    if isinstance(record, Service):
        found["weekly_cost"] = weekly_cost(record.unit_cost, record.cost_frequency, record.units_a_week)
    if isinstance(record, (CareAndSupportPlan, CarersSupportPlan)):
        found |= _package(record)
    eligibility = getattr(record, "eligibility", None)
    if eligibility is not None:
        found["eligible_outcomes"] = len(eligibility.outcomes) or None
    return {name: _plain(value) for name, value in found.items() if value not in (None, "")}


def _package(plan: CareAndSupportPlan | CarersSupportPlan) -> dict[str, object]:
    """What a plan is made of: its parts, what else contributes, the budget, the direct payment and the answer to it."""
    joined = sum(len(outcome.support) for outcome in plan.outcomes)
    sources = {contribution.source for outcome in plan.outcomes for contribution in outcome.contributions}
    payment = plan.direct_payment
    return {
        "outcomes": len(plan.outcomes) or None,
        "parts": joined + len(plan.support) or None,
        "parts_joined": joined if joined or plan.support else None,
        "contributions": " ".join(sorted(sources)),
        "budget": plan.budget.cost if plan.budget else None,
        "payment_offered": payment.offered if payment else None,
        "payment_response": payment.response if payment else None,
        "payment_reason": payment.reason is not None if payment and payment.response else None,
    }


def _plain(value: object) -> str | int | float | bool:
    if isinstance(value, date):
        return value.isoformat()
    assert isinstance(value, (str, int, float))
    return value
