"""The invented council's export is what it says it is."""

import csv
import json
import runpy
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml
from sat import without_rows

from sbp import bundled
from sbp.build import build, merge_repairs
from sbp.build.built import Built
from sbp.forum.sitting.reading import read_sitting
from sbp.mapping import load_mapping
from sbp.readers import open_export
from sbp.stage import people

EXAMPLES = bundled.path("examples")
COUNCIL = EXAMPLES / "council"
ROWS_READ = 12_000


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("grown")
    subprocess.run([sys.executable, EXAMPLES / "grow.py", folder], check=True)
    return folder


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with (COUNCIL / "forms.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def broken() -> dict[str, dict[str, object]]:
    listed = yaml.safe_load((COUNCIL / "broken.yaml").read_text(encoding="utf-8"))
    return {one["what"]: one for one in listed}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    mapping = load_mapping(COUNCIL / "mapping.yaml")
    export = open_export(COUNCIL / "forms.csv")
    mapping.check_columns(export.columns)
    parts = [build(theirs, mapping) for theirs in people(export.rows, mapping, tmp_path_factory.mktemp("scratch"))]
    return Built(
        records=tuple(record for part in parts for record in part.records),
        used=sum(part.used for part in parts),
        set_aside=tuple(one for part in parts for one in part.set_aside),
        repairs=merge_repairs(repair for part in parts for repair in part.repairs),
    )


@pytest.mark.parametrize("name", ["forms.csv", "broken.yaml", "client-level-data.csv"])
def test_the_committed_file_is_what_the_grower_writes(grown: Path, name: str) -> None:
    is_same = (grown / name).read_bytes() == (COUNCIL / name).read_bytes()
    assert is_same, f"examples/council/{name} is out of date: run python examples/grow.py"


def test_the_export_has_the_size_it_is_said_to_have(built: Built) -> None:
    assert len(built.records) == 1500
    assert len({record.header.person.id for record in built.records}) == 600
    kinds = Counter(record.kind for record in built.records)
    assert kinds["needs_assessment"] + kinds["carers_assessment"] >= 500
    assert kinds["carers_assessment"] == 90
    assert set(kinds) == {"needs_assessment", "carers_assessment", "care_and_support_plan", "review", "case_note"}


def test_twelve_teams_and_sixty_workers_write_over_fourteen_months(built: Built) -> None:
    headers = [record.header for record in built.records]
    assert len({header.team for header in headers if header.team}) == 12
    assert len({header.worker for header in headers}) >= 60
    months = Counter(f"{header.completed_on:%Y-%m}" for header in headers if header.completed_on)
    assert sorted(months) == [f"2025-{month:02}" for month in range(7, 13)] + [
        f"2026-{month:02}" for month in range(1, 9)
    ]
    assert min(months.values()) >= 30


def test_every_hand_written_case_has_people_grown_from_it() -> None:
    script = "import grow, collections, json; print(json.dumps(collections.Counter(f.case for f in grow.grow())))"
    told = subprocess.run([sys.executable, "-c", script], cwd=EXAMPLES, check=True, capture_output=True, text=True)
    grown_from = json.loads(told.stdout)
    assert set(grown_from) == {path.stem for path in (EXAMPLES / "cases").glob("*.yaml")}
    assert len(grown_from) >= 60


def test_no_row_of_the_export_is_lost(rows: list[dict[str, str]], built: Built) -> None:
    assert len(rows) > ROWS_READ
    assert built.used + len(built.set_aside) == len(rows)


def test_what_is_set_aside_is_what_was_broken(broken: dict[str, dict[str, object]], built: Built) -> None:
    assert len(built.set_aside) == sum(int(str(one.get("rows_set_aside", 0))) for one in broken.values())


@pytest.mark.parametrize(
    ("repair", "what"),
    [
        ("date that cannot be, left out", "a completion date that cannot be, 31/02/2026"),
        ("question that the mapping does not name, kept as a section", "a question code that the form does not have"),
    ],
)
def test_repairs_are_counted_as_often_as_the_export_needs_them(
    broken: dict[str, dict[str, object]], built: Built, repair: str, what: str
) -> None:
    forms = broken[what]["forms"]
    assert isinstance(forms, list)
    assert sum(one.count for one in built.repairs if one.kind == repair) == len(forms)


def test_the_readme_counts_what_is_broken(broken: dict[str, dict[str, object]]) -> None:
    table = (COUNCIL / "README.md").read_text(encoding="utf-8").split("| What | Forms |")[1].splitlines()
    said = [int(line.rsplit("|", 2)[1]) for line in table if line.endswith(" |") and "---" not in line]
    assert said == [len(str(one["forms"]).split(",")) for one in broken.values()]


def test_slots_are_filled_and_read_well(rows: list[dict[str, str]]) -> None:
    assert not [row["Form ID"] for row in rows if "{" in row["Answer"] or "}" in row["Answer"]]
    assert not [row["Form ID"] for row in rows if " the the " in row["Answer"]]


def test_nobody_is_assessed_before_birth_or_after_the_export(built: Built) -> None:
    for record in built.records:
        header = record.header
        assert header.started_on is None or header.started_on <= (header.completed_on or date(2026, 8, 31))
        assert header.person.born_on is not None
        assert header.started_on is None or header.person.born_on.year < header.started_on.year - 17


def test_the_export_has_no_ids_that_join_need_to_outcome_and_no_finances(built: Built) -> None:
    for record in built.records:
        assert not any(outcome.id or outcome.needs for outcome in getattr(record, "outcomes", ()))
        assert getattr(record, "budget", None) is None


def test_the_committed_sitting_is_what_its_script_writes() -> None:
    written = runpy.run_path(str(EXAMPLES / "sit.py"))["SITTING"]
    read = read_sitting(COUNCIL / "sitting-2026-09-15.xlsx")
    assert (without_rows(read.sitting), read.told, read.unread) == (written, (), ())
