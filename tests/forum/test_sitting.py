"""A sitting's workbook: what is written can be read, every row is kept, and what is wrong is said without a value."""

import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sat import AMENDED, DAY, EXPLORE, NOT_AGREED, book, changed, sitting, without_rows

from sbp.cli.running import run
from sbp.codes import code_list
from sbp.errors import ExportError
from sbp.forum.sitting import Action, Decision, Lesson, Sitting, Submission
from sbp.forum.sitting.order import out_of_order
from sbp.forum.sitting.outstanding import CARRIED, lacks, lived_experience, not_told, outstanding, undecided
from sbp.forum.sitting.reading import columns, read_sitting
from sbp.reports.forms import Form, add_form, workbook

WORD = "Quetzalfeder"


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    read = read_sitting(book(tmp_path))
    assert without_rows(read.sitting) == sitting()
    assert (read.told, read.unread) == ((), ())


words = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30)


@settings(max_examples=12, deadline=None)
@given(
    words,
    words,
    st.integers(0, 10**8).map(lambda pence: pence / 100),
    st.dates(date(2001, 1, 1), date(2090, 1, 1)),
    st.booleans(),
)
def test_whatever_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, one: str, other: str, cost: float, day: date, yes: bool
) -> None:
    case = Submission(case_id=f"C{one}", asked=f"={other}\nand {one}", asked_weekly_cost=cost, person_knows=yes)
    sat = Sitting(
        id="x",
        held_on=day,
        submissions=(case,),
        decisions=(Decision(case_id=case.case_id, decision="advice-only", reasons=f"+{one}", told_on=day),),
    )
    assert without_rows(read_sitting(book(tmp_path_factory.mktemp("book"), sat)).sitting) == sat


def test_two_workbooks_of_one_sitting_are_the_same_to_the_byte(tmp_path: Path) -> None:
    assert book(tmp_path).read_bytes() == book(tmp_path).read_bytes()


def test_every_coded_column_offers_its_words(tmp_path: Path) -> None:
    with zipfile.ZipFile(book(tmp_path)) as packed:
        pages = [packed.read(name).decode() for name in packed.namelist() if "worksheets/sheet" in name]
    offered = [found for page in pages for found in re.findall(r'<dataValidation type="list"', page)]
    coded = [target for cls in (Submission, Decision) for target in columns(cls).values() if target.codes]
    assert len(offered) > len(coded) == 3
    assert any("not agreed" in page or "decision_codes" in page for page in pages)


def test_every_demand_on_a_decision_can_be_looked_up() -> None:
    known = code_list("decision_codes")
    named = {*known["must_carry_always"], *(name for item in known["items"] for name in item["must_carry"])}
    assert named == set(CARRIED)
    assert named == set(known["must_carry_means"])


@pytest.mark.parametrize("whole", [AMENDED, EXPLORE, NOT_AGREED], ids=lambda decision: decision.decision)
def test_a_whole_decision_lacks_nothing(whole: Decision) -> None:
    assert lacks(sitting(), whole) == ()


@pytest.mark.parametrize(
    ("decision", "field", "lack"),
    [
        (AMENDED, "reasons", "reasons for the decision"),
        (AMENDED, "conditions", "conditions"),
        (AMENDED, "what_changed", "what changed"),
        (AMENDED, "person_agreed", "who agreed the change, the person included"),
        (EXPLORE, "option_to_explore", "which option is to be explored"),
        (EXPLORE, "needs_met_meanwhile", "how needs are met meanwhile"),
        (NOT_AGREED, "how_each_need_met", "how each eligible need will be met"),
        (NOT_AGREED, "reasons_written_on", "reasons written to the person"),
        (NOT_AGREED, "how_to_challenge", "told of the right to challenge"),
        (NOT_AGREED, "how_reached", "how the decision was reached"),
    ],
)
def test_what_a_decision_leaves_out_is_outstanding(decision: Decision, field: str, lack: str) -> None:
    at = sitting().decisions.index(decision)
    empty = None if getattr(decision, field) in (True, "consensus") or "_on" in field else ""
    [one] = outstanding(changed(sitting(), "Decisions", at, **{field: empty}))
    assert one.case_id == decision.case_id
    assert [said for said in one.lacks if lack in said]


