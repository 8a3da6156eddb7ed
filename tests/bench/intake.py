"""How fast exports are read and built, against the bare reader, and in how much memory. Run by `make bench`."""

import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROWS = 200_000
HEADS = ("Form ID", "Person ID", "Form", "Completed", "Team", "Question", "Answer")
WORDS = "she walks to the shop with her sister and bakes on Fridays because the kitchen is warm".split()


def rows(count: int):
    chance = random.Random(1)
    for number in range(count):
        form = number // 12
        head = (f"F{form}", f"P{form // 3}", "Assessment", "03/02/2026", "East")
        yield (*head, f"Q{number % 12}", " ".join(chance.choices(WORDS, k=60)))


def write_csv(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as handle:
        out = csv.writer(handle)
        out.writerow(HEADS)
        out.writerows(rows(count))


def write_xlsx(path: Path, count: int) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Forms")
        for number, row in enumerate((HEADS, *rows(count))):
            for place, cell in enumerate(row):
                sheet.write_string(number, place, cell)


# Jobs, each run in a process of its own so that its peak of memory is its own.


def bare(path: Path) -> int:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as handle:
            return sum(1 for _ in csv.reader(handle)) - 1
    from python_calamine import CalamineWorkbook

    with path.open("rb") as handle:
        return sum(1 for _ in CalamineWorkbook.from_filelike(handle).get_sheet_by_index(0).iter_rows()) - 1


def read(path: Path) -> int:
    from sbp.readers import open_export

    return sum(1 for _ in open_export(path).rows)


def build(path: Path) -> int:
    from sbp.build import build as build_records
    from sbp.mapping import Answer, Mapping
    from sbp.readers import open_export
    from sbp.stage import people

    columns = {"id": "Form ID", "person.id": "Person ID", "kind": "Form", "completed_on": "Completed", "team": "Team"}
    columns |= {"question": "Question", "answer": "Answer"}
    answers = {"Q1": Answer(field="in_their_words", speaker="person"), "Q2": Answer(field="strengths")}
    kinds = {"Assessment": "needs_assessment"}
    mapping = Mapping(file="bench", layout="long", columns=columns, kinds=kinds, answers=answers)
    with tempfile.TemporaryDirectory() as folder:
        found = people(open_export(path).rows, mapping, Path(folder) / "stage")
        return sum(build_records(theirs, mapping).used for theirs in found)


JOBS = {job.__name__: job for job in (bare, read, build)}


def measured(job: str, path: Path) -> tuple[float, int]:
    """Rows a second, and the peak of memory in MB."""
    done = subprocess.run([sys.executable, __file__, job, str(path)], capture_output=True, text=True, check=True)
    count, seconds, peak = done.stdout.split()
    return int(count) / float(seconds), int(peak)


def main() -> None:
    print(f"{'file':<16}{'job':<8}{'rows/s':>12}{'peak MB':>10}{'of bare':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for name, write, count in (
            ("forms.csv", write_csv, ROWS),
            ("twice.csv", write_csv, ROWS * 2),
            ("forms.xlsx", write_xlsx, ROWS),
        ):
            path = Path(folder) / name
            write(path, count)
            fastest = 0.0
            for job in JOBS:
                speed, peak = measured(job, path)
                fastest = fastest or speed
                print(f"{name:<16}{job:<8}{speed:>12,.0f}{peak:>10,}{speed / fastest:>9.0%}")


if __name__ == "__main__":
    if len(sys.argv) == 1:
        main()
    else:
        start = time.perf_counter()
        counted = JOBS[sys.argv[1]](Path(sys.argv[2]))
        print(counted, time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
