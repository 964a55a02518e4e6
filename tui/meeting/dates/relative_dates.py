"""Days and spans of time as the words of an action give them: `by Friday`, `the end of April`, `in two weeks' time`.

Each reader takes a text that `plain` has levelled and a place in it, and gives where its words end and the date that
follows from them, or None where its words don't stand there.
"""

from __future__ import annotations

import re
from datetime import date

from tui.errors import BadInput
from tui.meeting.dates.day_reading import Reading
from tui.meeting.dates.weekdays import coming, read_weekday
from tui.meeting.dates.written_dates import (
    MONTH,
    date_at,
    days_in_month,
    days_on,
    month_number,
    months_on,
    working_days_on,
)
from tui.meeting.text.lazy_patterns import Pattern
from tui.meeting.text.number_words import NUMBER, ORDINAL, read_number, read_ordinal

_FLAGS = re.ASCII | re.IGNORECASE


_CLOCK = (
    r"(?:noon|midday|midnight|(?:the )?(?:end|close) of (?:the )?(?:day|business|play|work)|co[bp]|eo[dbp]"
    r"|[0-9]{1,2}(?:[:.][0-9]{2})?\s?[ap]\.?m\b\.?|[0-9]{1,2}:[0-9]{2})"
)
_HOUR = Pattern(rf"{_CLOCK},?\s(?:on\s)?", _FLAGS)
_WEEK_ON = Pattern(r" (?:(?P<week>week)|fortnight)\b", _FLAGS)
_END_OF = Pattern(
    rf"(?:the )?(?P<edge>end|start|beginning|middle|close)(?: of)? (?:the |this )?(?:"
    rf"(?P<next>next |following |coming )?(?P<unit>day|week|month|quarter|year)\b"
    rf"|(?P<month>{MONTH})\b\.?(?: (?P<year>[0-9]{{4}}))?(?![0-9]|(?:'s)? meeting)|(?P<only>[0-9]{{4}})(?![0-9])"
    rf"|(?:financial year|term|business|play|meeting|today)\b)",
    _FLAGS,
)
_NEAR = Pattern(
    r"(?P<day>today|tonight|tomorrow|this afternoon|this evening|(?:the |this )?weekend)\b"
    r"|next (?:week|fortnight|month|quarter|year|weekend)\b|eo(?P<end>[wm])\b",
    _FLAGS,
)
_BARE_MONTH = Pattern(
    rf"(?:early |mid[ -]|late )?(?P<month>(?-i:(?=[A-Z])){MONTH})\b(?: [0-9]{{4}}\b)?(?! ?[A-Z0-9])",
    re.ASCII | re.IGNORECASE,
)
_CLAUSE_ENDS = r"(?=\s{0,3}(?:$|[.,;:)!?]|(?:and|at|to|for)\b))"
_NO_ONE_DAY = Pattern(
    rf"(?:(?:the )?(?:first|second|third|fourth|last) (?:full )?week (?:of|in) {MONTH}"
    r"|(?:(?:early|mid|late)[ -]|(?:the )?end of )?(?:the )?(?:christmas|new year|easter|whitsun|michaelmas|spring"
    rf"|summer|autumn|winter|half[- ]term|year[- ]end|Q[1-4]))(?:,? [0-9]{{4}})?{_CLAUSE_ENDS}",
    _FLAGS,
)
"""A time of the year that no calendar gives one day for: `the first week of July`, `Easter`, `Q3`."""
_MONTH_DAY = Pattern(rf"(?:the )?(?P<day>{ORDINAL})(?: of (?P<which>this|the|next) month\b|{_CLAUSE_ENDS})", _FLAGS)

