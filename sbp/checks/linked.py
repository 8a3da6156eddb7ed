"""Ids that should lead somewhere."""

from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.findings import Place


@frozen(kw_only=True)
class Linked:
    """Find items of a list that nothing points at, in records where something points.

    `items` is the list whose ids should be pointed at (`needs`), `by` the list that points (`outcomes`), `through`
    the field that holds the ids (`needs`). Records without ids are passed over: most real forms have none.
    """

    items: str
    by: str
    through: str

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place an item that is not pointed at."""
        for record in case_file.records:
            if record.kind not in scope:
                continue
            pointed = {target for item in getattr(record, self.by, ()) for target in getattr(item, self.through)}
            for position, item in enumerate(getattr(record, self.items, ()) if pointed else ()):
                if item.id and item.id not in pointed:
                    yield Place(record_id=record.header.id, field=f"/{self.items}/{position}")
