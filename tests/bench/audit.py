"""How fast and how large a whole audit is, beside stock proselint: the second part of `make bench`.

Every measurement is a process of its own. Time is processor time of that process and all it starts, from its first
line to its last, except for two cores against one, which is time on the clock. The records are made of the answers in
the example council's export, drawn at random with a fixed seed.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent))
from language import PAGE, ROOT, council

SBP = [sys.executable, "-m", "sbp"]
HEADING = "## The whole audit"
BESIDE = {1500: 2_000, 60: 20_000}
"""How many records of each length are audited beside proselint: a small council's quarter, a large one's year."""
SHARED = 5_000
"""How many records of 1,500 words one core and two audit: a quarter of what a council assesses in a year."""
GROWTH = (1_000, 5_000, 20_000)
LARGE = (50_000, 200_000)
GROWN = 60
"""How many words a record has where growth is measured."""
BYTECODE = str(Path(tempfile.gettempdir()) / "sbp-bench-bytecode")
"""Where compiled modules lie, so that no run compiles Python files: as in an installation that was used once."""


def texts(size: int) -> Iterator[str]:
    """Texts of about so many words without end."""
    draw = random.Random(size)
    answers = [answer for answer in council() if answer.strip()]
    words: list[str] = []
    while True:
        draw.shuffle(answers)
        for answer in answers:
            words += answer.split()
            while len(words) >= size:
                yield " ".join(words[:size])
                del words[:size]


def write(folder: Path, count: int, size: int) -> Path:
    """Records as JSON Lines, two a person."""
    path = folder / f"records-{count}-{size}.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for number, text in zip(range(count), texts(size), strict=False):
            lines.write(json.dumps(_record(number, text)) + "\n")
    return path


def _record(number: int, text: str) -> dict[str, object]:
    header = {"id": f"R{number}", "person": {"id": f"P{number // 2}"}, "team": f"Team {number % 9}"}
    day = f"2026-{1 + number % 12:02}-{1 + number % 28:02}"
    sections = [{"heading": "Note", "entries": [{"text": text, "speaker": "worker"}]}]
    return {"kind": "case_note", "header": {**header, "completed_on": day}, "sections": sections}


def audit(path: Path, jobs: int) -> list[str]:
    """The command that audits an export, reports and all."""
    mapping = path.with_name("mapping.yaml")
    mapping.write_text("layout: records\n", encoding="utf-8")
    out = Path(tempfile.mkdtemp(dir=path.parent))
    return [*SBP, "audit", str(path), "--mapping", str(mapping), "-o", str(out), "--jobs", str(jobs)]


def beside(path: Path) -> list[str]:
    """The command that lints the texts of an export with proselint."""
    return [sys.executable, __file__, "--proselint", str(path)]


def proselint(path: Path) -> None:
    """Lint every text of an export with every stock check."""
    from language import proselint as reader

    lint = reader()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            lint(json.loads(line)["sections"][0]["entries"][0]["text"])


class Ran:
    """A command that was run: seconds on the processor, seconds on the clock, peak memory of all its processes."""

    def __init__(self, command: list[str], cores: int) -> None:
        allowed = sorted(os.sched_getaffinity(0))[-cores:]
        settings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.monotonic()
        self.peak = 0
        running = subprocess.Popen(
            command,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={**settings, "PYTHONPYCACHEPREFIX": BYTECODE},
            preexec_fn=lambda: os.sched_setaffinity(0, allowed),
        )
        watching = threading.Thread(target=self._watch, args=(running,))
        watching.start()
        _, said = running.communicate()
        self.wall = time.monotonic() - start
        watching.join()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        if running.returncode:
            raise SystemExit(said.decode())

    def _watch(self, running: subprocess.Popen[bytes]) -> None:
        while running.poll() is None:
            self.peak = max(self.peak, sum(map(_pss, _processes(running.pid))))
            time.sleep(0.1)


def _processes(group: int) -> list[str]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rpartition(")")[2].split()[2]) == group:
                found.append(stat.parent.name)
        except OSError:
            continue
    return found


def _pss(process: str) -> int:
    try:
        lines = Path("/proc", process, "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def against_proselint(folder: Path) -> Iterator[tuple[str, str, str]]:
    """One core, JSON Lines in, store and reports out, against linting the same texts."""
    for size, count in BESIDE.items():
        path = write(folder, count, size)
        ours = min(Ran(audit(path, 1), 1).cpu for _ in range(2))
        theirs = min(Ran(beside(path), 1).cpu for _ in range(2))
        words = count * size
        told = f"{words / ours:,.0f} words/s; proselint {words / theirs:,.0f}"
        yield f"Audit, {count:,} records of {size:,} words, to stock proselint", told, f"{theirs / ours:.1f} times"


def two_cores(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Two processes on two cores against one on one, on the clock."""
    if len(os.sched_getaffinity(0)) < 2:
        return
    path = write(folder, SHARED, 1500)
    one, two = (min(Ran(audit(path, jobs), jobs).wall for _ in range(2)) for jobs in (1, 2))
    yield (
        f"Audit, two cores to one, {SHARED:,} records of 1,500 words",
        f"{two:.1f} s; one {one:.1f} s",
        f"{one / two:.2f} times",
    )


