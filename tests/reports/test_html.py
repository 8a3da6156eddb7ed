"""The report is one safe file that everybody can read."""

import itertools
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from kept import made, sample
from outputs import words_of

from sbp.findings import Checked, Fact, Finding, Mark, Place
from sbp.reports import REPORT, write_reports
from sbp.reports.html import TEMPLATES, anchor

HOSTILE = "</blockquote><script>alert(1)</script><img src=http://x/ onerror=alert(1)>{{ 7*7 }}\x00\u202e"
VOID = {"meta", "br", "img", "rect", "link", "input", "hr"}


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)

    def all(self, *names: str) -> list[dict[str, str]]:
        return [attrs for tag, attrs in self.tags if tag in names]


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = sample(tmp_path_factory.mktemp("store"))
    write_reports(folder)
    return (folder / REPORT).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def hostile(folder: Path) -> str:
    place = Place(record_id="<b>R1</b>", field="/x", start=1, end=9)
    finding = Finding(
        rule="language/refuses", category="lang.<i>x</i>", level="query", message=HOSTILE, place=place,
        quote=HOSTILE, sentence=f"So {HOSTILE} it was.", instead=(HOSTILE,), ask=HOSTILE, source=HOSTILE,
    )  # fmt: skip
    facts = {"kind": "review", "person_id": HOSTILE, "team": HOSTILE, "words": 5, "date": "2026-01-01"}
    facts["standard/own-words"] = True
    marks = [Mark(kind=kind, place=place, quote=HOSTILE) for kind in ("voice-person", "network")]
    marks += [Mark(kind=f"strength-{name}", place=place, quote=HOSTILE) for name in ("capability", "together")]
    checked = Checked(
        findings=(finding,),
        marks=tuple(marks),
        facts=tuple(Fact(record_id=place.record_id, name=name, value=value) for name, value in facts.items()),
    )
    write_reports(made(folder, (HOSTILE, checked), export=HOSTILE))
    return (folder / REPORT).read_text(encoding="utf-8")


def test_its_first_line_says_that_it_is_not_for_sharing(text: str) -> None:
    assert "internal: not for sharing" in text.splitlines()[0]
    assert text.index("Internal: not for sharing") < text.index("<h1")
    assert "internal" in REPORT


def test_it_holds_no_script_and_asks_nothing_of_anybody(text: str, page: Page) -> None:
    assert not page.all("script", "iframe", "object", "embed", "link", "img", "form", "base")
    for _, attrs in page.tags:
        assert not [name for name in attrs if name.startswith("on")]
        assert all(value.startswith("#") for name, value in attrs.items() if name in ("src", "href"))
    assert "http" not in text.replace("http-equiv", "")
    assert "url(" not in text
    assert "@import" not in text


def test_a_browser_is_told_to_load_nothing(page: Page) -> None:
    [policy] = [attrs["content"] for attrs in page.all("meta") if "http-equiv" in attrs]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")


def test_nothing_a_record_holds_becomes_markup(tmp_path: Path) -> None:
    text = hostile(tmp_path)
    found = Page(text)
    assert not found.all("script", "img", "i", "b")
    assert found.crossed == []
    assert found.open == []
    assert "&lt;script&gt;" in text
    assert "{{ 7*7 }}" in text
    assert "\x00" not in text
    assert "\u202e" not in text


def test_every_tag_is_closed_in_order(page: Page) -> None:
    assert (page.crossed, page.open) == ([], [])


def test_every_id_is_given_once_and_every_link_has_its_end(page: Page) -> None:
    ids = Counter(attrs["id"] for _, attrs in page.tags if "id" in attrs)
    assert [name for name, times in ids.items() if times > 1] == []
    ends = {attrs["href"].removeprefix("#") for attrs in page.all("a")}
    ends |= {name for _, attrs in page.tags for name in attrs.get("aria-labelledby", "").split()}
    assert ends - set(ids) == set()


