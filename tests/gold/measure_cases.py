"""How often the checks of records are right, on the case files in `cases/`: `make gold`, after the passages.

Each case file holds one or more people's records and all that should be said of them at suggestion or above, by
category, record and JSON pointer. Findings of wording (`lang.*`) are measured on the passages and left out here.
The part `tune` (`case-*.json`) is worked on and its mistakes are listed. The part `held-out` (`held-*.json`) is looked
at only to report: figures, unless `--list-held-out` is given.
"""

import argparse
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from attrs import frozen

from sbp.engine import Checker
from sbp.findings import Finding, at_least
from sbp.rules import load_rules

HERE = Path(__file__).parent / "cases"
PARTS = {"tune": "case", "held-out": "held"}
"""The parts, and how the names of their files begin."""
CAUTION = "These figures are from invented case files. No real council record has been tested."
OPENED = "The held-out part is listed: from now on it is no longer held out."


@frozen(order=True)
class Said:
    """A finding as far as it counts here."""

    category: str
    record_id: str
    field: str


@frozen
class Case:
    """One case file: its records, the day it is judged on, and what should be said."""

    id: str
    about: str
    records: tuple[dict[str, Any], ...]
    expected: frozenset[Said]
    as_at: str = ""


def cases(part: str, folder: Path = HERE) -> Iterator[Case]:
    """The case files of one part, by name."""
    for path in sorted(folder.glob(f"{PARTS[part]}-*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        expected = frozenset(Said(**one) for one in data["expected"])
        yield Case(**data | {"records": tuple(data["records"]), "expected": expected})


def said(case: Case) -> frozenset[Said]:
    """What the rules say of a case file."""
    checker = Checker(load_rules(), date.fromisoformat(case.as_at) if case.as_at else None)
    found = checker.check_case(case.records)
    return frozenset(Said(one.category, one.place.record_id, one.place.field) for one in found if _counts(one))


def _counts(finding: Finding) -> bool:
    return not finding.category.startswith("lang.") and at_least(finding.level, "suggestion")


def table(name: str, judged: list[tuple[Case, frozenset[Said]]], *, listed: bool) -> Iterator[str]:
    """The lines printed of one part: precision and recall by category and, where `listed`, each mistake."""
    good = sum(not case.expected for case, _ in judged)
    yield f"\n{name}: {len(judged)} case files, {good} of them with nothing to say"
    yield f"\n  {'':<32}{'precision':<18}recall"
    names = sorted({one.category for case, found in judged for one in case.expected | found})
    for category in ("", *names):
        yield f"  {category or 'overall':<32}{_share(judged, category, 0):<18}{_share(judged, category, 1)}"
    for case, found in judged if listed else ():
        yield from (f"  missed  {case.id}  {one.category}  {one.field}" for one in sorted(case.expected - found))
        yield from (f"  false   {case.id}  {one.category}  {one.field}" for one in sorted(found - case.expected))


def _share(judged: list[tuple[Case, frozenset[Said]]], category: str, of: int) -> str:
    met = sum(one.category.startswith(category) for case, found in judged for one in case.expected & found)
    all_of = sum(one.category.startswith(category) for case, found in judged for one in (found, case.expected)[of])
    return f"{met / all_of:.3f}  {met}/{all_of}" if all_of else "-"


def main() -> None:
    """Print precision and recall of both parts, by category."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--list-held-out", action="store_true", help="list the mistakes of the held-out part too")
    chosen = options.parse_args()
    print(CAUTION, *([OPENED] if chosen.list_held_out else []), sep="\n")
    for name in PARTS:
        judged = [(case, said(case)) for case in cases(name)]
        print(*table(name, judged, listed=name == "tune" or chosen.list_held_out), sep="\n")


if __name__ == "__main__":
    main()