_SPAN = Pattern(
    rf"(?P<about>about |around |approximately )?(?:the )?(?P<next>next |coming |following )?"
    rf"(?:(?P<vague>(?:a )?few|several|some|a number of|coming) "
    rf"|(?P<couple>(?:a |the next )?couple (?:of )?)|(?P<count>an?|{NUMBER})(?P<range>(?:-| to | or )(?:{NUMBER}))? )?"
    rf"(?P<kind>working |calendar |clear |full |more )?"
    rf"(?P<unit>hour|hr|day|week|wk|fortnight|month|mth|quarter|year|yr)(?P<plural>s)?"
    rf"(?P<more> or (?:two|so|more)| and a half)?(?P<time>'s time|'? time)?(?![A-Za-z0-9'-])",
    _FLAGS,
)
_SHORT_UNITS = {"hr": "hour", "wk": "week", "mth": "month", "yr": "year"}
_AFTER_ONE = Pattern(
    r"\s{0,3}(?:$|[^\sA-Za-z0-9]|(?:to|and|or|by|with|at|on|for|from|after|before|if|when|once|so|but|as|then|whether|about"
    r"|regarding|that|which|unless|until|following|via|through|because|how|what|where|who|why|together|please|along|in"
    r"|of (?:the|this|today))\b)",
    _FLAGS,
)
_OF_SOMETHING = Pattern(r" (?:of|after|from|following) (?P<here>(?:the|this|today's) meeting\b|today\b|now\b)?", _FLAGS)


def read_day(text: str, place: int, meeting: date) -> Reading | None:
    """Read a day: a date, a weekday, `tomorrow`, `the end of next week`, `the 15th`."""
    hour = _HOUR.match(text, place)
    start = hour.end() if hour else place
    for read in (_date, read_weekday, _end_of, _near, _month_day, _bare_month, _no_one_day):
        if (found := read(text, start, meeting)) is not None:
            week = _WEEK_ON.match(text, found.end)
            if week is None:
                return found
            return Reading(end=week.end(), date=found.date and days_on(found.date, 7 if week["week"] else 14))
    return None


def read_span(text: str, place: int, meeting: date) -> Reading | None:
    """Read a span of time: `a month`, `ten working days`, `two weeks' time`; the date is so long after the meeting."""
    match = _SPAN.match(text, place)
    if match is None or not (match["count"] or match["couple"] or match["vague"] or match["next"]):
        return None
    count = count_of(match)
    if not match["time"] and _describes_something(text, match, count):
        return None
    end, known = match.end(), not (match["vague"] or match["range"] or match["more"])
    if (event := _OF_SOMETHING.match(text, end)) is not None:
        known = known and event["here"] is not None
        end = event.end() if event["here"] else end
    if not known or count is None:
        return Reading(end=end)
    working = (match["kind"] or "").lower() == "working "
    unit = match["unit"].lower()
    return Reading(end=end, date=_later(meeting, count, _SHORT_UNITS.get(unit, unit), working=working))


def _describes_something(text: str, match: re.Match[str], count: int | None) -> bool:
    """Return whether a span stands before what is so long: `in two day courses`, `in a day centre`."""
    several = bool(match["plural"])
    if not match["vague"] and not match["range"] and (count != 1) != several:
        return True
    return not several and not _AFTER_ONE.match(text, match.end())


def count_of(match: re.Match[str]) -> int | None:
    """Return what the groups couple, vague and count of a match come to; None where they don't say how many."""
    if match["couple"]:
        return 2
    if match["vague"]:
        return None
    count = match["count"]
    return 1 if count is None or count.lower() in ("a", "an") else read_number(count)


