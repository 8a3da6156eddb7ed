"""What a sitting of the Forum is made of. The columns of its workbook, its tables and its schema come from here.

Only the ids of a case and of a person are ever shown: everything else may hold somebody's words.
"""

from datetime import date
from typing import Literal

from attrs import frozen

from sbp.records.fields import about


@frozen(kw_only=True)
class Attendance:
    """Somebody who was there, and in which role."""

    row: int = about("The row of the workbook it stands in.", shown=True, default=0)
    role: str | None = about("The role they were there in.", codes="forum_roles", shown=True, default=None)
    name: str = about("Their name, if it is wanted; the role is enough.", default="")
    cases: str = about("The cases they were there for; empty for all.", default="")


@frozen(kw_only=True)
class Submission:
    """A case brought to the Forum: who asks what, and what the person says about it."""

    row: int = about("The row of the workbook it stands in.", shown=True, default=0)
    case_id: str = about("The case's id, the same when it comes back to a later sitting.", shown=True)
    person_id: str = about("The person's local identifier, as in their records.", default="")
    record_id: str = about("The record that is brought: an assessment, a plan or a review.", default="")
    team: str = about("The team that brings it.", default="")
    submitted_on: date | None = about("When it was sent to the Forum.", unit="date", default=None)
    person_knows: bool | None = about("Whether the person knows that the Forum will talk about it.", default=None)
    person_says: str = about("What the person wants the Forum to know, in their own words.", default="")
    asked: str = about("What is asked of the Forum.", default="")
    recommended: str = about("What the worker recommends, and why.", default="")
    current_weekly_cost: float | None = about("Cost now.", unit="pounds a week", least=0, default=None)
    asked_weekly_cost: float | None = about("Cost of what is asked for.", unit="pounds a week", least=0, default=None)
    direct_payment_offered: bool | None = about(
        "Whether a direct payment was offered.", ref="CareAct2014/31", default=None
    )
    direct_payment_response: str | None = about("The answer.", codes="direct_payment_responses", default=None)
    direct_payment_reason: str = about("Why.", default="")


@frozen(kw_only=True)
class Option:
    """Something that was tried or considered for a case, with what came of it."""

    row: int = about("The row of the workbook it stands in.", shown=True, default=0)
    case_id: str = about("The case's id.", shown=True)
    what: str = about("What it is, in plain words.", default="")
    source: str | None = about(
        "Where it comes from, if it is not a service.", ref="CareAct2014/9/6", codes="contributions", default=None
    )
    component: str | None = about(
        "Which service it is, if it is one.",
        ref="CLD/Service_Component",
        codes="cld_service_components",
        default=None,
    )
    tried: bool | None = about("Whether it was tried, and not only considered.", default=None)
    result: str = about("What came of it, or why it would not be enough.", default="")
    meets_needs: bool | None = about("Whether it would meet the eligible needs.", ref="guidance 10.27", default=None)
    person_prefers: bool | None = about("Whether it is what the person would choose.", default=None)
    benefits: str = about("What speaks for it, for the person.", default="")
    drawbacks: str = about("What speaks against it, for the person.", default="")
    weekly_cost: float | None = about("Cost.", unit="pounds a week", least=0, default=None)
    available: bool | None = about("Whether it can be had.", default=None)
    waiting_since: date | None = about("Since when it is waited for.", unit="date", default=None)
    area: str = about("Where it is wanted.", default="")
    used_instead: str = about("What is used instead meanwhile.", default="")


@frozen(kw_only=True)
class Decision:
    """What the Forum decided on a case, and all that a decision must carry."""

    row: int = about("The row of the workbook it stands in.", shown=True, default=0)
    case_id: str = about("The case's id.", shown=True)
    decision: str | None = about("The decision.", codes="decision_codes", shown=True, default=None)
    decided_on: date | None = about("When; empty for the day of the sitting.", unit="date", default=None)
    reasons: str = about("The reasons.", default="")
    conditions: str = about("Conditions; write 'none' where there are none.", default="")
    what_changed: str = about("Agreed as amended: what changed.", default="")
    change_agreed_by: str = about("Agreed as amended: who agreed the change.", default="")
    person_agreed: bool | None = about(
        "Agreed as amended: whether the person agreed the change.", ref="CareAct2014/25/5", default=None
    )
    until: date | None = about("Agreed for the time being: until when.", unit="date", default=None)
    option_to_explore: str = about("Deferred to explore: which option.", default="")
    needs_met_meanwhile: str = about("How eligible needs are met until then.", default="")
    how_each_need_met: str = about("Not agreed: how each eligible need will be met.", ref="guidance 10.85", default="")
    reasons_written_on: date | None = about(
        "Not agreed: when the reasons were written to the person.", unit="date", default=None
    )
    escalated_to: str = about("Escalated: to whom.", default="")
    how_to_challenge: str = about("How the person was told they can challenge it.", default="")
    how_reached: str | None = about("How the decision was reached.", codes="forum_ways_to_decide", default=None)
    dissent: str = about("Who saw it differently, and why.", default="")
    delegated_authority: str = about("By delegation: under which authority.", default="")
    told_on: date | None = about("When the person was told.", unit="date", default=None)
    told_how: str = about("How the person was told.", default="")
    agreed_weekly_cost: float | None = about("Cost of what was agreed.", unit="pounds a week", least=0, default=None)
    starts_on: date | None = about("When it starts, or started.", unit="date", default=None)
    review_on: date | None = about("When it will be reviewed.", unit="date", default=None)


@frozen(kw_only=True)
class Action:
    """Something somebody will do, by when. One that is not done comes back in the next workbook."""

    row: int = about("The row of the workbook it stands in.", shown=True, default=0)
    action_id: str = about("Its id, written by 'sbp forum sheet'. Leave it as it is.", shown=True, default="")
    case_id: str = about("The case it belongs to; empty where it belongs to none.", shown=True, default="")
    action: str = about("What will be done.", default="")
    owner: str = about("Who does it.", default="")
    due_on: date | None = about("By when.", unit="date", default=None)
    done_on: date | None = about("When it was done.", unit="date", default=None)


@frozen(kw_only=True)
class Lesson:
    """Something learnt, from anywhere: for the learning page."""

    row: int = about("The row of the workbook it stands in.", shown=True, default=0)
    learnt_from: str | None = about("Where it was learnt.", codes="learning_sources", default=None)
    theme: str = about("The theme, in a few words.", default="")
    went_well: str = about("What went well.", default="")
    why: str = about("Why it did.", default="")
    do_next: str = about("What we will do with it.", default="")


@frozen(kw_only=True)
class Sitting:
    """One sitting of the Forum: who was there, what was brought, what was decided and why."""

    kind: Literal["sitting"] = about("What this is.", shown=True, default="sitting")
    id: str = about("The sitting's id: its date, or its date and a name.", shown=True)
    held_on: date | None = about("When it was held.", unit="date", shown=True, default=None)
    chair: str = about("Who chaired.", default="")
    attendance: tuple[Attendance, ...] = about("Who was there.", default=())
    submissions: tuple[Submission, ...] = about("The cases brought.", default=())
    options: tuple[Option, ...] = about("What was tried or considered for them.", default=())
    decisions: tuple[Decision, ...] = about("What was decided.", default=())
    actions: tuple[Action, ...] = about("Who does what, by when.", default=())
    lessons: tuple[Lesson, ...] = about("What was learnt.", default=())


Part = Attendance | Submission | Option | Decision | Action | Lesson
