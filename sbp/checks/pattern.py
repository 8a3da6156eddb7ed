"""Phrases with forms, gaps and alternatives."""

from attrs import frozen


@frozen(kw_only=True)
class Pattern:
    """Find phrases (see `sbp.checks.phrase` for how they are written); `unless` names the innocent senses."""

    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
