"""The thread from need to outcome to plan to review, followed by ids. Where there are none, nothing is said."""

import re
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.cues import cues
from sbp.checks.how_met import comes_back, is_hollow, shares_a_word, without_a_way
from sbp.checks.missing import is_filled
from sbp.checks.wording import called_he, in_crisis, is_brief, is_open, near_death, plain, says_nothing, under, whole
from sbp.findings import Place
from sbp.records import CareAndSupportPlan, CarersSupportPlan, Record, Review, prose
from sbp.records.parts import Need, Outcome, Support

Link = Literal["need-to-outcome", "outcome-to-support", "who-and-when", "plan-to-review", "grade"]
Plan = CareAndSupportPlan | CarersSupportPlan

_AMOUNT = re.compile(r"\b\d+(?:\.\d+)? ?(?:hours?|hrs?)(?: (?:a|per|each) (?:week|day|month)| weekly)?\b")
"""How much, which is not when."""
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")


@frozen(kw_only=True)
class Thread:
    """Find where the thread breaks off.

    `link` is `need-to-outcome` (a need no outcome answers, without a reason), `outcome-to-support` (an outcome in a
    plan that nothing contributes to), `who-and-when` (support without anybody or any time), `plan-to-review` (an
    outcome of the last plan the review passes over) or `grade` (an outcome at a review without a grade or an answer).
    """

    link: Link

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a loose end."""
        for record in case_file.records:
            if record.kind not in scope or is_open(record):
                continue
            for pointer in self._ends(record, case_file):
                yield Place(record_id=record.header.id, field=pointer)

    def _ends(self, record: Record, case_file: CaseFile) -> Iterator[str]:
        match self.link:
            case "need-to-outcome":
                yield from _needs(record)
            case "outcome-to-support" if isinstance(record, Plan):
                yield from _unsupported(record, case_file)
            case "who-and-when" if isinstance(record, Plan):
                yield from _unsaid(record, case_file)
            case "plan-to-review" if isinstance(record, Review):
                yield from _passed_over(record, case_file)
            case "grade" if isinstance(record, Review):
                yield from _ungraded(record, case_file)


def _needs(record: Record) -> Iterator[str]:
    """Needs with ids that no outcome points at, where some outcome points at a need."""
    pointed = {need for outcome in getattr(record, "outcomes", ()) for need in outcome.needs}
    if not pointed or near_death(record) or in_crisis(record):
        return
    for number, need in enumerate(getattr(record, "needs", ())):
        left_out = need.eligible is False and isinstance(record, Plan)
        if need.id and need.id not in pointed and not left_out and not _has_reason(need):
            yield f"/needs/{number}"


def _has_reason(need: Need) -> bool:
    words = " ".join(entry.text for entry in (*need.analysis, *need.in_their_words))
    return cues("thread.reason").search(plain(words)) is not None


def _unsupported(plan: Plan, case_file: CaseFile) -> Iterator[str]:
    """Outcomes with nothing beside them, in a plan that says nowhere else what happens."""
    if not plan.outcomes:
        yield from () if is_filled(plan.support) or is_brief(plan, words=8) else without_a_way(plan)
        return
    elsewhere = [
        *under(plan, "support", "how ", "who will", "who does", "plan", "arrangement", "what will happen", "service")
    ]
    some = any(map(_is_supported, plan.outcomes))
    sections = " ".join(plain(item.entry.text) for item in elsewhere if not says_nothing(item.entry.text))
    if (is_filled(plan.support) and not _is_apart(plan, some)) or (sections and not some) or is_brief(plan, words=8):
        return
    if not case_file.knows(plan, "outcomes.support"):
        if case_file.knows(plan, "support"):
            yield "/support"
        return
    told = [(item, called_he(plan, item.entry.text)) for item in prose(plan)]
    around = [said for item, said in told if item.pointer.startswith(("/network/", "/support/"))]
    back = [said for item, said in told if item.pointer.startswith(("/analysis/", "/sections/"))]
    for number, outcome in enumerate(plan.outcomes):
        beside = _is_supported(outcome) or is_filled(outcome.contributions) or _speaks_to(sections, outcome)
        aim = outcome.statement.text
        near = any(shares_a_word(aim, said) for said in around) or any(comes_back(aim, said) for said in back)
        if not (beside or near) and not _carries(outcome, some):
            yield f"/outcomes/{number}"


def _is_apart(plan: Plan, some: bool) -> bool:
    """Whether support that stands by itself is for something else: other aims have theirs, and it is no care."""
    return some and not any(cues("thread.service").search(plain(one.what.text)) for one in plan.support)


def _is_supported(outcome: Outcome) -> bool:
    """Whether somebody or something is beside an outcome, and not a word that leaves it for later alone."""
    return any(is_filled(one) and (one.who or not is_hollow(one.what.text)) for one in outcome.support)


def _speaks_to(sections: str, outcome: Outcome) -> bool:
    """Whether words about support elsewhere in a plan come back to an outcome: two of its longer words."""
    words = set(re.findall(r"[a-z']{5,}", plain(outcome.statement.text)))
    return len(words & set(re.findall(r"[a-z']{5,}", sections))) > 1


def _carries(outcome: Outcome, some: bool) -> bool:
    """Whether a statement itself says how it comes about: with whom, with what.

    Where `some` other outcomes have support beside them, a *with* of somebody's own, or of no one, is not enough.
    """
    carried = cues("thread.with_somebody" if some else "thread.with")
    return carried.search(plain(outcome.statement.text)) is not None


def _unsaid(plan: Plan, case_file: CaseFile) -> Iterator[str]:
    """Support tied to an outcome that names nobody and no time, in a field or in words."""
    if not case_file.knows(plan, "outcomes.support"):
        return
    for place, outcome in enumerate(plan.outcomes):
        for number, support in enumerate(outcome.support):
            if _is_vague(support):
                yield f"/outcomes/{place}/support/{number}"


def _is_vague(support: Support) -> bool:
    text = support.what.text
    told = _AMOUNT.sub(" ", plain(text))
    named = support.who.strip() or support.by or _NAME.search(text)
    dated = re.search(r"\d", told) or cues("thread.who_and_when").search(told)
    return not named and not dated and not says_nothing(text)


def _passed_over(review: Review, case_file: CaseFile) -> Iterator[str]:
    """An outcome of the plan before a planned review that answers some of the plan's outcomes and not this one."""
    plans = [record for record in case_file.records if isinstance(record, Plan) and _before(record, review)]
    answered = {outcome.id for outcome in review.outcomes if outcome.id}
    if not plans or not answered or review.review_type == "unplanned" or near_death(review):
        return
    wanted = {outcome.id for outcome in plans[-1].outcomes if outcome.id}
    if answered & wanted and wanted - answered:
        yield "/outcomes"


def _before(plan: Record, review: Record) -> bool:
    first, then = plan.header.completed_on, review.header.completed_on
    return first is not None and then is not None and first <= then


def _ungraded(review: Review, case_file: CaseFile) -> Iterator[str]:
    """Outcomes of a planned review with ids of the plan, no grade, and no word on how it went."""
    if review.review_type == "unplanned" or near_death(review) or not case_file.knows(review, "outcomes.grade"):
        return
    graded = cues("thread.grade")
    spoken = graded.search(plain(whole(review))) is not None and not any(outcome.id for outcome in review.outcomes)
    asked = graded if any(outcome.grade for outcome in review.outcomes) else cues("thread.answered")
    for number, outcome in enumerate(review.outcomes):
        told = [
            entry
            for entry in (outcome.statement, outcome.progress)
            if entry and not plain(entry.text).lstrip().startswith("to ")
        ]
        answered = spoken or any(asked.search(plain(entry.text)) for entry in told)
        if outcome.grade is None and not answered:
            yield f"/outcomes/{number}/grade"
