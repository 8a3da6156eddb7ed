"""Phrases with forms, gaps and alternatives."""

from attrs import frozen


@frozen(kw_only=True)
class Pattern:
    """Find phrases (see `sbp.checks.phrase` for how they are written); `unless` names the innocent senses.

    `only_where` names a class of words of which the passage or its heading must hold one.
    """

    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    only_where: str = ""
