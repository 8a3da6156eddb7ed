"""What two readers of Fellbridge wrote about fifty-two records: `python examples/read.py AUDIT` fills in their sheets.

AUDIT is a folder that `sbp audit` made of `council/forms.csv`. The readers are invented; they agree about as often as
people do, and with the tool a little less.
"""

import random
import sys
from datetime import date
from pathlib import Path

from sbp.forum.readings.checklist import questions
from sbp.forum.readings.reading import FINDINGS, MISSED, READINGS
from sbp.forum.readings.sample import Drawn, draw
from sbp.reports import reading_sheets
from sbp.store import opened

COUNCIL = Path(__file__).parent / "council"
RECORDS, SEED = 52, 2026
WORDS = (
    "she is a two-hander",
    "pleasantly muddled",
    "usual self-neglect",
    "family will step up",
    "not a good historian",
    "heavy user of duty",
)
LEARNT = (
    "Ask what a good day is before the form does.",
    "Write who said it.",
    "Say what was tried and what came of it.",
)
STRONG = (
    "He is quoted, and it shows.",
    "The neighbour is in the plan by name and by choice.",
    "Reasons can be followed.",
)


def main(audit: Path) -> None:
    """Fill in a workbook for each of two readers."""
    chance = random.Random(SEED)  # noqa: S311 (the same readings each time; nothing secret)
    with opened(audit) as store:
        sample = draw(store, RECORDS, SEED)
        results = store.execute("SELECT record_id, standard, met FROM standard_results").fetchall()
    met = {(record, standard): found for record, standard, found in results}
    seen = {
        (one.record_id, asked.id): _seen(met.get((one.record_id, asked.standard)), chance)
        for one in sample.drawn
        for asked in questions()
    }
    fits = [chance.random() < 0.9 for one in sample.drawn for _ in one.findings]
    missed = [(one.record_id, chance.choice(WORDS)) for one in sample.drawn if chance.random() < 0.2]
    for reader in ("A", "B"):
        path = COUNCIL / f"readings-{reader}.xlsx"
        empty = reading_sheets.empty_rows(sample, reader)
        rows: dict[str, list[tuple[object, ...]]] = {
            READINGS: [_reading(reader, one, seen, chance) for one in sample.drawn],
            MISSED: [(reader, record, words) for record, words in missed if chance.random() < 0.8],
            FINDINGS: [_judged(row, fit, chance) for row, fit in zip(empty[FINDINGS], fits, strict=True)],
        }
        reading_sheets.write_workbook(path, sample, reader, rows)


def _seen(met: bool | None, chance: random.Random) -> str:
    """What is there to be seen: mostly what the tool says, where it says something."""
    if met is None:
        return chance.choices(["yes", "partly", "no", "not applicable"], [45, 30, 15, 10])[0]
    return chance.choices(["yes", "partly", "no"], [70, 22, 8] if met else [4, 14, 82])[0]


def _reading(reader: str, one: Drawn, seen: dict[tuple[str, str], str], chance: random.Random) -> tuple[object, ...]:
    """A row of the readings: now and then a reader sees it another way."""
    answers = [
        chance.choice(["yes", "partly", "no"]) if chance.random() < 0.16 else seen[one.record_id, asked.id]
        for asked in questions()
    ]
    good = sum(answer in ("yes", "partly") for answer in answers) / len(answers)
    grade = "good" if good > 0.66 else "requires improvement"
    notes = (date(2026, 9, 3 + chance.randrange(8)), chance.random() < 0.9, grade)
    words = (chance.choice(STRONG), chance.choice(LEARNT), None, chance.random() < 0.3)
    what = reading_sheets.what_it_is(one)
    return (reader, one.record_id, what, *answers, *notes, *words)


def _judged(row: tuple[object, ...], fits: bool, chance: random.Random) -> tuple[object, ...]:
    """A row of the findings with what the reader thinks of it."""
    answer = (
        "not sure" if chance.random() < 0.04 else "it fits" if fits ^ (chance.random() < 0.06) else "it does not fit"
    )
    return (*row[:5], answer, *row[6:])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
