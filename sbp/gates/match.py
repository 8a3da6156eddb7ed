"""What every gate is handed: a match in its sentence, and what the rule wants to know."""

from typing import Literal

from attrs import field, frozen

from sbp.passage import Passage, Sentence

About = Literal["person", "family", "matter", "handled", "setting", "anything"]
"""Whom or what a verdict may be passed on to count: the person; or also family; or also a matter (a story, a house);
or also what is done by staff and services, and, of `handled`, not with things; or anything at all."""
Reads = Literal["term", "verdict"]


@frozen(eq=False)
class Match:
    """Where a rule's words stand: tokens `first` up to but not including `last` of a sentence."""

    sentence: Sentence
    first: int
    last: int
    reads: Reads = "verdict"
    about: About = "person"
    unless: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    only_where: str = ""
    category: str = ""
    """Of the rule, if it comes with `sbp`: a house rule may look for words that nobody has annotated."""
    span: tuple[int, int] = field(init=False)
    """Start and end in the passage's plain text."""
    passage: Passage = field(init=False)
    words: tuple[str, ...] = field(init=False, repr=False)
    """The tokens of the whole sentence."""

    @span.default
    def _span(self) -> tuple[int, int]:
        return self.sentence.span(self.first, self.last)

    @passage.default
    def _passage(self) -> Passage:
        return self.sentence.passage

    @words.default
    def _words(self) -> tuple[str, ...]:
        return self.sentence.words

    def before(self, reach: int = 1000) -> tuple[str, ...]:
        """Tokens of the sentence left of the match, at most `reach` of them."""
        return self.words[max(0, self.first - reach) : self.first]

    def after(self, reach: int = 1000) -> tuple[str, ...]:
        """Tokens of the sentence right of the match, at most `reach` of them."""
        return self.words[self.last : self.last + reach]

    def line(self) -> tuple[int, int]:
        """Start and end of the line the match stands on, in the passage's plain text, not far to either side."""
        text = self.passage.plain.text
        start, end = self.span
        opening, closing = max(0, start - 300), min(len(text), end + 300)
        following = text.find("\n", end, closing)
        before = text.rfind("\n", opening, start)
        return opening if before < 0 else before + 1, closing if following < 0 else following


Disposition = Literal["silent", "note", "down", "outweighed"]


@frozen
class Answer:
    """Why a gate moves a finding: out of sight, to a note, or one level down; outweighed, it moves nothing."""

    disposition: Disposition
    reason: str


def silent(reason: str) -> Answer:
    """The words are right where they stand."""
    return Answer("silent", reason)


def note(reason: str) -> Answer:
    """Worth showing on request only."""
    return Answer("note", reason)


def down(reason: str) -> Answer:
    """Worth saying, one level lower."""
    return Answer("down", reason)
