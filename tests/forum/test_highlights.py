"""The highlight report judges by the council's own numbers, says what it cannot judge, opens with what goes well."""

from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from browser import chromium, violations
from docx import Document
from kept import RULES as KEPT_RULES
from kept import sample as kept_sample
from sat import EXPLORE, NOT_AGREED, changed, sitting

from sbp.cli.running import run
from sbp.errors import ForumError
from sbp.forum.highlights import MEASURES, Highlights, highlights
from sbp.forum.learning import learning
from sbp.forum.sitting import Sitting
from sbp.forum.sitting.keeping import keep_sitting
from sbp.forum.tolerances import OURS, read_tolerances
from sbp.reports.highlight_report import PAGE, WORD, write_highlights
from sbp.rules import load_rules
from sbp.store import opened

NAMES = {area: tuple(named) for area, named in MEASURES.items()}


def judged(folder: Path, *kept: Sitting, limits: str = "", as_at: date | None = None) -> Highlights:
    path = folder / "tolerances.yaml"
    path.write_text(limits or OURS.read_text(encoding="utf-8"), encoding="utf-8")
    rules = load_rules() if not limits else KEPT_RULES
    return highlights(folder, kept, rules, tolerances=path, as_at=as_at, since=None)


def only(measure: str, amber: float, red: float) -> str:
    area = next(area for area, named in MEASURES.items() if measure in named)
    return f"{area}:\n  {measure}: {{amber: {amber}, red: {red}}}\n"


def test_our_own_tolerances_can_be_used_and_name_every_measure() -> None:
    given = read_tolerances(OURS, NAMES, [standard.id for standard in load_rules().standards])
    assert {area: tuple(named) for area, named in given.items() if area != "standards"} == NAMES


TWICE = sitting(id="2026-08-04", held_on=date(2026, 8, 4), decisions=(EXPLORE,))


@pytest.mark.parametrize(
    ("measure", "kept", "said"),
    [
        ("days-to-decision", (sitting(),), "13 days from sent to decided, the middle of 3"),
        ("days-to-telling", (sitting(),), "1 days from decided to told, the middle of 2"),
        ("not-told", (sitting(),), "one person not yet told"),
        ("actions-overdue", (sitting(),), "two actions overdue"),
        ("put-off-twice", (TWICE, sitting()), "one case put off more than once"),
        ("agreed-over-asked", (sitting(),), "£96 a week agreed and £120 asked for, in one case"),
        ("cost-not-said", (sitting(),), "2 of 3 decisions do not say a cost"),
        (
            "needs-meanwhile-not-said",
            (changed(sitting(), "Decisions", 1, needs_met_meanwhile=""),),
            "one decision silent",
        ),
        ("decisions-outstanding", (changed(sitting(), "Decisions", 1, reasons=""),), "1 of 3 decisions do not carry"),
        ("no-lived-experience", (sitting(attendance=()),), "1 of 1 sittings without anybody"),
        ("one-option", (sitting(),), "2 of 3 cases with fewer than two options"),
    ],
)
def test_each_measure_is_what_the_sittings_say(
    measure: str, kept: tuple[Sitting, ...], said: str, tmp_path: Path
) -> None:
    found = judged(tmp_path, *kept, limits=only(measure, -100, 1000), as_at=date(2026, 9, 23))
    [one] = found.outside
    assert one.status == "amber"
    assert one.said.startswith(said)


@pytest.mark.parametrize(("amber", "red", "status"), [(2, 3, "amber"), (1, 2, "red"), (3, 4, "within")])
def test_a_tolerance_is_the_first_number_that_counts(amber: int, red: int, status: str, tmp_path: Path) -> None:
    found = judged(tmp_path, sitting(), limits=only("actions-overdue", amber, red), as_at=date(2026, 9, 23))
    assert [one.status for one in (*found.outside, *found.within)] == [status]


def test_what_nothing_says_is_not_judged(tmp_path: Path) -> None:
    silent = sitting(submissions=(), options=(), decisions=(), actions=())
    found = judged(tmp_path, silent)
    assert {one.title for one in found.unsaid} >= {"From sent to decided", "Agreed above asked for"}
    assert judged(tmp_path).unsaid


def test_a_sitting_of_last_year_is_not_of_this_period(tmp_path: Path) -> None:
    last = sitting(id="2025-09-15", held_on=date(2025, 9, 15))
    found = judged(tmp_path, last, sitting())
    assert (found.sittings, found.decisions, found.since, found.as_at) == (1, 3, "2026-06-15", "2026-09-15")


