"""The names of the presets: shapes of exports seen in public SQL."""

from typing import Final

PRESETS: Final = ("eclipse", "liquidlogic", "mosaic")
