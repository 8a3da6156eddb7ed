"""Letters in the place of words, in what the person is meant to read."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.wording import read_once
from sbp.findings import Place
from sbp.records import prose

_LETTERS = re.compile(r"\b[A-Z][A-Z0-9&/]{1,5}s?\b")


@frozen(kw_only=True)
class Acronyms:
    """Find records of at least `words` words with at least `least` different acronyms that are nowhere spelled out.

    `share` is how many in a hundred words they make up at least. Those in `known` are household words. A record in
    capitals throughout has none.
    """

    known: tuple[str, ...]
    least: int = 5
    share: int = 4
    words: int = 40

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """At most one place a record: the first of them."""
        for record in case_file.records:
            if record.kind not in scope:
                continue
            found: list[tuple[str, Place]] = []
            count = 0
            for item in prose(record):
                passage = read_once(item.entry.text)
                text = passage.plain.text
                count += len(text.split())
                for met in _LETTERS.finditer("" if text.isupper() else text):
                    if met.group().rstrip("s") not in self.known and not _is_spelled_out(text, met):
                        start, end = passage.place(*met.span())
                        place = Place(record_id=record.header.id, field=item.pointer, start=start, end=end)
                        found.append((met.group(), place))
            different = len({letters for letters, _ in found})
            if count >= self.words and different >= self.least and 100 * len(found) >= self.share * count:
                yield found[0][1]


def _is_spelled_out(text: str, met: re.Match[str]) -> bool:
    """Whether the letters stand in brackets after their words, or before them."""
    return text[met.start() - 1 : met.start()] == "(" or text[met.end() : met.end() + 2] == " ("
