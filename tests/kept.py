"""An audit store made by hand: invented people, three rules, two standards that can be read and one that cannot."""

import random
from pathlib import Path
from typing import Any

from sbp.checks import Terms
from sbp.findings import Checked, Fact, Finding, Level, Mark, Place
from sbp.rule import MarkRule, Rule, Standard
from sbp.rules import RuleSet
from sbp.store import FILE, creating, describe, insert, keep


def rule(name: str, category: str = "lang.affliction", level: Level = "suggestion", **other: Any) -> Rule:
    said: dict[str, Any] = {
        "title": f"Words of {name}",
        "message": f"'{name}' was seen. It can be put another way.",
        "why": "A person is more than what is hard for them.",
        "source": "TLAP, Language guide",
        "check": Terms(terms=(name,)),
        "instead": ("has arthritis in both hands", "lives with arthritis"),
        "ask": "What would she say about it herself?",
        **other,
    }
    return Rule(id=f"language/{name}", category=category, level=level, **said)


RULES = RuleSet(
    rules=(
        rule("suffers-from", title="“Suffers from”"),
        rule("refuses", "lang.blame", "query", title="“Refuses”, “non-compliant”", ask="What was she saying no to?"),
        rule("package", "lang.service_led", title="A package in place of an outcome"),
    ),
    marks=tuple(
        MarkRule(id=name, title=title, why="Recorded where it can be read.", source="SCIE", terms=())
        for name, title in (
            ("hollow", "A strength named and not described"),
            ("network", "People around them"),
            ("strength-capability", "What the person can do"),
            ("strength-together", "What they do for others"),
            ("voice-person", "The person’s own words"),
        )
    ),
    standards=(
        Standard(
            id="own-words",
            title="The person speaks in the record",
            why="A record about somebody should let them be heard.",
            source="Care Act 2014, s9(5)",
            cqc="Assessing needs",
            scope=("needs_assessment", "review"),
            fields=("sections",),
        ),
        Standard(
            id="outcomes",
            title="Outcomes are the person’s, not a service",
            why="What somebody wants to be able to do says more than what is delivered.",
            source="Care Act 2014, s9(4)(b)",
            cqc="Supporting people to live healthier lives",
            scope=("needs_assessment",),
        ),
        Standard(
            id="advocacy",
            title="Advocacy is considered",
            why="Nobody should be assessed without being able to take part.",
            source="Care Act 2014, s67",
            cqc="Equity in experiences",
            scope=("needs_assessment",),
            fields=("advocacy",),
        ),
    ),
    hash="0123456789abcdef",
)

FIELDS = {
    "needs_assessment": {"sections", "team", "worker", "completed_on"},
    "review": {"sections", "team"},
    "case_note": {"team"},
}

RUN = {
    "sbp_version": "0.1.0",
    "rules_hash": RULES.hash,
    "as_at": "2026-10-31",
    "made_at": "2026-10-31",
    "keep_text": "yes",
    "export": "autumn.csv",
    "export_sha256": "ab" * 32,
    "rows_read": "1204",
    "rows_used": "1190",
}

TEAMS = ("North", "Hospital discharge", "East", "Learning disability", "")
SENTENCES = {
    "suffers-from": ("Mrs Idowu suffers from arthritis and cannot open jars.", "suffers from"),
    "refuses": ("He refuses his tablets and is non-compliant with the frame.", "refuses"),
    "package": ("The outcome is a package of care four times a day.", "package of care"),
}


def person(number: int, *, draw: random.Random) -> tuple[str, Checked]:
    """Three records of one person, with what checking might have given."""
    facts: list[Fact] = []
    findings: list[Finding] = []
    marks: list[Mark] = []
    for kind in ("needs_assessment", "review", "case_note"):
        ident = f"{kind[:2].upper()}-{number:04}"
        own = {
            "kind": kind,
            "person_id": f"P{number:04}",
            "date": f"2026-{1 + number % 10:02}-{1 + number % 28:02}" if number % 17 else "",
            "team": TEAMS[number % len(TEAMS)],
            "worker": f"W{draw.randrange(3 if number % len(TEAMS) == 3 else 30)}",
            "filled": "sections",
            "words": draw.randrange(40, 900),
        }
        if kind != "case_note":
            own["standard/own-words"] = draw.random() < 0.72
        if kind == "needs_assessment":
            own["standard/outcomes"] = draw.random() < 0.31
            own["standard/advocacy"] = False
        facts += [Fact(record_id=ident, name=name, value=value) for name, value in own.items() if value != ""]
        findings += [_finding(ident, name, draw) for name in SENTENCES if draw.random() < 0.3]
        marks += [_mark(ident, item.id, draw) for item in RULES.marks if draw.random() < 0.45]
    return f"P{number:04}", Checked(findings=tuple(findings), marks=tuple(marks), facts=tuple(facts))


def _finding(record_id: str, name: str, draw: random.Random) -> Finding:
    told = RULES.rule(f"language/{name}")
    sentence, quote = SENTENCES[name]
    start = draw.randrange(400)
    return Finding(
        rule=told.id,
        category=told.category,
        level=told.level,
        message=told.message,
        place=Place(record_id=record_id, field="/sections/0/entries/0/text", start=start, end=start + len(quote)),
        quote=quote,
        sentence=sentence,
        instead=told.instead,
        ask=told.ask,
        source=told.source,
    )


def _mark(record_id: str, kind: str, draw: random.Random) -> Mark:
    said = {
        "voice-person": "“I like to be out by nine, before the bins go.”",
        "network": "Her neighbour Ama has the spare key.",
        "strength-capability": "bakes every Friday",
        "strength-together": "teaches the younger ones to mend nets",
        "hollow": "good sense of humour",
    }
    return Mark(kind=kind, place=Place(record_id=record_id, start=draw.randrange(400)), quote=said[kind])


def made(folder: Path, *checked: tuple[str, Checked], keep_text: bool = True, **run: str) -> Path:
    """A store with these people in it, in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with creating(folder / FILE) as store:
        describe(store, RULES, FIELDS, {**RUN, "keep_text": "yes" if keep_text else "no", **run})
        insert(
            store, "set_aside", [("autumn.csv", None, 7 + at, "Form ID", "There is no record id.") for at in range(12)]
        )
        insert(
            store, "set_aside", [("autumn.csv", None, 40 + at, None, f"It stands in row {at} too.") for at in (2, 9)]
        )
        insert(store, "repairs", [("empty answers left out", "Answer", 31, "autumn.csv", 12)])
        insert(store, "notes", [("autumn.csv was read as Windows text (cp1252).",)])
        keep(store, checked, batch=1, rules_hash=RULES.hash, keep_text=keep_text)
    return folder


def sample(folder: Path, people: int = 120, **other: Any) -> Path:
    """A store of many invented people, always the same."""
    draw = random.Random(2026)
    return made(folder, *(person(number, draw=draw) for number in range(people)), **other)
