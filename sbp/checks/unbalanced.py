"""Much of one thing in a passage, and nothing of another."""

from attrs import frozen


@frozen(kw_only=True)
class Unbalanced:
    """Find passages with at least `least` of these phrases about the person and none of the marks in `without`.

    The finding stands on the first of them.
    """

    patterns: tuple[str, ...]
    without: tuple[str, ...]
    least: int = 2
    unless: tuple[str, ...] = ()
