"""How often one check at a time is right, on single faults and near misses in `single/`: `make gold`, at the end.

Each line holds one person's records, written for one category: either a fault of that category, or what is nearly one.
Only that category is judged. The part `tune` was worked on and its mistakes are listed; of `held-out` only figures are
told. Totals over its file b6 were looked at while checks were worked on, those over b5 never.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from gold.measure_cases import CAUTION, Case, Said, said, table

HERE = Path(__file__).parent / "single"
PARTS = ("tune", "held-out")


def singles(part: str) -> Iterator[tuple[str, Case]]:
    """The lines of one part, each with the category it was written for."""
    for path in sorted(HERE.glob(f"{part}-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            data = json.loads(line)
            expected = frozenset(Said(**one) for one in data["expected"])
            records = tuple(data["records"])
            yield data["category"], Case(data["id"], f"{path.stem}: {data['category']}.", records, expected)


def judged(part: str) -> list[tuple[Case, frozenset[Said]]]:
    """Each line of one part, and what is said of it in its category."""
    return [
        (case, frozenset(one for one in said(case) if one.category == category)) for category, case in singles(part)
    ]


def main() -> None:
    """Print precision and recall of both parts, by category, and of the file whose totals were never looked at."""
    print(CAUTION)
    for part in PARTS:
        print(*table(part, judged(part), listed=part == "tune"), sep="\n")
    unseen = [one for one in judged("held-out") if "-b5:" in one[0].about]
    print(*table("held-out, b5 alone", unseen, listed=False), sep="\n")


if __name__ == "__main__":
    main()
