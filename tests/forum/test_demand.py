"""Part three: what came in, waits, reviews due, what was to be had, and what cannot be said."""

from datetime import date, timedelta

import pytest
from forum.happened import assessment, cells, happened, plan, request, review, service

from sbp.forum.demand import demand
from sbp.forum.demand.moved import moved
from sbp.forum.tables import Count, Table
from sbp.reports.charts import points

JUNE = date(2026, 6, 1)


def after(days: int) -> date:
    return JUNE + timedelta(days=days)


def test_months_without_anything_are_there_and_financial_assessments_are_not():
    store = happened(
        request("P1", date(2026, 1, 9)),
        assessment("P1", date(2026, 4, 2)),
        assessment("P1", date(2026, 4, 3), assessment_type="Financial assessment"),
        service("P1", date(2026, 4, 9), available=False),
    )
    found = demand(store).by_month
    assert found.columns == ("Requests", "Assessments")
    assert cells(found) == {
        "January 2026": ["1", "0"],
        "February 2026": ["0", "0"],
        "March 2026": ["0", "0"],
        "April 2026": ["0", "1"],
        "All months": ["1", "1"],
    }


def test_what_has_no_date_is_in_no_month_and_in_the_total_all_the_same():
    store = happened(request("P1", date(2026, 1, 9)), request("P2", None), assessment("P2", date(2026, 1, 20)))
    found = demand(store).by_month
    assert cells(found) == {
        "January 2026": ["1", "1"],
        "No date recorded": ["1", "0"],
        "All, dated or not": ["2", "1"],
    }
    assert [row["name"] for row in points(found, "Requests")] == ["January 2026"]


