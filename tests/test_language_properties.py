"""What holds for the language reading of any text: it ends, it points rightly, and the prefilter hides nothing."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from gold.measure import part
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from spacy.lang.en import English

from sbp.checks import Unbalanced
from sbp.checks.phrase import compile_phrase
from sbp.engine import Checker, compile_rules
from sbp.engine.compiled import _looked_for
from sbp.passage import Passage
from sbp.passage.normalise import normalise
from sbp.passage.sentences import sentence_spans
from sbp.passage.tokeniser import tokeniser

CHECKER = Checker()
READY = compile_rules(CHECKER.rules)
WHOLE = [rule for rule in READY.word_rules if not isinstance(rule.check, Unbalanced)]
"""The rules every match of which is a hit; of the others only the first is."""
READINGS = [(rule.id, reading) for rule in WHOLE for phrase in _looked_for(rule) for reading in compile_phrase(phrase)]
BY_WORD: dict[str, list[Any]] = {}
for numbered in READINGS:
    for word in numbered[1].anchored:
        BY_WORD.setdefault(word, []).append(numbered)
WRITTEN: dict[tuple[str, ...], list[str]] = {}
"""What the tokeniser reads otherwise than it is written: `won't` as *will not*, `nothin'` as *nothing*."""
for form in sorted(English.Defaults.tokenizer_exceptions or ()):
    WRITTEN.setdefault(tuple(token.norm_ or token.text.lower() for token in tokeniser()(form)), []).append(form)
EXAMPLES = [
    example.text.replace("[", "").replace("]", "")
    for rule in CHECKER.rules.rules
    for example in (*rule.flagged, *rule.clean)
    if example.text
]
LINKS = "not never if and but he she I said that n't 's . , ; : ? ' \" ‘ ’ “ ” ☒ • … <p> </p> <br/> &nbsp; &amp;"
ODD = "\u00ad|\u200b|\ufeff|\u00a0|-\n|\n|\n\n|\t|  |ﬁ|ſ|İ|ß|½|\x00|\ud800|<!--|-->|<style>|<|&"
REPEATED = [
    "She refuses to engage with carers. ",
    "refuses to engage ",
    "refuses to engage\n",
    '"I refuse to go," she said. ',
    "She can't cook, she won't shop. ",
    "Behaviour: challenging\n",
    "if he, ",
    "☒ refuses ",
    "e.g. ",
    "a-\nb",
    ".)",
    '"',
    " 'a",
    "&amp;",
    "<p>refuses",
    "<!--",
    "<style>",
    "\u0301",
    "x",
]


def of_element(element: Any) -> st.SearchStrategy[list[str]]:
    """Words that fit one element of a phrase."""
    if isinstance(element, frozenset):
        return st.sampled_from(sorted(element)).map(lambda word: [word])
    if isinstance(element, tuple):
        return st.just([]) | of_element(element[0])
    between = st.sampled_from(["the", "very", "old", "not", "Tom"])
    return st.lists(between, min_size=element == -1, max_size=max(1, element))


@st.composite
def phrases(draw: st.DrawFn) -> str:
    """Something that a phrase of a rule matches, some of its words written as people also write them."""
    _, reading = draw(st.sampled_from(READINGS))
    elements = (*reversed(reading.left), reading.anchored, *reading.right)
    words = [word for element in elements for word in draw(of_element(element))]
    written = []
    while words:
        known = [size for size in (2, 1) if tuple(words[:size]) in WRITTEN]
        size = draw(st.sampled_from([*known, 0]))
        written.append(draw(st.sampled_from(WRITTEN[tuple(words[:size])])) if size else words[0])
        del words[: size or 1]
    return draw(st.sampled_from([str.lower, str.capitalize, str.upper]))(" ".join(written))


relaxed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
pieces = st.one_of(
    phrases(),
    st.sampled_from(EXAMPLES),
    st.sampled_from(sorted({anchor for _, reading in READINGS for anchor in reading.anchors})),
    st.sampled_from([form for forms in WRITTEN.values() for form in forms]),
    st.sampled_from([*LINKS.split(), *ODD.split("|")]),
    st.text(max_size=5),
)
texts = st.text() | st.lists(pieces, max_size=12).map(" ".join) | st.lists(pieces, max_size=12).map("".join)
people = st.sampled_from(
    [None, {"name": "Mrs Joan Bell", "pronouns": "she/her"}, {"name": "", "pronouns": "they/them"}]
)
sections = st.sampled_from(["", "In my words", "Eligibility", "Risk", "Contingency"])


@relaxed
@given(text=texts, person=people, section=sections)
@example(text="\ud800 She refuses to engage.", person=None, section="")
@example(text=" \r\r", person=None, section="")
def test_any_text_is_read_and_every_finding_quotes_it_exactly(
    text: str, person: dict[str, str] | None, section: str
) -> None:
    for finding in CHECKER.check_text(text, person=person, section=section, notes=True):
        assert 0 <= finding.place.start < finding.place.end <= len(text)
        assert finding.quote == text[finding.place.start : finding.place.end]
        assert finding.quote in finding.sentence


@relaxed
@given(text=texts)
def test_marks_and_silenced_hits_lie_inside_the_text(text: str) -> None:
    reading = CHECKER.read_text(text)
    for met in (*reading.hits, *reading.marks):
        start, end = reading.passage.place(met.start, met.end)
        assert 0 <= start < end <= len(text)


@relaxed
@given(text=texts, other=texts)
def test_what_was_read_before_changes_nothing(text: str, other: str) -> None:
    alone = CHECKER.check_text(text, notes=True)
    CHECKER.check_text(other, notes=True)
    assert CHECKER.check_text(text, notes=True) == alone


@settings(relaxed, max_examples=150)
@given(text=phrases() | texts)
def test_the_prefilter_changes_nothing(text: str) -> None:
    assert with_prefilter(text) == without_prefilter(text)


@pytest.mark.parametrize("name", sorted({passage.id[0] for passage in part("tune")}))
def test_the_prefilter_changes_nothing_in_the_gold_set(name: str) -> None:
    for passage in part("tune"):
        if passage.id.startswith(name):
            assert with_prefilter(passage.text) == without_prefilter(passage.text), passage.id


def with_prefilter(text: str) -> set[tuple[str, int, int]]:
    """What the engine meets: rule, start, end."""
    whole = {rule.id for rule in WHOLE}
    return {(hit.rule.id, hit.start, hit.end) for hit in CHECKER.read_text(text).hits if hit.rule.id in whole}


def without_prefilter(text: str) -> set[tuple[str, int, int]]:
    """The same, from trying every phrase at every word of every sentence."""
    passage = Passage(text)
    sentences = map(passage.sentence, range(len(passage.sentence_spans)))
    return {(rule, *sentence.span(*span)) for sentence in sentences for rule, span in longest(sentence.words)}


def longest(words: tuple[str, ...]) -> list[tuple[str, tuple[int, int]]]:
    """The matches in a sentence, of those of a rule that overlap the longest, and then the first."""
    met = {
        (rule, span)
        for at, word in enumerate(words)
        for rule, reading in BY_WORD.get(word, ())
        if (span := reading.match(words, at))
    }
    kept: list[tuple[str, tuple[int, int]]] = []
    for rule, (first, last) in sorted(met, key=lambda each: (each[1][0] - each[1][1], each[1][0])):
        if not any(rule == other and first < end and start < last for other, (start, end) in kept):
            kept.append((rule, (first, last)))
    return kept


def calls(text: str) -> int:
    """How many calls a reading makes of a text not met before: its work, the same on every machine."""
    READY.met.clear()
    sentence_spans.cache_clear()
    normalise.cache_clear()
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        CHECKER.check_text(text, notes=True)
    finally:
        sys.setprofile(None)
    return count


def work(piece: str, size: int) -> tuple[int, int]:
    """How many calls a text of about some length takes, and one of four times that length."""
    times = max(1, size // len(piece))
    CHECKER.check_text(piece, notes=True)
    return calls(piece * times), calls(piece * 4 * times)


def is_linear(short: int, long: int) -> bool:
    """Whether four times the text is about four times the work; squared growth would be sixteen times."""
    return long <= 6 * short + 5000


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Stop a reading that hangs."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    ended = True
    try:
        yield
    except TimeoutError:
        ended = False
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    assert ended, f"not read in {seconds} seconds"


@pytest.mark.parametrize("piece", REPEATED, ids=ascii)
def test_work_grows_with_length(piece: str) -> None:
    with within(30):
        short, long = work(piece, 4_000)
    assert is_linear(short, long), f"{short} calls, then {long}"


@settings(relaxed, max_examples=20)
@given(piece=st.lists(pieces, min_size=1, max_size=4).map(" ".join).filter(bool))
def test_work_grows_with_length_whatever_is_repeated(piece: str) -> None:
    with within(30):
        short, long = work(piece, 2_000)
    assert is_linear(short, long), f"{short} calls, then {long}"


@pytest.mark.parametrize("piece", REPEATED, ids=ascii)
def test_a_text_of_two_hundred_kilobytes_is_read(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    with within(60):
        findings = CHECKER.check_text(text, notes=True)
    assert all(finding.quote == text[finding.place.start : finding.place.end] for finding in findings)
    assert bool(findings) == bool(CHECKER.check_text(piece, notes=True))
