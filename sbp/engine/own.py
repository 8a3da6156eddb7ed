"""What a record says of itself in codes and numbers: the columns of the store's table `records`."""

from collections.abc import Iterator
from typing import Final

import attrs

from sbp.casefile import age_on, written_on
from sbp.checks.missing import is_filled
from sbp.prints import prints
from sbp.records import Record, prose

_MARKERS: Final = ("safeguarding", "capacity")
_ACHIEVED: Final = ("fully-met", "partially-met")

BETWEEN: Final = ";"
"""What stands between the values of a list."""


def own(record: Record, words: int) -> Iterator[tuple[str, str | int]]:
    """A record's own facts; what is not recorded is left out.

    `complex_by` are the recorded facts that make circumstances complex, `eligible` how many outcomes the determination
    names, `graded` and `achieved` how many outcomes have a grade, and one that says met or partly met; `themes` are
    those of Making it Real, `filled` the fields that say something.
    """
    header, person = record.header, record.header.person
    written = written_on(record)
    outcomes = getattr(record, "outcomes", ())
    grades = [outcome.grade for outcome in outcomes if outcome.grade]
    eligibility = getattr(record, "eligibility", None)
    values: dict[str, str | int | None] = {
        "kind": record.kind,
        "person_id": person.id,
        "date": written.isoformat() if written else None,
        "team": header.team,
        "worker": header.worker,
        "support_reason": person.support_reason,
        "area": person.area,
        "gender": person.gender,
        "ethnicity": person.ethnicity,
        "age": age_on(person.born_on, written),
        "practice_approach": header.practice_approach,
        "complexity": header.complexity,
        "complex_by": BETWEEN.join(name for name in _MARKERS if is_filled(getattr(record, name, None))),
        "eligible": (len(eligibility.outcomes) + len(eligibility.carer_outcomes) or None) if eligibility else None,
        "outcomes": len(outcomes) if hasattr(record, "outcomes") else None,
        "graded": len(grades) or None,
        "achieved": sum(grade in _ACHIEVED for grade in grades) if grades else None,
        "themes": BETWEEN.join(sorted({outcome.making_it_real for outcome in outcomes if outcome.making_it_real})),
        "filled": BETWEEN.join(_filled(record)),
        "words": words,
        "prints": prints(item.entry.text for item in prose(record)),
    }
    yield from ((name, fact) for name, fact in values.items() if fact not in (None, ""))


def _filled(record: Record) -> Iterator[str]:
    for declared in attrs.fields(type(record)):
        if declared.name not in ("kind", "header") and is_filled(getattr(record, declared.name)):
            yield declared.name
