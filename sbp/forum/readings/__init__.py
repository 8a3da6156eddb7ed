"""Records read by hand: whether the tool can be trusted here is for the council's own readers to say."""

from pathlib import Path

from sbp.forum.names import counted, number, of_them, percent
from sbp.forum.readings.agreeing import agreed
from sbp.forum.readings.keeping import kept_readings
from sbp.stats.agreement import ENOUGH

NOT_CHECKED = "Not yet checked against your records."


def trust(folder: Path) -> tuple[str, ...]:
    """What two readers or more found on fifty of the council's own records; nothing until there are so many.

    Raises `StoreError` when the Forum's store cannot be read.
    """
    found = agreed(kept_readings(folder))
    if found.readers < 2 or found.joint < ENOUGH or found.fits.unsaid:
        return ()
    low, high = found.fits.interval
    told = (
        f"Checked against {number(found.records)} of your own records, {of_them(found.joint, found.records)} "
        "read by two people or more.",
        f"Of {number(found.fits.of)} findings they judged, {number(found.fits.met)} fit: {percent(found.fits.share)}, "
        f"likely between {percent(low)} and {percent(high)}.",
    )
    if found.missed:
        missed = f"They saw {counted(found.missed, 'thing')} the tool had not"
        return *told, f"{missed}: of what was there to be found, about {percent(found.found.share)} was."
    return *told, "They saw nothing the tool had not; did they look for it?"
