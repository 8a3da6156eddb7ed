"""What readings say, as a page: how far readers agree, with one another and with the tool, and how often it fits."""

from pathlib import Path
from typing import Final

from attrs import frozen

from sbp.forum.names import number, percent
from sbp.forum.readings.agreeing import Agreed, Asked
from sbp.reports.forum_pages import write_page
from sbp.stats.agreement import ENOUGH, FEWEST, Agreement, Index

PAGE: Final = "agreement-internal.html"


@frozen(kw_only=True)
class Row:
    """One line of the table: what was asked, and figures ready to be read."""

    what: str
    records: str
    share: str
    alpha: str
    ac1: str
    counts: str


def write_agreement(folder: Path, found: Agreed, trust: tuple[str, ...]) -> Path:
    """Write the page. Raises `OutputError`."""
    between = [_row(one.question.column, one.between) for one in found.asked]
    tool = [_with_tool(one) for one in found.asked if one.with_tool]
    return write_page(
        folder / PAGE,
        "agreement",
        found=found,
        trust=trust,
        between=between,
        tool=tool,
        findings=_row("Whether a finding fits", found.findings),
        enough=ENOUGH,
        fewest=FEWEST,
    )


def _with_tool(one: Asked) -> Row:
    assert one.with_tool is not None
    return _row(one.question.column, one.with_tool, {True: "there", False: "not there"})


def _row(what: str, found: Agreement, names: dict[bool, str] | None = None) -> Row:
    names = names or {True: "fits", False: "does not fit"}
    said = [(names[given] if isinstance(given, bool) else str(given), count) for given, count in found.counts]
    return Row(
        what=what,
        records=number(found.records),
        share="not said" if found.agreed is None else percent(found.agreed),
        alpha=_index(found.alpha),
        ac1=_index(found.ac1),
        counts=", ".join(f"{given} {number(count)}" for given, count in said),
    )


def _index(index: Index) -> str:
    if index.value is None or index.low is None or index.high is None:
        return index.unsaid or "undefined"
    return f"{index.value:.2f} ({index.low:.2f} to {index.high:.2f})"
