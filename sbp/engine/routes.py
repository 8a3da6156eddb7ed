"""Which phrases a sentence may hold, seen from its pieces alone: what stands behind a word, and what opens it."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

from attrs import evolve, field, frozen

from sbp.checks.phrase import COMMON, EVERYWHERE, TOKEN_OF, Reading, beside, spelled_out
from sbp.passage.pieces import pieces

Words = frozenset[str]
Opening = tuple[str, int, Reading]
"""A written word that a phrase is looked for by, the number of its rule, and the phrase."""


@frozen(eq=False)
class Route:
    """Phrases looked for from one token, with the same needs, each with its rule's number.

    A sentence cannot match any of them unless the piece they are found by stands between one of `preceding` and one of
    `following` (None where any may), and the sentence holds one piece of each of `others`.
    """

    token: str
    preceding: Words | None
    following: Words | None
    others: tuple[Words, ...]
    readings: list[tuple[int, Reading]] = field(factory=list)

    def is_open(self, before: str, after: str, present: set[str]) -> bool:
        """Whether a sentence that holds some pieces can match, where the route's piece stands between two of them."""
        return (
            (self.preceding is None or before in self.preceding)
            and (self.following is None or after in self.following)
            and not any(map(present.isdisjoint, self.others))
        )


Where = Literal["before", "after", "anywhere"]
Filed = tuple[Where, str, Route]
"""A route, and the piece that stands before or after the one it is filed behind, or anywhere in the sentence."""
_OTHER_SIDE: dict[Where, Where] = {"before": "after", "after": "before", "anywhere": "anywhere"}


@frozen(eq=False)
class Door:
    """The routes behind one piece, by the piece before it, by the piece after it, by one anywhere; `""` is none."""

    before: dict[str, list[Route]] = field(factory=dict)
    after: dict[str, list[Route]] = field(factory=dict)
    anywhere: dict[str, list[Route]] = field(factory=dict)

    def open_to(self, before: str, after: str, present: set[str]) -> list[Route]:
        """The routes open to a sentence of some pieces, where this one stands between two of them."""
        near = [*self.before.get(before, ()), *self.after.get(after, ())]
        for piece in self.anywhere.keys() & present:
            near += self.anywhere[piece]
        return [route for route in near if route.is_open(before, after, present)]


def laid_out(filed: Iterable[Filed]) -> Door:
    """The door of all that is filed behind a piece."""
    door = Door()
    for where, piece, route in filed:
        getattr(door, where).setdefault(piece, []).append(route)
    return door


def behind(piece: str, openings: Iterable[Opening]) -> Iterator[Filed]:
    """File the phrases looked for by a piece, each under the rarest thing it needs."""
    routes: dict[tuple[str, Words | None, Words | None, tuple[Words, ...]], Route] = {}
    for anchor, number, reading in openings:
        needs = _needs(piece, anchor, reading)
        route = routes.get(needs)
        if route is None:
            route = routes[needs] = Route(*needs)
        route.readings.append((number, reading))
    for route in routes.values():
        where, words = _rarest_need(route)
        for word in words:
            yield where, word, route


def turned(piece: str, openings: Iterable[Opening]) -> Iterator[tuple[str, Filed]]:
    """The phrases looked for by a common piece, each filed behind the piece it needs if that is rarer."""
    for where, needed, route in behind(piece, openings):
        if needed and often(needed) < often(piece):
            yield needed, (_OTHER_SIDE[where], piece, evolve(route, preceding=None, following=None))
        else:
            yield piece, (where, needed, route)


def _rarest_need(route: Route) -> tuple[Where, Words]:
    choices: list[tuple[int, Where, Words]] = [(10 * _often(words), "anywhere", words) for words in route.others]
    if route.preceding is not None:
        choices.append((_often(route.preceding), "before", route.preceding))
    if route.following is not None:
        choices.append((_often(route.following), "after", route.following))
    if not choices:
        return "anywhere", frozenset([""])
    _, where, words = min(choices, key=lambda choice: choice[0])
    return where, words


def _often(words: Words) -> int:
    """About how often one of some words is met, next to another."""
    return len(words) + sum(map(often, words & COMMON))


def often(word: str) -> int:
    """About how often a word is met; 0 for one that is not common."""
    return EVERYWHERE.get(word, 20 * (word in COMMON))


def opener(anchor: str) -> str:
    """The piece by which a written form is looked for: the rarest."""
    return max(pieces(anchor), key=lambda piece: (piece.isalpha(), piece not in EVERYWHERE, len(piece)))


def _needs(piece: str, anchor: str, reading: Reading) -> tuple[str, Words | None, Words | None, tuple[Words, ...]]:
    """What must stand beside a piece, and in the sentence, for a phrase to be there."""
    cut = pieces(anchor)
    at = cut.index(piece)
    is_joined = len(cut) == 1 and anchor in TOKEN_OF
    before, after = (None, None) if is_joined else (_edges(beside(reading.left), -1), _edges(beside(reading.right), 0))
    if at > 0:
        before = frozenset([cut[at - 1]])
    if at + 1 < len(cut):
        after = frozenset([cut[at + 1]])
    others = {_one_piece(words) for words in reading.others}
    return TOKEN_OF.get(anchor, anchor), before, after, tuple(sorted(others, key=len))


@cache
def _edges(words: Words | None, edge: int) -> Words | None:
    """How the words that may stand next to an anchor begin (0) or end (-1)."""
    return None if words is None else frozenset(pieces(form)[edge] for form in spelled_out(words))


@cache
def _one_piece(words: Words) -> Words:
    """What a sentence must hold one of, where it must hold one of some words."""
    return frozenset(map(opener, spelled_out(words)))
