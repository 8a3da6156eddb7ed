"""Words and phrases exactly as written, whole words, any case."""

from attrs import frozen


@frozen(kw_only=True)
class Terms:
    """Find any of these words or phrases; `unless` names the innocent senses, as phrases."""

    terms: tuple[str, ...]
    unless: tuple[str, ...] = ()
