"""Due dates that are a meeting's: they become its date once it is known, and move with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from tui.meeting.dates.offsets import moved
from tui.meeting.model import Due, NamedMeeting

_YEAR = 12


def due_at_meeting(due: Due, meetings: Iterable[date]) -> Due:
    """Return a due whose words name a meeting of the series that meeting's date, once it is among those known.

    `meetings` are the dates of the series' meetings, in any order, past ones among them. A due that names no meeting,
    or one that is not made yet, stays as it is: its date is then the one that the recurrence gave.
    """
    named = due.meeting
    if named is None:
        return due
    known = sorted({day for day in meetings if day > named.said})
    day = _after(named, known) if named.ahead else _in_month(named, known, due.date)
    if day is not None and named.offset is not None:
        day = moved(day, named.offset)
    return due if day is None or day == due.date else replace(due, date=day)


def _after(named: NamedMeeting, known: Sequence[date]) -> date | None:
    return known[named.ahead - 1] if len(known) >= named.ahead else None


def _in_month(named: NamedMeeting, known: Sequence[date], reckoned: date | None) -> date | None:
    """Find the meeting of a month; of several, the one nearest the day that was reckoned, else the first."""
    found = [day for day in known if day.month == named.month and _fits(day, named)]
    if reckoned is None:
        return found[0] if found else None
    return min(found, key=lambda day: abs(day - reckoned), default=None)


def _fits(day: date, named: NamedMeeting) -> bool:
    """Whether a day is in the year that was meant: within twelve months where no year was given."""
    if named.year is not None:
        return day.year == named.year
    return (day.year - named.said.year) * _YEAR + day.month - named.said.month <= _YEAR
