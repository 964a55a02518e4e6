"""Days that a weekday names: `Friday`, `Friday the 18th`, `Friday of next week`, `the last Friday in March`."""

from __future__ import annotations

import re
from datetime import date

from tui.meeting.dates.day_reading import Reading
from tui.meeting.dates.written_dates import MONTH, days_in_month, days_on, month_number, months_on, weekday_number
from tui.meeting.text.lazy_patterns import Pattern
from tui.meeting.text.number_words import ORDINAL, read_ordinal

_FLAGS = re.ASCII | re.IGNORECASE
_WHOLE = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
# `sun`, `sat` and `wed` are words of their own: in small letters they count only where a text begins with them, or
# where what follows tells a day.
_SHORT = (
    r"(?-i:(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun|mon|tues?|weds|thu(?:rs?)?|fri)\b\.?|^(?:sat|sun|wed)\b\.?(?!')"
    r"|(?:sat|sun|wed)\b\.?(?=,? (?:(?:of )?(?:next|this) week\b|week\b|(?:the )?[0-9]))|(?:sat|wed)(?=\.?$))"
)
WEEKDAY_NAMED = rf"(?:{_WHOLE}|{_SHORT})"
"""A pattern of a weekday as a text means one, `Friday` or `Fri`; it captures nothing. Use it with IGNORECASE."""
_NO_HOUR = r"(?!\s?(?:[:.][0-9]|-|/|[ap]\.?m\b|h(?:(?:ou)?rs?)?\b|o'?clock|noon))"
_CLAUSE_ENDS = r"(?=\s{0,3}(?:$|[.,;:)!?]|(?:and|at|to|for|by|of|or|in)\b))"
_WEEK = r"(?P<which>next|this|(?:the )?(?:following|coming)|the next) week\b"
_COMING = Pattern(
    rf"(?:(?:the )?(?:next|this|coming|following) )?(?P<weekday>{WEEKDAY_NAMED})"
    rf"(?:,? (?:the )?(?P<number>[0-9]{{1,2}}(?:st|nd|rd|th)\b|{ORDINAL}{_CLAUSE_ENDS}"
    rf"|[0-9]{{1,2}}(?![0-9]){_NO_HOUR}{_CLAUSE_ENDS})"
    rf"(?P<month> of (?:this|the) month\b| of next month\b)?"
    rf"|,? (?:(?:of|in) )?{_WEEK})?"
    rf"(?: (?:morning|afternoon|evening|night|lunchtime|noon)\b)?",
    _FLAGS,
)
_WEEK_FIRST = Pattern(rf"{_WEEK}(?:,? (?:on )?|, ?)(?P<weekday>{WEEKDAY_NAMED})", _FLAGS)
_OF_MONTH = Pattern(
    rf"(?:the )?(?P<which>last|{ORDINAL}) (?P<weekday>{WEEKDAY_NAMED}) (?:of|in) "
    rf"(?:(?P<ahead>the|this|next) month\b|(?P<month>{MONTH})\b\.?(?: (?P<year>[0-9]{{4}}))?(?![0-9]))",
    _FLAGS,
)


def coming(day: date, weekday: int) -> date | None:
    """Find the next day that is that weekday; seven days on where the day is one itself."""
    return days_on(day, (weekday - day.weekday() - 1) % 7 + 1)


def read_weekday(text: str, place: int, meeting: date) -> Reading | None:
    """Read a day that a weekday names; a day of the month beside it must fall on it, else no date follows."""
    if (counted := _OF_MONTH.match(text, place)) is not None:
        return Reading(end=counted.end(), date=_of_month(counted, meeting))
    match = _COMING.match(text, place) or _WEEK_FIRST.match(text, place)
    if match is None:
        return None
    weekday = weekday_number(match["weekday"])
    said = match.groupdict()
    day = coming(meeting, weekday)
    if said.get("number"):
        day = _numbered(meeting, weekday, said["number"], (said["month"] or "").lower().strip())
    elif said["which"]:
        ahead = 0 if said["which"].lower() == "this" else 7
        day = days_on(meeting, ahead - meeting.weekday() + weekday)
    return Reading(end=match.end(), date=day if day and day >= meeting else None)


def _numbered(meeting: date, weekday: int, said: str, month: str) -> date | None:
    """Find the coming day of a month; None if it is another weekday."""
    number = int(said) if said.isdecimal() else read_ordinal(said) or 0
    start = months_on(meeting.replace(day=1), 1 if month == "of next month" else 0)
    for ahead in range(1 if month else 3):
        first = start and months_on(start, ahead)
        if first and 1 <= number <= days_in_month(first.year, first.month):
            day = first.replace(day=number)
            if day >= meeting:
                return day if day.weekday() == weekday else None
    return None


def _of_month(match: re.Match[str], meeting: date) -> date | None:
    """Find the first, or the last, such weekday of a month; of a month without a year, the coming one."""
    nth = -1 if match["which"].lower() == "last" else read_ordinal(match["which"]) or 0
    weekday = weekday_number(match["weekday"])
    if match["ahead"]:
        first = months_on(meeting.replace(day=1), 1 if match["ahead"].lower() == "next" else 0)
        day = first and _nth(first, weekday, nth)
        return day if day and day >= meeting else None
    month = month_number(match["month"])
    years = (int(match["year"]),) if match["year"] else (meeting.year, meeting.year + 1)
    found = (_nth(date(year, month, 1), weekday, nth) for year in years if date.min.year <= year <= date.max.year)
    return next((day for day in found if day and day >= meeting), None)


def _nth(first: date, weekday: int, nth: int) -> date | None:
    length = days_in_month(first.year, first.month)
    days = [number for number in range(1, length + 1) if first.replace(day=number).weekday() == weekday]
    at = nth if nth < 0 else nth - 1
    return first.replace(day=days[at]) if -1 <= at < len(days) else None
