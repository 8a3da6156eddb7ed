"""Every worked example in `examples/`: valid, honest about what the tool says, and one life in both tellings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sbp.casefile import gather
from sbp.engine import check
from sbp.errors import WorkshopError
from sbp.findings import Finding
from sbp.records import Record, Review, prose
from sbp.rules import load_rules
from sbp.workshop.compare import compare, told
from sbp.workshop.worked import TOLD, WorkedExample, load_example, worked_examples

FOLDERS = worked_examples()
PRESSING = ("query", "error")


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def example(request: pytest.FixtureRequest) -> WorkedExample:
    return load_example(request.param)


def found(telling: dict[str, Record]) -> list[tuple[str, Finding]]:
    """What the tool says of one telling, with the name of the file it says it of."""
    names = {record.header.id: name for name, record in telling.items()}
    checked = [check(case_file, load_rules()) for case_file in gather(telling.values())]
    return [(names[finding.place.record_id], finding) for each in checked for finding in each.findings]


def words(telling: dict[str, Record]) -> str:
    """Everything written in one telling; a blank line keeps two entries apart."""
    return "\n\n".join(item.entry.text for record in telling.values() for item in prose(record))


def test_the_examples_are_found() -> None:
    assert "rob" in [folder.name for folder in FOLDERS]


def test_both_tellings_have_the_same_records_of_the_same_people(example: WorkedExample) -> None:
    assert example.before.keys() == example.after.keys()
    ids = [record.header.id for telling in (example.before, example.after) for record in telling.values()]
    assert len(set(ids)) == len(ids)
    for name in TOLD:
        assert example.before[name].header.person == example.after[name].header.person
    kinds = tuple(example.after[name].kind for name in TOLD)
    adult, carer = ("needs_assessment", "care_and_support_plan"), ("carers_assessment", "carers_support_plan")
    assert kinds in ((*adult, "review"), (*carer, "review"))


def test_before_has_the_findings_its_notes_say(example: WorkedExample) -> None:
    assert example.findings.keys() <= example.before.keys()
    met = found(example.before)
    for name in example.before:
        said = set(example.findings.get(name, ()))
        rules = {finding.rule for where, finding in met if where == name}
        assert said <= rules, f"{name}: the tool does not say {sorted(said - rules)}"
    listed = {(name, rule) for name, rules in example.findings.items() for rule in rules}
    assert {(where, one.rule) for where, one in met if one.level in PRESSING} & listed


def test_after_has_nothing_of_level_query(example: WorkedExample) -> None:
    pressing = [(where, one.rule, one.quote) for where, one in found(example.after) if one.level in PRESSING]
    assert pressing == []


def test_both_tellings_hold_the_same_coded_facts(example: WorkedExample) -> None:
    for name, before in example.before.items():
        assert dict(coded(before)) == dict(coded(example.after[name])), name
        grades = {one.id: one.grade for one in getattr(before, "outcomes", ())}
        regraded = {one.id: one.grade for one in getattr(example.after[name], "outcomes", ())}
        assert all(grades[same] == regraded[same] for same in grades.keys() & regraded.keys()), name


def coded(record: Record) -> Iterator[tuple[str, object]]:
    """What a record holds besides words, and besides how many outcomes the support is spread over."""
    header = record.header
    yield "kind", record.kind
    yield "person", header.person
    yield "written", (header.started_on, header.completed_on, header.team, header.form)
    yield (
        "needs",
        [
            (one.id, one.statutory_outcome, one.carer_statutory_outcome, set(one.unable_limbs), one.eligible)
            for one in getattr(record, "needs", ())
        ],
    )
    parts = [*getattr(record, "support", ())]
    parts += [part for one in getattr(record, "outcomes", ()) for part in one.support]
    yield "support", sorted((str(one.component), str(one.by), one.weekly_cost or 0) for one in parts)
    if eligibility := getattr(record, "eligibility", None):
        yield "eligibility", (eligibility.decision, set(eligibility.outcomes), set(eligibility.carer_outcomes))
    if payment := getattr(record, "direct_payment", None):
        yield "payment", (payment.offered, payment.response, payment.amount)
    for name in ("budget", "result", "review_due", "next_review_due", "agreed_on"):
        yield name, getattr(record, name, None)


def test_the_rewrite_gains_the_person_and_loses_nothing_coded(example: WorkedExample) -> None:
    rules = load_rules()
    comparison = compare(told(example.before, rules), told(example.after, rules), rules)
    assert comparison.verdict == "gained"
    assert not comparison.fewer
    assert [one.what for one in comparison.lost if one.kind == "coded"] == []


def test_both_tellings_hold_the_same_told_facts(example: WorkedExample) -> None:
    before, after = words(example.before), words(example.after)
    for fact in example.facts:
        assert_quoted(fact.before, before)
        assert_quoted(fact.after, after)


def test_changes_quote_the_records_truly(example: WorkedExample) -> None:
    before, after = words(example.before), words(example.after)
    for change in example.changes:
        assert_quoted(change.before, before)
        assert_quoted(change.after, after)


def assert_quoted(quoted: str, among: str) -> None:
    for piece in quoted.split(" … "):
        assert piece in among, piece


def test_the_person_speaks_in_the_better_telling(example: WorkedExample) -> None:
    for name in TOLD:
        spoken = [item for item in prose(example.after[name]) if item.entry.speaker in ("person", "carer")]
        assert len(spoken) >= 2, name
    assert example.approach in {record.header.practice_approach for record in example.after.values()}


def test_one_thread_runs_through_the_better_telling(example: WorkedExample) -> None:
    needs = {need.id for name in ("assessment", "plan") for need in getattr(example.after[name], "needs", ())}
    assert needs
    for name in TOLD:
        outcomes = getattr(example.after[name], "outcomes", ())
        assert outcomes, name
        assert {need for outcome in outcomes for need in outcome.needs} <= needs, name
    review = example.after["review"]
    assert isinstance(review, Review)
    assert all(outcome.grade for outcome in review.outcomes)


def test_the_story_says_that_it_is_invented(example: WorkedExample) -> None:
    story = (example.folder / "README.md").read_text(encoding="utf-8")
    assert "invented" in story
    assert "lived experience" in story or "draw on care and support" in story


@pytest.mark.parametrize(
    ("notes", "sentence"),
    [
        ("title: [", "line 2: this is not YAML"),
        ("titel: Rob\n", "'titel' is not a name known here. The nearest is 'title'."),
        ("title: Rob\n", "has no 'who'"),
        ("- a list\n", "should be names with values"),
    ],
)
def test_notes_that_cannot_be_used_are_refused_in_a_sentence(tmp_path: Path, notes: str, sentence: str) -> None:
    (tmp_path / "notes.yaml").write_text(notes, encoding="utf-8")
    with pytest.raises(WorkshopError, match=r"notes\.yaml") as refused:
        load_example(tmp_path)
    assert sentence in str(refused.value)
