"""Comparing two tellings: what is lost comes first, and kinder words alone are called what they are."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sbp.cli.running import run
from sbp.records import CaseNote, Entry, Header, NeedsAssessment, Person, Section
from sbp.records.parts import Need, Outcome
from sbp.rules import RuleSet, load_rules
from sbp.workshop.amounts import amounts
from sbp.workshop.compare import Comparison, compare, told
from sbp.workshop.topics import spoken_of
from tests.browser import chromium, violations

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules()


def note(text: str) -> dict[str, CaseNote]:
    person = Person(id="p", name="Wilf Dent", known_as="Wilf", pronouns="he/him")
    return {"note": CaseNote(header=Header(id="n", person=person), sections=(Section(entries=(Entry(text=text),)),))}


def compared(before: str, after: str, rules: RuleSet) -> Comparison:
    return compare(told(note(before), rules), told(note(after), rules), rules)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Attends x2 weekly, missed 3 sessions.", {"2 times a week"}),
        ("On Tuesdays and Fridays he digs.", {"2 times a week"}),
        ("Five mornings a week, for six weeks.", {"5 times a week", "6 weeks"}),
        ("AM call, x5 weekly, max 6/52.", {"5 times a week", "6 weeks"}),
        ("3 hrs weekly PA", {"3 hours"}),
        ("Three hours a week with Lewis", {"3 hours"}),
        ("It takes about twenty-five minutes.", {"25 minutes"}),
        ("Half an hour, every night.", {"30 minutes", "1 time a night"}),
        ("Double-handed calls QDS", {"2 people", "4 times a day"}),
        ("Assistance of one to transfer", {"1 person"}),
        ("He has £51.00 a week.", {"£51"}),
        ("Two and a half hours with Ruby", {"2.5 hours"}),
        ("Found at 05:50 hrs", set()),
        ("A week later she rang.", set()),
        ("She asked twice and waited.", set()),
    ],
)
def test_amounts_are_read_however_they_are_written(text: str, held: set[str]) -> None:
    assert {str(amount) for amount in amounts(text)} == held


@pytest.mark.parametrize(
    ("text", "needs", "risks"),
    [
        ("He cannot wash his feet.", {"washing"}, set()),
        ("She fell in the bathroom.", {"washing"}, {"falls"}),
        ("No falls since March.", set(), set()),
        ("Denies any thoughts of suicide.", set(), set()),
        ("He chokes on bread.", set(), {"choking"}),
    ],
)
def test_topics_are_found_and_denied_ones_left(text: str, needs: set[str], risks: set[str]) -> None:
    assert spoken_of(text, "needs") == needs
    assert spoken_of(text, "risks") == risks


def test_a_need_a_risk_and_an_amount_left_out_come_first(rules: RuleSet) -> None:
    comparison = compared(
        "He refuses care. He needs help to wash, four times a day, and he chokes on bread.",
        "Wilf enjoys his garden. He says, “I like to be outdoors.”",
        rules,
    )
    lost = {(one.kind, one.what) for one in comparison.lost}
    assert {("need", "washing"), ("risk", "choking"), ("amount", "4 times a day")} <= lost
    assert comparison.verdict == "gained"


SENTENCES = (
    "Wilf is at his best before noon.",
    "He cannot get to his feet without somebody beside him.",
    "He needs reminding of the steps by the shed.",
    "His daughter rings.",
    "He struggles to hear on the telephone and cannot hear the door.",
    "He enjoys the shed.",
)


@pytest.mark.parametrize("gone", [1, 2, 4])
def test_an_edit_that_leaves_out_a_need_is_told_the_sentence(gone: int, rules: RuleSet) -> None:
    kept = [sentence for number, sentence in enumerate(SENTENCES) if number != gone]
    comparison = compared(" ".join(SENTENCES), " ".join(kept), rules)
    assert [one.sentence for one in comparison.lost if one.kind == "sentence"] == [SENTENCES[gone]]
    assert comparison.verdict == "thinner"


def test_an_edit_that_puts_a_need_in_other_words_is_not(rules: RuleSet) -> None:
    told_so = [*SENTENCES[:2], "Wilf needs reminding of the steps that lead down by the shed.", *SENTENCES[3:]]
    comparison = compared(" ".join(SENTENCES), " ".join(told_so), rules)
    assert not comparison.lost


def test_a_need_turned_into_a_pleasure_is_asked_about(rules: RuleSet) -> None:
    comparison = compared("He cannot wash without help.", "He enjoys a wash.", rules)
    assert ("softened", "washing") in {(one.kind, one.what) for one in comparison.lost}


def test_kinder_words_alone_are_called_cosmetic(rules: RuleSet) -> None:
    comparison = compared(
        "Wilf refuses to engage with carers. Needs help to wash.",
        "Wilf declines carers. Needs help to wash.",
        rules,
    )
    assert comparison.verdict == "cosmetic"
    assert comparison.gone
    assert not comparison.gained
    assert not comparison.lost
    [pair] = comparison.pairs
    assert [row.place for row in pair.rows] == ["Sentence 1"]
    assert pair.same == 1


def test_a_rewrite_that_only_leaves_out_is_not_called_cosmetic(rules: RuleSet) -> None:
    comparison = compared("He refuses care. Needs help to eat x2 daily.", "He declines care.", rules)
    assert comparison.verdict == "thinner"
    assert [one.kind for one in comparison.lost] == ["need", "amount"]


def test_the_same_words_are_the_same(rules: RuleSet) -> None:
    comparison = compared("He cannot wash.\n", "He  cannot wash.", rules)
    assert comparison.verdict == "same"
    assert not comparison.lost


def test_needs_that_are_coded_are_compared_exactly(rules: RuleSet) -> None:
    header = Header(id="a", person=Person(id="p"))
    wanted = (Outcome(id="o1", statement=Entry(text="I want to be back at the allotment by May.", speaker="person")),)
    needs = (
        Need(id="n1", statutory_outcome="hygiene", eligible=True),
        Need(id="n2", statutory_outcome="nutrition", eligible=True),
    )
    first = NeedsAssessment(header=header, needs=needs, outcomes=wanted)
    second = NeedsAssessment(header=header, needs=needs[:1], outcomes=wanted)
    comparison = compare(told({"a": first}, rules), told({"a": second}, rules), rules)
    coded = [one.what for one in comparison.lost if one.kind == "coded"]
    assert coded == [
        "a need: managing and maintaining nutrition",
        "an eligible need: managing and maintaining nutrition",
    ]


def test_rob_gains_and_loses_nothing_that_matters(capsys: pytest.CaptureFixture[str]) -> None:
    rob = EXAMPLES / "rob"
    assert run(["compare", str(rob / "before"), str(rob / "after")]) == 0
    printed, told_beside = capsys.readouterr()
    assert told_beside == ""
    assert printed.startswith("The rewrite holds more of the person than before; some of what stood there could not be")
    assert printed.index("Look for these first") < printed.index("what was said, and what it became")
    assert "Recorded in a field of the first, and not in the second" not in printed
    assert "A need, not found again" not in printed
    assert re.search(r"0 → 7 +Outcomes that say what somebody wants", printed)


def test_the_other_way_round_the_loss_of_a_voice_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    rob = EXAMPLES / "rob"
    assert run(["compare", str(rob / "after"), str(rob / "before")]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("The rewrite holds less of the person than before.")
    assert printed.index("What there is less of") < printed.index("what was said, and what it became")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("compare")
    (folder / "before.txt").write_text("He refuses care <script>alert(1)</script>. He fell twice.", encoding="utf-8")
    (folder / "after.txt").write_text("He said, “Not today.” He has his own way to wash.", encoding="utf-8")
    assert (
        run(["compare", str(folder / "before.txt"), str(folder / "after.txt"), "--html", str(folder / "c.html")]) == 0
    )
    return folder / "c.html"


def test_the_page_is_one_file_without_script(page: Path) -> None:
    html = page.read_text(encoding="utf-8")
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert not re.search(r"(?:src|href|url\()\s*=?\s*[\"']?https?:", html)


def test_the_page_can_be_read_by_everybody(page: Path) -> None:
    with chromium() as browser:
        opened = browser.new_page(viewport={"width": 1280, "height": 900})
        opened.goto(page.as_uri())
        headings = opened.locator("h1, h2").all_inner_texts()
        assert headings[:2] == ["Before and after", "Look for these first"]
        assert violations(opened) == []
        opened.set_viewport_size({"width": 390, "height": 800})
        assert opened.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({}, "holds no records"),
        ({"a.json": '{"kind": "review", "header": {"id": "SECRETWORD"}}'}, "is wanted and not there"),
        ({"a.json": "{"}, "is not JSON that can be read"),
        ({"a.txt": "One.", "a.md": "Two."}, "have the same id"),
    ],
)
def test_what_cannot_be_compared_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], files: dict[str, str], sentence: str
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run(["compare", str(tmp_path), str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert sentence in said.err
    assert said.out == ""
