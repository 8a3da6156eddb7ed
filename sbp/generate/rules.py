"""The reference pages of rules: one a rule, and a list of all."""

from sbp.generate.markdown import NOTICE, page, table
from sbp.reports.rule_page import rule_page
from sbp.rule import MarkRule
from sbp.rules import load_rules


def rule_pages() -> dict[str, str]:
    """Every page by its path below `docs/reference/`."""
    rules = load_rules()
    pages = {f"rules/{rule.id}.md": _noticed(rule_page(rule)) for rule in rules.rules}
    rows = [[f"[{rule.id}](rules/{rule.id}.md)", rule.level, rule.category, rule.title] for rule in rules.rules]
    intro = (
        "Each rule is one file below `rules/`, and its path is its id. See also: [add a rule](../how-to/add-a-rule.md)."
    )
    marks = [_mark(mark) for mark in rules.marks]
    pages["rules.md"] = page(
        "Rules", intro, table(["Rule", "Level", "Category", "What it is about"], rows), "## What is counted", *marks
    )
    return pages


def _noticed(text: str) -> str:
    title, rest = text.split("\n", 1)
    return f"{title}\n\n{NOTICE}\n{rest}"


def _mark(mark: MarkRule) -> str:
    return "\n\n".join(
        [f"### {mark.title} (`{mark.id}`)", mark.why.strip(), f"Source: {' '.join(mark.source.split())}"]
    )
