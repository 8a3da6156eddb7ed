"""All rules, marks and standards: those that come with `sbp`, and those of a house."""

import hashlib
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from attrs import evolve, frozen

from sbp import bundled
from sbp.errors import RuleError
from sbp.gates import likeness
from sbp.rule import MarkRule, Rule, Standard
from sbp.rulefile import read_rule


@frozen(kw_only=True, eq=False)
class RuleSet:
    """All rules, marks and standards of a run, and a hash that changes when any of them does."""

    rules: tuple[Rule, ...]
    marks: tuple[MarkRule, ...]
    standards: tuple[Standard, ...]
    hash: str

    def rule(self, rule_id: str) -> Rule:
        """One rule. Raises `RuleError` with the nearest ids for an id that is not known."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        near = get_close_matches(rule_id, [rule.id for rule in self.rules], 3)
        raise RuleError(f"There is no rule '{rule_id}'." + (f" Did you mean {' or '.join(near)}?" if near else ""))


@cache
def load_rules(folders: tuple[Path, ...] = ()) -> RuleSet:
    """The rules that come with `sbp`, and then those of each folder of house rules.

    A house rule with the id of a bundled one takes its place. Raises `RuleError`, naming file, key and remedy,
    for the first file that cannot be used.
    """
    found: dict[str, Rule | MarkRule | Standard] = {}
    digest = hashlib.sha256(likeness.path().read_bytes())
    ours = bundled.path("rules")
    for folder in (ours, *folders):
        for name, path in _files(folder):
            digest.update(name.encode() + b"\0" + path.read_bytes())
            if not name.startswith("words/"):
                found[name] = _ours(read_rule(path, name)) if folder == ours else read_rule(path, name)
    items = [found[name] for name in sorted(found)]
    return RuleSet(
        rules=tuple(item for item in items if isinstance(item, Rule)),
        marks=tuple(item for item in items if isinstance(item, MarkRule)),
        standards=tuple(item for item in items if isinstance(item, Standard)),
        hash=digest.hexdigest()[:16],
    )


def _ours(item: Rule | MarkRule | Standard) -> Rule | MarkRule | Standard:
    return evolve(item, is_bundled=True) if isinstance(item, Rule) else item


def names_in(folder: Path) -> tuple[str, ...]:
    """What the files of a folder of house rules are called, but for lists of words: rules, marks and standards.

    Raises `RuleError` when there is no such file.
    """
    if names := tuple(name for name, _ in _files(folder) if not name.startswith("words/")):
        return names
    raise RuleError(f"{folder} holds no rule file (.yaml), so there is nothing to test. Give the folder of the rules.")


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    if not folder.is_dir():
        raise RuleError(f"{folder} is not a folder. Give the folder that holds the rule files.")
    for path in sorted(folder.rglob("*.yaml")):
        yield path.relative_to(folder).with_suffix("").as_posix(), path
