"""The eight kinds of record.

A whole form that is only headings and text, with no ids, is a valid record: most real exports are.
"""

from datetime import date
from typing import Literal

from attrs import frozen

from sbp.records.fields import about
from sbp.records.parts import (
    Advocacy,
    Budget,
    Capacity,
    Connection,
    DirectPayment,
    Eligibility,
    Need,
    Outcome,
    Refusal,
    Safeguarding,
    Strength,
    Support,
)
from sbp.records.people import Entry, Header, Section


@frozen(kw_only=True)
class NeedsAssessment:
    """An assessment of an adult's needs for care and support (Care Act 2014, section 9)."""

    kind: Literal["needs_assessment"] = about("The kind of record.", shown=True, default="needs_assessment")
    header: Header = about("Whom, when and where.", shown=True)
    sections: tuple[Section, ...] = about("The form as exported: headings and text, in order.", default=())
    in_their_words: tuple[Entry, ...] = about("What matters and what a good day looks like.", default=())
    strengths: tuple[Strength, ...] = about("What the person brings.", ref="guidance 6.63", default=())
    network: tuple[Connection, ...] = about("People, places and groups around them.", ref="guidance 6.63", default=())
    needs: tuple[Need, ...] = about("What makes a day harder.", ref="CareAct2014/9/1", default=())
    outcomes: tuple[Outcome, ...] = about("What the person wants.", ref="CareAct2014/9/4/b", default=())
    contributions: tuple[str, ...] = about(
        "What other than care and support was considered.", ref="CareAct2014/9/6", codes="contributions", default=()
    )
    involved: tuple[str, ...] = about("Who was involved.", ref="CareAct2014/9/5", codes="involvement", default=())
    analysis: tuple[Entry, ...] = about("Professional analysis.", default=())
    eligibility: Eligibility | None = about("Determination and reasons.", ref="CareAct2014/13", default=None)
    advocacy: Advocacy | None = about("Independent advocacy.", ref="CareAct2014/67", default=None)
    capacity: tuple[Capacity, ...] = about("Capacity, decision by decision.", ref="MCA2005", default=())
    safeguarding: Safeguarding | None = about("A safeguarding concern.", ref="CareAct2014/42", default=None)
    refusal: Refusal | None = about("Refusal of the assessment.", ref="CareAct2014/11", default=None)
    copy_given_on: date | None = about(
        "When the person was given the written record.", unit="date", ref="CareAct2014/12/3", default=None
    )


@frozen(kw_only=True)
class CarersAssessment:
    """An assessment of a carer's needs for support (Care Act 2014, section 10)."""

    kind: Literal["carers_assessment"] = about("The kind of record.", shown=True, default="carers_assessment")
    header: Header = about("Whom, when and where.", shown=True)
    sections: tuple[Section, ...] = about("The form as exported: headings and text, in order.", default=())
    cares_for: tuple[str, ...] = about("Local ids of the people cared for.", default=())
    in_their_words: tuple[Entry, ...] = about("Caring, in the carer's words.", default=())
    strengths: tuple[Strength, ...] = about("What the carer brings.", default=())
    network: tuple[Connection, ...] = about("People, places and groups around the carer.", default=())
    able: bool | None = about("Able, and likely to go on being able, to care.", ref="CareAct2014/10/5/a", default=None)
    willing: bool | None = about(
        "Willing, and likely to go on being willing, to care.", ref="CareAct2014/10/5/b", default=None
    )
    needs: tuple[Need, ...] = about("What caring makes harder.", ref="CareAct2014/10/5/c", default=())
    outcomes: tuple[Outcome, ...] = about("What the carer wants.", ref="CareAct2014/10/5/d", default=())
    analysis: tuple[Entry, ...] = about("Professional analysis.", default=())
    eligibility: Eligibility | None = about("Determination and reasons.", ref="CareAct2014/13", default=None)
    refusal: Refusal | None = about("Refusal of the assessment.", ref="CareAct2014/11/5", default=None)
    copy_given_on: date | None = about("When the carer was given the written record.", unit="date", default=None)


@frozen(kw_only=True)
class CareAndSupportPlan:
    """A care and support plan (Care Act 2014, section 25)."""

    kind: Literal["care_and_support_plan"] = about("The kind of record.", shown=True, default="care_and_support_plan")
    header: Header = about("Whom, when and where.", shown=True)
    sections: tuple[Section, ...] = about("The form as exported: headings and text, in order.", default=())
    in_their_words: tuple[Entry, ...] = about("What is important to the person.", default=())
    needs: tuple[Need, ...] = about("Needs and how far they are eligible.", ref="CareAct2014/25/1/a", default=())
    outcomes: tuple[Outcome, ...] = about(
        "Outcomes and what contributes to each.", ref="CareAct2014/25/1/d", default=()
    )
    support: tuple[Support, ...] = about("Support not tied to one outcome.", ref="CareAct2014/25/1/c", default=())
    network: tuple[Connection, ...] = about("People, places and groups in the plan.", default=())
    budget: Budget | None = about("The personal budget.", ref="CareAct2014/25/1/e", default=None)
    direct_payment: DirectPayment | None = about("Direct payment.", ref="CareAct2014/25/2", default=None)
    advice: tuple[Entry, ...] = about(
        "Advice on reducing, preventing and delaying needs.", ref="CareAct2014/25/1/f", default=()
    )
    contingency: tuple[Entry, ...] = about("What happens when things change.", default=())
    analysis: tuple[Entry, ...] = about("Professional analysis.", default=())
    agreed_on: date | None = about(
        "When the person agreed the plan.", unit="date", ref="CareAct2014/25/5", default=None
    )
    review_due: date | None = about("When the plan will be reviewed.", unit="date", default=None)
    copy_given_on: date | None = about(
        "When the person was given the plan.", unit="date", ref="CareAct2014/25/9", default=None
    )