def test_delegated_authority_is_named_where_it_is_used() -> None:
    by = changed(sitting(), "Decisions", 0, how_reached="delegated")
    assert len(outstanding(by)) == 1
    assert outstanding(changed(by, "Decisions", 0, delegated_authority="Scheme of delegation 4.2")) == ()


def test_an_action_without_owner_or_day_is_outstanding() -> None:
    for values in ({"owner": ""}, {"due_on": None}):
        [one] = outstanding(changed(sitting(), "Actions", 1, **values))
        assert (one.case_id, one.lacks) == ("C2", ("actions, each with owner and due date",))


def test_who_is_not_told_and_what_is_not_decided_is_known() -> None:
    assert not_told(sitting()) == ("C2",)
    assert undecided(sitting(decisions=(AMENDED,))) == ("C2", "C3")
    assert lived_experience(sitting()) == 1


@pytest.mark.parametrize(
    ("sheet", "at", "values", "said"),
    [
        ("Decisions", 0, {"decision": WORD}, "Row 5 of 'Decisions', 'Decision': this is not a word of the list"),
        ("Decisions", 1, {"told_on": WORD}, "Row 6 of 'Decisions', 'Told on': this is not a date"),
        ("Cases", 2, {"asked_weekly_cost": WORD}, "Row 7 of 'Cases', 'Asked weekly cost': this is not a number"),
        ("Cases", 0, {"person_knows": WORD}, "Row 5 of 'Cases', 'Person knows': this should be yes or no"),
        ("Decisions", 0, {"case_id": "", "reasons": WORD}, "Row 5 of 'Decisions' has no case id"),
        ("Attendance", 0, {"role": WORD}, "Row 5 of 'Attendance', 'Role': this is not a word"),
    ],
)
def test_a_cell_that_cannot_be_read_is_kept_and_said_without_its_value(
    sheet: str, at: int, values: dict[str, Any], said: str, tmp_path: Path
) -> None:
    read = read_sitting(book(tmp_path, changed(sitting(), sheet, at, **values)))
    assert [sentence for sentence in read.told if sentence.startswith(said)]
    assert WORD not in " ".join(read.told) + repr(read)
    assert WORD in {cell.words for cell in read.unread}


@pytest.mark.parametrize(
    ("sheet", "at", "values", "said"),
    [
        ("Cases", 0, {"submitted_on": date(2026, 9, 16)}, "Row 5 of 'Cases', 'Submitted on'"),
        ("Decisions", 0, {"told_on": date(2026, 9, 14)}, "Row 5 of 'Decisions', 'Told on'"),
        ("Decisions", 0, {"review_on": date(2026, 9, 14)}, "Row 5 of 'Decisions', 'Review on'"),
        ("Decisions", 0, {"until": date(2026, 9, 1)}, "Row 5 of 'Decisions', 'Until'"),
        ("Decisions", 2, {"reasons_written_on": date(2026, 9, 1)}, "Row 7 of 'Decisions', 'Reasons written on'"),
        ("Decisions", 2, {"decided_on": date(2026, 9, 1)}, "Row 7 of 'Decisions', 'Decided on'"),
        ("Options", 1, {"waiting_since": date(2027, 9, 1)}, "Row 6 of 'Options', 'Waiting since'"),
        ("Actions", 0, {"due_on": date(2026, 9, 1)}, "Row 5 of 'Actions', 'Due on'"),
        ("Decisions", 0, {"case_id": "C9"}, "Row 5 of 'Decisions', 'Case id': no row of 'Cases'"),
        ("Decisions", 0, {"case_id": "C2"}, "Row 5 of 'Decisions', 'Case id': another row decides"),
        ("Cases", 0, {"case_id": "C2"}, "Row 5 of 'Cases', 'Case id': another row"),
        ("Cases", 1, {"person_id": ""}, "Row 6 of 'Cases', 'Person id' is empty"),
    ],
)
def test_what_cannot_both_be_right_is_said_by_row_and_field(
    sheet: str, at: int, values: dict[str, Any], said: str, tmp_path: Path
) -> None:
    found = out_of_order(read_sitting(book(tmp_path, changed(sitting(), sheet, at, **values))).sitting)
    assert [sentence for sentence in found if sentence.startswith(said)]
    assert not re.search(r"2026|2027|C9", " ".join(found))


