"""How a phrase is found in a sentence: from its rarest written word outwards. `notation` says how it is written."""

from functools import cache

from attrs import frozen

from sbp.checks.notation import Element, read_notation

_EVERYWHERE = (
    "the , and . to a of in is ' with for he his on that was has she her as at not by it be they are i this from have "
    "had which been when there but their or who will can him would all what so no do does were if some could did any "
    "we you an my them hers its our me us these those being s - / 's 're 've 'll 'd 'm : ; x re ve ll d m"
)
EVERYWHERE = {word: rank for rank, word in enumerate(reversed(_EVERYWHERE.split()), 100)}
"""Words met in nearly every sentence; the higher, the oftener."""
_AUXILIARY = "do does did would could should must might need has had is was were are have may".split()
_NOT_JOINED = ("cannot", "cant", "wont", "shant", *(word + "nt" for word in _AUXILIARY))
WRITTEN: dict[str, tuple[str, ...]] = {
    **{word: (word, word + "nt") for word in _AUXILIARY},
    "can": ("can", "ca", "cant", "cannot"),
    "will": ("will", "wo", "wont", "'ll", "ll"),
    "shall": ("shall", "sha", "shant"),
    "have": ("have", "'ve", "ve", "havent"),
    "are": ("are", "'re", "re", "arent"),
    "am": ("am", "'m", "m"),
    "not": ("not", "nt", *_NOT_JOINED),
}
"""How a token of a contraction stands in a text: `won't` is `wo nt`, the first of them `will`; `cannot` is both."""
TOKEN_OF = {written: word for word, forms in WRITTEN.items() if word != "not" for written in forms} | {"can not": "can"}
_CAN_NOT = [frozenset(["can"]), frozenset(["not"])]
_CAN_NOT_WRITTEN = frozenset(["can not", "ca", "cant", "cannot"])
COMMON = frozenset(EVERYWHERE) | frozenset(
    "may might must shall should more most very own up out off down over into onto about than then too just "
    "only also now still again always often other others "
    "another one two get gets got go goes going went gone come comes came make makes made take takes took give "
    "gives given say says said see seen need needs needed "
    "want wants person people day days time times home house like well good much many after before because "
    "while how where himself herself themselves "
    "themself help support care staff carers carer family".split()
)


@frozen
class Reading:
    """One way of reading a phrase, laid out around the word it is looked for by.

    One of `anchors`, as it is written, must stand in the sentence, and one word of each of `others`. `anchored` are the
    words of the element the match starts from; `left` (nearest first) and `right` are what stands on either side.
    """

    anchors: tuple[str, ...]
    others: tuple[frozenset[str], ...]
    anchored: frozenset[str]
    left: tuple[Element, ...]
    right: tuple[Element, ...]

    def match(self, words: tuple[str, ...], at: int) -> tuple[int, int] | None:
        """The longest match whose anchor is token `at`: first token, one past the last."""
        last = _reach(self.right, words, at + 1, 1)
        if last is None:
            return None
        first = _reach(self.left, words, at - 1, -1)
        return None if first is None else (first + 1, last)


def _reach(elements: tuple[Element, ...], words: tuple[str, ...], position: int, step: int) -> int | None:
    """How far the elements reach from a position, as far as they can; None where they do not fit."""
    for number, element in enumerate(elements):
        word = words[position] if 0 <= position < len(words) else ""
        if isinstance(element, frozenset):
            if word not in element:
                return None
            position += step
        elif element == -1:
            if not word[:1].isalnum():
                return None
            position += step
        else:
            return _reach_over(element, elements[number + 1 :], words, position, step)
    return position


def _reach_over(
    element: tuple[frozenset[str]] | int, rest: tuple[Element, ...], words: tuple[str, ...], position: int, step: int
) -> int | None:
    """How far the rest reaches from after words that may be left out, or after up to so many of any kind."""
    best = _reach(rest, words, position, step)
    for _ in range(1 if isinstance(element, tuple) else element):
        word = words[position] if 0 <= position < len(words) else ""
        if word not in element[0] if isinstance(element, tuple) else not _may_stand_between(word):
            break
        position += step
        best = _farther(best, _reach(rest, words, position, step), step)
    return best


def _may_stand_between(word: str) -> bool:
    return word[:1].isalnum() and word not in _NEVER_BETWEEN


def _farther(one: int | None, other: int | None, step: int) -> int | None:
    if one is None or other is None:
        return other if one is None else one
    return max(one, other) if step > 0 else min(one, other)


@cache
def compile_phrase(written: str) -> tuple[Reading, ...]:
    """Compile one phrase.

    Raises `ValueError`, saying what is wrong, for brackets that do not close, a class that is not known,
    or a phrase in which every word is too common to look for.
    """
    return tuple(_reading(elements) for elements in read_notation(written))


def _reading(elements: list[Element]) -> Reading:
    required = [position for position, element in enumerate(elements) if isinstance(element, frozenset)]
    ranked = sorted(required, key=lambda position: _cost(_words(elements[position])))
    if not ranked:
        raise ValueError("has no word that is rare enough to look for")
    start = ranked[0]
    anchors = anchored = _words(elements[start])
    if _everywhere(anchors) == len(anchors) and [_words(elements[position]) for position in required[:2]] == _CAN_NOT:
        start, anchored, anchors = required[0], _CAN_NOT[0], _CAN_NOT_WRITTEN
    if _everywhere(anchors) == len(anchors):
        raise ValueError("has no word that is rare enough to look for")
    if not all(any(map(str.isalpha, anchor)) for anchor in anchors):
        raise ValueError("has a sign or a number where its rarest word should be")
    return Reading(
        anchors=tuple(sorted(spelled_out(anchors))),
        others=tuple(_words(elements[position]) for position in ranked if position != start),
        anchored=anchored,
        left=tuple(reversed(elements[:start])),
        right=tuple(elements[start + 1 :]),
    )


def _words(element: Element) -> frozenset[str]:
    assert isinstance(element, frozenset)
    return element


_NEVER_BETWEEN = frozenset(["but", "and", "because", "not", "never", "no", "nor", "neither", "without"])


def beside(elements: tuple[Element, ...]) -> frozenset[str] | None:
    """The words that may stand first in some elements; None where any may, or none need."""
    found: frozenset[str] = frozenset()
    for element in elements:
        if isinstance(element, int):
            return None
        if isinstance(element, frozenset):
            return found | element
        found |= element[0]
    return None


@cache
def spelled_out(words: frozenset[str]) -> set[str]:
    """Every way in which words stand in a text before it is tokenised."""
    return {form for word in words for form in WRITTEN.get(word, (word,))}


@cache
def _everywhere(element: frozenset[str]) -> int:
    """How many of the words are met in nearly every sentence, or hold no letter to look for."""
    return sum(word in EVERYWHERE or not any(map(str.isalpha, word)) for word in element)


@cache
def _cost(element: frozenset[str]) -> tuple[bool, int, int, int]:
    """How often the words of an element are likely to be met: lower is better."""
    everywhere = _everywhere(element)
    common = len(element & COMMON)
    return common == len(element), everywhere, common, sum(4 if len(word) < 4 else 1 for word in element)
