"""What one rule says of itself, as a page of Markdown: for `sbp rules show` and the reference."""

from collections.abc import Iterable

from sbp.rule import Example, Rule


def rule_page(rule: Rule) -> str:
    """A rule: what it finds, why, examples, what to say instead, what to ask, whose advice it is."""
    parts = [
        f"# {_line(rule.title)}",
        f"`{rule.id}` · {rule.level} · {rule.category}" + _memory(rule),
        "## What it finds",
        _line(rule.message),
        "## Why",
        rule.why.strip(),
        "## Flagged",
        "Brackets mark the words that are found.",
        _bullets(map(_example, rule.flagged)),
        "## Not flagged",
        _bullets(map(_example, rule.clean)),
        "## Instead",
        _bullets(rule.instead),
        "## Ask",
        _line(rule.ask),
        "## Source",
        _line(rule.source),
    ]
    return "\n\n".join(parts) + "\n"


def _memory(rule: Rule) -> str:
    return " · rests on a reference that is from memory, to be confirmed" if rule.from_memory else ""


def _example(example: Example) -> str:
    if example.records:
        kinds = ", ".join(str(record.get("kind", "record")).replace("_", " ") for record in example.records)
        return (
            f"{len(example.records)} records ({kinds}): see the rule's file."
            if example.records[1:]
            else (f"A record ({kinds}): see the rule's file.")
        )
    words = _line(example.text)
    return f"{words} *(under “{example.section}”)*" if example.section else words


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {_line(item)}" for item in items)


def _line(words: str) -> str:
    return " ".join(words.split())