def test_no_date_is_no_month_to_be_compared_with_others():
    months = [request(f"P{at}", date(2025 + at // 12, at % 12 + 1, 5)) for at in range(20)]
    undated = [request(f"U{at}", None) for at in range(90)]
    [told] = moved(demand(happened(*months, *undated)).by_month, "Requests")
    assert "No month is marked" in told


def test_a_wait_runs_from_the_last_request_before_the_assessment():
    people = [f"P{number}" for number in range(10)]
    events = [request(person, after(-200)) for person in people]
    events += [request(person, JUNE) for person in people]
    events += [assessment(person, after(number + 1)) for number, person in enumerate(people)]
    waits = cells(demand(happened(*events)).waits)
    assert waits == {"From request to assessment completed": ["10", "6", "9"]}


def test_a_wait_of_more_than_a_year_is_not_one_step_after_another():
    assert demand(happened(request("P1", after(-400)), assessment("P1", JUNE))).waits is None


def test_few_waits_have_no_median():
    waits = cells(demand(happened(request("P1", JUNE), assessment("P1", after(9)))).waits)
    assert waits == {"From request to assessment completed": ["1", "[x]", "[x]"]}


def test_people_with_nothing_after_their_request_are_waiting_unless_it_ended():
    store = happened(
        request("P1", date(2026, 8, 20), result="Progress to assessment, review or reassessment"),
        request("P2", date(2026, 6, 20)),
        request("P3", date(2026, 6, 20), result="NFA: Information and advice or signposting"),
        request("P4", date(2026, 6, 20)),
        assessment("P4", date(2026, 7, 20)),
    )
    waiting = cells(demand(store).waiting)
    assert waiting["Up to 28 days"] == ["1"]
    assert waiting["29 to 90 days"] == ["1"]
    assert waiting["All"] == ["2"]


def test_reviews_are_due_on_the_day_the_plan_names_until_a_newer_plan_replaces_it():
    store = happened(
        plan("on time", after(-300), review_due=JUNE),
        review("on time", after(-3)),
        plan("late", after(-300), review_due=JUNE),
        review("late", after(20)),
        plan("overdue", after(-300), review_due=JUNE),
        plan("replaced", after(-300), review_due=JUNE),
        plan("replaced", after(-10), review_due=after(300)),
        plan("not yet", after(-30), review_due=after(300)),
    )
    found = demand(store)
    assert cells(found.reviews)["All reviews"] == ["3", "1", "1", "1"]
    assert cells(found.backlog)["91 to 182 days"] == ["1"]
    assert cells(found.backlog)["All"] == ["1"]


def test_no_review_is_due_after_support_ended():
    assert demand(happened(review("P1", after(-300), review_due=JUNE, review_result="support-ended"))).reviews is None


def test_direct_payments_are_counted_by_person_in_either_field():
    events = [service(f"P{number}", JUNE) for number in range(10)]
    events += [
        service("P1", JUNE, delivery="Direct payment"),
        service("P2", JUNE, component="Direct payment"),
        service("P3", JUNE, delivery="Direct payment", completed_on=after(3)),
        service("P4", JUNE, delivery="Direct payment", service_type="Long term support: Nursing care"),
    ]
    found = demand(happened(*events))
    assert cells(found.direct_payments) == {"65 and over": ["2/10"]}
    rates = cells(found.measured.rates)
    assert rates["3D (2a): long-term support in the community through a direct payment"] == ["2/10"]


@pytest.mark.parametrize(
    ("more", "counted"),
    [
        ({"result": "NFA: Support ended as planned"}, "1/1"),
        ({"result": "Progress to support planning or services"}, "0/1"),
        ({"result": "NFA: Deceased"}, None),
        ({}, None),
    ],
)
def test_reablement_is_measured_by_what_it_led_to(more, counted):
    events = [service("P1", JUNE, service_type="Short term support: ST-Max", completed_on=after(30), **more)]
    rates = demand(happened(*events)).measured.rates
    name = "2A: reablement after which no further support was asked for"
    assert (cells(rates)[name] == [counted]) if counted else rates is None


def test_long_term_support_within_a_week_of_reablement_counts_against_it():
    short = service(
        "P1",
        JUNE,
        service_type="Short term support: ST-Max",
        completed_on=after(30),
        result="NFA: Support ended as planned",
    )
    name = "2A: reablement after which no further support was asked for"
    soon = demand(happened(short, service("P1", after(35)))).measured.rates
    later = demand(happened(short, service("P1", after(45)))).measured.rates
    assert cells(soon)[name] == ["0/1"]
    assert cells(later)[name] == ["1/1"]


def test_services_not_to_be_had_are_told_by_what_and_where():
    store = happened(
        service("P1", after(0), available=False, component="Day support", area="North", used_instead="taxi"),
        service("P2", after(10), available=False, component="Day support", area="North", completed_on=after(20)),
    )
    found = demand(store)
    assert cells(found.wanted) == {"Day support, North": ["2", "1", "1", "[x]"]}
    assert found.mix is None


def test_new_admissions_to_homes_are_counted_once_a_person():
    home = "Long term support: Residential care"
    store = happened(
        service("P1", JUNE, service_type=home),
        service("P1", after(40), service_type="Long term support: Nursing care"),
        service("P2", after(-900), service_type=home),
        service("P3", JUNE, service_type=home, age=40),
    )
    assert cells(demand(store).measured.admissions) == {"18 to 64": ["1"], "65 and over": ["1"]}


def test_a_store_without_events_says_what_cannot_be_said():
    found = demand(happened())
    assert found.by_month is None
    assert len(found.unsaid) == 7
    assert any("--cld" in sentence for sentence in found.unsaid)


def months(*counts: int | None) -> Table:
    rows = [(f"Month {place}", (Count(value=count),)) for place, count in enumerate(counts)]
    total = ("All months", (Count(value=sum(count or 0 for count in counts)),))
    return Table(id="t", caption="c", first="Month", columns=("Requests",), rows=(*rows, total), total=True)


def test_months_that_move_as_they_always_did_are_not_remarked_on():
    [said] = moved(months(*[50, 54, 49, 51, 53, 48, 52, 50, 47, 53, 51, 49, 52]), "Requests")
    assert "a month is what chance gives" in said
    assert said.endswith("No month is marked: it moves as it always did.")


def test_a_month_beyond_the_limits_is_named():
    [said] = moved(months(*[50, 54, 49, 51, 53, 48, 52, 50, 47, 53, 51, 49, 90]), "Requests")
    assert "Month 12 is above the outer line." in said


def test_with_few_months_or_hidden_ones_nothing_is_told():
    for few in (months(1, 90, 2), months(*[50] * 12, None)):
        [said] = moved(few, "Requests")
        assert "fewer than 13 months" in said