def _later(meeting: date, count: int, unit: str, *, working: bool) -> date | None:
    if unit in ("month", "quarter", "year"):
        return months_on(meeting, count * {"month": 1, "quarter": 3, "year": 12}[unit])
    if unit == "hour":
        return days_on(meeting, -(-count // 24)) if count >= 24 else meeting
    days = count * {"day": 1, "week": 7, "fortnight": 14}[unit]
    return working_days_on(meeting, days) if working and unit == "day" else days_on(meeting, days)


def _date(text: str, place: int, meeting: date) -> Reading | None:
    try:
        found = date_at(text, place, near=meeting)
    except BadInput:
        return None
    if found is None:
        return None
    return Reading(end=found.span[1], date=found.date if found.weekday_fits else None)


def _end_of(text: str, place: int, meeting: date) -> Reading | None:
    match = _END_OF.match(text, place)
    if match is None:
        return None
    edge, ahead = match["edge"].lower(), 1 if match["next"] else 0
    unit = (match["unit"] or "").lower()
    if unit in ("day", "week"):
        days = ahead if unit == "day" else _friday(meeting) + 7 * ahead
        day = days_on(meeting, days) if edge in ("end", "close") else None
    elif match["month"]:
        day = _edge_of_month(edge, meeting, month_number(match["month"]), match["year"])
    else:
        day = _edge_of_stretch(edge, meeting, unit, ahead, match["only"])
    return Reading(end=match.end(), date=day if day is None or day >= meeting else None)


def _friday(meeting: date) -> int:
    """Days to the end of the working week; to Sunday where the meeting is at the weekend."""
    return (4 if meeting.weekday() <= 4 else 6) - meeting.weekday()


def _edge_of_month(edge: str, meeting: date, month: int, year: str | None) -> date | None:
    chosen = int(year) if year else meeting.year + (month < meeting.month)
    if not date.min.year <= chosen <= date.max.year or edge == "middle":
        return None
    if edge in ("end", "close"):
        return date(chosen, month, days_in_month(chosen, month))
    start = date(chosen, month, 1)
    return months_on(start, 12) if start < meeting and not year else start


def _edge_of_stretch(edge: str, meeting: date, unit: str, ahead: int, year: str | None) -> date | None:
    """Find the first or last day of a given year, or of this or the next month, quarter or year."""
    if edge == "middle" or not (unit or year):
        return None
    if year:
        first, length = date(int(year), 1, 1) if int(year) else None, 12
    else:
        length = {"month": 1, "quarter": 3, "year": 12}[unit]
        within = (meeting.month - 1) % length
        first = months_on(meeting.replace(day=1), ahead * length - within)
    if first is None or edge in ("start", "beginning"):
        return first
    last = months_on(first, length - 1)
    return last and date(last.year, last.month, days_in_month(last.year, last.month))


def _no_one_day(text: str, place: int, _: date) -> Reading | None:
    match = _NO_ONE_DAY.match(text, place)
    return Reading(end=match.end()) if match else None


def _near(text: str, place: int, meeting: date) -> Reading | None:
    match = _NEAR.match(text, place)
    if match is None:
        return None
    day = (match["day"] or "").lower()
    if match["end"]:
        unit = "week" if match["end"].lower() == "w" else "month"
        ends = _end_of(f"end of {unit}", 0, meeting)
        return Reading(end=match.end(), date=ends.date if ends else None)
    if not day:
        return Reading(end=match.end())
    if day.endswith("weekend"):
        return Reading(end=match.end(), date=coming(meeting, 5))
    return Reading(end=match.end(), date=days_on(meeting, 1 if day == "tomorrow" else 0))


def _month_day(text: str, place: int, meeting: date) -> Reading | None:
    match = _MONTH_DAY.match(text, place)
    number = read_ordinal(match["day"]) if match else None
    if match is None or number is None or number > 31:
        return None
    start = months_on(meeting.replace(day=1), (match["which"] or "").lower() == "next")
    for months in range(3):
        month = start and months_on(start, months)
        if month and number <= days_in_month(month.year, month.month) and month.replace(day=number) >= meeting:
            return Reading(end=match.end(), date=month.replace(day=number))
    return Reading(end=match.end())


def _bare_month(text: str, place: int, meeting: date) -> Reading | None:
    """Read a month alone, which may mean its first day or its last: due words without a date."""
    del meeting  # It tells no more, but this is a reader like the others.
    match = _BARE_MONTH.match(text, place)
    return None if match is None else Reading(end=match.end())
