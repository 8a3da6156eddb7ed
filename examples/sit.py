"""One sitting of Fellbridge's Validation Forum, filled in as its chair would: writes `council/sitting-2026-09-15.xlsx`.

The people are those of `council/forms.csv`, and as invented as the rest of the town.
"""

from datetime import date
from pathlib import Path

from sbp.forum.sitting import Action, Attendance, Decision, Lesson, Option, Sitting, Submission
from sbp.reports.sitting_workbook import write_sitting

HERE = Path(__file__).parent
WORKBOOK = HERE / "council" / "sitting-2026-09-15.xlsx"
NGOZI, JAKE, ARVIND = (f"2026-09-15/{number}" for number in (1, 2, 3))

CASES = (
    Submission(
        case_id=NGOZI,
        person_id="P209774",
        record_id="3025418",
        team="South Locality Team",
        submitted_on=date(2026, 8, 24),
        person_knows=True,
        person_says="“Who has been in my wardrobe?” And, asked by Adaeze where she wants to be: “Here. With my girls.”",
        asked="A specialist dementia nursing placement, in place of the sitting service.",
        recommended="The agency gave notice in August and Adaeze cannot go on as it is. The review names a placement.",
        current_weekly_cost=66.0,
        asked_weekly_cost=1280.0,
        direct_payment_offered=False,
    ),
    Submission(
        case_id=JAKE,
        person_id="P205256",
        record_id="3025979",
        team="Community Mental Health Team",
        submitted_on=date(2026, 8, 31),
        person_knows=False,
        asked="To end the four hours of support worker time, as visits and clinic were not taken up.",
        recommended="Close the hours; depot to continue at the clinic.",
        current_weekly_cost=92.0,
        asked_weekly_cost=0.0,
        direct_payment_offered=False,
    ),
    Submission(
        case_id=ARVIND,
        person_id="P204314",
        record_id="3016277",
        team="North Locality Team",
        submitted_on=date(2026, 9, 7),
        person_knows=True,
        person_says="“Four strangers a day is not my house any more.”",
        asked="Home care four times a day, by two at the start, without an end.",
        recommended="Three falls since October; Kanta is off work until this is settled.",
        current_weekly_cost=0.0,
        asked_weekly_cost=588.0,
        direct_payment_offered=True,
        direct_payment_response="declined",
        direct_payment_reason="Kanta does not want to be an employer on top of being a daughter.",
    ),
)

OPTIONS = (
    Option(
        case_id=NGOZI,
        what="New hearing-aid batteries and a weekly check, which the community nurse tried in June",
        source="health",
        tried=True,
        result="She answered questions and asked her own.",
        meets_needs=False,
        person_prefers=True,
        benefits="She can hear who is coming and why.",
        weekly_cost=0.0,
        available=True,
    ),
    Option(
        case_id=NGOZI,
        what="Two sitters who are always the same two, mornings and one night a week",
        component="Unpaid carer sitting service",
        tried=False,
        result="Adaeze sleeps one whole night and keeps her mornings.",
        meets_needs=True,
        person_prefers=True,
        benefits="Home, faces she knows.",
        drawbacks="Needs four weeks to find the second sitter.",
        weekly_cost=418.0,
        available=False,
        waiting_since=date(2026, 8, 20),
        area="Castle Bank",
        used_instead="One sitter, three mornings.",
    ),
    Option(
        case_id=NGOZI,
        what="Specialist dementia nursing placement",
        component="Long term nursing care",
        tried=False,
        result="Nearest vacancy is in Skelbeck, two buses away.",
        meets_needs=True,
        person_prefers=False,
        drawbacks="Away from everybody she knows by voice.",
        weekly_cost=1280.0,
        available=True,
    ),
    Option(
        case_id=JAKE,
        what="The maths sessions he ran on the ward, at the library with the adult learning tutor",
        source="community",
        tried=False,
        result="Nobody has asked him yet.",
        benefits="It is his, and it was his idea.",
        weekly_cost=0.0,
        available=True,
    ),
    Option(
        case_id=JAKE,
        what="Support worker hours at another time of day and in another place",
        component="Professional support: Other",
        tried=False,
        result="Every visit so far was at half past nine in the morning.",
        meets_needs=True,
        weekly_cost=92.0,
        available=True,
    ),
    Option(
        case_id=ARVIND,
        what="Reablement at home for six weeks, with the falls clinic",
        component="Reablement",
        tried=False,
        result="The team can start on 21 September.",
        meets_needs=True,
        person_prefers=True,
        benefits="Washing and dressing his own way, with one person at a time.",
        weekly_cost=0.0,
        available=True,
    ),
    Option(
        case_id=ARVIND,
        what="Lunch at the temple on Wharf Road three days a week",
        source="community",
        tried=True,
        result="He went twice in spring and was fetched and brought.",
        meets_needs=False,
        person_prefers=True,
        weekly_cost=0.0,
        available=True,
    ),
    Option(
        case_id=ARVIND,
        what="Home care four times a day",
        component="Home support or domiciliary care",
        tried=False,
        result="Available from October.",
        meets_needs=True,
        person_prefers=False,
        drawbacks="He would not choose it, and would do less for himself.",
        weekly_cost=588.0,
        available=True,
    ),
)

