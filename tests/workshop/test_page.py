"""The page for the room, in a real browser: a learner reads, marks, reveals and writes, with mouse and with keys."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser import chromium, violations

PROJECTOR = {"width": 1920, "height": 1080}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def asked_for() -> list[str]:
    """What the page asked for besides itself."""
    return []


@pytest.fixture
def page(browser: Browser, one_hour: Path, asked_for: list[str]) -> Iterator[Page]:
    opened = opened_page(browser, one_hour / "workshop.html", asked_for)
    yield opened
    opened.context.close()


def opened_page(browser: Browser, file: Path, asked_for: list[str]) -> Page:
    """The page from the disk with the network off; what goes wrong in it fails the test."""
    context = browser.new_context(viewport=PROJECTOR, offline=True)  # type: ignore[arg-type]
    opened = context.new_page()

    def seen(route: Route) -> None:
        if route.request.url.split("#")[0] != file.as_uri():
            asked_for.append(route.request.url)
        route.continue_()

    opened.route("**/*", seen)
    opened.on("pageerror", lambda error: asked_for.append(f"error: {error}"))
    opened.on("console", lambda message: asked_for.append(f"console: {message.text}"))
    opened.goto(file.as_uri())
    return opened


def step(page: Page, number: int) -> None:
    for _ in range(number):
        following = page.get_by_role("link", name="Next", exact=True)
        href = following.get_attribute("href")
        following.click()
        page.locator(str(href)).wait_for(state="visible")


def marked(page: Page) -> str:
    words = page.locator("#s2p1 .word[aria-selected=true]").all_inner_texts()
    return " ".join(word.strip() for word in words)


def test_it_begins_with_what_it_is_for(page: Page, asked_for: list[str]) -> None:
    assert page.get_by_role("heading", level=1).inner_text() == "Whose words are these?"
    assert "invented; not yet reviewed by people with lived experience" in page.locator("#start").inner_text()
    assert page.locator(".step:visible").count() == 1
    assert asked_for == []


def test_a_learner_marks_with_the_mouse_reveals_and_sees_both(page: Page, asked_for: list[str]) -> None:
    step(page, 2)
    words = page.locator("#s2p1 .word")
    first, last = words.nth(2).bounding_box(), words.nth(3).bounding_box()
    assert first
    assert last
    page.mouse.move(first["x"] + 4, first["y"] + 8)
    page.mouse.down()
    page.mouse.move(last["x"] + 4, last["y"] + 8, steps=4)
    page.mouse.up()
    assert marked(page) == "lacks insight"
    words.nth(0).click()
    assert marked(page) == "Mr lacks insight"
    page.get_by_label("Why would you change it?").last.fill("He has insight enough to name the step.")
    page.get_by_role("button", name="Take away the mark on Mr").click()
    assert marked(page) == "lacks insight"
    assert page.get_by_label("Why would you change it?").input_value() == "He has insight enough to name the step."
    assert page.locator("#s2p1-tool").is_hidden()
    page.locator("#s2p1 .reveal").click()
    told = page.locator("#s2p1-tool")
    assert "Marked by you and the tool: 1. Only by you: 0. Only by the tool: 1." in told.inner_text()
    assert "Perhaps:" in told.inner_text()
    assert asked_for == []


def test_a_learner_marks_with_the_keyboard_alone(page: Page) -> None:
    page.keyboard.press("Tab")
    for _ in range(40):
        if page.evaluate("document.activeElement.textContent.trim()") == "Next":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Next", exact=True).press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('role')") == "option":
            break
    for key in ("ArrowRight", "ArrowRight", "Space", "Shift+ArrowRight"):
        page.keyboard.press(key)
    assert marked(page) == "lacks insight"
    assert page.locator("#said").inner_text() == "Marked: lacks insight."
    page.keyboard.press("Space")
    assert marked(page) == "lacks"
    page.keyboard.press("ArrowDown")
    assert (
        page.evaluate("document.activeElement.getBoundingClientRect().top")
        > (page.locator("#s2p1 .word").first.bounding_box() or {"y": 1e9})["y"]
    )
    page.keyboard.press("Tab")
    page.keyboard.type("It is ours that is lacking.")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#s2p1-tool").is_visible()
    assert page.evaluate("document.activeElement.id") == "s2p1-tool"


def test_a_screen_reader_hears_the_passage_the_words_and_the_marks(page: Page) -> None:
    step(page, 2)
    page.locator("#s2p1 .word").nth(2).click()
    tree = page.locator("#step-2").aria_snapshot()
    assert 'heading "Rob, first telling" [level=1]' in tree
    assert "blockquote: Mr Ellwood lacks insight into his limitations" in tree
    assert 'listbox "Risk"' in tree
    assert 'option "lacks" [selected]' in tree
    assert 'list "Your marks"' in tree
    assert 'textbox "Why would you change it?"' in tree
    assert 'button "Show what the tool marked"' in tree


def test_what_is_marked_and_written_can_be_printed(page: Page) -> None:
    step(page, 2)
    page.locator("#s2p1 .word").nth(3).click()
    page.get_by_label("Why would you change it?").fill("Whose insight?")
    page.locator("#s2p1 .word").nth(2).click()
    assert page.get_by_label("Why would you change it?").input_value() == "Whose insight?"
    page.emulate_media(media="print")
    assert page.locator("#s2p1 .marks").is_visible()
    assert page.locator("#s2p2 .marking").is_hidden()
    assert page.locator("#s2p1 .words").is_hidden()
    assert page.locator("#s2p1-tool").is_hidden()
    assert page.locator(".step:visible").count() == 7


def test_a_learner_writes_and_then_sees_one_way(page: Page) -> None:
    step(page, 4)
    page.get_by_label("Your own version: What he wants").fill("Mo's garden, Tuesdays.")
    way = page.locator("#way-4-1")
    assert way.is_hidden()
    page.locator("#step-4 .reveal").first.click()
    assert "before the broad beans go in" in way.inner_text()
    assert "Care Act 2014, section 9(4)(b)" in way.inner_text()


def test_nothing_typed_is_kept_or_sent(page: Page, asked_for: list[str]) -> None:
    step(page, 4)
    page.get_by_label("Your own version: What he wants").fill("A secret of the room")
    page.reload()
    assert page.get_by_label("Your own version: What he wants").input_value() == ""
    kept = "JSON.stringify([localStorage.length, sessionStorage.length, document.cookie])"
    assert page.evaluate(kept) == '[0,0,""]'
    assert asked_for == []


def test_the_policy_lets_only_this_script_run_and_nothing_be_fetched(page: Page, one_hour: Path) -> None:
    html = (one_hour / "workshop.html").read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'",
        policy[1].replace("&#39;", "'"),
    )
    assert not re.search(r"(?:src|href)=[\"']?https?:|url\(|localStorage|sessionStorage|fetch\(|XMLHttp", html)
    added = "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s);"
    assert page.evaluate(f"() => {{ {added} return window.ran }}") is None


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768), (390, 844)])
def test_every_step_can_be_read_by_everybody_at_any_size(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    for number in range(7):
        for button in page.locator(".step:not([hidden]) .reveal").all():
            button.click()
        assert violations(page) == [], number
        assert page.evaluate("document.documentElement.scrollWidth") <= width, number
        if number < 6:
            step(page, 1)


def test_the_clock_counts_and_ends_nothing(page: Page) -> None:
    page.clock.install()
    page.reload()
    step(page, 1)
    page.get_by_role("button", name="Start the clock").click()
    page.clock.run_for(61_000)
    assert page.locator("#step-1 .left").inner_text() == "3:59 left"
    page.clock.run_for(240_000)
    assert "The time is up" in page.locator("#step-1 .left").inner_text()
    assert page.locator("#step-1").is_visible()


def test_hands_show_where_the_room_differs(browser: Browser, calibration: Path, asked_for: list[str]) -> None:
    page = opened_page(browser, calibration / "workshop.html", asked_for)
    step(page, 2)
    question = "Does the person speak in this record?"
    for record, yes, no in (("Pauline", 9, 1), ("Elsie", 5, 5)):
        page.get_by_label(f"Yes, {question} {record}", exact=True).fill(str(yes))
        page.get_by_label(f"No, {question} {record}", exact=True).fill(str(no))
    page.get_by_role("button", name="Show where we differ").click()
    rows = page.locator("#differ-2 tbody tr").all_inner_texts()
    assert [row.split("\t")[0] for row in rows] == ["Elsie", "Pauline"]
    assert [row.split("\t")[-1] for row in rows] == ["44%", "80%"]
    assert violations(page) == []
    assert asked_for == []
    page.context.close()
