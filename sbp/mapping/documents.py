"""The columns of an export that is made of documents: their other columns are labels that somebody may have typed."""

from collections.abc import Iterable, Mapping
from typing import Final

DOCUMENT: Final = "Document"
TITLE: Final = "Title"
QUESTION: Final = "Question"
ANSWER: Final = "Answer"
OWN: Final = (DOCUMENT, TITLE, QUESTION, ANSWER)

_SHORT: Final = 4


def are_documents(columns: Iterable[str]) -> bool:
    """Whether these are the columns of documents."""
    return {*OWN} <= {*columns}


def sayable(columns: Iterable[str]) -> tuple[str, ...]:
    """The columns that may be named in a message: of documents only our own."""
    kept = tuple(columns)
    return OWN if are_documents(kept) else kept


def printed(rows: Iterable[Mapping[str, object]]) -> set[str]:
    """Labels that are the form's own print: in more than one document, or short where there is but one."""
    seen_in: dict[str, set[object]] = {}
    documents: set[object] = set()
    for cells in rows:
        documents.add(cells.get(DOCUMENT))
        seen_in.setdefault(str(cells.get(QUESTION, "")), set()).add(cells.get(DOCUMENT))
    if len(documents) > 1:
        return {label for label, inside in seen_in.items() if len(inside) > 1}
    return {label for label in seen_in if len(label.split()) <= _SHORT}