DECISIONS = (
    Decision(
        case_id=NGOZI,
        decision="agreed-amended",
        reasons="What was called behaviour eased when she could hear. Home with the same two sitters meets her needs "
        "and Adaeze’s; the placement would meet them too, and she does not want it.",
        conditions="Hearing aids checked every week.",
        what_changed="Two sitters and one night a week at home, in place of the placement.",
        change_agreed_by="Mrs Owusu, asked with her hearing aids in, and Adaeze, on 14 September.",
        person_agreed=True,
        needs_met_meanwhile="The one sitter goes on three mornings; the night team covers Saturdays.",
        how_to_challenge="Letter in large print, read aloud by Adaeze; complaints leaflet; advocacy offered.",
        how_reached="consensus",
        told_on=date(2026, 9, 16),
        told_how="The worker visited, with Adaeze.",
        agreed_weekly_cost=418.0,
        starts_on=date(2026, 9, 28),
        review_on=date(2026, 11, 9),
    ),
    Decision(
        case_id=JAKE,
        decision="deferred-explore",
        reasons="Nobody has asked Jake what would be worth getting up for. Ending the hours would leave a need without "
        "an answer.",
        conditions="none",
        option_to_explore="The maths sessions at the library, and hours after noon.",
        needs_met_meanwhile="The four hours stay as they are; his brother has the duty number.",
        how_to_challenge="His care coordinator will tell him he can ask for an advocate and how to complain.",
        how_reached="majority",
        dissent="Commissioning would have ended the hours and offered them again on request.",
    ),
    Decision(
        case_id=ARVIND,
        decision="not-agreed",
        reasons="Four visits a day before reablement would take away what he can still do, and he would not choose it.",
        conditions="Looked at again if reablement ends early.",
        how_each_need_met="Washing, dressing and toilet: reablement, two visits a day, from 21 September; Kanta until "
        "then, as she agreed. Nutrition: lunch at the temple three days, meals delivered four. Home safely: rails and "
        "a falls detector on 17 September.",
        reasons_written_on=date(2026, 9, 18),
        needs_met_meanwhile="Kanta, with a sitter on two afternoons.",
        how_to_challenge="Letter in Gujarati and English with the complaints leaflet; Kanta has a copy.",
        how_reached="consensus",
        told_on=date(2026, 9, 17),
        told_how="By telephone with an interpreter, and by letter.",
        agreed_weekly_cost=0.0,
        starts_on=date(2026, 9, 21),
        review_on=date(2026, 11, 2),
    ),
)

ACTIONS = tuple(
    Action(action_id=f"2026-09-15/{number}", case_id=case, action=action, owner=owner, due_on=day)
    for number, (case, action, owner, day) in enumerate(
        (
            (NGOZI, "Find the second sitter and introduce both on the same day.", "Commissioning", date(2026, 9, 25)),
            (NGOZI, "Ask the hearing clinic for a home visit.", "Worker", date(2026, 9, 22)),
            (JAKE, "Ask Jake, after noon and at the café, what he would like to teach.", "Worker", date(2026, 9, 30)),
            (JAKE, "Tell Jake of this sitting and what was put off.", "Care coordinator", date(2026, 9, 18)),
            (ARVIND, "Book the falls clinic.", "Reablement", date(2026, 9, 21)),
            (
                "",
                "Tell the agencies’ forum how often visits are at half past nine.",
                "Commissioning",
                date(2026, 10, 9),
            ),
        ),
        start=1,
    )
)

SITTING = Sitting(
    id="2026-09-15",
    held_on=date(2026, 9, 15),
    chair="Principal social worker",
    attendance=tuple(
        Attendance(role=role)
        for role in (
            "chair",
            "person-lived-experience",
            "carer-lived-experience",
            "presenting-worker",
            "presenting-worker",
            "presenting-worker",
            "occupational-therapist",
            "reablement",
            "commissioning",
            "voluntary-community",
            "minutes",
        )
    ),
    submissions=CASES,
    options=OPTIONS,
    decisions=DECISIONS,
    actions=ACTIONS,
    lessons=(
        Lesson(
            learnt_from="practice",
            theme="Hearing before behaviour",
            went_well="The community nurse looked at the hearing aids before the medication.",
            why="She asked what the person could take in, and had ten minutes more than the form allows.",
            do_next="A line about hearing and sight in the review form; batteries in every team room.",
        ),
        Lesson(
            learnt_from="safeguarding-adults-review",
            theme="“Does not engage” is not an answer",
            went_well="The board’s review of last year names two teams that changed the time of day first.",
            why="They asked when the person is awake.",
            do_next="Ask “when and where would suit you?” before a third visit at the same hour.",
        ),
    ),
)


def main() -> None:
    """Write the workbook."""
    write_sitting(WORKBOOK, SITTING)


if __name__ == "__main__":
    main()
