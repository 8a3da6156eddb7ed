"""A day as an option: year, month, day. A day written otherwise is refused with how to write it."""

from datetime import datetime
from typing import Any, Final

import click


class _Day(click.DateTime):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            found: datetime = super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail("This is not a day that can be read. Write year, month and day, such as 2026-03-31.", param, ctx)
        return found


DAY: Final = _Day(["%Y-%m-%d"])
