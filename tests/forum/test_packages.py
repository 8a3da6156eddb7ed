"""Part two: what the Forum does, what plans hold, and support unlike similar support."""

from datetime import date

from forum.happened import cells, happened, plan, service

from sbp.forum.packages import packages
from sbp.forum.sitting.parts import Decision, Option, Sitting, Submission

JUNE = date(2026, 6, 1)
SIMILAR = [300, 310, 320, 330, 340, 350, 360, 370, 380, 390, 400, 410]


def costing(*costs: float) -> list[dict[str, object]]:
    return [service(f"P{number:02}", JUNE, weekly_cost=cost) for number, cost in enumerate(costs)]


def test_much_more_and_much_less_are_both_asked_about():
    found = packages(happened(*costing(*SIMILAR, 2400, 20)), ())
    assert [(one.person_id, one.is_more) for one in found.unlike] == [("P12", True), ("P13", False)]
    assert found.unlike[0].people == 14
    [(name, row)] = cells(found.groups).items()
    assert name == "Mental health support, Long term support: Community, 65 and over"
    assert row[0] == "14"
    assert row[-1] == "2"


def test_alike_costs_leave_nobody_unlike():
    assert packages(happened(*costing(*SIMILAR)), ()).unlike == ()
    assert packages(happened(*costing(*[350] * 11, 900)), ()).unlike == ()


def test_groups_of_few_people_are_not_compared():
    found = packages(happened(*costing(*SIMILAR[:9], 2400)), ())
    assert found.groups is None
    assert found.unlike == ()


def test_what_a_cost_is_not_shown_in_a_repr():
    [one] = packages(happened(*costing(*SIMILAR, 2417)), ()).unlike
    assert "2417" not in repr(one)


def test_plans_are_asked_only_what_the_export_tells():
    plans = [plan(f"P{number}", JUNE, review_due=date(2027, 5, 1) if number else None) for number in range(10)]
    found = packages(happened(*plans), ())
    assert cells(found.soundness)["The next review has its day (guidance, chapter 13)"] == ["9/10"]
    assert cells(found.soundness)["A direct payment was offered (s.31; guidance 12.7)"] == ["0/0"]
    assert found.considered is None
    assert found.payment_answers is None


def test_what_contributes_and_direct_payments_are_read_from_plans():
    plans = [
        plan("P1", JUNE, outcomes=2, contributions="community own-strengths", parts=3, parts_joined=3),
        plan("P2", JUNE, outcomes=1, contributions="community", parts=2, parts_joined=1, payment_offered=True),
        plan("P3", JUNE, outcomes=1, payment_offered=True, payment_response="declined", payment_reason=False),
    ]
    found = packages(happened(*plans), ())
    assert cells(found.considered)["What is available in the community"] == ["2/3"]
    assert cells(found.payment_answers) == {"No answer recorded": ["1"], "Declined": ["1"], "All offers": ["2"]}


def sitting(held_on: date, *decisions: Decision, options: tuple[Option, ...] = ()) -> Sitting:
    cases = tuple(
        Submission(case_id=one.case_id, submitted_on=date(2026, 5, 1), asked_weekly_cost=500.0) for one in decisions
    )
    return Sitting(id=held_on.isoformat(), held_on=held_on, submissions=cases, decisions=decisions, options=options)


def test_the_forum_looks_at_its_own_waits_first():
    first = sitting(date(2026, 5, 11), Decision(case_id="A", decision="deferred-explore"))
    second = sitting(
        date(2026, 5, 31),
        Decision(case_id="A", decision="deferred-information", needs_met_meanwhile="Her sister stays."),
    )
    third = sitting(
        date(2026, 6, 10),
        Decision(case_id="A", decision="agreed", starts_on=date(2026, 6, 20), agreed_weekly_cost=450.0),
        Decision(case_id="B", decision="agreed", starts_on=date(2026, 6, 12), told_on=date(2026, 6, 11)),
        Decision(case_id="C", decision="agreed-amended", agreed_weekly_cost=300.0),
    )
    effect = packages(happened(), [first, second, third]).effect
    waits = cells(effect.waits)
    assert waits["From submitted to decided"] == ["3", "40", "40"]
    assert waits["From decided to support started"] == ["2", "[x]", "[x]"]
    assert waits["Cases deferred more than once"][0] == "1"
    assert waits["Deferrals that do not say how needs are met meanwhile"][0] == "1"
    assert waits["People not yet told of a decision"][0] == "4"
    decisions = cells(effect.decisions)
    assert decisions["Agreed"] == ["2"]
    assert decisions["All decisions"] == ["5"]
    assert cells(effect.costs)["Asked for"][0] == "2"


def test_options_tell_what_was_considered_and_what_was_not_to_be_had():
    options = (
        Option(case_id="A", source="community", tried=True, meets_needs=False, person_prefers=True),
        Option(case_id="A", component="Shared Lives", available=False, area="North", waiting_since=date(2026, 4, 1)),
    )
    effect = packages(happened(), [sitting(JUNE, Decision(case_id="A", decision="agreed"), options=options)]).effect
    assert cells(effect.considered) == {
        "Shared Lives": ["1", "0", "0", "0"],
        "What is available in the community": ["1", "1", "0", "1"],
    }
    assert cells(effect.wanted) == {"Shared Lives, North": ["1", "0", "[x]"]}


def test_without_sittings_plans_and_costs_each_gap_has_its_sentence():
    found = packages(happened(), ())
    assert len(found.unsaid) == 5
    assert "sbp forum decide" in found.unsaid[0]
