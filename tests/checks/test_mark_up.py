"""Mark-up in a field changes neither what is found nor the words it points at."""

from sbp.engine import Checker

CHECKER = Checker()


def test_a_verdict_in_quotation_marks_is_somebody_s_own_under_mark_up_too() -> None:
    told = 'The GP writes "Mrs Bell lacks capacity." She wants to be asked again about the house.'
    for text in (told, f"{'<p class=MsoNormal>' * 5}{told}"):
        found = CHECKER.check(
            {
                "kind": "needs_assessment",
                "header": {"id": "r1", "person": {"id": "p1", "name": "Joan Bell"}},
                "analysis": [{"text": text}],
            }
        )
        assert [one.rule for one in found if one.rule == "duties/capacity-verdict"] == []
