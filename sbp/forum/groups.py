"""Whom records are about, in groups large enough to be counted: age, ethnicity, how complex circumstances are."""

from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NOT_RECORDED: Final = "Not recorded"

_AGES: Final = ((18, "Under 18"), (40, "18 to 39"), (65, "40 to 64"), (75, "65 to 74"), (85, "75 to 84"))
_OUTCOMES: Final = ((2, "One eligible outcome"), (4, "Two or three eligible outcomes"), (7, "Four to six"))
_FACTS: Final = frozenset({"safeguarding", "capacity"})


@frozen(kw_only=True)
class Complexity:
    """The group of each person, by their id, and in a sentence what decided it; no groups where nothing could."""

    of: dict[str, str]
    told: str


def age_band(age: int | None) -> str:
    """The band of an age in years."""
    if age is None:
        return NOT_RECORDED
    return next((name for below, name in _AGES if age < below), "85 and over")


def ethnic_group(ethnicity: str | None) -> str:
    """The broad group of an ethnicity as the census and Client Level Data have it: what stands before the colon."""
    group = (ethnicity or "").partition(":")[0].strip()
    return NOT_RECORDED if group in ("", "No data") else group


def complexity(store: "DuckDBPyConnection") -> Complexity:
    """How complex people's circumstances are: as the council marks it, by recorded facts, or else by outcomes.

    The number of eligible outcomes is a makeshift: it counts what was found, not how it hangs together.
    """
    marked = _marked(store)
    if marked:
        return Complexity(
            of=marked, told="Complexity is as the council marks it; the latest mark of each person counts."
        )
    facts = _facts(store)
    if facts:
        return Complexity(
            of={person: _by_facts(found) for person, found in facts.items()},
            told="No marker of complexity was exported. A concern about safeguarding or a decision about capacity, "
            "recorded for the person anywhere in the export, stands in for one.",
        )
    outcomes = store.execute(
        "SELECT person_id, max(eligible) FROM records WHERE eligible > 0 GROUP BY person_id ORDER BY person_id"
    ).fetchall()
    return Complexity(
        of={person: _by_number(count) for person, count in outcomes},
        told="No marker of complexity and no recorded fact of it was exported. The number of eligible outcomes stands "
        "in: a makeshift."
        if outcomes
        else "The export holds no marker of complexity, nothing on safeguarding or capacity, and no eligible outcomes.",
    )


def _marked(store: "DuckDBPyConnection") -> dict[str, str]:
    """The council's latest mark of each person who has one."""
    rows = store.execute(
        """SELECT person_id, arg_max(complexity, (coalesce(date, DATE '0001-01-01'), id)) FROM records
           WHERE complexity IS NOT NULL GROUP BY person_id ORDER BY person_id"""
    ).fetchall()
    return dict(rows)


def _facts(store: "DuckDBPyConnection") -> dict[str, set[str]]:
    """The recorded facts of each person; nobody is there unless somebody has one."""
    rows = store.execute(
        """SELECT person_id, coalesce(string_agg(complex_by, ';'), '') FROM records
           GROUP BY person_id ORDER BY person_id"""
    ).fetchall()
    found = {person: set(filter(None, values.split(";"))) for person, values in rows}
    return found if any(found.values()) else {}


def _by_facts(found: set[str]) -> str:
    return "Safeguarding or capacity recorded" if found & _FACTS else "Neither recorded"


def _by_number(count: int) -> str:
    return next((name for below, name in _OUTCOMES if count < below), "Seven or more")
