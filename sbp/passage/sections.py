"""What kind of section a heading opens."""

from functools import lru_cache

_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "own-words",
        (
            "in my words",
            "my words",
            "in their words",
            "own words",
            "my story",
            "about me",
            "my view",
            "in her words",
            "in his words",
            "what i want",
            "what matters to me",
            "my voice",
            "my life",
            "words of the person",
            "what i say",
            "my day",
        ),
    ),
    (
        "eligibility",
        ("eligib", "determination", "national criteria", "threshold", "care act outcomes", "specified outcomes"),
    ),
    (
        "contingency",
        ("contingency", "emergency plan", "crisis plan", "what if", "if things change", "back-up", "backup"),
    ),
    ("risk", ("risk", "staying safe", "keeping safe")),
    ("legal", ("legal", "mental capacity", "capacity", "dols", "court", "best interest", "deprivation of liberty")),
    ("history", ("pmh", "past medical", "medical history")),
    (
        "strengths",
        ("strength", "what i can do", "abilities", "skills", "what works", "what is going well", "going well"),
    ),
    (
        "process",
        ("finance", "brokerage", "funding", "commissioning", "contract", "office use", "closure", "process log"),
    ),
    ("prompt", ("guidance", "notes for", "how to complete")),
)


@lru_cache(maxsize=4096)
def section_kind(heading: str) -> str:
    """The kind of section a heading opens, or an empty text where nothing is known of it."""
    lowered = heading.lower().replace("\u2019", "'")
    for kind, cues in _KINDS:
        if any(cue in lowered for cue in cues):
            return kind
    return ""
