"""What the word rules find in one passage: anchors, then patterns, then gates."""

from bisect import bisect_left, insort
from collections.abc import Iterator

from attrs import field, frozen

from sbp.checks import Unbalanced
from sbp.engine.compiled import Compiled, Span
from sbp.engine.doing import does_something
from sbp.engine.marks import Found, marks
from sbp.engine.met import sentences_met
from sbp.findings import Level
from sbp.gates import Answer, Match, ask
from sbp.passage import Passage, Sentence
from sbp.rule import PRECEDENCE, Rule

_UP_TO_ITS_OBJECT = frozenset("of from with to all any every the a an his her their offer offers further more".split())
_DOWN: dict[Level, Level] = {"error": "query", "query": "suggestion", "suggestion": "suggestion", "note": "note"}


@frozen
class Hit:
    """Words a rule met, what the gates answered, and the level that follows; None is silence."""

    rule: Rule
    match: Match = field(repr=False)
    start: int
    end: int
    level: Level | None
    answers: tuple[tuple[str, Answer], ...] = ()


@frozen
class Reading:
    """Everything met in one passage, silenced hits included."""

    passage: Passage = field(repr=False)
    hits: tuple[Hit, ...]
    marks: tuple[Found, ...]

    def said(self) -> list[Hit]:
        """The hits that are worth saying, one for the same words: the category that weighs most."""
        chosen: list[Hit] = []
        taken: list[tuple[int, int]] = []
        for hit in sorted((hit for hit in self.hits if hit.level is not None), key=_weight):
            if isinstance(hit.rule.check, Unbalanced):
                chosen.append(hit)
            elif _is_free(taken, hit.start, hit.end):
                insort(taken, (hit.start, hit.end))
                chosen.append(hit)
        blame = {(hit.match.sentence.number, hit.match.last) for hit in chosen if hit.rule.category == "lang.blame"}
        kept = [hit for hit in chosen if not _is_refused(hit, blame)]
        return sorted(kept, key=lambda hit: (hit.start, hit.end, hit.rule.id))


def _is_refused(hit: Hit, blame: set[tuple[int, int]]) -> bool:
    """Whether a service's word is no more than what was refused: `refuses all offers | of respite`."""
    if hit.rule.category != "lang.service_led" or not blame:
        return False
    at = hit.match.first
    while at and hit.match.words[at - 1] in _UP_TO_ITS_OBJECT and (hit.match.sentence.number, at) not in blame:
        at -= 1
    return (hit.match.sentence.number, at) in blame


def _weight(hit: Hit) -> tuple[bool, bool, int, int, int, str]:
    """What comes first: what is told unasked, what no gate doubts, then by category, length and place."""
    is_doubted = any(answer.disposition == "outweighed" for _, answer in hit.answers)
    rank = PRECEDENCE.index(hit.rule.category) if hit.rule.category in PRECEDENCE else len(PRECEDENCE)
    return (hit.level == "note", is_doubted, rank, hit.start - hit.end, hit.start, hit.rule.id)


def _is_free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch overlaps none of those taken, which are in order and apart from one another."""
    at = bisect_left(taken, (start, end))
    return (at == 0 or taken[at - 1][1] <= start) and (at == len(taken) or taken[at][0] >= end)


def read(passage: Passage, compiled: Compiled) -> Reading:
    """Read one passage with every word rule and mark."""
    if not passage.sentence_spans:
        return Reading(passage, (), ())
    found = marks(passage, compiled)
    hits: list[Hit] = []
    counted: dict[int, list[Hit]] = {}
    for number, met in sentences_met(passage, compiled):
        for (rule_number, first, last), unless in met.matches:
            rule = compiled.word_rules[rule_number]
            if passage.record_type not in rule.scope:
                continue
            hit = _hit(rule, passage.sentence(number), first, last, unless)
            if isinstance(rule.check, Unbalanced):
                counted.setdefault(rule_number, []).append(hit)
            else:
                hits.append(hit)
    if counted:
        kept = _outside_burdens(passage, hits, found)
        for rule_number, several in counted.items():
            hits.extend(_unbalanced(passage, compiled.word_rules[rule_number], several, kept))
    return Reading(passage, tuple(hits), tuple(found))


def _hit(rule: Rule, sentence: Sentence, first: int, last: int, unless: tuple[Span, ...]) -> Hit:
    only_where = getattr(rule.check, "only_where", "")
    category = rule.category if rule.is_bundled else ""
    match = Match(sentence, first, last, rule.reads, rule.about, unless, only_where, category)
    answers = tuple(ask(match))
    level: Level | None = rule.level
    for _, answer in answers:
        if answer.disposition == "silent":
            level = None
        elif level is not None and answer.disposition != "outweighed":
            level = "note" if answer.disposition == "note" else _DOWN[level]
    start, end = match.span
    return Hit(rule, match, start, end, level, answers)


def _outside_burdens(passage: Passage, hits: list[Hit], found: list[Found]) -> list[Found]:
    """The marks but for those of a sentence that closes a life: in `a drain on his wife` nobody is there for him."""
    burdens = {
        hit.match.sentence.number for hit in hits if hit.rule.category == "lang.fatalism" and hit.level is not None
    }
    return [mark for mark in found if passage.sentence_number(mark.start) not in burdens] if burdens else found


def _unbalanced(passage: Passage, rule: Rule, several: list[Hit], found: list[Found]) -> Iterator[Hit]:
    """The first of the counted phrases, where there are enough of them and nothing to set against them."""
    assert isinstance(rule.check, Unbalanced)
    told = [hit for hit in several if hit.level in ("suggestion", "query", "error")]
    if len(told) < rule.check.least:
        yield from (_silenced(hit, f"one of {len(told)}; {rule.check.least} are wanted") for hit in several)
    elif any(mark.rule.id in rule.check.without for mark in found) or _is_balanced(passage, rule.check.doing):
        yield from (_silenced(hit, "the passage also holds a strength, a voice or a connection") for hit in several)
    else:
        yield told[0]


def _is_balanced(passage: Passage, doing: str) -> bool:
    return bool(doing) and does_something(passage, doing)


def _silenced(hit: Hit, reason: str) -> Hit:
    return Hit(hit.rule, hit.match, hit.start, hit.end, None, (*hit.answers, ("balance", Answer("silent", reason))))