@frozen(kw_only=True)
class CarersSupportPlan:
    """A support plan for a carer (Care Act 2014, section 25)."""

    kind: Literal["carers_support_plan"] = about("The kind of record.", shown=True, default="carers_support_plan")
    header: Header = about("Whom, when and where.", shown=True)
    sections: tuple[Section, ...] = about("The form as exported: headings and text, in order.", default=())
    in_their_words: tuple[Entry, ...] = about("What is important to the carer.", default=())
    needs: tuple[Need, ...] = about("Needs and how far they are eligible.", ref="CareAct2014/25/1/a", default=())
    outcomes: tuple[Outcome, ...] = about(
        "Outcomes and what contributes to each.", ref="CareAct2014/25/1/d", default=()
    )
    support: tuple[Support, ...] = about("Support not tied to one outcome.", ref="CareAct2014/25/1/c", default=())
    budget: Budget | None = about("The personal budget.", ref="CareAct2014/25/1/e", default=None)
    direct_payment: DirectPayment | None = about("Direct payment.", ref="CareAct2014/25/2", default=None)
    analysis: tuple[Entry, ...] = about("Professional analysis.", default=())
    agreed_on: date | None = about("When the carer agreed the plan.", unit="date", ref="CareAct2014/25/5", default=None)
    review_due: date | None = about("When the plan will be reviewed.", unit="date", default=None)


@frozen(kw_only=True)
class Review:
    """A review of a plan (Care Act 2014, section 27)."""

    kind: Literal["review"] = about("The kind of record.", shown=True, default="review")
    header: Header = about("Whom, when and where.", shown=True)
    sections: tuple[Section, ...] = about("The form as exported: headings and text, in order.", default=())
    review_type: str | None = about("Planned, unplanned or requested.", codes="review_types", default=None)
    covered: tuple[str, ...] = about(
        "Elements the review covered.", ref="guidance 13.12", codes="review_elements", default=()
    )
    in_their_words: tuple[Entry, ...] = about("How it is going, in the person's words.", default=())
    outcomes: tuple[Outcome, ...] = about(
        "The plan's outcomes, graded with the person.", ref="CareAct2014/27", default=()
    )
    analysis: tuple[Entry, ...] = about("Professional analysis.", default=())
    result: str | None = about("What the review led to.", codes="review_results", default=None)
    reasons: tuple[Entry, ...] = about("Reasons for a change.", ref="CareAct2014/27/4", default=())
    safeguarding: Safeguarding | None = about("A safeguarding concern.", ref="CareAct2014/42", default=None)
    next_review_due: date | None = about("When the next review is due.", unit="date", default=None)


@frozen(kw_only=True)
class CaseNote:
    """A dated entry on the file."""

    kind: Literal["case_note"] = about("The kind of record.", shown=True, default="case_note")
    header: Header = about("Whom, when and where.", shown=True)
    sections: tuple[Section, ...] = about("What was written, in order.", default=())


@frozen(kw_only=True)
class Request:
    """A request for support: a first contact."""

    kind: Literal["request"] = about("The kind of record.", shown=True, default="request")
    header: Header = about("Whom, when and where.", shown=True)
    sections: tuple[Section, ...] = about("What was written, in order.", default=())
    route: str | None = about(
        "Route of access.", ref="CLD/Request_Route_of_Access", codes="cld_routes_of_access", default=None
    )
    result: str | None = about("What it led to.", ref="CLD/Event_Outcome", codes="cld_event_outcomes", default=None)


@frozen(kw_only=True)
class Service:
    """A service, also one that was wanted and could not be had."""

    kind: Literal["service"] = about("The kind of record.", shown=True, default="service")
    header: Header = about("Whom, when and where.", shown=True)
    sections: tuple[Section, ...] = about("What was written, in order.", default=())
    service_type: str | None = about("Service type.", ref="CLD/Service_Type", codes="cld_service_types", default=None)
    component: str | None = about(
        "Service component.", ref="CLD/Service_Component", codes="cld_service_components", default=None
    )
    delivery: str | None = about(
        "Delivery mechanism.", ref="CLD/Delivery_Mechanism", codes="cld_delivery_mechanisms", default=None
    )
    available: bool | None = about("Whether it could be had when it was wanted.", default=None)
    used_instead: str = about("What was used instead.", default="")
    unit_cost: float | None = about("Unit cost.", unit="pounds", ref="CLD/Unit_Cost", least=0, default=None)
    cost_frequency: str | None = about(
        "Cost frequency.", ref="CLD/Cost_Frequency_Unit_Type", codes="cld_cost_frequencies", default=None
    )
    units_a_week: float | None = about(
        "Planned units.", unit="units a week", ref="CLD/Planned_units_per_week", least=0, default=None
    )


Record = (
    NeedsAssessment | CarersAssessment | CareAndSupportPlan | CarersSupportPlan | Review | CaseNote | Request | Service
)
