"""What a service costs a week, as the Department of Health and Social Care works it out for Client Level Data."""

from fractions import Fraction

from sbp.codes import code_list


def weekly_cost(unit_cost: float | None, frequency: str | None, units_a_week: float | None) -> float | None:
    """Pounds a week, to the penny; None where what is recorded does not give it.

    Where the frequency is a span of time, the unit cost times its share of a week; where it is a session, an hour or a
    day, the unit cost times the planned units a week. What is paid once, or not charged for, has no weekly cost.
    """
    items = code_list("cld_cost_frequencies")["items"]
    about = next((item for item in items if item["label"] == frequency), None)
    if unit_cost is None or about is None:
        return None
    if "weekly_factor" in about:
        return round(float(Fraction(str(unit_cost)) * Fraction(about["weekly_factor"])), 2)
    if "per_unit" in about and units_a_week is not None:
        return round(unit_cost * units_a_week, 2)
    return None
