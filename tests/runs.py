"""Whole runs in processes of their own, with the few rules of `kept`, for tests that stop them."""

import argparse
import json
import random
from pathlib import Path

from kept import RULES, SENTENCES

from sbp.audit import audit
from sbp.reports import write_reports
from sbp.store import FILE, TABLES, opened

MAPPING = """\
layout: wide
record: case_note
columns: {id: Note, person.id: Person, completed_on: Date, team: Team}
answers:
  Text: sections
"""
PLAIN = (
    "She likes to be out by nine, before the bins go, and is back for the news at one with whatever was fresh.",
    "Her neighbour has the spare key and looks in on the way to the allotment, which suits both of them.",
    "We talked about what a good week looks like, and about the choir that used to meet on Thursdays.",
)


def export(folder: Path, people: int, *, words: int = 400, seed: int = 7) -> tuple[Path, Path]:
    """Invented notes of so many people, one or two each, as JSON Lines, and their mapping."""
    draw = random.Random(seed)
    file, mapping = folder / "notes.jsonl", folder / "notes.yaml"
    mapping.write_text(MAPPING, encoding="utf-8")
    with file.open("w", encoding="utf-8") as lines:
        for number in range(people * 3 // 2):
            note = {"Note": f"N{number}", "Person": f"P{number % people}", "Team": draw.choice(["East", "West", ""])}
            note["Date"] = f"{1 + number % 28:02}/{1 + number % 12:02}/2026" if number % 40 else "31/13/2026"
            note["Text"] = _text(draw, words) if number % 50 else ""
            lines.write(json.dumps(note) + "\n")
    return file, mapping


def _text(draw: random.Random, words: int) -> str:
    told = [sentence for sentence, _ in SENTENCES.values()]
    sentences = []
    while sum(len(sentence.split()) for sentence in sentences) < words:
        named = f"On visit {draw.randrange(10**9)} the plan was read with her again, and {draw.random()} was cut."
        sentences.append(draw.choice([*PLAIN, named, named, named]) if draw.random() < 0.97 else draw.choice(told))
    return " ".join(sentences)


def outputs(out: Path) -> dict[str, bytes]:
    """Every file of a run; of the store what is in it, since DuckDB gives each file an identity of its own."""
    found = {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.name != FILE}
    with opened(out) as store:
        found |= {table: repr(store.execute(f"FROM {table}").fetchall()).encode() for table in TABLES}
    return found


def main() -> None:
    """Audit an export and write its reports."""
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--jobs", type=int, default=1)
    options.add_argument("--resume", action="store_true")
    chosen = options.parse_args()
    file, mapping = chosen.folder / "notes.jsonl", chosen.folder / "notes.yaml"
    audit(file, chosen.out, mapping=mapping, rules=RULES, jobs=chosen.jobs, resume=chosen.resume)
    write_reports(chosen.out)


if __name__ == "__main__":
    main()
