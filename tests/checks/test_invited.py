"""What a heading invites, as forms and workers write headings."""

import pytest

from sbp.checks.invited import Matter, invites

ASKED: dict[Matter, list[str]] = {
    "strengths": [
        "STRENGTHS / ASSETS",
        "Strengths and protective factors",
        "What people like and admire about me",
        "What Roz can do",
        "4. What are you good at?",
        "What is working well?",
        "Things I am proud of",
        "What others value and appreciate in Tom",
        "Skills, interests and achievements",
        "What I bring to the people around me",
        "What he does for himself",
    ],
    "views": [
        "Views of the adult on the enquiry and its outcome",
        "The person’s experience of their care and support",
        "What matters to me",
        "His own views",
        "In Shirley’s words",
        "What is important to Mr Pask",
        "How does Ade feel about the move?",
        "What would you like to be different?",
        "Person's wishes and feelings",
        "What Dot said",
        "The resident’s perspective",
    ],
    "outcomes": [
        "Outcomes",
        "Pt goal",
        "What I’d like",
        "What he wants now",
        "If I had a magic wand",
        "Outcomes (agreed with Mary)",
        "What would be a good life for Roz",
        "My hopes for the year",
        "What do you want to achieve?",
    ],
    "network": [
        "People",
        "RELATIONSHIPS AND SUPPORT NETWORK",
        "Social hx / support at home",
        "Who is in Rhod's circle",
        "People and places around me",
        "Who helps?",
    ],
    "risks": ["RISKS", "Staying safe", "Am I safe?", "If something goes wrong", "Keeping Ruth safe at home"],
}
NOT_ASKED: dict[Matter, list[str]] = {
    "strengths": ["Needs", "What I can't do", "Best-interests meeting", "Strengths and difficulties", "Mobility"],
    "views": ["Family’s views", "Views of the provider", "Ward view", "What is working?", "Daily living", "Review"],
    "outcomes": ["Outcome of review", "Eligible outcomes", "What happens next", "Decision", "What the family want"],
    "network": ["Professionals involved", "Access to the community", "Contact", "Using services in the community"],
    "risks": ["Daily living", "Safeguarding", "Mobility and falls"],
}


@pytest.mark.parametrize(("matter", "heading"), [(matter, one) for matter in ASKED for one in ASKED[matter]])
def test_a_heading_asks_for_a_matter(matter: Matter, heading: str) -> None:
    assert invites(heading, matter)


@pytest.mark.parametrize(("matter", "heading"), [(matter, one) for matter in NOT_ASKED for one in NOT_ASKED[matter]])
def test_another_heading_does_not(matter: Matter, heading: str) -> None:
    assert not invites(heading, matter)
