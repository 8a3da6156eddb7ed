"""What the charts of standards are drawn from, as rows: the figures of the summary and the lines that go with them."""

from collections.abc import Sequence
from typing import Final

from sbp.forum.consistency import Consistency
from sbp.forum.over_time import OverTime
from sbp.reports.charts import Row
from sbp.stats.dispersion import additive_lines
from sbp.stats.funnel import Funnel
from sbp.stats.lines import exact_lines
from sbp.stats.tails import P95, P998

_STEPS: Final = 28
CENTRE, INNER, OUTER, WIDER = "all teams", "95% limit", "99.8% limit", "99.8% limit, allowing for how teams differ"


def funnel_rows(found: Consistency) -> list[Row]:
    """A funnel plot: limits where teams have records, then the teams; those outside the outer lines are named."""
    drawn = found.funnel
    if drawn is None:
        return []
    flags = dict(found.flags)
    teams: list[Row] = [
        {
            "of": point.of,
            "share": round(point.met / point.of, 4),
            "mark": {"": "as the others", "low": "below", "high": "above"}[flags.get(name, "")],
            "said": name if name in flags else None,
        }
        for name, point in zip(found.names, drawn.points, strict=True)
    ]
    return [*_limits(drawn), *teams]


def lines_of(found: Consistency) -> list[str]:
    """Which lines a funnel plot has."""
    wide = found.funnel is not None and found.funnel.widened
    return [CENTRE, INNER, OUTER, WIDER] if wide else [CENTRE, INNER, OUTER]


def _limits(drawn: Funnel) -> list[Row]:
    most = max(point.of for point in drawn.points) * 1.08
    # Closer together where the lines bend most, at few records.
    places = sorted({max(2, round(2 + (most - 2) * (step / _STEPS) ** 2)) for step in range(_STEPS + 1)})
    rows: list[Row] = [
        {"line": CENTRE, "part": "centre", "of": of, "share": round(drawn.centre, 4)} for of in (places[0], places[-1])
    ]
    for name, p in ((INNER, P95), (OUTER, P998)):
        rows += _pair(name, [(of, *exact_lines(of, drawn.centre, p)) for of in places])
    if drawn.widened:
        tau = drawn.dispersion.tau_squared
        rows += _pair(WIDER, [(of, *additive_lines(of, drawn.centre, tau, P998)) for of in places])
    return rows


def _pair(name: str, limits: Sequence[tuple[int, float, float]]) -> list[Row]:
    lower: list[Row] = [
        {"line": name, "part": f"{name} lower", "of": of, "share": round(low, 4)} for of, low, _ in limits
    ]
    upper: list[Row] = [
        {"line": name, "part": f"{name} upper", "of": of, "share": round(high, 4)} for of, _, high in limits
    ]
    return lower + upper


def xmr_rows(found: OverTime) -> list[Row]:
    """A chart over time: a row a month, those without a figure included, so that the axis has no gap."""
    if found.xmr is None:
        return []
    [phase] = found.xmr.phases
    limits, rows = phase.limits, []
    for place, (name, point) in enumerate(zip(found.months, found.xmr.points, strict=True)):
        row: dict[str, str | float | int | None] = {
            "name": name,
            "place": place,
            "share": None if point.value is None else round(point.value, 4),
            "mark": "as usual" if not point.rule else "above" if "up" in point.directions else "below",
            "centre": None if phase.centre is None else round(phase.centre, 4),
        }
        if limits:
            row |= {"lower": round(max(0.0, limits.lower), 4), "upper": round(min(1.0, limits.upper), 4)}
        rows.append(row)
    return list(rows)
