"""How fast the language reading is, beside stock proselint and the bare spaCy tokeniser: `make bench`.

Every measurement is a process of its own, on one core, over the same documents, in turn, three times; the middle one
counts. Time is processor time. The tokeniser is measured on text it has not seen (cold) and again (warm); proselint
and `sbp` have compiled all they compile and read the documents for the first time. `sbp` reads with marks: voice,
strengths, network.
"""

import argparse
import csv
import json
import os
import platform
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import process_time

ROOT = Path(__file__).parents[2]
COUNCIL = ROOT / "examples" / "council" / "forms.csv"
NOTES = ROOT.parent / "shared" / "data" / "ltc-notes"
PAGE = ROOT / "docs" / "explanation" / "performance.md"
SIZES = (1500, 60)
MOST_WORDS = 60_000
REPEATS = 3

Read = Callable[[str], object]


def council() -> list[str]:
    """The different answers of the example council's forms, in order."""
    with COUNCIL.open(encoding="utf-8-sig", newline="") as export:
        return list(dict.fromkeys(row["Answer"] for row in csv.DictReader(export)))


def notes() -> list[str]:
    """Public synthetic long-term-care notes, where they lie beside the checkout."""
    return [note["text"] for path in sorted(NOTES.glob("*.json")) for note in json.loads(path.read_text("utf-8"))]


CORPORA = {"example council": council, "long-term-care notes": notes}


def documents(corpus: str, size: int) -> list[str]:
    """The texts of a corpus, end to end, cut into documents of so many words."""
    text = "\n\n".join(CORPORA[corpus]())
    words = [word.span() for word in re.finditer(r"\S+", text)][:MOST_WORDS]
    return [text[words[at][0] : words[min(at + size, len(words)) - 1][1]] for at in range(0, len(words), size)]


def tokeniser() -> Read:
    """Bare spaCy blank English."""
    import spacy

    return spacy.blank("en").make_doc


def proselint() -> Read:
    """Every stock check of proselint, through its own `LintFile`."""
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)
    LintFile("bench", "One text, so that every expression is compiled.").lint()
    return lambda text: LintFile("bench", text).lint()


def language() -> Read:
    """The language reading of `sbp`, every phrase compiled, the tokeniser still cold."""
    from sbp.engine import Checker, compile_rules

    checker = Checker()
    assert checker.check_text("She refuses to engage with carers."), "nothing found, so the tokeniser was not loaded"
    ready = compile_rules(checker.rules)
    for opener in ready.openers:
        ready.door(opener)
    for rule in range(len(ready.word_rules)):
        ready.unless(rule, ())
    return checker.check_text


READERS: dict[str, Callable[[], Read]] = {"tokeniser": tokeniser, "proselint": proselint, "sbp": language}


def measure(reader: str, corpus: str, size: int) -> list[float]:
    """Words per second of the first pass and of the second."""
    texts = documents(corpus, size)
    words = sum(len(text.split()) for text in texts)
    read = READERS[reader]()
    return [words / _seconds(read, texts) for _ in range(2)]


def _seconds(read: Read, texts: list[str]) -> float:
    start = process_time()
    for text in texts:
        read(text)
    return process_time() - start


def density(corpus: str) -> dict[str, float]:
    """How much there was to do: sentences met before, sentences with an anchor of a word rule, findings, marks."""
    from sbp.engine import Checker, compile_rules
    from sbp.passage.pieces import pieces

    checker = Checker()
    ready = compile_rules(checker.rules)
    words = findings = marks = 0
    sentences: list[str] = []
    for text in documents(corpus, SIZES[0]):
        reading = checker.read_text(text)
        words += len(text.split())
        sentences += [reading.passage.plain.lower[start:end] for start, end in reading.passage.sentence_spans]
        findings += sum(hit.level != "note" for hit in reading.said())
        marks += len(reading.marks)
    per = 1000 / words
    return {
        "again": 1 - sum(len(sentence.split()) for sentence in set(sentences)) / words,
        "anchored": sum(bool(ready.open_routes(pieces(sentence))) for sentence in sentences) / len(sentences),
        "findings": findings * per,
        "marks": marks * per,
    }


