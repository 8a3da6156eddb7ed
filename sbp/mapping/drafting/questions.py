"""Where the answers to a question go, by what it asks, in which forms, and what its answers look like."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from attrs import Factory, define, frozen

from sbp.mapping.codes import known_codes, plain
from sbp.mapping.drafting.shapes import Shape
from sbp.mapping.drafting.words import covered, known_names, words
from sbp.mapping.targets import Target, targets

_SPLIT_FROM: Final = 0.4
_NEARLY_ALL: Final = 0.8
_LEAST: Final = 0.69
_CARERS: Final = frozenset({"carers_assessment", "carers_support_plan"})


@define
class Question:
    """A question as the export asks it: code, wording, the kinds of its forms, and the shape of its answers."""

    code: str
    wording: str = ""
    kinds: set[str] = Factory(set)
    shape: Shape = Factory(Shape)


@frozen(kw_only=True)
class Proposal:
    """The field proposed for a question, how surely, and what else the mapping should say."""

    field: str
    score: float = 0.0
    speaker: str = ""
    split: str = ""
    kinds: tuple[str, ...] = ()


KEPT: Final = Proposal(field="sections")
"""What becomes of a question that could not be placed: it stays under its own heading, and nothing is lost."""


def propose(question: Question) -> Proposal:
    """The best field for a question."""
    asked = {*words(question.wording or question.code)}
    return max(_candidates(question, asked), key=lambda one: one.score, default=KEPT)


def _candidates(question: Question, asked: set[str]) -> Iterator[Proposal]:
    for line in known_names()["questions"]:
        score = covered(line["words"], asked)
        kinds = [kind for kind in sorted(question.kinds) if kind in line.get("kinds", question.kinds)]
        found = [kind for kind in kinds if line["field"] in targets(kind)]
        if score >= _LEAST and found:
            target = targets(found[0])[line["field"]]
            if _fits(question.shape, target):
                yield _proposal(question, target, score, line, found)
    yield from _by_codes(question)


def _by_codes(question: Question) -> Iterator[Proposal]:
    """A field whose code list nearly all answers stand in, where only one field has that list."""
    for name, count in question.shape.codes.items():
        if question.shape.share(count) < _NEARLY_ALL:
            continue
        found = [
            (kind, target)
            for kind in sorted(question.kinds)
            for target in targets(kind).values()
            if target.codes == name
        ]
        if found and len({target.name for _, target in found}) == 1 and not found[0][1].part_is_list:
            kinds = tuple(kind for kind, _ in found)
            some = kinds if len(kinds) < len(question.kinds) else ()
            yield Proposal(field=found[0][1].name, score=_LEAST, kinds=some)


def _proposal(question: Question, target: Target, score: float, line: dict[str, Any], found: list[str]) -> Proposal:
    speaker = line.get("speaker", "")
    if speaker and {*found} <= _CARERS:
        speaker = "carer"
    is_split = target.shape == "entry" and target.is_list and target.words and question.shape.filled
    split = "lines" if is_split and question.shape.share(question.shape.bulleted) >= _SPLIT_FROM else ""
    some = tuple(found) if len(found) < len(question.kinds) else ()
    return Proposal(field=target.name, score=score, speaker=speaker, split=split, kinds=some)


def _fits(shape: Shape, target: Target) -> bool:
    if not shape.filled:
        return True
    match target.shape:
        case "date":
            return shape.share(shape.dates) >= 0.5
        case "yes-no":
            return shape.share(shape.yes_or_no + _aliases(shape, target)) >= 0.5
        case "number":
            return shape.share(shape.numbers) >= 0.5
        case "code":
            return shape.share(shape.codes[target.codes] + _aliases(shape, target)) >= 0.5
        case "text":
            return shape.length < 100
        case _:
            return max(shape.share(shape.dates), shape.share(shape.yes_or_no), shape.share(shape.numbers)) < 0.6


def _aliases(shape: Shape, target: Target) -> int:
    """How many answers are short ways of writing a code that the code list itself does not know."""
    short = {plain(name) for name in known_names()["values"].get(target.name, {})}
    known = known_codes(target.codes) if target.codes else {}
    return sum(
        count for name, count in (shape.names or {}).items() if plain(name) in short and plain(name) not in known
    )


def seen_aliases(shapes: Iterable[tuple[str, Shape]]) -> dict[str, dict[str, str]]:
    """For each field the short ways of writing a code that were seen for it: these alone are written into a draft."""
    found: dict[str, dict[str, str]] = {}
    for field, shape in shapes:
        names = {plain(name) for name in (shape.names or {})}
        said = {name: value for name, value in known_names()["values"].get(field, {}).items() if plain(name) in names}
        if said:
            found.setdefault(field, {}).update(said)
    return found
