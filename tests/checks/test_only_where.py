"""Rules that speak only where a passage, or its heading, tells of what they presuppose."""

import re
from pathlib import Path

import pytest

from sbp.engine import Checker
from sbp.errors import RuleError
from sbp.rules import load_rules

RULE = """title: Back again
category: lang.victim_blame
level: query
message: This tells a return as if it were the cause.
why: Somebody makes it unsafe to leave.
source: an opinion
check:
  type: pattern
  only_where: {where}
  patterns: [went straight back]
instead: [She went back on Sunday; he has the children., She left twice.]
ask: What would leaving cost?
examples:
  flagged: ["He hit her. She [went straight back].", "She [went straight back]. Police aware."]
  clean: [She went straight back., He went home.]
"""


def house(folder: Path, where: str) -> Checker:
    (folder / "language").mkdir()
    (folder / "language" / "back-again.yaml").write_text(RULE.format(where=where), encoding="utf-8")
    return Checker(load_rules((folder,)))


def said(checker: Checker, text: str, section: str = "") -> bool:
    return any(finding.rule == "language/back-again" for finding in checker.check_text(text, section=section))


def test_the_words_may_stand_in_the_text_or_in_the_heading(tmp_path: Path) -> None:
    checker = house(tmp_path, "animal")
    assert said(checker, "She went straight back. The dog barked.")
    assert said(checker, "The Dog-walker came.\nThe DOG barked. She went straight back.")
    assert said(checker, "She went straight back.", section="Dogs, cats and post")
    assert not said(checker, "She went straight back.", section="Post")
    assert not said(checker, "She went straight back to see the dogma of it.")


def test_explain_says_what_is_not_there(tmp_path: Path) -> None:
    checker = house(tmp_path, "animal")
    hits = [hit for hit in checker.read_text("She went straight back.").hits if hit.rule.id == "language/back-again"]
    assert [(name, answer.disposition) for hit in hits for name, answer in hit.answers] == [("setting", "silent")]


def test_a_class_that_is_not_known_is_named_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=re.escape("animals. Did you mean animal")):
        house(tmp_path, "animals")