def run(corpus: str, size: int) -> dict[str, float]:
    """The middle of several runs, each in a fresh process, the readers in turn."""
    runs: dict[str, list[list[float]]] = {reader: [] for reader in READERS}
    for _ in range(REPEATS):
        for reader, measured in runs.items():
            command = [sys.executable, __file__, "--measure", reader, corpus, str(size)]
            measured.append(json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout))
    first = {reader: median(speeds[0] for speeds in measured) for reader, measured in runs.items()}
    return first | {"tokeniser, warm": median(speeds[1] for speeds in runs["tokeniser"])}


def page(speeds: dict[tuple[str, int], dict[str, float]], densities: dict[str, dict[str, float]]) -> str:
    """The page of figures."""
    return "\n".join([INTRODUCTION, *_speed_table(speeds), "", *_density_table(densities), "", *_machine(), ""])


INTRODUCTION = f"""# Performance

Written by `make bench`; do not edit it by hand.

## Language reading

Words per second on one core, in processor time.
All read the same {MOST_WORDS:,} words, each in a fresh process, in turn; the figure is the middle of {REPEATS} runs.

- *Tokeniser, cold*: spaCy's blank English tokeniser, bare, on text it has not seen. *Warm*: the same text again.
- *proselint*: every stock check, compiled beforehand.
- *sbp*: `check_text` with every word rule, gate and mark (voice, strengths, network), compiled beforehand, on text it
  has not seen. What a sentence holds is remembered, so one that a text repeats is opened once; the second table says
  how much of each text that is.

The texts are invented: the answers in the [example council's export](../../examples/council/README.md), each once, and
public synthetic long-term-care notes, which do not come with the project.
"""
COLUMNS = (
    "Text",
    "Words a document",
    "Tokeniser, cold",
    "Tokeniser, warm",
    "proselint",
    "sbp",
    "sbp to proselint",
    "sbp to tokeniser, cold",
)


def _speed_table(speeds: dict[tuple[str, int], dict[str, float]]) -> list[str]:
    rows = [f"| {' | '.join(COLUMNS)} |", f"| --- |{' ---: |' * (len(COLUMNS) - 1)}"]
    for (corpus, size), row in speeds.items():
        figures = [row["tokeniser"], row["tokeniser, warm"], row["proselint"], row["sbp"]]
        ratios = [row["sbp"] / row["proselint"], row["sbp"] / row["tokeniser"]]
        cells = [f"{figure:,.0f}" for figure in figures] + [f"{ratio:.2f}" for ratio in ratios]
        rows.append(f"| {corpus} | {size:,} | {' | '.join(cells)} |")
    return rows


def _density_table(densities: dict[str, dict[str, float]]) -> list[str]:
    rows = [
        "| Text | Words met before | Sentences with an anchor | Findings per 1,000 words | Marks per 1,000 words |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for corpus, row in densities.items():
        shares = f"{row['again']:.0%} | {row['anchored']:.1%}"
        rows.append(f"| {corpus} | {shares} | {row['findings']:.1f} | {row['marks']:.1f} |")
    return rows


def _machine() -> list[str]:
    cpu = next((line.split(":")[1].strip() for line in _cpu_lines() if line.startswith("model name")), "unknown")
    used = ", ".join(f"{name} {version(name)}" for name in ("spacy", "proselint", "ahocorasick-rs"))
    return [f"Measured on {cpu}, {platform.system()}, Python {platform.python_version()}, {used}."]


def _cpu_lines() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text("utf-8").splitlines() if path.exists() else []


def main() -> None:
    """Measure everything, print it and write the page; or, with `--measure`, one thing in this process."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--measure", nargs=3, metavar=("READER", "CORPUS", "WORDS"))
    chosen = options.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    if chosen.measure:
        reader, corpus, size = chosen.measure
        print(json.dumps(measure(reader, corpus, int(size))))
        return
    there = [corpus for corpus, texts in CORPORA.items() if texts()]
    speeds = {(corpus, size): run(corpus, size) for corpus in there for size in SIZES}
    PAGE.write_text(page(speeds, {corpus: density(corpus) for corpus in there}), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
