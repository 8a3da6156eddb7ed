"""From rows and a mapping to records. Never raises for what the rows hold."""

from collections.abc import Iterable
from typing import Any

from attrs import Factory, define

from sbp import schema
from sbp.build.answers import answered, place
from sbp.build.built import Built, Repair, SetAside, Tally, aside, merge_repairs
from sbp.build.headers import header_of
from sbp.build.oddities import is_cut
from sbp.build.said import cut_short, data_rules
from sbp.findings import Finding
from sbp.mapping.cells import short_text
from sbp.mapping.mapping import LEAVE_OUT, Mapping
from sbp.readers.rows import Row
from sbp.records import Record

NO_ANSWERS = "The record holds no answers at all."
NOT_WANTED = "The mapping leaves this form out."
UNKNOWN_FORM = "The mapping does not say what kind of record this form is. Add the form's name under 'kinds'."


@define
class _Group:
    """The rows that stand under one record id."""

    person: str
    form: str
    rows: list[Row] = Factory(list)


def build(rows: Iterable[Row], mapping: Mapping) -> Built:
    """Make records of rows. Each row ends in a record or set aside, with a sentence that says why."""
    tally = Tally()
    set_aside: list[SetAside] = []
    records: list[Record] = []
    findings: list[Finding] = []
    used = 0
    for group in _groups(rows, mapping, tally, set_aside).values():
        made = _make(group, mapping, tally, findings)
        if isinstance(made, SetAside):
            set_aside.extend(aside(row, made.sentence, made.column) for row in group.rows)
        else:
            records.append(made)
            used += len(group.rows)
    set_aside.sort(key=lambda one: (one.file, one.sheet, one.row))
    return Built(
        records=tuple(records),
        used=used,
        set_aside=tuple(set_aside),
        repairs=tally.repairs(),
        findings=tuple(findings),
    )


def _groups(rows: Iterable[Row], mapping: Mapping, tally: Tally, set_aside: list[SetAside]) -> dict[str, _Group]:
    groups: dict[str, _Group] = {}
    for row in rows:
        for repair in row.repairs:
            tally.count(repair, "", row)
        refused = _join(groups, row, mapping)
        if refused is not None:
            set_aside.append(refused)
    return groups


def _join(groups: dict[str, _Group], row: Row, mapping: Mapping) -> SetAside | None:
    """Put a row with the others of its record, or say why it cannot be."""
    if row.problem:
        return aside(row, row.problem)
    record_id, person = mapping.record_id(row.cells), mapping.person_id(row.cells)
    for name, found in (("id", record_id), ("person.id", person)):
        if not found:
            return _without(name, row, mapping)
    form = short_text(row.cells.get(mapping.columns.get("kind", ""))) if mapping.kinds else ""
    group = groups.get(record_id)
    if group is None:
        groups[record_id] = _Group(person, form, [row])
        return None
    if mapping.layout == "long" and group.person == person and (not form or not group.form or form == group.form):
        group.form = group.form or form
        group.rows.append(row)
        return None
    return aside(row, repeated(group.rows[0], row, is_other=group.person != person), mapping.columns.get("id", ""))


def repeated(first: Row, row: Row, *, is_other: bool) -> str:
    """Why a row whose record id already stands elsewhere is set aside."""
    where = f"row {first.number}" if first.file == row.file else f"{first.file}, row {first.number}"
    whose = ", about another person" if is_other else ""
    return f"The record id already stands in {where}{whose}; an id may belong to one record only."


def _without(name: str, row: Row, mapping: Mapping) -> SetAside:
    what = "record id" if name == "id" else "person id"
    column = mapping.columns.get(name, "")
    return aside(row, f"There is no {what}, or what stands there cannot be one.", column)


def _make(group: _Group, mapping: Mapping, tally: Tally, findings: list[Finding]) -> Record | SetAside:
    first = group.rows[0]
    if mapping.layout == "records":
        return _loaded(dict(first.cells), first, mapping)
    kind = mapping.kind_of(group.form)
    if kind in ("", LEAVE_OUT):
        return aside(first, NOT_WANTED if kind else UNKNOWN_FORM, mapping.columns.get("kind", ""))
    answers = tuple(answered(group.rows, mapping, tally))
    data = place(answers, kind, mapping, tally)
    if not data:
        return aside(first, NO_ANSWERS)
    header = header_of(group.rows, group.form, mapping, tally)
    made = _loaded({"kind": kind, "header": header, **data}, first, mapping)
    if not isinstance(made, SetAside):
        findings += cut_short(made, [one.text for one in answers if is_cut(one.text)])
    return made


def _loaded(data: dict[str, Any], row: Row, mapping: Mapping) -> Record | SetAside:
    made = schema.load(data)
    if not isinstance(made, schema.Faults):
        return made
    fault = made.faults[0]
    others = f" {len(made) - 1} more fields do not fit either." if len(made) > 1 else ""
    field = f"Field {fault.field}" if fault.field else "The record as a whole"
    name = fault.field.removeprefix("/header/").replace("/", ".")
    return aside(row, f"{field} {fault.wanted}.{others}", mapping.columns.get(name, ""))


__all__ = ["Built", "Repair", "SetAside", "build", "data_rules", "merge_repairs"]
