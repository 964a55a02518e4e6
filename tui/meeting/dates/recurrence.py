"""When a series meets: the rule, and the meetings that follow from it.

`dateutil.rrule` does the reckoning; it is imported only when a date is wanted. A rule from a calendar may fit no
day at all, and rrule then looks on until the year 9999. The calendar repeats itself every 400 years, so the reckoning
is done in the last centuries before that, where even such a rule ends in a moment.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Literal

from tui.meeting.dates.written_dates import days_in_month, days_on
from tui.meeting.model import Value

_CYCLE = 400
_FROM = 9500
"""The first of the 400 years that the reckoning is moved to: at least a century is left for what comes after."""


class Frequency(StrEnum):
    """The unit in which a recurrence counts; the values are RFC 5545's."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


_COUNTED_IN: dict[Frequency, Literal[0, 1, 2, 3]] = {
    Frequency.YEARLY: 0,
    Frequency.MONTHLY: 1,
    Frequency.WEEKLY: 2,
    Frequency.DAILY: 3,
}
"""rrule's own constants, written out so that it need not be imported."""


class Recurrence(Value, frozen=True, kw_only=True):
    """When a series meets, in the terms of an RFC 5545 rule; what the rule leaves open comes from a meeting's date."""

    frequency: Frequency
    interval: int = 1
    """Every so many days, weeks, months or years."""
    weekdays: tuple[tuple[int, int], ...] = ()
    """Weekday, Monday 0, and which of its kind in the month: 1 the first, -1 the last, 0 every one."""
    month_days: tuple[int, ...] = ()
    """Days of the month; negative ones count from its end."""
    months: tuple[int, ...] = ()
    """The only months with meetings; empty for all."""
    positions: tuple[int, ...] = ()
    """Which of the fitting days of a month (a week, a year) are taken: 1 the first, -1 the last; empty for all."""
    week_start: int = 0
    until: date | None = None
    """The last day on which there can be a meeting."""

    @property
    def monthly(self) -> bool:
        """Whether each month has exactly one meeting."""
        return _one_in_each_month(self)

    @property
    def by_month(self) -> bool:
        """Whether meetings are counted in months or years: a month then has one by intent, not by chance."""
        return self.frequency in (Frequency.MONTHLY, Frequency.YEARLY)


@lru_cache(maxsize=256)
def next_after(recurrence: Recurrence, meeting: date) -> date | None:
    """Find the first meeting after the one held on a date; None where there is none.

    Where a series meets every few weeks, the week of the meeting is the first of them, on whatever day it was held.
    """
    held = meeting
    if recurrence.frequency is Frequency.WEEKLY and recurrence.interval > 1:
        held = days_on(meeting, 6 - (meeting.weekday() - recurrence.week_start) % 7) or date.max
    return next((day for day in _meetings(recurrence, meeting, meeting) if day > held), None)


@lru_cache(maxsize=256)
def in_month(recurrence: Recurrence, year: int, month: int, anchor: date) -> date | None:
    """Find the one meeting of a month; None where the month has none, or several.

    The anchor, the date of any meeting of the series, tells which weeks, months or years have meetings at all.
    """
    if not (date.min.year <= year <= date.max.year and 1 <= month <= 12):
        return None
    first, last = date(year, month, 1), date(year, month, days_in_month(year, month))
    start = _start_before(recurrence, first, anchor)
    if start is None:
        return None
    found: list[date] = []
    for day in _meetings(recurrence, start, anchor):
        if day > last or len(found) > 1:
            break
        if day >= first:
            found.append(day)
    return found[0] if len(found) == 1 else None


def _start_before(recurrence: Recurrence, first: date, anchor: date) -> date | None:
    """Find a day to reckon from, no later than a month's first, in the anchor's rhythm; None for a month off it."""
    if recurrence.frequency is Frequency.MONTHLY:
        months = (first.year - anchor.year) * 12 + first.month - anchor.month
        return None if months % recurrence.interval else first
    if recurrence.frequency is Frequency.YEARLY:
        return None if (first.year - anchor.year) % recurrence.interval else date(first.year, 1, 1)
    step = recurrence.interval * (7 if recurrence.frequency is Frequency.WEEKLY else 1)
    return days_on(anchor, (first - anchor).days // step * step)


def _meetings(recurrence: Recurrence, start: date, anchor: date) -> Iterator[date]:
    """Yield the days that fit the rule from a start on; the anchor's day fills in what the rule leaves open."""
    from dateutil.rrule import rrule, weekday

    years = (start.year - _FROM) // _CYCLE * _CYCLE
    month_days, positions, months = recurrence.month_days, recurrence.positions, recurrence.months
    if recurrence.by_month and not recurrence.weekdays and not month_days:
        # The day of the month, or its last where it is shorter: the last that there is of 28 to that day.
        month_days, positions = tuple(range(min(anchor.day, 28), anchor.day + 1)), (-1,)
        if recurrence.frequency is Frequency.YEARLY:
            months = months or (anchor.month,)
    until = recurrence.until
    rule = rrule(
        freq=_COUNTED_IN[recurrence.frequency],
        dtstart=datetime(start.year - years, start.month, start.day),
        interval=recurrence.interval,
        wkst=recurrence.week_start,
        byweekday=[weekday(day, nth or None) for day, nth in recurrence.weekdays] or None,
        bymonthday=month_days or None,
        bymonth=months or None,
        bysetpos=positions or None,
    )
    for found in rule:
        year = found.year + years
        if year > date.max.year or (until is not None and date(year, found.month, found.day) > until):
            return
        yield date(year, found.month, found.day)


@lru_cache(maxsize=64)
def _one_in_each_month(recurrence: Recurrence) -> bool:
    """Look through 28 years, in which every month begins on every weekday, in leap years too."""
    if not recurrence.by_month:
        return False
    endless = Recurrence(
        frequency=recurrence.frequency,
        interval=recurrence.interval,
        weekdays=recurrence.weekdays,
        month_days=recurrence.month_days,
        months=recurrence.months,
        positions=recurrence.positions,
    )
    days = _meetings(endless, date(2000, 1, 1), date(2000, 1, 31))
    months = ((year, month) for year in range(2000, 2028) for month in range(1, 13))
    for year, month in months:
        day = next(days, None)
        if day is None or (day.year, day.month) != (year, month):
            return False
    return True
