"""Titles and headings that tell a meeting's date, worded for another meeting."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from tui.meeting.dates.written_dates import MONTH, MONTHS, WEEKDAY, WEEKDAYS, month_number

_SUFFIX = "(?P<suffix>st|nd|rd|th)"
_WRITTEN = re.compile(
    rf"\b(?:(?P<weekday>{WEEKDAY})(?P<comma>,?\s{{1,3}}(?:the\s)?))?"
    rf"(?:(?P<day>[0-9]{{1,2}}){_SUFFIX}?(?P<of>\s(?:of\s)?))?"
    rf"(?P<month>(?-i:(?=[A-Z])){MONTH})\b(?:(?P<gap>[.,]{{0,2}}\s)(?P<year>[0-9]{{4}}))?(?![0-9])"
    rf"|(?<![0-9./-])(?P<n_day>[0-9]{{1,2}})(?P<n_sep>[./-])(?P<n_month>[0-9]{{1,2}})(?P=n_sep)"
    rf"(?P<n_year>[0-9]{{4}})(?![0-9]|[./-][0-9])"
    rf"|(?<![0-9./-])(?P<i_year>[0-9]{{4}})-(?P<i_month>[0-9]{{2}})-(?P<i_day>[0-9]{{2}})(?![0-9]|[./-][0-9])"
    rf"|(?<![0-9./-])(?P<only>[0-9]{{4}})(?![0-9]|[/-][0-9])",
    re.ASCII | re.IGNORECASE,
)


def redated(text: str, days: Mapping[date, date], *, vague: bool = False) -> str:
    """Put the new day for each old one wherever the text tells an old one, written as it was.

    With `vague`, as in a meeting's title, a month or a year alone tells the day too: `August 2019`, `2019`.
    """
    return _WRITTEN.sub(lambda found: _rewritten(found, days, vague=vague), text)


def _rewritten(found: re.Match[str], days: Mapping[date, date], *, vague: bool) -> str:
    new = next((new for old, new in days.items() if _tells(found, old, vague=vague)), None)
    if new is None:
        return found[0]
    if found["only"]:
        return str(new.year)
    if found["i_day"]:
        return new.isoformat()
    if found["n_day"]:
        width, sep = len(found["n_month"]), found["n_sep"]
        return f"{new.day:0{len(found['n_day']) if width == 2 else 1}d}{sep}{new.month:0{width}d}{sep}{new.year}"
    written = _named(MONTHS[new.month - 1], found["month"])
    if found["day"]:
        written = f"{new.day}{_suffix(new.day) if found['suffix'] else ''}{found['of']}{written}"
    if found["weekday"]:
        written = f"{_named(WEEKDAYS[new.weekday()], found['weekday'])}{found['comma']}{written}"
    return f"{written}{found['gap']}{new.year}" if found["year"] else written


def _tells(found: re.Match[str], day: date, *, vague: bool) -> bool:
    """Whether what was found in a text is that day, or with `vague` its month or year."""
    if found["only"]:
        return vague and int(found["only"]) == day.year
    for kind in ("n_", "i_"):
        if found[f"{kind}day"]:
            return (int(found[f"{kind}year"]), int(found[f"{kind}month"]), int(found[f"{kind}day"])) == (
                day.year,
                day.month,
                day.day,
            )
    if month_number(found["month"]) != day.month or (found["year"] and int(found["year"]) != day.year):
        return False
    if found["day"]:
        return int(found["day"]) == day.day and (vague or bool(found["year"]))
    return vague and not found["weekday"]


def _named(name: str, like: str) -> str:
    """Write a name of the calendar short or in capitals where the other one was."""
    short = name[:3] if len(like) <= 4 and like.casefold() not in ("may", "june", "july") else name
    return short.upper() if like.isupper() else short


def _suffix(day: int) -> str:
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