def growth(folder: Path, sizes: tuple[int, ...]) -> Iterator[tuple[str, str, str]]:
    """Cost a record and peak memory, as the number of records grows."""
    first: tuple[float, int] | None = None
    for count in sizes:
        path = write(folder, count, GROWN)
        ran = Ran(audit(path, 2), 2)
        path.unlink()
        cost = ran.cpu / count * 1000
        first = first or (cost, ran.peak)
        told = f"{cost:.2f} ms a record; {ran.peak / 1024:,.0f} MB of memory"
        ratio = f"{cost / first[0]:.2f} and {ran.peak / first[1]:.2f} times the first"
        yield f"Audit, {count:,} records of {GROWN} words, two processes", told, ratio


def building() -> Iterator[tuple[str, str, str]]:
    """Validating and building a record against only reading its JSON."""
    command = [sys.executable, __file__, "--build"]
    for name in ("assessment", "plan", "review"):
        path = ROOT / "examples" / "rob" / "after" / f"{name}.json"
        done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=True)
        bare, built = json.loads(done.stdout)
        told = f"{built * 1e6:,.0f} µs; json.loads {bare * 1e6:,.0f} µs"
        yield f"`sbp.load` of the example {name}, to `json.loads`", told, f"{bare / built:.2f} of its speed"


def build(path: Path) -> None:
    """Seconds to read a record's JSON, and to validate and build it, each the best of many times."""
    from sbp.schema import load

    text = path.read_text(encoding="utf-8")
    data = json.loads(text)
    load(data)
    bare = min(_seconds(lambda: json.loads(text)) for _ in range(5))
    print(json.dumps([bare, min(_seconds(lambda: load(data)) for _ in range(5))]))


def checking() -> Iterator[tuple[str, str, str]]:
    """Checking one long record, warm, against only cutting its text into tokens."""
    done = subprocess.run([sys.executable, __file__, "--check"], capture_output=True, text=True, check=True)
    bare, checked = json.loads(done.stdout)
    told = f"{checked * 1e3:.1f} ms; tokeniser {bare * 1e3:.1f} ms"
    yield "`sbp.check` of a record of 1,500 words, warm, to bare tokenisation", told, f"{checked / bare:.1f} times"


def check() -> None:
    """Seconds to tokenise each of ten texts and to check the record of each, the middle ones, each the best of five.

    Words are known by then to both; sentences are forgotten, so that each is opened anew.
    """
    import spacy

    from sbp.engine import Checker, compile_rules

    bare, ours = [], []
    tokeniser, checker = spacy.blank("en"), Checker()
    remembered = compile_rules(checker.rules).met
    for text in islice(texts(1500), 10):
        record = _record(0, text)
        checker.check(record)
        bare.append(min(_seconds(lambda text=text: tokeniser.make_doc(text), 1) for _ in range(5)))
        seconds = []
        for _ in range(5):
            remembered.clear()
            seconds.append(_seconds(lambda record=record: checker.check(record), 1))
        ours.append(min(seconds))
    print(json.dumps([median(bare), median(ours)]))


def _seconds(job: Callable[[], object], times: int = 200) -> float:
    start = time.process_time()
    for _ in range(times):
        job()
    return (time.process_time() - start) / times


def importing() -> Iterator[tuple[str, str, str]]:
    """`import sbp` against importing the two libraries it is lightest beside."""
    ours, theirs = (median(_start(what) for _ in range(15)) for what in ("sbp", "attrs, click"))
    told = f"{ours * 1000:.0f} ms; {theirs * 1000:.0f} ms"
    yield "`import sbp`, to `import attrs, click`", told, f"{ours / theirs:.2f} times"


def _start(what: str) -> float:
    return Ran([sys.executable, "-c", f"import {what}"], 1).cpu


def main() -> None:
    """Measure everything and write it under its heading of the page; or one thing in this process."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--large", action="store_true", help="also 50,000 and 200,000 records")
    options.add_argument("--proselint", type=Path)
    options.add_argument("--build", type=Path)
    options.add_argument("--check", action="store_true")
    chosen = options.parse_args()
    if chosen.proselint:
        return proselint(chosen.proselint)
    if chosen.build:
        return build(chosen.build)
    if chosen.check:
        return check()
    rows = ["| What | Here | Ratio |", "| --- | --- | ---: |"]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        Ran(audit(write(folder, 3, GROWN), 1), 1)
        measured = [importing(), building(), checking(), against_proselint(folder), two_cores(folder)]
        measured.append(growth(folder, GROWTH + (LARGE if chosen.large else ())))
        for part in measured:
            for row in part:
                rows.append(f"| {' | '.join(row)} |")
                print(rows[-1], flush=True)
    before = PAGE.read_text(encoding="utf-8").partition(HEADING)[0] if PAGE.exists() else "# Performance\n\n"
    PAGE.write_text("\n".join([f"{before.rstrip()}\n", INTRODUCTION, *rows, ""]), encoding="utf-8")
    return None


INTRODUCTION = f"""{HEADING}

`sbp audit` from JSON Lines to the store and every report, its start and all rules included.
Time is processor time of all processes on one core, the better of two runs; two cores to one is time on the clock.
proselint lints the same texts, its start included. Memory is the peak of all processes together (PSS), seen ten times
a second. The texts are the example council's answers, drawn again and again, so a large export repeats itself,
and a sentence met before is not opened again: text in which no sentence is like another takes about as long as the
part on language reading says.
"""


if __name__ == "__main__":
    main()
