"""The rows of some people, and all that reading them gives: a piece of work that a process can be handed."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from attrs import field, frozen

from sbp.build import Repair, SetAside, build, merge_repairs
from sbp.build.built import aside
from sbp.casefile import gather
from sbp.engine import check
from sbp.errors import place_in_code
from sbp.findings import Checked
from sbp.mapping import Mapping
from sbp.mapping.mapping import kinds_of
from sbp.readers import Row
from sbp.rules import RuleSet
from sbp.stage import size_of
from sbp.store import columns, columns_of

People = list[list[Row]]
"""The rows of several people, a list for each."""

MOST: Final = 500
SIZE: Final = 400_000
"""A batch ends with so many people, or with rows of about so many bytes."""


@frozen(kw_only=True)
class Worked:
    """What a batch gave, ready to be written: columns by table, how many rows it had, how many were used."""

    tables: dict[str, list[list[Any]]] = field(repr=False)
    rows: int
    used: int
    people: int
    records: int


@frozen(kw_only=True)
class Job:
    """All that is needed to work on any batch of a run."""

    mapping: Mapping
    rules: RuleSet
    keep_text: bool = True
    as_at: date | None = None

    @property
    def exported(self) -> dict[str, frozenset[str]] | None:
        """The fields the export holds for each kind of record; None where its entries are whole records."""
        if self.mapping.layout == "records":
            return None
        return {kind: self.mapping.fields(kind) for kind in kinds_of(self.mapping)}


def batches(people: Iterable[list[Row]]) -> Iterator[People]:
    """People put together. The same people always give the same batches."""
    batch: People = []
    size = 0
    for rows in people:
        batch.append(rows)
        size += sum(map(size_of, rows))
        if len(batch) == MOST or size > SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def work(batch: People, job: Job) -> Worked:
    """Build, gather and check. Whatever goes wrong over one person's records stays with them."""
    checked: list[tuple[str, Checked]] = []
    set_aside: list[SetAside] = []
    repairs: list[Repair] = []
    used = 0
    exported = job.exported
    for rows in batch:
        try:
            built = build(rows, job.mapping)
            theirs = [
                (one.person_id, check(one, job.rules, job.as_at, exported).with_findings(built.findings))
                for one in gather(built.records)
            ]
        except Exception as problem:
            set_aside.extend(aside(row, _unforeseen(problem)) for row in rows)
            continue
        checked += theirs
        used += built.used
        set_aside += built.set_aside
        repairs += built.repairs
    tables = columns(checked, job.keep_text)
    tables["set_aside"] = columns_of((one.file, one.sheet, one.row, one.column, one.sentence) for one in set_aside)
    tables["repairs"] = columns_of(
        (one.kind, one.column, one.count, one.file, one.row) for one in merge_repairs(repairs)
    )
    records = len(tables["records"][0]) if tables["records"] else 0
    return Worked(tables=tables, rows=sum(map(len, batch)), used=used, people=len(checked), records=records)


def _unforeseen(problem: Exception) -> str:
    return (
        f"Something went wrong inside sbp over this person's records ({place_in_code(problem)}). "
        "Nothing of them is shown here. Please report it."
    )
