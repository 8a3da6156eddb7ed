"""Whether the words are part of a name: an organisation, a title, a surname, a place, a scale."""

from sbp.gates.match import Answer, Match, silent
from sbp.passage.lexicon import words

_MARKS = frozenset(",.;")
_SMALL = frozenset("of the for and in to on a at by with & / -".split())


def named(match: Match) -> Answer | None:
    """`Challenging Behaviour Foundation`, `Mr Burden`, `Frailty Team`; the person's own, wherever it stands."""
    own = match.passage.who.names.issuperset(match.words[match.first : match.last])
    if own and match.sentence.raw[match.first][:1].isupper():
        return silent("is the person's name")
    return silent("is a name") if _is_written_as_name(match) and not _mostly_capitals(match) else None


def _is_written_as_name(match: Match) -> bool:
    raw = match.sentence.raw
    inside = [at for at in range(match.first, match.last) if raw[at].lower() not in _SMALL and raw[at] not in _MARKS]
    if not inside:
        return False
    capitals = [at for at in inside if _is_title(raw[at]) and not _opens(match, at)]
    if capitals and all(raw[at].lower() in words("eponym") for at in capitals):
        return False
    if capitals and _opens(match, inside[0]) and capitals[0] != inside[0] + 1:
        return False
    if capitals and len(capitals) == len([at for at in inside if not _opens(match, at)]):
        return True
    return (
        inside == [match.last - 1]
        and match.last < len(raw)
        and _is_title(raw[match.last])
        and match.words[match.last] not in words("eponym")
        and _is_title(raw[inside[0]])
        and _opens(match, inside[0])
    )


def _is_title(word: str) -> bool:
    return word[:1].isupper() and (word[1:].islower() or (len(word) > 1 and "-" in word))


def _opens(match: Match, at: int) -> bool:
    """Whether a capital at this token may only be that of a sentence, a line or a value."""
    raw = match.sentence.raw
    if at == 0:
        return True
    return (
        raw[at - 1] in (":", ".", "!", "?", "-", "--", "\u2022", "*", '"', "'", "(", "[", "]", ")", "\u2611", "\u2610")
        or raw[at - 1][-1:] in ".:"
    )


def _mostly_capitals(match: Match) -> bool:
    letters = [word for word in match.sentence.raw if word.isalpha() and len(word) > 3]
    return len(letters) > 1 and sum(word.isupper() for word in letters) * 2 > len(letters)
