"""Both editions in a real browser: axe-core finds nothing, nobody is asked for anything, all fits on a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import chromium, violations
from kept import sample
from playwright.sync_api import Browser, Page

from sbp.reports import write_reports


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = sample(tmp_path_factory.mktemp("store"))
    write_reports(made)
    return made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(params=["internal", "shareable"])
def page(browser: Browser, folder: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 320, "height": 640})
    asked: list[str] = []
    opened.on("request", lambda one: asked.append(one.url))
    opened.on("pageerror", lambda problem: asked.append(str(problem)))
    opened.on("console", lambda message: asked.append(message.text))
    opened.goto((folder / f"report-{request.param}.html").as_uri())
    yield opened
    assert [url.rsplit("/", 1)[-1] for url in asked] == [f"report-{request.param}.html"]
    opened.close()


def test_it_is_accessible_open_or_closed_and_no_wider_than_a_phone(page: Page) -> None:
    assert violations(page) == []
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_keyboard_comes_past_the_contents_and_into_every_table(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    page.keyboard.press("Tab")
    reached = {page.evaluate("document.activeElement.getAttribute('role')")}
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.getAttribute('role')"))
    assert "region" in reached


def test_on_paper_every_fold_is_open_and_the_contents_are_gone(page: Page) -> None:
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    hidden = (
        "[...document.querySelectorAll('details > table, details .scroll')].filter(each => !each.offsetHeight).length"
    )
    assert page.evaluate(hidden) == 0
