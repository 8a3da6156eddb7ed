"""How the columns and questions of a council's export meet the fields of a record. One YAML file an export."""

from collections.abc import Iterable
from collections.abc import Mapping as AnyMapping
from functools import cached_property
from typing import Final, Literal

from attrs import Factory, frozen

from sbp.errors import MappingError
from sbp.mapping.cells import identifier
from sbp.mapping.codes import plain
from sbp.mapping.documents import are_documents, sayable
from sbp.mapping.targets import Target, header_targets, targets
from sbp.near import near
from sbp.records import RECORDS

Layout = Literal["long", "wide", "records"]

LEAVE_OUT: Final = "leave out"
"""Said of a form in `kinds` whose rows are not wanted."""

ANSWER_COLUMNS: Final = ("answer", "answer.date", "answer.number", "answer.other")
"""Where the answer stands: in the first of these that holds one. Some systems have a column for each type."""

ABOUT_ROWS: Final = ("kind", "question", *ANSWER_COLUMNS, "heading")
"""Names under `columns` that are not fields of a header."""


@frozen(kw_only=True)
class Answer:
    """Where the answer to a question goes, under which heading, whose words it is, and how it is split."""

    field: str
    heading: str = ""
    speaker: str = "worker"
    split: str = ""
    kinds: tuple[str, ...] = ()


_OF_A_GROUP: Final = "subject_person_id"
"""The column of Mosaic that holds nought or less where a form is about several people."""

UNKNOWN: Final = Answer(field="sections")
"""Where an answer goes whose question the mapping does not name."""


@frozen(kw_only=True, slots=False)
class Mapping:
    """How one export is to be read. `file` is where it stands, for sentences about it."""

    file: str
    layout: Layout
    dates: str = "day-first"
    columns: AnyMapping[str, str] = Factory(dict)
    kinds: AnyMapping[str, str] = Factory(dict)
    record: str = ""
    answers: AnyMapping[str, Answer] = Factory(dict)
    values: AnyMapping[str, AnyMapping[str, str]] = Factory(dict)

    def check_columns(self, columns: Iterable[str], file: str = "The export") -> None:
        """Raise `MappingError` when a mapped column is not there: wanted, found, nearest, how to put it right."""
        found = tuple(columns)
        missing = [(field, column) for field, column in self._wanted() if column not in found]
        if not missing:
            return
        if len(missing) == len(self._wanted()):
            raise MappingError(
                f"{file} has none of the columns that {self.file} names, and {len(found)} others. "
                "Is its first row the one with the column names, and is this the mapping for it?"
            )
        said = " ".join(
            f"{file} has no column '{column}', which {self.file} names for '{field}'.{near(column, found)}"
            for field, column in missing
        )
        raise MappingError(
            f"{said} The columns found are: {', '.join(sayable(found))}. Put the right name in the mapping."
        )

    def _wanted(self) -> tuple[tuple[str, str], ...]:
        wide = tuple((answer.field, column) for column, answer in self.answers.items()) if self.layout == "wide" else ()
        return tuple(self.columns.items()) + wide

    def unused(self, columns: Iterable[str]) -> tuple[str, ...]:
        """The columns of an export that this mapping leaves out, but for names of sheets and files."""
        columns = tuple(columns)
        if self.layout == "records" or are_documents(columns):
            return ()
        wanted = {column for _, column in self._wanted()}
        return tuple(column for column in columns if column not in wanted and not column.startswith("("))

    def kind_of(self, form: str) -> str:
        """The kind of record a form is; empty when the mapping does not say, `LEAVE_OUT` when it is not wanted."""
        return self._kinds.get(plain(form), "") if self.kinds else self.record

    def fields(self, kind: str) -> frozenset[str]:
        """The fields of a kind of record that the export holds, such as `team`, `sections`, `eligibility.reasons`."""
        if self.layout == "records":
            return frozenset(header_targets()) | _with_parts(targets(kind).values())
        heads = frozenset(field for field in self.columns if field not in ABOUT_ROWS)
        answered = [self.target(answer, kind) for answer in self.answers.values()]
        unknown = [targets(kind)["sections"]] if self.layout == "long" else []
        return heads | _with_parts(target for target in answered + unknown if target)

    def target(self, answer: Answer, kind: str) -> Target | None:
        """The field of a kind of record that an answer goes to, or None when that kind has no such field."""
        return None if answer.kinds and kind not in answer.kinds else targets(kind).get(answer.field)

    def record_id(self, cells: AnyMapping[str, object]) -> str:
        """The record's id in a row; empty when there is none."""
        return identifier(self._header(cells).get("id") if self._is_records else cells.get(self.columns["id"]))

    def person_id(self, cells: AnyMapping[str, object]) -> str:
        """The person's id in a row; empty when there is none.

        Below nought there is nobody; nought too is nobody where Mosaic writes it for a form about a group.
        """
        if not self._is_records:
            column = self.columns["person.id"]
            found = identifier(cells.get(column))
            return "" if found.startswith("-") or (found == "0" and plain(column) == _OF_A_GROUP) else found
        person = self._header(cells).get("person")
        return identifier(person.get("id") if isinstance(person, dict) else None)

    def _header(self, cells: AnyMapping[str, object]) -> AnyMapping[str, object]:
        header = cells.get("header")
        return header if isinstance(header, dict) else {}

    @cached_property
    def _is_records(self) -> bool:
        return self.layout == "records"

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {plain(form): kind for form, kind in self.kinds.items()}


def _with_parts(found: Iterable[Target]) -> frozenset[str]:
    return frozenset(name for target in found for name in (target.name, target.part) if name)


AS_RECORDS: Final = Mapping(file="the mapping", layout="records")
"""The mapping of a JSON export whose entries already are records of ours."""


def kinds_of(mapping: Mapping) -> tuple[str, ...]:
    """The kinds of record an export can hold."""
    if mapping.layout == "records":
        return tuple(RECORDS)
    return tuple(dict.fromkeys(kind for kind in (*mapping.kinds.values(), mapping.record) if kind in RECORDS))
