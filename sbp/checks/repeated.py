"""The same words again in a later record of the same person."""

from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.findings import Place
from sbp.records import prose


@frozen(kw_only=True)
class Repeated:
    """Find entries of at least `words` words that stand, word for word, in an earlier record of the person."""

    words: int = 25

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place an entry, in the later record."""
        seen: set[str] = set()
        for record in case_file.records:
            entries = [
                (item.pointer, " ".join(item.entry.text.lower().split()), len(item.entry.text))
                for item in prose(record)
            ]
            for pointer, text, length in entries:
                if record.kind in scope and text in seen:
                    yield Place(record_id=record.header.id, field=pointer, start=0, end=length)
            seen.update(text for _, text, _ in entries if text.count(" ") + 1 >= self.words)