def test_headings_go_down_one_step_at_a_time(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    body = levels[levels.index(1) :]
    assert all(after - before <= 1 for before, after in itertools.pairwise(body))


def test_it_says_its_language_and_has_a_title_and_a_way_past_the_contents(page: Page) -> None:
    assert page.all("html") == [{"lang": "en-GB"}]
    assert page.all("title")
    assert page.all("a")[0] == {"class": "skip", "href": "#main"}
    assert page.all("main")[0]["id"] == "main"


def test_every_table_has_a_caption_and_headings_with_a_scope(text: str, page: Page) -> None:
    tables = len(page.all("table"))
    assert tables >= 8
    assert len(page.all("caption")) == tables
    assert {attrs.get("scope") for attrs in page.all("th")} == {"col", "row"}
    assert "<td></td>" not in text


def test_every_region_that_scrolls_can_be_reached_and_has_a_name(page: Page) -> None:
    regions = [attrs for attrs in page.all("div") if "scroll" in attrs.get("class", "").split()]
    assert len(regions) == len(page.all("table")) + len(page.all("figure"))
    assert all(region["tabindex"] == "0" and region["role"] == "region" for region in regions)
    assert all(region.get("aria-labelledby") or region.get("aria-label") for region in regions)


def test_a_drawing_is_hidden_from_screen_readers_or_has_a_name_and_one_voice(page: Page) -> None:
    charts = [attrs for attrs in page.all("svg") if attrs.get("role") == "img"]
    assert len(page.all("svg")) > len(charts)
    assert len(charts) == 4
    assert all(attrs.get("role") == "img" or attrs["aria-hidden"] == "true" for attrs in page.all("svg"))
    assert len(page.all("title")) == len(page.all("desc")) + 1 == len(charts) + 1


def test_it_opens_with_what_is_strong(text: str) -> None:
    order = [text.index(f"<h2>{heading}</h2>") for heading in ("What is strong", "What to talk about")]
    assert order == sorted(order)


def test_it_says_plainly_what_the_rules_were_tested_on(text: str) -> None:
    assert text.count("o real council record has been tested") >= 3


def test_no_worker_is_in_any_output_and_no_word_or_id_in_those_to_share(tmp_path: Path) -> None:
    for path in write_reports(sample(tmp_path)):
        text = words_of(path)
        assert not re.search(r"\bW\d+\b", text), path.name
        if "shareable" in path.name:
            assert not re.search(r"\b(NE|RE|CA|P)-?\d{4}\b", text), path.name
            assert "Idowu" not in text, path.name
            assert "bins" not in text, path.name
            assert "autumn.csv" not in text, path.name


def test_without_text_no_sentence_is_shown_and_the_report_says_so(tmp_path: Path) -> None:
    for path in write_reports(sample(tmp_path, keep_text=False)):
        text = words_of(path)
        assert "Idowu" not in text, path.name
        assert "before the bins go" not in text, path.name
    assert "made without words from records" in (tmp_path / REPORT).read_text(encoding="utf-8")


def test_an_audit_of_nothing_still_gives_a_report(tmp_path: Path) -> None:
    write_reports(made(tmp_path))
    page = Page((tmp_path / REPORT).read_text(encoding="utf-8"))
    assert (page.crossed, page.open) == ([], [])


@pytest.mark.parametrize(
    ("name", "made"), [("language/Suffers from", "language-suffers-from"), ("own-words", "own-words")]
)
def test_an_anchor_is_a_plain_word(name: str, made: str) -> None:
    assert anchor(name) == made


STYLE = (TEMPLATES / "report.css").read_text(encoding="utf-8")
PALETTE = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", STYLE))
TEXT = [
    *(
        (front, back)
        for front in ("ink", "quiet", "link")
        for back in ("paper", "ground", "strong-ground", "talk-ground")
    ),
    ("ink", "mark-ground"),
    ("ink", "focus"),
    ("paper", "ink"),
]
SHAPES = [
    ("bar", "paper"),
    ("bar", "bar-ground"),
    ("strong", "strong-ground"),
    ("talk", "talk-ground"),
    ("bar-range", "bar-ground"),
]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(PALETTE[one]), luminance(PALETTE[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("front", "back"), TEXT)
def test_text_stands_out_from_what_is_behind_it(front: str, back: str) -> None:
    assert contrast(front, back) >= 4.5


@pytest.mark.parametrize(("front", "back"), SHAPES)
def test_shapes_stand_out_from_what_is_behind_them(front: str, back: str) -> None:
    assert contrast(front, back) >= 3


def test_every_colour_is_in_the_palette() -> None:
    outside = STYLE[STYLE.index("}") :]
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", outside)


def test_the_style_is_small() -> None:
    assert len(STYLE.encode()) < 9_000
