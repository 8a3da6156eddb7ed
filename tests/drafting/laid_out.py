"""Writes an export from its layout, and says what share of a draft is right."""

import csv
import random
from pathlib import Path

import yaml

LAYOUTS = yaml.safe_load((Path(__file__).parent / "layouts.yaml").read_text(encoding="utf-8"))
WORDS = [
    "she",
    "he",
    "walks",
    "to",
    "the",
    "shop",
    "with",
    "her",
    "sister",
    "and",
    "bakes",
    "on",
    "Fridays",
    "because",
    "kitchen",
    "is",
    "warm",
    "neighbour",
    "dog",
    "tea",
]
CHOICES = {
    "gender": ["Female", "Male"],
    "sex": ["F", "M"],
    "ethnicity": ["White: Irish", "Asian or Asian British: Indian", "No data: Refused"],
    "reason": ["Learning disability support", "Mental health support", "Physical Support: Access & mobility only"],
    "area": ["North", "South", "Castle Bank"],
    "team": ["East Locality", "Hospital Team", "Sensory"],
    "status": ["COMPLETED", "STARTED"],
    "page": ["About me", "Decision"],
    "yesno": ["Yes", "No"],
    "eligible": ["Eligible", "Not eligible"],
    "graded": ["Fully met", "Partially met", "Not met"],
    "review_type": ["planned", "unplanned"],
    "dp": ["Accepted", "Declined"],
}


def export(system: str, folder: Path, seed: int = 5) -> Path:
    """Write the export of a system as CSV."""
    chance = random.Random(seed)
    layout = LAYOUTS[system]
    path = folder / f"{system}.csv"
    serial = 0
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        out = csv.writer(handle)
        out.writerow(layout["columns"])
        for number in range(240):
            form, (_, questions) = chance.choice(list(layout["forms"].items()))
            person = 7000 + number // 3
            head = {
                "person": person,
                "name": f"{chance.choice('ABCDE')}nn Bell{person}",
                "born": f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/19{chance.randint(30, 99)}",
                "form_id": 500000 + number,
                "form": form,
                "start": f"{chance.randint(1, 28):02}/01/2026 00:00:00",
                "end": f"{chance.randint(1, 28):02}/02/2026 00:00:00" if chance.random() < 0.9 else "",
                "worker": f"W{chance.randint(1, 40)}",
                "nothing": "",
                **{name: chance.choice(values) for name, values in CHOICES.items()},
            }
            for code, (wording, _, shape) in questions.items():
                serial += 1
                said = answer(shape, chance)
                row = head | {"serial": serial, "code": code, "wording": wording, "answer": said}
                row |= {"text_answer": "", "date_answer": "", "number_answer": ""}
                row["number_answer" if shape == "money" else "date_answer" if shape == "date" else "text_answer"] = said
                out.writerow([row[what] for _, what in layout["columns"].values()])
    return path


def answer(shape: str, chance: random.Random) -> str:
    if shape in CHOICES:
        return chance.choice(CHOICES[shape])
    match shape:
        case "date":
            return f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/2026"
        case "money":
            return f"{chance.randint(50, 900)}.00"
        case "short":
            return "Ann Other"
        case "bullets":
            return "\n".join(f"- {sentence(chance)}" for _ in range(3))
        case _:
            return ". ".join(sentence(chance) for _ in range(chance.randint(2, 6)))


def sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(5, 14)))


def judged(system: str, draft) -> dict[str, tuple[int, int, list[str]]]:
    """For columns, forms and questions: how many are right, of how many, and which are not."""
    layout = LAYOUTS[system]
    placed = {one.name: one.field for one in draft.columns}
    columns = [name for name, (field, _) in layout["columns"].items() if placed.get(name) != field]
    kinds = draft.mapping.kinds if draft.mapping else {}
    forms = [form for form, (kind, _) in layout["forms"].items() if kinds.get(form) != kind]
    asked = {code: fields for _, questions in layout["forms"].values() for code, (_, fields, _) in questions.items()}
    said = {code: proposal.field for code, proposal in draft.questions}
    questions = [code for code, fields in asked.items() if said.get(code) not in fields]
    return {
        "columns": (len(layout["columns"]) - len(columns), len(layout["columns"]), columns),
        "forms": (len(layout["forms"]) - len(forms), len(layout["forms"]), forms),
        "questions": (len(asked) - len(questions), len(asked), questions),
    }
