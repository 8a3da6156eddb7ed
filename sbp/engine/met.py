"""What the word rules meet in each sentence of a passage, whoever it is about and wherever it stands."""

from collections.abc import Iterable, Iterator

from sbp.engine.compiled import Compiled, Matched, Met
from sbp.engine.routes import Route
from sbp.passage import Passage
from sbp.passage.pieces import pieces
from sbp.passage.tokens import tokenised

_MOST = 50_000
"""So many sentences are remembered: forms and reviews repeat them, and what is met in one never changes."""


def sentences_met(passage: Passage, compiled: Compiled) -> Iterator[tuple[int, Met]]:
    """The sentences that hold phrases of word rules, in order, each by its number with what it holds."""
    lower = passage.plain.lower
    texts = [lower[start:end] for start, end in passage.sentence_spans]
    known = compiled.met
    if len(known) > _MOST:
        known.clear()
    unread = dict.fromkeys(text for text in texts if text not in known)
    if unread:
        _read(unread, compiled)
    for number, text in enumerate(texts):
        met = known[text]
        if met:
            passage.take_tokens(number, met.tokens)
            yield number, met


def _read(texts: Iterable[str], compiled: Compiled) -> None:
    """Read sentences not met before. Only those with an open route are tokenised, all of them in one go."""
    opened: dict[str, set[Route]] = {}
    for text in texts:
        compiled.met[text] = None
        routes = compiled.open_routes(pieces(text))
        if routes:
            opened[text] = routes
    written = [" ".join(text.split()) for text in opened]
    for (text, routes), tokens in zip(opened.items(), tokenised(written), strict=True):
        matches = _longest(compiled.matches(routes, tokens.words))
        if matches:
            senses = (compiled.unless(rule, tokens.words) for rule, _, _ in matches)
            compiled.met[text] = Met(tokens, tuple(zip(matches, senses, strict=True)))


def _longest(met: set[Matched]) -> tuple[Matched, ...]:
    """The longest matches of each rule, none of a rule over another of the same rule, in the order of the text."""
    if len(met) < 2:
        return tuple(met)
    kept: list[Matched] = []
    for match in sorted(met, key=lambda item: (item[0], item[1] - item[2], item[1])):
        if not any(match[0] == other[0] and match[1] < other[2] and other[1] < match[2] for other in kept):
            kept.append(match)
    return tuple(sorted(kept, key=lambda item: (item[1], item[2], item[0])))
