"""An age that does not move while the years do."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile, age_on, written_on
from sbp.checks.wording import read_once
from sbp.findings import Place
from sbp.records import prose

_AGE = re.compile(r"\b(?:is (?:now )?an? |is )?(?:aged |(?=\d\d[- ]year[- ]old))(\d\d)(?:[- ]year[- ]old)?\b")


@frozen(kw_only=True)
class Age:
    """Find an age in the words of a later record that stood in an earlier one and the date of birth denies.

    Another person's age is another age: only one that was once the person's own, and is now at least `years` behind.
    """

    years: int = 1

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place an age, in the later record."""
        once: set[int] = set()
        for record in case_file.records:
            true = age_on(record.header.person.born_on, written_on(record))
            if true is None:
                continue
            for item in prose(record):
                passage = read_once(item.entry.text)
                for found in _AGE.finditer(passage.plain.lower):
                    said = int(found.group(1))
                    if said == true:
                        once.add(said)
                    elif record.kind in scope and said in once and true - said >= self.years:
                        start, end = passage.place(*found.span(1))
                        yield Place(record_id=record.header.id, field=item.pointer, start=start, end=end)
