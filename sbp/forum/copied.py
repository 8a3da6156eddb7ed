"""Text that stands in the records of more than one person: offered as questions, and without a word of it."""

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MOST_COPIED = 12


@frozen(kw_only=True)
class Copied:
    """Records of different people that share so many long sentences."""

    records: tuple[str, ...]
    people: int
    sentences: int


@frozen(kw_only=True)
class CopiedTexts:
    """How many texts are shared, in how many records, and those that share the most."""

    texts: int
    records: int
    shown: tuple[Copied, ...]


def copied(store: "DuckDBPyConnection") -> CopiedTexts:
    """What records of different people share, by the number of sentences and then by id."""
    rows = store.execute(
        """SELECT list(record_id ORDER BY record_id), count(DISTINCT person_id), min(sentences) FROM copied
           GROUP BY text HAVING count(DISTINCT person_id) > 1 ORDER BY 3 DESC, 1"""
    )
    texts = 0
    records: set[str] = set()
    shown: list[Copied] = []
    while some := rows.fetchmany(10_000):
        texts += len(some)
        records.update(record for found, _, _ in some for record in found)
        for found, people, sentences in some[: MOST_COPIED - len(shown)]:
            shown.append(Copied(records=tuple(found), people=people, sentences=sentences))
    return CopiedTexts(texts=texts, records=len(records), shown=tuple(shown))
