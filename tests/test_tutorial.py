"""The tutorial of a sitting, run as it stands, on part of the invented council's export."""

import csv
import re
import shlex
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from sbp import bundled
from sbp.cli.running import run
from sbp.forum.keeping import FILE
from sbp.forum.sitting.reading import read_sitting

CHECKOUT = Path(__file__).parents[1]
COUNCIL = bundled.path("examples") / "council"
PAGE = CHECKOUT / "docs" / "tutorials" / "a-sitting.md"
BLOCKS = re.findall(r"^```console\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
STEPS = [
    (command, printed)
    for block in BLOCKS
    for command, printed in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.M)
]


def smaller(folder: Path) -> None:
    """The council in a folder of its own: everybody the tutorial meets, and nobody else."""
    council = folder / "examples" / "council"
    council.mkdir(parents=True)
    for path in COUNCIL.iterdir():
        if path.suffix in (".xlsx", ".yaml"):
            (council / path.name).write_bytes(path.read_bytes())
    met = {case.person_id for case in read_sitting(COUNCIL / "sitting-2026-09-15.xlsx").sitting.submissions}
    read = {
        row[1]
        for row in CalamineWorkbook.from_path(COUNCIL / "readings-A.xlsx").get_sheet_by_name("Readings").to_python()
    }
    with (COUNCIL / "forms.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    person, form = head.index("Person ID"), head.index("Form ID")
    met |= {row[person] for row in rows if row[form] in read}
    with (council / "forms.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows(row for row in rows if row[person] in met)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Check in this process: starting others takes longer than so few records do."""
    monkeypatch.setattr("sbp.workers.cores", lambda: 1)


@pytest.mark.usefixtures("quick")
def test_the_tutorial_prints_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    smaller(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert len(STEPS) == 10
    for command, printed in STEPS:
        name, *arguments = shlex.split(command)
        assert name == "sbp"
        assert run(arguments) == 0, command
        said = capsys.readouterr().out
        if printed:
            assert said == printed, command
    report = (tmp_path / "forum" / "report-internal.html").read_text(encoding="utf-8")
    assert "Checked against 52 of your own records" in report
    assert (tmp_path / "forum" / FILE).is_file()
    to_come = read_sitting(tmp_path / "forum" / "sitting-2026-10-13.xlsx").sitting
    assert [case.case_id for case in to_come.submissions] == ["2026-09-15/2"]
    assert len(to_come.actions) == 6
    pack = (tmp_path / "forum" / "agenda-pack-2026-09-15-pseudonymised.html").read_text(encoding="utf-8")
    for name in ("Ngozi", "Owusu", "Adaeze", "Wigglesworth", "Callum", "Arvind", "Kanta", "Skelbeck"):
        assert name not in pack
