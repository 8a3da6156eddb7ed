"""Much of one thing in a passage, and nothing of another."""

from attrs import frozen


@frozen(kw_only=True)
class Unbalanced:
    """Find passages with at least `least` of these phrases about the person and none of the marks in `without`.

    `doing` names a class of words: a passage in which the person is said to do one of them is balanced too.
    The finding stands on the first of the phrases.
    """

    patterns: tuple[str, ...]
    without: tuple[str, ...]
    least: int = 2
    doing: str = ""
    unless: tuple[str, ...] = ()
