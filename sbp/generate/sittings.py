"""The reference page of a sitting's workbook: every sheet, every column, and what a decision must carry."""

import attrs

from sbp.codes import code_list
from sbp.forum.sitting import SHEETS, Sitting
from sbp.forum.sitting.outstanding import must_carry
from sbp.forum.sitting.reading import ABOUT, columns
from sbp.generate.markdown import bullets, page, table
from sbp.mapping.targets import Target

_HOLDS = {"text": "text", "date": "date", "yes-no": "yes or no", "number": "number"}


def sittings_page() -> str:
    """Every sheet of the workbook, then what each decision must carry."""
    intro = (
        "`sbp forum sheet` writes the workbook of a sitting, and `sbp forum decide` reads it back. "
        "Columns of your own may stand after these. "
        "As data (`sittings-internal.json`) a sitting fits `schemas/sitting.schema.json`."
    )
    sheets = [_sheet(ABOUT, Sitting), *(_sheet(name, cls) for name, (_, cls) in SHEETS.items())]
    return page("Workbook of a sitting", intro, *sheets, "## What a decision must carry", *_carried())


def _sheet(name: str, cls: type) -> str:
    about = {declared.name: declared.metadata for declared in attrs.fields(cls)}
    rows = [[column, _holds(target), *_said(about[target.field])] for column, target in columns(cls).items()]
    heading = " ".join((cls.__doc__ or "").split())
    return f"## {name}\n\n{heading}\n\n" + table(["Column", "Holds", "What it is", "Reference"], rows)


def _holds(target: Target) -> str:
    return f"one of [{target.codes}](codes.md#{target.codes})" if target.codes else _HOLDS[target.shape]


def _said(about: dict[str, str]) -> list[str]:
    unit = f" In {about['unit']}." if about["unit"] not in ("", "date") else ""
    return [about["about"] + unit, about["ref"]]


def _carried() -> list[str]:
    known = code_list("decision_codes")
    means = known["must_carry_means"]
    parts = ["Every decision:", bullets(means[name] for name in must_carry(None))]
    for item in known["items"]:
        own = [name for name in must_carry(item["slug"]) if name not in must_carry(None)]
        if own:
            parts += [f"Besides, *{item['label']}*:", bullets(means[name] for name in own)]
    return parts
