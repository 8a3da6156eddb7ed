"""Findings stand under the words they are about, whatever the words are made of."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sbp.cli import under
from sbp.findings import Finding, Place


def shown(text: str, quote: str) -> list[str]:
    start = text.index(quote)
    place = Place(record_id="r", field="/f", start=start, end=start + len(quote))
    about = Finding(rule="a/b", category="lang.label", level="query", message="m", place=place, quote=quote)
    finding = evolve(about, instead=("x", "y"), ask="z?")
    return list(under.show(finding, "note.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "She suffers from pain.",
        "First line.\nShe suffers from pain.",
        "First line.\r\nShe suffers from pain.\r\n",
        "\tShe\tsuffers from pain.",
        "日本語 she suffers from pain.",
        "e\u0301e\u0301 she suffers from pain.",
        "A long line. " * 50 + "She suffers from pain." + " And more of it." * 50,
        "日本語" * 100 + " suffers from " + "日本語" * 100,
        "\x1b[31mShe suffers from pain.",
    ],
)
def test_carets_stand_under_the_words(text: str) -> None:
    _, line, carets, *_ = shown(text, "suffers from")
    before = line[: line.index("suffers from")]
    assert cell_len(before) == carets.index("^")
    assert carets.count("^") == len("suffers from")
    assert cell_len(line) <= 110


def test_the_line_number_and_column_are_those_of_the_text() -> None:
    assert shown("One.\nTwo.\n  She suffers from it.", "suffers from")[0].startswith(
        "note.txt, line 3, column 7: query a/b"
    )


def test_words_on_two_lines_are_marked_on_the_first() -> None:
    _, line, carets, *_ = shown("She suffers\nfrom pain.", "suffers\nfrom")
    assert line.endswith("She suffers")
    assert carets.count("^") == len("suffers")


def test_two_rewrites_and_a_question_follow() -> None:
    assert shown("She suffers from pain.", "suffers from")[3:] == ["  m", "  Perhaps: x", "  Or: y", "  Ask: z?"]


def test_a_finding_about_a_whole_record_has_no_picture() -> None:
    finding = Finding(rule="a/b", category="qual.x", level="query", message="m", place=Place(record_id="r", field=""))
    assert list(under.show(finding, "note.txt", "")) == ["note.txt: query a/b", "  m"]


@given(st.text(max_size=300), st.text(min_size=1, max_size=40), st.text(max_size=300))
def test_nothing_moves_the_cursor_or_fails(before: str, quote: str, after: str) -> None:
    text = before + quote + after
    place = Place(record_id="r", field="/f", start=len(before), end=len(before) + len(quote))
    finding = Finding(rule="a/b", category="lang.label", level="note", message="m", place=place, quote=quote)
    for line in under.show(finding, "note.txt", text):
        assert not set(line) & {"\x1b", "\r", "\n", "\b", "\x9b", "\u202e"}