def test_standards_are_judged_from_below_where_there_is_an_audit(tmp_path: Path) -> None:
    kept_sample(tmp_path)
    limits = """
standards:
  own-words: {amber: 99, red: 10}
  outcomes: {amber: 99, red: 98}
  advocacy: {amber: 9, red: 8}
"""
    found = judged(tmp_path, sitting(), limits=limits)
    assert [(one.status, one.title) for one in found.outside] == [
        ("red", "Outcomes are the person’s, not a service"),
        ("amber", "The person speaks in the record"),
    ]
    assert [one.title for one in found.unsaid] == ["Advocacy is considered"]
    assert "The person speaks in the record" not in {one.what for one in found.going_well}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- 1", "does not say what the tolerances are"),
        ("tiem: {}", "'tiem' is no area. The nearest is 'time'"),
        ("time: 3", "'time' should hold measures"),
        ("time: {not-tald: {amber: 1, red: 2}}", "The nearest is 'not-told'"),
        ("time: {not-told: {amber: 1}}", "should be two numbers"),
        ("time: {not-told: {amber: yes, red: 2}}", "should be two numbers"),
        ("time: {not-told: {amber: 5, red: 2}}", "Change the two numbers round"),
        ("standards: {own-words: {amber: 5, red: 20}}", "Change the two numbers round"),
        ("time: [", "this is not YAML"),
    ],
)
def test_tolerances_that_cannot_be_used_say_what_to_put_right(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ForumError, match=said):
        judged(tmp_path, sitting(), limits=text)


def test_tolerances_that_are_not_there_are_said(tmp_path: Path) -> None:
    with pytest.raises(ForumError, match="cannot be read"):
        read_tolerances(tmp_path / "none.yaml", NAMES, ())


def test_the_learning_page_knows_what_went_well_and_shows_the_wording_met_most(tmp_path: Path) -> None:
    kept_sample(tmp_path)
    counting = tuple(attrs.evolve(one, marks=("voice-person",)) for one in KEPT_RULES.standards)
    found = learning(tmp_path, [sitting()], attrs.evolve(KEPT_RULES, standards=counting))
    assert learning(tmp_path, (), KEPT_RULES).went_well == ()
    assert [one.what for one in found.went_well] == ["The person speaks in the record"]
    assert [(source, lesson.theme) for source, lesson in found.lessons] == [("day-to-day practice", "Gardens")]
    assert [theme.partition(":")[0] for theme in found.themes] == ["Reviews"] * 3
    assert found.worked is None, "the rules of this test have no examples"
    with_example = attrs.evolve(KEPT_RULES, rules=tuple(_with_example(rule) for rule in KEPT_RULES.rules))
    worked = learning(tmp_path, (), with_example).worked
    assert worked is not None
    assert worked.before == "She has a package of care."
    with opened(tmp_path) as store:
        most = store.execute(
            "SELECT rule FROM findings GROUP BY ALL ORDER BY count(DISTINCT record_id) DESC, count(*) DESC, rule"
        ).fetchall()[0][0]
    assert worked.title == KEPT_RULES.rule(most).title


def _with_example(rule: Any) -> Any:
    from sbp.rule import Example

    return attrs.evolve(rule, flagged=(Example(text="She has a [package] of care."),))


def test_a_small_number_of_records_is_no_theme(tmp_path: Path) -> None:
    kept_sample(tmp_path, 8)
    assert learning(tmp_path, (), KEPT_RULES).themes == ()


def test_the_report_is_one_page_by_exception_and_one_of_learning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep_sitting(tmp_path, changed(sitting(decisions=(NOT_AGREED, EXPLORE)), "Cases", 0, asked="Quetzalfeder"))
    assert run(["forum", "highlights", str(tmp_path), "--as-at", "2026-09-30"]) == 0
    said = capsys.readouterr()
    assert said.err.startswith("Red: ")
    assert "Quetzalfeder" not in said.err + said.out
    text = (tmp_path / PAGE).read_text(encoding="utf-8")
    assert text.index("Outside tolerance") < text.index("The rest") < text.index("Learning")
    paragraphs = [(p.text, p.style.name) for p in Document(str(tmp_path / WORD)).paragraphs if p.style]
    headings = [said for said, style in paragraphs if style == "Heading 1"]
    assert headings == ["Outside tolerance", "The rest", "Learning"]
    assert "<li>No cases put off more than once.</li>" in text
    assert ("No cases put off more than once.", "List Bullet") in paragraphs
    with chromium() as browser:
        page = browser.new_page()
        page.goto((tmp_path / PAGE).as_uri())
        assert violations(page) == []


def test_the_same_sittings_give_the_same_bytes(tmp_path: Path) -> None:
    found = judged(tmp_path, sitting())
    first = [path.read_bytes() for path in write_highlights(tmp_path, found)]
    assert [path.read_bytes() for path in write_highlights(tmp_path, found)] == first


def test_without_a_sitting_there_is_nothing_to_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forum", "highlights", str(tmp_path)]) == 1
    assert "No sitting is kept" in capsys.readouterr().err
    assert run(["forum", "highlights", "--show-tolerances"]) == 0
    assert capsys.readouterr().out == OURS.read_text(encoding="utf-8")
