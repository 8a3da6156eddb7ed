"""What a rewrite lost, what it turned into what, and what it gained. Losses come first: removing need is a harm."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from attrs import field, frozen

from sbp.casefile import gather
from sbp.engine import check
from sbp.findings import Finding, Mark
from sbp.records import Record, prose
from sbp.rules import RuleSet
from sbp.workshop.lost import Lost, lost
from sbp.workshop.rows import Row, rows

Verdict = Literal["same", "less", "thinner", "cosmetic", "gained"]

VERDICTS: Final[dict[Verdict, str]] = {
    "same": "Nothing was changed.",
    "less": "The rewrite holds less of the person than before.",
    "thinner": "Something was left out, and nothing was added of what the person says, brings or wants.",
    "cosmetic": (
        "Only the wording changed. Nothing was added of what the person says, what they bring or what they want: "
        "a kinder word alone changes no plan."
    ),
    "gained": "The rewrite holds more of the person than before.",
}


@frozen(kw_only=True)
class Told:
    """One telling: records by the name of the file, and what the tool says of them."""

    records: Mapping[str, Record] = field(repr=False)
    findings: tuple[Finding, ...] = field(repr=False)
    marks: tuple[Mark, ...] = field(repr=False)


@frozen(kw_only=True)
class Pair:
    """Two records side by side; `same` counts the places that hold the same words in both."""

    name: str
    is_whole: bool
    rows: tuple[Row, ...]
    same: int


@frozen(kw_only=True)
class Tally:
    """How often something is there, before and after. `title` is in plain words."""

    title: str
    before: int
    after: int


@frozen(kw_only=True)
class Comparison:
    """All there is to say of a rewrite. `findings` are counted by rule, `people` is what there is of the person."""

    verdict: Verdict
    lost: tuple[Lost, ...]
    pairs: tuple[Pair, ...]
    findings: tuple[Tally, ...]
    person: tuple[Tally, ...]

    @property
    def said(self) -> str:
        """The verdict in words. What was gained never stands alone where something was not found again."""
        words = VERDICTS[self.verdict]
        if self.verdict == "gained" and (self.lost or self.fewer):
            return words.removesuffix(".") + "; some of what stood there could not be found again."
        return words

    @property
    def gone(self) -> tuple[Tally, ...]:
        """Findings that are met less often than before."""
        return tuple(one for one in self.findings if one.after < one.before)

    @property
    def left(self) -> tuple[Tally, ...]:
        """Findings that are met as often as before, or more often."""
        return tuple(one for one in self.findings if one.after >= one.before)

    @property
    def gained(self) -> tuple[Tally, ...]:
        """What there is more of."""
        return tuple(one for one in self.person if one.after > one.before)

    @property
    def fewer(self) -> tuple[Tally, ...]:
        """What there is less of: a loss like any other."""
        return tuple(one for one in self.person if one.after < one.before)


def told(records: Mapping[str, Record], rules: RuleSet) -> Told:
    """Read one telling with the rules."""
    checked = [check(case_file, rules) for case_file in gather(records.values())]
    return Told(
        records=records,
        findings=tuple(one for each in checked for one in each.findings if one.level != "note"),
        marks=tuple(one for each in checked for one in each.marks),
    )


def compare(before: Told, after: Told, rules: RuleSet) -> Comparison:
    """Compare two tellings of the same records. Records are paired by name, or by kind where names differ."""
    paired = list(_paired(before.records, after.records))
    person = tuple(_person(before, after))
    pairs = []
    for name, first, second in paired:
        differing, same = rows(first, second, before.findings, after.findings)
        pairs.append(Pair(name=name, is_whole=bool(first and second), rows=differing, same=same))
    missing = lost(list(before.records.values()), list(after.records.values()))
    return Comparison(
        verdict=_verdict(before, after, person, missing),
        lost=missing,
        pairs=tuple(pairs),
        findings=tuple(_by_rule(before.findings, after.findings, rules)),
        person=person,
    )


def _paired(
    before: Mapping[str, Record], after: Mapping[str, Record]
) -> Iterator[tuple[str, Record | None, Record | None]]:
    """By name; what is then left by kind, in order; what is then left alone."""
    spare = [name for name in after if name not in before]
    for name, record in before.items():
        other = name if name in after else next((one for one in spare if after[one].kind == record.kind), "")
        if other in spare:
            spare.remove(other)
        yield name, record, after.get(other)
    yield from ((name, None, after[name]) for name in spare)


def _verdict(before: Told, after: Told, person: Sequence[Tally], missing: Sequence[Lost]) -> Verdict:
    if _words(before) == _words(after):
        return "same"
    if any(one.after > one.before for one in person):
        return "gained"
    if any(one.after < one.before for one in person):
        return "less"
    return "thinner" if missing else "cosmetic"


def _words(telling: Told) -> list[str]:
    return [" ".join(item.entry.text.split()) for record in telling.records.values() for item in prose(record)]


def _by_rule(before: Sequence[Finding], after: Sequence[Finding], rules: RuleSet) -> Iterator[Tally]:
    first, second = (Counter(one.rule for one in found) for found in (before, after))
    for rule_id in sorted(first | second):
        yield Tally(title=rules.rule(rule_id).title, before=first[rule_id], after=second[rule_id])


def _person(before: Told, after: Told) -> Iterator[Tally]:
    """What there is of the person in each telling."""
    for title, count in _COUNTS.items():
        yield Tally(title=title, before=count(before), after=count(after))


def _spoken(telling: Told) -> int:
    return _marked(telling, "voice-person")


def _others(telling: Told) -> int:
    return _marked(telling, "voice-carer", "voice-other")


def _brought(telling: Told) -> int:
    """Strengths with an entry of their own, and sentences elsewhere that hold one."""
    entries = sum(len(getattr(record, "strengths", ())) for record in telling.records.values())
    elsewhere = [one for one in telling.marks if not one.place.field.startswith("/strengths/")]
    return entries + len({(one.place.record_id, one.quote) for one in elsewhere if one.kind.startswith("strength")})


def _asked(telling: Told) -> int:
    connections = [one for record in telling.records.values() for one in getattr(record, "network", ())]
    return len({(one.who, one.relation) for one in connections if one.willing is not None and one.able is not None})


def _wanted(telling: Told) -> int:
    """Different outcomes on which the tool has nothing to ask, wherever they stand."""
    statements: dict[str, set[tuple[str, str]]] = {}
    for record in telling.records.values():
        for position, outcome in enumerate(getattr(record, "outcomes", ())):
            if words := outcome.statement.text.strip():
                statements.setdefault(words, set()).add((record.header.id, str(position)))
    asked = {
        (one.place.record_id, one.place.field.split("/")[2])
        for one in telling.findings
        if one.rule.startswith("outcomes/") and one.place.field.startswith("/outcomes/")
    }
    return sum(not places & asked for places in statements.values())


def _signs(telling: Told) -> int:
    return sum(bool(one.sign) for record in telling.records.values() for one in getattr(record, "outcomes", ()))


def _marked(telling: Told, *kinds: str) -> int:
    return len({(one.place.record_id, one.place.field, one.quote) for one in telling.marks if one.kind in kinds})


_COUNTS: Final = {
    "Sentences in the person’s own words": _spoken,
    "Sentences in the words of carers and others": _others,
    "Strengths: what the person can do, knows, brings": _brought,
    "People around them who were asked whether they are willing and able": _asked,
    "Outcomes that say what somebody wants, and not a service": _wanted,
    "Outcomes with a sign by which the person will know": _signs,
}
