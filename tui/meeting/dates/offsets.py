"""Days counted from another one: `two weeks before the next meeting`, `the Friday before`, `a week on Friday`."""

from __future__ import annotations

import re
from datetime import date

from msgspec.structs import replace

from tui.meeting.dates.day_reading import Reading
from tui.meeting.dates.meeting_references import read_meeting
from tui.meeting.dates.relative_dates import count_of, read_day
from tui.meeting.dates.weekdays import WEEKDAY_NAMED, coming
from tui.meeting.dates.written_dates import days_on, months_on, weekday_number, working_days_on
from tui.meeting.model import DayOffset, Meeting
from tui.meeting.text.lazy_patterns import Pattern
from tui.meeting.text.number_words import NUMBER

_FLAGS = re.ASCII | re.IGNORECASE
_BACK = r"before|prior to|ahead of|in advance of|preceding"
_ON = r"after|following|from"
_COUNTED = (
    rf"(?:(?:at least|not less than|no less than|up to|about|around) )?(?:the )?"
    rf"(?:(?P<vague>(?:a )?few|several|some|a number of|half an?) |(?P<couple>(?:a )?couple (?:of )?)"
    rf"|(?P<count>an?|{NUMBER})(?P<range>(?:-| to | or )(?:{NUMBER}))? )"
    rf"(?P<kind>working |calendar |clear |full |whole )?(?P<unit>day|week|fortnight|month|year)s?"
    rf"(?P<more> or (?:two|so|more)| and a half)?(?:'s|')?"
)
_NAMED = (
    rf"(?:on )?(?:the )?(?:(?:last|first|very) )?"
    rf"(?:(?P<day>day|night|evening)|(?P<stretch>week|weekend|month|morning|afternoon)|(?P<weekday>{WEEKDAY_NAMED}))"
)
_BESIDE = Pattern(rf"(?:{_COUNTED}|{_NAMED}) (?:(?P<back>{_BACK})|(?P<on>{_ON}))(?= |$) ?", _FLAGS)
_ENDING = Pattern(rf"(?:(?<![A-Za-z0-9'-])(?:{_COUNTED}|{_NAMED})) $", _FLAGS)
_UNIT_ENDS = Pattern(
    rf".*(?:(?:day|week|fortnight|month|year|half|two|so|more|evening|night|end|noon|morning)s?'?|{WEEKDAY_NAMED}) $",
    _FLAGS,
)
_LONGEST = 60
"""Characters of words that count."""
_FROM_DAY = Pattern(rf"(?:{_COUNTED}|(?P<bare>week|fortnight)) (?:(?:on|come) )?", _FLAGS)
_TODAY = Pattern(r"(?P<now>(?:this|the|today's) meeting\b(?! (?:in|on|of|after)\b)|now\b|today\b)", _FLAGS)
_INEXACT = frozenset({"clear", "full", "whole"})
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def read_offset(text: str, place: int, meeting: Meeting, *, known: bool = False) -> Reading | None:
    """Read words that count from a meeting or a day; where they don't tell from which, no date follows.

    With `known`, words that don't tell it are not read at all.
    """
    if (match := _BESIDE.match(text, place)) is not None:
        anchor = _anchor(text, match.end(), meeting)
        if anchor is None:
            return None if known else Reading(end=match.end())
        return _counted(anchor, _offset(match, back=bool(match["back"])), meeting.date)
    match = _FROM_DAY.match(text, place)
    near = read_day(text, match.end(), meeting.date) if match else None
    if match is not None and near is not None:
        written = any(character.isdigit() for character in text[match.end() : near.end])
        return Reading(end=near.end) if written else _counted(near, _offset(match, back=False), meeting.date)
    return None


def offset_before(text: str, place: int) -> int | None:
    """Find where words that count, such as `two weeks` or `the Friday`, begin if they end at a place."""
    if not _UNIT_ENDS.match(text[max(0, place - 10) : place]):
        return None
    found = _ENDING.search(text, max(0, place - _LONGEST), place)
    return found.start() if found else None


def moved(day: date, offset: DayOffset) -> date | None:
    """Return the day that an offset counts to from another one; None beyond the calendar."""
    if offset.weekday is not None:
        before = days_on(day, -((day.weekday() - offset.weekday - 1) % 7 + 1))
        return before if offset.days < 0 else coming(day, offset.weekday)
    if offset.months:
        return months_on(day, offset.months)
    return working_days_on(day, offset.days) if offset.working else days_on(day, offset.days)


def _anchor(text: str, place: int, meeting: Meeting) -> Reading | None:
    """Read the meeting or the day that is counted from."""
    if (now := _TODAY.match(text, place)) is not None:
        return Reading(end=now.end(), date=meeting.date)
    named = read_meeting(text, place, meeting, any_meeting=True, bare=True)
    day = read_day(text, place, meeting.date)
    return max((found for found in (named, day) if found), key=lambda found: found.end, default=None)


def _counted(anchor: Reading, offset: DayOffset | None, held: date) -> Reading:
    if offset is None:
        return Reading(end=anchor.end)
    day = anchor.date and moved(anchor.date, offset)
    named = anchor.meeting and replace(anchor.meeting, offset=offset)
    return Reading(end=anchor.end, date=day if day and day >= held else None, meeting=named)


def _offset(match: re.Match[str], *, back: bool) -> DayOffset | None:
    """Return what the words count; None where they don't say how much: `a few days`, `a week and a half`."""
    said, sign = match.groupdict(), -1 if back else 1
    if said.get("weekday"):
        return DayOffset(days=sign, weekday=weekday_number(said["weekday"]))
    if said.get("day") or said.get("bare"):
        return DayOffset(days=sign * _DAYS.get((said.get("bare") or "day").lower(), 1))
    kind = (said["kind"] or "").strip().lower()
    count = None if said.get("stretch") or kind in _INEXACT else count_of(match)
    if count is None or said["range"] or said["more"]:
        return None
    unit = said["unit"].lower()
    if unit in _DAYS:
        return DayOffset(days=sign * count * _DAYS[unit], working=kind == "working" and unit == "day")
    return DayOffset(months=sign * count * (12 if unit == "year" else 1))
