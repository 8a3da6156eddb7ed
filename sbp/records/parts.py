"""What a life and a plan are made of: strengths, connections, needs, outcomes, support, decisions.

Three layers are kept apart. Entries hold words (the person's own, or others'); `analysis` holds what a professional
made of them; fields with a code list hold statutory coding. No code ever replaces words.
"""

from datetime import date

from attrs import frozen

from sbp.records.fields import about
from sbp.records.people import Entry


@frozen(kw_only=True)
class Strength:
    """What the person brings."""

    what: Entry = about("The strength, skill, interest or resource, specifically.", ref="guidance 6.63")
    used_for: tuple[str, ...] = about("Ids of the outcomes it contributes to.", default=())


@frozen(kw_only=True)
class Connection:
    """Somebody, or a place or group, around the person."""

    who: str = about("Name of the person, place or group.", default="")
    relation: str = about("How they are connected.", default="")
    what: Entry | None = about("What they do together or for one another.", default=None)
    appropriate: bool | None = about("Whether relying on them is appropriate.", ref="guidance 6.64", default=None)
    willing: bool | None = about("Whether they are willing.", ref="guidance 6.64", default=None)
    able: bool | None = about("Whether they are able.", ref="guidance 6.64", default=None)
    agreed_by: str = about("Who agreed to it: the person, the carer.", ref="guidance 6.64", default="")
    impact: Entry | None = about("What it means for them.", ref="guidance 6.64", default=None)


@frozen(kw_only=True)
class Need:
    """Something that makes a day harder, in the person's words first."""

    id: str = about("Local id, so that outcomes can point here.", shown=True, default="")
    in_their_words: tuple[Entry, ...] = about("The need as the person describes it.", default=())
    analysis: tuple[Entry, ...] = about("What the worker makes of it.", default=())
    wellbeing_areas: tuple[str, ...] = about(
        "Areas of wellbeing it touches.", ref="CareAct2014/1/2", codes="wellbeing_areas", default=()
    )
    statutory_outcome: str | None = about(
        "The specified outcome of the adult test it belongs to.",
        ref="SI2015/313/2/2",
        codes="adult_outcomes",
        default=None,
    )
    carer_statutory_outcome: str | None = about(
        "The specified outcome of the carer's test it belongs to.",
        ref="SI2015/313/3",
        codes="carer_outcomes",
        default=None,
    )
    unable_limbs: tuple[str, ...] = about(
        "Which meanings of 'unable to achieve' apply, leaving out the help a carer gives.",
        ref="SI2015/313/2/3",
        codes="adult_unable_limbs",
        default=(),
    )
    met_now_by: tuple[Entry, ...] = about("Who or what meets it now; kept apart from the test.", default=())
    eligible: bool | None = about("Whether the authority determined it eligible.", ref="CareAct2014/13", default=None)


@frozen(kw_only=True)
class Contribution:
    """Something other than a service that helps towards an outcome."""

    source: str = about("Where it comes from.", ref="CareAct2014/9/6", codes="contributions")
    what: Entry = about("What it is and how it helps.")


@frozen(kw_only=True)
class Support:
    """A part of a care and support plan."""

    what: Entry = about("What happens, in plain words.")
    who: str = about("Who does it.", default="")
    by: date | None = about("By when, or from when.", unit="date", default=None)
    component: str | None = about(
        "Service component.", ref="CLD/Service_Component", codes="cld_service_components", default=None
    )
    delivery: str | None = about(
        "Delivery mechanism.", ref="CLD/Delivery_Mechanism", codes="cld_delivery_mechanisms", default=None
    )
    weekly_cost: float | None = about("Cost.", unit="pounds a week", least=0, default=None)


@frozen(kw_only=True)
class Outcome:
    """What the person wants to happen: the spine from need to plan to review."""

    id: str = about("Local id, so that plans and reviews can point here.", shown=True, default="")
    statement: Entry = about("What the person wants from day-to-day life.", ref="CareAct2014/9/4/b")
    sign: Entry | None = about("How the person will know.", default=None)
    needs: tuple[str, ...] = about("Ids of the needs it answers.", default=())
    wellbeing_areas: tuple[str, ...] = about(
        "Areas of wellbeing it is about.", ref="CareAct2014/1/2", codes="wellbeing_areas", default=()
    )
    making_it_real: str | None = about("Making it Real theme.", codes="making_it_real_themes", default=None)
    contributions: tuple[Contribution, ...] = about(
        "What contributes other than services.", ref="CareAct2014/9/6", default=()
    )
    support: tuple[Support, ...] = about("Services and support that contribute.", ref="CareAct2014/25/1/c", default=())
    grade: str | None = about(
        "How far it was achieved, agreed with the person at review.",
        ref="CLD/Review_Outcomes_Achieved",
        codes="review_grades",
        default=None,
    )
    progress: Entry | None = about("What the person says of the progress.", default=None)


