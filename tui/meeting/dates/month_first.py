"""Days in figures that can only be read with the month first."""

from __future__ import annotations

import re
from datetime import date

from tui.meeting.dates.written_dates import WEEKDAY, WEEKDAYS
from tui.meeting.model import Value

_US = re.compile(r"(?<![\d./-])(?P<month>\d{1,2})([/.-])(?P<day>\d{1,2})\2(?P<year>\d{4})(?![\d/])")
_OF_WEEK = re.compile(rf"{WEEKDAY}\.?,?\s+(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?![\d/.:])", re.IGNORECASE)
"""A month, a day and no year behind a weekday, which tells whether the month stands first: `Friday, 04/24`."""


class MonthFirst(Value, frozen=True, kw_only=True):
    """A day whose month is written first, and where it stands in its text, with its weekday."""

    date: date
    span: tuple[int, int]
    weekday: int | None = None


def month_first(text: str) -> MonthFirst | None:
    """Read `06/13/2024`, which has no month 13, with the month first."""
    for found in _US.finditer(text):
        month, day, year = int(found["month"]), int(found["day"]), int(found["year"])
        try:
            return MonthFirst(date=date(year, month, day), span=found.span())
        except ValueError:
            continue
    return None


def month_first_of_week(text: str, near: date | None) -> MonthFirst | None:
    """Read `Friday, 04/24` with the month first, where that is a Friday within a year or two of `near`."""
    if near is None:
        return None
    for found in _OF_WEEK.finditer(text):
        weekday = next(at for at, name in enumerate(WEEKDAYS) if found[0][:3].casefold() == name[:3].casefold())
        for year in (near.year, near.year + 1):
            try:
                day = date(year, int(found["month"]), int(found["day"]))
            except ValueError:
                continue
            if day >= near and day.weekday() == weekday:
                return MonthFirst(date=day, span=found.span(), weekday=weekday)
    return None
