"""The same words again in a later record of the same person."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.wording import plain
from sbp.findings import Place
from sbp.records import Record, prose

_RUN = 4
_FIXED = ("history", "diagnos", "medical", "about me", "address", "contact", "consent", "guidance")


@frozen(kw_only=True)
class Repeated:
    """Find entries of at least `words` words that stand, nearly word for word, in an earlier record of the same kind.

    `share` is how many in a hundred runs of four words they have in common. Somebody's own words may be kept, and so
    may history: neither is looked at.
    """

    words: int = 25
    share: int = 90

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place an entry, in the later record."""
        seen: list[tuple[str, frozenset[str]]] = []
        for record in case_file.records:
            entries = list(self._entries(record)) if record.kind in scope else []
            for pointer, length, runs in entries:
                if any(kind == record.kind and self._is_copy(runs, other) for kind, other in seen):
                    yield Place(record_id=record.header.id, field=pointer, start=0, end=length)
            seen += [(record.kind, runs) for _, _, runs in entries]

    def _entries(self, record: Record) -> Iterator[tuple[str, int, frozenset[str]]]:
        for item in prose(record):
            words = re.findall(r"[\w']+", plain(item.entry.text))
            fixed = any(cue in plain(item.heading) for cue in _FIXED)
            own = (
                item.entry.speaker != "worker"
                or item.pointer.startswith("/in_their_words")
                or "/statement" in item.pointer
            )
            if len(words) >= self.words and not fixed and not own:
                runs = frozenset(" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
                yield item.pointer, len(item.entry.text), runs

    def _is_copy(self, runs: frozenset[str], other: frozenset[str]) -> bool:
        return 100 * len(runs & other) >= self.share * max(len(runs), len(other))
