"""The agenda pack: the person first, no name where people go by letters, findings as questions, both files alike."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from browser import chromium, violations
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from sat import changed, sitting

from sbp import bundled
from sbp.cli.running import run
from sbp.forum.learning import learning
from sbp.forum.pack import pack, wanted
from sbp.forum.pack.page import UNASKED, UNHEARD
from sbp.forum.pack.people import Brought, Known, people_of
from sbp.forum.pack.pseudonyms import SOMEBODY, Names, Pseudonyms
from sbp.forum.sitting import Submission
from sbp.records import Record, prose
from sbp.reports.agenda_pack import LIMITS, write_pack
from sbp.rules import load_rules
from sbp.schema import Faults, load

RULES = load_rules()
COUNCIL = bundled.path("examples") / "council"


def record(ident: str = "R1", **other: object) -> Record:
    made = load(
        {
            "kind": "needs_assessment",
            "header": {
                "id": ident,
                "person": {
                    "id": "P1",
                    "name": "Robert O'Hara-Bell",
                    "known_as": "Rob",
                    "born_on": "1951-03-04",
                },
                "completed_on": "2026-08-02",
                "worker": "W6021",
            },
            "in_their_words": [{"speaker": "person", "text": "“I want my hands in the soil,” Rob said to Gwendolen."}],
            "network": [{"who": "Marigold", "relation": "wife", "what": {"text": "marigold does the shopping."}}],
            "strengths": [{"what": {"text": "Grows dahlias. He swaps them with Haroun at the Corn Hall."}}],
            "outcomes": [{"statement": {"text": "To be back in Haroun's garden by Easter."}}],
            "analysis": [
                {
                    "text": "Mr O’Hara-Bell refuses to engage with carers. Robert's wife, Marigold, rang 01325 555 "
                    "019; dob 04/03/1951, NHS 943 476 5919, DL1 5QT, rob@example.org. W6021 will ring on Monday."
                }
            ],
            **other,
        }
    )
    assert not isinstance(made, Faults)
    return made


SECRETS = (
    *("robert", "rob", "o'hara", "o’hara", "bell", "gwendolen", "marigold", "haroun", "corn hall", "w6021"),
    *("01325", "943 476", "1951", "dl1", "example.org"),
)


def people(*records: Record) -> Brought:
    return Brought({"P1": Known(records or (record(),))})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("pack")
    sat = changed(sitting(), "Cases", 0, person_says="Ask Marigold, she knows Rob.", asked="Hours with Haroun.")
    for named in (False, True):
        write_pack(out, pack(sat, (BEFORE,), people(), RULES, learning=LEARNT, named=named))
    return out


LEARNT = learning(Path("nowhere"), [changed(sitting(), "Learning", 0, went_well="We met Haroun and Marigold.")], RULES)
BEFORE = changed(
    sitting(id="2026-06-16", held_on=date(2026, 6, 16)),
    "Actions",
    0,
    action="Ask Haroun about dahlias.",
    owner="Marigold",
)


def words(path: Path) -> str:
    if path.suffix == ".html":
        return re.sub("<[^>]*>", "", path.read_text(encoding="utf-8").split("<main", 1)[1])
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize("suffix", ["html", "docx"])
def test_nobody_is_named_in_the_pack_that_goes_outside(folder: Path, suffix: str) -> None:
    text = words(folder / f"agenda-pack-2026-09-15-pseudonymised.{suffix}").lower()
    for secret in SECRETS:
        at = text.find(secret)
        assert at < 0 or text[at:].startswith("marigold does the shopping"), secret
    assert "person a" in text
    assert LIMITS[0].lower() in text
    assert "r1" not in text.split("read:")[1][:60]


@pytest.mark.parametrize("suffix", ["html", "docx"])
def test_people_are_named_where_that_was_asked_for(folder: Path, suffix: str) -> None:
    text = words(folder / f"agenda-pack-2026-09-15-named-internal.{suffix}")
    assert "Marigold" in text
    assert "1. Rob" in text
    assert LIMITS[0] not in text


def test_the_person_speaks_before_anything_is_asked(folder: Path) -> None:
    text = words(folder / "agenda-pack-2026-09-15-named-internal.html").split("1. Rob", 1)[1]
    order = ["Ask Marigold", "hands in the soil", "back in Haroun", "Grows dahlias", "neighbour&#39;s garden"]
    order += ["What is asked of the Forum", "Questions to be curious about"]
    places = [text.index(said) for said in order]
    assert places == sorted(places)


def test_findings_are_questions_without_a_rule_or_a_verdict(folder: Path) -> None:
    text = words(folder / "agenda-pack-2026-09-15-pseudonymised.html")
    assert RULES.rule("language/refuses").ask in text.replace("&#39;", "'")
    assert "language/" not in text
    assert RULES.rule("language/refuses").message not in text


def test_what_is_not_written_down_is_asked() -> None:
    [page, *_] = pack(changed(sitting(), "Cases", 0, person_says=""), (), Brought(), RULES).cases
    assert [question.words for question in page.questions] == [UNHEARD, UNASKED]
    assert page.read.startswith("No record of this person")


def test_words_that_are_not_the_persons_are_not_passed_off_as_theirs() -> None:
    silent = record(in_their_words=[{"speaker": "person", "text": "N/A, lacks capacity."}])
    [page, *_] = pack(changed(sitting(), "Cases", 0, person_says=""), (), people(silent), RULES).cases
    assert page.own_words == ()
    assert page.questions[0].words == UNHEARD


def test_the_record_that_is_brought_comes_first() -> None:
    sat = changed(sitting(), "Cases", 0, record_id="R0")
    [page, *_] = pack(sat, (), people(record("R0"), record(outcomes=[])), RULES, named=True).cases
    assert page.read.startswith("Read: needs assessment, 2 August 2026 (R0)")


def test_actions_and_earlier_decisions_are_carried_forward() -> None:
    later = sitting(id="2026-10-13", held_on=date(2026, 10, 13))
    made = pack(later, (sitting(), later), Brought(), RULES)
    assert len(made.actions) == 3
    assert all(action.overdue for action in made.actions)
    assert made.cases[1].earlier == ("deferred to explore an option, 15 September 2026",)
    assert pack(sitting(), (sitting(),), Brought(), RULES).actions == ()


def test_nobody_of_an_earlier_agenda_is_named_in_an_action_that_is_open() -> None:
    before = changed(sitting(), "Actions", 0, action="Rob and Gwendolen: ring. Then ask Wilhelmina.", owner="Robert")
    later = sitting(id="2026-10-13", held_on=date(2026, 10, 13), submissions=(), decisions=(), actions=())
    assert wanted(later, (before,)) == {"P1", "P2", "P3"}
    [first, *_] = pack(later, (before,), people(), RULES).actions
    assert (first.what, first.owner) == ("[name] and [name]: ring. Then ask [name].", "[name]")


def test_the_same_person_is_the_same_letter() -> None:
    twice = changed(sitting(), "Cases", 2, person_id="P1")
    assert [page.label for page in pack(twice, (), Brought(), RULES).cases] == ["Person A", "Person B", "Person A"]


def test_a_long_agenda_does_not_run_out_of_letters() -> None:
    cases = tuple(Submission(case_id=str(number), person_id=f"P{number}") for number in range(30))
    labels = [page.label for page in pack(sitting(submissions=cases), (), Brought(), RULES).cases]
    assert len(set(labels)) == 30


NAMES = Names(label="Person A", own=frozenset({"rose", "o'hara"}), others=frozenset({"will", "élodie"}))


@pytest.mark.parametrize(
    ("said", "masked"),
    [
        ("Rose O’Hara came.", "Person A came."),
        ("Mrs. O'Hara's coat.", "Person A’s coat."),
        ("She rose early and will go.", "She rose early and will go."),
        ("WILL rang Élodie.", f"{SOMEBODY} rang {SOMEBODY}."),
        ("Roseanne and Willow stay.", "Roseanne and Willow stay."),
        ("Ring 07700 900 123.", "Ring [telephone]."),
    ],
)
def test_a_name_is_masked_and_a_word_is_not(said: str, masked: str) -> None:
    assert NAMES.masked(said) == masked


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=80), st.sampled_from(["Rose", "ROSE", "Élodie", "O'Hara", "O’Hara", "Will"]), st.text(max_size=80)
)
def test_a_known_name_never_stays(before: str, name: str, after: str) -> None:
    masked = NAMES.masked(f"{before} {name} {after}")
    assert f" {name} " not in masked


@pytest.mark.parametrize(
    "said", ["She went with Haroun.", "We asked (Haroun) twice.", "Tea, Haroun and cake.", "the Haroun centre"]
)
def test_a_capital_in_a_sentence_is_taken_for_a_name(said: str) -> None:
    sat = changed(sitting(), "Cases", 0, asked=said)
    names = Pseudonyms.of(sat, {}, {"P1": "A", "P2": "B", "P3": "C"}, named=False)
    assert "Haroun" not in names.masked(f"Haroun came. {said}", "P1")


@pytest.mark.parametrize("said", ["On Monday in March.", "under the Care Act", "at Christmas", "Fell. Got up."])
def test_an_ordinary_capital_stays(said: str) -> None:
    sat = changed(sitting(), "Cases", 0, asked=said)
    names = Pseudonyms.of(sat, {}, {"P1": "A", "P2": "B", "P3": "C"}, ordinary=frozenset({"fell", "got"}), named=False)
    assert names.masked(said, "P1") == said


def test_the_word_file_has_real_headings_a_title_and_a_language(folder: Path) -> None:
    document = Document(str(folder / "agenda-pack-2026-09-15-pseudonymised.docx"))
    assert (document.core_properties.title, document.core_properties.language) == ("Agenda pack", "en-GB")
    headings = [(p.style.name, p.text) for p in document.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert ("Heading 1", "1. Person A") in headings
    assert ("Heading 2", "In their words") in headings
    assert ("Heading 1", "Learning") in headings
    assert document.sections[0].header.paragraphs[0].text.startswith("Pseudonymised")
    for table in document.tables:
        assert table.rows[0]._tr.trPr.xpath("./w:tblHeader")


def test_the_same_sitting_gives_the_same_bytes(tmp_path: Path) -> None:
    made = pack(sitting(), (), people(), RULES)
    first = [path.read_bytes() for path in write_pack(tmp_path, made)]
    assert [path.read_bytes() for path in write_pack(tmp_path, made)] == first


def test_the_page_is_accessible_and_its_first_line_says_what_it_is(folder: Path) -> None:
    path = folder / "agenda-pack-2026-09-15-pseudonymised.html"
    assert path.read_text(encoding="utf-8").splitlines()[0].startswith("<!doctype html><!-- pseudonymised")
    with chromium() as browser:
        page = browser.new_page()
        page.goto(path.as_uri())
        assert violations(page) == []


def test_an_empty_sitting_still_makes_a_pack(tmp_path: Path) -> None:
    empty = sitting(submissions=(), options=(), decisions=(), actions=(), lessons=())
    page, _ = write_pack(tmp_path, pack(empty, (), Brought(), RULES))
    assert "no cases" in page.read_text(encoding="utf-8")


def test_an_export_without_the_people_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from sat import book

    export = tmp_path / "export.jsonl"
    export.write_text('{"kind": "case_note", "header": {"id": "R9", "person": {"id": "P9"}}}\n', encoding="utf-8")
    assert run(["forum", "pack", str(book(tmp_path)), str(tmp_path), "--export", str(export)]) == 0
    assert "no record of 3 of the 3 people" in capsys.readouterr().err


BOTH = {"June", "May", "Rose", "Grace", "Joy", "Hope", "Mark", "Will", "Ray", "Dale", "Bell", "Booth", "Ward", "Sue"}


def test_hardly_a_name_of_the_invented_town_stays() -> None:
    """The share is in the design page. Months and words that are names too are left out of the count."""
    town = yaml.safe_load((COUNCIL / "town.yaml").read_text(encoding="utf-8"))
    lists = [one for ground in town["backgrounds"].values() for one in ground.values() if isinstance(one, list)]
    known = {name for words in lists for name in words if name[:1].isupper() and ":" not in name} - BOTH
    town_name = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)")
    with (COUNCIL / "forms.csv").open(encoding="utf-8-sig", newline="") as file:
        ids = sorted({row["Person ID"] for row in csv.DictReader(file)})[::12]
    brought = people_of(COUNCIL / "forms.csv", COUNCIL / "mapping.yaml", ids)
    cases = tuple(Submission(case_id=ident, person_id=ident) for ident in brought.people)
    letters = {ident: str(number) for number, ident in enumerate(brought.people)}
    names = Pseudonyms.of(sitting(submissions=cases), brought.people, letters, (), brought.words, named=False)
    records = [(ident, found) for ident, one in brought.people.items() for found in one.records]
    texts = [(ident, item.entry.text) for ident, found in records for item in prose(found)]
    there = sum(len(town_name.findall(text)) for _, text in texts)
    left = sum(len(town_name.findall(names.masked(text, ident))) for ident, text in texts)
    hidden = sum(names.masked(text, ident).count(SOMEBODY) for ident, text in texts)
    words = sum(len(text.split()) for _, text in texts)
    assert there > 200
    assert left <= there / 50
    assert hidden < words / 30
