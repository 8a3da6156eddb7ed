"""Grow the exports of an invented council from hand-written cases: `python examples/grow.py [FOLDER]`.

Fixed seeds: the same cases give the same bytes. What is broken on purpose is in `spoil.py` and listed in `broken.yaml`.
"""

import csv
import io
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from attrs import evolve
from flow import COLUMNS as EVENT_COLUMNS
from flow import flow, line
from invent import Chance, Town
from journey import BEGIN, END, SEED, Council, Form, Journey
from spoil import spoil

HERE = Path(__file__).parent
PEOPLE, CARERS, RECORDS = 600, 90, 1500
NEW_FORM = date(2026, 1, 5)
COLUMNS = (
    *("Person ID", "Person name", "Date of birth", "Gender", "Ethnicity", "Primary support reason", "Area"),
    *("Form ID", "Form", "Started", "Completed", "Team", "Worker ID", "Question code", "Question", "Answer"),
)


def grow() -> list[Form]:
    """The council's forms, sound ones only, in the order of their ids."""
    described = yaml.safe_load((HERE / "council" / "town.yaml").read_text(encoding="utf-8"))
    paths = sorted((HERE / "cases").glob("*.yaml"))
    cases = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}
    council, town = Council(described, cases), Town(described)
    forms: list[Form] = []
    notes: list[Form] = []
    carers = 0
    for number in range(PEOPLE - CARERS):
        chance = Chance(SEED, number)
        team = chance.weigh({name: about["share"] for name, about in council.teams.items()})
        start = BEGIN + timedelta(days=chance.between(0, (END - BEGIN).days - 12))
        case = council.next_case(team, start, chance)
        life = town.life(case, start, chance)
        journey = Journey(council, town, life, team, chance)
        wants = carers < CARERS and life.carer is not None and "carers_assessment" in case
        theirs = [closed for form in journey.forms(start, wants) if (closed := _by_the_end(form))]
        carers += sum(form.kind == "carers_assessment" for form in theirs)
        forms += theirs
        notes += journey.notes(theirs)
    assert carers == CARERS, f"{carers} carers: too few cases with a carer's assessment"
    return _numbered([*forms, *Chance(SEED, "notes").some(notes, RECORDS - len(forms))])


def _by_the_end(form: Form) -> Form | None:
    """A form as it stood on the day of the export: not yet begun, open, or completed."""
    if form.started > END:
        return None
    if form.completed and form.completed > END:
        keep = list(form.answers)[: max(1, len(form.answers) // 2)]
        return evolve(form, completed=None, answers={key: form.answers[key] for key in keep})
    return form


def _numbered(forms: list[Form]) -> list[Form]:
    ordered = sorted(forms, key=lambda form: (form.started, form.person.id, form.kind))
    return [evolve(form, id=str(3_010_007 + 11 * place)) for place, form in enumerate(ordered)]


def rows_of(form: Form, described: dict[str, Any]) -> list[dict[str, str]]:
    """A form as rows, a question and its answer each, as the system gives them out."""
    about, person = described["forms"][form.kind], form.person
    header = {
        "Person ID": person.id,
        "Person name": f"{person.first} {person.surname}",
        "Date of birth": f"{person.born:%d/%m/%Y}",
        "Gender": person.sex.capitalize(),
        "Ethnicity": person.ethnicity,
        "Primary support reason": person.reason,
        "Area": person.area,
        "Form ID": form.id,
        "Form": about["names"][-1 if form.started >= NEW_FORM else 0],
        "Started": f"{form.started:%d/%m/%Y}",
        "Completed": f"{form.completed:%d/%m/%Y}" if form.completed else "",
        "Team": form.team,
        "Worker ID": form.worker,
    }
    return [
        {**header, "Question code": code, "Question": question, "Answer": form.answers.get(key, "")}
        for key, code, question in about["questions"]
    ]


def written() -> tuple[bytes, bytes, bytes]:
    """The export, the list of what is broken in it, and the Client Level Data, as bytes."""
    described = yaml.safe_load((HERE / "council" / "town.yaml").read_text(encoding="utf-8"))
    grown = grow()
    whole = [rows_of(form, described) for form in grown]
    forms, broken = spoil(whole, Chance(SEED, "spoil"))
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for rows in forms:
        writer.writerows([*(row[column] for column in COLUMNS), *row.get("trailing", "")] for row in rows)
    listed = yaml.safe_dump(broken, sort_keys=False, allow_unicode=True, width=110)
    events = io.StringIO(newline="")
    writer = csv.writer(events, lineterminator="\r\n")
    writer.writerow(EVENT_COLUMNS)
    writer.writerows(map(line, flow(grown)))
    return text.getvalue().encode("utf-8-sig"), listed.encode("utf-8"), events.getvalue().encode("utf-8")


def main(folder: Path) -> None:
    """Write `forms.csv`, `broken.yaml` and `client-level-data.csv` into a folder."""
    export, broken, events = written()
    (folder / "forms.csv").write_bytes(export)
    head = b"# What is broken in forms.csv on purpose. Written by examples/grow.py: do not edit.\n"
    (folder / "broken.yaml").write_bytes(head + broken)
    (folder / "client-level-data.csv").write_bytes(events)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "council")