@frozen(kw_only=True)
class Eligibility:
    """The determination and its reasons, made by a person; never computed here."""

    decision: str = about("The determination.", ref="CareAct2014/13/1", codes="eligibility_decisions")
    reasons: tuple[Entry, ...] = about("The written reasons.", ref="CareAct2014/13/2", default=())
    from_impairment: bool | None = about(
        "Needs arise from a physical or mental impairment or illness.", ref="SI2015/313/2/1/a", default=None
    )
    from_necessary_care: bool | None = about(
        "A carer's needs arise from providing necessary care.", ref="SI2015/313/3/1/a", default=None
    )
    outcomes: tuple[str, ...] = about(
        "Adult outcomes the person is unable to achieve.", ref="SI2015/313/2/2", codes="adult_outcomes", default=()
    )
    carer_outcomes: tuple[str, ...] = about(
        "Carer outcomes the carer is unable to achieve.", ref="SI2015/313/3", codes="carer_outcomes", default=()
    )
    health_at_risk: bool | None = about("A carer's health is, or may be, deteriorating.", default=None)
    significant_impact: bool | None = about(
        "There is, or is likely to be, a significant impact on wellbeing.", ref="SI2015/313/2/1/c", default=None
    )


@frozen(kw_only=True)
class Advocacy:
    """Whether the person would have substantial difficulty, and who speaks with them."""

    difficulties: tuple[str, ...] = about(
        "Areas of substantial difficulty.", ref="CareAct2014/67/4", codes="advocacy_difficulties", default=()
    )
    appropriate_individual: str = about("Who can support the person's involvement.", default="")
    referred_on: date | None = about("When an advocate was asked for.", unit="date", default=None)
    advocate: str = about("The advocate.", default="")


@frozen(kw_only=True)
class Capacity:
    """One decision, at one time."""

    decision: str = about("The decision capacity was considered for.", ref="MCA2005/2/1", default="")
    assessed_on: date | None = about("When.", unit="date", default=None)
    abilities: tuple[str, ...] = about(
        "Abilities the person did not have for it, with the support given.",
        ref="MCA2005/3/1",
        codes="capacity_abilities",
        default=(),
    )
    reasons: tuple[Entry, ...] = about("Evidence, and the link to an impairment or disturbance.", default=())
    has_capacity: bool | None = about("The conclusion.", default=None)


@frozen(kw_only=True)
class Safeguarding:
    """A concern, and the three parts of the duty to enquire."""

    abuse_types: tuple[str, ...] = about("Types of abuse or neglect.", codes="abuse_types", default=())
    limbs: tuple[str, ...] = about(
        "Parts of the test found to be met.", ref="CareAct2014/42/1", codes="safeguarding_limbs", default=()
    )
    reasons: tuple[Entry, ...] = about("Reasons for the decision.", default=())
    outcomes_wanted: tuple[Entry, ...] = about("What the person wants to happen.", default=())


@frozen(kw_only=True)
class Refusal:
    """An assessment the person did not want."""

    refused_on: date | None = about("When.", unit="date", ref="CareAct2014/11", default=None)
    had_capacity: bool | None = about(
        "Whether the person had capacity to refuse.", ref="CareAct2014/11/2", default=None
    )
    abuse_considered: bool | None = about(
        "Whether abuse or neglect was considered.", ref="CareAct2014/11/2", default=None
    )
    seen_alone: bool | None = about("Whether the person was spoken to in private.", default=None)
    information_given: bool | None = about("Whether information and advice were given.", default=None)
    revisit: Entry | None = about("What would reopen the matter.", ref="CareAct2014/11/3", default=None)


@frozen(kw_only=True)
class Budget:
    """A personal budget: three amounts."""

    cost: float | None = about(
        "Cost to the authority of meeting the needs.",
        unit="pounds a week",
        ref="CareAct2014/26/1/a",
        least=0,
        default=None,
    )
    person_pays: float | None = about(
        "What the person must pay.", unit="pounds a week", ref="CareAct2014/26/1/b", least=0, default=None
    )
    authority_pays: float | None = about(
        "What the authority must pay.", unit="pounds a week", ref="CareAct2014/26/1/c", least=0, default=None
    )


@frozen(kw_only=True)
class DirectPayment:
    """An offer of a direct payment and the answer to it."""

    offered: bool | None = about("Whether one was offered.", ref="CareAct2014/31", default=None)
    offered_on: date | None = about("When.", unit="date", default=None)
    response: str | None = about("The answer.", codes="direct_payment_responses", default=None)
    reason: Entry | None = about("Why.", default=None)
    needs: tuple[str, ...] = about("Needs it meets, by id or in words.", ref="CareAct2014/25/2/a", default=())
    amount: float | None = about("Amount.", unit="pounds", ref="CareAct2014/25/2/b", least=0, default=None)
    frequency: str | None = about(
        "How often it is paid.", ref="CareAct2014/25/2/b", codes="cld_cost_frequencies", default=None
    )
    managed_by: str | None = about("Who manages it.", codes="direct_payment_managers", default=None)
