"""The thread of one person's records as a small tree: need, outcome, what helps towards it, what the review says."""

import shutil
import sys
from collections.abc import Iterator

from attrs import field, frozen

from sbp.casefile import CaseFile
from sbp.cli.under import visible
from sbp.records import CareAndSupportPlan, CarersSupportPlan, Record, Review
from sbp.threads import Answer, Helps, Knot, Strand, Where, threads

_KINDS = {
    "own-strengths": "own strength",
    "support-network": "people around",
    "prevention-s2": "prevention",
    "information-advice-s4": "advice",
    "technology-equipment": "equipment",
}
_LEAST, _MOST = 60, 110


@frozen
class _Line:
    """One line before it is cut to the terminal: what leads to it, its words, and where they stand."""

    lead: str
    text: str = field(default="", repr=False)
    where: Where | None = None

    def under(self, branch: str) -> "_Line":
        return _Line(branch + self.lead, self.text, self.where)


def tree(case_file: CaseFile) -> list[str]:
    """The lines of the tree; none where the records hold neither needs nor outcomes of their own."""
    found = threads(case_file)
    if not found.knots and not found.loose:
        return []
    drawn = _Drawn(_ids(case_file, CareAndSupportPlan, CarersSupportPlan), _ids(case_file, Review))
    lines: list[_Line] = []
    for knot in found.knots:
        lines += [_need(knot), *drawn.outcomes(knot)]
    for strand in found.loose:
        lines += drawn.outcome(strand)
    told = [f"The thread of {case_file.person_id}: need, outcome, what helps towards it, review"]
    told += [_cut(line.under("  ")) for line in lines]
    if any("? " in line.lead for line in lines):
        told.append("  ? joined by topic and not by id: uncertain, and nothing is concluded from it")
    return told


def _ids(case_file: CaseFile, *kinds: type[Record]) -> frozenset[str]:
    return frozenset(record.header.id for record in case_file.records if isinstance(record, kinds))


@frozen
class _Drawn:
    """Draws outcomes, with what is missing below them where there are plans and reviews to say it."""

    plans: frozenset[str]
    reviews: frozenset[str]
    _seen: list[Strand] = field(factory=list, repr=False)

    def outcomes(self, knot: Knot) -> Iterator[_Line]:
        """The outcomes of a need."""
        if not knot.strands:
            yield _Line(
                "└─ · no outcome: not eligible" if knot.eligible is False else "└─ · no outcome leads from here"
            )
        for number, strand in enumerate(knot.strands, 1):
            first, *below = self.outcome(strand)
            last = number == len(knot.strands)
            yield first.under("└─ " if last else "├─ ")
            yield from (line.under("   " if last else "│  ") for line in below)

    def outcome(self, strand: Strand) -> Iterator[_Line]:
        """An outcome and what stands below it, the first time it is met."""
        lead = "at review" if strand.where.record_id in self.reviews else "outcome"
        lead = lead if strand.certain else f"? {lead}"
        if any(strand is other for other in self._seen):
            yield _Line(f"{lead} (above)", strand.text, strand.where)
            return
        self._seen.append(strand)
        yield _Line(lead, strand.text, strand.where)
        answers = [one for one in strand.answers if one.where != strand.where or one.grade or one.text]
        below = [*map(_help, strand.helps), *map(_answer, answers)]
        if strand.ids and self.plans and not any(one.where.record_id in self.plans for one in strand.helps):
            below.insert(len(strand.helps), _Line("· no plan says how"))
        if strand.ids and self.reviews and not strand.answers:
            below.append(_Line("· no review comes back to it"))
        for number, line in enumerate(below, 1):
            yield line.under("└─ " if number == len(below) else "├─ ")


def _need(knot: Knot) -> _Line:
    eligible = {True: ", eligible", False: ", not eligible", None: ""}[knot.eligible]
    return _Line(f"need{eligible}", knot.text, knot.where)


def _help(one: Helps) -> _Line:
    return _Line(f"{'' if one.certain else '? '}{_KINDS.get(one.kind, one.kind)}", one.text, one.where)


def _answer(one: Answer) -> _Line:
    grade = f"review, {one.grade.replace('-', ' ')}" if one.grade else "review"
    lead = grade if one.grade or one.text else "review · no word on how it went"
    return _Line(f"{'' if one.certain else '? '}{lead}", one.text, one.where)


def _cut(line: _Line) -> str:
    """A line as wide as the terminal; what does not fit is left out of its words."""
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else _MOST
    where = f"  [{line.where.record_id} {line.where.pointer}]" if line.where else ""
    lead = f"{line.lead}: " if line.text else line.lead
    text = " ".join(visible(line.text).split())
    room = max(12, max(_LEAST, min(_MOST, columns)) - len(lead) - len(where))
    return lead + (text if len(text) <= room else text[: room - 1].rstrip() + "…") + visible(where)
