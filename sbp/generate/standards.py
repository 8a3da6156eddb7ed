"""The reference page of standards: what each counts, among which records, and where it comes from."""

from sbp.generate.markdown import page
from sbp.rule import Standard
from sbp.rules import load_rules


def standards_page() -> str:
    """Every standard by its id."""
    intro = (
        "A standard is a rate of records: so many of those in scope meet it. "
        "Where the export holds none of the fields it needs, the report says that it cannot be said."
    )
    return page("Standards", intro, *map(_about, load_rules().standards))


def _about(standard: Standard) -> str:
    parts = [f"## {standard.title} (`{standard.id}`)", standard.why.strip(), f"Among: {_names(standard.scope)}."]
    if standard.fields:
        parts.append(f"Cannot be said unless the export holds one of: {_names(standard.fields)}.")
    if standard.marks:
        parts.append(f"Counts, {standard.least} or more wanted: {_names(standard.marks)}.")
    return "\n\n".join(
        [*parts, f"Source: {' '.join(standard.source.split())}", f"CQC: {' '.join(standard.cqc.split())}"]
    )


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)
