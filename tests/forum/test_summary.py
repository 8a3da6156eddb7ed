"""Every figure of a summary has its records, and what cannot be said is said to be so."""

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from kept import FIELDS, RULES, RUN, made, person, sample

from sbp.findings import Checked, Fact
from sbp.forum.figures import Figure, Reading, too_few
from sbp.forum.records import FROM_ONE_TEAM, MOST_CONVERSATIONS, MOST_GOOD, spread
from sbp.forum.standards import ALL, NO_DATE, NO_TEAM, holds
from sbp.forum.summary import Summary, summarise
from sbp.forum.tables import Table
from sbp.forum.wording import around
from sbp.rules import RuleSet
from sbp.store import FILE, creating, describe, keep, opened


@pytest.fixture(scope="module")
def summary(tmp_path_factory: pytest.TempPathFactory) -> Summary:
    with opened(sample(tmp_path_factory.mktemp("store"))) as store:
        return summarise(store)


def of(folder: Path) -> Summary:
    with opened(folder) as store:
        return summarise(store)


def rows(table: Table | None) -> dict[str, Figure]:
    return {name: cell for name, (cell, *_) in table.rows if isinstance(cell, Figure)} if table else {}


def figures(summary: Summary) -> list[Figure]:
    return [
        figure
        for standard in summary.standards
        for table in standard.tables()
        for figure in (standard.overall, *rows(table).values())
    ]


def test_every_figure_leads_back_to_its_records(summary: Summary) -> None:
    assert len(figures(summary)) > 20
    for figure in figures(summary):
        assert figure.met == len(figure.met_in)
        assert figure.of == len(figure.met_in) + len(figure.not_met_in)
        assert not set(figure.met_in) & set(figure.not_met_in)


def test_teams_add_up_to_all_records(summary: Summary) -> None:
    for table in (table for standard in summary.standards for table in standard.tables()):
        *parts, (name, (everyone,)) = table.rows
        assert name == ALL
        assert isinstance(everyone, Figure)
        assert sum(figure.of for figure in rows(evolve(table, rows=tuple(parts))).values()) == everyone.of


def test_undated_records_are_in_no_month_and_that_is_said(summary: Summary) -> None:
    months = rows(summary.standards[0].months)
    assert 0 < months[NO_DATE].of < months[ALL].of
    assert any("no date" in sentence for sentence in summary.glance.cannot)


def test_a_standard_whose_fields_were_not_exported_has_no_rate(summary: Summary) -> None:
    [advocacy] = [standard for standard in summary.standards if standard.id == "advocacy"]
    assert advocacy.overall.of == 0
    assert advocacy.overall.unsaid == "the export holds no field for it (advocacy)"
    assert advocacy.teams is None
    assert any(advocacy.title in sentence for sentence in summary.glance.cannot)


def test_teams_are_in_alphabetical_order_whatever_their_rates(summary: Summary) -> None:
    names = list(rows(summary.standards[0].teams))
    assert names == ["East", "Hospital discharge", "Learning disability", "North", NO_TEAM, ALL]


def test_a_team_with_three_known_writers_has_no_figure(summary: Summary) -> None:
    teams = rows(summary.standards[0].teams)
    assert teams["Learning disability"].unsaid == "fewer than five known writers"
    assert teams["East"].unsaid == ""


@pytest.mark.parametrize(
    ("records", "writers", "known", "said"),
    [
        (9, 9, True, "fewer than 10 records"),
        (10, 5, True, ""),
        (10, 4, True, "fewer than five known writers"),
        (10, 0, True, "fewer than five known writers"),
        (10, 0, False, ""),
    ],
)
def test_a_part_is_too_small_below_ten_records_or_five_writers(
    records: int, writers: int, known: bool, said: str
) -> None:
    readings = [
        Reading(f"R{at}", "review", "East", "2026-01", f"W{at % writers}" if writers else "", met=True)
        for at in range(records)
    ]
    assert too_few(readings, writers=known) == said


@pytest.mark.parametrize(
    ("wanted", "exported", "holding"),
    [
        ((), set(), True),
        (("advocacy",), {"sections"}, False),
        (("advocacy", "sections"), {"sections"}, True),
        (("eligibility.reasons",), {"eligibility"}, True),
        (("eligibility",), {"eligibility.reasons"}, True),
        (("eligible",), {"eligibility"}, False),
    ],
)
def test_a_field_is_held_under_its_own_name_or_as_a_part(
    wanted: tuple[str, ...], exported: set[str], holding: bool
) -> None:
    assert holds(wanted, frozenset(exported)) is holding


def test_no_worker_is_anywhere_in_a_summary(summary: Summary) -> None:
    assert not [f"W{number}" for number in range(30) if f"'W{number}'" in repr(summary)]


def few(folder: Path, standard: str, met: int, of: int, rules: RuleSet = RULES) -> Summary:
    """A store of a few assessments, so many of which meet a standard."""
    own = {"kind": "needs_assessment", "filled": "sections", "words": 90}
    folder.mkdir(exist_ok=True)
    with creating(folder / FILE) as store:
        describe(store, rules, FIELDS, RUN)
        for at in range(of):
            told = {**own, "person_id": f"P{at}", f"standard/{standard}": at < met}
            facts = tuple(Fact(record_id=f"R{at}", name=name, value=value) for name, value in told.items())
            keep(store, [(f"P{at}", Checked(facts=facts))], batch=at, rules_hash=rules.hash)
    with opened(folder) as store:
        return summarise(store)