def test_a_sound_sitting_has_nothing_to_look_at(tmp_path: Path) -> None:
    assert out_of_order(read_sitting(book(tmp_path)).sitting) == ()


def test_a_column_of_the_councils_own_is_kept(tmp_path: Path) -> None:
    own = {**columns(Lesson), "House number": columns(Lesson)["Theme"]}
    path = tmp_path / "own.xlsx"
    with workbook(path, "x") as made:
        fields = {"Field": own["Theme"], "Answer": own["Why"]}
        add_form(made, Form(name="Sitting", title="t", sentence="s", columns=fields, helps={}, rows=[("Held on", DAY)]))
        row = ("practice", "theme", None, None, None, WORD)
        add_form(made, Form(name="Learning", title="t", sentence="s", columns=own, helps={}, rows=[row]))
    read = read_sitting(path)
    assert read.sitting.id == "2026-09-15"
    assert [cell.words for cell in read.unread] == [WORD]
    assert read.told == ()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("sitting.csv", b"Case id,Decision\n1,agreed\n", "is not a workbook"),
        ("sitting.xlsx", b"Case id,Decision\n1,agreed\n", "is something else"),
        ("gone.xlsx", None, "is not there"),
    ],
)
def test_another_file_is_refused(name: str, content: bytes | None, said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ExportError, match=said):
        read_sitting(path)


def test_a_workbook_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    fields = columns(Action)
    with workbook(path, "x") as made:
        form = Form(name="Actions", title="t", sentence="s", columns=fields, helps={}, rows=[("1",) * len(fields)])
        add_form(made, form)
    with pytest.raises(ExportError, match="not the workbook of a sitting"):
        read_sitting(path)


def test_a_workbook_without_one_of_its_columns_is_refused(tmp_path: Path) -> None:
    fields = {name: target for name, target in columns(Decision).items() if name != "Reasons"}
    path = tmp_path / "cut.xlsx"
    with workbook(path, "x") as made:
        about = {"Field": fields["Conditions"], "Answer": fields["Conditions"]}
        add_form(made, Form(name="Sitting", title="t", sentence="s", columns=about, helps={}, rows=[("Held on", DAY)]))
        rows = [("C1", *("",) * (len(fields) - 2), WORD)]
        add_form(made, Form(name="Decisions", title="t", sentence="s", columns=fields, helps={}, rows=rows))
    with pytest.raises(ExportError, match="no column 'Reasons'") as caught:
        read_sitting(path)
    assert WORD not in str(caught.value)


def test_decide_says_what_is_outstanding_and_no_word_of_anybody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sat = changed(sitting(), "Decisions", 2, reasons="", dissent=WORD, told_on=WORD)
    sat = changed(sat, "Cases", 0, person_says=WORD, asked=WORD)
    assert run(["forum", "decide", str(book(tmp_path, sat)), str(tmp_path / "forum")]) == 0
    said = capsys.readouterr()
    assert "three cases, three decisions, three actions" in said.out
    assert "Not yet told:\n  - C2\n  - C3\n" in said.out
    assert "Case C3 (row 7 of 'Decisions') does not say yet:\n  - reasons for the decision\n" in said.out
    assert "one person with lived experience" in said.out
    assert WORD not in said.out + said.err
