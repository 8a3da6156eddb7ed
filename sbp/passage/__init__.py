"""One text, read once: plain text with a way back, sections, quotations, sentences, tokens.

Offsets inside a passage are positions in its plain text; `Passage.place` leads back to the original.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property

from attrs import define, field, frozen

from sbp.passage.normalise import Plain, normalise
from sbp.passage.quotes import quotations
from sbp.passage.sections import section_kind
from sbp.passage.sentences import sentence_spans
from sbp.passage.tokens import Tokens, tokenised


@frozen
class Who:
    """The person a text is about, as far as wording needs to know."""

    names: frozenset[str] = field(default=frozenset(), repr=False)
    pronouns: str = ""

    @classmethod
    def of(cls, person: Mapping[str, str] | None) -> "Who":
        """From a mapping with `name` and `pronouns`; None means that nothing is known."""
        if not person:
            return cls()
        words = normalise(person.get("name") or "").lower.replace("-", " ").split()
        names = frozenset(word.strip(".,") for word in words) - _TITLES
        return cls(frozenset(name for name in names if len(name) > 1), (person.get("pronouns") or "").lower())


_WORD = re.compile(r"\w+(?:-\w+)*")
_SPACES = re.compile(r"\s+")
_TITLES = frozenset("mr mrs ms miss mx dr prof professor sir dame lady lord rev reverend sister father the".split())


@define(eq=False, slots=False)
class Passage:
    """A text with its section, its kind of record and the person it is about."""

    text: str = field(repr=False)
    section: str = field(default="", repr=False)
    record_type: str = "case_note"
    who: Who = Who()
    speaker: str = "worker"
    plain: Plain = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        self.plain = normalise(self.text)

    @cached_property
    def section_kind(self) -> str:
        """What the heading invites, such as own-words or eligibility; empty where nothing is known of it."""
        return section_kind(self.section)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the heading and the text, in lower case, hyphens kept."""
        return frozenset(_WORD.findall(f"{normalise(self.section).lower} {self.plain.lower}"))

    @cached_property
    def names_person(self) -> bool:
        """Whether the text calls the person by name."""
        written = self.plain.lower
        return any(name in written for name in self.who.names)

    @cached_property
    def quotes(self) -> tuple[tuple[int, int], ...]:
        """Stretches in quotation marks."""
        return quotations(self.plain.text)

    @cached_property
    def sentence_spans(self) -> tuple[tuple[int, int], ...]:
        """Start and end of every sentence."""
        return sentence_spans(self.plain.text)

    @cached_property
    def specific(self) -> dict[int, bool]:
        """Which sentences were found to hold something specific, by number."""
        return {}

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.sentence_spans]

    @cached_property
    def _sentences(self) -> dict[int, "Sentence"]:
        return {}

    def sentence_number(self, at: int) -> int:
        """Which sentence holds a position."""
        return max(0, bisect_right(self._starts, at) - 1)

    def sentence(self, number: int) -> "Sentence":
        """One sentence, tokenised once."""
        if number not in self._sentences:
            start, end = self.sentence_spans[number]
            self.take_tokens(number, next(tokenised([" ".join(self.plain.lower[start:end].split())])))
        return self._sentences[number]

    def take_tokens(self, number: int, tokens: Tokens) -> None:
        """Take the tokens of a sentence from whoever has read the same words before."""
        self._sentences[number] = Sentence(self, number, tokens)

    def in_quotes(self, start: int, end: int) -> bool:
        """Whether a stretch lies inside quotation marks."""
        at = bisect_right(self.quotes, (start, len(self.text))) - 1
        return at >= 0 and end <= self.quotes[at][1]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the original text."""
        return self.plain.span(start, end)


@define(eq=False, slots=False)
class Sentence:
    """A sentence of a passage. `words` are its tokens in lower case, contractions written out."""

    passage: Passage
    number: int
    tokens: Tokens = field(repr=False)
    start: int = field(init=False)
    end: int = field(init=False)
    words: tuple[str, ...] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        self.start, self.end = self.passage.sentence_spans[self.number]
        self.words = self.tokens.words

    @cached_property
    def text(self) -> str:
        """The sentence in plain text."""
        return self.passage.plain.text[self.start : self.end]

    @cached_property
    def at(self) -> tuple[int, ...]:
        """Where each token starts in the plain text."""
        if self.end - self.start == self.tokens.length:
            return tuple([self.start + position for position in self.tokens.positions])
        wide = [(gap.start(), len(gap.group()) - 1) for gap in _SPACES.finditer(self.text) if len(gap.group()) > 1]
        shifted, lost = [], 0
        for position in self.tokens.positions:
            while wide and wide[0][0] < position + lost:
                lost += wide.pop(0)[1]
            shifted.append(self.start + position + lost)
        return tuple(shifted)

    @cached_property
    def raw(self) -> tuple[str, ...]:
        """Tokens as written."""
        text = self.passage.plain.text
        return tuple(text[at : at + length] for at, length in zip(self.at, self.tokens.lengths, strict=True))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Start and end, in plain text, of tokens `first` up to but not including `last`."""
        return self.at[first], self.at[last - 1] + self.tokens.lengths[last - 1]
