"""Read a recurrence as calendars write it: an RFC 5545 rule such as `RRULE:FREQ=MONTHLY;BYDAY=-1TU`."""

from __future__ import annotations

import re
from datetime import date

from tui.meeting.dates.recurrence import Frequency, Recurrence
from tui.meeting.dates.written_dates import days_in_month

_DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_RULE = re.compile(r"\s*(?:RRULE:)?\s*(?=(?:[A-Z]+=[^;]*;)*\s*FREQ=)", re.ASCII | re.IGNORECASE)
_WEEKDAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_NUMBER = re.compile(r"[+-]?[0-9]{1,3}")
_UNTIL = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T[0-9]{6}Z?)?")

# A day holds one meeting: its hour is the agenda's to say. A count would need the first meeting of the series.
_NOT_OF_THE_DAY = {"BYHOUR", "BYMINUTE", "BYSECOND", "COUNT"}
_READ = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST", "UNTIL"}


def is_rule(words: str) -> bool:
    """Whether the words are meant as a rule."""
    return _RULE.match(words) is not None


def read_rule(words: str) -> Recurrence | None:
    """Read a rule; None for one that is malformed or counts in less than days."""
    parts = _parts(words)
    if parts is None or parts["FREQ"] not in set(Frequency):
        return None
    frequency = Frequency(parts["FREQ"])
    try:
        found = Recurrence(
            frequency=frequency,
            interval=_one_number(parts.get("INTERVAL", "1"), 1, 99),
            weekdays=_weekdays(parts.get("BYDAY"), frequency),
            month_days=_numbers(parts.get("BYMONTHDAY"), 31),
            months=_numbers(parts.get("BYMONTH"), 12),
            positions=_numbers(parts.get("BYSETPOS"), 366),
            week_start=_DAY_CODES.index(parts.get("WKST", "MO")),
            until=_until(parts.get("UNTIL")),
        )
    except ValueError:
        return None
    no_days = not found.weekdays and not found.month_days
    if min(found.months, default=1) < 1 or (found.positions and (no_days or frequency is Frequency.DAILY)):
        return None
    if found.month_days and found.months and not _some_day(found.month_days, found.months):
        return None
    return None if frequency is Frequency.WEEKLY and found.month_days else found


def _some_day(month_days: tuple[int, ...], months: tuple[int, ...]) -> bool:
    """Whether any of the months ever has any of the days."""
    return min(map(abs, month_days)) <= max(days_in_month(2020, month) for month in months)


def _parts(words: str) -> dict[str, str] | None:
    """Split a rule into its parts; None for one that is no list of parts, names one twice, or has an unknown one."""
    parts: dict[str, str] = {}
    for part in re.sub(r"(?i)^\s*RRULE:", "", words).upper().strip().strip(";").split(";"):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals or name in parts or name not in _READ | _NOT_OF_THE_DAY:
            return None
        parts[name] = value
    return parts if "FREQ" in parts else None


def _one_number(value: str, least: int, most: int) -> int:
    """Raise ValueError for anything else than a number in that range."""
    if not _NUMBER.fullmatch(value) or not least <= int(value) <= most:
        raise ValueError(value)
    return int(value)


def _numbers(value: str | None, most: int) -> tuple[int, ...]:
    if value is None:
        return ()
    numbers = tuple(_one_number(each, -most, most) for each in value.split(","))
    if 0 in numbers:
        raise ValueError(value)
    return numbers


def _weekdays(value: str | None, frequency: Frequency) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for each in value.split(",") if value is not None else ():
        match = _WEEKDAY.fullmatch(each)
        most = {Frequency.MONTHLY: 5, Frequency.YEARLY: 53}.get(frequency, 0)
        if match is None or (match[1] and not 1 <= abs(int(match[1])) <= most):
            raise ValueError(each)
        found.append((_DAY_CODES.index(match[2]), int(match[1] or 0)))
    return tuple(found)


def _until(value: str | None) -> date | None:
    if value is None:
        return None
    match = _UNTIL.fullmatch(value)
    if match is None:
        raise ValueError(value)
    return date(int(match[1]), int(match[2]), int(match[3]))
