"""What the pages say is so: their links lead somewhere, their commands exist, their examples run."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import sbp
from sbp.cli.running import run
from sbp.generate.commands import all_commands

CHECKOUT = Path(__file__).parents[1]
PAGES = [CHECKOUT / "README.md", CHECKOUT / "CHANGELOG.md", *sorted((CHECKOUT / "docs").rglob("*.md"))]
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(CHECKOUT).as_posix())


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


@every_page
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    inside = [link for link in links if not link.startswith(("http", "urn:", "mailto:"))]
    assert [link for link in inside if not _there(page, link)] == []


def _there(page: Path, link: str) -> bool:
    name, _, anchor = link.partition("#")
    target = (page.parent / name) if name else page
    return target.exists() and (not anchor or anchor in _anchors(target))


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_page_can_be_reached_from_the_index() -> None:
    reached, ahead = set(), [CHECKOUT / "docs" / "index.md"]
    while ahead:
        page = ahead.pop()
        if page not in reached:
            reached.add(page)
            names = re.findall(r"\]\(([^)#\s]+\.md)", page.read_text(encoding="utf-8"))
            ahead.extend((page.parent / name).resolve() for name in names if not name.startswith("http"))
    assert [page for page in PAGES if page not in reached] == []


@every_page
def test_the_commands_a_page_names_exist(page: Path) -> None:
    known = {words for words, _ in all_commands()}
    named = re.findall(r"\bsbp [a-z]+\b", "\n".join(blocks(page, "console")))
    assert [words for words in named if words not in known] == []


def test_the_readme_shows_what_really_is_printed() -> None:
    [shown] = [block for block in blocks(CHECKOUT / "README.md", "console") if block.startswith("$ echo")]
    command, printed = shown.split("\n", 1)
    [note] = re.findall(r'^\$ echo "(.*)" \| sbp check -$', command)
    done = subprocess.run(
        [sys.executable, "-m", "sbp", "check", "-"],
        input=f"{note}\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert printed == done.stdout


def test_the_readme_uses_the_library_as_it_is() -> None:
    for code in blocks(CHECKOUT / "README.md", "python"):
        names: dict[str, object] = {}
        exec(compile(code, "README.md", "exec"), names)
        assert names["findings"] == sbp.check_text("Mrs Bell refuses to engage with carers.")


def test_the_how_to_checks_a_record_as_it_says() -> None:
    [code] = blocks(CHECKOUT / "docs/how-to/check-a-record.md", "python")
    names: dict[str, Any] = {}
    exec(compile(code, "check-a-record.md", "exec"), names)
    [(field, quote, *_)] = names["shown"]
    assert (field, quote) == ("/sections/0/entries/0/text", "refuses to engage")
    assert names["on_save"]({"kind": "case_note"}) == [("/header", "is wanted and not there")]


def test_the_rule_of_the_how_to_is_a_rule_and_holds(tmp_path: Path) -> None:
    [rule] = blocks(CHECKOUT / "docs" / "how-to" / "add-a-rule.md", "yaml")
    (tmp_path / "language").mkdir()
    (tmp_path / "language" / "winter-pressure.yaml").write_text(rule, encoding="utf-8")
    assert run(["rules", "test", str(tmp_path)]) == 0


def test_the_readme_fits_a_screen_before_its_commands() -> None:
    lines = (CHECKOUT / "README.md").read_text(encoding="utf-8").splitlines()
    assert "make demo" in "\n".join(lines[:10])
    assert len(lines) <= 80
