"""Dates and times in the words of the notes, the same under every locale."""

from __future__ import annotations

from datetime import date, datetime, time

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def short_date(day: date) -> str:
    """Say a date as `28 March 2017`."""
    return f"{day.day} {month(day)}"


def ordinal_date(day: date) -> str:
    """Say a date as `28th March 2017`."""
    ending = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{day.day}{ending} {month(day)}"


def long_date(day: date) -> str:
    """Say a date as `Tuesday 28th March 2017`."""
    return f"{_WEEKDAYS[day.weekday()]} {ordinal_date(day)}"


def month(day: date) -> str:
    """Say a date's month as `March 2017`."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def clock(moment: time | datetime | None) -> str:
    """Say a time of day as `10:30`, by the clock it was noted by; nothing for None."""
    return "" if moment is None else f"{moment.hour:02}:{moment.minute:02}"
