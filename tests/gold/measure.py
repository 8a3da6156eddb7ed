"""How often the language rules are right, on the annotated passages beside this file: `make gold`.

Scored as the guide to annotation says: a finding of level suggestion or above is right where it overlaps a gold span of
its category; a gold span is found where some such finding overlaps it. The part `tune` is worked on and its mistakes
are listed. The part `held-out` is looked at only to report: figures, unless `--list-held-out` is given.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from sbp.engine import Checker
from sbp.findings import Finding, at_least
from sbp.rule import CATEGORIES
from sbp.stats.intervals import wilson

HERE = Path(__file__).parent
PARTS = ("tune", "held-out")
GROUPS = "ABCDEFGHIJKLM"
CAUTION = "These figures are from invented passages. No real council record has been tested."
OPENED = "The held-out part is listed: from now on it is no longer held out."


@frozen
class Span:
    """Words of a passage under a category, as annotated or as found."""

    start: int
    end: int
    category: str

    def meets(self, others: Iterable["Span"]) -> bool:
        """Whether one of the others has the same category and some of the same words."""
        return any(
            self.category == other.category and self.start < other.end and other.start < self.end for other in others
        )


@frozen
class Passage:
    """One annotated text."""

    id: str
    section: str
    record_type: str
    person: dict[str, str] | None
    text: str
    spans: tuple[Span, ...]
    traps: tuple[str, ...]


@frozen
class Judged:
    """A passage, what was said of it, and which of that is right."""

    passage: Passage
    said: tuple[Span, ...]

    @property
    def false(self) -> tuple[Span, ...]:
        """Findings where the gold set has none."""
        return tuple(span for span in self.said if not span.meets(self.passage.spans))

    @property
    def missed(self) -> tuple[Span, ...]:
        """Gold spans that no finding meets."""
        return tuple(span for span in self.passage.spans if not span.meets(self.said))


@frozen
class Share:
    """So many of so many."""

    met: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, or None of nothing."""
        return self.met / self.of if self.of else None


def read(path: Path) -> Iterator[Passage]:
    """The passages of one file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        spans = tuple(_gold(data["text"], **span) for span in data.pop("spans"))
        yield Passage(**data | {"spans": spans, "traps": tuple(data.get("traps", ()))})


def _gold(text: str, quote: str, category: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = text.index(quote, start + 1)
    return Span(start, start + len(quote), category)


def part(name: str) -> list[Passage]:
    """Every passage of one part."""
    return [passage for path in sorted(HERE.glob(f"{name}-*.jsonl")) for passage in read(path)]


def judge(passages: Iterable[Passage], checker: Checker) -> list[Judged]:
    """What the rules say of each passage."""
    return [Judged(passage, tuple(_said(passage, checker))) for passage in passages]


def _said(passage: Passage, checker: Checker) -> Iterator[Span]:
    found = checker.check_text(
        passage.text, section=passage.section, record_type=passage.record_type, person=passage.person
    )
    return (Span(each.place.start, each.place.end, each.category) for each in found if _counts(each))


def _counts(finding: Finding) -> bool:
    return finding.category.startswith("lang.") and at_least(finding.level, "suggestion")


def precision(judged: Iterable[Judged], category: str = "lang.") -> Share:
    """Of the findings, how many are right."""
    right = [span not in each.false for each in judged for span in each.said if span.category.startswith(category)]
    return Share(sum(right), len(right))


def recall(judged: Iterable[Judged], category: str = "lang.") -> Share:
    """Of the gold spans, how many are found."""
    found = [
        span not in each.missed for each in judged for span in each.passage.spans if span.category.startswith(category)
    ]
    return Share(sum(found), len(found))


def silent(judged: Iterable[Judged], group: str) -> Share:
    """Of the passages that hold a trap of this group, how many have nothing false said of them."""
    holding = [not each.false for each in judged if any(trap[0] == group for trap in each.passage.traps)]
    return Share(sum(holding), len(holding))


def f1(exact: Share, full: Share) -> float | None:
    """The harmonic mean of precision and recall, or None where either is of nothing."""
    if exact.value is None or full.value is None:
        return None
    return 2 * exact.value * full.value / (exact.value + full.value) if exact.met or full.met else 0.0


def figures(judged: list[Judged]) -> dict[str, Any]:
    """Everything that is reported of one part, as plain values."""
    return {
        "passages": len(judged),
        "without_spans": sum(not each.passage.spans for each in judged),
        "overall": _figures(judged, "lang."),
        "categories": {category: _figures(judged, category) for category in CATEGORIES},
        "trap_groups": {group: _share(silent(judged, group)) for group in GROUPS},
    }


def _figures(judged: list[Judged], category: str) -> dict[str, Any]:
    exact, full = precision(judged, category), recall(judged, category)
    return {"precision": _share(exact), "recall": _share(full), "f1": f1(exact, full)}


def _share(share: Share) -> dict[str, Any]:
    return {"met": share.met, "of": share.of, "value": share.value, "interval": wilson(share.met, share.of)}


def mistakes(judged: list[Judged]) -> dict[str, list[dict[str, str]]]:
    """The words that were missed, and those of false alarms."""
    return {
        "missed": [_words(each.passage, span) for each in judged for span in each.missed],
        "false": [_words(each.passage, span) for each in judged for span in each.false],
    }


def _words(passage: Passage, span: Span) -> dict[str, str]:
    return {"id": passage.id, "category": span.category, "words": passage.text[span.start : span.end]}


def as_text(name: str, result: dict[str, Any]) -> Iterator[str]:
    """The lines printed for one part."""
    yield f"\n{name}: {result['passages']} passages, {result['without_spans']} of them without a gold span"
    yield f"\n  {'':<22}{'precision':<32}{'recall':<32}F1"
    for category, row in ({"overall": result["overall"]} | result["categories"]).items():
        score = "   -" if row["f1"] is None else f"{row['f1']:.3f}"
        yield f"  {category:<22}{_cell(row['precision']):<32}{_cell(row['recall']):<32}{score}"
    yield "\n  Passages with traps of a group, and nothing false said of them"
    for group, share in result["trap_groups"].items():
        yield f"  {group:<22}{_cell(share)}"
    for kind, title in (("missed", "Missed"), ("false", "False alarms")):
        if kind in result:
            yield f"\n  {title}: {len(result[kind])}"
            yield from (f"  {each['id']:<8}{each['category']:<22}{each['words']!r}" for each in result[kind])


def _cell(share: dict[str, Any]) -> str:
    if share["value"] is None:
        return "-"
    low, high = share["interval"]
    return f"{share['value']:.3f} ({low:.3f} to {high:.3f}) {share['met']}/{share['of']}"


def main() -> None:
    """Print the figures of both parts."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--format", choices=["text", "json"], default="text")
    options.add_argument("--list-held-out", action="store_true", help="list the mistakes of the held-out part too")
    chosen = options.parse_args()
    checker = Checker()
    result: dict[str, Any] = {"caution": CAUTION}
    for name in PARTS:
        judged = judge(part(name), checker)
        result[name] = figures(judged) | (mistakes(judged) if name == "tune" or chosen.list_held_out else {})
    if chosen.list_held_out:
        result["warning"] = OPENED
    if chosen.format == "json":
        print(json.dumps(result, indent=2, ensure_ascii=False))
        return
    print(CAUTION, *([OPENED] if chosen.list_held_out else []), sep="\n")
    for name in PARTS:
        print(*as_text(name, result[name]), sep="\n")


if __name__ == "__main__":
    main()
