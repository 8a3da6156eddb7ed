"""Every question placed, and what cannot stand alone or stand twice kept as a section."""

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import evolve

from sbp.mapping.drafting.questions import KEPT, Proposal, Question, propose
from sbp.mapping.targets import Target, targets
from sbp.records import RECORDS

_WORDY: Final = 0.3


def place_answers(
    questions: Iterable[Question], *, is_long: bool
) -> tuple[dict[str, tuple[Proposal, float]], list[str]]:
    """A proposal and its score for each question; in a wide export also the columns that are no answers."""
    asked = {question.code: question for question in questions}
    found: dict[str, Proposal] = {}
    left: list[str] = []
    for code, question in asked.items():
        proposal = propose(question)
        if proposal is KEPT and not is_long and not _is_text(question):
            left.append(code)
        else:
            found[code] = proposal
    _with_items(found, asked)
    _only_once(found, asked)
    _not_alone(found)
    return {code: (proposal, proposal.score) for code, proposal in found.items()}, left


def _is_text(question: Question) -> bool:
    shape = question.shape
    return shape.names is None or shape.share(shape.wordy) >= _WORDY


def _with_items(found: dict[str, Proposal], asked: Mapping[str, Question]) -> None:
    """What is said about an item, such as progress with an outcome, is the item where no other question gives one."""
    for code, proposal in found.items():
        target = _target(proposal)
        if target is None or not target.part_is_list:
            continue
        kinds = asked[code].kinds
        if any(other.field == target.part and asked[name].kinds & kinds for name, other in found.items()):
            continue
        item = next((targets(kind)[target.part] for kind in kinds if target.part in targets(kind)), None)
        found[code] = evolve(proposal, field=target.part) if item and target.shape == "entry" else KEPT


def _only_once(found: dict[str, Proposal], asked: Mapping[str, Question]) -> None:
    """Of two questions in one kind of form for a field that holds one answer, the surer keeps it."""
    kept: list[str] = []
    for code in sorted(found, key=lambda code: -found[code].score):
        target = _target(found[code])
        if target is None or target.is_list or target.shape in ("section", "entry") or target.part_is_list:
            continue
        rivals = [other for other in kept if found[other].field == found[code].field]
        if any(asked[other].kinds & asked[code].kinds for other in rivals):
            found[code] = KEPT
        else:
            kept.append(code)


def _not_alone(found: dict[str, Proposal]) -> None:
    """Reasons without a decision to go with them are kept as a section."""
    fields = {proposal.field for proposal in found.values()}
    for code, proposal in found.items():
        target = _target(proposal)
        if target and not target.part_is_list and any(f"{target.part}.{need}" not in fields for need in target.needs):
            found[code] = KEPT


def _target(proposal: Proposal) -> Target | None:
    return next((targets(kind)[proposal.field] for kind in RECORDS if proposal.field in targets(kind)), None)