@pytest.mark.parametrize(("of", "strong"), [(5, False), (9, False), (10, True)])
def test_too_few_records_are_told_and_not_called_strong(of: int, strong: bool, tmp_path: Path) -> None:
    glance = few(tmp_path, "own-words", of, of).glance
    where = glance.strong if strong else glance.few
    assert [point.figures for point in where] == [f"{of} of {of} records (100%)"]
    assert (glance.few if strong else glance.strong) == ()


def test_what_nobody_was_asked_is_not_nought_unless_somebody_told_of_it(tmp_path: Path) -> None:
    told = evolve(RULES.standards[0], id="strengths", fields=("strengths",), marks=("strength-capability",))
    rules = evolve(RULES, standards=(told,))
    silent, spoken = (few(tmp_path / f"{met}", "strengths", met, 12, rules).standards[0].overall for met in (0, 1))
    assert silent.unsaid == "the export holds no field for it (strengths), and no record speaks of it elsewhere"
    assert (spoken.met, spoken.of, spoken.unsaid) == (1, 12, "")


def test_the_first_page_opens_with_what_is_strong(summary: Summary) -> None:
    assert summary.glance.strong[0].claim == "The person speaks in the record"
    assert summary.glance.talk[0].claim == "Outcomes are the person’s, not a service"
    assert summary.glance.lede.startswith("360 records of 120 people, from four teams, dated January 2026 to October")
    assert not {point.claim for point in summary.glance.strong} & {point.claim for point in summary.glance.talk}


def test_what_the_rules_were_tested_on_is_always_said(summary: Summary) -> None:
    assert any("no real council record has been tested" in sentence for sentence in summary.glance.cannot)


def test_an_empty_store_can_be_summed_up(tmp_path: Path) -> None:
    summary = of(made(tmp_path))
    assert summary.intake.records.value == 0
    assert summary.glance.lede.startswith("No record could be built")
    assert summary.glance.strong == ()


def test_records_alone_without_marks_or_findings_can_be_summed_up(tmp_path: Path) -> None:
    facts = (Fact(record_id="R1", name="kind", value="case_note"), Fact(record_id="R1", name="person_id", value="P1"))
    summary = of(made(tmp_path, ("P1", Checked(facts=facts))))
    assert summary.glance.lede == "One record of one person: 1 case note."
    assert summary.categories == ()
    assert summary.conversations == ()


def test_findings_are_counted_in_a_thousand_words(summary: Summary) -> None:
    [blame] = [category for category in summary.categories if category.id == "lang.blame"]
    assert blame.per_thousand == pytest.approx((blame.findings.value or 0) * 1000 / summary.intake.words)


def test_rows_set_aside_for_one_reason_are_counted_together(summary: Summary) -> None:
    assert [(reason.reason, reason.count, reason.places) for reason in summary.intake.set_aside] == [
        ("There is no record id.", 12, "autumn.csv, rows 7, 8, 9, 10 and 11"),
        ("It stands in row … too.", 2, "autumn.csv, rows 42 and 49"),
    ]


def test_records_offered_are_few_of_different_people_and_in_no_order_of_merit(summary: Summary) -> None:
    for offered, most in ((summary.conversations, MOST_CONVERSATIONS), (summary.good_records, MOST_GOOD)):
        ids = [record.record_id for record in offered]
        assert 0 < len(ids) <= most
        assert ids == sorted(ids)
        assert len({ident[3:] for ident in ids}) == len(ids)


def test_every_conversation_asks_something(summary: Summary) -> None:
    for conversation in summary.conversations:
        assert conversation.questions
        assert all(question.endswith("?") for question in conversation.questions)


@given(
    st.lists(st.tuples(st.integers(), st.sampled_from("pqrst"), st.sampled_from(["", "North", "East"]))),
    st.integers(0, 6),
)
def test_no_person_stands_twice_and_no_team_fills_the_list(rows: list[tuple[int, str, str]], most: int) -> None:
    chosen = spread(rows, most)
    assert len(chosen) <= most
    assert len({person for _, person, _ in chosen}) == len(chosen)
    for team in ("North", "East"):
        assert sum(1 for row in chosen if row[2] == team) <= FROM_ONE_TEAM


PLAIN = st.text(st.characters(exclude_characters="<&", codec="utf-8"))
"""Without mark-up, which is not shown."""


@given(PLAIN, PLAIN.filter(bool), PLAIN)
def test_an_example_loses_no_word(before: str, quote: str, after: str) -> None:
    example = around("R1", before + quote + after, quote)
    assert (example.before + example.quote + example.after).strip() == (before + quote + after).strip()


def test_examples_are_of_different_people(tmp_path: Path) -> None:
    import random

    summary = of(made(tmp_path, person(1, draw=random.Random(4)), person(2, draw=random.Random(9))))
    for rule in summary.rules:
        people = [example.record_id[3:] for example in rule.examples]
        assert len(set(people)) == len(people)


def test_two_summaries_of_one_store_are_the_same(tmp_path: Path, summary: Summary) -> None:
    assert of(sample(tmp_path)) == summary
