"""The reference page of what a check gives: the keys of `Finding.to_dict()`, and the levels."""

from sbp.findings import LEVELS, Level
from sbp.generate.markdown import page, table

KEYS: dict[str, str] = {
    "rule": "The rule's id: the path of its file under `rules/`, or `data/…` for what is said of the data themselves.",
    "category": "What kind of thing it is, such as `lang.blame` or `data.cut_short`.",
    "level": "`error`, `query`, `suggestion` or `note`.",
    "message": "One sentence to the worker: what was seen, as an offer.",
    "record_id": "The record it is in.",
    "field": "JSON pointer (RFC 6901) of the field in the record; empty when it is about the record as a whole.",
    "start": "Where the words begin: code points of the original text, from 0.",
    "end": "Where the words end: the code point after the last.",
    "quote": "The words themselves. Empty when nothing is quoted.",
    "instead": "Ways to put it, as a list.",
    "ask": "One question to be curious about.",
    "source": "Whose advice it is.",
}

_LEVELS: dict[Level, str] = {
    "error": "It cannot be right: a date before birth, another person's name.",
    "query": "Please look at it.",
    "suggestion": "There may be a better way to put it.",
    "note": "Good to know. Shown only on request (`--notes`).",
}


def findings_page() -> str:
    """The keys in the order in which `to_dict` gives them, then the levels from most to least pressing."""
    keys = table(["Key", "What it holds"], [[f"`{key}`", sentence] for key, sentence in KEYS.items()])
    levels = table(["Level", "What it says"], [[f"`{level}`", _LEVELS[level]] for level in reversed(LEVELS)])
    intro = "`sbp check --format json`, `findings.jsonl` and `Finding.to_dict()` give these keys."
    return page("Findings", intro, keys, "## Levels", levels)
